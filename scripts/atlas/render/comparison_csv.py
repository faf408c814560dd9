"""The comparisons as files for spreadsheets: what matters to a person, and the results, one line a fact."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from atlas.languages import Language
from atlas.models.vocabulary import Comparison, Concern
from atlas.render.comparison import compared_topics, facts_of
from atlas.render.comparison_effects import ROLES
from atlas.render.effects_csv import csv_text, effect_lines
from atlas.sources.cache import digest
from atlas.sources.output import Output

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from atlas.models.base import Bilingual
    from atlas.models.safety import Approval, CheckedOrNot, SafetyFact
    from atlas.models.topic import Topic
    from atlas.sources.library import Library

FOLDER = "downloads/comparisons"
Line = dict[str, object]
EMPTY = "not-confirmed"


def plan_csv(library: Library, docs: Path) -> list[Output]:
    """Return two files for each comparison that has any therapy: its facts and its results."""
    texts = {f"{name}.csv": csv_text(list(_fact_lines(library, name))) for name in Comparison}
    texts |= {f"{name}-effects.csv": csv_text(list(_effect_lines(library, name))) for name in Comparison}
    folder = docs / FOLDER
    return [Output(folder, name, digest(text), partial(str, text)) for name, text in texts.items() if text]


def _fact_lines(library: Library, comparison: Comparison) -> Iterator[Line]:
    for topic in compared_topics(library, comparison):
        for concern in comparison.concerns:
            lines = list(_lines_of(topic, concern)) or [_line("", None, EMPTY, EMPTY, [])]
            yield from ({**_topic_fields(topic), "concern": concern, **line} for line in lines)


def _lines_of(topic: Topic, concern: Concern) -> Iterator[Line]:
    if concern is Concern.APPROVAL:
        yield from (_approval_line(entry) for entry in topic.approvals)
    yield from (_fact_line(fact) for fact in facts_of(topic, concern))


def _approval_line(entry: Approval) -> Line:
    texts = {language: f"{entry.product[language]}: {entry.indication[language]}" for language in Language}
    return {**_line(entry.agency, None, entry.status, entry.checked, entry.citekeys), **_both(texts)}


def _fact_line(fact: SafetyFact) -> Line:
    return _line(fact.id, fact.text, fact.kind, fact.checked, fact.citekeys)


def _line(record: str, text: Bilingual | None, status: str, checked: CheckedOrNot | str, keys: list[str]) -> Line:
    texts = {language: text[language] if text else "" for language in Language}
    seen = ("not-confirmed", "") if isinstance(checked, str) else (checked.level, checked.on)
    return {
        "record": record,
        "status": status,
        **_both(texts),
        "seen": seen[0],
        "seen_on": seen[1],
        "references": " ".join(keys),
    }


def _both(texts: dict[Language, str]) -> Line:
    return {f"text_{language}": text for language, text in texts.items()}


def _topic_fields(topic: Topic) -> Line:
    names = {f"therapy_{language}": topic.name[language] for language in Language}
    return {"therapy": topic.slug, **names, "group": topic.group}


def _effect_lines(library: Library, comparison: Comparison) -> Iterator[Line]:
    for topic in compared_topics(library, comparison):
        shown = {claim.id for claim in topic.claims if claim.role in ROLES}
        for line in effect_lines(topic):
            if line["claim"] in shown:
                yield {**_topic_fields(topic), **line}
