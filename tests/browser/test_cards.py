"""Citation cards, by mouse, keyboard and touch, in both languages; and citations without script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from browser.conftest import OpenPage

TOPICS = pytest.mark.parametrize(
    ("path", "finding", "design"),
    [
        ("therapies/calmol/", "Calmol beat placebo in a trial that never was.", "Randomized"),
        ("zh/therapies/calmol/", "在这项虚构试验中，卡莫优于安慰剂。", "随机"),
    ],
    ids=["en", "zh"],
)
FIRST = "#in-plain-words ~ p .citations"


@TOPICS
def test_a_card_opens_under_the_mouse_and_closes_when_it_leaves(
    open_page: OpenPage, path: str, finding: str, design: str
) -> None:
    page = open_page(path)
    page.locator(FIRST).first.hover()

    card = page.locator(".card")
    expect(card).to_be_visible()
    expect(card).to_contain_text("Journal of Invented Results")
    expect(card).to_contain_text(finding)
    expect(card).to_contain_text(design)
    expect(card.locator("a[href*='10.5555/alpha']").first).to_be_visible()
    expect(card.locator("a[href*='pubmed']")).to_be_visible()

    page.mouse.move(5, 500)
    expect(card).to_have_count(0)


@TOPICS
def test_the_mouse_may_move_into_the_card(open_page: OpenPage, path: str, finding: str, design: str) -> None:
    page = open_page(path)
    page.locator(FIRST).first.hover()
    page.locator(".card .finding").hover()
    page.wait_for_timeout(500)

    expect(page.locator(".card")).to_be_visible()


@TOPICS
def test_several_keys_in_a_bracket_show_several_entries(
    open_page: OpenPage, path: str, finding: str, design: str
) -> None:
    page = open_page(path)
    page.locator(FIRST).nth(1).hover()

    expect(page.locator(".card .card-entry")).to_have_count(2)
    expect(page.locator(".card .ref-status")).to_be_visible()


@TOPICS
def test_a_card_is_reached_read_and_dismissed_by_keyboard(
    open_page: OpenPage, path: str, finding: str, design: str
) -> None:
    page = open_page(path)
    citation = page.locator(f"{FIRST} a").first
    page.locator("#in-plain-words a").focus()
    page.keyboard.press("Tab")

    expect(citation).to_be_focused()
    expect(citation).to_have_attribute("aria-expanded", "true")
    expect(page.locator("[role=status]", has_text=finding)).to_have_count(1)

    page.keyboard.press("Tab")
    expect(page.locator(".card :focus")).to_have_count(1)

    page.keyboard.press("Escape")
    expect(page.locator(".card")).to_have_count(0)
    expect(citation).to_be_focused()


@TOPICS
def test_tab_leads_through_the_card_and_on(open_page: OpenPage, path: str, finding: str, design: str) -> None:
    page = open_page(path)
    page.locator("#in-plain-words a").focus()
    page.keyboard.press("Tab")
    # Whole only now: a link of the card comes with the finding.
    expect(page.locator(".card")).to_contain_text(finding)
    for _ in range(page.locator(".card a, .card button").count() + 1):
        page.keyboard.press("Tab")

    expect(page.locator(f"{FIRST} a").nth(1)).to_be_focused()
    expect(page.locator(".card .card-entry")).to_have_count(2)


@TOPICS
def test_the_first_tap_shows_the_card_and_the_second_follows_the_link(
    open_page: OpenPage, path: str, finding: str, design: str
) -> None:
    page = open_page(path, has_touch=True, is_mobile=True, viewport={"width": 390, "height": 844})
    citation = page.locator(f"{FIRST} a").first
    citation.tap()

    expect(page.locator(".card")).to_be_in_viewport()
    expect(page.locator(".card")).to_contain_text(finding)
    assert "#ref-" not in page.url

    citation.tap()
    expect(page.locator(".card")).to_have_count(0)
    assert page.url.endswith("#ref-alpha2020first")


def test_a_tap_beside_the_card_closes_it(open_page: OpenPage) -> None:
    page = open_page("therapies/calmol/", has_touch=True, is_mobile=True, viewport={"width": 390, "height": 844})
    page.locator(f"{FIRST} a").first.tap()
    page.locator("h1").tap()

    expect(page.locator(".card")).to_have_count(0)


@TOPICS
def test_without_script_every_citation_leads_to_its_entry(
    open_page: OpenPage, path: str, finding: str, design: str
) -> None:
    page = open_page(path, java_script_enabled=False)
    citations = page.locator(".citations a")
    for index in range(citations.count()):
        target = citations.nth(index).get_attribute("href") or ""
        expect(page.locator(f"li[id='{target.removeprefix('#')}']")).to_have_count(1)

    citations.first.click()
    expect(page.locator("#ref-alpha2020first")).to_be_in_viewport()
