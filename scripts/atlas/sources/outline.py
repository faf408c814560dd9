"""Read a Markdown page as sections, each with its heading's id and its blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from atlas.sources.blocks import HEADING, Block, BlockKind, Span, scan

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADING_ID = re.compile(r"#([^\s.{}=]+)")


@dataclass(frozen=True)
class Section:
    """Hold what stands under one heading, up to the next; the part before the first heading has level 0."""

    level: int
    id: str
    title: str
    line: int
    lines: tuple[str, ...]
    blocks: tuple[Block, ...]

    @property
    def label(self) -> str:
        """Return how a finding names the section."""
        return f"#{self.id}" if self.id else (self.title or "the part before the first heading")


@dataclass(frozen=True)
class Outline:
    """Hold a page's sections in order."""

    sections: tuple[Section, ...]

    @cached_property
    def by_id(self) -> dict[str, Section]:
        """Return the sections by id; the part before the first heading has the empty id."""
        found: dict[str, Section] = {}
        for section in self.sections:
            if section.id or not section.level:
                found.setdefault(section.id, section)
        return found


def read_outline(text: str) -> Outline:
    """Return the sections of a page, front matter passed over."""
    lines = text.split("\n")
    spans = [Span(number, 1, line.rstrip()) for number, line in enumerate(lines, start=1)]
    blocks = list(scan(spans[_front_matter(lines) :], 0))
    starts = [index for index, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
    sections = [_section(None, blocks[: starts[0]] if starts else blocks, lines, _end(blocks, starts, 0, lines))]
    for place, start in enumerate(starts):
        stop = starts[place + 1] if place + 1 < len(starts) else len(blocks)
        end = _end(blocks, starts, place + 1, lines)
        sections.append(_section(blocks[start], blocks[start + 1 : stop], lines, end))
    return Outline(tuple(sections))


def _front_matter(lines: list[str]) -> int:
    """Return the number of lines before the page's text."""
    if lines[0].rstrip() == "---":
        for index in range(1, len(lines)):
            if lines[index].rstrip() in {"---", "..."}:
                return index + 1
    return 0


def _end(blocks: list[Block], starts: list[int], place: int, lines: list[str]) -> int:
    return blocks[starts[place]].line - 1 if place < len(starts) else len(lines)


def _section(heading: Block | None, blocks: Sequence[Block], lines: list[str], end: int) -> Section:
    if heading is None:
        first = blocks[0].line - 1 if blocks else end
        return Section(0, "", "", first + 1, tuple(lines[first:end]), tuple(blocks))
    match = HEADING.fullmatch(heading.text)
    assert match is not None  # `scan` made the block from this match
    found = HEADING_ID.search(match["attributes"] or "")
    own = tuple(lines[heading.line - 1 : end])
    return Section(len(match["marks"]), found[1] if found else "", match["title"], heading.line, own, tuple(blocks))
