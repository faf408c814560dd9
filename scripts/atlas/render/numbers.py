"""Print numbers, intervals and dates as each language writes them; digits stay as typed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from atlas.languages import Language
from atlas.models.vocabulary import Measure

if TYPE_CHECKING:
    import datetime

    from atlas.models.claim import Absolute, Effect
    from atlas.sources.library import Words

# What stands between parts; not in the words files, which keep no space at the end of a word.
COMMA = {Language.EN: ", ", Language.ZH: "，"}
ENUMERATION = {Language.EN: ", ", Language.ZH: "、"}
COLON = {Language.EN: ": ", Language.ZH: "："}
# Parsed once: Babel would look the name up for every number.
LOCALES = {language: Locale.parse(language.locale) for language in Language}
MINUS = "\N{MINUS SIGN}"
# Units that only repeat what the measure already prints.
PERCENT_UNITS = {"%", "percent", "百分比"}


def number(value: Decimal | int, language: Language) -> str:
    """Return a number with grouped thousands, every typed decimal and a true minus sign."""
    exponent = Decimal(value).as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(value, format=pattern, locale=LOCALES[language]).replace("-", MINUS)


def date(value: datetime.date | int, language: Language) -> str:
    """Return a day as `23 Nov 2026` or `2026 年 11 月 23 日`, as the pages write it; a bare year as such."""
    if isinstance(value, int):
        return str(value) if language is Language.EN else f"{value} 年"
    pattern = {"en": "d MMM y", "zh": "y 年 M 月 d 日"}[language.value]
    return format_date(value, format=pattern, locale=LOCALES[language])


def measured(effect: Effect, language: Language, words: Words) -> str:
    """Return the measure and the value, such as `SMD −0.30` or `46%`."""
    label = "" if effect.measure in {Measure.PERCENT, Measure.COUNT} else words("measure", effect.measure, language)
    shown = number(effect.value, language) + _sign(effect)
    unit = effect.unit[language] if effect.unit and effect.unit[language] not in PERCENT_UNITS else ""
    return " ".join(part for part in (label, shown, unit) if part)


def interval(effect: Effect, language: Language) -> str:
    """Return the interval without its bracket, such as `95% CI 0.26 to 0.34`; empty if there is none."""
    if effect.low is None or effect.high is None:
        return ""
    low, high = (number(bound, language) + _sign(effect) for bound in (effect.low, effect.high))
    bounds = f"{low} to {high}" if language is Language.EN else f"{low}～{high}"
    return f"{effect.level}% {effect.interval} {bounds}"


def bracketed(text: str, language: Language) -> str:
    """Return text in the language's brackets, with the space that English wants before them."""
    if not text:
        return ""
    return f" ({text})" if language is Language.EN else f"（{text}）"


def full_effect(effect: Effect, language: Language, words: Words) -> str:
    """Return value and interval, as prose prints them."""
    return measured(effect, language, words) + bracketed(interval(effect, language), language)


def absolute(result: Absolute, language: Language) -> str:
    """Return both risks as people of so many, such as `50 in 100 compared with 40 in 100`."""
    treated, control, per = (number(n, language) for n in (result.intervention, result.control, result.per))
    if language is Language.EN:
        return f"{treated} in {per} compared with {control} in {per}"
    return f"每 {per} 人中 {treated} 人，对照 {control} 人"


def _sign(effect: Effect) -> str:
    return "%" if effect.measure is Measure.PERCENT else ""
