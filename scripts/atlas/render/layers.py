"""Lay the relations out in three layers at build time: mechanisms, therapies, conditions.

Groups stay together as bands; bands and the nodes in them are ordered by repeated sweeps that put each beside what
it is related to (the barycenter method of Sugiyama), so that few lines cross. The result depends on the records
alone: the same records give the same map in both languages and in every build.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

from atlas.models.vocabulary import EntityKind, Group, Predicate
from atlas.render.edges import KINDS_SHOWN, all_edges, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from atlas.render.edges import Edge
    from atlas.sources.library import Library

SWEEPS = 12


class Layer(StrEnum):
    """Name the columns of the map, in their order."""

    MECHANISMS = "mechanisms"
    THERAPIES = "therapies"
    CONDITIONS = "conditions"


@dataclass(frozen=True, slots=True)
class Link:
    """Hold one relation with the two nodes between which it is drawn."""

    edge: Edge
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Band:
    """Hold the nodes of one group, which stand together."""

    key: Group | EntityKind
    nodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Hold the bands of each layer from top to bottom, and what joins them."""

    layers: Mapping[Layer, tuple[Band, ...]]
    links: tuple[Link, ...]

    def order(self, layer: Layer) -> list[str]:
        """Return the nodes of a layer from top to bottom."""
        return [slug for band in self.layers[layer] for slug in band.nodes]


def lay_out(library: Library) -> Layout:
    """Return the map of every relation of the records."""
    links = links_of(library)
    slugs = {slug for link in links for slug in (link.source, link.target)}
    first = {layer: _bands(library, layer, slugs) for layer in Layer}
    return Layout(_untangle(first, links), links)


def links_of(library: Library) -> tuple[Link, ...]:
    """Return every relation with the nodes between which it is drawn."""
    return tuple(Link(edge, edge.subject, _drawn_end(edge)) for edge in all_edges(library))


def _drawn_end(edge: Edge) -> str:
    """Return where a line ends: what a guideline says of a therapy is drawn to the condition it speaks of."""
    if edge.predicate is Predicate.RECOMMENDED_BY and edge.relation and edge.relation.condition:
        return edge.relation.condition
    return edge.object


def layer_of(library: Library, slug: str) -> Layer:
    """Return the column of a node; what is neither mechanism nor therapy stands with the conditions."""
    kind = kind_of(library, slug)
    return next((layer for layer in Layer if kind in KINDS_SHOWN[layer]), Layer.CONDITIONS)


def _bands(library: Library, layer: Layer, slugs: Iterable[str]) -> tuple[Band, ...]:
    """Return a layer's nodes by group, both in the order of the navigation."""
    found: dict[Group | EntityKind, list[tuple[int, str]]] = {}
    for slug in sorted(slugs):
        if layer_of(library, slug) is layer:
            key, order = _shelf(library, slug)
            found.setdefault(key, []).append((order, slug))
    keys = [key for key in (*Group, *EntityKind) if key in found]
    return tuple(Band(key, tuple(slug for _, slug in sorted(found[key]))) for key in keys)


def _shelf(library: Library, slug: str) -> tuple[Group | EntityKind, int]:
    topic = library.topics.get(slug) or library.planned.get(slug)
    if topic is not None:
        return topic.group, topic.order
    return library.entities[slug].kind, list(library.entities).index(slug)


# --- the sweeps ---
Layers = dict[Layer, tuple[Band, ...]]


def _untangle(layers: Layers, links: Sequence[Link]) -> Layers:
    """Sweep over the layers, and keep the order with the fewest crossings."""
    near = _neighbors(links)
    best, fewest = layers, crossings(layers, links)
    current = dict(layers)
    for _ in range(SWEEPS):
        for layer in (Layer.THERAPIES, Layer.CONDITIONS, Layer.MECHANISMS):
            current[layer] = _swept(current, layer, near)
        count = crossings(current, links)
        if count < fewest:
            best, fewest = dict(current), count
    return best


def _neighbors(links: Iterable[Link]) -> dict[str, list[str]]:
    near: dict[str, list[str]] = {}
    for link in links:
        near.setdefault(link.source, []).append(link.target)
        near.setdefault(link.target, []).append(link.source)
    return near


def _swept(layers: Layers, layer: Layer, near: Mapping[str, Sequence[str]]) -> tuple[Band, ...]:
    """Order one layer by where the neighbors of its nodes stand in the other two."""
    places = _places(layers)
    others = {slug for other in Layer if other is not layer for band in layers[other] for slug in band.nodes}

    def pull(slug: str) -> float:
        seen = [places[other] for other in near[slug] if other in others]
        return sum(seen) / len(seen) if seen else places[slug]

    pulls = {slug: pull(slug) for band in layers[layer] for slug in band.nodes}
    bands = [Band(band.key, tuple(sorted(band.nodes, key=pulls.__getitem__))) for band in layers[layer]]
    return tuple(sorted(bands, key=lambda band: sum(pulls[slug] for slug in band.nodes) / len(band.nodes)))


def _places(layers: Layers) -> dict[str, float]:
    """Return each node's place in its layer, from 0 at the top to 1."""
    orders = [[slug for band in bands for slug in band.nodes] for bands in layers.values()]
    return {slug: (index + 0.5) / len(order) for order in orders for index, slug in enumerate(order)}


def crossings(layers: Layers, links: Iterable[Link]) -> int:
    """Return how many pairs of lines cross, between each two of the layers."""
    places = _places(layers)
    sides = {slug: layer for layer, bands in layers.items() for band in bands for slug in band.nodes}
    found: dict[frozenset[Layer], list[tuple[float, float]]] = {
        frozenset(pair): [] for pair in combinations(Layer, 2)
    }
    for link in links:
        first, second = sorted((link.source, link.target), key=lambda slug: list(Layer).index(sides[slug]))
        if sides[first] is not sides[second]:
            found[frozenset((sides[first], sides[second]))].append((places[first], places[second]))
    return sum(_inversions(pairs) for pairs in found.values())


def _inversions(pairs: list[tuple[float, float]]) -> int:
    """Count the pairs that stand in one order on the left and in the other on the right."""
    seen: list[float] = []
    count = 0
    for _, right in sorted(pairs):
        count += len(seen) - bisect_right(seen, right)
        insort(seen, right)
    return count
