"""Numbers written as words in English and in Chinese, and the units whose names both languages share."""

from __future__ import annotations

import re

SMALL_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS_WORDS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ENGLISH_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
CHINESE_DIGITS = {
    **{digit: value for value, digit in enumerate("零一二三四五六七八九")},
    "〇": 0, "两": 2,
}  # fmt: skip
CHINESE_TENS = {"十": 10, "百": 100, "千": 1000}
CHINESE_SCALES = {"百万": 10**6, "千万": 10**7, "万": 10**4, "亿": 10**8}

ENGLISH_VALUES = {
    **{word: value for value, word in enumerate(SMALL_WORDS)},
    **{word: 10 * tens for tens, word in enumerate(TENS_WORDS, start=2)},
}
ENGLISH_UNITS_WORD = "|".join(SMALL_WORDS[1:10])
LONGEST_FIRST = "|".join(sorted(SMALL_WORDS, key=len, reverse=True))
ENGLISH_NUMBER = rf"(?:(?:{'|'.join(TENS_WORDS)})(?:-(?:{ENGLISH_UNITS_WORD}))?|{LONGEST_FIRST})"
CHINESE_NUMBER = r"[零〇一二两三四五六七八九十百千]+"

DENOMINATORS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4}

# Each row: the unit as findings name it, its Latin and its Chinese spellings (Chinese pages print either).
UNIT_TABLE: tuple[tuple[str, str, str], ...] = (
    ("percentage points", r"percentage[ -]points?|pp", "个?百分点"),
    ("milligrams", r"mgs?|milligrams?", "毫克"),
    ("micrograms", r"[µμ]g|mcg|micrograms?", "微克"),
    ("kilograms", r"kg|kilograms?", "公斤|千克"),
    ("millilitres", r"m[lL]|millilit(?:er|re)s?", "毫升"),
    ("milliamperes", r"mA|milliamp(?:ere)?s?", "毫安"),
    ("hertz", r"Hz|hertz", "赫兹"),
    ("lux", r"lux", "勒克斯"),
    ("minutes", r"min(?:ute)?s?", "分钟"),
    ("seconds", r"seconds?", "秒钟?"),
    ("hours", r"h(?:ou)?rs?|hours?|h", "个?(?:小时|钟头)"),
    ("weeks", r"weeks?|wks?", "周(?!岁|年)|个?星期|个?礼拜"),
    ("months", r"months?", "个月"),
    ("days", r"days?", "天|日(?!元)"),
    ("decades", r"decades?", "个十年"),
    ("years", r"years?|yrs?", "年(?!代|级)|周?岁|周年"),
    ("times as much", r"fold", "倍"),
    (
        "points",
        r"points?",
        "分(?![之钟组别为成析布类型子期层离泌化裂娩数支级项量散开歧配])",
    ),
)
UNIT = re.compile(
    r"[ \u00a0\u202f-]?[多余]?(?:"
    + "|".join(f"(?P<u{i}>(?:{row[1]})(?![A-Za-z])|{row[2]})" for i, row in enumerate(UNIT_TABLE))
    + ")"
)
TIME_UNITS = frozenset({"minutes", "hours", "days", "weeks", "months", "years", "decades"})

# What a Chinese number word counts; without one of these, 一 or 三 is mostly a part of another word (一般, 三环类).
CLASSIFIERS = (
    "个|种|项|名|位|例|次|周|天|年|月|日|小时|分钟|倍|条|组|份|篇|岁|人|处|家|套|层|步|轮|支|对|点(?!击)|段|批|期|代|国|省"
    "|成(?!人|年|分|功|立|为|本|效|因|就|长|果)|大类|类|台|部|件|所|章|节|档|级|度|米|路|亚型|星期|期间"
)


def english_value(words: str) -> int:
    """Return the value of an English number such as `twenty-five`."""
    return sum(ENGLISH_VALUES[part] for part in words.lower().split("-"))


def chinese_value(characters: str) -> int:
    """Return the value of a Chinese number below ten thousand; years are read digit by digit."""
    if len(characters) > 1 and not set(characters) & CHINESE_TENS.keys():
        return int("".join(str(CHINESE_DIGITS[character]) for character in characters))
    total, digit = 0, None
    for character in characters:
        if character in CHINESE_TENS:
            total += (1 if digit is None else digit) * CHINESE_TENS[character]
            digit = None
        else:
            digit = CHINESE_DIGITS[character]
    return total + (digit or 0)


def denominator(word: str) -> int | None:
    """Return what `thirds` or `tenth` divides by."""
    return DENOMINATORS.get(word.lower().removesuffix("s")) or DENOMINATORS.get(word.lower())
