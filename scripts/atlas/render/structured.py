"""Describe pages in schema.org's vocabulary; nothing is claimed that the record does not hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from atlas.models.api import LICENSE_URL
from atlas.models.vocabulary import Group, Kind
from atlas.render.metadata import cited_work

if TYPE_CHECKING:
    from atlas.languages import Language
    from atlas.models.topic import Topic
    from atlas.sources.library import Library


@dataclass(frozen=True, slots=True)
class Described:
    """Hold what is known of a page without its record; addresses are absolute."""

    name: str
    description: str
    url: str
    home: str
    citekeys: tuple[str, ...]


def structured_data(page: Described, topic: Topic | None, library: Library, language: Language) -> dict[str, Any]:
    """Return the data block of a page."""
    site = library.words("interface", "site-name", language)
    graph = [_web_page(page, topic, library, language, site)]
    if page.url != page.home:
        graph.append(_breadcrumbs(page, site, library.words("interface", "references", language)))
    return {"@context": "https://schema.org", "@graph": graph}


def _web_page(
    page: Described, topic: Topic | None, library: Library, language: Language, site: str
) -> dict[str, Any]:
    cited = [cited_work(library.references[key]) for key in page.citekeys if key in library.references]
    data = {
        "@type": "MedicalWebPage" if topic else "WebPage",
        "@id": page.url,
        "url": page.url,
        "name": page.name,
        "description": page.description,
        "inLanguage": language.tag,
        "isPartOf": {"@type": "WebSite", "name": site, "url": page.home},
        "isAccessibleForFree": True,
        "license": LICENSE_URL,
        **(_from_record(topic, language) if topic else {}),
        "citation": cited,
    }
    return {key: value for key, value in data.items() if value}


def _from_record(topic: Topic, language: Language) -> dict[str, Any]:
    """Return dates, people and subject; a day of review only if a named person has reviewed the page."""
    reviewers = topic.reviewed_by
    return {
        "about": _subject(topic, language),
        "dateModified": max((change.on for change in topic.changes), default=topic.checked_on).isoformat(),
        "lastReviewed": max(each.on for each in reviewers).isoformat() if reviewers else None,
        "reviewedBy": [
            {"@type": "Person", "name": each.name, "description": each.credentials[language]} for each in reviewers
        ],
        "author": [{"@type": "Person", "name": author.name} for author in topic.authors],
    }


def _subject(topic: Topic, language: Language) -> dict[str, str] | None:
    """Return what a topic is about; of the guides, only those on a condition name one."""
    if topic.kind is Kind.GUIDE and topic.group is not Group.CONDITIONS:
        return None
    kinds = {Kind.MECHANISM: "MedicalEntity", Kind.THERAPY: "MedicalTherapy", Kind.GUIDE: "MedicalCondition"}
    return {
        "@type": kinds[topic.kind],
        "name": topic.name[language],
        "alternateName": topic.name[language.twin],
    }


def _breadcrumbs(page: Described, site: str, references: str) -> dict[str, Any]:
    steps = [(site, page.home)]
    shelf = f"{page.home}references/"
    if page.url.startswith(shelf) and page.url != shelf:
        steps.append((references, shelf))
    steps.append((page.name, page.url))
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": {"@id": url}}
        for position, (name, url) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
