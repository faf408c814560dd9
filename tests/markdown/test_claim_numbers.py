"""Numbers of claims in prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from minisite import render, soup, words_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("reference", "english", "chinese"),
    [
        ("calmol-gloom", "SMD −0.30 (95% CI −0.40 to −0.20)", "SMD −0.30（95% CI −0.40～−0.20）"),
        ("calmol-gloom.value", "SMD −0.30", "SMD −0.30"),
        ("calmol-gloom.interval", "95% CI −0.40 to −0.20", "95% CI −0.40～−0.20"),
        ("calmol-gloom.n", "12,345", "12,345"),
        ("calmol-gloom.k", "21", "21"),
        ("calmol-gloom.absolute", "50 in 100 compared with 40 in 100", "每 100 人中 50 人，对照 40 人"),
        ("calmol-waiting", "46% (95% CI 44.0% to 48.5%)", "46%（95% CI 44.0%～48.5%）"),
    ],
)
def test_a_number_is_printed_as_the_language_writes_it(
    data: Path, reference: str, english: str, chinese: str
) -> None:
    text = f"| x {{claim:{reference}}} |\n| --- |\n"
    for language, expected in (("en", english), ("zh", chinese)):
        assert words_of(soup(render(data, text, language)).select_one(".claim-number")) == expected


def test_code_keeps_the_reference_as_typed(data: Path) -> None:
    assert "<code>{claim:calmol-gloom}</code>" in render(data, "`{claim:calmol-gloom}`")


@pytest.mark.parametrize("reference", ["nothing-here", "calmol-count", "calmol-gloom.nonsense", "calmol-waiting.n"])
def test_an_unknown_claim_or_part_is_a_visible_problem(data: Path, reference: str) -> None:
    problem = soup(render(data, f"x {{claim:{reference}}} y")).select_one(".problem")
    assert reference in words_of(problem)
