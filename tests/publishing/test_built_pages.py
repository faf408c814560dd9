"""What a strict build of the tiny site prints and writes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from atlas.publishing.assets import EXTRAS, assets_folder
from builtsite import build, copy_project
from minisite import soup

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import BeautifulSoup

URL = "https://example.org/atlas/"
ASSETS = re.compile(r'(?:href|src)="[^"]*assets/([^/"]+)/')


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("built")
    printed = build(copy_project(folder), URL)
    return folder / "site" / "atlas", printed


@pytest.fixture(scope="module")
def folder(project: tuple[Path, str]) -> Path:
    return project[0]


def assets(folder: Path) -> Path:
    """Return the only folder of styles and scripts."""
    (only,) = (folder / "assets").iterdir()
    return only


def page(folder: Path, path: str) -> BeautifulSoup:
    return soup((folder / path / "index.html").read_text(encoding="utf-8"))


def test_a_strict_build_prints_no_warning_and_no_flood(project: tuple[Path, str]) -> None:
    lines = project[1].splitlines()

    assert [line for line in lines if "WARNING" in line] == []
    assert len(lines) <= 6


@pytest.mark.parametrize(("path", "tag"), [("therapies/calmol", "en"), ("zh/therapies/calmol", "zh-CN")])
def test_a_page_names_its_language_itself_and_its_twin(folder: Path, path: str, tag: str) -> None:
    html = page(folder, path)
    alternates = {link["hreflang"]: link["href"] for link in html.select("link[hreflang]")}

    assert html.html and html.html["lang"] == tag
    assert html.select_one("link[rel=canonical]")["href"] == f"{URL}{path}/"  # type: ignore[index]
    assert alternates == {
        "en": f"{URL}therapies/calmol/",
        "zh-CN": f"{URL}zh/therapies/calmol/",
        "x-default": f"{URL}therapies/calmol/",
    }


def test_title_and_description_come_from_the_record(folder: Path) -> None:
    html = page(folder, "zh/therapies/calmol")

    assert html.title and html.title.text == "卡莫 · 焦虑与抑郁图谱"
    assert html.select_one("meta[name=description]")["content"] == "一种虚构的药。"  # type: ignore[index]


def test_a_page_has_one_first_heading(folder: Path) -> None:
    for path in ("", "therapies/calmol", "zh/references", "references/alpha2020first"):
        assert len(page(folder, path).select("h1")) == 1, path


def test_addresses_inside_pages_are_relative(folder: Path) -> None:
    for path in ("therapies/calmol", "zh/mechanisms/moodium", "references/alpha2020first"):
        rooted = [link["href"] for link in page(folder, path).select("a[href^='/']")]
        assert rooted == []


def test_the_sitemap_lists_both_languages(folder: Path) -> None:
    sitemap = ElementTree.parse(folder / "sitemap.xml")
    places = [loc.text for loc in sitemap.iterfind(".//{*}loc")]

    assert f"{URL}therapies/calmol/" in places
    assert f"{URL}zh/therapies/calmol/" in places
    assert len(places) == len(set(places))


def test_neither_the_themes_scripts_nor_the_records_are_published(folder: Path) -> None:
    files = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]

    assert [name for name in files if "bundle" in name or "workers" in name or name.endswith(".yaml")] == []
    # The dialog brings its own stylesheet when it is first opened.
    alone = {f"css/{name}.css" for extras in EXTRAS.values() for name in extras.styles}
    start = f"assets/{assets(folder).name}/"
    assert sorted(name.removeprefix(start) for name in files if name.endswith(".css")) == [
        "atlas.css",
        *sorted(alone),
        "search/dialog.css",
    ]


def test_every_page_names_the_one_folder_of_styles_and_scripts(folder: Path) -> None:
    named = {match for file in folder.rglob("*.html") for match in ASSETS.findall(file.read_text(encoding="utf-8"))}

    assert named == {assets(folder).name}


def test_the_folder_of_styles_and_scripts_is_named_after_what_it_holds(tmp_path: Path) -> None:
    docs = copy_project(tmp_path).parent / "docs"
    before = assets_folder(docs)
    script = docs / "assets" / "js" / "palette.js"
    script.write_text(script.read_text(encoding="utf-8") + "\n", encoding="utf-8")

    assert assets_folder(docs) != before


@pytest.mark.parametrize(("path", "sent"), [("guide/glossary", True), ("therapies/calmol", False)])
def test_what_one_page_alone_uses_is_sent_to_that_page_alone(folder: Path, path: str, sent: bool) -> None:
    html = page(folder, path)

    assert bool(html.select("link[href$='/css/glossary.css']")) is sent
    assert bool(html.select("script[src$='/js/glossary.js']")) is sent
    assert ".glossary-letter" not in (assets(folder) / "atlas.css").read_text(encoding="utf-8")
