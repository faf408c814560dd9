"""The language switch keeps the page and the section."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from browser.conftest import OpenPage

DIRECTIONS = pytest.mark.parametrize(
    ("start", "switch", "end"),
    [("", "zh", "zh/"), ("zh/", "en", "")],
    ids=["to Chinese", "to English"],
)


@DIRECTIONS
def test_the_switch_keeps_the_section_that_is_being_read(
    open_page: OpenPage, start: str, switch: str, end: str
) -> None:
    page = open_page(f"{start}therapies/calmol/")
    page.locator("#key-claims").evaluate("heading => scrollTo(0, heading.offsetTop - 80)")
    page.locator(f"[data-language={switch}]").click()

    assert page.url.endswith(f"/atlas/{end}therapies/calmol/#key-claims")
    expect(page.locator("#key-claims")).to_be_in_viewport()


@DIRECTIONS
def test_the_switch_keeps_the_place_that_the_address_names(
    open_page: OpenPage, start: str, switch: str, end: str
) -> None:
    page = open_page(f"{start}therapies/calmol/#ref-beta2021second")
    page.locator(f"[data-language={switch}]").click()

    assert page.url.endswith(f"/atlas/{end}therapies/calmol/#ref-beta2021second")


@DIRECTIONS
def test_without_script_the_switch_keeps_the_page(open_page: OpenPage, start: str, switch: str, end: str) -> None:
    page = open_page(f"{start}mechanisms/moodium/", java_script_enabled=False)
    page.locator(f"[data-language={switch}]").click()

    assert page.url.endswith(f"/atlas/{end}mechanisms/moodium/")
