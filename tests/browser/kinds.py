"""One page of every kind on the real site, and how to reach it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from builtsite import BuiltSite

SIDES = ("", "zh/")
MECHANISM = "mechanisms/serotonin/"
THERAPY = "therapies/ssri/"
SELF_TEST = "guide/diagnosis-scales/"
KINDS = (
    "",
    MECHANISM,
    THERAPY,
    SELF_TEST,
    "guide/crisis-help/",
    "guide/glossary/",
    "guide/evidence-grids/",
    "guide/compare-medicines/",
    "guide/disputed-claims/",
    "guide/treatment-pathways/",
    "guide/data/",
    "guide/decisions/",
    "references/",
    "references/by-topic/",
    "references/by-year/",
    "references/by-design/",
    "references/kroenke2001phq/",
    "references/slee2019pharmacological/",
    "status/",
    "nowhere/",
)
# Lists of a thousand equal lines are judged by their first few.
SHORTEN = """() => {
  for (const list of document.querySelectorAll("main :is(ul, ol, dl, tbody), main section"))
    [...list.children].slice(25).forEach((child) => child.remove());
}"""


def open_kind(page: Page, site: BuiltSite, side: str, path: str) -> None:
    """Open a page and wait until its scripts have run."""
    page.goto(f"{site.url}{side}{path}", wait_until="load")
