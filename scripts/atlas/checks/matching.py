"""Find what one side of a pair of blocks asserts and the other does not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from atlas.languages import Language
from atlas.sources.number_words import TIME_UNITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from atlas.checks.alignment import Side
    from atlas.sources.quantities import Quantity
    from atlas.sources.substance import Mention

# Other ways in which the pages may write a name, such as 5-羟色胺 for 5-HT: name in normal form -> forms.
OtherForms = dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Difference:
    """Name one item that stands on one side only, and where in its block."""

    kind: str
    side: Language
    item: str
    start: int
    note: str = ""


def find_differences(english: Side, chinese: Side, other_forms: OtherForms) -> Iterator[Difference]:
    """Return what stands on one side only: citations, claims, links, names, numbers, swapped intervals."""
    one, two = english.substance, chinese.substance
    yield from _citations(english, chinese)
    yield from _citations(chinese, english)
    for kind, ours, theirs in (("claim", one.claims, two.claims), ("link", one.links, two.links)):
        yield from _one_sided(kind, Language.EN, ours, theirs)
        yield from _one_sided(kind, Language.ZH, theirs, ours)
    yield from _names(english, chinese, other_forms)
    yield from _names(chinese, english, other_forms)
    yield from _quantities(one.quantities, two.quantities)


def _citations(side: Side, other: Side) -> Iterator[Difference]:
    """Count citations, since each follows a sentence: one that is dropped may stand elsewhere in the block."""
    ours = Counter(mention.key for mention in side.substance.citations)
    theirs = Counter(mention.key for mention in other.substance.citations)
    last = {mention.key: mention for mention in side.substance.citations}
    for key in ours - theirs:
        note = f"({ours[key]} times here, {theirs[key]} there)" if theirs[key] else ""
        yield Difference("citation", side.language, last[key].text, last[key].start, note)


def _one_sided(
    kind: str, side: Language, ours: Sequence[Mention], theirs: Sequence[Mention]
) -> Iterator[Difference]:
    known = {mention.key for mention in theirs}
    first = {mention.key: mention for mention in reversed(ours)}
    for key, mention in first.items():
        if key not in known:
            yield Difference(kind, side, mention.text, mention.start)


def _names(side: Side, other: Side, other_forms: OtherForms) -> Iterator[Difference]:
    text = other.text.upper()
    for difference in _one_sided("name", side.language, side.substance.names, other.substance.names):
        forms = other_forms.get(difference.item.upper(), frozenset())
        if not any(form in text for form in {difference.item.upper(), *forms}):
            yield difference


def _quantities(english: Sequence[Quantity], chinese: Sequence[Quantity]) -> Iterator[Difference]:
    ours, theirs = list(english), list(chinese)
    pairs = [*_pair(ours, theirs, _same), *_pair(ours, theirs, _same_but_for_unit)]
    _pair_parts(ours, theirs, chinese)
    _pair_parts(theirs, ours, english)
    ours = [item for item in ours if not _is_repeated(item, chinese)]
    theirs = [item for item in theirs if not _is_repeated(item, english)]
    both_have_words = bool([item for item in ours if _counts_in_words(item)]) and bool(
        [item for item in theirs if _counts_in_words(item)]
    )
    for side, left in ((Language.EN, ours), (Language.ZH, theirs)):
        for item in left:
            if _is_finding(item, both_have_words=both_have_words):
                yield Difference("number", side, item.text, item.start)
    yield from _swapped(pairs)


def _pair(
    ours: list[Quantity], theirs: list[Quantity], fits: Callable[[Quantity, Quantity], bool]
) -> list[tuple[Quantity, Quantity]]:
    """Take pairs that fit out of both lists."""
    pairs = []
    for item in list(ours):
        twin = next((other for other in theirs if fits(item, other)), None)
        if twin is not None:
            ours.remove(item)
            theirs.remove(twin)
            pairs.append((item, twin))
    return pairs


def _same(one: Quantity, two: Quantity) -> bool:
    return (one.values, one.unit) == (two.values, two.unit)


def _same_but_for_unit(one: Quantity, two: Quantity) -> bool:
    """Accept a unit that only one side spells out: `aged 18 to 65` and `18～65 岁`."""
    return one.values == two.values and (one.unit == two.unit or None in {one.unit, two.unit})


def _pair_parts(ours: list[Quantity], theirs: list[Quantity], all_theirs: Sequence[Quantity]) -> None:
    """Accept `4 to 6 weeks` beside two numbers that the other language joins otherwise.

    One of them may have been said before: `62 in 100, then 48 in 100` and `每 100 人中 62 人，后为 48 人`.
    """
    for item in [item for item in ours if item.parts]:
        left = [other for other in theirs if not other.parts]
        twins = []
        for part in item.parts:
            twin = next((other for other in left if _same_but_for_unit(part, other)), None)
            if twin is not None:
                left.remove(twin)
                twins.append(twin)
            elif not (part.soft and _is_one(part)) and not _is_repeated(part, all_theirs):
                twins = []
                break
        if item.is_range and [twin.start for twin in twins] != sorted(twin.start for twin in twins):
            twins = []  # `from 6 to 4` is not 从 4 升到 6
        if twins:
            ours.remove(item)
        for twin in twins:
            theirs.remove(twin)


def _is_repeated(item: Quantity, others: Sequence[Quantity]) -> bool:
    """Tell whether the other side states the number at least once; how often is a matter of style."""
    plain = [part for other in others for part in (other, *other.parts)]
    return any(_same_but_for_unit(item, other) for other in (others if item.is_range else plain))


def _is_one(item: Quantity) -> bool:
    return len(item.values) == 1 and item.values[0] == 1


def _counts_in_words(item: Quantity) -> bool:
    return item.soft and item.values[0] != 0 and (not _is_one(item) or item.unit in TIME_UNITS)


def _is_finding(item: Quantity, *, both_have_words: bool) -> bool:
    """Report digits always, words only if both sides have an unmatched one; a bare 1 is an article."""
    if _is_one(item) and item.unit is None:
        return False
    return both_have_words and _counts_in_words(item) if item.soft else True


def _swapped(pairs: Sequence[tuple[Quantity, Quantity]]) -> Iterator[Difference]:
    """Find an interval that stands behind another estimate than in the other language."""
    seen = Counter(one.values for one, _ in pairs)
    for one, two in pairs:
        known = one.estimate is not None and two.estimate is not None
        if one.is_range and seen[one.values] == 1 and known and one.estimate != two.estimate:
            for side, item in ((Language.EN, one), (Language.ZH, two)):
                note = f"behind {float(item.estimate or 0):g}"
                yield Difference("interval", side, item.text, item.start, note)
