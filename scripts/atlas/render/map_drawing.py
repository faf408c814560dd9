"""Draw the layout: where each name and each line stands, in sixteenths of the text's size.

Names are text in columns of the page, and only the lines are a picture, which is stretched to the width there is:
names stay readable at every width, can be selected and enlarged, and the drawing weighs little. So heights are
fixed here and in map.css, and both must agree.

Lines from the names of one band gather beside it and run to another band together, so that hundreds of them stay a
picture. Each piece is drawn once for each kind of line, the thicker the more relations use it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from atlas.models.vocabulary import Predicate, RecommendationStrength, Support
from atlas.render.layers import Layer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from atlas.render.edges import Edge
    from atlas.render.layers import Band, Layout, Link

# Heights: a name of one, two or three lines, a band's title, the layer's title, the least gap above a band.
ROWS = {1: 24, 2: 40, 3: 56}
TITLE, HEAD, GAP = 24, 30, 14
# Across: the edges of the columns, of a thousand, and how far from a column its lines have gathered.
WIDTH = 1000
EDGES = {Layer.MECHANISMS: (0, 250), Layer.THERAPIES: (375, 625), Layer.CONDITIONS: (750, 1000)}
GATHERED = 28
# How many times its own size a name may be wide before it takes another line, and how wide letters are.
LINE = 12.0
LATIN, WIDE, HAN = 0.55, 0.85, 1.04
# Chinese characters and their punctuation come after these; between any two a line may break.
LAST_LATIN = 0x2E80
UNBROKEN = re.compile(r"[\u2e81-\uffff]|[^\s\u2e81-\uffff]+\s*|\s+")
# From how many relations on a piece is drawn thicker.
THICKER = (4, 12)

HARM = frozenset({Predicate.MAY_WORSEN, Predicate.CONTRAINDICATED_IN, Predicate.INTERACTS, Predicate.WASHOUT})
AGAINST = frozenset({Predicate.NOT_VIA, Predicate.INEFFECTIVE_FOR})
OPEN = frozenset({Predicate.HYPOTHESISED_VIA, Predicate.UNKNOWN_VIA})
UNRATED = "unrated"
TONES = ("plain", "open", "against", "harm")


def tone(edge: Edge) -> str:
    """Return the kind of line: for, only supposed, against, or a harm."""
    if edge.predicate in HARM:
        return "harm"
    refused = edge.relation is not None and edge.relation.strength is RecommendationStrength.NOT_RECOMMENDED
    if edge.predicate in AGAINST or edge.support is Support.M0 or refused:
        return "against"
    return "open" if edge.predicate in OPEN else "plain"


def level(edge: Edge) -> str:
    """Name how strong the evidence is, for the filter and for the mark that the stylesheet prints."""
    return str(edge.support or edge.certainty or UNRATED).lower()


def lines_of(name: str) -> int:
    """Return how many lines a name takes in its column, broken as browsers break it, at most three."""
    lines, used = 1, 0.0
    for piece in UNBROKEN.findall(name):
        if used and used + _width(piece.rstrip()) > LINE:
            lines, used = lines + 1, 0.0
        used += _width(piece)
    return min(3, lines)


def _width(text: str) -> float:
    return sum(HAN if ord(letter) > LAST_LATIN else WIDE if letter in "mwMW" else LATIN for letter in text)


@dataclass(frozen=True, slots=True)
class Box:
    """Hold the place of a name: its layer, its upper edge, its height, and where the lines of its band gather."""

    layer: Layer
    top: float
    height: float
    gathers: float

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True)
class Kind:
    """Name what a piece of a line looks like."""

    tone: str
    contested: bool
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Drawing:
    """Hold every place, the pieces of each relation's line, and all pieces as one path for each kind."""

    height: int
    boxes: dict[str, Box]
    routes: tuple[tuple[str, ...], ...]
    paths: dict[Kind, str]


def draw(layout: Layout, name: Callable[[str], str]) -> Drawing:
    """Return the whole drawing for names in one language."""
    rows = {slug: ROWS[lines_of(name(slug))] for layer in Layer for slug in layout.order(layer)}
    heights = {layer: _height(bands, rows) for layer, bands in layout.layers.items()}
    height = max(heights.values())
    boxes: dict[str, Box] = {}
    lanes: list[float] = []
    for layer, bands in layout.layers.items():
        gap = GAP + (height - heights[layer]) / (len(bands) + 1)
        tops = _place(layer, bands, rows, gap, boxes)
        if layer is Layer.THERAPIES:
            lanes = [top - gap / 2 for top in tops] or [height / 2]
    routes = tuple(_route(boxes[link.source], boxes[link.target], lanes) for link in layout.links)
    return Drawing(height, boxes, routes, _paths(layout.links, routes))


def _height(bands: tuple[Band, ...], rows: dict[str, int]) -> int:
    return HEAD + sum(GAP + TITLE + sum(rows[slug] for slug in band.nodes) for band in bands) + GAP


def _place(
    layer: Layer, bands: tuple[Band, ...], rows: dict[str, int], gap: float, boxes: dict[str, Box]
) -> list[float]:
    """Put the names of a layer one below the other; return the upper edges of its bands."""
    tops = []
    y: float = HEAD
    for band in bands:
        y += gap
        tops.append(y)
        y += TITLE
        middle = y + sum(rows[slug] for slug in band.nodes) / 2
        for slug in band.nodes:
            boxes[slug] = Box(layer, y, rows[slug], middle)
            y += rows[slug]
    return tops


def _route(one: Box, other: Box, lanes: list[float]) -> tuple[str, ...]:
    """Return the pieces of a line: out of its band, across, into the other band."""
    left, right = sorted((one, other), key=lambda box: (list(Layer).index(box.layer), box.top))
    if left.layer is right.layer:
        return _beside(left, right)
    x1, x2 = EDGES[left.layer][1] + GATHERED, EDGES[right.layer][0] - GATHERED
    if (left.layer, right.layer) == (Layer.MECHANISMS, Layer.CONDITIONS):
        across = _past(x1, left.gathers, x2, right.gathers, lanes)
    else:
        across = _curve(x1, left.gathers, x2, right.gathers)
    return (
        _curve(x1 - GATHERED, left.middle, x1, left.gathers),
        across,
        _curve(x2, right.gathers, x2 + GATHERED, right.middle),
    )


def _curve(x1: float, y1: float, x2: float, y2: float) -> str:
    middle = (x1 + x2) / 2
    return f"M{x1:.0f} {y1:.0f}C{middle:.0f} {y1:.0f} {middle:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"


def _past(x1: float, y1: float, x2: float, y2: float, lanes: list[float]) -> str:
    """Lead past the therapies, between two of their bands: behind names a line would seem to end at them."""
    lane = min(lanes, key=lambda y: (abs(y1 - y) + abs(y2 - y), y))
    start, end = EDGES[Layer.THERAPIES]
    before, after = (x1 + start) / 2, (end + x2) / 2
    return (
        f"M{x1:.0f} {y1:.0f}C{before:.0f} {y1:.0f} {before:.0f} {lane:.0f} {start} {lane:.0f}H{end}"
        f"C{after:.0f} {lane:.0f} {after:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"
    )


def _beside(upper: Box, lower: Box) -> tuple[str, ...]:
    """Join two of one layer by an arc at its side; conditions have theirs on the left."""
    side = -1 if upper.layer is Layer.CONDITIONS else 1
    x = EDGES[upper.layer][0 if side < 0 else 1]
    if upper.gathers == lower.gathers:
        return (_arc(x, upper.middle, lower.middle, side),)
    out = x + side * GATHERED
    return (
        _curve(x, upper.middle, out, upper.gathers),
        _arc(out, upper.gathers, lower.gathers, side),
        _curve(out, lower.gathers, x, lower.middle),
    )


def _arc(x: float, y1: float, y2: float, side: int) -> str:
    bow = x + side * (16 + min(48, abs(y2 - y1) / 12))
    return f"M{x:.0f} {y1:.0f}C{bow:.0f} {y1:.0f} {bow:.0f} {y2:.0f} {x:.0f} {y2:.0f}"


def _paths(links: Iterable[Link], routes: Iterable[tuple[str, ...]]) -> dict[Kind, str]:
    """Return every piece once, by the kind of line; the exceptions come last and lie on top."""
    used: Counter[tuple[Kind, str]] = Counter()
    for link, route in zip(links, routes, strict=True):
        kind = Kind(tone(link.edge), link.edge.contested is not None)
        used.update((kind, piece) for piece in route)
    found: dict[Kind, list[str]] = {}
    for (kind, piece), count in used.items():
        weight = sum(count >= limit for limit in THICKER)
        found.setdefault(Kind(kind.tone, kind.contested, weight), []).append(piece)
    order = sorted(found, key=lambda kind: (kind.contested, TONES.index(kind.tone), kind.weight))
    return {kind: "".join(found[kind]) for kind in order}
