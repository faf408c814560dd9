"""Pair the blocks of two sections, so that one missing paragraph is one finding and not ten."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from atlas.sources.substance import Substance, read_substance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from atlas.languages import Language
    from atlas.sources.blocks import Block

GAP = 1.0
Pair = tuple["Side | None", "Side | None"]


@dataclass(frozen=True)
class Side:
    """Hold a block with what it asserts."""

    language: Language
    block: Block
    substance: Substance

    @property
    def text(self) -> str:
        """Return the block's text."""
        return self.block.text

    @property
    def keys(self) -> frozenset[object]:
        """Return what tells this block from its neighbours in either language."""
        found = self.substance
        mentions = (*found.citations, *found.claims, *found.links, *found.names)
        numbers = {item.values for item in found.quantities if not item.soft}
        return frozenset({mention.key for mention in mentions} | numbers)


def read_sides(blocks: Sequence[Block], language: Language, path: str) -> list[Side]:
    """Return the blocks of a page's section with what each asserts."""
    return [Side(language, block, read_substance(block, language, path)) for block in blocks]


def align(english: Sequence[Side], chinese: Sequence[Side]) -> Iterator[Pair]:
    """Return the cheapest pairing in order; a block without a twin is paired with nothing.

    A pair of one kind costs less than two gaps whatever it says, so that sections of equal shape are compared
    block by block, and what a block asserts decides only where a gap stands.
    """
    costs = _costs(english, chinese)
    row, column = len(english), len(chinese)
    steps: list[Pair] = []
    while row or column:
        here = costs[row][column]
        if row and column and here == costs[row - 1][column - 1] + _cost(english[row - 1], chinese[column - 1]):
            row, column = row - 1, column - 1
            steps.append((english[row], chinese[column]))
        elif row and here == costs[row - 1][column] + GAP:
            row -= 1
            steps.append((english[row], None))
        else:
            column -= 1
            steps.append((None, chinese[column]))
    yield from reversed(steps)


def _costs(english: Sequence[Side], chinese: Sequence[Side]) -> list[list[float]]:
    """Fill the table of the least cost of pairing each beginning of one side with each of the other."""
    costs = [[GAP * column for column in range(len(chinese) + 1)]]
    for row, one in enumerate(english, start=1):
        line = [GAP * row]
        for column, two in enumerate(chinese, start=1):
            above = costs[row - 1]
            line.append(min(above[column - 1] + _cost(one, two), above[column] + GAP, line[-1] + GAP))
        costs.append(line)
    return costs


def _cost(one: Side, two: Side) -> float:
    if one.block.kind is not two.block.kind:
        return inf
    same = 0.0 if one.block.detail == two.block.detail else 0.5
    return same + 0.4 * _unlikeness(one, two) + 0.05 * _difference_in_length(one, two)


def _unlikeness(one: Side, two: Side) -> float:
    ours, theirs = one.keys, two.keys
    return 1 - len(ours & theirs) / len(ours | theirs) if ours or theirs else 0.0


def _difference_in_length(one: Side, two: Side) -> float:
    """Compare lengths, at about three English characters to one Chinese; it decides only between equals."""
    lengths = sorted((len(one.text) / 3 + 1, len(two.text) + 1))
    return 1 - lengths[0] / lengths[1]
