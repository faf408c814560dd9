"""Make the citation pages from the one YAML source: reference pages, lists and downloads, in both languages.

build_citations.py                       docs/data/references.yaml -> docs/{en,zh}/references/
build_citations.py --source FILE --out DIR
build_citations.py --check               write nothing; fail if a file is missing, differs or is left over
"""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from atlas.checks.references import duplicate_dois, duplicate_pmids
from atlas.problem import ProblemsFoundError
from atlas.render.catalogue import plan_catalogue
from atlas.render.formatting import PandocError
from atlas.sources.cache import Cache
from atlas.sources.output import find_changes, write_outputs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).resolve().parent.parent
SHOWN_CHANGES = 20
RULES = (duplicate_dois, duplicate_pmids)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0 if the files are, or now are, what they should be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, default=ROOT / "docs/data/references.yaml")
    parser.add_argument("--out", type=Path, default=ROOT / "docs")
    parser.add_argument("--cache", type=Path, default=ROOT / ".cache", help=argparse.SUPPRESS)
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    options = parser.parse_args(arguments)
    try:
        return build(options.source, options.out, options.cache, check=options.check)
    except ProblemsFoundError as error:
        for problem in error.problems:
            print(problem.relative_to(ROOT))
        print(f"{len(error.problems)} problems in {options.source}; nothing was written", file=sys.stderr)
    except (PandocError, OSError) as error:
        print(f"build_citations: {error}", file=sys.stderr)
    return 1


def build(source: Path, out: Path, cache: Path, *, check: bool, report: Callable[[str], None] = print) -> int:
    """Write or compare the files that follow from `source`, and say what was found."""
    catalogue = plan_catalogue(source, out, ROOT / "docs/data/words", cache, RULES)
    for warning in catalogue.warnings:
        print(warning.relative_to(ROOT), file=sys.stderr)
    if not check:
        changes = write_outputs(catalogue.outputs, catalogue.folders, Cache(cache))
        catalogue.save()
        report(f"{len(catalogue.outputs)} files, {len(changes)} changed")
        return 0
    changes = find_changes(catalogue.outputs, catalogue.folders)
    catalogue.save()
    for change in changes[:SHOWN_CHANGES]:
        report(f"{change.path}: {change.what}")
    advice = "; run scripts/build_citations.py" if changes else ""
    report(f"{len(catalogue.outputs)} files, {len(changes)} out of date{advice}")
    return 1 if changes else 0


if __name__ == "__main__":
    # A short run that keeps nearly all it makes: looking for garbage costs a tenth of it and finds none.
    gc.disable()
    sys.exit(main())
