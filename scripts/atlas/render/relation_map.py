"""The map of all relations: columns of names, the lines between them, and what the script needs to walk there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from markupsafe import Markup

from atlas.models.vocabulary import Certainty, EntityKind, Predicate, Support
from atlas.render.environment import render_template
from atlas.render.layers import Layer, lay_out
from atlas.render.map_drawing import UNRATED, WIDTH, draw, level, lines_of

if TYPE_CHECKING:
    from atlas.render.layers import Band, Layout
    from atlas.render.view import View

PAGE = "mechanism-therapy-map"
PLACE = "the-map"


def render_map(view: View) -> Markup:
    """Return the drawing, with the form and the empty panel that the script fills."""
    layout = lay_out(view.library)
    if not layout.links:
        return Markup('<p class="empty">{}</p>').format(view.word("relations", "empty"))
    drawing = draw(layout, view.name)
    return render_template(
        "relation_map",
        view,
        layout=layout,
        drawing=drawing,
        width=WIDTH,
        words=json.dumps(_words(view, layout), ensure_ascii=False),
        nodes=_Nodes(view),
    )


def focus_link(view: View, slug: str) -> Markup:
    """Return a link to the map with a topic in focus; empty if the site has no map."""
    if PAGE not in view.library.topics:
        return Markup("")
    url = f"{view.topic_url(view.library.topics[PAGE])}?focus={slug}#{PLACE}"
    return Markup('<p class="on-map"><a href="{}">{}</a></p>').format(url, view.word("map", "see"))


def _words(view: View, layout: Layout) -> dict[str, object]:
    """Return what the script says: how each relation in use reads from either end, and the interface's words."""
    used = {link.edge.predicate for link in layout.links}
    says = {
        str(predicate): [
            view.word("predicate-inverse", predicate),
            view.word("map-says", predicate),
            view.word("map-says-inverse", predicate),
        ]
        for predicate in Predicate
        if predicate in used
    }
    script = {key: view.word("map-script", key) for key in view.library.words.families["map-script"]}
    return {"says": says, "levels": _levels(view, layout), **script}


def _levels(view: View, layout: Layout) -> dict[str, str]:
    """Return the grades in use, the best first, as the filter offers them."""
    used = {level(link.edge) for link in layout.links}
    names = {
        **{grade.lower(): f"{grade} {view.word('support', grade)}" for grade in Support},
        Support.NOT_ESTABLISHED.lower(): view.word("support", Support.NOT_ESTABLISHED),
        **{
            str(grade): view.word("map-script", "certainty").format(view.word("certainty", grade))
            for grade in Certainty
        },
        UNRATED: view.word("relations", UNRATED),
    }
    return {key: name for key, name in names.items() if key in used}


class _Nodes:
    """Fill the columns."""

    def __init__(self, view: View) -> None:
        self._view = view

    def title(self, band: Band) -> str:
        family = "map-band" if isinstance(band.key, EntityKind) else "group"
        return self._view.word(family, band.key)

    def css(self, slug: str) -> str:
        """Name the height that the drawing reckons with."""
        lines = lines_of(self._view.name(slug))
        return f"l{lines}" if lines > 1 else ""

    def link(self, slug: str) -> Markup:
        view = self._view
        name = view.name(slug)
        if slug not in view.library.topics:
            return Markup("<span>{}</span>").format(name)
        return Markup('<a href="{}">{}</a>').format(view.topic_url(view.library.topics[slug]), name)

    def layers(self) -> list[Layer]:
        return list(Layer)
