"""Read `references.yaml` record by record, so that one changed record of thousands costs one record.

The file is one long list, so it is cut where items begin, and what is known of a piece's text is not read again.
Whatever the cut cannot judge, every fault included, is left to the reader of the whole file, which names places.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from atlas.models.reference import Reference
from atlas.problem import ProblemsFoundError
from atlas.sources.cache import digest
from atlas.sources.shelf import Shelf, load_list
from atlas.sources.validation import validate
from atlas.sources.yaml_file import parse_yaml, read_text

if TYPE_CHECKING:
    from pathlib import Path

    from atlas.problem import Problem
    from atlas.sources.yaml_file import Document

HEAD = re.compile(r"(?:[ \t]*(?:#.*)?\n)*references:[ \t]*(?:#.*)?\n(?:[ \t]*(?:#.*)?\n)*(?P<indent> *)(?=- )")


@dataclass(frozen=True, slots=True)
class RecordText:
    """Hold one item of the list as typed, and the line where it starts."""

    text: str
    line: int

    @property
    def key(self) -> str:
        """Return a digest of the text; the line is no part of it, or an insertion would change all that follows."""
        return digest(self.text)


def split_records(text: str) -> list[RecordText] | None:
    """Cut the text of a reference file into its items, or return `None` if its form is not the usual one."""
    head = HEAD.match(text)
    if head is None:
        return None
    indent = head["indent"]
    body_start = head.end() - len(indent)
    # Below the list's own indent only items, comments and blank lines may begin; anything else ends the list.
    odd = re.compile(rf"^(?!{indent} |{indent}- | *#| *$)", re.MULTILINE)
    if odd.search(text, body_start):
        return None
    starts = [match.start() for match in re.compile(rf"^{indent}- ", re.MULTILINE).finditer(text, body_start)]
    records, line, previous = [], 1, 0
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        line += text.count("\n", previous, start)
        previous = start
        records.append(RecordText(text[start:end], line))
    return records


def read_record(path: Path, record: RecordText) -> Reference | None:
    """Return the reference that an item holds, or `None` if it has any fault."""
    found = _read_item(path, record.text)
    return found[0] if found else None


@lru_cache(maxsize=20_000)
def _read_item(path: Path, text: str) -> tuple[Reference, Document] | None:
    """Read an item as if it began the file; kept by its text, so that one edit does not cost the reading of all."""
    try:
        document = parse_yaml(path, text)
    except ProblemsFoundError:
        return None
    if not isinstance(document.value, list) or len(document.value) != 1:
        return None
    reference, _ = validate(Reference, document.value[0], document, 0)
    return (reference, document) if reference else None


def load_references(path: Path, shelf: Shelf[Reference], problems: list[Problem]) -> None:
    """Read the whole file onto a shelf, with the place of everything; after an edit only what is new is read."""
    items = _read_items(path)
    if items is None:
        load_list(path, "references", Reference, shelf, problems)
        return
    for line, (reference, document) in items:
        shelf.put(reference.id, reference, replace(document, moved=line - 1), 0)


def _read_items(path: Path) -> list[tuple[int, tuple[Reference, Document]]] | None:
    """Return each item with its line, or `None` if any has a fault or comes twice."""
    try:
        records = split_records(read_text(path))
    except (OSError, ProblemsFoundError):
        return None
    items = [(record.line, _read_item(path, record.text)) for record in records or ()]
    sound = [(line, item) for line, item in items if item is not None]
    keys = {item[0].id for _, item in sound}
    return sound if records and len(keys) == len(items) else None


def read_all(path: Path) -> tuple[Shelf[Reference], list[Problem]]:
    """Read the whole file with the place of everything, and every problem it has by itself."""
    shelf: Shelf[Reference] = Shelf()
    problems: list[Problem] = []
    load_list(path, "references", Reference, shelf, problems)
    return shelf, problems
