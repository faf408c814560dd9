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
    "guide/disputed-claims/",
    "guide/treatment-pathways/",
    "guide/mechanism-therapy-map/",
    "guide/compare-medicines/",
    "guide/compare-therapies/",
    "guide/offline/",
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
# What repeats is judged by its first few: lists of a thousand equal lines, rows of tables, the blocks of a long
# text. Cards take their words from the bibliography and the definitions, so these stay.
SHORTEN = """() => {
  for (const list of document.querySelectorAll(":is(main, nav) :is(ul, ol, dl, tbody), main section"))
    if (!list.closest(".bibliography, .term-definitions"))
      [...list.children].slice(12).forEach((child) => child.remove());
  const needed = ".bibliography, [data-self-test], .term-definitions";
  for (const block of [...(document.querySelector("main article")?.children ?? [])].slice(40))
    if (!block.querySelector(needed)) block.remove();
}"""


def open_kind(page: Page, site: BuiltSite, side: str, path: str) -> None:
    """Open a page and wait until its scripts have run."""
    page.goto(f"{site.url}{side}{path}", wait_until="load")
