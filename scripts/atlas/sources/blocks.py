"""Cut the lines of a Markdown page into blocks, each with its place.

A scanner of our own, not a Markdown parser: parity needs the blocks that writers see in the source (generated
parts unopened, footnotes where they stand, the line of each table cell), with the list and indentation rules of
Python-Markdown, which no CommonMark parser shares.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

INDENT = 4

HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]+(?P<title>.*?)[ \t]*#*[ \t]*(?P<attributes>\{[^{}]*\})?[ \t]*")
FENCE = re.compile(r"(?P<fence>`{3,}|~{3,})(?P<info>.*)")
PART = re.compile(r"(?P<slashes>/{3,})[ \t]*(?P<name>[\w-]+)[ \t]*(?:\|[ \t]*(?P<argument>.*?))?[ \t]*")
ADMONITION = re.compile(
    r"(?:!!!|\?\?\?\+?)[ \t]*(?P<kind>[\w-]+(?:[ \t]+[\w-]+)*)?[ \t]*(?:\"(?P<title>.*)\")?[ \t]*"
)
ITEM = re.compile(r"(?P<marker> {0,3}(?:(?P<bullet>[-*+])|\d+\.)[ \t]+)(?P<text>\S.*)")
FOOTNOTE = re.compile(r"(?P<marker>\[\^(?P<label>[^\]]+)\]:[ \t]*)(?P<text>.*)")
SEPARATOR = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
FIGURE = re.compile(r"(?:!\[[^\]]*\]\([^)]*\)(?:\{[^{}]*\})?\s*)+")
HTML = re.compile(r"<(?P<tag>[A-Za-z][\w-]*)[\s/>]")
COMMENT = re.compile(r"<!--")
RULE = re.compile(r"(?:[-*_][ \t]*){3,}")

# `/// name` blocks that hold prose; every other name is a generated part, so that a new part needs no change here.
CONTAINERS = frozenset(
    (
        *("note", "abstract", "info", "tip", "success", "question", "failure", "danger", "bug", "example"),
        *("quote", "warning", "important", "attention", "caution", "admonition", "details", "tab", "html"),
        *("define", "caption", "figure-caption", "table-caption"),
    )
)


class BlockKind(StrEnum):
    """Name the kinds of block that a pair must share."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "list item"
    TABLE = "table"
    CELL = "table cell"
    ADMONITION = "admonition"
    FIGURE = "figure"
    GENERATED = "generated part"
    FOOTNOTE = "footnote"
    QUOTE = "quotation"
    CODE = "code"
    HTML = "raw HTML"


@dataclass(frozen=True, slots=True)
class Span:
    """Hold a piece of one line and where it starts."""

    line: int
    column: int
    text: str

    def cut(self, count: int) -> Span:
        """Return the piece without its first characters."""
        return Span(self.line, self.column + count, self.text[count:])


@dataclass(frozen=True)
class Block:
    """Hold one block; `detail` is what must be equal in both languages, `spans` what is read for substance."""

    kind: BlockKind
    detail: str
    spans: tuple[Span, ...]
    cells: tuple[Block, ...] = ()

    @property
    def line(self) -> int:
        """Return the line on which the block starts."""
        return self.spans[0].line

    @property
    def column(self) -> int:
        """Return the column at which the block starts."""
        return self.spans[0].column

    @property
    def label(self) -> str:
        """Return the block's kind and detail as a reader of a finding knows it."""
        return f"{self.kind} ({self.detail})" if self.detail else str(self.kind)

    @cached_property
    def text(self) -> str:
        """Return the block's text, its lines joined."""
        return "\n".join(span.text for span in self.spans)

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column of a character of `text`."""
        for span in self.spans:
            if offset <= len(span.text):
                return span.line, span.column + offset
            offset -= len(span.text) + 1
        return self.line, self.column


Reader = Callable[[Sequence[Span], int, int], "tuple[list[Block], int] | None"]


def scan(spans: Sequence[Span], depth: int) -> Iterator[Block]:
    """Return the blocks of some lines; what stands inside an item or admonition follows it, one deeper."""
    index = 0
    while index < len(spans):
        if not spans[index].text.strip():
            index += 1
            continue
        for read in READERS:
            if found := read(spans, index, depth):
                blocks, index = found
                yield from blocks
                break


def _take_while(spans: Sequence[Span], index: int, holds: Callable[[int], bool]) -> int:
    while index < len(spans) and holds(index):
        index += 1
    return index


def _indented(spans: Sequence[Span], index: int) -> int:
    """Return the end of the indented lines from `index`; blank lines count if an indented one follows."""
    end = index
    for place in range(index, len(spans)):
        if spans[place].text.startswith(" " * INDENT):
            end = place + 1
        elif spans[place].text.strip():
            break
    return end


def _dedent(spans: Sequence[Span]) -> list[Span]:
    return [span.cut(min(INDENT, len(span.text) - len(span.text.lstrip(" ")))) for span in spans]


def _detail(depth: int, *parts: str) -> str:
    return ", ".join([*(part for part in parts if part), *([f"level {depth + 1}"] if depth else [])])


def _read_heading(spans: Sequence[Span], index: int, depth: int) -> tuple[list[Block], int] | None:
    if depth or not HEADING.fullmatch(spans[index].text):
        return None
    return [Block(BlockKind.HEADING, "", (spans[index],))], index + 1


def _read_comment(spans: Sequence[Span], index: int, _depth: int) -> tuple[list[Block], int] | None:
    if not COMMENT.match(spans[index].text):
        return None
    return [], _take_while(spans, index, lambda i: "-->" not in spans[i].text) + 1


def _read_code(spans: Sequence[Span], index: int, depth: int) -> tuple[list[Block], int] | None:
    match = FENCE.fullmatch(spans[index].text)
    if match is None:
        return None
    end = _take_while(spans, index + 1, lambda i: spans[i].text.strip() != match["fence"])
    return [Block(BlockKind.CODE, _detail(depth, match["info"].strip()), (spans[index],))], end + 1


def _read_part(spans: Sequence[Span], index: int, depth: int) -> tuple[list[Block], int] | None:
    match = PART.fullmatch(spans[index].text)
    if match is None:
        return None
    end = _take_while(spans, index + 1, lambda i: spans[i].text.strip() != match["slashes"])
    body = spans[index + 1 : end]
    argument = match["argument"] or ""
    if match["name"] in CONTAINERS:
        title = spans[index].cut(match.start("argument")) if argument else spans[index].cut(match.end())
        inner = body[_indented(body, 0) :]
        opening = Block(BlockKind.ADMONITION, _detail(depth, match["name"]), (title,))
        return [opening, *scan(inner, depth + 1)], end + 1
    options = [" ".join(span.text.split()) for span in body if span.text.strip()]
    detail = _detail(depth, " | ".join(filter(None, [match["name"], argument])), *options)
    return [Block(BlockKind.GENERATED, detail, (spans[index].cut(match.end()),))], end + 1


def _read_admonition(spans: Sequence[Span], index: int, depth: int) -> tuple[list[Block], int] | None:
    match = ADMONITION.fullmatch(spans[index].text)
    if match is None:
        return None
    here = spans[index]
    title = Span(here.line, here.column + max(match.start("title"), 0), match["title"] or "")
    end = max(_indented(spans, index + 1), index + 1)
    inner = scan(_dedent(spans[index + 1 : end]), depth + 1)
    return [Block(BlockKind.ADMONITION, _detail(depth, match["kind"] or ""), (title,)), *inner], end


def _read_item(spans: Sequence[Span], index: int, depth: int) -> tuple[list[Block], int] | None:
    match = ITEM.fullmatch(spans[index].text)
    if match is None or RULE.fullmatch(spans[index].text):
        return None
    lines = [spans[index].cut(match.end("marker"))]
    place = index + 1
    while place < len(spans) and spans[place].text.strip() and not _starts_block(spans, place, in_item=True):
        text = spans[place].text
        lines.append(spans[place].cut(len(text) - len(text.lstrip())))
        place += 1
    end = max(_indented(spans, place), place)
    kind = "bullet" if match["bullet"] else "numbered"
    return [
        Block(BlockKind.ITEM, _detail(depth, kind), tuple(lines)),
        *scan(_dedent(spans[place:end]), depth + 1),
    ], end


def _read_footnote(spans: Sequence[Span], index: int, depth: int) -> tuple[list[Block], int] | None:
    match = FOOTNOTE.fullmatch(spans[index].text)
    if match is None:
        return None
    end = max(_indented(spans, index + 1), index + 1)
    lines = (spans[index].cut(match.end("marker")), *_dedent(spans[index + 1 : end]))
    return [Block(BlockKind.FOOTNOTE, _detail(depth, match["label"]), lines)], end


def _read_table(spans: Sequence[Span], index: int, depth: int) -> tuple[list[Block], int] | None:
    if not _is_table(spans, index):
        return None
    end = _take_while(spans, index + 2, lambda i: "|" in spans[i].text)
    rows = [spans[index], *spans[index + 2 : end]]
    cells = [cell for row, span in enumerate(rows, start=1) for cell in _cells(span, row)]
    columns = len(list(_split_row(spans[index])))
    detail = _detail(depth, f"{len(rows)} rows, {columns} columns")
    return [Block(BlockKind.TABLE, detail, (spans[index],), tuple(cells))], end


def _is_table(spans: Sequence[Span], index: int) -> bool:
    following = spans[index + 1].text if index + 1 < len(spans) else ""
    return "|" in spans[index].text and "|" in following and bool(SEPARATOR.fullmatch(following))


def _cells(row: Span, number: int) -> Iterator[Block]:
    for column, cell in enumerate(_split_row(row), start=1):
        yield Block(BlockKind.CELL, f"row {number}, column {column}", (cell,))


def _split_row(row: Span) -> Iterator[Span]:
    """Return the cells of a table row; a bar after a backslash or in a code span does not end a cell."""
    text = row.text
    bars = [match.start() for match in re.finditer(r"`[^`]*`|\\.|\|", text) if match.group() == "|"]
    first = text.lstrip().startswith("|")
    edges = (bars if first else [-1, *bars]) + ([] if text.endswith("|") else [len(text)])
    for start, stop in pairwise(edges):
        cell = text[start + 1 : stop]
        lead = len(cell) - len(cell.lstrip())
        yield Span(row.line, row.column + start + 1 + lead, cell.strip())


def _read_quote(spans: Sequence[Span], index: int, depth: int) -> tuple[list[Block], int] | None:
    if not spans[index].text.startswith(">"):
        return None
    end = _take_while(spans, index, lambda i: spans[i].text.startswith(">"))
    inner = [span.cut(2 if span.text.startswith("> ") else 1) for span in spans[index:end]]
    head = Block(BlockKind.QUOTE, _detail(depth), (spans[index].cut(len(spans[index].text)),))
    return [head, *scan(inner, depth + 1)], end


def _read_html(spans: Sequence[Span], index: int, depth: int) -> tuple[list[Block], int] | None:
    match = HTML.match(spans[index].text)
    if match is None:
        return None
    end = _take_while(spans, index, lambda i: bool(spans[i].text.strip()))
    figure = any(re.search(r"<(figure|img|svg)\b", span.text) for span in spans[index:end])
    if figure:
        return [Block(BlockKind.FIGURE, _detail(depth), tuple(spans[index:end]))], end
    return [Block(BlockKind.HTML, _detail(depth, match["tag"]), tuple(spans[index:end]))], end


def _read_rule(spans: Sequence[Span], index: int, _depth: int) -> tuple[list[Block], int] | None:
    return ([], index + 1) if RULE.fullmatch(spans[index].text) else None


def _read_paragraph(spans: Sequence[Span], index: int, depth: int) -> tuple[list[Block], int]:
    end = _take_while(spans, index + 1, lambda i: bool(spans[i].text.strip()) and not _starts_block(spans, i))
    lines = tuple(span.cut(len(span.text) - len(span.text.lstrip())) for span in spans[index:end])
    text = " ".join(span.text for span in lines)
    kind = BlockKind.FIGURE if FIGURE.fullmatch(text) else BlockKind.PARAGRAPH
    return [Block(kind, _detail(depth), lines)], end


def _starts_block(spans: Sequence[Span], index: int, *, in_item: bool = False) -> bool:
    """Tell whether a line ends the paragraph above it; a list item does so only inside a list."""
    text = spans[index].text
    if in_item and ITEM.fullmatch(text.lstrip()):
        return True
    starts = (HEADING, FENCE, PART, ADMONITION, FOOTNOTE)
    return any(start.fullmatch(text) for start in starts) or _is_table(spans, index)


READERS: tuple[Reader, ...] = (
    _read_heading, _read_comment, _read_code, _read_part, _read_admonition, _read_rule, _read_item,
    _read_footnote, _read_table, _read_quote, _read_html, _read_paragraph,
)  # fmt: skip
