"""What the checker remembers of a pair of pages: the state of each section when both were last level."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from atlas.models.base import Date, Record

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]


class Level(Record):
    """Hold the digests of one section's two texts on the day on which they were level."""

    en: Digest
    zh: Digest
    on: Date


class Levels(Record):
    """Hold the levels of a page; `order` is that of its headings, `top` is what stands before the first."""

    page: str
    order: Level
    sections: dict[str, Level] = Field(default_factory=dict)
