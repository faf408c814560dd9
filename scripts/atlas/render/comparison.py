"""Therapies side by side, by what matters to a person: every cell leads to the facts of the therapy's own page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from atlas.models.vocabulary import (
    KINDS_OF_CONCERN,
    NEVER_LICENSED,
    Agency,
    ApprovalStatus,
    Comparison,
    Concern,
)
from atlas.render.environment import render_template
from atlas.render.view import UnknownError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.models.safety import Approval, SafetyFact
    from atlas.models.topic import Topic
    from atlas.render.view import View
    from atlas.sources.library import Library

# So many entries of a cell are read at once; one more alone is not worth folding.
LEAD = 2
LEAD_OF_APPROVALS = 6
# Fewer stand as columns, where there is room for whole sentences; more stand as rows.
SIDE_BY_SIDE = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold one fact of a cell: what it says, what was seen of it, and where it stands."""

    text: Markup
    state: str
    confirmed: bool
    url: str


def compared_topics(library: Library, comparison: Comparison) -> list[Topic]:
    """Return the therapies of a comparison in the order of the navigation."""
    groups = list(comparison.groups)
    topics = [topic for topic in library.topics.values() if topic.group in groups]
    return sorted(topics, key=lambda topic: (groups.index(topic.group), topic.order))


def facts_of(topic: Topic, concern: Concern) -> list[SafetyFact]:
    """Return a therapy's facts on one concern; those of the safety box come first."""
    order = KINDS_OF_CONCERN[concern]
    facts = [fact for fact in topic.safety if fact.kind in order]
    return sorted(facts, key=lambda fact: (not fact.box, order.index(fact.kind)))


def parse_comparison(view: View, name: str) -> Comparison:
    """Return the comparison that a block names; raise `UnknownError` if there is none."""
    if name not in list(Comparison):
        raise UnknownError(view.word("problem", "option", name))
    return Comparison(name)


def comparison_link(view: View, topic: Topic) -> Markup:
    """Return a link to the page that sets a therapy beside all others of its kind; empty if there is none."""
    comparison = next((each for each in Comparison if topic.group in each.groups), None)
    page = view.library.topics.get(f"compare-{comparison}")
    if page is None:
        return Markup("")
    url, words = view.topic_url(page), view.word("compare", f"link-{comparison}")
    return Markup('<p class="gathered"><a href="{}#side-by-side">{}</a></p>').format(url, words)


def render_all_compared(view: View, name: str) -> Markup:
    """Return the controls, which a script wakes, and the table, which is whole without it."""
    comparison = parse_comparison(view, name)
    topics = compared_topics(view.library, comparison)
    written = {topic.slug for topic in topics}
    planned = [topic for topic in view.library.planned.values() if topic.group in comparison.groups]
    return render_template(
        "all_compared",
        view,
        comparison=comparison,
        topics=topics,
        groups=[(group, members) for group in comparison.groups if (members := _members(topics, group))],
        missing=[view.name(topic.slug) for topic in planned if topic.slug not in written],
        side=len(topics) <= SIDE_BY_SIDE,
        cells=_Cells(view),
    )


def _members(topics: list[Topic], group: str) -> list[Topic]:
    return [topic for topic in topics if topic.group == group]


class _Cells:
    """Fill the cells."""

    def __init__(self, view: View) -> None:
        self._view = view

    def entries(self, topic: Topic, concern: Concern) -> list[Entry]:
        if concern is Concern.APPROVAL:
            return list(self._approvals(topic))
        return [self._entry(topic, fact) for fact in facts_of(topic, concern)]

    def lead(self, concern: Concern, count: int) -> int:
        """Return how many entries of a cell stand unfolded."""
        lead = LEAD_OF_APPROVALS if concern is Concern.APPROVAL else LEAD
        return lead if count > lead + 1 else count

    def empty(self, topic: Topic, concern: Concern) -> str:
        """Return what a cell without any fact says: that nobody has confirmed one, never that there is none."""
        unlicensed = concern is Concern.APPROVAL and topic.group in NEVER_LICENSED
        return self._view.word("compare", "not-licensed" if unlicensed else "empty")

    def _entry(self, topic: Topic, fact: SafetyFact) -> Entry:
        view = self._view
        url = f"{view.topic_url(topic)}#safety-{fact.id}"
        if fact.checked == "not-confirmed":
            return Entry(view.marked(fact.text), view.word("compare", "not-confirmed"), False, url)
        return Entry(view.marked(fact.text), view.word("check-level", fact.checked.level), True, url)

    def _approvals(self, topic: Topic) -> Iterator[Entry]:
        """Yield a line for each agency and status, with the products that it is about."""
        view = self._view
        url = f"{view.topic_url(topic)}#approvals-by-country"
        lines: dict[tuple[str, ApprovalStatus], list[Markup]] = {}
        for entry in sorted(topic.approvals, key=lambda entry: list(Agency).index(entry.agency)):
            place = self._place(entry)
            products = lines.setdefault((place, entry.status), [])
            product = view.marked(entry.product)
            products += [product] if product not in products else []
        for (place, status), products in lines.items():
            text = escape(f"{place}{view.colon}") + view.enumeration(products)
            yield Entry(text, view.word("approval-status", status), status is not ApprovalStatus.NOT_CONFIRMED, url)

    def _place(self, entry: Approval) -> str:
        view = self._view
        return view.text(entry.country) if entry.agency is Agency.OTHER else view.word("agency", entry.agency)
