"""No page complains, fails to load something, or asks anything of another site."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Request, Response

    from browser.conftest import OpenPage
    from builtsite import BuiltSite

PAGES = [
    "",
    "therapies/calmol/",
    "mechanisms/moodium/",
    "guide/gloom/",
    "references/",
    "references/alpha2020first/",
]
SIDES = pytest.mark.parametrize("side", ["", "zh/"], ids=["en", "zh"])
# What may be kept besides pages for offline reading: colors, reading mode, language, and until the window is closed
# what was looked for. The page on privacy names the same.
STORED = {"language", "scheme", "reading"}
OF_THE_SESSION = {"search", "search-open"}
LIMIT = 30_000
CUT_SHORT = "net::ERR_ABORTED"


@SIDES
def test_pages_ask_only_this_site_and_nothing_fails(browser: Browser, site: BuiltSite, side: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    complaints: list[str] = []
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("requestfailed", lambda request: complaints.extend(_failed(request)))
    context.on("response", lambda answer: complaints.extend(_refused(answer)))
    context.on("console", lambda message: complaints.append(message.text))
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    page = context.new_page()
    for path in PAGES:
        page.goto(f"{site.url}{side}{path}")
        page.locator(".scheme-button").click()
        for citation in page.locator(".citations").all()[:1]:
            citation.hover()
            expect(page.locator(".card")).to_be_visible()

    assert complaints == []
    assert [url for url in asked if not url.startswith((site.url, "data:"))] == []
    assert context.cookies() == []
    assert set(page.evaluate("Object.keys(localStorage)")) <= STORED
    context.close()


def _failed(request: Request) -> list[str]:
    """Return the failure; what the next page cuts short has not failed."""
    return [] if request.failure == CUT_SHORT else [f"failed: {request.url}"]


def _refused(answer: Response) -> list[str]:
    return [f"{answer.status}: {answer.url}"] if answer.status >= 400 else []


@SIDES
def test_using_everything_leaves_no_cookie_and_only_what_is_named(
    browser: Browser, site: BuiltSite, side: str
) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    for path in [*PAGES, "guide/glossary/", "guide/offline/"]:
        page.goto(f"{site.url}{side}{path}")
        page.locator(".scheme-button").click()
        page.locator(".both-button").click()
        expect(page.locator("html.reading-both")).to_have_count(1)
        page.keyboard.press("/")
        page.locator(".search input").fill("calmol")
        expect(page.locator("[data-search-result]").first).to_be_visible()
        page.keyboard.press("Escape")
        kept = set(page.evaluate("Object.keys(localStorage)"))
        assert kept <= STORED, path
        page.evaluate("localStorage.removeItem('reading')")  # A press of the button would now end it.
    page.goto(f"{site.url}{side}guide/offline/")
    page.locator("[data-set=en] .offline-save").click()
    expect(page.locator("[data-set=en] .offline-remove")).to_be_visible()

    assert context.cookies() == []
    assert page.evaluate("document.cookie") == ""
    assert set(page.evaluate("Object.keys(localStorage)")) <= STORED
    assert set(page.evaluate("Object.keys(sessionStorage)")) <= OF_THE_SESSION
    assert page.evaluate("indexedDB.databases()") == []
    names = page.evaluate("caches.keys()")
    assert names and [name for name in names if not name.startswith("atlas /atlas/ ")] == []
    context.close()


@SIDES
@pytest.mark.parametrize("path", PAGES)
def test_pages_hold_no_inline_style_or_running_script(site: BuiltSite, side: str, path: str) -> None:
    html = (site.folder / side / path / "index.html").read_text(encoding="utf-8")

    assert not re.search(r"<[^>]+\sstyle=", html)
    assert not re.search(r"<[^>]+\son[a-z]+=", html)
    assert "<style" not in html
    assert re.findall(r"<script(?![^>]*(?:src=|ld\+json))", html) == []


@SIDES
def test_everything_but_the_page_weighs_at_most_30_kb(browser: Browser, site: BuiltSite, side: str) -> None:
    context = browser.new_context()
    answers: list[Response] = []
    context.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108  # Playwright cannot take a builtin
    page = context.new_page()
    address = f"{site.url}{side}therapies/calmol/"
    page.goto(address, wait_until="networkidle")

    rest = {answer.url: len(gzip.compress(answer.body())) for answer in answers if answer.url != address}
    assert sum(rest.values()) <= LIMIT, rest
    context.close()


@pytest.mark.parametrize("side", ["nowhere/", "zh/nowhere/at/all/"])
def test_a_missing_page_answers_in_both_languages(open_page: OpenPage, side: str) -> None:
    page = open_page(side)

    expect(page.locator("article[lang=en] h1")).to_be_visible()
    expect(page.locator("article[lang=zh-CN] h1")).to_be_visible()
    page.locator("article[lang=zh-CN] a").first.click()
    assert page.url.endswith("/atlas/zh/")
