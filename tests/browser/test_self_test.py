"""The self-tests of the real site: added up in the page, help at once, nothing kept, sent or in the address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from playwright.sync_api import Browser, Locator, Page

    from builtsite import BuiltSite

    Open = Callable[..., Page]

PATH = "guide/diagnosis-scales/"
SIDES = pytest.mark.parametrize("side", ["", "zh/"], ids=["en", "zh"])
ITEMS = {"phq-9": 9, "gad-7": 7}
RESULT = ".self-test-result"
CRISIS = ".self-test-crisis"


@pytest.fixture
def open_test(browser: Browser, real_site: BuiltSite) -> Iterator[Open]:
    contexts = []

    def open_one(side: str, **options: object) -> Page:
        contexts.append(browser.new_context(**options))  # type: ignore[arg-type]  # passed through
        page = contexts[-1].new_page()
        page.goto(f"{real_site.url}{side}{PATH}")
        return page

    yield open_one
    for context in contexts:
        context.close()


def form_of(page: Page, scale: str) -> Locator:
    return page.locator("form[data-self-test]").filter(has=page.locator(f"input[name={scale}-1]")).first


def answer(form: Locator, scale: str, points: Sequence[int]) -> None:
    for number, value in enumerate(points, 1):
        form.locator(f"input[name={scale}-{number}][value='{value}']").check()


@SIDES
@pytest.mark.parametrize(
    ("scale", "points", "total", "band"),
    [
        ("phq-9", [0] * 9, "0", {"": "Minimal", "zh/": "极轻"}),
        ("phq-9", [1] * 4 + [0] * 5, "4", {"": "Minimal", "zh/": "极轻"}),
        ("phq-9", [1] * 5 + [0] * 4, "5", {"": "Mild", "zh/": "轻度"}),
        ("phq-9", [3] * 3 + [1] + [0] * 5, "10", {"": "Moderate", "zh/": "中度"}),
        ("phq-9", [3] * 5 + [0] * 4, "15", {"": "Moderately severe", "zh/": "中重度"}),
        ("phq-9", [3] * 9, "27", {"": "Severe", "zh/": "重度"}),
        ("gad-7", [2] * 7, "14", {"": "Moderate", "zh/": "中度"}),
        ("gad-7", [3] * 7, "21", {"": "Severe", "zh/": "重度"}),
    ],
)
def test_the_total_and_its_band_are_said_and_that_it_is_no_diagnosis(
    open_test: Open, side: str, scale: str, points: list[int], total: str, band: dict[str, str]
) -> None:
    form = form_of(open_test(side), scale)
    answer(form, scale, points)

    expect(form.locator(RESULT)).to_contain_text(f": {total} of" if side == "" else f"：{total}（")
    expect(form.locator(RESULT)).to_contain_text(f"{band[side]} (" if side == "" else f"{band[side]}（")
    expect(form.locator(RESULT)).to_contain_text("not a diagnosis" if side == "" else "这不是诊断")


@SIDES
@pytest.mark.parametrize("value", [1, 2, 3])
def test_any_thought_of_death_shows_help_at_once_and_before_any_sum(open_test: Open, side: str, value: int) -> None:
    form = form_of(open_test(side), "phq-9")
    expect(form.locator(CRISIS)).to_be_hidden()
    form.locator(f"input[name=phq-9-9][value='{value}']").check()

    expect(form.locator(f"[role=alert] {CRISIS}")).to_be_visible()
    assert form.locator(f"{CRISIS} a").evaluate("link => link.href").endswith(f"/atlas/{side}guide/crisis-help/")
    expect(form.locator(RESULT)).to_be_empty()
    form.locator("input[name=phq-9-9][value='0']").check()
    expect(form.locator(CRISIS)).to_be_hidden()


@SIDES
def test_a_low_total_does_not_outweigh_a_thought_of_death(open_test: Open, side: str) -> None:
    form = form_of(open_test(side), "phq-9")
    answer(form, "phq-9", [0] * 8 + [1])

    expect(form.locator(f"{RESULT} p").first).to_contain_text("question 9" if side == "" else "第 9 题")
    low = form.locator(RESULT).get_attribute("data-low")
    expect(form.locator(f"{RESULT} p").filter(has_text=low)).to_have_count(0)


@SIDES
def test_nothing_is_kept_sent_or_put_into_the_address(open_test: Open, side: str) -> None:
    page = open_test(side)
    page.wait_for_load_state("networkidle")
    address, before = page.url, page.evaluate("JSON.stringify([localStorage, sessionStorage])")
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    for scale, length in ITEMS.items():
        answer(form_of(page, scale), scale, [1] * length)
        form_of(page, scale).locator(f"input[name={scale}-1][value='1']").press("Enter")
    page.wait_for_timeout(200)

    assert asked == []
    assert page.url == address
    assert page.evaluate("JSON.stringify([localStorage, sessionStorage])") == before
    assert page.evaluate("indexedDB.databases()") == []
    assert page.context.cookies() == []


def test_answers_are_gone_after_a_reload_and_on_the_way_back(open_test: Open) -> None:
    page = open_test("")
    for is_reload in (True, False):
        answer(form_of(page, "phq-9"), "phq-9", [1] * 9)
        if is_reload:
            page.reload()
        else:
            page.locator(".site-name").click()
            page.wait_for_url(lambda address: PATH not in address)
            page.go_back()
        expect(page.locator("[data-self-test] input:checked")).to_have_count(0)
        expect(form_of(page, "phq-9").locator(RESULT)).to_be_empty()


def test_the_answers_can_be_cleared(open_test: Open) -> None:
    form = form_of(open_test(""), "phq-9")
    answer(form, "phq-9", [1] * 9)
    form.locator(".self-test-clear").click()

    expect(form.locator("input:checked")).to_have_count(0)
    expect(form.locator(CRISIS)).to_be_hidden()
    expect(form.locator(RESULT)).to_be_empty()


@SIDES
def test_the_keyboard_alone_fills_the_form(open_test: Open, side: str) -> None:
    page = open_test(side)
    form = form_of(page, "gad-7")
    form.locator("input").first.focus()
    for _ in range(ITEMS["gad-7"]):
        page.keyboard.press("Space")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Tab")

    expect(form.locator(f"{RESULT}[role=status]")).to_contain_text("7")


@SIDES
def test_without_script_all_can_be_read_and_added_up_by_hand(open_test: Open, side: str) -> None:
    page = open_test(side, java_script_enabled=False)
    form = form_of(page, "phq-9")

    expect(form.locator("fieldset")).to_have_count(10)
    expect(form.locator(CRISIS)).to_be_visible()
    expect(form.locator(".self-test-by-hand")).to_be_visible()
    expect(form.locator(".self-test-bands tbody tr")).to_have_count(5)
    address = page.url
    form.locator("input[name=phq-9-9][value='3']").press("Enter")
    assert page.url == address


@SIDES
def test_on_paper_the_form_is_blank_and_names_help(open_test: Open, side: str) -> None:
    page = open_test(side)
    form = form_of(page, "phq-9")
    answer(form, "phq-9", [0] * 9)
    page.emulate_media(media="print")

    expect(form.locator(RESULT)).to_be_hidden()
    expect(form.locator(CRISIS)).to_be_visible()
    marks = form.locator("input").evaluate_all(
        "inputs => inputs.map(getComputedStyle).map((style) => [style.appearance, style.backgroundColor])"
    )
    assert {tuple(mark) for mark in marks} == {("none", "rgba(0, 0, 0, 0)")}


@SIDES
def test_the_form_of_the_other_language_works_beside_its_own(open_test: Open, side: str) -> None:
    page = open_test(side, viewport={"width": 1440, "height": 900})
    page.locator(".both-button").click()
    other = page.locator(".counterpart form[data-self-test]").first
    answer(other, "phq-9", [0] * 8 + [2])

    expect(other.locator(CRISIS)).to_be_visible()
    expect(other.locator(RESULT)).to_contain_text("2")
    expect(page.locator("[data-self-test]:not(.counterpart *) input:checked")).to_have_count(0)
