"""Publish a card for each topic and language, which link previews show; other pages show the site's own."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

import PIL

from atlas.languages import Language
from atlas.publishing.serve import is_serving
from atlas.render import cards
from atlas.sources.cache import digest
from atlas.sources.output import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from atlas.models.topic import Topic
    from atlas.publishing.edition import Edition

FOLDER = "cards"
OF_THE_SITE = "atlas"


def card_address(topic: Topic | None, language: Language, site_url: str) -> str:
    """Return the address of a page's card, absolute since it is read apart from the page; none in the edit loop."""
    return "" if is_serving() else urljoin(site_url, _path(topic.slug if topic else OF_THE_SITE, language))


def card_files(edition: Edition, cache: Path) -> dict[str, bytes]:
    """Return the cards by their paths; what was drawn before is kept in the cache folder."""
    if is_serving():
        return {}
    wanted = dict(cards_of(edition))
    folder = cache / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    files = {path: _kept_or_drawn(card, folder) for path, card in wanted.items()}
    used = {_kept(card, folder) for card in wanted.values()}
    for old in set(folder.glob("[!.]*")) - used:
        old.unlink(missing_ok=True)
    return files


def _path(name: str, language: Language) -> str:
    return f"{FOLDER}/{language}/{name}.png"


def _kept(card: cards.Card, folder: Path) -> Path:
    return folder / f"{digest(cards.VERSION, PIL.__version__, card.text)}.png"


def _kept_or_drawn(card: cards.Card, folder: Path) -> bytes:
    file = _kept(card, folder)
    if not file.exists():
        write_whole(folder, file.name, cards.draw(card))
    return file.read_bytes()


def cards_of(edition: Edition) -> Iterator[tuple[str, cards.Card]]:
    """Yield the card of each topic and of the site itself, in both languages, by its path."""
    for language in Language:
        word = edition.library.words
        names = (word("interface", "site-name", each) for each in (language, language.twin))
        site, other_site = names
        tagline = word("interface", "tagline", language)
        home = cards.Card("", site, other_site, tagline, site, other_site)
        yield _path(OF_THE_SITE, language), home
        for topic in edition.library.topics.values():
            kicker = f"{word('kind', topic.kind, language)} · {word('group', topic.group, language)}"
            own, other, summary = topic.name[language], topic.name[language.twin], topic.summary[language]
            yield _path(topic.slug, language), cards.Card(kicker, own, other, summary, site, other_site)
