"""The archive of the site can be read by opening its files: no server, no script."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.test_accessibility import violations
from internal_links import broken_links

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from builtsite import BuiltSite


@pytest.fixture(scope="module")
def unpacked(site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    with zipfile.ZipFile(site.folder / "atlas.zip") as archive:
        archive.extractall(folder)
    return folder / "atlas"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("side", ["", "zh/"], ids=["en", "zh"])
def test_a_reader_goes_from_page_to_page_on_a_disk(unpacked: Path, page: Page, side: str) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.goto((unpacked / side / "index.html").as_uri())
    page.locator("a[href*='therapies/calmol/index.html']:visible").first.click()

    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
    page.locator(".citations a").first.click()
    assert page.evaluate("document.querySelector(':target') !== null")
    page.locator(".languages a:not([aria-current])").click()
    expect(page.locator("html")).to_have_attribute("lang", "en" if side else "zh-CN")
    page.locator(".crisis").click()
    expect(page.locator("a[href^='tel:']").first).to_be_visible()
    assert complaints == []


def test_what_needs_a_script_is_not_shown(unpacked: Path, page: Page) -> None:
    page.goto((unpacked / "guide" / "offline" / "index.html").as_uri())

    assert page.locator("main button:visible, header button:visible").count() == 0
    assert violations(page) == []


def test_every_link_of_the_archive_names_a_file_in_it(unpacked: Path) -> None:
    address = "file:///atlas/"
    named = [file.read_text(encoding="utf-8") for file in unpacked.rglob("*.html")]

    assert broken_links(unpacked, address) == []
    assert [text for text in named if 'href="../"' in text or 'href="./"' in text] == []
