"""The same number is read as the same, however each language writes it."""

from __future__ import annotations

import pytest

from atlas.languages import Language
from atlas.sources.quantities import read_quantities


def values(text: str, language: Language) -> list[tuple[tuple[float, ...], str | None]]:
    return [(tuple(float(value) for value in item.values), item.unit) for item in read_quantities(text, language)]


SAME = [
    ("30% of people", "30% 的人"),
    ("30 percent", "百分之三十"),
    ("30%", "３０％"),
    ("seven tenths", "七成"),
    ("two thirds", "三分之二"),
    ("about a third of them", "约三分之一"),
    ("one in ten", "十分之一"),
    ("1 in 10", "每 10 人中有 1 人"),
    ("four in five", "五分之四"),
    ("more than half of people", "一半以上"),
    ("0.26 to 0.34", "0.26～0.34"),
    ("−0.45 to −0.12", "−0.45～−0.12"),
    ("(0.26, 0.34)", "（0.26～0.34）"),
    ("between 4 and 6 weeks", "4～6 周"),
    ("70% to 80%", "70%～80%"),
    ("10–20 mg", "10～20 毫克"),
    ("12,345", "12345"),
    ("120,000", "12 万"),
    ("1.2 million", "120 万"),
    ("330 million", "3.3 亿"),
    ("12-week", "12 周"),
    ("two weeks", "两周"),
    ("twelve months", "十二个月"),
    ("half an hour", "半小时"),
    ("half a year", "半年"),
    ("twofold", "翻倍"),
    ("2-fold", "2 倍"),
    ("3 percentage points", "3 个百分点"),
    ("22 July 2022", "2022年7月22日"),
    ("July 22, 2022", "2022 年 7 月 22 日"),
    ("August 2023", "2023 年 8 月"),
    ("in the 1990s", "20 世纪 90 年代"),
    ("2022", "2022 年"),
    ("phase III", "Ⅲ期"),
    ("18- to 24-year-olds", "18～24 岁"),
    ("twenty-five people", "二十五名"),
]


@pytest.mark.parametrize(("english", "chinese"), SAME)
def test_a_quantity_is_the_same_in_both_languages(english: str, chinese: str) -> None:
    found = values(english, Language.EN)

    assert found
    assert found == values(chinese, Language.ZH)


@pytest.mark.parametrize(
    "text", ["三环类药物", "一般而言", "一直", "万一", "十分常见", "第一次", "数十种", "一线用药"]
)
def test_a_chinese_word_that_only_looks_like_a_number_is_none(text: str) -> None:
    assert values(text, Language.ZH) == []


@pytest.mark.parametrize("text", ["the half-life is long", "the first half", "double-blind"])
def test_an_english_word_that_only_looks_like_a_number_is_none(text: str) -> None:
    assert values(text, Language.EN) == []


def test_an_interval_knows_its_estimate() -> None:
    found = read_quantities("0.30 (95% CI 0.26 to 0.34)", Language.EN)

    assert [float(item.estimate) for item in found if item.estimate is not None] == [0.3]
