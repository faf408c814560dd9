"""The head of a topic's page: what it is, who has reviewed it, when it was checked, what to beware of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.models.vocabulary import ReferenceStatus
from atlas.render.environment import render_template

if TYPE_CHECKING:
    from markupsafe import Markup

    from atlas.models.reference import Reference
    from atlas.models.topic import Topic
    from atlas.render.view import View

# The gravest first.
NOTICES = (ReferenceStatus.RETRACTED, ReferenceStatus.EXPRESSION_OF_CONCERN, ReferenceStatus.CORRECTED)


def kicker(view: View, topic: Topic) -> tuple[str, str]:
    """Return the page family and the shelf, which stand above the title."""
    return view.word("kind", topic.kind), view.word("group", topic.group)


def render_header(view: View, slug: str) -> Markup:
    """Return the strip and the notices; call when the whole page has been numbered."""
    topic = view.topic(slug)
    return render_template(
        "header",
        view,
        topic=topic,
        expired=topic.expires_on < view.today,
        contested=sum(1 for claim in topic.claims if claim.contested),
        notices=[(status, found) for status in NOTICES if (found := _with_status(view, topic, status))],
    )


def _with_status(view: View, topic: Topic, status: ReferenceStatus) -> list[Reference]:
    """Return what the page or its record cites and what has met with this fate."""
    cited = dict.fromkeys([*view.numbering.keys, *_record_citekeys(topic)])
    references = [view.library.references[key] for key in cited if key in view.library.references]
    return [reference for reference in references if reference.custom.status.state is status]


def _record_citekeys(topic: Topic) -> list[str]:
    keys = [key for relation in topic.relations for key in relation.citekeys]
    for claim in topic.claims:
        keys += claim.citekeys
        keys += [key for row in claim.rows for key in row.citekeys]
        keys += [
            key for position in (claim.contested.positions if claim.contested else ()) for key in position.citekeys
        ]
    for row in (topic.evidence_grid or {}).values():
        keys += row.citekeys
    keys += [key for fact in topic.safety for key in fact.citekeys]
    return keys + [key for approval in topic.approvals for key in approval.citekeys]
