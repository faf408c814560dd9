"""Every dispute of the atlas, and every publication that was corrected, doubted or retracted, on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from atlas.models.vocabulary import Group, Kind, ReferenceStatus
from atlas.render import disputes, numbers
from atlas.render.environment import render_template

if TYPE_CHECKING:
    from collections.abc import Iterable

    from atlas.models.claim import Claim
    from atlas.models.reference import Reference
    from atlas.models.topic import Topic
    from atlas.render.view import View

# The gravest first.
STATES = (ReferenceStatus.RETRACTED, ReferenceStatus.EXPRESSION_OF_CONCERN, ReferenceStatus.CORRECTED)


def render_all_disputes(view: View) -> Markup:
    """Return the contested claims of every topic, by family and topic, both sides folded."""
    families = [(kind, topics) for kind in Kind if (topics := list(_disputed(view, kind)))]
    count = sum(len(claims) for _, topics in families for _, claims in topics)
    return render_template("all_disputes", view, families=families, count=count, parts=_Parts(view))


def render_all_notices(view: View) -> Markup:
    """Return every publication with a notice, by what became of it."""
    references = view.library.references.values()
    groups = [
        (state, sorted(found, key=lambda reference: reference.id))
        for state in STATES
        if (found := [reference for reference in references if reference.custom.status.state is state])
    ]
    return render_template("all_notices", view, groups=groups, parts=_Parts(view))


def _disputed(view: View, kind: Kind) -> Iterable[tuple[Topic, list[Claim]]]:
    topics = (topic for topic in view.library.topics.values() if topic.kind is kind)
    for topic in sorted(topics, key=lambda topic: (list(Group).index(topic.group), topic.order)):
        claims = [claim for claim in topic.claims if claim.contested]
        if claims:
            yield topic, claims


class _Parts(disputes.Parts):
    """Fill what needs more than a word."""

    def sources(self, keys: Iterable[str]) -> Markup:
        """Return sources by author and year, each leading to its own page: the list of this page stays short."""
        view = self._view
        known = [(key, view.library.references[key]) for key in keys if key in view.library.references]
        links = [
            Markup('<a href="{}"{}>{}</a>').format(
                view.reference_url(key), view.lang_of(reference), view.short_label(reference)
            )
            for key, reference in known
        ]
        return view.enumeration(links)

    def place(self, topic: Topic, claim: Claim) -> str:
        """Return where a dispute stands on its own page; the page itself if it has no such section."""
        return self._view.dispute_url(claim.id) or self._view.topic_url(topic)

    def status(self, reference: Reference) -> str:
        status = reference.custom.status
        word = self._view.word("reference-status", status.state)
        return self._view.clauses([word, self._view.date(status.on)] if status.on else [word])

    def source(self, reference: Reference) -> str:
        """Return authors, journal and year in a few words."""
        label = self._view.short_label(reference)
        return self._view.clauses([label, reference.container_title] if reference.container_title else [label])

    def finding(self, reference: Reference) -> str:
        return self._view.text(reference.custom.finding)

    def resting(self, reference: Reference) -> Markup | str:
        """Name the topics of which a claim rests on a publication; empty if none does."""
        view = self._view
        topics = [
            topic.slug
            for topic in view.library.topics.values()
            if any(reference.id in claim.citekeys for claim in topic.claims)
        ]
        if not topics:
            return view.word("all-notices", "rests-nothing")
        names = view.enumeration(view.link(slug) for slug in topics)
        return Markup(view.word("all-notices", "rests")).format(names)

    def bracketed(self, text: str) -> str:
        return numbers.bracketed(text, self._view.language)
