"""Build the site in this process and print, as JSON, how long each stage took and the peak of memory after it.

A program of its own, so that the peak is that of one build. Run in the folder of the project to build.
"""

from __future__ import annotations

import functools
import json
import logging
import resource
import sys
import time
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path.cwd() / "scripts")]

from mkdocs.commands.build import build  # noqa: E402  # the path above comes first
from mkdocs.config import load_config  # noqa: E402

from atlas.publishing import build as atlas_build  # noqa: E402
from atlas.publishing import copies, generation, machines, search  # noqa: E402

# The stages, and the functions in which each spends its time.
STAGES = (
    ("records", atlas_build, "read_library"),
    ("citations", generation, "write_pages"),
    ("status page", generation, "write_status"),
    ("data and cards", machines, "add_files"),
    ("search index", search, "after_build"),
    ("offline and archive", copies, "after_build"),
)
MEGABYTE = 1024 if sys.platform == "linux" else 1024 * 1024  # of what `ru_maxrss` counts


def peak() -> float:
    """Return the most memory that this process, or any it has waited for, has held; in MiB."""
    sides = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(side).ru_maxrss for side in sides) / MEGABYTE


def watch(stages: dict[str, dict[str, float]], name: str, module: Any, function: str) -> None:
    """Let a function add what it takes to a stage."""
    original = getattr(module, function)
    stages[name] = {"seconds": 0.0, "peak": 0.0}

    @functools.wraps(original)
    def timed(*args: Any, **options: Any) -> Any:
        start = time.perf_counter()
        try:
            return original(*args, **options)
        finally:
            stages[name]["seconds"] += time.perf_counter() - start
            stages[name]["peak"] = peak()

    setattr(module, function, timed)


def main() -> int:
    """Build strictly into the folder given, and print the stages."""
    logging.basicConfig(level=logging.WARNING)  # what stops a build is only logged
    stages: dict[str, dict[str, float]] = {}
    for name, module, function in STAGES:
        watch(stages, name, module, function)
    start = time.perf_counter()
    config = load_config(config_file="mkdocs.yml", site_dir=sys.argv[1], strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    total = time.perf_counter() - start
    rest = total - sum(stage["seconds"] for stage in stages.values())
    stages["pages (MkDocs) and the rest"] = {"seconds": rest, "peak": peak()}
    stages["in all"] = {"seconds": total, "peak": peak()}
    print(json.dumps(stages))
    return 0


if __name__ == "__main__":
    sys.exit(main())
