"""Results of several therapies, by condition and comparison; only what was measured alike can be put in order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from atlas.models.vocabulary import ClaimRole, ComparatorKind
from atlas.render import claims, grades, numbers
from atlas.render.comparison import compared_topics, parse_comparison
from atlas.render.environment import render_template

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from atlas.models.claim import Claim, Effect, Row
    from atlas.models.topic import Topic
    from atlas.render.view import View

ROLES = (ClaimRole.EFFICACY, ClaimRole.MAINTENANCE, ClaimRole.PREVENTION, ClaimRole.ACCEPTABILITY)
# A waiting list makes effects look larger, so it stands last and apart.
COMPARATORS = sorted(ComparatorKind, key=lambda kind: kind is ComparatorKind.WAITING_LIST)
# Each trial's mixture of controls is its own: two of them are never the same comparison.
NEVER_ALIKE = {ComparatorKind.MIXED, ComparatorKind.NONE, ComparatorKind.BEFORE}
Series = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """Hold one result: a claim's own number, or one of its further rows."""

    topic: Topic
    claim: Claim
    row: Row | None = None

    @property
    def effect(self) -> Effect | None:
        """Return the estimate; a result may have people per hundred alone."""
        return self.row.effect if self.row else self.claim.effect

    @property
    def comparator_kind(self) -> ComparatorKind:
        """Return what it was compared with."""
        return self.row.comparator_kind if self.row else self.claim.comparator_kind

    @property
    def condition(self) -> str:
        """Return the condition under which it is shown: the first that the claim names."""
        return self.claim.conditions[0] if self.claim.conditions else ""

    @property
    def series(self) -> Series | None:
        """Return what two results must share to be put in order by size; nothing if that can never be.

        A further row of a claim says in its label alone how it differs, be it in people or in outcome.
        """
        effect, claim = self.effect, self.claim
        if effect is None or self.row or claim.comparator_kind in NEVER_ALIKE:
            return None
        parts = (claim.outcome, effect.unit, effect.time, claim.comparator)
        texts = (part.en.casefold() if part else "" for part in parts)
        return (self.condition, effect.measure, claim.comparator_kind, *texts)


def results_of(topics: Iterable[Topic]) -> Iterator[Result]:
    """Yield the numbers on benefit, staying well and staying in treatment, in the order of the records."""
    for topic in topics:
        for claim in topic.claims:
            if claim.role in ROLES:
                if claim.effect or claim.absolute:
                    yield Result(topic, claim)
                yield from (Result(topic, claim, row) for row in claim.rows)


def shared_series(results: Iterable[Result]) -> list[Series]:
    """Return the series to which at least two results belong."""
    counts = Counter(result.series for result in results if result.series)
    return [series for series, count in counts.items() if count > 1]


def render_all_effects(view: View, name: str) -> Markup:
    """Return a section a condition, with the results by comparison."""
    comparison = parse_comparison(view, name)
    results = list(results_of(compared_topics(view.library, comparison)))
    conditions = sorted({result.condition for result in results}, key=lambda slug: _place(view, slug))
    return render_template(
        "all_effects",
        view,
        comparison=comparison,
        conditions=[(slug, _groups(results, slug)) for slug in conditions],
        series=shared_series(results),
        parts=_Parts(view),
    )


def _place(view: View, slug: str) -> tuple[bool, int, str]:
    """Order conditions as the navigation does; those without a page, and none at all, come last."""
    topic = view.library.topics.get(slug) or view.library.planned.get(slug)
    return topic is None, topic.order if topic else not slug, slug


def _groups(results: list[Result], condition: str) -> list[tuple[ComparatorKind, list[Result]]]:
    here = [result for result in results if result.condition == condition]
    here.sort(key=lambda result: ROLES.index(ClaimRole(result.claim.role)))
    # Results that can be put in order stand together, where the first of them stands.
    first: dict[object, int] = {}
    for number, result in enumerate(here):
        first.setdefault(result.series or number, number)
    ordered = sorted(enumerate(here), key=lambda pair: (first[pair[1].series or pair[0]], pair[0]))
    groups = [(kind, [result for _, result in ordered if result.comparator_kind is kind]) for kind in COMPARATORS]
    return [(kind, members) for kind, members in groups if members]


class _Parts:
    """Fill the cells that need more than a word."""

    def __init__(self, view: View) -> None:
        self._view = view

    def condition(self, slug: str) -> str:
        return self._view.name(slug) if slug else self._view.word("compare-effects", "no-condition")

    def url(self, result: Result) -> str:
        """Return where the claim stands; one without card and estimate stands in the prose of its section."""
        claim = result.claim
        place = f"claim-{claim.id}" if claim.has_place else "how-well-it-works"
        return f"{self._view.topic_url(result.topic)}#{place}"

    def about(self, result: Result) -> Markup:
        """Say the outcome and when it was measured; of a further row its label, and whose row it is."""
        view = self._view
        outcome = view.text(result.claim.outcome)
        parts = [view.text(result.row.label) if result.row else outcome]
        parts += [view.text(result.effect.time)] if result.effect else []
        parts += [view.word("compare-effects", "row-of", outcome)] if result.row else []
        return view.clauses(part for part in parts if part)

    def versus(self, result: Result) -> str:
        """Name the comparator where its kind does not say it all."""
        kind = result.comparator_kind
        name = self._view.text(result.claim.comparator) if kind is result.claim.comparator_kind else ""
        return "" if name.casefold() == self._view.word("comparator-kind", kind).casefold() else name

    def value(self, result: Result) -> str:
        view = self._view
        if result.effect is None:
            return numbers.absolute(result.claim.absolute, view.language) if result.claim.absolute else ""
        return numbers.measured(result.effect, view.language, view.library.words)

    def interval(self, result: Result) -> str:
        return claims.interval(self._view, result.effect) if result.effect else ""

    def counts(self, result: Result) -> Markup:
        return claims.counts(self._view, result.effect) if result.effect else Markup("")

    def direction(self, result: Result) -> str:
        if result.effect:
            return self._view.text(result.effect.words)
        return self._view.text(result.claim.absolute.outcome) if result.claim.absolute else ""

    def grade(self, result: Result) -> Markup:
        if result.row:
            return Markup('<span class="sub-grade">{}</span>').format(self._view.word("effects", "sub-grade"))
        return grades.claim_grade(self._view, result.claim, "span")

    def contested(self, result: Result) -> Markup | str:
        claim = result.claim
        return "" if result.row or not claim.contested else grades.contested(self._view, claim.contested, claim.id)
