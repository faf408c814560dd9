"""A topic's page has the headings and generated parts of its family, in the family's order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from atlas.models.skeleton import SKELETONS, SectionPlan
from atlas.models.vocabulary import Kind, SafetyKind
from atlas.problem import Problem
from atlas.sources.citations import scan_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.models.topic import Topic
    from atlas.sources.pages import Page, Site

HEADING = re.compile(r"^## (?P<text>.*?)\s*\{#(?P<id>[a-z0-9-]+)\}\s*$")
PART = re.compile(r"^/// (?P<name>[a-z-]+)(?: \| (?P<argument>\S+))?\s*$")
KIND = re.compile(r"[a-z0-9-]+")
Found = dict[str, tuple[int, str, list[str]]]


def check_skeleton(site: Site) -> Iterator[Problem]:
    """Find sections of the content guide that a page lacks, has elsewhere, or names otherwise."""
    for pages in site.pages.values():
        for page in pages.values():
            topic = site.library.topics.get(page.slug)
            if topic is not None and topic.path == page.path:
                yield from _page_problems(site, page, topic)


def check_safety_is_shown(site: Site) -> Iterator[Problem]:
    """Find safety facts of a therapy that neither box nor table of its page prints: comparisons link to them."""
    for pages in site.pages.values():
        for page in pages.values():
            topic = site.library.topics.get(page.slug)
            if topic is None or topic.path != page.path or topic.kind is not Kind.THERAPY:
                continue
            box, kinds = _shown_safety(page)
            for i, fact in enumerate(topic.safety):
                if fact.kind not in kinds and not (fact.box and box):
                    position = site.library.topics.position(topic.slug, "safety", i, "id")
                    message = f"{page.name} shows {fact.id} nowhere; name {fact.kind} in a safety-table"
                    yield Problem(position, "safety-unshown", message)


def _shown_safety(page: Page) -> tuple[bool, set[str]]:
    """Return whether a page has its safety box, and the kinds of fact in its tables."""
    blocks = [block for _, _, block in scan_blocks(page.text) if block.argument == page.slug]
    tables = [dict(block.options).get("kinds") for block in blocks if block.name == "safety-table"]
    kinds = set(SafetyKind) if None in tables else set(KIND.findall(" ".join(map(str, tables))))
    return any(block.name == "safety" for block in blocks), {str(kind) for kind in kinds}


def _page_problems(site: Site, page: Page, topic: Topic) -> Iterator[Problem]:
    found = _headings(page)
    plans = SKELETONS[topic.kind]
    for plan in plans:
        yield from _section_problems(site, page, plan, found)
    order = [plan.id for plan in plans if plan.id in found]
    stands = [key for key in found if key in order]
    if stands != order:
        first = next(key for key, expected in zip(stands, order, strict=True) if key != expected)
        expected = order[stands.index(first)]
        message = f"found section {first}, expected {expected} here"
        yield Problem(page.position(found[first][0]), "section-order", message)


def _headings(page: Page) -> Found:
    """Return each second-level heading with its line, its text and the generated parts under it."""
    found: Found = {}
    parts: list[str] = []
    for number, line in enumerate(page.text.split("\n"), start=1):
        if match := HEADING.match(line):
            parts = []
            found[match["id"]] = (number, match["text"], parts)
        elif match := PART.match(line):
            parts.append(match["name"])
    return found


def _section_problems(site: Site, page: Page, plan: SectionPlan, found: Found) -> Iterator[Problem]:
    expected = site.library.words("heading", plan.id, page.language)
    if plan.id not in found:
        yield Problem(page.position(1), "section-missing", f"found no section {plan.id} ({expected})")
        return
    line, text, parts = found[plan.id]
    if text != expected:
        yield Problem(page.position(line), "section-name", f"found heading {text!r}, expected {expected!r}")
    for part in plan.parts:
        if part.name not in parts:
            yield Problem(page.position(line), "part-missing", f"section {plan.id} lacks /// {part.name}")
