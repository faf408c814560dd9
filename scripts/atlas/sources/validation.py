"""Turn parsed YAML into records, and pydantic's errors into problems with a place."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from atlas.models.base import Record
from atlas.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

    from atlas.sources.yaml_file import Document, Step, Value

R = TypeVar("R", bound=Record)

RULE_OF_FIELD = {
    "DOI": "bad-doi",
    "PMID": "bad-pmid",
    "URL": "bad-url",
    "id": "bad-key",
    "language": "bad-language",
}


def validate(model: type[R], value: Value, document: Document, *steps: Step) -> tuple[R | None, list[Problem]]:
    """Return the record at `steps` of a document, or every problem it has."""
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        return None, list(_problems(model, error, document, steps))


def _problems(
    model: type[Record], error: ValidationError, document: Document, steps: tuple[Step, ...]
) -> Iterator[Problem]:
    for details in error.errors(include_url=False):
        position = document.position(*steps, *details["loc"])
        yield Problem(position, _rule(details), _explain(model, details))


def _rule(details: ErrorDetails) -> str:
    field = next((step for step in reversed(details["loc"]) if isinstance(step, str)), "")
    match details["type"]:
        case "extra_forbidden":
            return "unknown-key"
        case "missing":
            return f"missing-{field}" if field in {"language", "id"} else "missing-key"
        case kind if kind.endswith("_type"):
            return "wrong-type"
        case _:
            return RULE_OF_FIELD.get(field, "bad-value")


def _explain(model: type[Record], details: ErrorDetails) -> str:
    where = ".".join(str(step) for step in details["loc"])
    match details["type"]:
        case "extra_forbidden":
            return f"found unknown key {where}{_suggestion(model, details)}"
        case "missing":
            return f"found no {where}, expected it to be given"
        case "value_error":
            prefix = f"{where}: " if where else ""
            return prefix + details["msg"].removeprefix("Value error, ")
        case _:
            message = details["msg"].removeprefix("Input ").removeprefix("String ").removeprefix("should ")
            return f"{where}: found {_shorten(details['input'])}, expected it to {message}"


def _shorten(value: object) -> str:
    text = str(value) if not isinstance(value, str) else repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _suggestion(model: type[Record], details: ErrorDetails) -> str:
    """Name the nearest known key, when the unknown one stands at the top of the record."""
    if len(details["loc"]) != 1:
        return ""
    known = [field.alias or name for name, field in model.model_fields.items()]
    near = difflib.get_close_matches(str(details["loc"][0]), known, n=1)
    return f", expected {near[0]}?" if near else f", expected one of {', '.join(known)}"
