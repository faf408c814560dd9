"""What the templates print of one page: names, description, addresses in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from mkdocs.utils import get_relative_url

from atlas.languages import Language
from atlas.publishing.paper import printed_line

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.pages import Page

    from atlas.publishing.edition import Edition

REFERENCES = "docs/data/references.yaml"


@dataclass(frozen=True, slots=True)
class Translation:
    """Lead to one language's version of a page."""

    language: Language
    name: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class PageView:
    """Hold what the frame of a page prints; addresses are relative unless they say `canonical`."""

    title: str
    description: str
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    translations: tuple[Translation, ...]
    source: str
    edit: str | None
    printed: str


NAMES = {Language.EN: "English", Language.ZH: "中文"}


def view_page(page: Page, edition: Edition, config: MkDocsConfig) -> PageView:
    """Gather what the frame prints, from the record if the page has one, else from its front matter."""
    urls = _urls(page.file, edition.language)
    source = _source(page.file.src_uri)
    canonical = urljoin(config.site_url or "", page.url)
    return PageView(
        title=_title(page, edition),
        description=_description(page, edition),
        canonical=canonical,
        alternates=_alternates(urls, config.site_url or ""),
        translations=tuple(_translation(language, urls, page, edition) for language in Language),
        source=source,
        edit=_edit_link(source, config.extra.get("repository") or ""),
        printed=printed_line(canonical, edition.topic_of(page.file.src_uri), edition),
    )


def _urls(file: File, language: Language) -> dict[Language, str]:
    """Return the page's address in each language in which it exists, from the root of the site."""
    alternates = getattr(file, "alternates", {})
    found = {other: alternates[other].url for other in Language if other in alternates}
    urls = {**found, language: file.url}
    return {other: "" if url == "./" else url for other, url in urls.items()}


def _alternates(urls: dict[Language, str], site_url: str) -> tuple[tuple[str, str], ...]:
    if len(urls) < len(Language):
        return ()
    pairs = [(language.tag, urljoin(site_url, urls[language])) for language in Language]
    return (*pairs, ("x-default", urljoin(site_url, urls[Language.EN])))


def _translation(language: Language, urls: dict[Language, str], page: Page, edition: Edition) -> Translation:
    """Lead to the page's twin, or to the other language's home page if there is none."""
    href = get_relative_url(urls.get(language, language.prefix) or ".", page.url)
    return Translation(language, NAMES[language], href, language is edition.language)


def _title(page: Page, edition: Edition) -> str:
    site = edition.word("site-name")
    if page.is_homepage or page.file.src_uri == f"{edition.language}/index.md":
        return f"{site} · {edition.word('tagline')}"
    topic = edition.topic_of(page.file.src_uri)
    name = topic.name[edition.language] if topic else page.meta.get("title") or page.title
    return f"{name} · {site}" if name else site


def _description(page: Page, edition: Edition) -> str:
    topic = edition.topic_of(page.file.src_uri)
    return topic.summary[edition.language] if topic else str(page.meta.get("description", ""))


def _edit_link(source: str, repository: str) -> str | None:
    return f"{repository.rstrip('/')}/edit/main/{source}" if repository else None


def _source(src_uri: str) -> str:
    """Return the file a person would edit: generated reference pages come from the list of references."""
    return REFERENCES if "/references/" in src_uri else f"docs/{src_uri}"
