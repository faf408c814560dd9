"""On paper: the article, numbers to call, references with their addresses, a date; nothing for screens alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.kinds import MECHANISM, SELF_TEST, THERAPY, open_kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    from builtsite import BuiltSite

    Print = Callable[[str, str], Page]

SIDES = pytest.mark.parametrize("side", ["", "zh/"], ids=["en", "zh"])
PATHS = pytest.mark.parametrize("path", [MECHANISM, THERAPY, SELF_TEST, "references/kroenke2001phq/"])
# A4 without its margins, at 96 pixels an inch.
PAPER = {"width": 672, "height": 986}
ONLY_ON_SCREEN = ":is(nav, button, input:not([type=radio]), [role=search], .card):visible"
BLACK, WHITE = "rgb(0, 0, 0)", "rgb(255, 255, 255)"


@pytest.fixture
def on_paper(browser: Browser, real_site: BuiltSite) -> Iterator[Print]:
    context = browser.new_context(viewport=PAPER, color_scheme="dark")  # type: ignore[arg-type]  # a plain dict

    def open_one(side: str, path: str) -> Page:
        page = context.new_page()
        open_kind(page, real_site, side, path)
        page.emulate_media(media="print")
        return page

    yield open_one
    context.close()


@SIDES
@PATHS
def test_paper_holds_the_text_alone_in_black_on_white_even_from_a_dark_screen(
    on_paper: Print, path: str, side: str
) -> None:
    page = on_paper(side, path)

    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(ONLY_ON_SCREEN)).to_have_count(0)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == WHITE
    assert page.evaluate("getComputedStyle(document.querySelector('main p, main dt')).color") in {
        BLACK,
        "rgb(51, 51, 51)",
    }
    assert page.evaluate("document.documentElement.scrollWidth") <= PAPER["width"]


@SIDES
@PATHS
def test_paper_names_numbers_to_call_and_where_it_was_printed_from(on_paper: Print, path: str, side: str) -> None:
    page = on_paper(side, path)

    expect(page.locator("header .on-paper")).to_contain_text("12356")
    expect(page.locator("header .on-paper")).to_contain_text("988")
    expect(page.locator("footer .on-paper")).to_contain_text(f"/{side}{path}")


@SIDES
@pytest.mark.parametrize("path", [MECHANISM, THERAPY, SELF_TEST])
def test_paper_dates_the_version_of_a_topic(on_paper: Print, path: str, side: str) -> None:
    line = on_paper(side, path).locator("footer .on-paper")

    expect(line).to_contain_text("version of " if side == "" else "的版本")
    expect(line).to_contain_text("2026")


@SIDES
def test_references_are_numbered_with_full_addresses_and_text_links_are_not_spelled_out(
    on_paper: Print, side: str
) -> None:
    page = on_paper(side, MECHANISM)
    after = "link => getComputedStyle(link, '::after').content"

    assert page.locator(".bibliography").evaluate("list => getComputedStyle(list).listStyleType") == "decimal"
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    pubmed = page.locator(".ref-links a[href*=pubmed]").first
    expect(pubmed).to_be_visible()
    assert "https://pubmed" in pubmed.get_attribute("href")  # type: ignore[operator]  # it has one
    assert pubmed.evaluate(after) not in {"none", ""}
    assert set(page.locator("h2 ~ p > a").evaluate_all(f"links => links.map({after})")) == {"none"}
    shown = page.locator(".ref-links a:visible")
    assert shown.count() == page.locator(".ref-links a[href^=http]:visible").count() > 0


@SIDES
def test_what_is_folded_on_the_screen_is_open_on_paper(on_paper: Print, side: str) -> None:
    page = on_paper(side, THERAPY)

    for folded in (".claim-details dl", ".approvals"):
        assert page.locator(folded).first.evaluate("part => part.checkVisibility({contentVisibilityAuto: true})")
        assert page.locator(folded).first.evaluate("part => part.getBoundingClientRect().height") > 20


@SIDES
def test_the_steps_of_a_grade_are_printed_though_they_are_backgrounds(on_paper: Print, side: str) -> None:
    step = on_paper(side, MECHANISM).locator(":is(.support-m1, .support-m2, .support-m3, .support-m4) .bar i").first

    assert step.evaluate("step => getComputedStyle(step).printColorAdjust") == "exact"
    assert step.evaluate("step => getComputedStyle(step).backgroundColor") == BLACK
