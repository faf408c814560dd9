"""Load every record of the atlas, and keep the place of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from atlas.models.base import Bilingual
from atlas.models.entity import Entity
from atlas.models.glossary import Term
from atlas.models.rating_scale import RatingScale
from atlas.models.topic import PlannedTopic, Topic
from atlas.models.vocabulary import ClaimRole, Direction, Kind
from atlas.sources.figures import Drawing, load_figure
from atlas.sources.reference_file import load_references
from atlas.sources.shelf import Shelf, load_list, load_record, read_document
from atlas.sources.validation import validate

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from atlas.languages import Language
    from atlas.models.claim import Claim
    from atlas.models.reference import Reference
    from atlas.models.relation import Relation
    from atlas.problem import Problem


class Words:
    """Hold what the interface and the closed vocabularies are called in both languages."""

    def __init__(self, families: dict[str, dict[str, Bilingual]]) -> None:
        self.families = families

    def __call__(self, family: str, key: str, language: Language) -> str:
        """Return one word; raise `KeyError` naming it if no file of `docs/data/words/` has it."""
        try:
            return self.families[family][key][language]
        except KeyError:
            raise KeyError(f"docs/data/words/ has no {family}.{key}") from None


@dataclass(frozen=True)
class Library:
    """Hold every record of `docs/data/`."""

    data: Path
    references: Shelf[Reference] = field(default_factory=Shelf)
    topics: Shelf[Topic] = field(default_factory=Shelf)
    planned: Shelf[PlannedTopic] = field(default_factory=Shelf)
    entities: Shelf[Entity] = field(default_factory=Shelf)
    glossary: Shelf[Term] = field(default_factory=Shelf)
    scales: Shelf[RatingScale] = field(default_factory=Shelf)
    words: Words = field(default_factory=lambda: Words({}))
    figures: dict[str, Drawing] = field(default_factory=dict)
    # Topics whose record could not be read: named in the problems once, not again wherever they are used.
    unread: set[str] = field(default_factory=set)

    @cached_property
    def claims(self) -> dict[str, tuple[Topic, Claim]]:
        """Return each claim by its id, with the topic that owns it."""
        return {claim.id: (topic, claim) for topic in self.topics.values() for claim in topic.claims}

    @cached_property
    def relations_to(self) -> dict[str, list[tuple[Topic, Relation]]]:
        """Return the relations that point at a topic or entity, with their subjects."""
        found: dict[str, list[tuple[Topic, Relation]]] = {}
        for topic in self.topics.values():
            for relation in topic.relations:
                found.setdefault(relation.object, []).append((topic, relation))
        return found

    @cached_property
    def benefits(self) -> dict[str, list[tuple[Topic, str, list[Claim]]]]:
        """Return the therapies whose own claims say that they help in a condition, under both ends.

        Each comes with the condition and those claims, in the record's order.
        """
        found: dict[str, list[tuple[Topic, str, list[Claim]]]] = {}
        for topic in self.topics.values():
            for condition, claims in _claims_of_benefit(topic).items():
                for end in (topic.slug, condition):
                    found.setdefault(end, []).append((topic, condition, claims))
        return found

    def is_known(self, slug: str) -> bool:
        """Tell whether a slug names a topic, written, planned or unreadable just now, or an entity."""
        shelves = (self.topics, self.planned, self.entities, self.unread)
        return any(slug in shelf for shelf in shelves)

    def is_known_claim(self, claim_id: str) -> bool:
        """Tell whether a claim exists, or may exist in a record that cannot be read just now."""
        return claim_id in self.claims or any(claim_id.startswith(f"{slug}-") for slug in self.unread)

    def name(self, slug: str) -> Bilingual:
        """Return the names of a topic, planned topic or entity; raise `KeyError` if there is none."""
        if slug in self.topics:
            return self.topics[slug].label
        return self.planned[slug].name if slug in self.planned else self.entities[slug].name


def _claims_of_benefit(topic: Topic) -> dict[str, list[Claim]]:
    """Return, by condition, the claims of efficacy that favor a therapy."""
    found: dict[str, list[Claim]] = {}
    for claim in topic.claims if topic.kind is Kind.THERAPY else ():
        favors = claim.effect is not None and claim.effect.direction is Direction.FAVORS_INTERVENTION
        for condition in claim.conditions if favors and claim.role is ClaimRole.EFFICACY else ():
            found.setdefault(condition, []).append(claim)
    return found


def load_library(data: Path) -> tuple[Library, list[Problem]]:
    """Read every record under `data`; what cannot be read is named in the problems and left out."""
    problems: list[Problem] = []
    library = Library(data, words=Words(load_words(sorted((data / "words").glob("*.yaml")), problems)))
    load_references(data / "references.yaml", library.references, problems)
    load_list(data / "entities.yaml", "entities", Entity, library.entities, problems)
    load_list(data / "glossary.yaml", "terms", Term, library.glossary, problems)
    load_list(data / "planned.yaml", "topics", PlannedTopic, library.planned, problems)
    for path in sorted((data / "figures").glob("*.yaml")):
        if drawing := load_figure(path, problems):
            library.figures[path.stem] = drawing
    for path in sorted((data / "scales").glob("*.yaml")):
        load_record(path, "id", RatingScale, library.scales, problems)
    for path in sorted((data / "topics").glob("*.yaml")):
        load_topic(path, library.topics, problems)
        if path.stem not in library.topics:
            library.unread.add(path.stem)
    return library, problems


def load_topic(path: Path, shelf: Shelf[Topic], problems: list[Problem]) -> None:
    """Read one topic's record onto a shelf."""
    load_record(path, "slug", Topic, shelf, problems)


def load_words(files: Iterable[Path], problems: list[Problem]) -> dict[str, dict[str, Bilingual]]:
    """Read files of words, family by family."""
    families: dict[str, dict[str, Bilingual]] = {}
    for path in files:
        document = read_document(path, problems)
        if document is None or not isinstance(document.value, dict):
            continue
        for family, words in document.value.items():
            for key, value in (words or {}).items():
                word, found = validate(Bilingual, value, document, family, key)
                problems.extend(found)
                if word is not None:
                    families.setdefault(family, {})[key] = word
    return families
