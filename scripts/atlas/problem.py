"""One finding of a check, and the ways to print it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Severity(StrEnum):
    """Say whether a finding stops the run (`error`) or is only shown (`warning`)."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """Point into a file; line and column count from 1, as editors show them."""

    path: Path
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Name what is wrong and where, so that one place can sort, print and count all findings."""

    position: Position
    rule: str
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        mark = "" if self.severity is Severity.ERROR else "warning "
        return f"{self.position} {mark}{self.rule}: {self.message}"

    def relative_to(self, root: Path) -> Problem:
        """Return the finding with its path as it reads from `root`."""
        path = self.position.path
        short = path.relative_to(root) if path.is_relative_to(root) else path
        return replace(self, position=replace(self.position, path=short))

    def as_annotation(self) -> str:
        """Return the finding as a workflow command, which the forge shows beside the changed line."""
        where = f"file={self.position.path},line={self.position.line},col={self.position.column}"
        text = self.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        return f"::{self.severity} {where},title={self.rule}::{text}"


class ProblemsFoundError(Exception):
    """Carry every problem of a run, so that a command prints them all and exits once."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
