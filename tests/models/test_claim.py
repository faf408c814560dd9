"""What a claim refuses."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from atlas.models.claim import Claim

WORD = {"en": "fake", "zh": "假"}
CHECKED = {"level": "abstract", "on": "2026-01-02", "where": WORD}
EFFECT = {"measure": "OR", "value": 2, "direction": "higher", "words": WORD}
CLAIM: dict[str, Any] = {
    "id": "fake-claim",
    "role": "efficacy",
    "statement": WORD,
    "population": WORD,
    "comparator_kind": "placebo",
    "comparator": WORD,
    "outcome": WORD,
    "citekeys": ["fake2020one"],
    "certainty": {"grade": "low", "reasons": ["RoB"], "rated_by": "site"},
    "checked": CHECKED,
}


def message(**changes: Any) -> str:
    with pytest.raises(ValidationError) as raised:
        Claim.model_validate({**CLAIM, **changes})
    return str(raised.value)


def test_a_sound_claim_is_accepted() -> None:
    assert Claim.model_validate(CLAIM).id == "fake-claim"


def test_a_claim_has_exactly_one_grade() -> None:
    assert "exactly one of certainty, support or ungraded" in message(ungraded=WORD)


def test_a_waiting_list_comparison_carries_its_mark() -> None:
    assert "carries the mark WL" in message(comparator_kind="waiting-list")


def test_a_value_lies_inside_its_interval() -> None:
    assert "lies outside" in message(effect={**EFFECT, "low": 3, "high": 4})


def test_an_interval_has_both_bounds() -> None:
    assert "both bounds" in message(effect={**EFFECT, "low": 1})


def test_a_number_in_quotes_is_refused() -> None:
    assert "without quotes" in message(effect={**EFFECT, "value": "2"})


def test_a_live_dispute_needs_both_sides() -> None:
    contested = {"mark": "C2", "since": 2020, "positions": [{"text": WORD, "citekeys": ["fake2020one"]}]}

    assert "needs both sides" in message(contested=contested)


def test_a_site_rating_below_high_needs_its_reasons() -> None:
    assert "needs its reasons" in message(certainty={"grade": "low", "rated_by": "site"})


def test_a_rating_taken_from_a_review_names_it() -> None:
    assert "source is for a rating" in message(certainty={"grade": "low", "rated_by": "review"})


def test_both_languages_are_obligatory() -> None:
    assert "statement.zh" in message(statement={"en": "only English"})


def test_an_unknown_field_is_refused() -> None:
    assert "Extra inputs" in message(statment=WORD)
