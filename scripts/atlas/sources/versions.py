"""Name the state of the atlas's own code, so that a cache forgets what older code made."""

from __future__ import annotations

import functools
from pathlib import Path

from atlas.sources.cache import digest

ATLAS = Path(__file__).parent.parent


@functools.cache
def code_version(*patterns: str) -> str:
    """Return a digest of the files under `scripts/atlas/` that match the patterns."""
    files = sorted({path for pattern in patterns for path in ATLAS.glob(pattern) if path.is_file()})
    return digest(*(path.read_text(encoding="utf-8") for path in files))
