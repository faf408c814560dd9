"""The generated blocks by their names in a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from atlas.render import (
    all_disputes,
    all_grids,
    all_relations,
    all_topics,
    bibliography,
    claims,
    comparison,
    comparison_effects,
    disputes,
    effects,
    figures,
    glossary,
    grid,
    header,
    history,
    offline,
    relation_map,
    relations,
    safety,
    self_test,
)  # fmt: skip
from atlas.render.view import UnknownError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from markupsafe import Markup

    from atlas.render.view import View

    Renderer = Callable[[View, str, Mapping[str, Any]], Markup]

BLOCKS: dict[str, Renderer] = {
    "header": lambda view, slug, options: header.render_header(view, slug),
    "safety": lambda view, slug, options: safety.render_safety(view, slug),
    "claims": lambda view, slug, options: claims.render_claims(view, slug),
    "claim": lambda view, claim_id, options: claims.render_claim(view, claim_id),
    "effects": lambda view, slug, options: effects.render_effects(view, slug),
    "figure": lambda view, name, options: figures.render_figure(view, name),
    "grid": lambda view, slug, options: grid.render_grid(view, slug),
    "relations": lambda view, slug, options: relations.render_relations(view, slug, options.get("show", "all")),
    "guidelines": lambda view, slug, options: relations.render_guidelines(view, slug),
    "approvals": lambda view, slug, options: safety.render_approvals(view, slug),
    "safety-table": lambda view, slug, options: safety.render_safety_table(view, slug, options.get("kinds", [])),
    "disputes": lambda view, slug, options: disputes.render_disputes(view, slug),
    "bibliography": lambda view, slug, options: bibliography.render_bibliography(view),
    "history": lambda view, slug, options: history.render_history(view, slug),
    "all-disputes": lambda view, slug, options: all_disputes.render_all_disputes(view),
    "all-notices": lambda view, slug, options: all_disputes.render_all_notices(view),
    "all-grids": lambda view, slug, options: all_grids.render_all_grids(view),
    "self-test": lambda view, scale, options: self_test.render_self_test(view, scale),
    "all-topics": lambda view, slug, options: all_topics.render_all_topics(view),
    "all-relations-map": lambda view, slug, options: relation_map.render_map(view),
    "all-relations": lambda view, slug, options: all_relations.render_all_relations(view),
    "all-compared": lambda view, name, options: comparison.render_all_compared(view, name),
    "all-effects": lambda view, name, options: comparison_effects.render_all_effects(view, name),
    "offline": lambda view, slug, options: offline.render_offline(view),
    "glossary": lambda view, slug, options: glossary.render_glossary(view),
}
# The list is known when all else has been numbered, and the header counts it.
LAST = ("header", "bibliography", "history")
OPTIONS: dict[str, tuple[str, ...]] = {"relations": ("show",), "safety-table": ("kinds",)}


def render_block(view: View, name: str, argument: str, options: Mapping[str, Any]) -> Markup:
    """Return a block's HTML; what is unknown is shown as a problem in its place."""
    try:
        return BLOCKS[name](view, argument, options)
    except UnknownError as error:
        return view.problem(str(error))
