"""What every template of a page shares: the library, the language, the page's citation numbers and links."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from markupsafe import Markup, escape

from atlas.models.vocabulary import Kind
from atlas.render import numbers
from atlas.render.foreign import foreign_tag, mark_han
from atlas.sources.citations import Cited

if TYPE_CHECKING:
    from collections.abc import Iterable

    from atlas.languages import Language
    from atlas.models.base import Bilingual
    from atlas.models.reference import Reference
    from atlas.models.topic import Topic
    from atlas.sources.library import Library


def doi_url(doi: str) -> str:
    """Return the address of a DOI."""
    return f"https://doi.org/{quote(doi, safe='/:().;-_')}"


class Numbering:
    """Number references by their first appearance; call in reading order."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def use(self, key: str) -> int:
        """Return a reference's number: the next one at its first citation."""
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    @property
    def keys(self) -> list[str]:
        """Return the keys cited so far, in the order of their numbers."""
        return list(self._numbers)


class UnknownError(LookupError):
    """Say in the page's language what a page names and the records lack."""


@dataclass(slots=True)
class View:
    """Hold one page's rendering, from its first citation to its bibliography."""

    library: Library
    language: Language
    site_url: str = "http://127.0.0.1:8000/"
    cache: Path = Path(".cache")
    # Where the site publishes records, such as `{base}data/{slug}.yaml`; empty if it does not.
    record_url: str = ""
    today: datetime.date = field(default_factory=datetime.date.today)
    # The page's own topic, and the topics whose disputes it shows: they decide where marks link to.
    slug: str = ""
    disputes_shown: frozenset[str] = frozenset()
    numbering: Numbering = field(default_factory=Numbering)
    _ids: set[str] = field(default_factory=set)

    def word(self, family: str, key: str, *values: object) -> str:
        """Return a word of the interface or a vocabulary; a word that is missing is shown by its key."""
        try:
            word = self.library.words(family, key, self.language)
        except KeyError:
            word = key
        return word.format(*values) if values else word

    def counted(self, family: str, key: str, count: int) -> str:
        """Return a counted noun, such as `1 study` or `1,234 studies`."""
        return self.word(family, f"{key}-one" if count == 1 else key, self.number(count))

    @property
    def colon(self) -> str:
        """Return what stands between a label and its text."""
        return numbers.COLON[self.language]

    def clauses(self, parts: Iterable[Markup | str]) -> Markup:
        """Join parts of one statement."""
        return escape(numbers.COMMA[self.language]).join(parts)

    def enumeration(self, parts: Iterable[Markup | str]) -> Markup:
        """Join the members of a list."""
        return escape(numbers.ENUMERATION[self.language]).join(parts)

    def text(self, both: Bilingual | None) -> str:
        """Return a text in the page's language; empty if there is none."""
        return both[self.language] if both else ""

    def number(self, value: int) -> str:
        """Return a whole number with grouped thousands."""
        return numbers.number(value, self.language)

    def date(self, value: datetime.date | int) -> str:
        """Return a day or a year as the page's language writes it."""
        return numbers.date(value, self.language)

    def time(self, value: datetime.date | int) -> Markup:
        """Return a date as a `time` element."""
        stamp = value.isoformat() if isinstance(value, datetime.date) else str(value)
        return Markup('<time datetime="{}">{}</time>').format(stamp, self.date(value))

    def topic(self, slug: str) -> Topic:
        """Return a topic's record; raise `UnknownError` if there is none."""
        if slug not in self.library.topics:
            raise UnknownError(self.word("problem", "topic", slug))
        return self.library.topics[slug]

    def name(self, slug: str) -> str:
        """Return what a topic, planned topic or entity is called; an unknown one by its id."""
        try:
            return self.library.name(slug)[self.language]
        except KeyError:
            return slug

    @property
    def base(self) -> str:
        """Return the path under which the site is served, with both slashes."""
        return urlsplit(self.site_url).path.rstrip("/") + "/"

    def page_url(self, path: str) -> str:
        """Return the address of a page of this language by its path, such as `therapies/ssri`."""
        return f"{self.base}{self.language.prefix}{path}/"

    def topic_url(self, topic: Topic) -> str:
        """Return the address of a topic's page."""
        return self.page_url(topic.path)

    def link(self, slug: str) -> Markup:
        """Return a topic's name as a link; what has no page yet says so, an entity is its name."""
        name = self.name(slug)
        if slug == self.slug:
            return escape(name)
        if slug in self.library.topics:
            url = self.topic_url(self.library.topics[slug])
            return Markup('<a href="{}">{}</a>').format(url, name)
        if slug in self.library.planned:
            return Markup('<span class="planned">{} <span class="planned-note">{}</span></span>').format(
                name, numbers.bracketed(self.word("topic", "planned"), self.language).strip()
            )
        return escape(name)

    def reference_url(self, key: str) -> str:
        """Return the address of a reference's own page."""
        return self.page_url(f"references/{key}")

    def reference_anchor(self, key: str) -> str:
        """Return where a reference stands: in this page's bibliography, else on its own page."""
        return f"#ref-{key}" if key in self.numbering.keys else self.reference_url(key)

    def data_url(self, slug: str) -> str:
        """Return the address of a topic's record; empty if the site does not publish records."""
        return self.record_url.format(base=self.base, slug=slug) if self.record_url else ""

    def short_label(self, reference: Reference) -> str:
        """Return first author and year, by which a reader knows a publication."""
        names = reference.author or reference.editor
        return f"{names[0].label} {reference.year}"

    def lang_of(self, reference: Reference) -> Markup:
        """Return the attribute that names a publication's language; empty if it is the page's."""
        tag = foreign_tag(reference.language, self.language)
        return Markup(' lang="{}"').format(tag) if tag else Markup("")

    def marked(self, both: Bilingual | None) -> Markup:
        """Return a text in the page's language with the Chinese in English marked."""
        return mark_han(self.text(both), self.language)

    def notice_link(self, reference: Reference) -> Markup:
        """Return a link to the notice of a correction or retraction, after a space; empty if there is none."""
        status = reference.custom.status
        url = doi_url(status.DOI) if status.DOI else status.URL
        if not url:
            return Markup("")
        return Markup(' <a class="ref-notice" href="{}">{}</a>').format(url, self.word("notice", "notice-link"))

    def dispute_url(self, claim_id: str) -> str:
        """Return where a claim's dispute is shown: on this page, else on its owner's; empty if nowhere."""
        owner = self.library.claims[claim_id][0]
        if owner.slug in self.disputes_shown:
            return f"#dispute-{claim_id}"
        # A guide shows its disputes in prose, so that only the two families with a disputes section are linked.
        if owner.slug == self.slug or owner.kind is Kind.GUIDE:
            return ""
        return f"{self.topic_url(owner)}#dispute-{claim_id}"

    def claim_id_once(self, element_id: str) -> str:
        """Return an element id the first time it is asked for, then nothing: ids are unique on a page."""
        if element_id in self._ids:
            return ""
        self._ids.add(element_id)
        return element_id

    def cite(self, cited: Iterable[Cited | str]) -> Markup:
        """Return a group of citations, numbered; call in reading order."""
        group = [Cited(item) if isinstance(item, str) else item for item in cited]
        if not group:
            return Markup("")
        links = Markup(",").join(self._citation(item) for item in group)
        return Markup('<sup class="citations">{}</sup>').format(links)

    def _citation(self, cited: Cited) -> Markup:
        if cited.key not in self.library.references:
            text = self.word("citation", "unknown", cited.key)
            return Markup('<span class="citation-unknown problem">[{}]</span>').format(text)
        number = self.numbering.use(cited.key)
        # Without an id of its own: nothing links back here, and ids cost a kilobyte on a long page.
        link = Markup('<a href="#ref-{}">{}</a>').format(cited.key, number)
        if cited.locator is None:
            return link
        locator = numbers.bracketed(cited.locator, self.language)
        return link + Markup('<span class="locator">{}</span>').format(locator)

    def problem(self, message: str) -> Markup:
        """Return what a writer must mend, visible where it should have been."""
        return Markup('<p class="problem">{}</p>').format(message)
