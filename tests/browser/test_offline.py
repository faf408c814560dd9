"""What was read or saved opens without a connection, whole and in one version, and can be taken away again."""

from __future__ import annotations

import contextlib
import re
import shutil
import socket
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from atlas.publishing.copies import read_site, write_packs
from browser.test_accessibility import violations
from builtsite import served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from builtsite import BuiltSite

SIDES = pytest.mark.parametrize("side", ["", "zh/"], ids=["en", "zh"])
NAME = {"": "en", "zh/": "zh"}
PAGE = "therapies/calmol/"
OTHER = "mechanisms/moodium/"
NEW = "f" * 16
# Asks again and again, for ten seconds at most, whether some cache holds an address, with a text.
KEPT = """async ([address, text]) => {
  for (const end = Date.now() + 10000; Date.now() < end; await new Promise((go) => setTimeout(go, 50))) {
    for (const name of await caches.keys()) {
      const response = await caches.match(address, { cacheName: name });
      if (response && (await response.text()).includes(text)) return;
    }
  }
  throw new Error(`never kept: ${address} ${text}`);
}"""
# A disk that is full from the tenth file on.
FULL = """
let left = 10;
const put = Cache.prototype.put;
Cache.prototype.put = function (...what) {
  if (left-- > 0) return put.apply(this, what);
  return Promise.reject(new DOMException("", "QuotaExceededError"));
};"""


@dataclass
class Connection:
    """Hold a copy of the site that can be changed, and a server that can be stopped."""

    folder: Path
    url: str = ""
    stack: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)

    def open(self) -> None:
        """Begin to serve."""
        self.url = self.stack.enter_context(served(self.folder.parent))

    def cut(self) -> None:
        """Stop serving: from now on nothing answers."""
        self.stack.close()

    def publish(self) -> None:
        """Replace the site by a version with other pages, other styles and therefore other addresses of them."""
        (old,) = (self.folder / "assets").iterdir()
        for page in self.folder.rglob("*.html"):
            text = page.read_text(encoding="utf-8")
            text = text.replace(old.name, NEW).replace("<body>", '<body><p class="new">Second edition</p>')
            page.write_text(text, encoding="utf-8")
        old.rename(old.with_name(NEW))
        with (self.folder / "assets" / NEW / "atlas.css").open("a", encoding="utf-8") as styles:
            styles.write(":root{--edition:second}")
        write_packs(self.folder, read_site(self.folder))


@pytest.fixture
def connection(site: BuiltSite, tmp_path: Path) -> Iterator[Connection]:
    made = Connection(shutil.copytree(site.folder, tmp_path / "site" / "atlas"))
    made.open()
    yield made
    made.cut()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def read(page: Page, address: str) -> None:
    """Read a page until it has been kept."""
    page.goto(address)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    wait_until_kept(page, address)
    wait_until_kept(page, page.locator("link[rel=stylesheet]").first.evaluate("link => link.href"))


def wait_until_kept(page: Page, address: str, text: str = "") -> None:
    page.evaluate(KEPT, [address, text])


def controls(page: Page, connection: Connection, side: str = "") -> None:
    read(page, f"{connection.url}{side}guide/offline/")


def save(page: Page, language: str = "en") -> None:
    section = page.locator(f"[data-set={language}]")
    section.locator(".offline-save").click()
    expect(section.locator(".offline-remove")).to_be_visible()
    expect(section.locator(".offline-save")).to_be_hidden()


def wait_for_one_version(page: Page) -> None:
    """Wait until the version before is gone, which is the last thing to happen."""
    end = """async () => {
      for (const end = Date.now() + 10000; Date.now() < end; await new Promise((go) => setTimeout(go, 50))) {
        if ((await caches.keys()).filter((name) => name.includes(" saved en ")).length === 1) return;
      }
      throw new Error("two versions are left");
    }"""
    page.evaluate(end)


def is_styled(page: Page) -> bool:
    return bool(page.evaluate("getComputedStyle(document.querySelector('.skip')).position === 'absolute'"))


def edition(page: Page) -> tuple[bool, bool]:
    """Tell whether text and styles are those of the second edition."""
    style = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--edition')")
    return page.locator(".new").count() > 0, style == "second"


@SIDES
def test_a_page_once_read_opens_offline_with_its_styles(connection: Connection, page: Page, side: str) -> None:
    read(page, f"{connection.url}{side}{PAGE}")
    title = page.title()
    connection.cut()
    page.goto(f"{connection.url}{side}{PAGE}?from=elsewhere#effects")

    assert page.title() == title
    assert is_styled(page)
    page.locator(".scheme-button").click()
    expect(page.locator("html")).to_have_attribute("data-scheme", re.compile("dark|light"))


def test_a_page_read_later_is_kept_like_the_first(connection: Connection, page: Page) -> None:
    read(page, connection.url + PAGE)
    read(page, connection.url + OTHER)
    connection.cut()
    page.goto(connection.url + OTHER)

    assert page.url == connection.url + OTHER
    assert is_styled(page)


def test_a_network_that_never_answers_does_not_keep_a_kept_page_back(connection: Connection, page: Page) -> None:
    read(page, connection.url + PAGE)
    read(page, connection.url + OTHER)
    connection.cut()
    with socket.create_server(("127.0.0.1", urlsplit(connection.url).port or 0)):
        page.goto(connection.url + PAGE)

        assert page.url == connection.url + PAGE
        assert is_styled(page)


def test_a_page_never_read_says_so_and_gives_the_numbers_to_call(connection: Connection, page: Page) -> None:
    read(page, connection.url + PAGE)
    connection.cut()
    page.goto(f"{connection.url}zh/guide/gloom/")

    for tag in ("en", "zh-CN"):
        expect(page.locator(f"article[lang={tag}] h1")).to_be_visible()
        expect(page.locator(f"article[lang={tag}] a[href='tel:555']")).to_be_visible()
    assert violations(page) == []
    page.locator("article[lang=en]").get_by_text("Home").click()
    assert page.url == connection.url


@SIDES
def test_a_saved_language_opens_offline_whole_with_its_search(
    connection: Connection, page: Page, side: str
) -> None:
    controls(page, connection, side)
    save(page, NAME[side])
    pages = [path for path in read_site(connection.folder) if path.endswith("index.html")]
    own = [path.removesuffix("index.html") for path in pages if path.startswith("zh/") == bool(side)]
    connection.cut()

    for path in own:
        page.goto(connection.url + path)
        assert page.url == connection.url + path
        expect(page.locator("main > article")).to_be_visible()
        assert is_styled(page), path
    page.goto(connection.url + side + OTHER)
    page.keyboard.press("/")
    page.locator(".search input").fill("calmol")
    expect(page.locator("[data-search-result]").first).to_have_attribute("href", f"{connection.url}{side}{PAGE}")
    page.locator(".search input").fill("wobble" if not side else "晃动")
    expect(page.locator(".search [role=status]")).not_to_be_empty()


def test_the_size_is_told_before_anything_is_fetched(connection: Connection, page: Page) -> None:
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    controls(page, connection)

    expect(page.locator("[data-set=en] .offline-size")).to_contain_text(re.compile(r"[\d.]+ MB.*[\d.]+ MB"))
    assert [url for url in asked if url.endswith(".pack")] == []
    assert violations(page) == []


def test_a_saved_language_can_be_taken_off_the_device(connection: Connection, page: Page) -> None:
    controls(page, connection)
    save(page)
    page.locator("[data-set=en] .offline-remove").click()
    expect(page.locator("[data-set=en] .offline-save")).to_be_focused()
    expect(page.locator("[data-set=en] [role=status]")).to_have_text("Removed from this device.")
    connection.cut()
    page.goto(connection.url + OTHER)

    expect(page.locator("article[lang=en] h1")).to_have_text(re.compile("No connection"))


def test_pages_that_were_read_can_be_forgotten(connection: Connection, page: Page) -> None:
    read(page, connection.url + PAGE)
    controls(page, connection)
    page.locator(".offline-forget").click()
    expect(page.locator(".offline-read [role=status]")).to_have_text("None are kept.")
    connection.cut()
    page.goto(connection.url + PAGE)

    expect(page.locator("article[lang=en] h1")).to_have_text(re.compile("No connection"))


def test_reading_leaves_nothing_behind_if_the_reader_wishes_so(connection: Connection, page: Page) -> None:
    read(page, connection.url + PAGE)
    controls(page, connection)
    page.locator(".offline-nothing").check()
    expect(page.locator(".offline-read [role=status]")).to_have_text("None are kept.")
    page.goto(connection.url + OTHER)
    page.goto(f"{connection.url}guide/offline/")
    expect(page.locator(".offline-nothing")).to_be_checked()
    expect(page.locator(".offline-read [role=status]")).to_have_text("None are kept.")
    connection.cut()
    page.goto(connection.url + OTHER)

    expect(page.locator("article[lang=en] h1")).to_have_text(re.compile("No connection"))


def test_a_page_is_never_shown_with_the_styles_of_another_version(connection: Connection, page: Page) -> None:
    read(page, connection.url + PAGE)
    connection.publish()
    read(page, connection.url + OTHER)
    assert edition(page) == (True, True)
    connection.cut()
    page.goto(connection.url + PAGE)
    assert (edition(page), is_styled(page)) == ((False, False), True)
    page.goto(connection.url + OTHER)
    assert (edition(page), is_styled(page)) == ((True, True), True)


def test_a_new_version_replaces_the_saved_one_as_a_whole(connection: Connection, page: Page) -> None:
    controls(page, connection)
    save(page)
    connection.publish()
    controls(page, connection)
    expect(page.locator("[data-set=en] .offline-save")).to_have_text("Fetch the new version")
    save(page)
    connection.cut()

    for path in (PAGE, OTHER, "", "guide/gloom/"):
        page.goto(connection.url + path)
        assert edition(page) == (True, True), path
    names = page.evaluate("caches.keys()")
    assert len([name for name in names if " saved en " in name]) == 1


def test_a_saved_language_is_renewed_while_the_site_is_read(connection: Connection, page: Page) -> None:
    controls(page, connection)
    save(page)
    connection.publish()
    page.evaluate(
        """async () => {
          const name = (await caches.keys()).find((each) => each.includes(" saved en "));
          const checked = new URL("../../offline/checked.json", location);
          await (await caches.open(name)).put(checked, new Response("0"));
        }"""
    )
    read(page, connection.url + PAGE)
    # This page is kept because it was read; the other only because the language is saved.
    wait_until_kept(page, connection.url + OTHER, "Second edition")
    wait_for_one_version(page)
    connection.cut()
    page.goto(connection.url + OTHER)

    assert edition(page) == (True, True)


def test_a_damaged_download_leaves_what_was_saved_before(connection: Connection, page: Page) -> None:
    controls(page, connection)
    save(page)
    connection.publish()
    for pack in sorted((connection.folder / "offline" / "en").iterdir())[1:]:
        pack.write_bytes(b"damaged")
    controls(page, connection)
    page.locator("[data-set=en] .offline-save").click()
    expect(page.locator("[data-set=en] [role=status]")).to_have_text(re.compile("The connection broke"))
    connection.cut()

    for path in (OTHER, "guide/gloom/"):
        page.goto(connection.url + path)
        assert (edition(page), is_styled(page)) == ((False, False), True), path


def test_a_full_disk_is_named_and_leaves_nothing_behind(connection: Connection, page: Page) -> None:
    page.add_init_script(FULL)
    controls(page, connection)
    page.locator("[data-set=en] .offline-save").click()

    expect(page.locator("[data-set=en] [role=status]")).to_have_text(re.compile("not enough room"))
    expect(page.locator("[data-set=en] .offline-save")).to_be_focused()
    assert [name for name in page.evaluate("caches.keys()") if " saved " in name] == []


def test_saving_can_be_canceled(connection: Connection, page: Page) -> None:
    controls(page, connection)
    # A pack that never comes.
    page.evaluate(
        "const real = fetch; window.fetch = (what, how) => String(what).endsWith('.pack')"
        " ? new Promise((_, no) => how.signal.addEventListener('abort', () => no(how.signal.reason)))"
        " : real(what, how)"
    )
    page.locator("[data-set=en] .offline-save").click()
    expect(page.locator("[data-set=en] progress")).to_be_visible()
    page.locator("[data-set=en] .offline-cancel").click()

    expect(page.locator("[data-set=en] [role=status]")).to_have_text(re.compile("Canceled"))
    assert [name for name in page.evaluate("caches.keys()") if " saved " in name] == []


def test_an_address_without_its_last_slash_finds_the_page(connection: Connection, page: Page) -> None:
    read(page, connection.url + PAGE)
    connection.cut()
    page.goto(connection.url + PAGE.rstrip("/"))

    assert page.url == connection.url + PAGE


def test_the_findings_of_a_page_are_kept_with_it(connection: Connection, page: Page) -> None:
    read(page, connection.url + PAGE)
    page.reload()
    page.locator(".bibliography").scroll_into_view_if_needed()
    wait_until_kept(page, f"{connection.url}{PAGE}asides.json")
    connection.cut()
    page.goto(connection.url + PAGE)
    page.locator(".bibliography").scroll_into_view_if_needed()

    expect(page.locator("#ref-alpha2020first .finding")).to_contain_text("Calmol beat placebo")
