"""A folder for the files of a benchmark.

For minutes after many files were removed, ext4 takes up to ten times as long to make new ones. So nothing that a
benchmark wrote is removed while another may run.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Names the folder that is removed after the last of several benchmarks.
KEPT = "BENCH_FOLDER"


@contextlib.contextmanager
def room() -> Iterator[Path]:
    """Yield a new folder; it is removed in the end, unless whoever runs several benchmarks removes it later."""
    kept = os.environ.get(KEPT)
    folder = Path(tempfile.mkdtemp(dir=kept))
    try:
        yield folder
    finally:
        if kept is None:
            shutil.rmtree(folder)
