"""The content security policy stands on every kind of page, and nothing that a reader does breaks it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from browser.conftest import OpenPage
    from builtsite import BuiltSite

PAGES = [
    "",
    "therapies/calmol/",
    "mechanisms/moodium/",
    "guide/gloom/",
    "guide/glossary/",
    "guide/crisis-help/",
    "references/",
    "references/by-topic/",
    "references/by-year/",
    "references/by-design/",
    "references/alpha2020first/",
    "references/gamma2019withdrawn/",
    "status/",
    "nowhere/",
]
SIDES = pytest.mark.parametrize("side", ["", "zh/"], ids=["en", "zh"])
# Violations are kept by the page itself, from before its first byte is read.
LISTEN = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(`${event.effectiveDirective}: ${event.blockedURI}`);
});
"""
POLICY = "document.querySelector('meta[http-equiv=Content-Security-Policy]')?.content ?? ''"


def use(page: Page) -> None:
    """Do on a page what can be done there."""
    page.locator(".scheme-button").click()
    for citation in page.locator(".citations a").all()[:1]:
        citation.hover()
        expect(page.locator(".card")).to_be_visible()
        page.mouse.move(0, 0)
    for box in page.locator(".glossary-filter input").all():
        box.fill("wobb")
        expect(page.locator("[data-find]:visible")).to_have_count(1)
    page.locator(".search-button").click()
    page.locator(".search input").fill("calmol")
    expect(page.locator("[data-search-result]").first).to_be_visible()
    page.locator(".search-close").click()
    if page.locator(".both-button:visible").count():
        page.locator(".both-button").click()
        expect(page.locator("html.reading-both")).to_have_count(1)
        # It would be kept for the next page, where a press would end it.
        page.evaluate("localStorage.clear()")


@SIDES
def test_no_page_breaks_the_policy_or_asks_another_host(browser: Browser, site: BuiltSite, side: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.add_init_script(LISTEN)
    asked: list[str] = []
    violations: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    for path in PAGES:
        page.goto(f"{site.url}{side}{path}")
        assert "default-src 'none'" in page.evaluate(POLICY), path
        if path != "nowhere/":
            use(page)
        violations += [f"{side}{path} {each}" for each in page.evaluate("window.violations")]

    assert violations == []
    assert [url for url in asked if not url.startswith((site.url, "data:"))] == []
    context.close()


def test_the_policy_allows_nothing_inline_and_no_other_host(open_page: OpenPage) -> None:
    policy = open_page("therapies/calmol/").evaluate(POLICY)

    assert "unsafe-inline" not in policy
    assert "'unsafe-eval'" not in policy
    assert re.findall(r"https?:|\*", policy) == []


def test_a_script_smuggled_into_a_page_does_not_run(open_page: OpenPage) -> None:
    page = open_page("therapies/calmol/")
    page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.smuggled = true";
          document.body.append(script);
        }"""
    )

    assert page.evaluate("window.smuggled") is None


@SIDES
def test_exports_of_a_reference_are_downloaded_under_the_policy(open_page: OpenPage, side: str) -> None:
    page = open_page(f"{side}references/alpha2020first/")
    page.locator("details:has(a[download$='.bib']) > summary").click()
    with page.expect_download() as waiting:
        page.locator("a[download$='.bib']").click()

    assert waiting.value.path().read_text(encoding="utf-8").startswith("@article{alpha2020first,")


def test_hosts_find_the_policy_and_the_other_headers_in_a_file(site: BuiltSite) -> None:
    text = (site.folder / "_headers").read_text(encoding="utf-8")

    assert "frame-ancestors 'none'" in text
    assert "X-Content-Type-Options: nosniff" in text
    assert "Referrer-Policy: no-referrer" in text
    assert "Permissions-Policy: camera=()" in text
