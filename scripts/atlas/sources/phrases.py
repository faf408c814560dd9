"""Dates, shares and multiples that a plain number grammar misreads: 22 July 2022, two thirds, 十分之一, 半年.

Each phrase names what it reads; a phrase that reads nothing only blanks out what looks like a number and is none
(三环类 needs no entry, since a Chinese number word counts only before a classifier).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from atlas.languages import Language
from atlas.sources.number_words import (
    CHINESE_NUMBER,
    DENOMINATORS,
    ENGLISH_NUMBER,
    MONTHS,
    ROMAN,
    chinese_value,
    denominator,
    english_value,
)

Reading = tuple[Fraction, str | None]
Reader = Callable[[re.Match[str]], list[Reading]]

MONTH_NAMES = sorted((name.capitalize() for name in MONTHS), key=len, reverse=True)
MONTH = rf"(?P<month>{'|'.join(MONTH_NAMES)})\.?(?![a-z])"
# `May` and `March` are months only after one of these.
BEFORE_MONTH = "|".join(
    rf"(?<={word})"
    for word in (r"\b[Ii]n ", r"\b[Ss]ince ", r"\b[Uu]ntil ", r"\b[Bb]y ", "[Ee]arly ", "[Mm]id[- ]", "[Ll]ate ")
)
COMPARED = "of|as|to|or|lower|higher|less|more|fewer|smaller|larger"
ABOUT = "about|nearly|almost|over|than|by|around|roughly"
DAY, YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>1[5-9]\d\d|20\d\d)"
PART_NAMES = "|".join(DENOMINATORS)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Pair a pattern with what it states; `soft` phrases are no finding when they stand alone."""

    pattern: re.Pattern[str]
    read: Reader
    soft: bool = False


def _nothing(_match: re.Match[str]) -> list[Reading]:
    return []


def _constant(value: Fraction | int, unit: str | None) -> Reader:
    return lambda _match: [(Fraction(value), unit)]


def _date(match: re.Match[str]) -> list[Reading]:
    groups = match.groupdict()
    month = groups.get("month") or ""
    number = MONTHS.get(month.lower()) or int(month)
    year, day = int(groups.get("year") or 0), int(groups.get("day") or 0)
    return [(Fraction(year * 10000 + number * 100 + day), "date")]


def _decade(match: re.Match[str]) -> list[Reading]:
    groups = match.groupdict()
    year = int(groups["year"]) if groups.get("year") else (int(groups["century"]) - 1) * 100 + int(groups["tens"])
    return [(Fraction(year), "decade")]


def _century(match: re.Match[str]) -> list[Reading]:
    return [(Fraction(match["century"]), "century")]


def _english_share(match: re.Match[str]) -> list[Reading]:
    words, below = match["count"].lower(), denominator(match["part"])
    top = 1 if words in {"a", "an"} else english_value(words)
    return [(Fraction(top, below), "share")] if below and top < below else []


def _number(text: str) -> Fraction:
    return Fraction(text) if re.fullmatch(r"[\d.]+", text) else Fraction(chinese_value(text))


def _chinese_share(match: re.Match[str]) -> list[Reading]:
    below = _number(match["below"])
    return [(_number(match["top"]) / below, "share")] if below else []


def _percent_in_words(match: re.Match[str]) -> list[Reading]:
    return [(_number(match["top"]) / 100, "share")]


def _tenths(match: re.Match[str]) -> list[Reading]:
    return [(_number(match["top"]) / 10, "share")]


def _either_of_two(match: re.Match[str]) -> list[Reading]:
    return [(_number(character), None) for character in match["pair"]]


def _one_of_time(match: re.Match[str]) -> list[Reading]:
    return [(Fraction(1), match["unit"].lower() + "s")]


def _phase(match: re.Match[str]) -> list[Reading]:
    return [(Fraction(ROMAN.get(match["phase"].lower()) or ROMAN[match["phase"]]), None)]


def _compile(pattern: str, read: Reader, *, soft: bool = False, ignore_case: bool = True) -> Phrase:
    return Phrase(re.compile(pattern, re.IGNORECASE if ignore_case else 0), read, soft)


HALF = _constant(Fraction(1, 2), "share")
DOUBLE = _constant(2, "times as much")
ISO_DATE = _compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)", _date)
ROUND_THE_CLOCK = _compile(r"(?<!\d)24/7(?!\d)", _nothing)

CALENDAR: dict[Language, tuple[Phrase, ...]] = {
    Language.EN: (
        ISO_DATE,
        _compile(rf"\b{DAY} {MONTH},? {YEAR}\b", _date, ignore_case=False),
        _compile(rf"\b{MONTH} {DAY},? {YEAR}\b", _date, ignore_case=False),
        _compile(rf"\b{MONTH},? (?:of )?{YEAR}\b", _date, ignore_case=False),
        _compile(rf"\b{DAY} {MONTH}", _date, ignore_case=False),
        _compile(rf"\b{MONTH} {DAY}\b", _date, ignore_case=False),
        _compile(
            rf"(?:{BEFORE_MONTH}){MONTH}",
            _date,
            soft=True,
            ignore_case=False,
        ),
        _compile(r"\b(?P<year>(?:1[5-9]|20)\d0)s\b", _decade),
        _compile(r"\b(?P<century>\d\d)(?:st|nd|rd|th) century\b", _century),
    ),
    Language.ZH: (
        ISO_DATE,
        _compile(r"(?P<year>\d{4})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?[日号]", _date),
        _compile(r"(?P<year>\d{4})\s?年\s?(?P<month>\d{1,2})\s?月", _date),
        _compile(r"(?<!\d)(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?[日号]", _date),
        _compile(r"(?<![\d个])(?P<month>\d{1,2})\s?月(?![龄经子])", _date, soft=True),
        _compile(r"(?P<century>\d\d)\s?世纪\s?(?P<tens>\d0)\s?年代", _decade),
        _compile(r"(?P<year>\d{3}0)\s?年代", _decade),
        _compile(r"(?P<century>\d\d)\s?世纪", _century),
    ),
}

PHRASES: dict[Language, tuple[Phrase, ...]] = {
    Language.EN: (
        ROUND_THE_CLOCK,
        _compile(r"\bhalf[- ](?:li(?:fe|ves)|way|hearted\w*)", _nothing),
        _compile(r"\b(?:first|second|other|latter|upper|lower|better) half\b", _nothing),
        _compile(r"\bhalf an? hour\b|\bhalf-hours?\b", _constant(30, "minutes"), soft=True),
        _compile(r"\bhalf an? year\b", _constant(6, "months"), soft=True),
        _compile(
            rf"\b(?P<count>an?)[ -](?P<part>{PART_NAMES})(?= (?:{COMPARED})\b|[,.;:)])",
            _english_share,
        ),
        _compile(rf"\b(?P<count>{ENGLISH_NUMBER})[ -](?P<part>{PART_NAMES})s?\b(?![ -]line)", _english_share),
        _compile(rf"\bhalf (?:of|the|as)\b|(?:{ABOUT}) half\b", HALF),
        _compile(r"\bhalf\b|\bhalv(?:ed?|es|ing)\b", HALF, soft=True),
        _compile(r"\b(?:twofold|doubl(?:ed?|es|ing))\b(?![- ](?:blind|dummy))", DOUBLE, soft=True),
        _compile(r"\b(?:threefold|tripl(?:ed?|es|ing))\b", _constant(3, "times as much"), soft=True),
        _compile(r"\btwice\b|\bboth\b|\bpairs?\b|\bcouples?\b", _constant(2, None), soft=True),
        _compile(r"\ba dozen\b", _constant(12, None), soft=True),
        _compile(r"\bphase[ -](?P<phase>iii|iv|ii|i)\b", _phase),
        _compile(r"\ban? (?P<unit>minute|hour|day|week|month|year)\b", _one_of_time, soft=True),
    ),
    Language.ZH: (
        ROUND_THE_CLOCK,
        _compile(rf"百分之(?P<top>{CHINESE_NUMBER}|[\d.]+)", _percent_in_words),
        _compile(rf"(?P<below>{CHINESE_NUMBER}|\d+)\s?分之\s?(?P<top>{CHINESE_NUMBER}|\d+)", _chinese_share),
        _compile(r"(?P<top>[一二三四五六七八九]|\d)\s?成(?![人年分功立为本效因员就长果])", _tenths),
        _compile(r"半个?(?:小时|钟头)", _constant(30, "minutes"), soft=True),
        _compile(r"(?<![上下前后年])半年", _constant(6, "months"), soft=True),
        _compile(r"一半|(?<![多])半数", HALF),
        _compile(r"过半|减半|对半", HALF, soft=True),
        _compile(r"翻了?一?[倍番]|加倍|成倍|倍增", DOUBLE, soft=True),
        _compile(r"两者|两端|双方|二者|两边|两侧", _constant(2, None), soft=True),
        _compile(r"[几数好][十百千万]+|[十百千](?=[几余])|第[零〇一二两三四五六七八九十百]+", _nothing),
        _compile(r"万一|千万(?=别|不|要)|十分(?!之)|四肢|五官", _nothing),
        _compile(
            r"(?P<pair>[一二三四五六七八九两][二两三四五六七八九])(?=个|种|项|名|位|周|天|次|倍|小时)",
            _either_of_two,
            soft=True,
        ),
        _compile(r"(?<![A-Za-z])(?P<phase>Ⅰ|Ⅱ|Ⅲ|Ⅳ|IV|I{1,3})\s?期", _phase),
    ),
}  # fmt: skip
