"""Write what changed in substance as an Atom feed, and what the site holds for language models as llms.txt."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin
from xml.etree import ElementTree

from atlas.languages import Language
from atlas.models.vocabulary import Kind

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

    from atlas.models.topic import Change, Topic
    from atlas.sources.library import Library

ATOM = "http://www.w3.org/2005/Atom"
DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
NEWEST = 100


def atom_feed(library: Library, topics: Sequence[Topic], language: Language, site_url: str) -> str:
    """Return the feed of one language, the newest change first; the days come from the records."""
    home, address = urljoin(site_url, language.prefix), urljoin(site_url, f"{language.prefix}feed.xml")
    entries = _newest(topics)
    name = library.words("interface", "site-name", language)
    feed = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": language.tag})
    _add(feed, "id", address)
    _add(feed, "title", f"{name} · {library.words('interface', 'feed', language)}")
    _add(feed, "updated", _moment(max((change.on for _, change, _ in entries), default=None)))
    _add(_add(feed, "author"), "name", name)
    _add(feed, "rights", library.words("interface", "licence", language))
    _add(feed, "link", rel="self", type="application/atom+xml", href=address)
    _add(feed, "link", rel="alternate", type="text/html", href=home)
    for topic, change, number in entries:
        _add_entry(feed, topic, change, number, language, home)
    ElementTree.indent(feed, "")
    return DECLARATION + ElementTree.tostring(feed, encoding="unicode") + "\n"


def _newest(topics: Sequence[Topic]) -> list[tuple[Topic, Change, int]]:
    """Return the newest changes with their number in the record, which tells those of one day apart."""
    found = [(topic, change, number) for topic in topics for number, change in enumerate(topic.changes, start=1)]
    found.sort(key=lambda entry: (entry[0].slug, -entry[2]))
    found.sort(key=lambda entry: entry[1].on, reverse=True)
    return found[:NEWEST]


def _add_entry(
    feed: ElementTree.Element, topic: Topic, change: Change, number: int, language: Language, home: str
) -> None:
    url = urljoin(home, f"{topic.path}/")
    entry = _add(feed, "entry")
    _add(entry, "id", f"{url}?change={number}")
    _add(entry, "title", topic.name[language])
    _add(entry, "updated", _moment(change.on))
    _add(entry, "link", rel="alternate", type="text/html", href=url)
    _add(entry, "summary", change.text[language])


def _add(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, name, attributes)
    child.text = text or None
    return child


def _moment(day: datetime.date | None) -> str:
    return f"{day.isoformat() if day else '1970-01-01'}T00:00:00Z"


def llms_text(library: Library, topics: Mapping[Language, Sequence[Topic]], site_url: str) -> str:
    """Return a list of the pages in both languages, with what a program should know before it quotes them."""
    parts = [
        part for language in Language for part in _language_part(library, topics[language], language, site_url)
    ]
    return "\n\n".join(parts) + "\n"


def _language_part(library: Library, topics: Sequence[Topic], language: Language, site_url: str) -> list[str]:
    def word(key: str) -> str:
        return library.words("interface", key, language)

    home = urljoin(site_url, language.prefix)
    sections = [_section(library, topics, kind, language, home) for kind in Kind]
    data = [
        f"- [{word('data')}]({urljoin(home, 'guide/data/')})",
        *(
            f"- [{name}]({urljoin(site_url, f'api/{name}')})"
            for name in ("topics.json", "claims.json", "references.json")
        ),
        f"- [{word('feed')}]({urljoin(home, 'feed.xml')})",
    ]
    return [
        f"# {word('site-name')}",
        f"> {word('tagline')}",
        word("for-models"),
        word("not-medical-advice"),
        *(section for section in sections if section),
        f"## {word('data')}\n\n" + "\n".join(data),
    ]


def _section(library: Library, topics: Sequence[Topic], kind: Kind, language: Language, home: str) -> str:
    lines = [
        f"- [{topic.name[language]}]({urljoin(home, f'{topic.path}/')}): {topic.summary[language]}"
        for topic in sorted(topics, key=lambda topic: (topic.group, topic.order, topic.slug))
        if topic.kind is kind
    ]
    heading = library.words("kind-plural", kind, language)
    return f"## {heading}\n\n" + "\n".join(lines) if lines else ""
