"""What all records share: strict frozen models and the text types that refuse what would break a page."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)

if TYPE_CHECKING:
    from atlas.languages import Language

CITEKEY_PATTERN = r"[a-z][a-z0-9-]*"
SLUG_PATTERN = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"


class Record(BaseModel):
    """Refuse unknown keys and later changes: a misspelled field must never be lost in silence.

    Not pydantic's `strict`, which would refuse the text of an enumeration; the number types below are strict.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


def _parse_date(value: object) -> object:
    """Read `YYYY-MM-DD`; YAML dates reach the models as text."""
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise ValueError(f"{value!r} is not a date; write YYYY-MM-DD")
    return datetime.date.fromisoformat(value)


def _as_decimal(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ValueError("a number is written without quotes, such as 1.50")
    return Decimal(value)


def _https(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s\"'<>\\^`{|}]+", value):
        raise ValueError("a URL starts with http:// or https:// and holds no spaces, quotes or angle brackets")
    return value


Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Citekey = Annotated[str, StringConstraints(pattern=f"^{CITEKEY_PATTERN}$")]
Slug = Annotated[str, StringConstraints(pattern=f"^{SLUG_PATTERN}$")]
Url = Annotated[str, AfterValidator(_https)]
# Digits are kept as typed (1.50 stays 1.50), because a trailing zero is a statement of precision.
Number = Annotated[Decimal, BeforeValidator(_as_decimal), WithJsonSchema({"type": "number"})]
Count = Annotated[int, Field(ge=0, strict=True)]
Flag = Annotated[bool, Field(strict=True)]
Date = Annotated[
    datetime.date,
    BeforeValidator(_parse_date),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]


class Bilingual(Record):
    """Hold one text in both languages; neither may be missing."""

    en: Text
    zh: Text

    def __getitem__(self, language: Language) -> str:
        return str(getattr(self, language.value))


def require(condition: bool, message: str) -> None:
    """Raise the validation error of a model's own rule unless `condition` holds."""
    if not condition:
        raise ValueError(message)


def unique(values: list[Any], what: str) -> None:
    """Refuse a list in which a value stands twice, and name it."""
    twice = sorted({str(value) for value in values if values.count(value) > 1})
    require(not twice, f"{what} given twice: {', '.join(twice)}")
