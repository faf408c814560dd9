"""The navigation, derived from the records: families, their groups, and the topics of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from atlas.models.vocabulary import GROUPS_OF_KIND, Group, Kind

if TYPE_CHECKING:
    from atlas.publishing.edition import Edition

MkDocsNav = list[dict[str, "str | MkDocsNav"]]


@dataclass(frozen=True, slots=True)
class Entry:
    """Lead to one page."""

    label: str
    path: str

    @property
    def url(self) -> str:
        """Return the page's address from the root of its language."""
        return "" if self.path == "index" else f"{self.path.removesuffix('index')}".rstrip("/") + "/"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Hold the pages of one group, and how many of it are not written yet."""

    label: str
    entries: tuple[Entry, ...]
    missing: int


@dataclass(frozen=True, slots=True)
class Family:
    """Hold the shelves of one page family."""

    key: str
    label: str
    shelves: tuple[Shelf, ...]

    @property
    def paths(self) -> frozenset[str]:
        """Return the paths of all its pages."""
        return frozenset(entry.path for shelf in self.shelves for entry in shelf.entries)

    @property
    def place(self) -> str:
        """Return where all its pages are listed: on the home page, references on a page of their own."""
        return f"{self.key}/" if self.key == REFERENCES else f"#{Kind(self.key).folder}"


REFERENCES = "references"
REFERENCE_INDEXES = ("", "by-topic", "by-year", "by-design")


def families(edition: Edition) -> tuple[Family, ...]:
    """Return what the navigation shows, in the order of the vocabularies; empty groups are left out."""
    of_topics = [
        Family(kind, edition.library.words("kind-plural", kind, edition.language), _shelves(edition, kind))
        for kind in Kind
    ]
    return (*(family for family in of_topics if family.shelves), *_references(edition))


def _shelves(edition: Edition, kind: Kind) -> tuple[Shelf, ...]:
    shelves = (_shelf(edition, group) for group in GROUPS_OF_KIND[kind])
    return tuple(shelf for shelf in shelves if shelf.entries)


def _shelf(edition: Edition, group: Group) -> Shelf:
    topics = [topic for topic in edition.library.topics.values() if topic.group is group]
    written = [topic for topic in topics if edition.has_page(topic.path)]
    entries = [
        Entry(topic.label[edition.language], topic.path)
        for topic in sorted(written, key=lambda topic: (topic.order, topic.slug))
    ]
    planned = {topic.slug for topic in edition.library.planned.values() if topic.group is group}
    missing = planned - {topic.slug for topic in written}
    return Shelf(edition.library.words("group", group, edition.language), tuple(entries), len(missing))


def _references(edition: Edition) -> tuple[Family, ...]:
    entries = [
        Entry(edition.word(f"references-{name or 'all'}"), f"references/{name or 'index'}")
        for name in REFERENCE_INDEXES
        if edition.has_page(f"references/{name or 'index'}")
    ]
    shelf = Shelf("", tuple(entries), 0)
    return (Family(REFERENCES, edition.word("references"), (shelf,)),) if entries else ()


def mkdocs_nav(edition: Edition) -> MkDocsNav:
    """Return the part of the navigation that MkDocs keeps: it gives pages their titles, previous and next."""
    nav: MkDocsNav = [{edition.word("home"): "index.md"}]
    for family in families(edition):
        if family.key != REFERENCES:
            pages: MkDocsNav = [
                {entry.label: f"{entry.path}.md"} for shelf in family.shelves for entry in shelf.entries
            ]
            nav.append({family.label: pages})
    return nav
