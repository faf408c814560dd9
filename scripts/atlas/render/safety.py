"""Safety facts as the box at the top of a page and as tables; approvals by country."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from atlas.models.vocabulary import ApprovalStatus, Predicate, SafetyKind
from atlas.render.environment import render_template
from atlas.render.view import UnknownError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markupsafe import Markup

    from atlas.models.relation import Relation
    from atlas.models.safety import Approval, SafetyFact
    from atlas.models.vocabulary import Severity
    from atlas.render.view import View

KIND_OF_PREDICATE = {Predicate.INTERACTS: SafetyKind.INTERACTION, Predicate.WASHOUT: SafetyKind.WASHOUT}


@dataclass(frozen=True, slots=True)
class SafetyRow:
    """Hold one line of the safety table, from a fact or a relation of either end."""

    kind: SafetyKind
    text: str
    citekeys: tuple[str, ...]
    confirmed: bool
    with_: str | None = None
    days: int | None = None
    severity: Severity | None = None
    # Only a topic's own fact has a place to link to; another's stands on that topic's page.
    id: str = ""


def render_safety(view: View, slug: str) -> Markup:
    """Return the safety box; it is never collapsed."""
    topic = view.topic(slug)
    return render_template("safety", view, facts=_ordered(fact for fact in topic.safety if fact.box))


def _ordered(facts: Iterable[SafetyFact]) -> list[SafetyFact]:
    order = list(SafetyKind)
    return sorted(facts, key=lambda fact: order.index(fact.kind))


def render_safety_table(view: View, slug: str, kinds: list[str]) -> Markup:
    """Return the facts of some kinds, or of all, and name the kinds asked for that have none."""
    topic = view.topic(slug)
    known = [kind.value for kind in SafetyKind]
    if unknown := [kind for kind in kinds if kind not in known]:
        raise UnknownError(view.word("problem", "option", ", ".join(unknown)))
    wanted = [SafetyKind(kind) for kind in kinds] or list(SafetyKind)
    found = list(_rows(view, slug))
    rows = [row for kind in wanted for row in found if row.kind is kind]
    missing = [kind for kind in wanted if kinds and all(row.kind is not kind for row in rows)]
    return render_template(
        "safety_table",
        view,
        topic=topic,
        rows=rows,
        # A page has several such tables: each is named by what it holds.
        shown=[view.word("safety-kind", kind) for kind in wanted if kind not in missing],
        missing=[view.word("safety-kind", kind) for kind in missing],
        # A column that would hold nothing is not drawn: most readers see this table on a phone.
        has_with=any(row.with_ for row in rows),
        has_days=any(row.days is not None for row in rows),
        has_severity=any(row.severity for row in rows),
    )


def _rows(view: View, slug: str) -> Iterator[SafetyRow]:
    """Yield a topic's own facts, then those of other topics that name it, then relations of both ends."""
    library = view.library
    for fact in library.topics[slug].safety:
        yield replace(_from_fact(view, fact, fact.with_), id=fact.id)
    for other in library.topics.values():
        yield from (_from_fact(view, fact, other.slug) for fact in other.safety if fact.with_ == slug)
    for relation in library.topics[slug].relations:
        yield from _from_relation(view, relation, relation.object)
    for subject, relation in library.relations_to.get(slug, ()):
        yield from _from_relation(view, relation, subject.slug)


def _from_fact(view: View, fact: SafetyFact, with_: str | None) -> SafetyRow:
    confirmed = fact.checked != "not-confirmed"
    keys = tuple(fact.citekeys)
    return SafetyRow(fact.kind, view.text(fact.text), keys, confirmed, with_, fact.days, fact.severity)


def _from_relation(view: View, relation: Relation, with_: str) -> Iterator[SafetyRow]:
    kind = KIND_OF_PREDICATE.get(relation.predicate)
    if kind is not None:
        text = view.text(relation.effect) or view.text(relation.note) or view.word("predicate", relation.predicate)
        keys = tuple(relation.citekeys)
        yield SafetyRow(kind, text, keys, True, with_, relation.days, relation.severity)


def render_approvals(view: View, slug: str) -> Markup:
    """Return where a medicine or device stands with each agency.

    Folded, because it stands above the plain words, which are what most readers came for; warnings never are.
    """
    topic = view.topic(slug)
    unconfirmed = sum(entry.status is ApprovalStatus.NOT_CONFIRMED for entry in topic.approvals)
    return render_template(
        "approvals", view, topic=topic, unconfirmed=unconfirmed, expired=lambda entry: _expired(view, entry)
    )


def _expired(view: View, entry: Approval) -> bool:
    return entry.expires_on is not None and entry.expires_on < view.today
