"""Palette, drawer, table of contents, crisis help: what every page has around its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from browser.conftest import OpenPage

PHONE = {"width": 390, "height": 844}
BACKGROUND = "getComputedStyle(document.body).backgroundColor"


def test_a_chosen_scheme_is_kept_on_the_next_page(open_page: OpenPage) -> None:
    page = open_page("therapies/calmol/", color_scheme="light")
    light = page.evaluate(BACKGROUND)
    page.locator(".scheme-button").click()
    dark = page.evaluate(BACKGROUND)
    page.locator("[data-language=zh]").click()
    page.wait_for_url("**/zh/**")

    assert dark != light
    assert page.evaluate(BACKGROUND) == dark


def test_without_script_the_scheme_is_the_systems(open_page: OpenPage) -> None:
    schemes = [
        open_page("therapies/calmol/", color_scheme=scheme, java_script_enabled=False)
        for scheme in ("light", "dark")
    ]
    colors = {page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor") for page in schemes}

    assert len(colors) == 2
    for page in schemes:
        expect(page.locator(".scheme-button")).to_be_hidden()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_the_drawer_opens_on_a_phone(open_page: OpenPage, script: bool) -> None:
    page = open_page("therapies/calmol/", viewport=PHONE, java_script_enabled=script)
    link = page.locator(".contents a[href*='calmol']")
    expect(link).not_to_be_in_viewport()

    page.locator(".menu-button").click()
    expect(link).to_be_in_viewport()

    page.locator(".menu-button").click()
    expect(link).not_to_be_in_viewport()


def test_the_drawer_opens_and_closes_by_keyboard(open_page: OpenPage) -> None:
    page = open_page("therapies/calmol/", viewport=PHONE)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".contents")).to_be_visible()

    page.keyboard.press("Escape")
    expect(page.locator(".contents")).to_be_hidden()


def test_the_skip_link_comes_first_and_leads_to_the_text(open_page: OpenPage) -> None:
    page = open_page("therapies/calmol/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()

    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()


def test_the_section_being_read_is_marked(open_page: OpenPage) -> None:
    page = open_page("therapies/calmol/", viewport={"width": 1440, "height": 900})
    page.locator("#how-well-it-works").evaluate("heading => scrollTo(0, heading.offsetTop - 80)")

    expect(page.locator(".on-this-page [aria-current]")).to_have_attribute("href", "#how-well-it-works")


@pytest.mark.parametrize(
    "path", ["", "zh/", "therapies/calmol/", "zh/guide/about-editorial/", "references/alpha2020first/"]
)
@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_crisis_help_stands_in_the_first_screen_and_nothing_is_wider_than_it(
    open_page: OpenPage, path: str, width: int
) -> None:
    page = open_page(path, viewport={"width": width, "height": 700})

    expect(page.locator("header .crisis")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
