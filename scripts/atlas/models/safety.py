"""Safety facts and approvals of a therapy."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from atlas.models.base import Bilingual, Citekey, Count, Date, Flag, Record, Slug, require
from atlas.models.claim import Checked
from atlas.models.vocabulary import Agency, ApprovalStatus, SafetyKind, Severity


def _checked_kind(value: object) -> str:
    return "word" if isinstance(value, str) else "checked"


CheckedOrNot = Annotated[
    Annotated[Checked, Tag("checked")] | Annotated[Literal["not-confirmed"], Tag("word")],
    Discriminator(_checked_kind),
]


class SafetyFact(Record):
    """Hold one safety fact; what could not be seen stays in the record as `not-confirmed`."""

    id: Slug
    kind: SafetyKind
    text: Bilingual
    box: Flag = Field(False, description="show it in the safety box at the top of the page")
    with_: Slug | None = Field(
        None, alias="with", description="the other topic or entity of an interaction or washout"
    )
    days: Count | None = None
    severity: Severity | None = None
    citekeys: list[Citekey] = Field(default_factory=list)
    checked: CheckedOrNot

    @model_validator(mode="after")
    def _rules(self) -> SafetyFact:
        seen = self.checked != "not-confirmed"
        require(
            not seen or bool(self.citekeys),
            "a confirmed safety fact needs a citekey; else write checked: not-confirmed",
        )
        return self


class Approval(Record):
    """Say where one medicine or device stands with one agency for one use."""

    agency: Agency
    country: Bilingual
    product: Bilingual
    indication: Bilingual
    status: ApprovalStatus
    on: Date | Count | None = Field(None, description="day of the decision, or its year")
    withdrawn_on: Date | None = None
    note: Bilingual | None = None
    citekeys: list[Citekey] = Field(default_factory=list)
    checked: CheckedOrNot
    expires_on: Date | None = None

    @model_validator(mode="after")
    def _rules(self) -> Approval:
        open_ = self.checked == "not-confirmed"
        require(
            open_ == (self.status is ApprovalStatus.NOT_CONFIRMED),
            "status and checked must both be not-confirmed, or neither",
        )
        require(open_ or bool(self.citekeys), "a confirmed approval needs a citekey")
        return self
