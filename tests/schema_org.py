"""Read JSON-LD against schema.org's vocabulary, of which a reduced copy lies in fixtures/schema-org.json."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

VOCABULARY = json.loads((Path(__file__).parent / "fixtures" / "schema-org.json").read_text(encoding="utf-8"))
TYPES: dict[str, list[str]] = VOCABULARY["types"]
PROPERTIES: dict[str, dict[str, list[str]]] = VOCABULARY["properties"]
DATE = re.compile(r"^\d{4}(-\d{2}(-\d{2})?)?$")


def faults(node: Any) -> Iterator[str]:
    """Yield each type or property that the vocabulary does not know, or not of that type or with that value."""
    if isinstance(node, list):
        for each in node:
            yield from faults(each)
    if not isinstance(node, dict):
        return
    kind = node.get("@type")
    if kind is not None and kind not in TYPES:
        yield f"no type {kind}"
    for name, value in node.items():
        if not name.startswith("@"):
            yield from _of_property(kind, name, value)
        if name == "@graph" or not name.startswith("@"):
            yield from faults(value)


def _of_property(kind: str | None, name: str, value: Any) -> Iterator[str]:
    if name not in PROPERTIES:
        yield f"no property {name}"
        return
    if not any(_is_a(kind, domain) for domain in PROPERTIES[name]["domains"]):
        yield f"{name} is no property of {kind}"
    for each in value if isinstance(value, list) else [value]:
        if not any(_fits(each, expected) for expected in PROPERTIES[name]["ranges"]):
            yield f"{name} of {kind} cannot be {json.dumps(each, ensure_ascii=False)[:60]}"


def _is_a(kind: str | None, wanted: str) -> bool:
    return kind == wanted or any(_is_a(above, wanted) for above in TYPES.get(kind or "", []))


def _fits(value: Any, expected: str) -> bool:
    if isinstance(value, dict):
        # A node named by its address alone may be anything; one may also be told less exactly than is expected.
        kind = value.get("@type")
        return set(value) == {"@id"} or _is_a(kind, expected) or _is_a(expected, kind or "")
    if isinstance(value, bool):
        return expected == "Boolean"
    if isinstance(value, int):
        return expected == "Integer"
    if expected in {"Date", "DateTime"}:
        return bool(DATE.match(value))
    return expected == "Text" or (expected == "URL" and bool(re.match("https?://", value)))
