"""Run every benchmark, one after the other, each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
BENCHMARKS = ("citations.py", "site_build.py", "edit_loop.py", "first_view.py")


def main() -> int:
    """Return the number of benchmarks that failed."""
    failed = 0
    for name in BENCHMARKS:
        print(f"== {name}", flush=True)
        failed += subprocess.run([sys.executable, FOLDER / name], check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
