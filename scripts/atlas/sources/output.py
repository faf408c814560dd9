"""Write generated files: whole or not at all, and only those whose bytes change."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from atlas.sources.cache import Cache


@dataclass(frozen=True, slots=True, eq=False)
class Output:
    """Promise a file: `key` names everything its text depends on, `render` makes the text when it is needed."""

    folder: Path
    name: str
    key: str
    render: Callable[[], str]

    @property
    def path(self) -> Path:
        """Return where the file stands; folder and name are kept apart because thousands of paths cost time."""
        return self.folder / self.name


@dataclass(frozen=True, slots=True)
class Change:
    """Name a file that differs from what it should hold, and how."""

    path: Path
    what: str


def find_changes(outputs: Sequence[Output], folders: Sequence[Path]) -> list[Change]:
    """Return what a run would write or remove; every file is rendered and compared."""
    changes = []
    for output in outputs:
        if not output.path.exists():
            changes.append(Change(output.path, "missing"))
        elif output.path.read_bytes() != output.render().encode():
            changes.append(Change(output.path, "differs"))
    left_over = [Change(path, "left over") for path in _stale(outputs, folders)]
    return sorted([*changes, *left_over], key=lambda change: change.path)


def write_outputs(outputs: Sequence[Output], folders: Sequence[Path], cache: Cache) -> list[Change]:
    """Bring the files up to date and remove the others from `folders`, which belong to the generator alone.

    A file is rendered only if its key is new or the file was touched since; all are written beside their places
    before the first takes its place, so that a fault leaves everything as it was.
    """
    known = {folder: cache.read_kind(_kind(folder)) for folder in folders}
    stamps = {folder: _stamps(folder) for folder in folders}
    old = {output: stamps[output.folder].get(output.name, "") for output in outputs}
    due = [output for output in outputs if known[output.folder].get(output.name) != _mark(output, old[output])]
    staged = _stage_all(due, old)
    marks = {folder: dict[str, str]() for folder in folders}
    for output in due:
        stamp = staged[output].stamp if output in staged else old[output]
        marks[output.folder][output.name] = _mark(output, stamp)
    for folder in folders:
        cache.write(_kind(folder), marks[folder])
        cache.keep_only(_kind(folder), [output.name for output in outputs if output.folder == folder])
    # What stood there before and was not promised; this run itself adds nothing else.
    wanted = {(output.folder, output.name) for output in outputs}
    removed = [
        folder / name for folder in folders for name in sorted(stamps[folder]) if (folder, name) not in wanted
    ]
    for path in removed:
        path.unlink(missing_ok=True)
    written = [Change(output.path, "written") for output in staged]
    return [*written, *(Change(path, "removed") for path in removed)]


def _stage_all(due: Sequence[Output], old: Mapping[Output, str]) -> dict[Output, _Staged]:
    """Write what differs from the file that stands there beside it, and in the end put all in place."""
    for folder in {output.folder for output in due}:
        folder.mkdir(parents=True, exist_ok=True)
    staged = {}
    try:
        for output in due:
            data = output.render().encode()
            if not old[output] or output.path.read_bytes() != data:
                staged[output] = _stage(output.folder, output.name, data)
        for each in staged.values():
            each.publish()
    except BaseException:
        for each in staged.values():
            each.discard()
        raise
    return staged


def _kind(folder: Path) -> str:
    return f"output {folder}"


def _mark(output: Output, stamp: str) -> str:
    return f"{output.key} {stamp}"


def _stamp(status: os.stat_result) -> str:
    return f"{status.st_mtime_ns}:{status.st_size}"


def _stamps(folder: Path) -> dict[str, str]:
    if not folder.is_dir():
        return {}
    with os.scandir(folder) as entries:
        # A name with a leading dot is a file that another process is writing at this moment.
        return {entry.name: _stamp(entry.stat()) for entry in entries if entry.name[0] != "." and entry.is_file()}


def _stale(outputs: Sequence[Output], folders: Sequence[Path]) -> list[Path]:
    wanted = {(output.folder, output.name) for output in outputs}
    return [folder / name for folder in folders for name in sorted(_stamps(folder)) if (folder, name) not in wanted]


@dataclass(frozen=True, slots=True)
class _Staged:
    """Hold a file that is written and waits beside its place; plain paths, because there are thousands."""

    waiting: str
    place: str
    stamp: str

    def publish(self) -> None:
        os.replace(self.waiting, self.place)  # noqa: PTH105

    def discard(self) -> None:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(self.waiting)  # noqa: PTH108


def _stage(folder: Path, name: str, data: bytes) -> _Staged:
    # Named after the process, because two of them may be at work.
    waiting = f"{folder}/.{name}.{os.getpid()}.tmp"
    try:
        with open(waiting, "wb", buffering=0) as file:  # noqa: PTH123
            file.write(data)
            return _Staged(waiting, f"{folder}/{name}", _stamp(os.fstat(file.fileno())))
    except BaseException:
        Path(waiting).unlink(missing_ok=True)
        raise


def write_whole(folder: Path, name: str, data: bytes) -> None:
    """Replace a file at once, so that a reader sees the old or the new."""
    _stage(folder, name, data).publish()
