"""What is contested about a topic: both sides, both cited, with dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.render import grades
from atlas.render.environment import render_template

if TYPE_CHECKING:
    from markupsafe import Markup

    from atlas.models.claim import Claim, Contested, Position
    from atlas.render.view import View


def render_disputes(view: View, slug: str) -> Markup:
    """Return each contested claim of a topic with its positions."""
    claims = [claim for claim in view.topic(slug).claims if claim.contested]
    return render_template("disputes", view, claims=claims, parts=Parts(view))


class Parts:
    """Fill what needs more than a word."""

    def __init__(self, view: View) -> None:
        self._view = view

    def mark(self, dispute: Contested) -> Markup:
        return grades.contested(self._view, dispute)

    def title(self, claim: Claim) -> str:
        """Return what is disputed, with the capital of a heading."""
        assert claim.contested is not None  # only contested claims are shown
        text = self._view.text(claim.contested.topic or claim.outcome)
        # A name such as mTOR keeps its own form.
        return text if text[1:2].isupper() else text[:1].upper() + text[1:]

    def years(self, position: Position) -> str:
        """Return the years of a side's sources, so that a reader sees who answered whom."""
        references = self._view.library.references
        years = sorted({references[key].year for key in position.citekeys if key in references})
        shown = self._view.enumeration(str(year) for year in years)
        return self._view.word("disputes", "sources", shown) if years else ""
