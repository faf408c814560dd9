"""Objects of relations that have no page of their own."""

from __future__ import annotations

from pydantic import Field

from atlas.models.base import Bilingual, Citekey, Record, Slug, Text, Url
from atlas.models.vocabulary import EntityKind


class Entity(Record):
    """Name something that relations point at: a target, a region, a scale, a guideline."""

    id: Slug
    kind: EntityKind
    name: Bilingual
    abbr: Text | None = None
    URL: Url | None = None
    citekey: Citekey | None = None
    aliases: list[Text] = Field(default_factory=list)
