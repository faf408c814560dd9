"""Files for programs are published, linked, and work with the example that the site prints."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from minisite import soup

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def folder(site_folder: Path) -> Path:
    return site_folder


@pytest.mark.parametrize("name", ["topics", "claims", "relations", "references", "topics/calmol"])
def test_data_are_published(folder: Path, name: str) -> None:
    assert json.loads((folder / "api" / f"{name}.json").read_text(encoding="utf-8"))["format"] == 1


@pytest.mark.parametrize("path", ["therapies/calmol", "zh/therapies/calmol"])
def test_a_page_leads_to_its_record(folder: Path, path: str) -> None:
    page = folder / path / "index.html"
    link = soup(page.read_text(encoding="utf-8")).select_one(".data-links a")

    assert link is not None
    assert (page.parent / str(link["href"])).resolve() == folder / "api" / "topics" / "calmol.json"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_pages_example_runs_on_the_published_data(folder: Path, language: str) -> None:
    text = (ROOT / "docs" / language / "guide" / "data.md").read_text(encoding="utf-8")
    example = re.search(r"```python\n(.*?)```", text, re.DOTALL)
    assert example is not None
    program = example[1].replace("https://example.org/", f"{folder.as_uri()}/").replace('"ssri"', '"calmol"')

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert done.stdout.splitlines()[0] == "calmol-gloom SMD -0.3 -0.4 -0.2", done.stderr


@pytest.mark.parametrize(("path", "tag"), [("therapies/calmol", "en"), ("zh/therapies/calmol", "zh-CN")])
def test_a_page_describes_itself_to_search_engines_and_previews(folder: Path, path: str, tag: str) -> None:
    html = soup((folder / path / "index.html").read_text(encoding="utf-8"))
    page, breadcrumbs = json.loads(html.select("script[type='application/ld+json']")[0].text)["@graph"]
    properties = {str(meta["property"]): meta["content"] for meta in html.select("meta[property]")}

    assert (page["@type"], page["inLanguage"]) == ("MedicalWebPage", tag)
    assert page["url"] == properties["og:url"] == f"https://example.org/atlas/{path}/"
    assert len(page["citation"]) == len(html.select(".bibliography > li"))
    assert (
        breadcrumbs["itemListElement"][0]["item"]["@id"]
        == "https://example.org/atlas/" + path[: -len("therapies/calmol")]
    )
    assert properties["og:title"] in {"Calmol", "卡莫"}


@pytest.mark.parametrize("side", ["", "zh"])
def test_a_page_leads_feed_readers_to_its_languages_feed(folder: Path, side: str) -> None:
    page = folder / side / "index.html"
    link = soup(page.read_text(encoding="utf-8")).select_one("link[type='application/atom+xml']")

    assert link is not None
    assert (page.parent / str(link["href"])).resolve() == folder / side / "feed.xml"
    assert (folder / side / "feed.xml").is_file()


def test_language_models_find_their_list(folder: Path) -> None:
    assert "therapies/calmol/" in (folder / "llms.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "card"),
    [
        ("therapies/calmol", "cards/en/calmol.png"),
        ("zh/therapies/calmol", "cards/zh/calmol.png"),
        ("zh/references/alpha2020first", "cards/zh/atlas.png"),
        (".", "cards/en/atlas.png"),
    ],
)
def test_a_page_shows_link_previews_its_card(folder: Path, path: str, card: str) -> None:
    html = soup((folder / path / "index.html").read_text(encoding="utf-8"))
    image = html.select_one("meta[property='og:image']")

    assert image is not None
    assert image["content"] == f"https://example.org/atlas/{card}"
    assert (folder / card).read_bytes().startswith(b"\x89PNG")
