"""A picture opens large in a dialog of its own, by pointer and by keyboard, and gives the focus back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.test_accessibility import SCHEMES, violations

if TYPE_CHECKING:
    from browser.conftest import OpenPage

PICTURES = [
    ("mechanisms/moodium/", ".figure .enlarge", ".drawing"),
    ("therapies/calmol/", ".forest .enlarge", ".strip-plot"),
    ("therapies/calmol/", ".absolute .enlarge", ".per-hundred"),
]
EVERY_PICTURE = pytest.mark.parametrize(("path", "opener", "drawn"), PICTURES)


@EVERY_PICTURE
def test_a_picture_opens_by_keyboard_closes_by_escape_and_gives_the_focus_back(
    open_page: OpenPage, path: str, opener: str, drawn: str
) -> None:
    page = open_page(path)
    page.locator(opener).focus()

    page.keyboard.press("Enter")

    expect(page.locator(f"dialog[open] {drawn}").first).to_be_visible()
    expect(page.locator("dialog button")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.enlarged")).to_have_count(0)
    expect(page.locator(opener)).to_be_focused()


@EVERY_PICTURE
def test_a_picture_is_larger_than_on_the_page(open_page: OpenPage, path: str, opener: str, drawn: str) -> None:
    page = open_page(path, viewport={"width": 1440, "height": 900})
    before = page.locator(drawn).first.bounding_box()

    page.locator(opener).click()

    after = page.locator(f"dialog {drawn}").first.bounding_box()
    assert before and after and after["width"] > 1.3 * before["width"]


@pytest.mark.parametrize("width", [390, 1440])
def test_each_field_of_dots_fills_its_own_picture(open_page: OpenPage, width: int) -> None:
    page = open_page("therapies/calmol/", viewport={"width": width, "height": 900})

    page.locator(".absolute .enlarge").click()

    fields = [field.bounding_box() for field in page.locator("dialog .per-hundred").all()]
    shapes = [round(field["width"] / field["height"], 1) for field in fields if field]
    assert shapes == [3.1, 3.1]
    assert fields[0] and fields[1] and (fields[0]["y"] == fields[1]["y"]) is (width == 1440)


def test_the_text_of_a_figure_is_unfolded_beside_it_and_no_id_stands_twice(open_page: OpenPage) -> None:
    page = open_page("zh/mechanisms/moodium/")

    page.locator(".figure .enlarge").click()

    expect(page.get_by_role("dialog", name="环")).to_contain_text("情素作用于忧郁。")
    assert (
        page.evaluate("""() => {
        const ids = [...document.querySelectorAll("[id]")].map((node) => node.id);
        return ids.filter((id, place) => ids.indexOf(id) !== place);
    }""")
        == []
    )


def test_a_click_beside_the_picture_or_on_the_cross_closes_it(open_page: OpenPage) -> None:
    page = open_page("mechanisms/moodium/")
    for close in ("cross", "beside"):
        page.locator(".figure .enlarge").click()
        if close == "cross":
            page.get_by_role("button", name="Close").click()
        else:
            page.mouse.click(2, 2)
        expect(page.locator("dialog.enlarged")).to_have_count(0)


def test_without_script_the_link_leads_to_the_picture_itself(open_page: OpenPage) -> None:
    page = open_page("zh/mechanisms/moodium/", java_script_enabled=False)

    page.locator(".figure .enlarge").click()

    assert page.url.endswith("/downloads/figures/loop.zh.svg")


@SCHEMES
@pytest.mark.parametrize("width", [390, 1440])
@EVERY_PICTURE
def test_an_open_picture_has_no_violation(
    open_page: OpenPage, path: str, opener: str, drawn: str, width: int, scheme: str
) -> None:
    page = open_page(path, color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page.locator(opener).click()
    page.wait_for_selector(f"dialog {drawn}")

    assert violations(page) == []


def test_pages_without_a_picture_do_not_load_what_enlarges_it(open_page: OpenPage) -> None:
    assert open_page("references/").locator("script[src*=enlarge]").count() == 0
