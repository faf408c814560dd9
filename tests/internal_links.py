"""Follow every link of a built site that stays on it."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ADDRESSES = {"href", "src", "data-src", "action"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids |= {value for name, value in attrs if name == "id" and value}
        self.links |= {value for name, value in attrs if name in ADDRESSES and value}


def broken_links(folder: Path, url: str) -> list[str]:
    """Return each link that leads to no file or no anchor of the site at `url`, as `page: link`."""

    @cache
    def ids(file: Path) -> frozenset[str]:
        return frozenset(_read(file).ids)

    def leads_somewhere(address: str) -> bool:
        parts = urlsplit(address)
        file = folder / unquote(parts.path.removeprefix(urlsplit(url).path))
        file = file / "index.html" if file.is_dir() else file
        anchor = unquote(parts.fragment)
        return file.is_file() and (not anchor or file.suffix != ".html" or anchor in ids(file))

    return sorted(
        f"{page}: {link}"
        for page, link in _links(folder)
        if (address := urljoin(url + page, link)).startswith(url) and not leads_somewhere(address)
    )


def _links(folder: Path) -> Iterator[tuple[str, str]]:
    for file in folder.rglob("*"):
        page = file.relative_to(folder).as_posix().removesuffix("index.html")
        if file.suffix == ".html":
            yield from ((page, link) for link in _read(file).links)
        elif file.suffix in {".xml", ".txt"}:
            text = file.read_text(encoding="utf-8")
            yield from ((page, link) for link in re.findall(r"https?://[^\s<>\"')]+", text))


def _read(file: Path) -> _Reader:
    reader = _Reader()
    reader.feed(file.read_text(encoding="utf-8"))
    return reader
