"""The effects as a file for spreadsheets."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from atlas.render.effects_csv import BYTE_ORDER_MARK, effects_csv, plan_csv
from minisite import minilibrary


def test_every_effect_is_a_line_with_its_value_as_typed() -> None:
    text = effects_csv(minilibrary().topics["calmol"])
    lines = list(csv.DictReader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK))))
    assert [(line["claim"], line["measure"], line["value"], line["low"]) for line in lines] == [
        ("calmol-gloom", "SMD", "-0.30", "-0.40"),
        ("calmol-waiting", "percent", "46", "44.0"),
        ("calmol-waiting", "OR", "1.50", ""),
    ]
    assert (lines[0]["outcome_zh"], lines[0]["certainty"], lines[2]["row_en"]) == (
        "忧郁评分",
        "moderate",
        "in the evening",
    )


def test_a_file_is_planned_for_topics_with_effects_alone() -> None:
    assert [output.name for output in plan_csv(minilibrary(), Path("docs"))] == ["calmol.csv"]


def test_spreadsheets_are_told_that_the_file_is_unicode() -> None:
    assert effects_csv(minilibrary().topics["calmol"]).startswith(BYTE_ORDER_MARK)
