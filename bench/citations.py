"""Time the citation engine on a made-up library of 5,000 records, side by side with what it stands on.

Ratios, not seconds, are the result: both sides of each run on this machine within the same minutes.

Of what begins from nothing the least of several rounds counts. What writing its 10,000 files alone takes is printed
too, since that changes most from hour to hour.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(Path(__file__).resolve().parent)]

import pypandoc  # type: ignore[import-untyped]  # noqa: E402 - ships no types; the path above comes first
from bibtex_plugin import time_added_build  # noqa: E402
from room import room  # noqa: E402

from atlas.languages import Language  # noqa: E402
from atlas.render.formatting import STYLE_OF_LANGUAGE  # noqa: E402
from build_citations import build  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SOURCE = ROOT / "docs" / "data" / "references.yaml"
PAGES = 50
ROUNDS = 3
REPEATS = 5


def make_source(path: Path, count: int) -> None:
    """Write a library of `count` records: those of the atlas over and over, with identifiers of their own."""
    head, *items = re.split(r"^(?=- id:)", SOURCE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(head + "".join(_variant(items[i % len(items)], i) for i in range(count)), encoding="utf-8")


def _variant(item: str, number: int) -> str:
    item = re.sub(r"^- id: (\S+)", rf"- id: \1-{number}", item)
    item = re.sub(r"^  DOI: (\S+?)(['\"]?)$", rf"  DOI: \1.{number}\2", item, flags=re.MULTILINE)
    return re.sub(r"^  PMID: .*$", f"  PMID: {10_000_000 + number}", item, flags=re.MULTILINE)


def seconds(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


@dataclass(frozen=True)
class Place:
    """Name where one made-up library and what is made of it stand."""

    folder: Path

    @property
    def source(self) -> Path:
        """Return the YAML file."""
        return self.folder / "docs" / "data" / "references.yaml"

    @property
    def out(self) -> Path:
        """Return the folder of the generated pages."""
        return self.folder / "docs"

    @property
    def cache(self) -> Path:
        """Return the folder of the cache."""
        return self.folder / "cache"

    @property
    def pages(self) -> Path:
        """Return the folder of the English pages and of the downloads."""
        return self.out / "en" / "references"

    @property
    def items(self) -> Path:
        """Return the library as we export it, in one file: what pandoc alone is given."""
        return self.pages / "library.json"


def run_command(place: Place) -> None:
    """Run the command as a person does."""
    command = [sys.executable, str(ROOT / "scripts" / "build_citations.py")]
    places = ["--source", str(place.source), "--out", str(place.out), "--cache", str(place.cache)]
    subprocess.run([*command, *places], check=True, stdout=subprocess.DEVNULL)


def run_pandoc(items: Path) -> None:
    """Format the library by pandoc alone, once a style."""
    for language in Language:
        command = [pypandoc.get_pandoc_path(), items, "--from=csljson", "--to=html", "--wrap=none", "--citeproc"]
        subprocess.run([*command, f"--csl={STYLE_OF_LANGUAGE[language]}"], check=True, stdout=subprocess.DEVNULL)


def change_one_record(source: Path, times: int) -> None:
    """Change the title of one record."""
    text = source.read_text(encoding="utf-8")
    title = f"  title: Changed {times} times\n"
    source.write_text(
        re.sub(r"^  title: .*\n(?:    .*\n)*", title, text, count=1, flags=re.MULTILINE), encoding="utf-8"
    )


def write_alone(pages: Path, folder: Path) -> float:
    """Return how long it takes to write the files of a folder once more, and nothing else."""
    folder.mkdir()
    texts = {path.name: path.read_bytes() for path in pages.iterdir()}
    return seconds(lambda: [(folder / name).write_bytes(text) for name, text in texts.items()])


def one_round(place: Place, count: int) -> tuple[float, float, float]:
    """Return what making everything from nothing takes, what pandoc alone, and what writing the files alone."""
    make_source(place.source, count)
    cold = seconds(lambda: run_command(place))
    pandoc = seconds(lambda: run_pandoc(place.items))
    return cold, pandoc, 2 * write_alone(place.pages, place.folder / "alone")


def measure(folder: Path, count: int) -> Iterator[str]:
    """Yield the report's lines."""
    places = [Place(folder / str(number)) for number in range(ROUNDS)]
    rounds = [one_round(place, count) for place in places]
    cold, pandoc, files = (min(times) for times in zip(*rounds, strict=True))
    yield f"{count:,} records; pandoc alone, two runs (one a style): {pandoc:.1f} s"
    yield f"writing the files alone, in both languages: {files:.1f} s"
    yield f"from nothing, all pages, lists and downloads: {cold:.1f} s = {cold / pandoc:.2f} x pandoc alone"
    yield f"  each round by itself: {', '.join(f'{each[0] / each[1]:.2f}' for each in rounds)}"
    place = places[-1]
    again = min(seconds(lambda: run_command(place)) for _ in range(REPEATS))
    yield f"nothing changed, whole command: {again:.2f} s = {again / pandoc:.3f} x"
    commands, inside = [], []
    for times in range(REPEATS):
        change_one_record(place.source, 2 * times)
        commands.append(seconds(lambda: run_command(place)))
        change_one_record(place.source, 2 * times + 1)
        inside.append(seconds(lambda: _build_quietly(place)))
    yield f"one record changed, whole command: {min(commands):.2f} s = {min(commands) / pandoc:.3f} x"
    yield f"one record changed, inside a running process: {min(inside):.2f} s = {min(inside) / pandoc:.3f} x"
    citekeys = [item["id"] for item in json.loads(place.items.read_text(encoding="utf-8"))]
    yield from time_added_build(place.folder, citekeys, PAGES)


def _build_quietly(place: Place) -> None:
    build(place.source, place.out, place.cache, check=False, report=lambda _: None)


def main() -> int:
    """Print the measurements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=5000)
    options = parser.parse_args()
    with room() as folder:
        for line in measure(folder, options.records):
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
