"""Know which addresses the site has published, and which it has now."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from atlas.languages import Language
from atlas.models.api import LISTS
from atlas.sources.yaml_file import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from atlas.sources.library import Library
    from atlas.sources.pages import Site

FILE = "published-paths.txt"
LINE = re.compile(r"^(?P<path>[^\s#]+)(?:\s+->\s+(?P<target>\S+))?$")
GENERATED = ("status", "references/index", "references/by-topic", "references/by-year", "references/by-design")
FILES = ("api/claims.csv", "llms.txt", "sitemap.xml")


@dataclass(frozen=True, slots=True)
class Published:
    """Hold one line of the list: an address from the site's root and, if it has moved, where it leads."""

    path: str
    target: str | None
    line: int


def read_published(data: Path) -> list[Published]:
    """Return the committed list; a site that has published nothing has none."""
    file = data / FILE
    if not file.exists():
        return []
    lines = enumerate(read_text(file).splitlines(), start=1)
    matches = ((number, LINE.match(line.strip())) for number, line in lines)
    return [Published(match["path"], match["target"], number) for number, match in matches if match]


def current_paths(site: Site) -> set[str]:
    """Return the addresses that a build of the site would have now."""
    pages = {f"{language.prefix}{_address(path)}" for language in Language for path in _pages(site, language)}
    return {path for path in {*pages, *_files(site.library)} if path}


def _pages(site: Site, language: Language) -> Iterator[str]:
    yield from site.pages[language]
    yield from GENERATED
    yield from (f"references/{key}" for key in site.library.references)


def _address(path: str) -> str:
    """Return a page's address: folders end in a slash, and an index is its folder."""
    return f"{path.removesuffix('index')}".rstrip("/") + "/" if path != "index" else ""


def _files(library: Library) -> Iterator[str]:
    yield from FILES
    yield from (f"api/{name}.json" for name in LISTS)
    yield from (f"api/topics/{slug}.json" for slug in library.topics)
    yield from (f"{language.prefix}feed.xml" for language in Language)
