"""What people type leads to the right page, on the real site, in either language."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from builtsite import PATH

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from builtsite import BuiltSite

QUERIES = yaml.safe_load(Path(__file__).with_name("golden_queries.yaml").read_text(encoding="utf-8"))
GOAL = 0.95
SIDES = pytest.mark.parametrize("side", ["en", "zh"])


def search(page: Page, query: str) -> dict[str, Any]:
    """Type a query and return the paths of its results, in order, and what is said to be missing."""
    page.locator(".search-list").evaluate("list => list.replaceChildren()")
    page.locator(".search input").fill(query)
    page.wait_for_function("() => document.querySelector('.search-list').children.length > 0", timeout=8000)
    page.wait_for_timeout(60)
    answer: dict[str, Any] = page.evaluate(
        """() => ({
          links: [...document.querySelectorAll("[data-search-result]")].map((link) => link.href),
          planned: [...document.querySelectorAll(".search-planned")].map((note) => note.textContent),
          crisis: document.querySelector(".search-list > li")?.matches(".search-crisis") ?? false,
        })"""
    )
    return answer


def open_search(browser: Browser, site: BuiltSite, side: str) -> Page:
    page = browser.new_context().new_page()
    page.goto(site.url + ("zh/" if side == "zh" else ""))
    page.keyboard.press("/")
    page.wait_for_selector(".search input:focus")
    return page


def paths_of(links: list[str]) -> list[str]:
    found = [link.split(PATH, 1)[1] for link in links]
    return [re.sub(r"^zh/|/(?:#.*)?$", "", path) for path in found]


@SIDES
def test_the_right_page_is_among_the_first_three(browser: Browser, real_site: BuiltSite, side: str) -> None:
    page = open_search(browser, real_site, side)
    marks: dict[str, list[bool]] = defaultdict(list)
    missed: list[str] = []
    for kind, queries in QUERIES[side].items():
        for query in queries if kind != "crisis" else []:
            answer = search(page, query["q"])
            first = paths_of(answer["links"])[:3]
            said = "planned" not in query or any(query["planned"] in note for note in answer["planned"])
            marks[kind].append(bool(set(first) & set(query["pages"])) and said)
            if not marks[kind][-1]:
                missed.append(f"{kind}: {query['q']}: {first} {answer['planned']}")
    every = [mark for of_kind in marks.values() for mark in of_kind]
    report = ", ".join(f"{kind} {sum(of_kind)}/{len(of_kind)}" for kind, of_kind in marks.items())
    print(
        f"\nrecall at 3, {side}: {sum(every)}/{len(every)} = {sum(every) / len(every):.1%} ({report})",
        *missed,
        sep="\n",
    )

    assert sum(every) / len(every) >= GOAL, missed
    page.context.close()


@SIDES
def test_words_of_crisis_lead_to_help_first(browser: Browser, real_site: BuiltSite, side: str) -> None:
    page = open_search(browser, real_site, side)
    answers = {query["q"]: search(page, query["q"]) for query in QUERIES[side]["crisis"]}
    led = {
        text: answer["crisis"] and paths_of(answer["links"])[0] == "guide/crisis-help"
        for text, answer in answers.items()
    }
    print(f"\ncrisis help first, {side}: {sum(led.values())}/{len(led)}")

    assert [text for text, first in led.items() if not first] == []
    page.context.close()


def test_the_golden_queries_are_many_and_balanced() -> None:
    counts = {side: sum(len(queries) for queries in kinds.values()) for side, kinds in QUERIES.items()}

    assert sum(counts.values()) >= 150
    assert abs(counts["en"] - counts["zh"]) <= 0.1 * sum(counts.values())
