"""Read the list of words that the spelling dictionary does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.sources.yaml_file import read_text

if TYPE_CHECKING:
    from pathlib import Path


def read_word_list(file: Path) -> frozenset[str]:
    """Return the words of a file, one a line in lower case; `#` begins a comment."""
    if not file.exists():
        return frozenset()
    lines = (line.partition("#")[0].strip() for line in read_text(file).split("\n"))
    return frozenset(line.lower() for line in lines if line)
