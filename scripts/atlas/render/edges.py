"""Both ends of every relation, and the relations that follow from claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from atlas.models.vocabulary import EntityKind, Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.models.base import Bilingual
    from atlas.models.claim import Claim
    from atlas.models.relation import Relation
    from atlas.models.topic import Topic
    from atlas.models.vocabulary import Certainty, ContestedMark, Species, Support
    from atlas.sources.library import Library

KINDS_SHOWN: dict[str, frozenset[Kind | EntityKind]] = {
    "therapies": frozenset({Kind.THERAPY, EntityKind.THERAPY, EntityKind.MEDICINE}),
    "mechanisms": frozenset(
        {Kind.MECHANISM, EntityKind.MECHANISM, EntityKind.TARGET, EntityKind.REGION, EntityKind.GENE_SET}
    ),
    "conditions": frozenset({Kind.GUIDE, EntityKind.CONDITION, EntityKind.SYMPTOM_DIMENSION}),
}
COMPARISONS = frozenset({Predicate.COMPARED_WITH, Predicate.COMBINED_WITH})
# Shown by blocks of their own: the guideline matrix and the safety table.
ELSEWHERE = frozenset({Predicate.RECOMMENDED_BY, Predicate.INTERACTS, Predicate.WASHOUT})
SHOWS = (*KINDS_SHOWN, "compared", "all")


@dataclass(frozen=True, slots=True)
class Edge:
    """Hold one relation as one of its two ends sees it."""

    predicate: Predicate
    subject: str
    object: str
    incoming: bool
    citekeys: tuple[str, ...]
    claims: tuple[str, ...] = ()
    support: Support | None = None
    certainty: Certainty | None = None
    species: tuple[Species, ...] = ()
    population: Bilingual | None = None
    direction: Bilingual | None = None
    contested: ContestedMark | None = None
    note: Bilingual | None = None
    derived: bool = False
    # The record itself, for what a single predicate alone says; nothing for what is derived.
    relation: Relation | None = None

    @property
    def other(self) -> str:
        """Return the far end."""
        return self.subject if self.incoming else self.object


def edges_of(library: Library, slug: str) -> list[Edge]:
    """Return every relation that a topic or entity has part in, in the vocabulary's order."""
    own = library.topics.get(slug)
    found = [_stored(slug, relation, incoming=False) for relation in (own.relations if own else ())]
    found += [
        _stored(subject.slug, relation, incoming=True) for subject, relation in library.relations_to.get(slug, ())
    ]
    found += _derived(library, slug, found)
    order = list(Predicate)
    return sorted(found, key=lambda edge: (order.index(edge.predicate), edge.incoming))


def all_edges(library: Library) -> list[Edge]:
    """Return every relation of the atlas once, as its subject sees it, in the vocabulary's order for each."""
    return [edge for slug in library.topics for edge in edges_of(library, slug) if not edge.incoming]


def shown(library: Library, edges: list[Edge], show: str) -> list[Edge]:
    """Keep what an option `show` asks for."""
    kept = [edge for edge in edges if edge.predicate not in ELSEWHERE]
    if show == "all":
        return kept
    if show == "compared":
        return [edge for edge in kept if edge.predicate in COMPARISONS]
    return [edge for edge in kept if kind_of(library, edge.other) in KINDS_SHOWN[show]]


def sources_of(library: Library, edge: Edge) -> list[str]:
    """Return what supports a relation: its own keys, else those of the claims it names."""
    if edge.citekeys:
        return list(edge.citekeys)
    known = [library.claims[claim][1] for claim in edge.claims if claim in library.claims]
    return list(dict.fromkeys(key for claim in known for key in claim.citekeys))


def kind_of(library: Library, slug: str) -> Kind | EntityKind | None:
    """Return what a relation's end is; nothing if it is unknown."""
    if slug in library.topics:
        return library.topics[slug].kind
    if slug in library.planned:
        return library.planned[slug].kind
    return library.entities[slug].kind if slug in library.entities else None


def _stored(subject: str, relation: Relation, *, incoming: bool) -> Edge:
    return Edge(
        predicate=relation.predicate,
        subject=subject,
        object=relation.object,
        incoming=incoming,
        citekeys=tuple(relation.citekeys),
        claims=tuple(relation.claims),
        support=relation.support,
        certainty=relation.certainty,
        species=tuple(relation.species),
        population=relation.population,
        direction=relation.direction,
        contested=relation.contested,
        note=relation.note,
        relation=relation,
    )


def _derived(library: Library, slug: str, stored: list[Edge]) -> Iterator[Edge]:
    """Yield `treats` where a therapy's own claims of benefit say so and no relation was typed."""
    typed = {(edge.subject, edge.object) for edge in stored if edge.predicate is Predicate.TREATS}
    for topic, condition, claims in library.benefits.get(slug, ()):
        if (topic.slug, condition) not in typed:
            yield _treats(topic, condition, claims, incoming=slug == condition)


def _treats(topic: Topic, condition: str, claims: list[Claim], *, incoming: bool) -> Edge:
    """Derive one edge; its grade is the first claim's, since the record puts the decisive one first."""
    grades = [claim.certainty.grade for claim in claims if claim.certainty]
    return Edge(
        predicate=Predicate.TREATS,
        subject=topic.slug,
        object=condition,
        incoming=incoming,
        citekeys=tuple(dict.fromkeys(key for claim in claims for key in claim.citekeys)),
        claims=tuple(claim.id for claim in claims),
        certainty=grades[0] if grades else None,
        derived=True,
    )
