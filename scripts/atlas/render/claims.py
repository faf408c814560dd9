"""Claims as cards, and as numbers in prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from atlas.render import grades, icons, numbers
from atlas.render.environment import render_template
from atlas.render.view import UnknownError

if TYPE_CHECKING:
    from atlas.models.claim import Claim, Effect
    from atlas.models.topic import Topic
    from atlas.render.view import View


def claim_number(view: View, claim_id: str, part: str | None) -> str:
    """Return what `{claim:id}` or a part of it prints; raise `UnknownError` if the record has no such number."""
    _, claim = find_claim(view, claim_id)
    name = f"{claim_id}.{part}" if part else claim_id
    printed = _part(view, claim, part)
    if not printed:
        raise UnknownError(view.word("problem", "part", name))
    return printed


def _part(view: View, claim: Claim, part: str | None) -> str:
    if part == "absolute":
        return numbers.absolute(claim.absolute, view.language) if claim.absolute else ""
    return _effect_part(view, claim.effect, part) if claim.effect else ""


def _effect_part(view: View, effect: Effect, part: str | None) -> str:
    match part:
        case None:
            return numbers.full_effect(effect, view.language, view.library.words)
        case "value":
            return numbers.measured(effect, view.language, view.library.words)
        case "interval":
            return numbers.interval(effect, view.language)
    count = {"n": effect.n, "k": effect.k}.get(part)
    return "" if count is None else view.number(count)


def find_claim(view: View, claim_id: str) -> tuple[Topic, Claim]:
    """Return a claim and its owner; raise `UnknownError` if there is none."""
    if claim_id not in view.library.claims:
        raise UnknownError(view.word("problem", "claim", claim_id))
    return view.library.claims[claim_id]


def render_claims(view: View, slug: str) -> Markup:
    """Return the headline claims of a topic as cards."""
    topic = view.topic(slug)
    return Markup("\n").join(_card(view, topic, claim) for claim in topic.claims if claim.headline)


def render_claim(view: View, claim_id: str) -> Markup:
    """Return one claim as a card, also another topic's."""
    return _card(view, *find_claim(view, claim_id))


def _card(view: View, topic: Topic, claim: Claim) -> Markup:
    expired = claim.expires_on is not None and claim.expires_on < view.today
    return render_template(
        "claim",
        view,
        claim=claim,
        citations=view.cite(claim.citekeys),  # before the details, which may cite too: numbers follow the reader
        element_id=view.claim_id_once(f"claim-{claim.id}"),
        grade=grades.claim_grade(view, claim),
        contested=grades.contested(view, claim.contested, claim.id) if claim.contested else "",
        value=numbers.measured(claim.effect, view.language, view.library.words) if claim.effect else "",
        interval=interval(view, claim.effect) if claim.effect else "",
        counts=counts(view, claim.effect) if claim.effect else "",
        absolute=numbers.absolute(claim.absolute, view.language) if claim.absolute else "",
        icons=icons.render_icons(view, claim.absolute) if claim.absolute else "",
        expired=claim.expires_on if expired else None,
        details=list(_details(view, topic, claim)),
    )


def interval(view: View, effect: Effect) -> str:
    """Return the interval in brackets."""
    return numbers.bracketed(numbers.interval(effect, view.language), view.language)


def counts(view: View, effect: Effect) -> Markup:
    """Return how many studies and people stand behind an estimate."""
    parts = [
        view.counted("claim-card", key, count)
        for key, count in (("trials", effect.k), ("people", effect.n))
        if count is not None
    ]
    return view.clauses(parts)


def _details(view: View, topic: Topic, claim: Claim) -> list[tuple[str, Markup | str]]:
    """Return the rows of a card's details; empty ones are left out."""
    effect = claim.effect
    rows: list[tuple[str, Markup | str]] = [
        ("population", view.text(claim.population)),
        ("comparator", _comparator(view, claim)),
        ("outcome", view.text(claim.outcome)),
        ("time", view.text(effect.time) if effect else ""),
        (
            "heterogeneity",
            f"{numbers.number(effect.i2, view.language)}%" if effect and effect.i2 is not None else "",
        ),
        ("conditions", view.enumeration(view.link(slug) for slug in claim.conditions)),
        *_grade_details(view, claim),
        ("checked", _seen(view, claim)),
        ("owner", view.link(topic.slug) if topic.slug != view.slug else ""),
    ]
    return [(view.word("claim-card", key), value) for key, value in rows if value]


def _comparator(view: View, claim: Claim) -> str:
    return view.text(claim.comparator) or view.word("comparator-kind", claim.comparator_kind)


def _grade_details(view: View, claim: Claim) -> list[tuple[str, Markup | str]]:
    note = (claim.certainty and claim.certainty.note) or (claim.support and claim.support.note) or None
    if claim.certainty is None:
        return [("grade-note", view.text(note))]
    reasons = [view.word("certainty-reason", reason) for reason in claim.certainty.reasons]
    source = view.cite([claim.certainty.source]) if claim.certainty.source else ""
    return [("reasons", view.enumeration(reasons)), ("grade-note", view.text(note)), ("grade-source", source)]


def _seen(view: View, claim: Claim) -> Markup:
    where = numbers.bracketed(claim.checked.where[view.language], view.language)
    level = view.word("check-level", claim.checked.level)
    return view.clauses([level + where, view.date(claim.checked.on)])
