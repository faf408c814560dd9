"""One reference: a CSL item (CSL's own field names and case) with the atlas's facts under `custom`."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints, field_validator, model_validator

from atlas.models.base import Bilingual, Citekey, Count, Date, Record, Slug, Text, Url, require, unique
from atlas.models.vocabulary import Design, ReferenceStatus

ItemType = Literal[
    "article-journal", "article", "report", "book", "chapter", "webpage", "dataset", "legislation", "thesis",
    "paper-conference",
]  # fmt: skip


def _whole_number_as_text(value: object) -> object:
    """Accept `volume: 45`; a float is refused, since 1.10 and 1.1 are different issues."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


NumberText = Annotated[
    str, BeforeValidator(_whole_number_as_text), StringConstraints(min_length=1, strip_whitespace=True)
]
Doi = Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/[^\s\"'<>]+$")]
Pmid = Annotated[str, BeforeValidator(_whole_number_as_text), StringConstraints(pattern=r"^[1-9]\d{0,8}$")]
Pmcid = Annotated[str, StringConstraints(pattern=r"^PMC\d+$")]
LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")]


class Name(Record):
    """Name a person (`family`, `given`) or a body (`literal`); Chinese names go in as `literal`."""

    family: Text | None = None
    given: Text | None = None
    suffix: Text | None = None
    dropping_particle: Text | None = Field(None, alias="dropping-particle")
    non_dropping_particle: Text | None = Field(None, alias="non-dropping-particle")
    literal: Text | None = None

    @model_validator(mode="after")
    def _person_or_body(self) -> Name:
        require((self.family is None) != (self.literal is None), "give either family (and given) or literal")
        return self

    @property
    def label(self) -> str:
        """Return the name by which a reader recognises the author."""
        return self.literal or self.family or ""


class CslDate(Record):
    """Hold a CSL date as its parts; `2020`, `"2020-05"` and `date-parts` are all read."""

    date_parts: tuple[tuple[Count, ...], ...] = Field(alias="date-parts", min_length=1, max_length=2)

    @model_validator(mode="before")
    @classmethod
    def _from_short_form(cls, value: Any) -> Any:
        if isinstance(value, int) and not isinstance(value, bool):
            return {"date-parts": ((value,),)}
        if isinstance(value, str):
            require(
                bool(re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", value)),
                f"{value!r} is not a date; write 2020, 2020-05 or 2020-05-17",
            )
            return {"date-parts": (tuple(int(part) for part in value.split("-")),)}
        if isinstance(value, dict) and isinstance(value.get("date-parts"), list):
            parts = value["date-parts"]
            require(all(isinstance(part, list) for part in parts), "date-parts is a list of lists")
            return {**value, "date-parts": tuple(tuple(part) for part in parts)}
        return value

    @field_validator("date_parts")
    @classmethod
    def _calendar(cls, dates: tuple[tuple[int, ...], ...]) -> tuple[tuple[int, ...], ...]:
        for parts in dates:
            require(1 <= len(parts) <= 3, "a date has a year and, if known, month and day")
            require(1000 <= parts[0] <= 2999, f"{parts[0]} is not a year")
            require(len(parts) < 2 or 1 <= parts[1] <= 12, "a month is 1 to 12")
            require(len(parts) < 3 or 1 <= parts[2] <= 31, "a day is 1 to 31")
        return dates

    @property
    def year(self) -> int:
        """Return the (first) year."""
        return self.date_parts[0][0]


class Status(Record):
    """Say what became of a publication, since when, and where the notice stands."""

    state: ReferenceStatus
    on: Date | None = None
    URL: Url | None = None
    DOI: Doi | None = None
    note: Bilingual | None = None

    @model_validator(mode="after")
    def _notice_is_linked(self) -> Status:
        linked = self.state is ReferenceStatus.OK or self.URL is not None or self.DOI is not None
        require(linked, f"status {self.state} needs the DOI or URL of the notice")
        return self


class Custom(Record):
    """Hold what the atlas knows about a reference beyond its citation."""

    design: Design
    topics: list[Slug] = Field(default_factory=list)
    # A pool record has only the English finding; a page that cites it needs both (rule `finding-missing`).
    finding: Bilingual | None = None
    finding_en: Text | None = None
    status: Status = Status(state=ReferenceStatus.OK)
    seen: Text
    unseen: Text | None = None
    note: Text | None = None
    checked_on: Date | None = None

    @model_validator(mode="after")
    def _rules(self) -> Custom:
        unique(self.topics, "topic")
        require(self.finding is None or self.finding_en is None, "give finding or finding_en, not both")
        return self


class Reference(Record):
    """Hold one CSL item."""

    id: Citekey
    type: ItemType
    language: LanguageTag
    title: Text
    title_short: Text | None = Field(None, alias="title-short")
    author: list[Name] = Field(default_factory=list)
    editor: list[Name] = Field(default_factory=list)
    issued: CslDate
    accessed: CslDate | None = None
    container_title: Text | None = Field(None, alias="container-title")
    container_title_short: Text | None = Field(None, alias="container-title-short")
    collection_title: Text | None = Field(None, alias="collection-title")
    publisher: Text | None = None
    publisher_place: Text | None = Field(None, alias="publisher-place")
    volume: NumberText | None = None
    issue: NumberText | None = None
    page: NumberText | None = None
    number: NumberText | None = None
    edition: NumberText | None = None
    genre: Text | None = None
    version: NumberText | None = None
    DOI: Doi | None = None
    PMID: Pmid | None = None
    PMCID: Pmcid | None = None
    ISBN: Text | None = None
    ISSN: Text | None = None
    URL: Url | None = None
    custom: Custom

    @model_validator(mode="after")
    def _can_be_found(self) -> Reference:
        require(
            any((self.DOI, self.PMID, self.ISBN, self.URL)),
            "a reference needs a DOI, PMID, ISBN or URL, so that a reader can find it",
        )
        require(
            bool(self.author or self.editor),
            "a reference needs an author or editor; a body goes in as literal",
        )
        return self

    @property
    def year(self) -> int:
        """Return the year of publication."""
        return self.issued.year
