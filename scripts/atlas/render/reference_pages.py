"""The page of one reference: notice, formatted reference, design, finding, who cites it, exports."""

from __future__ import annotations

import functools
import json
from base64 import b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup

from atlas.languages import Language
from atlas.models.vocabulary import ReferenceStatus
from atlas.render.entry import short_authors
from atlas.render.environment import environment
from atlas.render.foreign import mark_han
from atlas.render.metadata import coins, json_ld
from atlas.render.text import metadata_text, title_html
from atlas.sources.cache import digest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Template

    from atlas.models.base import Bilingual
    from atlas.models.reference import Reference
    from atlas.sources.citing import CitingClaim, CitingPage
    from atlas.sources.library import Words

# Name, kind, file ending and media type of each export.
EXPORTS = (
    ("BibTeX", "bibtex", "bib", "application/x-bibtex"),
    ("RIS", "ris", "ris", "application/x-research-info-systems"),
    ("CSL-JSON", "csl", "json", "application/vnd.citationstyles.csl+json"),
)
# From `references/<citekey>/` to the root of the same language.
ROOT = "../../"


@dataclass(frozen=True, slots=True)
class TopicName:
    """Name a topic for a link; without a path it has no page yet."""

    slug: str
    name: Bilingual
    path: str | None = None


@dataclass(frozen=True, slots=True)
class CitedBy:
    """Hold who cites one reference in one language."""

    pages: tuple[CitingPage, ...] = ()
    claims: tuple[CitingClaim, ...] = ()


class Speaker:
    """Say words in one language."""

    def __init__(self, words: Words, language: Language) -> None:
        self._words = words
        self.language = language
        # Thousands of pages ask for the same few.
        self._said = functools.cache(lambda family, key: words(family, key, language))

    def __call__(self, key: str, **values: object) -> str:
        """Return a word of the family `citations`."""
        word = self._said("citations", key)
        return word.format(**values) if values else word

    @property
    def version(self) -> str:
        """Return a digest of the words that reference pages use."""
        families = ("citations", "design", "reference-status")
        return digest(*(repr(self._words.families.get(family)) for family in families))

    @functools.cached_property
    def words(self) -> dict[str, str]:
        """Return the family `citations` as a mapping, which templates read faster than they call."""
        family = self._words.families.get("citations", {})
        return {key: word[self.language] for key, word in family.items()}

    def of(self, family: str, key: str) -> str:
        """Return the word for a value of a closed vocabulary."""
        return self._said(family, key)


@dataclass(frozen=True, slots=True)
class Work:
    """Hold what a record's two pages share, so that it is made once."""

    reference: Reference
    title: Markup
    exports: list[tuple[str, str, str, str]]
    coins: str
    json_ld: Markup


def make_work(reference: Reference, texts: Mapping[str, str]) -> Work:
    """Return the shared part of a record's pages; `texts` are its exports by format."""
    # JSON-LD goes in as it is: its angle brackets and ampersands are escaped as JSON.
    return Work(
        reference,
        title_html(reference.title),
        [
            (name, f"{reference.id}.{ending}", texts[kind], _address(texts[kind], media))
            for name, kind, ending, media in EXPORTS
        ],
        coins(reference),
        Markup(json_ld(reference)),
    )


def reference_page(
    work: Work, formatted: str, cited_by: CitedBy, topics: Mapping[str, TopicName], say: Speaker
) -> str:
    """Return the Markdown of one page: front matter, and one block of HTML that Markdown leaves alone.

    `formatted` is the entry in the style of the page's language, made safe by `formatting`.
    """
    reference = work.reference
    status = reference.custom.status.state
    title = metadata_text(reference.title)
    who = metadata_text(short_authors(reference))
    description = say("page-description", who=who, year=reference.year, title=title)
    if status is not ReferenceStatus.OK:
        label = say.of("reference-status", status)
        title = say("page-title", status=label, title=title)
        description = say("page-title", status=label, title=description)
    head = front_matter(title=title, description=description, citekey=reference.id)
    html = _template().render(
        work=work,
        reference=reference,
        formatted=Markup(formatted),
        say=say,
        words=say.words,
        language=say.language,
        marked=status is not ReferenceStatus.OK,
        finding=_finding(reference, say.language),
        seen=mark_han(reference.custom.seen, Language.EN),
        topics=[topics.get(slug) or slug for slug in reference.custom.topics],
        cited_by=cited_by,
        root=ROOT,
        page_url=page_url,
        doi_url=doi_url,
    )
    return f"{head}\n{html}\n"


@functools.cache
def _template() -> Template:
    return environment().get_template("reference.html")


def page_url(path: str) -> str:
    """Return the address of a page below its language's root."""
    return f"{path}/".removesuffix("index/")


def doi_url(doi: str) -> str:
    """Return the address that resolves a DOI; some hold characters that no address may."""
    return f"https://doi.org/{quote(doi, safe='/:;()')}"


def front_matter(**values: str) -> str:
    """Return YAML front matter; JSON strings are YAML strings."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return "\n".join(["---", *lines, "---", ""])


def _finding(reference: Reference, language: Language) -> tuple[str, Language] | None:
    """Return the finding and the language in which it is written."""
    custom = reference.custom
    if custom.finding is not None:
        return custom.finding[language], language
    return (custom.finding_en, Language.EN) if custom.finding_en else None


def _address(text: str, media: str) -> str:
    """Return an address that holds a whole export, so that it needs no file of its own and no JavaScript."""
    return f"data:{media};charset=utf-8;base64,{b64encode(text.encode()).decode()}"
