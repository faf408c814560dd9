"""What the lists of references and the downloads need of one record, made once and kept by the record's text."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from atlas.models.vocabulary import ReferenceStatus
from atlas.render.csl_json import is_han, whole_name
from atlas.render.text import title_html

if TYPE_CHECKING:
    from atlas.models.reference import Reference

# In a list's line stands for the way from the list's page to the reference pages.
BASE = "~"
SHOWN_AUTHORS = 2
NOT_SORTED = re.compile(r"[^\w ]|_")


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold of one record what lists and comparisons need; `line` is its list item, without design and status."""

    key: str
    citekey: str
    doi: str
    pmid: str
    sort_key: str
    year: int
    design: str
    status: str
    topics: tuple[str, ...]
    language: str
    line: str

    @property
    def letter(self) -> str:
        """Return the heading under which the entry stands."""
        first = self.sort_key[:1].upper()
        return first if "A" <= first <= "Z" else "#"

    def dump(self) -> str:
        """Return the entry as text for the cache."""
        return json.dumps([getattr(self, name) for name in self.__slots__], ensure_ascii=False)

    @classmethod
    def load(cls, text: str) -> Entry:
        """Return an entry from the cache."""
        values = json.loads(text)
        values[8] = tuple(values[8])
        return cls(*values)


def make_entry(key: str, reference: Reference) -> Entry:
    """Return the entry of a record; `key` names the record's text and the code that read it."""
    return Entry(
        key=key,
        citekey=reference.id,
        doi=(reference.DOI or "").lower(),
        pmid=reference.PMID or "",
        sort_key=sort_key(reference),
        year=reference.year,
        design=reference.custom.design.value,
        status=reference.custom.status.state.value,
        topics=tuple(reference.custom.topics),
        language=reference.language,
        line=_line(reference),
    )


def sort_key(reference: Reference) -> str:
    """Return what orders a list: first author (Chinese by pinyin), then year, then title."""
    names = reference.author or reference.editor
    return (
        f"{collation_key(whole_name(names[0]) or names[0].label)} {reference.year} {collation_key(reference.title)}"
    )


def collation_key(text: str) -> str:
    """Return Latin letters without marks, by which a text is sorted; Chinese is spelled in pinyin."""
    if not text.isascii():
        spelled = _pinyin(text) if is_han(text) else text
        text = "".join(mark for mark in unicodedata.normalize("NFD", spelled) if not unicodedata.combining(mark))
    return NOT_SORTED.sub("", text.casefold()).strip()


def _pinyin(text: str) -> str:
    # Its dictionaries take a quarter of a second to load, which most runs need not spend.
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    return " ".join(lazy_pinyin(text))


def short_authors(reference: Reference) -> str:
    """Return the first authors, as a line of a list names them."""
    names = reference.author or reference.editor
    labels = [whole_name(name) or name.label for name in names[:SHOWN_AUTHORS]]
    chinese = reference.language.startswith("zh")
    if len(names) > SHOWN_AUTHORS:
        return f"{labels[0]}{'等' if chinese else ' et al.'}"
    return ("、" if chinese else " & ").join(labels)


def _line(reference: Reference) -> str:
    """Return the part of a list's line that is the same in both languages."""
    link = Markup('<a href="{}{}/">{} {}</a>').format(BASE, reference.id, short_authors(reference), reference.year)
    source = reference.container_title or reference.publisher or ""
    journal = Markup(" <cite>{}</cite>").format(source) if source else ""
    return f"{link} {title_html(reference.title)}{journal}"


def is_marked(status: str) -> bool:
    """Tell whether a reader must be told of a publication's status."""
    return status != ReferenceStatus.OK
