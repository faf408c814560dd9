"""Run every benchmark, one after the other, each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from room import KEPT

FOLDER = Path(__file__).resolve().parent
BENCHMARKS = ("citations.py", "site_build.py", "edit_loop.py", "first_view.py")


def main() -> int:
    """Return the number of benchmarks that failed."""
    failed = 0
    with tempfile.TemporaryDirectory() as kept:
        for name in BENCHMARKS:
            print(f"== {name}", flush=True)
            run = subprocess.run([sys.executable, FOLDER / name], env={**os.environ, KEPT: kept}, check=False)
            failed += run.returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
