"""Write references as BibTeX and RIS.

Own emitters, because pandoc's BibTeX drops DOIs, it has no RIS, and common converters lose Chinese. Both are
UTF-8; tests read them back with other people's parsers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from atlas.models.vocabulary import ReferenceStatus
from atlas.render.csl_json import TITLE_TAG, whole_name
from atlas.render.text import one_line, plain_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.models.reference import Name, Reference

BIBTEX_TYPE = {
    "article-journal": "article",
    "article": "misc",
    "report": "techreport",
    "book": "book",
    "chapter": "incollection",
    "webpage": "misc",
    "dataset": "misc",
    "legislation": "misc",
    "thesis": "phdthesis",
    "paper-conference": "inproceedings",
}
RIS_TYPE = {
    "article-journal": "JOUR",
    "article": "UNPB",
    "report": "RPRT",
    "book": "BOOK",
    "chapter": "CHAP",
    "webpage": "ELEC",
    "dataset": "DATA",
    "legislation": "STAT",
    "thesis": "THES",
    "paper-conference": "CONF",
}
CONTAINER_FIELD = {"article-journal": "journal", "chapter": "booktitle", "paper-conference": "booktitle"}
PUBLISHER_FIELD = {"report": "institution", "thesis": "school"}
TEX = {
    "\\": r"\textbackslash{}",
    # Not a brace behind a backslash: BibTeX counts it, and an odd one would swallow what follows.
    "{": r"\lbrace{}",
    "}": r"\rbrace{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "&%$#_"},
}
TEX_TABLE = str.maketrans(TEX)
TEX_TAG = {"<i>": r"\textit{", "<b>": r"\textbf{", "<sup>": r"\textsuperscript{", "<sub>": r"\textsubscript{"}
# A word whose capitals BibTeX styles would make small.
CAPITALS = re.compile(r"(\S*[A-Z]\S*)")
PAGES = re.compile(r"^(?P<first>\w+)\s*[-\u2013]\s*(?P<last>\w+)$")
STATUS_NOTE = {
    ReferenceStatus.CORRECTED: "Corrected",
    ReferenceStatus.EXPRESSION_OF_CONCERN: "Expression of concern",
    ReferenceStatus.RETRACTED: "Retracted",
}


def bibtex(reference: Reference) -> str:
    """Return one BibTeX entry."""
    lines = [f"  {field} = {{{value}}}" for field, value in _bibtex_fields(reference) if value]
    return f"@{BIBTEX_TYPE[reference.type]}{{{reference.id},\n" + ",\n".join(lines) + "\n}\n"


def _bibtex_fields(reference: Reference) -> Iterator[tuple[str, str | None]]:
    yield "author", " and ".join(_tex_name(name) for name in reference.author)
    yield "editor", " and ".join(_tex_name(name) for name in reference.editor)
    yield "title", _tex_title(reference.title)
    yield CONTAINER_FIELD.get(reference.type, "howpublished"), _tex(reference.container_title)
    yield PUBLISHER_FIELD.get(reference.type, "publisher"), _tex(reference.publisher)
    yield "address", _tex(reference.publisher_place)
    yield "series", _tex(reference.collection_title)
    yield "edition", _tex(reference.edition)
    yield "year", str(reference.year)
    parts = reference.issued.date_parts[0]
    yield "month", str(parts[1]) if len(parts) > 1 else None
    yield "volume", _tex(reference.volume)
    yield "number", _tex(reference.issue or reference.number)
    yield "pages", PAGES.sub(r"\g<first>--\g<last>", reference.page) if reference.page else None
    yield "type", _tex(reference.genre)
    yield "version", _tex(reference.version)
    yield "doi", _tex(reference.DOI)
    yield "pmid", reference.PMID
    yield "pmcid", reference.PMCID
    yield "isbn", _tex(reference.ISBN)
    yield "issn", _tex(reference.ISSN)
    yield "url", reference.URL
    yield "language", reference.language
    yield "note", STATUS_NOTE.get(reference.custom.status.state)


def _tex(text: str | None) -> str | None:
    return None if text is None else one_line(text).translate(TEX_TABLE)


def _tex_name(name: Name) -> str:
    whole = whole_name(name)
    if whole is not None:
        return f"{{{_tex(whole)}}}"
    particles = [name.dropping_particle, name.non_dropping_particle, name.family]
    family = " ".join(part for part in particles if part)
    return ", ".join(_tex(part) or "" for part in (family, name.suffix, name.given) if part)


def _tex_title(title: str) -> str:
    """Return a title with its tags as commands and with its capitals protected."""
    end, parts = 0, []
    for tag in TITLE_TAG.finditer(title):
        parts += [_tex_words(title[end : tag.start()], is_start=end == 0), TEX_TAG.get(tag.group(), "}")]
        end = tag.end()
    return "".join([*parts, _tex_words(title[end:], is_start=end == 0)])


def _tex_words(text: str, *, is_start: bool) -> str:
    # Every second part is a word with a capital; the first word's own first letter stays a capital anyway.
    parts = CAPITALS.split(one_line(text))
    return "".join(
        f"{{{part.translate(TEX_TABLE)}}}"
        if number % 2 and not (is_start and not parts[0] and number == 1 and part[1:].islower())
        else part.translate(TEX_TABLE)
        for number, part in enumerate(parts)
    )


def ris(reference: Reference) -> str:
    """Return one RIS entry."""
    lines = [f"{tag}  - {one_line(value)}" for tag, value in _ris_fields(reference) if value]
    return "\n".join([f"TY  - {RIS_TYPE[reference.type]}", *lines, "ER  - ", ""]) + "\n"


def _ris_fields(reference: Reference) -> Iterator[tuple[str, str | None]]:
    yield "ID", reference.id
    yield from (("AU", _ris_name(name)) for name in reference.author)
    yield from (("A2", _ris_name(name)) for name in reference.editor)
    yield "TI", plain_title(reference.title)
    yield "T2", reference.container_title
    yield "J2", reference.container_title_short
    yield "T3", reference.collection_title
    yield "PY", str(reference.year)
    yield "DA", "/".join([f"{part:02d}" for part in reference.issued.date_parts[0]])
    yield "VL", reference.volume
    yield "IS", reference.issue or reference.number
    pages = PAGES.match(reference.page or "")
    yield "SP", pages["first"] if pages else reference.page
    yield "EP", pages["last"] if pages else None
    yield "ET", reference.edition or reference.version
    yield "PB", reference.publisher
    yield "CY", reference.publisher_place
    yield "M3", reference.genre
    yield "DO", reference.DOI
    yield "AN", reference.PMID
    yield "C2", reference.PMCID
    yield "SN", reference.ISBN or reference.ISSN
    yield "UR", reference.URL
    yield "LA", reference.language
    yield "N1", STATUS_NOTE.get(reference.custom.status.state)


def _ris_name(name: Name) -> str:
    whole = whole_name(name)
    if whole is not None:
        return whole
    particles = [name.dropping_particle, name.non_dropping_particle, name.family]
    family = " ".join(part for part in particles if part)
    return ", ".join(part for part in (family, name.given, name.suffix) if part)
