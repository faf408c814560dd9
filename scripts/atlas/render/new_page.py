"""The three files of a new topic: its record and its two pages, from the skeleton."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from atlas.models.skeleton import SKELETONS, Part, SectionPlan
from atlas.models.vocabulary import Kind, Line, Question

if TYPE_CHECKING:
    from atlas.languages import Language
    from atlas.models.topic import PlannedTopic
    from atlas.sources.library import Words

LIFETIME = datetime.timedelta(days=2 * 365)
TOP_PARTS = {Kind.THERAPY: (Part("header"), Part("approvals"))}


def record_text(topic: PlannedTopic, today: datetime.date) -> str:
    """Return the record with the fields that every topic has; claims and the rest are for its author."""
    name, empty = topic.name, "{en: To be written., zh: 待写。}"
    grid = "" if topic.kind is not Kind.MECHANISM else _grid_text()
    return (
        "# yaml-language-server: $schema=../schema/topic.json\n"
        f"slug: {topic.slug}\nkind: {topic.kind}\ngroup: {topic.group}\norder: {topic.order}\n"
        f"name: {{en: {_quoted(name.en)}, zh: {_quoted(name.zh)}}}\nsummary: {empty}\n"
        "aliases: {}\nreviewed_by: []\n"
        f"checked_on: {today}\nexpires_on: {today + LIFETIME}\n"
        f"changes: []\nclaims: []\nrelations: []\n{grid}"
    )


def _grid_text() -> str:
    row = ", ".join(f"{line}: not-searched" for line in Line)
    reason = "{en: Not searched yet., zh: 尚未检索。}"
    rows = [f"  {question}: {{overall: not-established, reason: {reason}, {row}}}\n" for question in Question]
    return "evidence_grid:\n" + "".join(rows)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def page_text(topic: PlannedTopic, language: Language, words: Words) -> str:
    """Return one page: every heading with its id, its generated parts, and a sentence that says what is missing."""
    top = [part.text(topic.slug) for part in TOP_PARTS.get(topic.kind, (Part("header"),))]
    sections = [_section_text(plan, topic.slug, language, words) for plan in SKELETONS[topic.kind]]
    return "\n\n".join([*top, *sections]) + "\n"


def _section_text(plan: SectionPlan, slug: str, language: Language, words: Words) -> str:
    heading = f"## {words('heading', plan.id, language)} {{#{plan.id}}}"
    parts = [part.text(slug) for part in plan.parts] or [words("new-page", "to-write", language)]
    return "\n\n".join([heading, *parts])
