"""A tiny, plainly fake library with the atlas's real words, and pages rendered from it."""

from __future__ import annotations

import datetime
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

import markdown
from atlas.languages import Language
from atlas.markdown import AtlasExtension
from atlas.render.view import View
from atlas.sources.library import Library, load_library
from markdown import Extension

if TYPE_CHECKING:
    from bs4 import Tag

FIXTURE = Path(__file__).parent / "fixtures" / "minisite" / "data"
WORDS = Path(__file__).parents[1] / "docs" / "data" / "words"
WORDS_USED = tuple(sorted(path.name for path in WORDS.glob("*.yaml")))
TODAY = "2027-06-01"


def copy_minisite(folder: Path) -> Path:
    """Return a data folder of one's own, with the real words."""
    data = folder / "data"
    shutil.copytree(FIXTURE, data)
    (data / "words").mkdir()
    for name in WORDS_USED:
        shutil.copy(WORDS / name, data / "words")
    return data


@cache
def minilibrary() -> Library:
    """Return the tiny library; it is whole, or the test that asks for it stops here."""
    with tempfile.TemporaryDirectory() as folder:
        library, problems = load_library(copy_minisite(Path(folder)))
    assert problems == [], problems
    return library


def miniview(language: Language = Language.EN, slug: str = "", **options: object) -> View:
    """Return a view of the tiny library, on a fixed day."""
    return View(minilibrary(), language, today=datetime.date.fromisoformat(TODAY), slug=slug, **options)  # type: ignore[arg-type]


def render(data: Path, text: str, language: str = "en", **options: str) -> str:
    """Return a page's HTML, converted with the extensions that the site uses."""
    ours = AtlasExtension(
        language=language, data=str(data), cache=str(data.parent / "cache"), today=TODAY, **options
    )
    theirs: list[str | Extension] = ["tables", "admonition", "footnotes", "attr_list", "toc", "fenced_code"]
    return markdown.Markdown(extensions=[*theirs, ours]).convert(text)


def soup(html: str) -> BeautifulSoup:
    """Return parsed HTML."""
    return BeautifulSoup(html, "html.parser")


def words_of(element: Tag | BeautifulSoup | None) -> str:
    """Return an element's text with single spaces."""
    assert element is not None
    return " ".join(element.get_text(" ").split())
