"""The comparison shows what the reader chose; the address keeps it, Back undoes it, and a phone shows it whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from browser.test_accessibility import SCHEMES, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from browser.conftest import OpenPage
    from builtsite import BuiltSite

PATH = "guide/compare-medicines/"
PHONE = {"width": 390, "height": 844}


def names(page: Page) -> list[str]:
    """Return the medicines shown, in their order."""
    return [name.strip() for name in page.locator(".compared tbody th:visible").all_inner_texts()]


def test_what_is_chosen_is_kept_in_the_address_and_back_undoes_it(open_page: OpenPage) -> None:
    page = open_page(PATH)
    assert names(page) == ["Calmol", "Briskine"]

    page.get_by_label("Briskine", exact=True).check()
    page.get_by_label("Weight", exact=True).uncheck()

    assert page.url.endswith("?show=briskine&hide=weight")
    assert names(page) == ["Briskine"]
    expect(page.locator("th[data-concern=weight]")).to_be_hidden()
    page.go_back()
    expect(page.locator("th[data-concern=weight]")).to_be_visible()
    page.go_back()
    expect(page.locator(".compared tbody th:visible")).to_have_count(2)


def test_an_address_is_shown_as_it_says_and_one_button_undoes_it_all(open_page: OpenPage) -> None:
    page = open_page(f"{PATH}?show=briskine.spoons&hide=sleep&order=name&about=gloom")

    assert names(page) == ["Briskine"]
    expect(page.get_by_label("Briskine", exact=True)).to_be_checked()
    expect(page.locator(".compared-condition:visible")).to_have_count(0)
    page.get_by_role("button", name="Show everything").click()
    assert page.url.endswith(PATH)
    expect(page.locator(".compared tbody th:visible")).to_have_count(2)
    expect(page.locator(".compared-condition:visible")).to_have_count(2)


def test_medicines_are_put_in_order_by_name(open_page: OpenPage) -> None:
    page = open_page(PATH)

    page.locator("[name=order]").select_option("name")

    assert names(page) == ["Briskine", "Calmol"]


def test_a_condition_leaves_the_results_on_the_others_out(open_page: OpenPage) -> None:
    page = open_page(PATH)

    page.get_by_label("Condition").select_option("gloom")

    assert page.locator(".compared-condition:visible h3").all_inner_texts() == ["Gloom"]
    assert page.url.endswith("?about=gloom")


def test_the_other_language_shows_the_same_choice(open_page: OpenPage) -> None:
    page = open_page(f"{PATH}?show=briskine")

    page.locator("[data-language=zh]").click()

    expect(page.locator(".compared tbody th:visible")).to_have_count(1)
    assert "/zh/" in page.url and "show=briskine" in page.url


def test_without_script_everything_is_shown_and_no_control_is(open_page: OpenPage) -> None:
    page = open_page(PATH, java_script_enabled=False)

    expect(page.locator(".compared tbody th")).to_have_count(2)
    expect(page.locator(".compared td").first).to_be_visible()
    expect(page.locator(".compare-form").first).to_be_hidden()


@pytest.mark.parametrize("query", ["", "?show=calmol"])
def test_a_phone_is_never_wider_than_its_window(open_page: OpenPage, query: str) -> None:
    page = open_page(PATH + query, viewport=PHONE)

    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    assert page.locator(".compared td .label:visible").count() > 0


def test_two_on_a_phone_stand_beside_each_other_point_by_point(open_page: OpenPage) -> None:
    page = open_page(PATH, viewport=PHONE)

    left, right = (page.locator(f"[data-slug={slug}] [data-concern=stopping]") for slug in ("calmol", "briskine"))
    one, other = left.bounding_box(), right.bounding_box()
    assert one and other and one["y"] == other["y"] and one["x"] + one["width"] <= other["x"] + 1


@SCHEMES
@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("name", ["medicines", "therapies"])
@pytest.mark.parametrize("side", ["", "zh/"])
def test_the_real_pages_have_no_violation(
    browser: Browser, real_site: BuiltSite, side: str, name: str, width: int, scheme: str
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})  # type: ignore[arg-type]
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{real_site.url}{side}guide/compare-{name}/", wait_until="networkidle")

    assert violations(page) == []
    assert [url for url in asked if not url.startswith(real_site.url)] == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    context.close()
