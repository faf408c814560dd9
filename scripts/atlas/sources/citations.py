"""The one grammar of citations, claim numbers and generated blocks, and scanners that tell their place.

The Markdown extension recognises with the patterns of this module; checks scan whole files with the same ones.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from atlas.models.base import CITEKEY_PATTERN, SLUG_PATTERN
from atlas.sources.visible import hide_code, hide_links

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOCATOR = r"(?:\s*[,，]\s*[^\[\]@;；\n]+?)?"
_ITEM = rf"@{CITEKEY_PATTERN}{_LOCATOR}"
# A bracket followed by `(` is a link, whatever it looks like.
CITATION = re.compile(rf"(?<!\\)\[\s*({_ITEM}(?:\s*[;；]\s*{_ITEM})*)\s*\](?!\()")
ALMOST_CITATION = re.compile(r"(?<!\\)\[\s*@[^\[\]\n]*\](?!\()")
CLAIM_NUMBER = re.compile(rf"(?<!\\)\{{claim:({SLUG_PATTERN})(?:\.([a-z0-9]+))?\}}")
ALMOST_CLAIM_NUMBER = re.compile(r"(?<!\\)\{\s*claim\b[^{}\n]*\}")
CLAIM_PARTS = ("value", "interval", "n", "k", "absolute")
BLOCK_NAMES = (
    "header", "safety", "claims", "claim", "effects", "figure", "grid", "relations", "guidelines", "approvals",
    "safety-table", "disputes", "bibliography", "history", "all-disputes", "all-notices", "all-grids", "self-test",
    "all-topics", "all-relations-map", "all-relations", "all-compared", "all-effects", "offline", "glossary",
)  # fmt: skip
BLOCK_START = re.compile(r"^ {0,3}/{3,}[ ]*([\w-]+)[ ]*(?:\|[ ]*(.*?)[ ]*)?$")
BLOCK_OPTION = re.compile(r"^ {4,}([a-z]+):[ ]*(.*?)[ ]*$")


@dataclass(frozen=True, slots=True)
class Cited:
    """Name one reference cited, and where in it, if the writer says so."""

    key: str
    locator: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimUse:
    """Name a claim whose number is printed, or the part of it."""

    id: str
    part: str | None = None


@dataclass(frozen=True, slots=True)
class BlockUse:
    """Hold a generated block as the page names it; options are kept as typed."""

    name: str
    argument: str
    options: tuple[tuple[str, str], ...] = ()


def parse_citation(text: str) -> list[Cited]:
    """Return what a bracket cites; `text` is the bracket with or without `[` and `]`."""
    items = re.split(r"[;；]", text.strip().removeprefix("[").removesuffix("]"))
    return [_parse_item(item) for item in items]


def _parse_item(item: str) -> Cited:
    key, _, locator = item.strip().removeprefix("@").replace("，", ",").partition(",")
    return Cited(key.strip(), locator.strip() or None)


def scan(text: str) -> Iterator[tuple[int, int, Cited]]:
    """Yield every key that a page cites, with the line and column of its `@`."""
    visible = hide_links(hide_code(text))
    places = _Places(visible)
    for match in CITATION.finditer(visible):
        start = match.start()
        for item, cited in zip(re.finditer(r"@[^@]*", match[0]), parse_citation(match[1]), strict=True):
            yield *places.at(start + item.start()), cited


def scan_malformed(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what looks like a citation or a claim number and is neither, so that it is not printed raw."""
    code_hidden = hide_code(text)
    visible = hide_links(code_hidden)
    places = _Places(visible)
    for match in ALMOST_CITATION.finditer(visible):
        if not CITATION.fullmatch(match[0]):
            yield *places.at(match.start()), match[0]
    for match in ALMOST_CLAIM_NUMBER.finditer(code_hidden):
        if not CLAIM_NUMBER.fullmatch(match[0]):
            yield *places.at(match.start()), match[0]


def scan_claims(text: str) -> Iterator[tuple[int, int, ClaimUse]]:
    """Yield every claim number that a page prints, with its place."""
    visible = hide_code(text)
    places = _Places(visible)
    for match in CLAIM_NUMBER.finditer(visible):
        yield *places.at(match.start()), ClaimUse(match[1], match[2])


def scan_blocks(text: str) -> Iterator[tuple[int, int, BlockUse]]:
    """Yield every generated block that a page opens, with its place; unknown names are yielded too."""
    lines = hide_code(text, indented=False).split("\n")
    for number, line in enumerate(lines, start=1):
        if match := BLOCK_START.match(line):
            options = tuple(_options(lines[number:]))
            column = len(line) - len(line.lstrip(" ")) + 1
            yield number, column, BlockUse(match[1].lower(), match[2] or "", options)


def _options(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        match = BLOCK_OPTION.match(line)
        if match is None:
            return
        yield match[1], match[2]


class _Places:
    """Turn indexes of a text into lines and columns."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def at(self, index: int) -> tuple[int, int]:
        """Return line and column, both counted from 1."""
        line = bisect.bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1
