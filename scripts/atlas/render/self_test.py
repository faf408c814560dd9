"""A questionnaire to fill in: it works on paper, and a small script adds up the points in the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.render.environment import render_template
from atlas.render.view import UnknownError

if TYPE_CHECKING:
    from markupsafe import Markup

    from atlas.models.rating_scale import SeenText
    from atlas.render.view import View

CRISIS = "guide/crisis-help"


def render_self_test(view: View, scale_id: str) -> Markup:
    """Return the form, its bands and where its wording comes from."""
    scale = view.library.scales.get(scale_id)
    if scale is None:
        raise UnknownError(view.word("problem", "scale", scale_id))
    return render_template(
        "self_test",
        view,
        scale=scale,
        crisis_item=next((number for number, item in enumerate(scale.items, 1) if item.crisis), None),
        crisis_url=view.page_url(CRISIS),
        say=lambda key, *values: view.word("self-test", key, *values),
        seen=lambda text: _seen(view, text),
    )


def _seen(view: View, text: SeenText) -> tuple[str, str]:
    """Return a wording and its language tag, which is empty where it is the page's own."""
    own = str(getattr(text, view.language.value) or "")
    return (own, "") if own else (text.en, "en")
