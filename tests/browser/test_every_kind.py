"""Every kind of page of the real site: no violation of WCAG 2.2 AA, nothing lost at 400 %, no unwanted motion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from browser.kinds import KINDS, MECHANISM, SELF_TEST, SHORTEN, SIDES, THERAPY, open_kind
from browser.test_accessibility import RULES, run_axe, violations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    from builtsite import BuiltSite

PATHS = pytest.mark.parametrize("path", KINDS, ids=lambda path: path.strip("/") or "home")
BOTH_SIDES = pytest.mark.parametrize("side", SIDES, ids=["en", "zh"])
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
# 1280 pixels at 400 %, which is what WCAG 1.4.10 asks for.
ENLARGED = {"width": 320, "height": 256}
# What the colors and the room decide; all other rules say the same in either scheme and at either width.
OF_LOOKS = {**RULES, "runOnly": {"type": "rule", "values": ["color-contrast", "target-size"]}}


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    """Open one tab for all pages: a context for each would take longer than the checks."""
    context = browser.new_context(viewport=DESK, reduced_motion="reduce")  # type: ignore[arg-type]  # a plain dict
    yield context.new_page()
    context.close()


def looks(page: Page) -> list[str]:
    found = run_axe(page, OF_LOOKS)
    return [f"{each['id']}: {node['target']}" for each in found for node in each["nodes"]]


def seen(page: Page, scheme: str, size: dict[str, int], check: Callable[[Page], list[str]]) -> list[str]:
    page.set_viewport_size(size)  # type: ignore[arg-type]  # a plain dict
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of its two words
    return [f"{scheme} {size['width']}: {fault}" for fault in check(page)]


@BOTH_SIDES
@PATHS
def test_no_kind_of_page_has_a_violation(reader: Page, real_site: BuiltSite, path: str, side: str) -> None:
    open_kind(reader, real_site, side, path)
    reader.evaluate(SHORTEN)

    # The two languages share their looks, so each is seen at every width and in every scheme, not in every pair.
    wide, narrow = ("light", "dark") if side == "" else ("dark", "light")
    assert seen(reader, wide, DESK, violations) == []
    assert seen(reader, narrow, PHONE, looks) == []


def search(page: Page) -> None:
    page.keyboard.press("/")
    page.locator(".search input").fill("ssri")
    expect(page.locator("[data-search-result]").first).to_be_visible()


def citation(page: Page) -> None:
    page.locator("#in-plain-words ~ p .citations a").first.focus()
    expect(page.locator(".card")).to_be_visible()


def term(page: Page) -> None:
    page.locator("main .term").first.focus()
    expect(page.locator(".card, [role=tooltip]").first).to_be_visible()


def drawer(page: Page) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]  # a plain dict
    page.locator(".menu-button").click()
    expect(page.locator(".contents")).to_be_visible()


def both(page: Page) -> None:
    page.locator(".both-button").click()
    expect(page.locator("html.reading-both")).to_have_count(1)


def in_crisis(page: Page) -> None:
    for item in page.locator("[data-self-test]").first.locator("fieldset").all():
        item.locator("input").last.check()
    expect(page.locator(".self-test-crisis").first).to_be_visible()


def unfolded(page: Page) -> None:
    page.evaluate("document.querySelectorAll('main details').forEach((details) => { details.open = true; })")


OPEN = {
    "search": (THERAPY, search),
    "citation card": (MECHANISM, citation),
    "term card": (MECHANISM, term),
    "drawer": (THERAPY, drawer),
    "both languages": (MECHANISM, both),
    "self-test with help": (SELF_TEST, in_crisis),
    "all unfolded": (THERAPY, unfolded),
}


@BOTH_SIDES
@pytest.mark.parametrize("what", OPEN)
def test_what_opens_has_no_violation(browser: Browser, real_site: BuiltSite, what: str, side: str) -> None:
    path, act = OPEN[what]
    context = browser.new_context(viewport=DESK, reduced_motion="reduce")  # type: ignore[arg-type]  # a plain dict
    page = context.new_page()
    open_kind(page, real_site, side, path)
    page.evaluate(SHORTEN)
    act(page)

    size: Any = page.viewport_size
    assert seen(page, "light", size, violations) == []
    assert seen(page, "dark", size, looks) == []
    context.close()


LOST = """() => {
  const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
  // What is for screen readers alone is one pixel wide, or cut away.
  const hidden = (element) => {
    if (element.closest(".skip, .drawer")) return true;
    for (let above = element; above; above = above.parentElement) {
      const { width, height } = above.getBoundingClientRect();
      if (width <= 1 || height <= 1) return true;
    }
    return false;
  };
  const inScroller = (element) => {
    for (let above = element; above; above = above.parentElement) if (scrolls(above)) return true;
    return false;
  };
  const name = (element) => `${element.tagName}.${element.className?.baseVal ?? element.className}`;
  const lost = [];
  for (const element of document.querySelectorAll("body *")) {
    const isShown = element.checkVisibility({ visibilityProperty: true }) && !hidden(element);
    if (!isShown || element.closest("svg")) continue;
    const { left, right, width } = element.getBoundingClientRect();
    const isBeyond = width && (right > innerWidth + 1 || left < -1);
    if (isBeyond && !inScroller(element)) lost.push(`beyond: ${name(element)}`);
    const { overflowX, overflowY } = getComputedStyle(element);
    const isCut = (/hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1)
      || (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1);
    if (isCut && element.textContent.trim()) lost.push(`cut: ${name(element)}`);
  }
  return lost;
}"""


@BOTH_SIDES
@PATHS
def test_nothing_is_lost_at_400_percent(reader: Page, real_site: BuiltSite, path: str, side: str) -> None:
    reader.set_viewport_size(ENLARGED)  # type: ignore[arg-type]  # a plain dict
    open_kind(reader, real_site, side, path)

    assert reader.evaluate("document.documentElement.scrollWidth") <= ENLARGED["width"]
    assert reader.evaluate(LOST) == []


MOVING = """() => [...document.querySelectorAll("*")].filter((element) => {
  const style = getComputedStyle(element);
  const takesTime = (times) => times.split(",").some((time) => parseFloat(time) > 0);
  const moves = style.transitionProperty !== "none" && takesTime(style.transitionDuration);
  const plays = style.animationName !== "none" && takesTime(style.animationDuration);
  return moves || plays || style.scrollBehavior === "smooth";
}).map((element) => element.tagName + "." + element.className)"""


@pytest.mark.parametrize("what", ["search", "citation card", "drawer", "both languages"])
def test_nothing_moves_for_readers_who_asked_for_no_motion(reader: Page, real_site: BuiltSite, what: str) -> None:
    path, act = OPEN[what]
    reader.set_viewport_size(DESK)  # type: ignore[arg-type]  # a plain dict
    open_kind(reader, real_site, "", path)
    act(reader)

    assert reader.evaluate("document.getAnimations().length") == 0
    assert reader.evaluate(MOVING) == []


def test_motion_is_there_for_other_readers(browser: Browser, real_site: BuiltSite) -> None:
    context = browser.new_context(viewport=PHONE, reduced_motion="no-preference")  # type: ignore[arg-type]  # a plain dict
    page = context.new_page()
    open_kind(page, real_site, "", THERAPY)

    assert page.evaluate(MOVING) != []
    context.close()
