"""A language that was saved opens without a connection, is renewed as a whole, and can be taken away again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from atlas.publishing.copies import read_site
from browser.offline import OTHER, PAGE, SIDES, controls, edition, is_styled, opens, read, wait_until_kept
from browser.test_accessibility import violations

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from browser.offline import Connection

NAME = {"": "en", "zh/": "zh"}
# A disk that is full from the tenth file on.
FULL = """
let left = 10;
const put = Cache.prototype.put;
Cache.prototype.put = function (...what) {
  if (left-- > 0) return put.apply(this, what);
  return Promise.reject(new DOMException("", "QuotaExceededError"));
};"""


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

    assert not opens(page, connection.url + OTHER)


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
