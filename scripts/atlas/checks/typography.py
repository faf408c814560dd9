"""Hold Chinese text to the house style.

- One space between Han and Latin words or numbers (共 522 项, 服用 SSRI 者); none before %, none beside
  full-width punctuation, none inside a name that the glossary or a record writes without one
  (P物质, C反应蛋白, DNA甲基化), none between two Han characters.
- Full-width punctuation in Chinese sentences, also brackets, except in chemical names: (S)-西酞普兰.
- Quotation marks “ ” and ‘ ’, in pairs; neither straight quotes nor 「」.
- Ranges with ～ (0.26～0.34), ellipsis ……, dash ——; no full-width Latin letters or digits; no doubled marks.

autocorrect (autocorrect-py 2.14.0) was tried and not taken: it splits names (白细胞介素-6 becomes 白细胞介素 -6,
P物质 becomes P 物质, 选择性5-羟色胺 becomes 选择性 5-羟色胺), leaves half-width brackets, colons before numbers and
straight quotes alone, stops with `call limit reached` at long pages, and does not say which rule it applied.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from atlas.languages import Language
from atlas.problem import Problem
from atlas.sources.passages import CITED, MARKUP, Passage, passages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.sources.pages import Site

HAN = r"[\u3400-\u4dbf\u4e00-\u9fff]"
FULL = "，。；：、！？（）《》“”‘’……——～"  # full-width punctuation
EMPHASIS = rf"[{MARKUP}*_]*"


@dataclass(frozen=True, slots=True)
class Rule:
    """Pair what is not house style with what is expected instead."""

    name: str
    pattern: re.Pattern[str]
    expected: str


RULES = (
    Rule(
        "zh-spacing",
        re.compile(rf"(?<={HAN}){EMPHASIS}(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%]){EMPHASIS}(?={HAN})"),
        "a space between Han and Latin letters or digits",
    ),
    Rule(
        "zh-space-extra",
        re.compile(rf"(?<=[{FULL}])(?<!\n) +(?=[^\s|{CITED}])|(?<![\s*_|{CITED}{MARKUP}]) +(?=[{FULL}%％℃])"),
        "no space beside full-width punctuation or before %",
    ),
    Rule("zh-space-extra", re.compile(rf"(?<={HAN}) +(?={HAN})"), "no space between Han characters"),
    Rule(
        "zh-punctuation",
        re.compile(rf"(?<={HAN})[,;:!?]|(?<=[{HAN[1:-1]}）”])\.(?!\.)(?=\s|$|{HAN})|[,;:!?](?={HAN})"),
        "full-width punctuation",
    ),
    Rule(
        "zh-brackets",
        re.compile(rf"(?<={HAN}) ?\((?![0-9A-Z,±+−-]{{1,8}}\)-)|\((?=[^()]*{HAN})|(?<={HAN})\)|\) ?(?={HAN})"),
        "full-width brackets （ ）",
    ),
    Rule(
        "zh-quotes",
        re.compile(rf"(?<=[{HAN[1:-1]}{FULL}])[\"']|[\"'](?=[{HAN[1:-1]}])|[「」『』]|(?<![A-Za-z0-9])\""),
        "the quotation marks “ ” or ‘ ’",
    ),
    Rule("zh-full-width", re.compile(r"[Ａ-Ｚａ-ｚ０-９％＋－]"), "half-width letters, digits and signs"),
    Rule("zh-ellipsis", re.compile(rf"(?<={HAN})\.{{2,}}|\.{{3,}}(?={HAN})|。{{2,}}|(?<!…)…(?!…)"), "……"),
    Rule("zh-dash", re.compile(rf"(?<={HAN}) ?--+ ?(?={HAN})|(?<!—)—(?!—)"), "——"),
    Rule(
        "zh-doubled", re.compile(r"([，、；：])\1|[，、；：][，、；：。]|。[，、；：]"), "one mark of punctuation"
    ),
    Rule(
        "zh-range",
        re.compile(rf"(?<![\d.-])\d{{1,3}}(?:\.\d+)?%?(?P<mark>[-–~])\d{{1,3}}(?:\.\d+)?(?= ?(?:%|{HAN}|）))"),
        "～ between the ends of a range",
    ),
)


def check_chinese(site: Site) -> Iterator[Problem]:
    """Find what departs from the house style in Chinese pages and in the Chinese texts of records."""
    names = names_without_spaces(site)
    for passage in passages(site, Language.ZH):
        allowed = [match.span() for match in names.finditer(passage.text)]
        for rule in RULES:
            for match in rule.pattern.finditer(passage.text):
                inside = any(start < match.start() < end for start, end in allowed)
                if not (rule.name in {"zh-spacing", "zh-brackets"} and inside):
                    yield _problem(passage, rule, match)
        yield from _unpaired_quotes(passage)


def _problem(passage: Passage, rule: Rule, match: re.Match[str]) -> Problem:
    start, end = max(0, match.start() - 4), match.end() + 4
    shown = re.sub(rf"[{MARKUP}{CITED}\n]+", "", passage.text[start:end])
    shown = re.sub(r"0{4,}", "{claim:…}", shown)  # the digits that stand for a claim's number
    return Problem(passage.place(match.start()), rule.name, f"found {shown!r}, expected {rule.expected}")


def names_without_spaces(site: Site) -> re.Pattern[str]:
    """Return a pattern of the names that records write with Han beside letters or digits, longest first."""
    library = site.library
    names = {form for term in library.glossary.values() for form in (term.zh, *term.alias_zh)}
    names |= {entity.name.zh for entity in library.entities.values()}
    names |= {topic.name.zh for topic in library.topics.values()}
    names |= {topic.name.zh for topic in library.planned.values()}
    mixed = [name for name in names if re.search(rf"{HAN}[A-Za-z0-9]|[A-Za-z0-9]{HAN}", name)]
    return re.compile("|".join(re.escape(name) for name in sorted(mixed, key=len, reverse=True)) or r"(?!)")


def _unpaired_quotes(passage: Passage) -> Iterator[Problem]:
    for opening, closing in ("“”", "‘’"):
        depth = 0
        for match in re.finditer(f"[{opening}{closing}]", passage.text):
            if match.group() == "’" and re.match(r"[A-Za-z]", passage.text[match.end() :]):
                continue  # an apostrophe
            depth += 1 if match.group() == opening else -1
            if depth not in {0, 1}:
                message = f"found {match.group()} without its partner, expected {opening}…{closing} in pairs"
                yield Problem(passage.place(match.start()), "zh-quotes", message)
                break
