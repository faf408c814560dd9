"""Typed relations between a topic (the subject) and another topic or entity (the object)."""

from __future__ import annotations

from pydantic import Field, model_validator

from atlas.models.base import Bilingual, Citekey, Count, Date, Record, Slug, Text, require
from atlas.models.claim import Checked
from atlas.models.vocabulary import (
    Certainty,
    ContestedMark,
    Predicate,
    RecommendationStrength,
    Severity,
    Species,
    Support,
)


class Relation(Record):
    """Hold one relation; the subject is the topic whose record holds it, so it is typed once."""

    predicate: Predicate
    object: Slug
    support: Support | None = None
    certainty: Certainty | None = None
    species: list[Species] = Field(default_factory=list)
    population: Bilingual | None = None
    direction: Bilingual | None = Field(None, description="such as 'blocks', 'lowers', 'blunted'")
    contested: ContestedMark | None = None
    citekeys: list[Citekey] = Field(default_factory=list)
    claims: list[Slug] = Field(default_factory=list)
    note: Bilingual | None = None
    checked_on: Date
    # recommended_by
    strength: RecommendationStrength | None = None
    line: Bilingual | None = None
    year: Count | None = None
    condition: Slug | None = None
    checked: Checked | None = None
    # interacts, washout
    severity: Severity | None = None
    effect: Bilingual | None = None
    days: Count | None = None
    from_direction: Text | None = None
    # screens
    cutoff: Text | None = None

    @model_validator(mode="after")
    def _fields_fit(self) -> Relation:
        unknown = self.predicate is Predicate.UNKNOWN_VIA
        require(unknown or bool(self.citekeys) or bool(self.claims), "a relation needs a citekey or a claim")
        require(self.support is None or self.certainty is None, "give support or certainty, not both")
        if self.predicate is Predicate.MEDIATED_BY:
            require(Species.HUMAN in self.species, "mediated_by needs human evidence; else use hypothesised_via")
        if self.predicate is Predicate.RECOMMENDED_BY:
            given = self.strength is not None and self.year is not None and self.condition is not None
            require(given, "recommended_by needs strength, year and condition")
        if self.predicate is Predicate.WASHOUT:
            require(self.days is not None, "washout needs days")
        return self
