"""Numbers and dates as each language writes them."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from atlas.languages import Language
from atlas.render import numbers


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("0.30", "0.30"), ("-1.50", "−1.50"), ("12345", "12,345"), ("1234.5", "1,234.5"), ("0", "0"), ("100", "100")],
)
def test_digits_stay_as_typed_with_grouped_thousands_and_a_true_minus(typed: str, printed: str) -> None:
    assert [numbers.number(Decimal(typed), language) for language in Language] == [printed, printed]


def test_a_day_is_written_in_each_language() -> None:
    day = datetime.date(2026, 11, 23)
    assert [numbers.date(day, language) for language in Language] == ["23 Nov 2026", "2026 年 11 月 23 日"]


def test_a_bare_year_stays_a_year() -> None:
    assert [numbers.date(2022, language) for language in Language] == ["2022", "2022 年"]
