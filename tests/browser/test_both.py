"""Both languages at once: each block with its counterpart, nothing lost, nothing jumping."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from browser.conftest import OpenPage

SIDES = pytest.mark.parametrize(
    ("start", "tag"), [("", "zh-CN"), ("zh/", "en")], ids=["from English", "from Chinese"]
)
WIDTHS = pytest.mark.parametrize("width", [390, 1440])
BUTTON = ".both-button"


def read_both(open_page: OpenPage, start: str, width: int = 1440) -> Page:
    page = open_page(f"{start}therapies/calmol/", viewport={"width": width, "height": 900})
    page.locator(BUTTON).click()
    expect(page.locator("html.reading-both")).to_have_count(1)
    return page


@SIDES
@WIDTHS
def test_every_block_has_its_counterpart_in_the_other_language(
    open_page: OpenPage, start: str, tag: str, width: int
) -> None:
    page = read_both(open_page, start, width)

    expect(page.locator(".counterpart-missing")).to_have_count(0)
    assert page.locator(".counterpart").count() == page.locator(f".counterpart[lang={tag}]").count() > 10


@SIDES
def test_a_counterpart_stands_beside_on_a_desktop_and_below_on_a_phone(
    open_page: OpenPage, start: str, tag: str
) -> None:
    def offsets(width: int) -> tuple[float, float]:
        page = read_both(open_page, start, width)
        block = page.locator("#in-plain-words ~ p.has-counterpart").first
        ours, theirs = block.bounding_box(), block.locator("+ .counterpart").bounding_box()
        assert ours is not None and theirs is not None
        return theirs["x"] - ours["x"], theirs["y"] - ours["y"]

    right, _ = offsets(1440)
    _, down = offsets(390)

    assert right > 400
    assert down > 20


@SIDES
@WIDTHS
def test_what_is_being_read_stays_in_its_place(open_page: OpenPage, start: str, tag: str, width: int) -> None:
    page = open_page(f"{start}therapies/calmol/", viewport={"width": width, "height": 700})
    under_the_header = 10 if width < 500 else 80
    page.locator("#key-claims").evaluate("(heading, gap) => scrollTo(0, heading.offsetTop - gap)", under_the_header)
    top = "document.querySelector('#key-claims').getBoundingClientRect().top"
    before = page.evaluate(top)
    # Not by the mouse: on a phone the header has scrolled away, and reaching for it would scroll.
    page.locator(BUTTON).evaluate("button => button.click()")
    expect(page.locator("html.reading-both")).to_have_count(1)

    assert abs(page.evaluate(top) - before) < 3


@SIDES
def test_the_mode_is_remembered_and_left_by_choosing_one_language(
    open_page: OpenPage, start: str, tag: str
) -> None:
    page = read_both(open_page, start)
    page.reload()
    expect(page.locator("html.reading-both")).to_have_count(1)
    page.locator(".languages [aria-current]").click()

    expect(page.locator(".counterpart")).to_have_count(0)
    page.reload()
    expect(page.locator(BUTTON)).to_have_attribute("aria-pressed", "false")


def test_no_id_stands_twice_and_links_lead_to_the_twin(open_page: OpenPage) -> None:
    page = read_both(open_page, "")
    ids = page.eval_on_selector_all("[id]", "nodes => nodes.map(node => node.id)")
    links = page.eval_on_selector_all(".counterpart a[href*='/']", "nodes => nodes.map(node => node.href)")

    shared = ("doi.org", "/api/", "/downloads/")  # works and data files, which are one for both languages

    assert len(ids) == len(set(ids))
    assert len(links) > 3
    assert [link for link in links if "/zh/" not in link and not any(part in link for part in shared)] == []


def test_a_screen_reader_hears_what_happened(open_page: OpenPage) -> None:
    page = read_both(open_page, "")

    expect(page.locator("[role=status]", has_text="blocks shown in both languages")).to_have_count(1)
    assert page.locator(".counterpart[role=group][aria-label]").count() > 5


def test_the_switch_works_by_keyboard(open_page: OpenPage) -> None:
    page = open_page("therapies/calmol/")
    page.locator(BUTTON).focus()
    page.keyboard.press("Enter")

    expect(page.locator("html.reading-both")).to_have_count(1)


def test_a_twin_that_cannot_be_loaded_is_told(open_page: OpenPage) -> None:
    # The service worker's requests would go past the route.
    page = open_page("therapies/calmol/", service_workers="block")
    page.route("**/zh/therapies/calmol/", lambda route: route.abort())
    page.locator(BUTTON).click()

    expect(page.locator("[role=status]", has_text="could not be loaded")).to_have_count(1)
    expect(page.locator(BUTTON)).to_have_attribute("aria-pressed", "false")


def test_without_script_the_button_is_not_there(open_page: OpenPage) -> None:
    page = open_page("therapies/calmol/", java_script_enabled=False)

    expect(page.locator(BUTTON)).to_be_hidden()
