"""Axes of plots: where a value stands, and which ticks are printed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Part of the axis kept free at each end, and the least part on either side of the null value.
MARGIN = 0.05
LEAST_SIDE = 0.18
MOST_TICKS = 6
EVEN_STEPS = (Decimal("1"), Decimal("2"), Decimal("5"))
# Below this ratio of the two ends even steps are easier to read than powers.
NARROW = 4
# From fine to coarse; each is repeated in every power of ten.
LOG_TICKS = (
    tuple(Decimal(text) for text in ("1", "1.5", "2", "3", "5", "7")),
    tuple(Decimal(text) for text in ("1", "2", "5")),
    tuple(Decimal(text) for text in ("1", "3")),
    (Decimal("1"),),
)


@dataclass(frozen=True, slots=True)
class Scale:
    """Place values between the two ends of an axis; ratios by their logarithm, so that 0.5 mirrors 2."""

    low: float
    high: float
    null: Decimal
    ratio: bool

    def position(self, value: Decimal) -> float:
        """Return where a value stands, in percent of the axis."""
        return 100 * (_warp(value, self.ratio) - self.low) / (self.high - self.low)

    @property
    def ticks(self) -> list[Decimal]:
        """Return round values along the axis, the null value among them."""
        if not self.ratio:
            return _even_ticks(self.low, self.high)
        low, high = math.exp(self.low), math.exp(self.high)
        return _even_ticks(low, high) if high / low < NARROW else _log_ticks(self)

    def holds(self, value: Decimal) -> bool:
        """Tell whether a value lies on the axis."""
        return self.low <= _warp(value, self.ratio) <= self.high


def fit_scale(values: Iterable[Decimal], *, ratio: bool) -> Scale:
    """Return an axis that holds every value, and room on both sides of the null value."""
    null = Decimal(1 if ratio else 0)
    warped = [_warp(value, ratio) for value in (*values, null)]
    center = _warp(null, ratio)
    below, above = center - min(warped), max(warped) - center
    span = below + above or 1.0
    below, above = max(below, LEAST_SIDE * span), max(above, LEAST_SIDE * span)
    margin = MARGIN * (below + above)
    return Scale(center - below - margin, center + above + margin, null, ratio)


def _warp(value: Decimal, ratio: bool) -> float:
    return math.log(value) if ratio else float(value)


def _log_ticks(scale: Scale) -> list[Decimal]:
    powers = range(math.floor(scale.low / math.log(10)), math.ceil(scale.high / math.log(10)) + 1)
    for digits in LOG_TICKS:
        ticks = [value for power in powers for digit in digits if scale.holds(value := digit.scaleb(power))]
        if len(ticks) <= MOST_TICKS:
            break
    return [_plain(tick) for tick in ticks]


def _even_ticks(low: float, high: float) -> list[Decimal]:
    power = math.floor(math.log10((high - low) / MOST_TICKS))
    steps = (step.scaleb(power + more) for more in (0, 1) for step in EVEN_STEPS)
    step = next(step for step in steps if (high - low) / float(step) <= MOST_TICKS)
    first, last = math.ceil(low / float(step)), math.floor(high / float(step))
    return [_plain(step * number) for number in range(first, last + 1)]


def _plain(tick: Decimal) -> Decimal:
    """Drop the zeros at the end of a tick, but not those of 10 or 200."""
    return tick.quantize(Decimal(1)) if tick == tick.to_integral_value() else tick.normalize()
