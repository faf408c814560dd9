"""A questionnaire that may be printed: its official wording in both languages, its points and bands."""

from __future__ import annotations

from itertools import pairwise

from pydantic import Field, model_validator

from atlas.models.base import Bilingual, Citekey, Count, Date, Flag, Record, Slug, Text, require

POINTS = [0, 1, 2, 3]


class Answer(Record):
    """Offer one answer to every item, with what it counts."""

    points: Count
    label: Bilingual


class Item(Record):
    """Hold one item as published; an item of `crisis` leads to help as soon as it gets any points."""

    text: Bilingual
    crisis: Flag = False


class SeenText(Record):
    """Hold a wording that was seen in English, and in Chinese only if two copies agree."""

    en: Text
    zh: Text | None = None


class UnscoredItem(Record):
    """Hold the question that follows the items and does not count."""

    text: SeenText
    answers: list[SeenText] = Field(min_length=2)


class Band(Record):
    """Name the totals from `low` to `high`, both included."""

    low: Count
    high: Count
    name: Bilingual


class RatingScale(Record):
    """Hold one scale; its wording is the exception to own words and is never edited for style."""

    id: Slug
    name: Bilingual
    length: Count = Field(description="the number of items, so that a lost one is noticed")
    instruction: Bilingual
    answers: list[Answer]
    items: list[Item] = Field(min_length=1)
    unscored: UnscoredItem | None = None
    bands: list[Band] = Field(min_length=1)
    bands_source: Citekey
    cut_off: Count = Field(description="from this total on, the page advises an assessment")
    licence: Text = Field(description="the rights holder's line, in English, word for word")
    licence_source: Citekey
    wording: Bilingual = Field(description="what readers are told about where the wording comes from")
    seen: list[Text] = Field(min_length=2, description="the copies in which the wording was seen")
    checked_on: Date

    @model_validator(mode="after")
    def _whole(self) -> RatingScale:
        require(len(self.items) == self.length, f"has {len(self.items)} items, expected {self.length}")
        points = [answer.points for answer in self.answers]
        require(points == POINTS, f"answers count {points}, expected {POINTS}")
        return self

    @model_validator(mode="after")
    def _bands_cover_every_total(self) -> RatingScale:
        ends = [(-1, -1), *((band.low, band.high) for band in self.bands), (self.highest + 1, 0)]
        for (_, high), (low, _) in pairwise(ends):
            require(low == high + 1, f"bands leave a gap or overlap between {high} and {low}")
        require(all(band.low <= band.high for band in self.bands), "a band ends before it begins")
        require(self.cut_off in {band.low for band in self.bands}, "the cut-off is not the start of a band")
        return self

    @property
    def highest(self) -> int:
        """Return the highest possible total."""
        return len(self.items) * POINTS[-1]
