"""Gather what link previews and search engines are told of a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from atlas.languages import Language
from atlas.publishing.previews import card_address
from atlas.render.metadata import embedded
from atlas.render.structured import Described, structured_data

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

    from atlas.publishing.edition import Edition
    from atlas.publishing.page_view import PageView

REFERENCE = re.compile(r'<li id="ref-([a-z0-9-]+)"')
# Open Graph's own form of a language and country.
LOCALES = {Language.EN: "en_US", Language.ZH: "zh_CN"}


@dataclass(frozen=True, slots=True)
class Preview:
    """Hold what the head of a page prints for programs."""

    kind: str
    name: str
    locale: str
    other_locales: tuple[str, ...]
    data: str
    card: str


def preview_page(page: Page, edition: Edition, view: PageView) -> Preview:
    """Return a page's preview; its citations are those of the bibliography that it prints."""
    topic = edition.topic_of(page.file.src_uri)
    name = view.title.removesuffix(f" · {edition.word('site-name')}")
    described = Described(
        name=name,
        description=view.description,
        url=view.canonical,
        home=_home(view, page, edition.language),
        citekeys=tuple(REFERENCE.findall(page.content or "")),
    )
    data = structured_data(described, topic, edition.library, edition.language)
    others = tuple(LOCALES[language] for language in Language if language is not edition.language)
    paired = len(view.alternates) > 0
    kind = "article" if topic else "website"
    card = card_address(topic, edition.language, view.canonical.removesuffix(page.url))
    return Preview(kind, name, LOCALES[edition.language], others if paired else (), embedded(data), card)


def _home(view: PageView, page: Page, language: Language) -> str:
    """Return the address of the language's first page, from the page's own."""
    return urljoin(view.canonical.removesuffix(page.url), language.prefix)
