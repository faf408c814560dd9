"""Every relation of the atlas in tables, one for each subject: what the map shows, in words, with its sources."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup

from atlas.models.vocabulary import Group
from atlas.render import numbers
from atlas.render.edges import sources_of
from atlas.render.environment import render_template
from atlas.render.layers import Layer, layer_of, links_of
from atlas.render.map_drawing import UNRATED, level, tone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from atlas.render.edges import Edge
    from atlas.render.layers import Link
    from atlas.render.view import View


def render_all_relations(view: View) -> Markup:
    """Return the tables, in the order of the map's layers and of the names in them."""
    links = sorted(links_of(view.library), key=lambda link: _order(view, link))
    groups = [(subject, list(found)) for subject, found in groupby(links, key=lambda link: link.source)]
    return render_template("all_relations", view, groups=groups, count=len(links), cells=_Cells(view))


def _order(view: View, link: Link) -> tuple[int, int, int, str]:
    topic = view.library.topics[link.source]
    layer = layer_of(view.library, link.source)
    return list(Layer).index(layer), list(Group).index(topic.group), topic.order, link.source


class _Cells:
    """Fill the cells. They are lighter than those of a topic's own table: a page holds hundreds of them."""

    def __init__(self, view: View) -> None:
        self._view = view

    def css(self, link: Link) -> str:
        return f"{tone(link.edge)}{' doubted' if link.edge.contested else ''}"

    def level(self, edge: Edge) -> str:
        return level(edge)

    def strength(self, edge: Edge) -> Markup:
        view = self._view
        if edge.relation and edge.relation.strength:
            word, year = view.word("recommendation-strength", edge.relation.strength), edge.relation.year
            return Markup("{}{}").format(word, numbers.bracketed(str(year), view.language) if year else "")
        if edge.support:
            code = "" if edge.support == "not-established" else f"{edge.support} "
            return Markup("{}{}").format(code, view.word("support", edge.support))
        if edge.certainty:
            return Markup("{}").format(view.word("certainty", edge.certainty))
        return Markup("{}").format(view.word("relations", UNRATED))

    def object(self, link: Link) -> Markup:
        """Name the object; of a recommendation also the condition, to which the map draws it."""
        name = self._view.link(link.edge.object)
        if link.target == link.edge.object:
            return name
        return Markup("<cite>{}</cite>{}{}").format(name, self._view.colon, self._view.name(link.target))

    def basis(self, edge: Edge) -> Markup:
        """Return in whom or what it was seen, the note, and the sources by author and year."""
        view = self._view
        line = edge.relation.line if edge.relation else None
        effect = edge.relation.effect if edge.relation else None
        texts = (
            view.enumeration(view.word("species", species) for species in edge.species),
            view.text(edge.population),
            view.text(line),
            view.text(effect),
            view.text(edge.note),
            self._claims(edge),
        )
        parts = [Markup("{}").format(text) for text in texts if text]
        return Markup("<br>").join([*parts, *self._sources(edge)])

    def _claims(self, edge: Edge) -> Markup:
        """Lead to the first claim from which a relation follows, with its numbers."""
        claims = self._view.library.claims
        known = next((claim for claim in edge.claims if claim in claims and claims[claim][1].has_place), None)
        if known is None:
            return Markup("")
        url = f"{self._view.topic_url(claims[known][0])}#claim-{known}"
        return Markup('<a href="{}">{}</a>').format(url, self._view.word("map", "claims"))

    def _sources(self, edge: Edge) -> Iterable[Markup]:
        view = self._view
        references = view.library.references
        links = [
            Markup('<a href="{}"{}>{}</a>').format(
                view.reference_url(key), view.lang_of(references[key]), view.short_label(references[key])
            )
            for key in sources_of(view.library, edge)
            if key in references
        ]
        return [Markup('<span class="by">{}</span>').format(Markup("; ").join(links))] if links else []

    def predicate(self, edge: Edge) -> str:
        return self._view.word("predicate", edge.predicate)
