"""What a rating scale refuses."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from atlas.models.rating_scale import RatingScale

WORD = {"en": "fake", "zh": "假"}
SCALE: dict[str, Any] = {
    "id": "fake-2",
    "name": WORD,
    "length": 2,
    "instruction": WORD,
    "answers": [{"points": points, "label": WORD} for points in range(4)],
    "items": [{"text": WORD}, {"text": WORD}],
    "bands": [{"low": 0, "high": 2, "name": WORD}, {"low": 3, "high": 6, "name": WORD}],
    "bands_source": "fake2020one",
    "cut_off": 3,
    "licence": "Anyone may copy it.",
    "licence_source": "fake2020one",
    "wording": WORD,
    "seen": ["here", "there"],
    "checked_on": "2026-01-02",
}


def message(**changes: Any) -> str:
    with pytest.raises(ValidationError) as raised:
        RatingScale.model_validate({**SCALE, **changes})
    return str(raised.value)


def test_a_sound_scale_is_accepted() -> None:
    assert RatingScale.model_validate(SCALE).highest == 6


def test_a_lost_item_is_noticed() -> None:
    assert "has 1 items, expected 2" in message(items=SCALE["items"][1:])


def test_answers_count_from_0_to_3() -> None:
    assert "answers count [1, 2, 3]" in message(answers=SCALE["answers"][1:])


@pytest.mark.parametrize(
    ("ends", "fault"),
    [
        ([(1, 2), (3, 6)], "between -1 and 1"),
        ([(0, 2), (4, 6)], "between 2 and 4"),
        ([(0, 3), (3, 6)], "between 3 and 3"),
        ([(0, 2), (3, 5)], "between 5 and 7"),
    ],
    ids=["from above zero", "gap", "overlap", "short of the highest total"],
)
def test_bands_cover_every_total_once(ends: list[tuple[int, int]], fault: str) -> None:
    bands = [{"low": low, "high": high, "name": WORD} for low, high in ends]

    assert fault in message(bands=bands)


def test_the_cut_off_starts_a_band() -> None:
    assert "not the start of a band" in message(cut_off=4)


def test_a_wording_was_seen_in_two_copies() -> None:
    assert "at least 2 items" in message(seen=["here"])
