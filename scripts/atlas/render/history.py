"""How to cite a page, where its data is, and what has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from atlas.render.environment import render_template

if TYPE_CHECKING:
    from markupsafe import Markup

    from atlas.render.view import View


def render_history(view: View, slug: str) -> Markup:
    """Return the citation of the page itself and its changes, the newest first."""
    topic = view.topic(slug)
    url = urljoin(view.site_url, view.topic_url(topic))
    cite_text = view.word("history", "cite-text").format(
        title=view.text(topic.name), site=view.word("site", "name"), date=view.date(topic.checked_on), url=url
    )
    changes = sorted(topic.changes, key=lambda change: change.on, reverse=True)
    return render_template("history", view, cite_text=cite_text, changes=changes, data_url=view.data_url(slug))
