"""The words of a drawn figure; the drawing itself holds none."""

from __future__ import annotations

from pydantic import Field

from atlas.models.base import Bilingual, Record, Slug


class Figure(Record):
    """Name a figure, say all that it shows, and label its parts in both languages; `|` breaks a line."""

    title: Bilingual
    description: Bilingual = Field(description="the full text alternative: it says what the picture says")
    labels: dict[Slug, Bilingual]
