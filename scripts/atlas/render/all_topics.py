"""All topics by family and group, each with its sentence; those not written yet by name alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from atlas.models.vocabulary import GROUPS_OF_KIND, Group, Kind
from atlas.render.environment import render_template

if TYPE_CHECKING:
    from markupsafe import Markup

    from atlas.models.topic import Topic
    from atlas.render.view import View


@dataclass(frozen=True, slots=True)
class _Shelf:
    group: Group
    written: tuple[Topic, ...]
    missing: tuple[str, ...]


def render_all_topics(view: View) -> Markup:
    """Return the site's table of contents; the navigation of a page leads here for the families not its own."""
    return render_template("all_topics", view, families=[(kind, _shelves(view, kind)) for kind in Kind])


def _shelves(view: View, kind: Kind) -> list[_Shelf]:
    shelves = (_shelf(view, group) for group in GROUPS_OF_KIND[kind])
    return [shelf for shelf in shelves if shelf.written or shelf.missing]


def _shelf(view: View, group: Group) -> _Shelf:
    topics = (topic for topic in view.library.topics.values() if topic.group is group)
    planned = (topic for topic in view.library.planned.values() if topic.group is group)
    missing = sorted(planned, key=lambda topic: topic.order)
    return _Shelf(
        group,
        tuple(sorted(topics, key=lambda topic: (topic.order, topic.slug))),
        tuple(view.text(topic.name) for topic in missing if topic.slug not in view.library.topics),
    )
