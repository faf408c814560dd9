"""axe-core finds nothing against WCAG 2.2 AA."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # ships no types

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from browser.conftest import OpenPage

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
TOPICS = ["therapies/calmol/", "zh/therapies/calmol/"]
OTHERS = [
    "mechanisms/moodium/",
    "zh/mechanisms/moodium/",
    "zh/",
    "references/",
    "zh/references/gamma2019withdrawn/",
    "zh/status/",
    "nowhere/",
]
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])


# Blocks far from the window are not laid out, and axe would measure what is in them where no reader sees it.
LAY_OUT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { content-visibility: visible !important }");
  document.adoptedStyleSheets.push(sheet);
}"""


def run_axe(page: Page, options: dict[str, Any]) -> list[Any]:
    page.evaluate(LAY_OUT)
    found: list[Any] = Axe().run(page, options=options).response["violations"]
    return found


def violations(page: Page) -> list[str]:
    found = run_axe(page, RULES)
    return [f"{each['id']}: {node['target']} {node['html'][:120]}" for each in found for node in each["nodes"]]


@SCHEMES
@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("path", TOPICS)
def test_a_topic_has_no_violation(open_page: OpenPage, path: str, width: int, scheme: str) -> None:
    page = open_page(path, color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce")

    assert violations(page) == []


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1440, "dark")])
@pytest.mark.parametrize("path", OTHERS)
def test_other_pages_have_no_violation(open_page: OpenPage, path: str, width: int, scheme: str) -> None:
    page = open_page(path, color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce")

    assert violations(page) == []


@SCHEMES
@pytest.mark.parametrize("path", TOPICS)
def test_an_open_card_has_no_violation(open_page: OpenPage, path: str, scheme: str) -> None:
    page = open_page(path, color_scheme=scheme)
    page.locator("#in-plain-words ~ p .citations").nth(1).hover()
    page.wait_for_selector(".card")

    assert violations(page) == []


@SCHEMES
def test_the_open_drawer_has_no_violation(open_page: OpenPage, scheme: str) -> None:
    page = open_page("therapies/calmol/", color_scheme=scheme, viewport={"width": 390, "height": 844})
    page.locator(".menu-button").click()
    page.wait_for_timeout(400)

    assert violations(page) == []
