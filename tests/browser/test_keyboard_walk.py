"""A reader with a keyboard alone reaches everything on the real site, and always sees where the focus is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.kinds import KINDS, MECHANISM, SELF_TEST, open_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from builtsite import BuiltSite

SIDES = pytest.mark.parametrize("side", ["", "zh/"], ids=["en", "zh"])
DESK = {"width": 1440, "height": 900}
MOST_STOPS = 400
# Where the focus is: whether an outline shows, and whether it is in view and not under the header.
FOCUS = """() => {
  const element = document.activeElement;
  const label = element.matches("input") && element.closest("label");
  const shown = label || (element.matches(".menu-toggle") ? document.querySelector(".menu-button") : element);
  const outlines = [shown, element].map(getComputedStyle);
  const box = [...shown.getClientRects()].at(-1) ?? shown.getBoundingClientRect();
  const x = Math.min(Math.max(box.left + Math.min(box.width / 2, 12), 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 12), 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  return {
    name: `${element.tagName}.${element.className} ${element.textContent.trim().slice(0, 40)}`,
    isOutlined: outlines.some((style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2),
    isSeen: box.bottom > 0 && box.top < innerHeight && !!top && (shown.contains(top) || top.contains(shown)),
  };
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=DESK, reduced_motion="reduce")  # type: ignore[arg-type]  # a plain dict
    yield context.new_page()
    context.close()


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is on what a selector names."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{MOST_STOPS} stops and no {selector}")


@SIDES
def test_one_walk_uses_every_part_of_the_frame(page: Page, real_site: BuiltSite, side: str) -> None:
    open_kind(page, real_site, side, MECHANISM)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()

    # A card opens with the focus, and Escape closes it.
    tab_to(page, ".citations a")
    expect(page.locator(".card")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".card")).to_have_count(0)

    # Search opens by its key, is gone through with arrows, and leads to a page.
    page.keyboard.press("/")
    expect(page.locator(".search input")).to_be_focused()
    page.keyboard.type("ssri")
    expect(page.locator("[data-search-result]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: MECHANISM not in address)
    open_kind(page, real_site, side, MECHANISM)

    # Both languages at once, and back.
    tab_to(page, ".both-button")
    page.keyboard.press("Enter")
    expect(page.locator("html.reading-both")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("html.reading-both")).to_have_count(0)

    # The navigation: the page's own family folds and opens, and its first page is next.
    tab_to(page, ".contents summary")
    page.keyboard.press("Enter")
    expect(page.locator(".contents details[open]")).to_have_count(0)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.contents details[open] a')")

    # The other language, the same page.
    page.keyboard.press("Control+Home")
    page.locator(".skip").focus()
    tab_to(page, ".languages a:not([aria-current])")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/atlas/{'zh/' if side == '' else ''}{MECHANISM}*")


@SIDES
def test_help_is_reached_from_the_self_test_by_keyboard(page: Page, real_site: BuiltSite, side: str) -> None:
    open_kind(page, real_site, side, SELF_TEST)
    page.locator("#phq-9").evaluate("heading => heading.scrollIntoView()")
    page.locator("input[name=phq-9-9]").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".self-test-crisis")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.wait_for_url(f"**/{side}guide/crisis-help/")


@SIDES
@pytest.mark.parametrize("path", [path for path in KINDS if path != "nowhere/"], ids=lambda path: path or "home")
def test_the_focus_is_always_seen(page: Page, real_site: BuiltSite, path: str, side: str) -> None:
    open_kind(page, real_site, side, path)
    unseen = []
    for stop in range(60):
        page.keyboard.press("Tab")
        # The first stops are the frame's, the next the navigation's; then the text's.
        if stop == 25:
            page.locator("#content").focus()
            continue
        # A short page is left at its end.
        if page.evaluate("document.activeElement === document.body"):
            break
        focus = page.evaluate(FOCUS)
        if not (focus["isOutlined"] and focus["isSeen"]):
            unseen.append(focus)

    assert unseen == []
