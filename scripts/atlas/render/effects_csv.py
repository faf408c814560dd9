"""The effects of each topic as a file for spreadsheets: one for both languages, values as typed."""

from __future__ import annotations

import csv
import io
from functools import partial
from typing import TYPE_CHECKING

from atlas.languages import Language
from atlas.sources.cache import digest
from atlas.sources.output import Output

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from atlas.models.claim import Claim, Effect, Row
    from atlas.models.topic import Topic
    from atlas.sources.library import Library

FOLDER = "downloads/effects"
# Spreadsheets take a file without this mark for Western text and garble the Chinese.
BYTE_ORDER_MARK = "\ufeff"
PLAIN_FIELDS = ("measure", "value", "low", "high", "level", "interval", "n", "k", "i2", "direction")
BILINGUAL_FIELDS = ("unit", "time", "words")


def plan_csv(library: Library, docs: Path) -> list[Output]:
    """Return a file for every topic with effects."""
    texts = {slug: effects_csv(topic) for slug, topic in library.topics.items()}
    folder = docs / FOLDER
    return [Output(folder, f"{slug}.csv", digest(text), partial(str, text)) for slug, text in texts.items() if text]


def effects_csv(topic: Topic) -> str:
    """Return a topic's effects as CSV; empty if it has none."""
    return csv_text(list(effect_lines(topic)))


def effect_lines(topic: Topic) -> Iterator[dict[str, object]]:
    """Yield a line for each effect of a topic, by column."""
    for claim in topic.claims:
        for row, effect in _effects(claim):
            yield {**_claim_fields(claim), **_row_fields(row), **_effect_fields(effect)}


def csv_text(lines: list[dict[str, object]]) -> str:
    """Return lines of equal columns as CSV, with their names first; empty if there are none."""
    if not lines:
        return ""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(lines[0]), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(lines)
    return BYTE_ORDER_MARK + text.getvalue()


def _effects(claim: Claim) -> Iterator[tuple[Claim | Row, Effect]]:
    if claim.effect is not None:
        yield claim, claim.effect
    for row in claim.rows:
        yield row, row.effect


def _claim_fields(claim: Claim) -> dict[str, str]:
    certainty, support = claim.certainty, claim.support
    both = {
        f"{name}_{language}": getattr(claim, name)[language]
        for name in ("outcome", "population")
        for language in Language
    }
    return {
        "claim": claim.id,
        **both,
        "certainty": certainty.grade if certainty else "",
        "rated_by": certainty.rated_by if certainty else "",
        "support": support.grade if support else "",
    }


def _row_fields(row: Claim | Row) -> dict[str, str]:
    label = getattr(row, "label", None)
    return {
        **{f"row_{language}": label[language] if label else "" for language in Language},
        "comparator": row.comparator_kind,
        "references": " ".join(row.citekeys),
    }


def _effect_fields(effect: Effect) -> dict[str, object]:
    plain = {name: getattr(effect, name) for name in PLAIN_FIELDS}
    both = {
        f"{name}_{language}": text[language] if (text := getattr(effect, name)) else ""
        for name in BILINGUAL_FIELDS
        for language in Language
    }
    return plain | both
