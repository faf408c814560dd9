"""The relations of a topic as a table, both ends, and the matrix of guideline recommendations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from atlas.models.vocabulary import Kind, Predicate
from atlas.render import grades
from atlas.render.comparison import comparison_link
from atlas.render.edges import SHOWS, edges_of, shown, sources_of
from atlas.render.environment import render_template
from atlas.render.relation_map import focus_link
from atlas.render.view import UnknownError

if TYPE_CHECKING:
    from atlas.models.relation import Relation
    from atlas.render.edges import Edge
    from atlas.render.view import View


# The map opens with the topic in focus; once on a page is enough.
ON_MAP = ("therapies", "mechanisms")


def render_relations(view: View, slug: str, show: str) -> Markup:
    """Return the relations that an option `show` asks for."""
    topic = view.topic(slug)
    if show not in SHOWS:
        raise UnknownError(view.word("problem", "option", show))
    edges = shown(view.library, edges_of(view.library, slug), show)
    cells = _Cells(view, is_overview=topic.kind is Kind.GUIDE)
    onward = focus_link(view, slug) if edges and show in ON_MAP else ""
    onward = comparison_link(view, topic) if show == "compared" else onward
    return render_template("relations", view, topic=topic, edges=edges, show=show, cells=cells, onward=onward)


class _Cells:
    """Fill the cells that need more than a word."""

    def __init__(self, view: View, is_overview: bool) -> None:
        self._view = view
        self._is_overview = is_overview

    def predicate(self, edge: Edge) -> str:
        """Name the relation as the page's topic sees it."""
        family = "predicate-inverse" if edge.incoming else "predicate"
        return self._view.word(family, edge.predicate)

    def strength(self, edge: Edge) -> Markup:
        if edge.certainty:
            return grades.certainty(self._view, edge.certainty)
        if edge.support:
            return grades.support(self._view, edge.support)
        return Markup('<span class="unrated">{}</span>').format(self._view.word("relations", "unrated"))

    def contested(self, edge: Edge) -> Markup:
        return grades.contested_mark(self._view, edge.contested) if edge.contested else Markup("")

    def basis(self, edge: Edge) -> Markup:
        """Return whose biology it is, in whom, and what else is to be known."""
        view = self._view
        parts = (
            ("species", view.enumeration(view.word("species", species) for species in edge.species)),
            ("population", view.text(edge.population)),
            ("note", view.text(edge.note)),
            ("derived", view.word("relations", "derived") if edge.derived else ""),
        )
        shown = [Markup('<span class="{}">{}</span>').format(css, text) for css, text in parts if text]
        return Markup(' <span class="sep">·</span> ').join(shown)

    def citekeys(self, edge: Edge) -> list[str]:
        """Return what supports a relation: its own keys, else those of the claims it names.

        On an overview, what another topic's record says is sourced on that topic's page, to which the row leads:
        the overview of depression would else carry the references of every mechanism and therapy.
        """
        if self._is_overview and edge.incoming:
            return []
        return sources_of(self._view.library, edge)


def render_guidelines(view: View, slug: str) -> Markup:
    """Return what guidelines recommend: guidelines by conditions for a therapy, therapies by guidelines else."""
    topic = view.topic(slug)
    if topic.kind is Kind.THERAPY:
        found = [(r.object, r.condition or "", r) for r in topic.relations if _recommends(r)]
    else:
        found = [
            (subject.slug, relation.object, relation)
            for subject in view.library.topics.values()
            for relation in subject.relations
            if _recommends(relation) and relation.condition == slug
        ]
    rows = list(dict.fromkeys(row for row, _, _ in found))
    columns = list(dict.fromkeys(column for _, column, _ in found))
    cells: dict[tuple[str, str], list[Relation]] = {}
    for row, column, relation in found:
        cells.setdefault((row, column), []).append(relation)
    corner = "guideline" if topic.kind is Kind.THERAPY else "therapy"
    return render_template("guidelines", view, topic=topic, rows=rows, columns=columns, cells=cells, corner=corner)


def _recommends(relation: Relation) -> bool:
    return relation.predicate is Predicate.RECOMMENDED_BY
