"""Tell which built pages a changed record makes stale, so that the edit loop rebuilds those alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from atlas.models.topic import Topic
    from atlas.sources.library import Library

NAME = re.compile(r"[a-z][a-z0-9-]*")


def stale_pages(before: Library, after: Library, texts: Mapping[str, str]) -> set[str] | None:
    """Return the paths of pages that show a changed record, or None if any page may.

    `texts` holds, by path, what is typed of each page: both languages and the record. Every page shows the
    navigation, so a topic that came, went or was renamed concerns all.
    """
    if _frame(before) != _frame(after) or before.words.families != after.words.families:
        return None
    if any(dict(old) != dict(new) for old, new in _shared(before, after)):
        return None
    changed = {slug for slug in after.topics if before.topics[slug] != after.topics[slug]}
    topics = [library.topics[slug] for library in (before, after) for slug in changed]
    references = _changed_keys(before.references, after.references)
    names = references | {claim.id for topic in topics for claim in topic.claims}
    shown = {topic.path for topic in after.topics.values() for other in topics if topic.slug in _objects(other)}
    # A slug is often a plain word of the prose (serotonin, exercise): it counts only where a block names it.
    # The gathering blocks (`all-disputes`, `all-grids`, `all-relations`) show every record.
    blocks = {f"| {topic.slug}" for topic in topics} | ({"/// all-"} if topics else set())
    mentioning = {
        path
        for path, text in texts.items()
        if names & set(NAME.findall(text)) or any(block in text for block in blocks)
    }
    own = {topic.path for topic in topics}
    return own | shown | mentioning | ({"index"} if names else set())


def _frame(library: Library) -> list[object]:
    """Return what the navigation prints of every topic."""
    topics = library.topics.values()
    return [(topic.slug, topic.kind, topic.group, topic.order, topic.name, topic.short_name) for topic in topics]


def _shared(before: Library, after: Library) -> Iterable[tuple[Mapping[str, object], Mapping[str, object]]]:
    return (
        (before.planned, after.planned),
        (before.entities, after.entities),
        (before.glossary, after.glossary),
        (before.scales, after.scales),
    )


def _changed_keys(before: Mapping[str, object], after: Mapping[str, object]) -> set[str]:
    return {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}


def _objects(topic: Topic) -> set[str]:
    """Return the topics on whose pages the topic's relations and claims appear."""
    of_claims = {condition for claim in topic.claims for condition in claim.conditions}
    return of_claims | {relation.object for relation in topic.relations}
