"""Load the library once for each state of its files, since every page of a build asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.sources.library import load_library

if TYPE_CHECKING:
    from pathlib import Path

    from atlas.problem import Problem
    from atlas.sources.library import Library

State = tuple[tuple[str, int, int], ...]
_loaded: dict[Path, tuple[State, Library, list[Problem]]] = {}


def current_library(data: Path) -> Library:
    """Return the library of a data folder as its files are now; what cannot be read is left out."""
    return current_records(data)[0]


def current_records(data: Path) -> tuple[Library, list[Problem]]:
    """Return the library as its files are now, with the problems of what could not be read."""
    data = data.resolve()
    state = _state(data)
    known = _loaded.get(data)
    if known is None or known[0] != state:
        _loaded[data] = known = (state, *load_library(data))
    return known[1], known[2]


def _state(data: Path) -> State:
    paths = [*data.glob("*.yaml"), *data.glob("topics/*.yaml"), *data.glob("words/*.yaml"), *data.glob("figures/*")]
    stats = [(str(path), path.stat()) for path in sorted(paths)]
    return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in stats)
