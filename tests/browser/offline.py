"""A copy of the site that can be changed, and a connection that can be cut."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from atlas.publishing.copies import read_site, write_packs
from builtsite import served

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

SIDES = pytest.mark.parametrize("side", ["", "zh/"], ids=["en", "zh"])
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


def is_styled(page: Page) -> bool:
    return bool(page.evaluate("getComputedStyle(document.querySelector('.skip')).position === 'absolute'"))


def edition(page: Page) -> tuple[bool, bool]:
    """Tell whether text and styles are those of the second edition."""
    style = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--edition')")
    return page.locator(".new").count() > 0, style == "second"


def opens(page: Page, address: str) -> bool:
    """Tell whether an address opens; for one that does not, a page of its own says so."""
    page.goto(address)
    title = page.locator("article h1").first
    expect(title).to_be_visible()
    return "No connection" not in title.inner_text()
