"""Read YAML with the place of every value kept, and refuse what loaders accept in silence.

Built on PyYAML's event stream, because its loaders keep the last of two equal keys, expand aliases without
bound, and crash the process on deep nesting. Scalars are resolved by YAML 1.2's core schema: `no` is text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import yaml

from atlas.problem import Position, Problem, ProblemsFoundError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Step = str | int
Value = Any

MAX_DEPTH = 20
# Controls except tab and line feed; bidi controls; zero-width characters, byte-order mark, soft hyphen.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+")
CONSTANTS = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(slots=True)
class Document:
    """Hold a parsed file and, for each value, where it starts (keys of mappings point at the key)."""

    path: Path
    value: Value = None
    places: dict[tuple[Step, ...], tuple[int, int]] = field(default_factory=dict)
    # How far down the text now stands from where it was parsed.
    moved: int = 0

    def position(self, *steps: Step) -> Position:
        """Return the place of the value at `steps`, or of the nearest value around it.

        Steps that are not in the file (pydantic adds the names of union members) are passed over.
        """
        known: tuple[Step, ...] = ()
        for step in steps:
            if (*known, step) in self.places:
                known = (*known, step)
        line, column = self.places.get(known, (1, 1))
        return Position(self.path, line + self.moved, column)


def read_text(path: Path) -> str:
    """Return a file as text; raise `ProblemsFoundError` for bad UTF-8, forbidden or non-NFC characters."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        message = f"found byte 0x{data[error.start]:02x}, expected UTF-8 text"
        raise ProblemsFoundError([Problem(Position(path, line, column), "bad-utf-8", message)]) from error
    text = text.replace("\r\n", "\n")
    if problems := list(_character_problems(path, text)):
        raise ProblemsFoundError(problems)
    return text


def _character_problems(path: Path, text: str) -> Iterator[Problem]:
    for match in FORBIDDEN.finditer(text):
        position = _place_in(path, text, match.start())
        name = unicodedata.name(match.group(), "control character")
        message = f"found U+{ord(match.group()):04X} {name}, expected no control, bidi or zero-width character"
        yield Problem(position, "forbidden-character", message)
    if not unicodedata.is_normalized("NFC", text):
        for number, line in enumerate(text.split("\n"), start=1):
            if not unicodedata.is_normalized("NFC", line):
                column = next(i for i in range(1, len(line) + 1) if not unicodedata.is_normalized("NFC", line[:i]))
                yield Problem(Position(path, number, column), "not-nfc", "found text that is not NFC; normalize it")


def _place_in(path: Path, text: str, index: int) -> Position:
    return Position(path, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def read_yaml(path: Path) -> Document:
    """Parse a file; raise `ProblemsFoundError` with every refusal that can be told in one reading."""
    return parse_yaml(path, read_text(path))


def parse_yaml(path: Path, text: str, *, first_line: int = 1) -> Document:
    """Parse text that starts at `first_line` of `path`."""
    builder = _Builder(path, first_line)
    try:
        for event in _events(text):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = f"{error.problem or error.context}; expected valid YAML"
        builder.problems.append(Problem(builder.position(mark), "bad-yaml", message))
    except yaml.reader.ReaderError as error:
        builder.problems.append(Problem(Position(path, first_line), "bad-yaml", str(error.reason)))
    if builder.problems:
        raise ProblemsFoundError(builder.problems)
    return builder.document


def _events(text: str) -> Iterator[yaml.Event]:
    """Yield what PyYAML's own `parse` yields, without asking before each event whether there is one."""
    loader = yaml.CSafeLoader(text)
    try:
        yield from iter(loader.get_event, None)
    finally:
        loader.dispose()


def _resolve(event: yaml.ScalarEvent) -> Value:
    """Return a scalar's value by the YAML 1.2 core schema; decimals keep their digits."""
    value = event.value
    if not event.implicit[0]:
        return value
    if value in CONSTANTS:
        return CONSTANTS[value]
    if INTEGER.fullmatch(value):
        return int(value)
    return Decimal(value) if DECIMAL.fullmatch(value) else value


class _Builder:
    """Build values from events on an explicit stack, so that no input can exhaust the process's own."""

    def __init__(self, path: Path, first_line: int) -> None:
        self.document = Document(path)
        self.problems: list[Problem] = []
        self._offset = first_line
        self._containers: list[dict[str, Value] | list[Value]] = []
        self._keys: list[str | None] = []
        self._steps: list[Step] = []

    def position(self, mark: Any) -> Position:
        """Return the place of a PyYAML mark (its C and Python kinds share no base class)."""
        if mark is None:
            return Position(self.document.path, self._offset)
        return Position(self.document.path, mark.line + self._offset, mark.column + 1)

    def take(self, event: yaml.Event) -> None:
        """Take the next event of the stream; the most frequent kinds are asked for first."""
        if isinstance(event, yaml.ScalarEvent):
            if event.anchor or event.tag:
                self._check_node(event)
            self._take_scalar(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close()
        elif isinstance(event, yaml.CollectionStartEvent):
            self._check_node(event)
            self._open({} if isinstance(event, yaml.MappingStartEvent) else [], event)
        elif isinstance(event, yaml.AliasEvent):
            self._refuse(event, "yaml-alias", f"found alias *{event.anchor}, expected the value itself")
            self._put(None, event)
        elif isinstance(event, yaml.DocumentStartEvent) and self.document.places:
            self._refuse(event, "yaml-documents", "found a second document, expected one a file")

    def _refuse(self, event: yaml.Event, rule: str, message: str) -> None:
        self.problems.append(Problem(self.position(event.start_mark), rule, message))

    def _check_node(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor:
            self._refuse(event, "yaml-alias", f"found anchor &{event.anchor}, expected plain YAML")
        if event.tag:
            self._refuse(event, "yaml-tag", f"found tag {event.tag}, expected plain YAML")

    def _expects_key(self) -> bool:
        return bool(self._containers) and isinstance(self._containers[-1], dict) and self._keys[-1] is None

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        if not self._expects_key():
            self._put(_resolve(event), event)
            return
        key = event.value
        mapping = self._containers[-1]
        if key in mapping:
            self._refuse(event, "duplicate-yaml-key", f"found key {key!r} a second time in one mapping")
        self._keys[-1] = key
        self._mark((*self._steps, key), event)

    def _mark(self, steps: tuple[Step, ...], event: yaml.Event) -> None:
        mark: Any = event.start_mark  # Events of the C parser always have one.
        self.document.places.setdefault(steps, (mark.line + self._offset, mark.column + 1))

    def _put(self, value: Value, event: yaml.Event) -> Step | None:
        """Store a value in the open container and return the step that leads to it."""
        if not self._containers:
            self.document.value = value
            self._mark((), event)
            return None
        container = self._containers[-1]
        if isinstance(container, list):
            step: Step = len(container)
            container.append(value)
            self._mark((*self._steps, step), event)
            return step
        key = self._keys[-1]
        if key is None:
            self._refuse(event, "yaml-key", "found a key that is not text")
            key = f"?{len(container)}"
        container[key] = value
        self._keys[-1] = None
        return key

    def _open(self, container: dict[str, Value] | list[Value], event: yaml.Event) -> None:
        if len(self._containers) >= MAX_DEPTH:
            message = f"found more than {MAX_DEPTH} levels of nesting"
            deep = Problem(self.position(event.start_mark), "yaml-depth", message)
            raise ProblemsFoundError([*self.problems, deep])
        key_was_open = self._expects_key()
        step = self._put(container, event)
        if key_was_open:
            self._keys[-1] = f"?{len(self._containers)}"
        self._steps.extend([] if step is None else [step])
        self._containers.append(container)
        self._keys.append(None)

    def _close(self) -> None:
        self._containers.pop()
        self._keys.pop()
        if self._steps:
            self._steps.pop()
