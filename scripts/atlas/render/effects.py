"""Effects of a topic's claims, drawn and as a table, grouped by what they were compared with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from atlas.models.vocabulary import ComparatorKind
from atlas.render import claims, grades, numbers, plots
from atlas.render.environment import render_template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.models.claim import Claim, Effect
    from atlas.models.topic import Topic
    from atlas.render.view import View


@dataclass(frozen=True, slots=True)
class EffectRow:
    """Hold one line of the table: a claim's own effect, or one of its further rows."""

    comparator_kind: ComparatorKind
    label: str
    context: str
    effect: Effect
    citekeys: tuple[str, ...]
    claim: Claim
    sub: bool


def effect_groups(view: View, topic: Topic) -> list[tuple[ComparatorKind, list[EffectRow]]]:
    """Return a topic's effects by comparator: estimates against unlike controls are never read as one list."""
    rows = list(_rows(view, topic))
    groups = [(kind, [row for row in rows if row.comparator_kind is kind]) for kind in ComparatorKind]
    return [(kind, members) for kind, members in groups if members]


def render_effects(view: View, slug: str) -> Markup:
    """Return the plots of the effects, and below them the table."""
    topic = view.topic(slug)
    cells = EffectCells(view)
    rows = list(_rows(view, topic))
    return render_template(
        "effects",
        view,
        topic=topic,
        groups=effect_groups(view, topic),
        count=len(rows),
        # First, because citations are numbered as the reader meets them.
        plots=plots.render_plots(view, view.text(topic.label), rows, cells),
        cells=cells,
    )


class EffectCells:
    """Fill the cells that need more than a word."""

    def __init__(self, view: View) -> None:
        self._view = view

    def value(self, row: EffectRow) -> str:
        return numbers.measured(row.effect, self._view.language, self._view.library.words)

    def interval(self, row: EffectRow) -> str:
        return claims.interval(self._view, row.effect)

    def counts(self, row: EffectRow) -> Markup:
        return claims.counts(self._view, row.effect)

    def grade(self, row: EffectRow) -> Markup:
        if row.sub:
            return Markup('<span class="sub-grade">{}</span>').format(self._view.word("effects", "sub-grade"))
        return grades.claim_grade(self._view, row.claim, "span")

    def element_id(self, row: EffectRow) -> str:
        """Give a claim that has no card a place to link to."""
        return "" if row.sub or row.claim.headline else self._view.claim_id_once(f"claim-{row.claim.id}")


def _rows(view: View, topic: Topic) -> Iterator[EffectRow]:
    for claim in topic.claims:
        outcome, population = view.text(claim.outcome), view.text(claim.population)
        if claim.effect is not None:
            keys = tuple(claim.citekeys)
            yield EffectRow(claim.comparator_kind, outcome, population, claim.effect, keys, claim, sub=False)
        for row in claim.rows:
            keys = tuple(row.citekeys)
            # Below its own claim a row need not repeat the outcome; in another group it must.
            context = "" if row.comparator_kind is claim.comparator_kind else outcome
            yield EffectRow(row.comparator_kind, view.text(row.label), context, row.effect, keys, claim, sub=True)
