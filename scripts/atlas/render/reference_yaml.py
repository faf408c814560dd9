"""Write references as YAML in the one form that `docs/data/references.yaml` keeps, so that diffs stay small."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HEAD = """\
# yaml-language-server: $schema=schema/references.json
# The one source of every citation: CSL items with what the atlas knows of them under `custom`.
references:
"""
FIELDS = (
    "id", "type", "language", "title", "title-short", "author", "editor", "issued", "accessed",
    "container-title", "container-title-short", "collection-title", "publisher", "publisher-place",
    "volume", "issue", "page", "number", "edition", "genre", "version",
    "DOI", "PMID", "PMCID", "ISBN", "ISSN", "URL",
)  # fmt: skip
CUSTOM_FIELDS = ("design", "topics", "finding", "finding_en", "status", "seen", "unseen", "note", "checked_on")
WIDTH = 116
# Text that YAML would read as something else, or that a reader would mistake for syntax, goes into quotes.
NEEDS_QUOTES = re.compile(
    r"[^\w(（“《]|.*(: |:$| #)|[-+]?\d+(\.\d+)?$|(true|false|null|yes|no|on|off|y|n|~)$|\d{4}-\d\d", re.IGNORECASE
)


def reference_file(items: Iterable[Mapping[str, Any]]) -> str:
    """Return the whole file, sorted by citekey."""
    return HEAD + "".join(reference_text(item) for item in sorted(items, key=lambda item: str(item["id"])))


def reference_text(item: Mapping[str, Any]) -> str:
    """Return one item of the list; `item` holds plain values as read from YAML."""
    lines = [line for field in FIELDS if field in item for line in _field(field, item[field], "  ")]
    lines.append("  custom:")
    custom = item["custom"]
    lines += [line for field in CUSTOM_FIELDS if field in custom for line in _field(field, custom[field], "    ")]
    lines[0] = "- " + lines[0].removeprefix("  ")
    return "\n".join(lines) + "\n"


def _field(field: str, value: Any, indent: str) -> list[str]:
    if field in {"author", "editor"}:
        return [f"{indent}{field}:", *(f"{indent}- {_flow(name)}" for name in value)]
    if field == "topics":
        return [f"{indent}topics: [{', '.join(value)}]"]
    if isinstance(value, dict):
        return _mapping(field, value, indent)
    if field in {"issued", "accessed", "checked_on"}:
        return [f"{indent}{field}: {value}"]
    return [f"{indent}{field}: {_scalar(value, len(indent) + 2)}"]


def _mapping(field: str, value: Mapping[str, Any], indent: str) -> list[str]:
    if "date-parts" in value:
        parts = ", ".join("[" + ", ".join(str(part) for part in date) + "]" for date in value["date-parts"])
        return [f"{indent}{field}: {{date-parts: [{parts}]}}"]
    lines = [f"{indent}{field}:"]
    for key, part in value.items():
        inner = indent + "  "
        lines += _mapping(key, part, inner) if isinstance(part, dict) else [
            f"{inner}{key}: {part if key == 'on' else _scalar(part, len(inner) + 2)}"
        ]  # fmt: skip
    return lines


def _flow(name: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {_quote_in_flow(value)}" for key, value in name.items()) + "}"


def _quote_in_flow(value: str) -> str:
    return _quoted(value) if re.search(r"[,\[\]{}']", value) or NEEDS_QUOTES.match(value) else value


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _scalar(value: Any, indent: int) -> str:
    text = " ".join(str(value).split())
    if len(text) + indent > WIDTH - 8 and " " in text:
        width = WIDTH - indent
        lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
        return ">-\n" + "\n".join(" " * indent + line for line in lines)
    return _quoted(text) if NEEDS_QUOTES.match(text) else text
