"""Whatever is not in the page's language says so, so that voices and typefaces change with it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from builtsite import BuiltSite

HAN = re.compile(r"[\u3400-\u9fff]")
# Names and abbreviations are at home in Chinese text; five words on end are a phrase or a title.
PHRASE = re.compile(r"[A-Za-z][A-Za-z'’-]*(?:[ ,;:]+[A-Za-z(][A-Za-z'’)-]*){4,}")
EMPTY = frozenset({"meta", "link", "br", "img", "input", "hr", "wbr", "source", "col"})
NO_LANGUAGE = frozenset({"script", "style", "code", "pre", "title"})
SPOKEN = ("title", "aria-label", "alt", "placeholder")
# Reference pages are all of one make.
EACH = 25


class ForeignWords(HTMLParser):
    """Collect what is not in the language that its element names."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        language = values.get("lang") or (self._open[-1][1] if self._open else "")
        for name in SPOKEN:
            self._check(values.get(name) or "", language)
        if tag not in EMPTY:
            self._open.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        while any(name == tag for name, _ in self._open):
            if self._open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        if self._open and not NO_LANGUAGE & {name for name, _ in self._open}:
            self._check(data, self._open[-1][1])

    def _check(self, text: str, language: str) -> None:
        foreign = HAN if language.startswith("en") else PHRASE if language.startswith("zh") else None
        if foreign and (match := foreign.search(text)):
            self.found.append(text[max(match.start() - 20, 0) : match.end() + 20])


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<html lang="en"><p>Qi 气</p>', 1),
        ('<html lang="en"><p>Qi <span lang="zh-CN">气</span></p>', 0),
        ('<html lang="zh-CN"><p>见 The rise and fall of gloom</p>', 1),
        ('<html lang="zh-CN"><p>见 <cite lang="en">The rise and fall of gloom</cite></p>', 0),
        ('<html lang="zh-CN"><p>SSRI 与 SNRI</p>', 0),
    ],
)
def test_the_finder_knows_marked_words_from_unmarked_ones(html: str, found: int) -> None:
    parser = ForeignWords()
    parser.feed(html)

    assert len(parser.found) == found


@pytest.mark.parametrize("side", ["en", "zh"])
def test_foreign_words_are_marked_on_every_page(real_site: BuiltSite, side: str) -> None:
    files = sorted(real_site.folder.rglob("index.html"))
    files = [file for file in files if ("zh" in file.relative_to(real_site.folder).parts) is (side == "zh")]
    pages = [file for file in files if file.parent.parent.name != "references"]
    references = [file for file in files if file.parent.parent.name == "references"]
    found = []
    for file in [*pages, *references[::EACH]]:
        parser = ForeignWords()
        parser.feed(file.read_text(encoding="utf-8"))
        found += [f"{file.relative_to(real_site.folder)}: {text}" for text in parser.found]

    assert pages and references
    assert found == []
