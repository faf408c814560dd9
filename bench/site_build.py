"""Time the build stage by stage, beside plain MkDocs with Material and static-i18n on the same Markdown.

Plain reads the reference pages that our build has generated, as its pages too. Then the atlas is doubled: the same
references and topics once more under other names.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from citations import make_source
from edit_loop import LEFT_OUT, PLAIN_CONFIG, ROOT
from room import room

Stages = dict[str, dict[str, float]]
STAGES = Path(__file__).with_name("stages.py")
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def build_atlas(folder: Path, site: str = "site") -> Stages:
    """Build the project in `folder` into a new folder of it and return the stages."""
    command = [sys.executable, STAGES, folder / site]
    done = subprocess.run(command, cwd=folder, env=QUIET, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    stages: Stages = json.loads(done.stdout.splitlines()[-1])
    return stages


def build_plain(folder: Path) -> dict[str, float]:
    """Build the same Markdown plainly and return seconds and MiB."""
    (folder / "plain.yml").write_text(PLAIN_CONFIG, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--config-file",
        "plain.yml",
        "--site-dir",
        "plain",
    ]
    start = time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, env=QUIET, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as run:
        _, status, usage = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
    if run.returncode:
        sys.exit("plain MkDocs failed")
    return {"seconds": time.perf_counter() - start, "peak": usage.ru_maxrss / 1024}


def build_warm(folder: Path, name: str) -> Stages:
    """Return the stages of the faster of two builds in which nothing has changed."""
    builds = [build_atlas(folder, f"{name}-{number}") for number in range(2)]
    return min(builds, key=lambda stages: stages["in all"]["seconds"])


def count_pages(folder: Path, site: str) -> int:
    """Return how many pages a built site has."""
    return sum(1 for _ in (folder / site).rglob("*.html"))


def double(folder: Path) -> None:
    """Add every reference and every mechanism and therapy once more."""
    references = folder / "docs" / "data" / "references.yaml"
    count = len(re.findall(r"^- id:", references.read_text(encoding="utf-8"), flags=re.MULTILINE))
    again = folder / "again.yaml"
    make_source(again, count)
    _, items = again.read_text(encoding="utf-8").split("references:\n", 1)
    references.write_text(references.read_text(encoding="utf-8").rstrip("\n") + "\n" + items, encoding="utf-8")
    for family in ("mechanisms", "therapies"):
        for page in sorted((folder / "docs" / "en" / family).glob("*.md")):
            for file in (
                page,
                folder / "docs/zh" / family / page.name,
                folder / "docs/data/topics" / f"{page.stem}.yaml",
            ):
                file.with_stem(f"{page.stem}-two").write_text(_renamed(file, page.stem), encoding="utf-8")


def _renamed(file: Path, slug: str) -> str:
    """Return a page or record of `slug` for `slug-two`: its blocks and claims."""
    text = file.read_text(encoding="utf-8")
    text = re.sub(rf"(?m)^(slug: |/// [\w-]+ \| ){slug}$", rf"\g<1>{slug}-two", text)
    return re.sub(rf"(id: |claim: |claim:|#claim-|#dispute-|claim \| ){slug}-", rf"\g<1>{slug}-two-", text)


def report(stages: Stages, plain: dict[str, float]) -> None:
    """Print each stage and its share of plain MkDocs."""
    for name, stage in stages.items():
        ratio = stage["seconds"] / plain["seconds"]
        print(f"  {name}: {stage['seconds']:.1f} s = {ratio:.2f} x plain; peak so far {stage['peak']:.0f} MiB")


def copied(place: Path) -> Path:
    """Return a copy of the working tree with nothing cached or built."""
    ignored: Any = lambda folder, names: {*LEFT_OUT(folder, names), *({".cache"} & set(names))}  # noqa: E731
    return Path(shutil.copytree(ROOT, place, ignore=ignored))


def main() -> int:
    """Print the stages, cold and warm, the ratio to plain, and the growth."""
    with room() as temporary:
        folder = copied(temporary / "atlas")
        cold, warm = build_atlas(folder), build_warm(folder, "warm")
        plain = build_plain(folder)
        print(f"plain MkDocs + Material + static-i18n: {plain['seconds']:.1f} s; peak {plain['peak']:.0f} MiB")
        print("with nothing cached:")
        report(cold, plain)
        print("with a warm cache:")
        report(warm, plain)
        double(folder)
        build_atlas(folder, "double")
        doubled = build_warm(folder, "double-warm")
        pages = count_pages(folder, "site")
        more = count_pages(folder, "double") / pages
        growth = doubled["in all"]["seconds"] / warm["in all"]["seconds"]
        print(f"{more:.2f} times the pages ({pages} at first) take {growth:.2f} times as long, warm")
    return 0


if __name__ == "__main__":
    sys.exit(main())
