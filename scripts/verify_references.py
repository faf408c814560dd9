"""Compare references with a registry's copy and print where they differ.

    verify_references.py ssri              the references that are filed under these topics
    verify_references.py --all

Asks the DOI registry's public interface (Crossref's REST API, JSON) one record at a time and compares title, first
author, year, volume and pages. It changes nothing: what differs is looked at by a person. Needs the network, so no
other command and no test run calls it.
"""

from __future__ import annotations

import argparse
import difflib
import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

from atlas.problem import Problem
from atlas.sources.library import load_library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from atlas.models.reference import Reference
    from atlas.sources.shelf import Shelf

ROOT = Path(__file__).resolve().parent.parent
REGISTRY = "https://api.crossref.org/works/"
AGENT = "anxiety-depression-atlas verify_references"
SECONDS = 30
# Titles differ in case, markup and subtitle; below this likeness they are different works.
ALIKE = 0.85


def fetch(doi: str) -> dict[str, Any] | None:
    """Return the registry's record of a DOI, or nothing if it has none or cannot be reached."""
    request = Request(REGISTRY + quote(doi), headers={"User-Agent": AGENT})
    try:
        with urlopen(request, timeout=SECONDS) as response:
            record: dict[str, Any] = json.load(response)["message"]
    except (URLError, TimeoutError, ValueError, KeyError):
        return None
    return record


def compare(
    references: Shelf[Reference], keys: Sequence[str], look_up: Callable[[str], dict[str, Any] | None] = fetch
) -> Iterator[Problem]:
    """Yield each field in which a reference and the registry differ."""
    for key in keys:
        doi = references[key].DOI
        record = look_up(doi) if doi else None
        if record is None:
            message = "not looked up: no DOI" if not doi else f"the registry has no answer for {doi}"
            yield Problem(references.position(key), "not-verified", f"{key}: {message}")
            continue
        for field, ours, theirs in _differences(references[key], record):
            place = references.position(key, field)
            yield Problem(place, "registry-differs", f"{key} {field}: found {ours!r}, the registry has {theirs!r}")


def _differences(reference: Reference, record: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    title = (record.get("title") or [""])[0]
    if _likeness(reference.title, title) < ALIKE:
        yield "title", reference.title, title
    authors = record.get("author") or [{}]
    first = authors[0].get("family") or authors[0].get("name") or ""
    if reference.author and first and _plain(reference.author[0].label) != _plain(first):
        yield "author", reference.author[0].label, first
    years = {part[0][0] for name in ("issued", "published-print", "published-online")
             if (part := record.get(name, {}).get("date-parts")) and part[0]}  # fmt: skip
    if years and reference.year not in years:
        yield "issued", str(reference.year), ", ".join(map(str, sorted(years)))
    for field in ("volume", "page"):
        ours, theirs = getattr(reference, field), record.get(field)
        if ours and theirs and _first_number(ours) != _first_number(theirs):
            yield field, ours, theirs


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", re.sub(r"<[^>]+>", "", text)).casefold()
    return "".join(character for character in letters if character.isalnum())


def _likeness(ours: str, theirs: str) -> float:
    """Compare titles up to the length of the shorter: registries often drop subtitles."""
    a, b = _plain(ours), _plain(theirs)
    shorter = min(len(a), len(b)) or 1
    return difflib.SequenceMatcher(None, a[:shorter], b[:shorter], autojunk=False).ratio()


def _first_number(text: str) -> str:
    return re.split(r"[-–—,]", text.strip())[0].casefold()


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the differences; return 1 if there is one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("topics", nargs="*", help="slugs of topics")
    parser.add_argument("--all", action="store_true", help="every reference")
    options = parser.parse_args(arguments)
    library, problems = load_library(ROOT / "docs" / "data")
    wanted = set(options.topics)
    keys = [key for key, item in library.references.items() if options.all or wanted & set(item.custom.topics)]
    if not keys:
        parser.error("no reference is filed under these topics; or say --all")
    found = [*problems, *compare(library.references, keys)]
    print(*(problem.relative_to(ROOT) for problem in found), sep="\n")
    print(f"{len(keys)} looked up, {len(found)} differences", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
