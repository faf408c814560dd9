"""Read the numbers of a text so that the same number in the other language is found equal.

Rules are tried in order on the text; what one takes the later ones no longer see. Numbers in digits are hard:
they must stand on both sides. Numbers in words are soft: `two` and 两 are compared when both sides have one, but
a lone `two` is no finding, because idiom adds and drops such words freely.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from atlas.languages import Language
from atlas.sources.number_words import (
    CHINESE_NUMBER,
    CHINESE_SCALES,
    CLASSIFIERS,
    ENGLISH_NUMBER,
    ENGLISH_SCALES,
    UNIT,
    UNIT_TABLE,
    chinese_value,
    english_value,
)
from atlas.sources.phrases import CALENDAR, PHRASES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.sources.phrases import Phrase

SHARE = "share"
# Full-width digits and signs become their ASCII twins one for one, so that offsets stay true.
ASCII = str.maketrans("０１２３４５６７８９％．−﹣－〜∼", "0123456789%.---～～")
DIGITS = r"(?:\d{1,3}(?:[,\u2009\u202f]\d{3})+(?!\d)|\d+)(?:\.\d+)?|(?<![\d.])\.\d+"
SIGNED = rf"(?:(?<![\w.)%\]）\u4e00-\u9fff])[-–](?=[\d.])|(?<=[\u4e00-\u9fff])-(?=0?\.\d))?(?:{DIGITS})"
PERCENT = r"[ \u00a0\u202f]?(?:%|per[ -]?cent(?!age|ile)\b)"
ATOM = {
    Language.EN: re.compile(
        rf"(?<![A-Za-z0-9.])(?:(?P<digits>{SIGNED})|(?P<words>{ENGLISH_NUMBER})(?![A-Za-z]))"
        rf"(?:(?:st|nd|rd|th)(?![A-Za-z]))?"
        rf"(?:[ -](?P<scale>{'|'.join(ENGLISH_SCALES)})(?![A-Za-z]))?(?P<percent>{PERCENT})?",
        re.IGNORECASE,
    ),
    Language.ZH: re.compile(
        rf"(?:(?P<digits>{SIGNED})|(?<!第)(?P<words>{CHINESE_NUMBER})(?=[多余]?(?:{CLASSIFIERS}|万|亿|百万)))"
        rf"[ \u00a0]?(?P<scale>{'|'.join(CHINESE_SCALES)}|千(?![克卡万])|百(?![分万]))?(?P<percent>{PERCENT})?"
    ),
}
RANGE = {
    Language.EN: re.compile(r"-?[ \u00a0]?(?:to|through|–|—|-|~|～)[ \u00a0]?"),
    Language.ZH: re.compile(r"[ \u00a0]?(?:～|~|至|到|–|—|-)[ \u00a0]?"),
}
OUT_OF = {
    Language.EN: re.compile(r" (?:in|out of)(?: every)? | of(?: the| every)? "),
    Language.ZH: re.compile(r"[ \u00a0]?[\u4e00-\u9fff]{0,8}?[中里][，,]?[\u4e00-\u9fff]{0,5}[ \u00a0]?"),
}
LEVEL_OF_INTERVAL = re.compile(r"[ \u00a0-]?(?:CI|CrI|confidence|credible|prediction|置信|可信|预测)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """Hold one number, range, share or date; `parts` are the plain numbers it was put together from."""

    text: str
    start: int
    end: int
    values: tuple[Fraction, ...]
    unit: str | None = None
    soft: bool = False
    parts: tuple[Quantity, ...] = ()
    estimate: Fraction | None = None  # of an interval: the number that it belongs to

    @property
    def is_range(self) -> bool:
        """Tell whether the quantity has two ends."""
        return len(self.values) == 2


def read_quantities(text: str, language: Language) -> list[Quantity]:
    """Return the quantities of a text from which names, links and citations were taken out."""
    text = text.translate(ASCII)
    found: list[Quantity] = []
    for phrase in (*CALENDAR[language], *PHRASES[language]):
        text = _take(phrase, text, found)
    atoms = list(_atoms(text, language))
    found.extend(_combine(atoms, text, language))
    return _bind(sorted(found, key=lambda quantity: quantity.start), text)


def _take(phrase: Phrase, text: str, found: list[Quantity]) -> str:
    """Collect what a phrase reads and blank it out."""
    for match in phrase.pattern.finditer(text):
        for value, unit in phrase.read(match):
            quantity = Quantity(match.group().strip(), match.start(), match.end(), (value,), unit, phrase.soft)
            found.append(quantity)
    return phrase.pattern.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return "\x00" * len(match.group())


def _atoms(text: str, language: Language) -> Iterator[Quantity]:
    """Return each number with the unit that follows it."""
    for match in ATOM[language].finditer(text):
        value = _value(match, language)
        unit, end = (SHARE, match.end()) if match["percent"] else _unit(text, match.end())
        if match["percent"]:
            value /= 100
        if unit == "years" and value.denominator == 1 and 1500 <= value <= 2100:
            unit = None
        soft = match["digits"] is None
        yield Quantity(text[match.start() : end].strip(), match.start(), end, (value,), unit, soft)


def _value(match: re.Match[str], language: Language) -> Fraction:
    if match["digits"]:
        digits = re.sub(r"[,\u2009\u202f]", "", match["digits"]).replace("–", "-")
        value = Fraction(digits)
    elif language is Language.EN:
        value = Fraction(english_value(match["words"]))
    else:
        value = Fraction(chinese_value(match["words"]))
    scale = (match["scale"] or "").lower()
    return value * {**ENGLISH_SCALES, **CHINESE_SCALES, "千": 1000, "百": 100}.get(scale, 1)


def _unit(text: str, end: int) -> tuple[str | None, int]:
    match = UNIT.match(text, end)
    if match is None or match.lastgroup is None:
        return None, end
    return UNIT_TABLE[int(match.lastgroup[1:])][0], match.end()


def _combine(atoms: list[Quantity], text: str, language: Language) -> Iterator[Quantity]:
    """Join neighbours that are one statement: `4 to 6 weeks`, `1 in 10`, 每 10 人中 1 人."""
    index = 0
    while index < len(atoms):
        pair = _join(atoms[index], atoms[index + 1], text, language) if index + 1 < len(atoms) else None
        yield pair or atoms[index]
        index += 2 if pair else 1


def _join(first: Quantity, second: Quantity, text: str, language: Language) -> Quantity | None:
    between = text[first.end : second.start]
    if first.values == second.values:
        return None  # one to one
    if _is_range(first, second, text, between, language):
        unit = second.unit or first.unit
        low = first.values[0]
        if unit == SHARE and first.unit is None:
            low /= 100
        parts = (replace(first, values=(low,), unit=first.unit or unit), second)
        return _joined(parts, text, (low, second.values[0]), unit)
    if first.unit or second.unit:
        return None
    share = _share(first, second, between, language)
    return _joined((first, second), text, (share,), SHARE) if share is not None else None


def _joined(
    parts: tuple[Quantity, Quantity], text: str, values: tuple[Fraction, ...], unit: str | None
) -> Quantity:
    start, end = parts[0].start, parts[1].end
    return Quantity(text[start:end].strip(), start, end, values, unit, False, parts)


def _is_range(first: Quantity, second: Quantity, text: str, between: str, language: Language) -> bool:
    if RANGE[language].fullmatch(between) and not text[first.start : first.end].endswith("-"):
        return True
    before, after = text[max(0, first.start - 12) : first.start], text[second.end : second.end + 1]
    if language is Language.EN and between == " and ":
        return before.lower().endswith("between ")
    opened = re.search(r"(?:[(\[（［]|CI[ :,：，]*)$", before) is not None
    return opened and re.fullmatch(r"[,，;；][ \u00a0]?", between) is not None and after in set(")]）］")


def _share(first: Quantity, second: Quantity, between: str, language: Language) -> Fraction | None:
    """Return `first` out of `second` (in Chinese the whole comes first)."""
    if between == "/":
        part, whole = first.values[0], second.values[0]
    elif not OUT_OF[language].fullmatch(between):
        return None
    elif language is Language.EN:
        if between.startswith(" of") and (first.soft or second.soft):
            return None
        part, whole = first.values[0], second.values[0]
    else:
        part, whole = second.values[0], first.values[0]
    whole_is_count = whole > 1 and not 1500 <= whole <= 2100
    return part / whole if 0 < part <= whole and whole_is_count else None


def _bind(quantities: list[Quantity], text: str) -> list[Quantity]:
    """Note for each interval which estimate it stands behind, so that two swapped intervals are seen."""
    bound = []
    for index, quantity in enumerate(quantities):
        estimate = None
        if quantity.is_range:
            before = [item for item in quantities[max(0, index - 2) : index] if not _is_level(item, text)]
            if before and not before[-1].is_range and _is_near(text[before[-1].end : quantity.start]):
                estimate = before[-1].values[0]
        bound.append(replace(quantity, estimate=estimate))
    return bound


def _is_level(quantity: Quantity, text: str) -> bool:
    return quantity.unit == SHARE and LEVEL_OF_INTERVAL.match(text, quantity.end) is not None


def _is_near(between: str) -> bool:
    return len(between) <= 24 and re.search(r"[(（\[［]|CI|CrI|置信|可信", between) is not None
