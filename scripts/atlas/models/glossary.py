"""One term of the field in both languages."""

from __future__ import annotations

from pydantic import Field, model_validator

from atlas.models.base import Bilingual, Flag, Record, Slug, Text, require, unique


class Term(Record):
    """Hold a term; `zh` is the one printed form, `alias_zh` is tolerated, `avoid_zh` is never printed."""

    id: Slug
    en: Text
    zh: Text
    abbr: Text | None = None
    section: Text
    definition: Bilingual | None = Field(None, description="one sentence of our own in each language")
    alias_en: list[Text] = Field(default_factory=list)
    alias_zh: list[Text] = Field(default_factory=list)
    plain_zh: list[Text] = Field(default_factory=list, description="everyday forms that pages may print as well")
    avoid_zh: list[Text] = Field(default_factory=list)
    confuse_zh: list[Text] = Field(default_factory=list)
    brand_zh: list[Text] = Field(default_factory=list)
    topic: Slug | None = Field(None, description="the page that the term leads to")
    hover: Flag = Field(True, description="false for everyday words, which pages print without a definition")
    provisional: Flag = False
    note: str = ""

    @model_validator(mode="after")
    def _forms_are_distinct(self) -> Term:
        unique([self.zh, *self.alias_zh, *self.plain_zh, *self.avoid_zh], "Chinese form")
        require(self.en not in self.alias_en, "alias_en repeats the term itself")
        return self
