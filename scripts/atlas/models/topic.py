"""One topic: everything that must be equal in both languages, typed once."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from atlas.models.base import Bilingual, Citekey, Count, Date, Record, Slug, Text, require, unique
from atlas.models.claim import Claim
from atlas.models.relation import Relation
from atlas.models.safety import Approval, SafetyFact
from atlas.models.vocabulary import (
    AliasKind,
    CellDirection,
    ContestedMark,
    Group,
    Independence,
    Kind,
    Line,
    Quality,
    Question,
    Support,
)


class Cell(Record):
    """Judge one line of evidence for one question."""

    direction: CellDirection
    quality: Quality
    independence: Independence
    n: Count | None = None
    k: Count | None = None
    citekeys: list[Citekey] = Field(min_length=1)
    note: Bilingual | None = None


def _cell_kind(value: object) -> str:
    return "word" if isinstance(value, str) else "cell"


GridCell = Annotated[
    Annotated[Cell, Tag("cell")] | Annotated[Literal["not-searched", "searched-none"], Tag("word")],
    Discriminator(_cell_kind),
]


class GridRow(Record):
    """Answer one question by six lines of evidence and one overall value."""

    overall: Support
    contested: ContestedMark | None = None
    reason: Bilingual
    HO: GridCell
    HP: GridCell
    HG: GridCell
    HI: GridCell
    AI: GridCell
    IV: GridCell

    def cell(self, line: Line) -> GridCell:
        """Return the cell of one line of evidence."""
        value: GridCell = getattr(self, line.value)
        return value

    @property
    def citekeys(self) -> list[str]:
        """Return the keys cited anywhere in the row."""
        cells = [self.cell(line) for line in Line]
        return [key for cell in cells if isinstance(cell, Cell) for key in cell.citekeys]


class Reviewer(Record):
    """Name a clinician who has reviewed the page; nobody is invented."""

    name: Text
    credentials: Bilingual
    on: Date


class Author(Record):
    """Name who wrote the page."""

    name: Text
    ORCID: Text | None = None


class Change(Record):
    """Record one change in substance, for the page's history and the feeds."""

    on: Date
    text: Bilingual


class Topic(Record):
    """Hold the record of one topic; its prose stands in `docs/en/` and `docs/zh/` under the same name."""

    slug: Slug
    kind: Kind
    group: Group
    order: Count
    name: Bilingual
    short_name: Bilingual | None = None
    summary: Bilingual = Field(description="one sentence for cards, search results and link previews")
    aliases: dict[Literal["en", "zh"], dict[AliasKind, list[Text]]] = Field(default_factory=dict)
    authors: list[Author] = Field(default_factory=list)
    reviewed_by: list[Reviewer] = Field(default_factory=list)
    checked_on: Date
    expires_on: Date
    changes: list[Change] = Field(default_factory=list)
    claims: list[Claim] = Field(default_factory=list)
    relations: list[Relation] = Field(default_factory=list)
    evidence_grid: dict[Question, GridRow] | None = None
    safety: list[SafetyFact] = Field(default_factory=list)
    approvals: list[Approval] = Field(default_factory=list)

    @model_validator(mode="after")
    def _fields_fit_kind(self) -> Topic:
        require(
            self.group.kind is self.kind,
            f"group {self.group} belongs to kind {self.group.kind}, not {self.kind}",
        )
        require(self.kind is Kind.MECHANISM or self.evidence_grid is None, "only a mechanism has an evidence grid")
        require(self.kind is not Kind.MECHANISM or not self.approvals, "approvals belong to a therapy")
        unique([claim.id for claim in self.claims], "claim id")
        unique([fact.id for fact in self.safety], "safety id")
        if self.evidence_grid is not None:
            missing = [question for question in Question if question not in self.evidence_grid]
            require(not missing, f"the grid lacks {', '.join(missing)}")
        return self

    @property
    def path(self) -> str:
        """Return the page's path without language or ending, such as `mechanisms/serotonin`."""
        return f"{self.kind.folder}/{self.slug}"

    @property
    def label(self) -> Bilingual:
        """Return the name for narrow places such as the navigation."""
        return self.short_name or self.name


class PlannedTopic(Record):
    """Name a topic of the page list that is not written yet."""

    slug: Slug
    kind: Kind
    group: Group
    order: Count
    name: Bilingual
