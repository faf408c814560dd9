"""One checkable statement with its numbers, its grade and what was seen of its source."""

from __future__ import annotations

from pydantic import Field, model_validator

from atlas.models.base import (
    Bilingual,
    Citekey,
    Count,
    Date,
    Flag,
    Number,
    Record,
    Slug,
    Text,
    require,
    unique,
)
from atlas.models.vocabulary import (
    Certainty,
    CertaintyReason,
    CheckLevel,
    ClaimRole,
    ComparatorKind,
    ContestedMark,
    Direction,
    Measure,
    Question,
    Rater,
    Support,
    TrialMark,
)


class Checked(Record):
    """Say what was seen of the source, on which day, and where in it the statement stands."""

    level: CheckLevel
    on: Date
    where: Bilingual


class Effect(Record):
    """Hold one estimate; `low` and `high` are the bounds of an interval of `level` percent."""

    measure: Measure
    value: Number
    low: Number | None = None
    high: Number | None = None
    level: Count = 95
    interval: Text = "CI"
    n: Count | None = Field(None, description="people (or animals) analysed")
    k: Count | None = Field(None, description="trials, studies or cohorts")
    i2: Number | None = Field(None, description="heterogeneity, percent")
    unit: Bilingual | None = Field(None, description="of the value, such as points on HAMD-17")
    time: Bilingual | None = Field(None, description="when the outcome was measured")
    direction: Direction
    words: Bilingual = Field(description="the direction in words, such as 'fewer symptoms with the medicine'")

    @model_validator(mode="after")
    def _interval_holds_value(self) -> Effect:
        require((self.low is None) == (self.high is None), "give both bounds of an interval or neither")
        if self.low is not None and self.high is not None:
            require(
                self.low <= self.value <= self.high,
                f"the value {self.value} lies outside {self.low} to {self.high}",
            )
        require(not self.measure.is_ratio or self.value > 0, f"{self.measure} is a ratio and must be above 0")
        return self


class Absolute(Record):
    """Give the same result as people per 100, with the assumed control risk and where it comes from."""

    intervention: Number
    control: Number
    per: Count = 100
    outcome: Bilingual
    basis: Bilingual = Field(description="where the control risk comes from")


class Row(Record):
    """Add one line to a claim's plot, such as one disorder or one medicine, with its own effect."""

    label: Bilingual
    comparator_kind: ComparatorKind
    effect: Effect
    citekeys: list[Citekey] = Field(min_length=1)


class CertaintyGrade(Record):
    """Rate a body of evidence by GRADE; never used for a mechanism."""

    grade: Certainty
    reasons: list[CertaintyReason] = Field(default_factory=list)
    rated_by: Rater
    source: Citekey | None = Field(None, description="the review that states the rating, if rated_by is review")
    note: Bilingual | None = None

    @model_validator(mode="after")
    def _honest(self) -> CertaintyGrade:
        require(
            (self.rated_by is Rater.REVIEW) == (self.source is not None),
            "source is for a rating taken from a review, and only then",
        )
        require(
            self.grade is Certainty.HIGH or self.rated_by is Rater.REVIEW or bool(self.reasons),
            f"a site rating of {self.grade} needs its reasons",
        )
        unique(list(self.reasons), "reason")
        return self


class SupportGrade(Record):
    """Rate one question about a mechanism on the scale M0 to M4."""

    question: Question
    grade: Support
    note: Bilingual | None = None


class Position(Record):
    """Give one side of a dispute one fair statement with its sources."""

    text: Bilingual
    citekeys: list[Citekey] = Field(min_length=1)


class Contested(Record):
    """Mark a dispute: since when, and who says what."""

    mark: ContestedMark
    since: Date | Count = Field(description="a day, or a year if the day is not known")
    topic: Bilingual | None = Field(None, description="what is disputed, in a few words")
    positions: list[Position] = Field(min_length=1)

    @model_validator(mode="after")
    def _both_sides(self) -> Contested:
        live = self.mark in {ContestedMark.C1, ContestedMark.C2}
        require(not live or len(self.positions) >= 2, f"{self.mark} needs both sides")
        return self


class Claim(Record):
    """Hold one claim; the topic whose record holds it owns it, others show it by its id."""

    id: Slug
    role: ClaimRole
    statement: Bilingual
    conditions: list[Slug] = Field(default_factory=list, description="topics or entities it is about")
    population: Bilingual
    comparator_kind: ComparatorKind
    comparator: Bilingual | None = None
    outcome: Bilingual
    effect: Effect | None = None
    absolute: Absolute | None = None
    rows: list[Row] = Field(default_factory=list)
    citekeys: list[Citekey] = Field(min_length=1)
    certainty: CertaintyGrade | None = None
    support: SupportGrade | None = None
    ungraded: Bilingual | None = Field(None, description="why neither grade applies, such as a plain count")
    contested: Contested | None = None
    marks: list[TrialMark] = Field(default_factory=list)
    headline: Flag = Field(True, description="show the claim as a card; false for rows of tables and plots")
    checked: Checked
    expires_on: Date | None = None

    @property
    def has_place(self) -> bool:
        """Tell whether a link can lead to it on its page: it is a card there, or a line of the effects."""
        return self.headline or self.effect is not None

    @model_validator(mode="after")
    def _one_grade(self) -> Claim:
        given = [grade for grade in (self.certainty, self.support, self.ungraded) if grade is not None]
        require(len(given) == 1, "give exactly one of certainty, support or ungraded")
        unique(list(self.citekeys), "citekey")
        unique(list(self.marks), "mark")
        waiting = self.comparator_kind is ComparatorKind.WAITING_LIST
        require(not waiting or TrialMark.WL in self.marks, "a comparison with a waiting list carries the mark WL")
        require(
            self.comparator_kind is ComparatorKind.NONE or self.comparator is not None,
            "name the comparator in both languages",
        )
        return self
