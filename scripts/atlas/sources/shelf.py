"""Read files of records onto shelves, which keep the place of each record."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

from atlas.models.base import Record
from atlas.problem import Position, Problem, ProblemsFoundError
from atlas.sources.validation import validate
from atlas.sources.yaml_file import Document, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from atlas.sources.yaml_file import Step

R = TypeVar("R", bound=Record)


class Shelf(Mapping[str, R], Generic[R]):
    """Hold the records of one kind by their key, with the place of each."""

    def __init__(self) -> None:
        self._records: dict[str, R] = {}
        self._places: dict[str, tuple[Document, tuple[Step, ...]]] = {}

    def __getitem__(self, key: str) -> R:
        return self._records[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)

    def put(self, key: str, record: R, document: Document, *steps: Step) -> None:
        """Add a record that stands at `steps` of a document."""
        self._records[key] = record
        self._places[key] = (document, steps)

    def position(self, key: str, *steps: Step) -> Position:
        """Return the place of a record, or of a part of it."""
        document, start = self._places[key]
        return document.position(*start, *steps)


def load_record(path: Path, name: str, model: type[R], shelf: Shelf[R], problems: list[Problem]) -> None:
    """Read a file that holds one record onto a shelf; its key, under `name`, is the file's own name."""
    document = read_document(path, problems)
    if document is None:
        return
    record, found = validate(model, document.value, document)
    problems.extend(found)
    if record is None:
        return
    key = str(getattr(record, name))
    if key != path.stem:
        position = document.position(name)
        problems.append(Problem(position, "slug", f"found {key}, expected the file's name {path.stem}"))
        return
    shelf.put(key, record, document)


def read_document(path: Path, problems: list[Problem]) -> Document | None:
    try:
        stat = path.stat()
        return _parsed(path, stat.st_mtime_ns, stat.st_size)
    except ProblemsFoundError as error:
        problems.extend(error.problems)
    except OSError as error:
        problems.append(Problem(Position(path), "unreadable", error.strerror or str(error)))
    return None


@lru_cache(maxsize=1024)
def _parsed(path: Path, _modified: int, _size: int) -> Document:
    """Parse a file once for each of its states, so that one edit does not cost the reading of all."""
    return read_yaml(path)


def load_list(path: Path, key: str, model: type[R], shelf: Shelf[R], problems: list[Problem]) -> None:
    """Read a file that holds one list under `key`."""
    document = read_document(path, problems)
    if document is None:
        return
    items = document.value.get(key) if isinstance(document.value, dict) else None
    if not isinstance(items, list) or set(document.value) != {key}:
        problems.append(Problem(document.position(), "wrong-type", f"expected one list under the key {key!r}"))
        return
    for index, item in enumerate(items):
        record, found = validate(model, item, document, key, index)
        problems.extend(found)
        if record is not None:
            _shelve(record, shelf, problems, document, (key, index))


def _shelve(
    record: R, shelf: Shelf[R], problems: list[Problem], document: Document, steps: tuple[Step, ...]
) -> None:
    name = "id" if hasattr(record, "id") else "slug"
    key = str(getattr(record, name))
    if key in shelf:
        first = shelf.position(key, name)
        message = f"found {key} a second time; first at line {first.line}"
        problems.append(Problem(document.position(*steps, name), "duplicate-key", message))
        return
    shelf.put(key, record, document, *steps)
