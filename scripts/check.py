"""Check the content: every rule, the named families or rules, or the files given.

check.py                          every rule on every file
check.py parity terms             these families, or single rules by the name they print
check.py docs/zh/therapies/ssri.md    every rule on that topic's three files, silent about others
check.py --format github          annotations beside the changed lines of a pull request
check.py parity --level PAGE      you compared both languages: keep in mind that their equal sections are level
check.py parity --level-changed   the same for sections changed in both languages (the publish workflow runs this)
"""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from atlas.checks.pairs import level
from atlas.checks.registry import FAMILIES
from atlas.problem import Problem, Severity
from atlas.sources.levels import levels_text
from atlas.sources.library import load_library
from atlas.sources.pages import load_site

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from atlas.sources.pages import Site

ROOT = Path(__file__).resolve().parent.parent


def find_problems(root: Path, names: Sequence[str] = (), files: Sequence[Path] = ()) -> list[Problem]:
    """Return the problems of `root`, sorted; `names` are families or rules, `files` limit where they stand."""
    library, problems = load_library(root / "docs" / "data")
    # Other pages need not be read when every file asked about belongs to a topic.
    only = {file.stem for file in files} if files and all(_is_topic_file(file) for file in files) else None
    site = load_site(root, library, only)
    found = [*problems, *site.problems, *_run(site, names)]
    wanted = [problem for problem in set(found) if _is_wanted(problem, names, problems)]
    return sorted(problem for problem in wanted if not files or _concerns(problem, files, root))


def _run(site: Site, names: Sequence[str]) -> Iterator[Problem]:
    only_families = names and all(name in FAMILIES for name in names)
    for family, checks in FAMILIES.items():
        if not only_families or family in names:
            for check in checks:
                yield from check(site)


def _is_wanted(problem: Problem, names: Sequence[str], unreadable: Sequence[Problem]) -> bool:
    rules = [name for name in names if name not in FAMILIES]
    return not rules or problem.rule in rules or problem in unreadable


def _concerns(problem: Problem, files: Sequence[Path], root: Path) -> bool:
    """Tell whether a problem stands in one of the files, or in the other files of the same topic."""
    place = (root / problem.position.path).resolve()
    topics = {file.stem for file in files if _is_topic_file(file)}
    return place in files or (_is_topic_file(place) and place.stem in topics)


def _is_topic_file(file: Path) -> bool:
    return file.suffix == ".md" or file.parent.name in {"topics", "parity"}


def write_levels(root: Path, page: str | None, today: datetime.date) -> list[Path]:
    """Write which sections of a page (of every page, if none is named) are level; return the files changed."""
    library, _ = load_library(root / "docs" / "data")
    site = load_site(root, library)
    pairs = [path.rpartition("/")[2] for path, english, chinese in site.pairs() if english and chinese]
    slugs = [Path(page).stem] if page else pairs
    written = []
    for slug in slugs:
        found = level(site, slug, today, only_changed=page is None)
        if found is None:
            raise SystemExit(f"no page {slug} in both languages")
        file, text = site.levels_file(found[0]), levels_text(found[1])
        if found[1].sections and (not file.exists() or file.read_text(encoding="utf-8") != text):
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
            written.append(file)
    return written


def report(problems: Sequence[Problem], style: str, root: Path) -> int:
    """Print every problem and a last line that counts them; return the exit code."""
    for problem in problems:
        print(problem.relative_to(root).as_annotation() if style == "github" else problem.relative_to(root))
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    print(f"{errors} errors, {len(problems) - errors} warnings", file=sys.stderr)
    return 1 if errors else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0 if no error was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*", help="families, rules, or files")
    parser.add_argument("--format", choices=("text", "github"), default="text")
    parser.add_argument("--level", metavar="PAGE", help="record that a page's equal sections are level")
    parser.add_argument("--level-changed", action="store_true", help="record sections changed in both languages")
    options = parser.parse_args(arguments)
    if options.level or options.level_changed:
        for file in write_levels(ROOT, options.level, datetime.date.today()):
            print(f"wrote {file.relative_to(ROOT)}", file=sys.stderr)
    files = [Path(name).resolve() for name in options.what if Path(name).suffix]
    names = [name for name in options.what if not Path(name).suffix]
    if missing := [file for file in files if not file.exists()]:
        parser.error(f"no such file: {', '.join(map(str, missing))}")
    return report(find_problems(ROOT, names, files), options.format, ROOT)


if __name__ == "__main__":
    sys.exit(main())
