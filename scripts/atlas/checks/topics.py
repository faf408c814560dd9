"""What a topic's record must hold beyond its form: names that exist, grades that fit, relations that make sense."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.models.vocabulary import (
    MECHANISM_TO_CONDITION,
    MECHANISM_TO_MECHANISM,
    THERAPY_TO_CONDITION,
    THERAPY_TO_MECHANISM,
    THERAPY_TO_THERAPY,
    EntityKind,
    Kind,
    Predicate,
    ReferenceStatus,
)
from atlas.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.models.topic import Topic
    from atlas.sources.library import Library
    from atlas.sources.pages import Site
    from atlas.sources.yaml_file import Step

SUBJECT_OF = {
    Kind.THERAPY: THERAPY_TO_MECHANISM | THERAPY_TO_CONDITION | THERAPY_TO_THERAPY,
    Kind.MECHANISM: MECHANISM_TO_CONDITION | MECHANISM_TO_MECHANISM,
    # A guide may state what its own claims show, so it may be the subject of any relation.
    Kind.GUIDE: frozenset(Predicate),
}
OBJECT_OF_RECOMMENDATION = EntityKind.GUIDELINE
HEADLINE_CLAIMS = range(5, 9)


def cited_in(topic: Topic) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """Yield every citekey of a record with the steps that lead to it."""
    for i, claim in enumerate(topic.claims):
        here: tuple[Step, ...] = ("claims", i)
        yield from ((key, (*here, "citekeys", n)) for n, key in enumerate(claim.citekeys))
        for r, row in enumerate(claim.rows):
            yield from ((key, (*here, "rows", r, "citekeys", n)) for n, key in enumerate(row.citekeys))
        if claim.contested:
            for p, side in enumerate(claim.contested.positions):
                steps = (*here, "contested", "positions", p, "citekeys")
                yield from ((key, (*steps, n)) for n, key in enumerate(side.citekeys))
        if claim.certainty and claim.certainty.source:
            yield claim.certainty.source, (*here, "certainty", "source")
    for i, relation in enumerate(topic.relations):
        yield from ((key, ("relations", i, "citekeys", n)) for n, key in enumerate(relation.citekeys))
    for question, answer in (topic.evidence_grid or {}).items():
        yield from ((key, ("evidence_grid", question)) for key in answer.citekeys)
    for i, fact in enumerate(topic.safety):
        yield from ((key, ("safety", i, "citekeys", n)) for n, key in enumerate(fact.citekeys))
    for i, approval in enumerate(topic.approvals):
        yield from ((key, ("approvals", i, "citekeys", n)) for n, key in enumerate(approval.citekeys))


def check_citekeys(site: Site) -> Iterator[Problem]:
    """Find citekeys of records that name no reference, and retracted ones in any place but a dispute."""
    library = site.library
    for slug, topic in library.topics.items():
        for key, steps in cited_in(topic):
            position = library.topics.position(slug, *steps)
            if key not in library.references:
                yield Problem(position, "unknown-citekey", f"found {key}, expected a key of references.yaml")
            elif _is_retracted(library, key) and "contested" not in steps:
                yield Problem(position, "retracted-support", f"{key} is retracted and can support nothing")


def _is_retracted(library: Library, key: str) -> bool:
    return library.references[key].custom.status.state is ReferenceStatus.RETRACTED


def check_claims(site: Site) -> Iterator[Problem]:
    """Find claims whose id is taken, whose conditions do not exist, or whose grade is of the wrong scale."""
    library = site.library
    owners: dict[str, str] = {}
    for slug, topic in library.topics.items():
        for i, claim in enumerate(topic.claims):
            position = library.topics.position(slug, "claims", i, "id")
            if owner := owners.get(claim.id):
                yield Problem(position, "duplicate-claim", f"found {claim.id}, which {owner} already owns")
            owners[claim.id] = slug
            if topic.kind is Kind.MECHANISM and claim.certainty:
                message = "found certainty (GRADE) on a mechanism, expected support (M0 to M4)"
                yield Problem(library.topics.position(slug, "claims", i, "certainty"), "wrong-scale", message)
            for n, condition in enumerate(claim.conditions):
                if not library.is_known(condition):
                    place = library.topics.position(slug, "claims", i, "conditions", n)
                    yield Problem(place, "unknown-object", f"found {condition}, expected a topic or entity")


def check_claim_count(site: Site) -> Iterator[Problem]:
    """Hold every mechanism and therapy to five to eight headline claims."""
    for slug, topic in site.library.topics.items():
        count = sum(claim.headline for claim in topic.claims)
        if topic.kind is not Kind.GUIDE and count not in HEADLINE_CLAIMS:
            position = site.library.topics.position(slug, "claims")
            message = f"found {count} headline claims, expected {HEADLINE_CLAIMS[0]} to {HEADLINE_CLAIMS[-1]}"
            yield Problem(position, "claim-count", message)


def check_relations(site: Site) -> Iterator[Problem]:
    """Find relations that name nothing, that their subject cannot have, or that stand twice."""
    library = site.library
    for slug, topic in library.topics.items():
        seen: set[tuple[str, ...]] = set()
        for i, relation in enumerate(topic.relations):
            position = library.topics.position(slug, "relations", i)
            if relation.predicate is not Predicate.UNKNOWN_VIA and not library.is_known(relation.object):
                message = f"found {relation.object}, expected a topic or an entity"
                yield Problem(position, "unknown-object", message)
            if relation.predicate not in SUBJECT_OF[topic.kind]:
                message = f"a {topic.kind} cannot be the subject of {relation.predicate}"
                yield Problem(position, "wrong-predicate", message)
            identity = (relation.predicate, relation.object, relation.condition or "", str(relation.line))
            if identity in seen:
                yield Problem(position, "duplicate-relation", f"found {' '.join(identity[:2])} a second time")
            seen.add(identity)
            for claim in relation.claims:
                if not library.is_known_claim(claim):
                    yield Problem(position, "unknown-claim", f"found {claim}, expected the id of a claim")


def check_therapy_has_mechanism(site: Site) -> Iterator[Problem]:
    """Hold every therapy to one relation that says how it may work, `unknown_via` included."""
    for slug, topic in site.library.topics.items():
        vias = [relation for relation in topic.relations if relation.predicate in THERAPY_TO_MECHANISM]
        if topic.kind is Kind.THERAPY and not vias:
            position = site.library.topics.position(slug)
            message = "found no relation to a mechanism; say unknown_via if none is known"
            yield Problem(position, "no-mechanism", message)


def check_mechanism_has_grid(site: Site) -> Iterator[Problem]:
    """Hold every mechanism to an evidence grid."""
    for slug, topic in site.library.topics.items():
        if topic.kind is Kind.MECHANISM and topic.evidence_grid is None:
            yield Problem(site.library.topics.position(slug), "no-grid", "found no evidence_grid")


def check_planned(site: Site) -> Iterator[Problem]:
    """Find planned topics whose record exists: names are typed once."""
    for slug in site.library.planned.keys() & site.library.topics.keys():
        position = site.library.planned.position(slug)
        yield Problem(position, "planned-and-written", f"{slug} has a record now; remove it from this file")


def check_objects(site: Site) -> Iterator[Problem]:
    """Find glossary terms and reference topics that lead nowhere."""
    library = site.library
    for key, reference in library.references.items():
        for n, slug in enumerate(reference.custom.topics):
            if not library.is_known(slug):
                position = library.references.position(key, "custom", "topics", n)
                yield Problem(position, "unknown-object", f"found topic {slug}, expected a topic or entity")
    for key, term in library.glossary.items():
        if term.topic and not library.is_known(term.topic):
            position = library.glossary.position(key, "topic")
            yield Problem(position, "unknown-object", f"found topic {term.topic}, expected a topic")
