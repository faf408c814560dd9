"""The search dialog, by mouse and keyboard, in both languages, on the tiny site."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.test_accessibility import violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Response

    from browser.conftest import OpenPage
    from builtsite import BuiltSite

SIDES = pytest.mark.parametrize("side", ["", "zh/"], ids=["en", "zh"])
NAME = {"": "calmol", "zh/": "卡莫"}
FIRST_QUERY = 250_000
RESULT = "[data-search-result]"


def look_for(page: Page, text: str) -> None:
    page.keyboard.press("/")
    expect(page.locator(".search input")).to_be_focused()
    page.locator(".search input").fill(text)


@SIDES
@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
def test_a_key_opens_the_dialog_and_escape_closes_it(open_page: OpenPage, side: str, key: str) -> None:
    page = open_page(f"{side}therapies/calmol/")
    page.locator(".site-name").focus()
    page.keyboard.press(key)
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.locator(".search input")).to_be_focused()

    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator(".site-name")).to_be_focused()


@SIDES
def test_the_button_opens_the_dialog_and_gets_the_focus_back(open_page: OpenPage, side: str) -> None:
    page = open_page(side)
    page.locator(".search-button").click()
    expect(page.get_by_role("dialog")).to_be_visible()

    page.locator(".search-close").click()
    expect(page.locator(".search-button")).to_be_focused()


@SIDES
def test_the_arrow_keys_and_enter_lead_to_a_page(open_page: OpenPage, side: str) -> None:
    page = open_page(side)
    look_for(page, NAME[side])
    expect(page.locator(RESULT).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".search-list a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".search input")).to_be_focused()

    page.keyboard.press("Enter")
    page.wait_for_url("**/therapies/calmol/")


@SIDES
def test_results_say_how_many_they_are_and_rank_pages_before_references(open_page: OpenPage, side: str) -> None:
    page = open_page(side)
    look_for(page, NAME[side])

    expect(page.locator(RESULT).first).to_have_attribute("href", f"{page.url}therapies/calmol/")
    expect(page.locator(".search [role=status]")).not_to_be_empty()
    ranks = page.locator(RESULT).evaluate_all("links => links.map(link => +link.dataset.searchResult)")
    assert ranks == list(range(1, len(ranks) + 1))


@SIDES
def test_a_family_can_be_chosen(open_page: OpenPage, side: str) -> None:
    page = open_page(side)
    look_for(page, NAME[side])
    expect(page.locator(RESULT).first).to_be_visible()
    page.locator("[data-family=reference]").click()

    expect(page.locator(".search-page")).to_have_count(0)
    page.locator("[data-family=therapy]").click()
    expect(page.locator(".search-kind").first).to_be_visible()
    expect(page.locator("#search-grade")).to_be_visible()


@SIDES
def test_the_input_is_kept_when_the_language_is_changed(open_page: OpenPage, side: str) -> None:
    page = open_page(f"{side}therapies/calmol/")
    look_for(page, "calmol")
    expect(page.locator(RESULT).first).to_be_visible()
    page.locator(".search-other").click()

    expect(page.locator(".search input")).to_have_value("calmol")
    expect(page.locator(RESULT).first).to_be_visible()
    assert ("/zh/" in page.url) is (side == "")


@SIDES
def test_words_of_crisis_show_help_in_its_own_frame(open_page: OpenPage, side: str) -> None:
    page = open_page(side)
    look_for(page, "I want to die" if side == "" else "不想活了")

    expect(page.locator(".search-list > li").first).to_have_class("search-crisis")
    expect(page.locator(RESULT).first).to_have_attribute("href", f"{page.url}guide/crisis-help/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@SIDES
def test_the_open_dialog_has_no_violation(open_page: OpenPage, side: str, scheme: str) -> None:
    page = open_page(f"{side}therapies/calmol/", color_scheme=scheme)
    look_for(page, NAME[side])
    expect(page.locator(RESULT).first).to_be_visible()

    assert violations(page) == []


@SIDES
def test_nothing_of_search_is_loaded_before_it_is_asked_for(browser: Browser, site: BuiltSite, side: str) -> None:
    context = browser.new_context()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.goto(f"{site.url}{side}", wait_until="networkidle")

    assert [url for url in asked if "pagefind" in url or "search-" in url] == []
    context.close()


def weigh(answer: Response) -> int:
    """Return what a response costs where the host compresses; Pagefind's own files are compressed already."""
    body = answer.body()
    return min(len(body), len(gzip.compress(body)))


@pytest.mark.parametrize(
    ("side", "query"),
    [
        ("", "is depression caused by low serotonin"),
        ("", "sexual side effects of antidepressants"),
        ("zh/", "抑郁症怎么治"),
        ("zh/", "舍曲林副作用"),
        ("zh/", "nmda受体"),
    ],
)
def test_a_first_query_costs_at_most_250_kb(browser: Browser, real_site: BuiltSite, side: str, query: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{real_site.url}{side}", wait_until="networkidle")
    answers: list[Response] = []
    context.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108  # Playwright cannot take a builtin
    look_for(page, query)
    page.locator(RESULT).first.wait_for()
    page.wait_for_load_state("networkidle")

    sizes = {answer.url.rsplit("/", 1)[-1]: weigh(answer) for answer in answers}
    print(f"\nfirst query {query}: {sum(sizes.values()):,} bytes in {len(sizes)} files")
    assert sum(sizes.values()) <= FIRST_QUERY, sizes
    assert all(answer.url.startswith(real_site.url) for answer in answers)
    context.close()
