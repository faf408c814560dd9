"""Describe a reference to programs: COinS for reference managers, JSON-LD for search engines.

Not Highwire's `citation_*` tags: they would claim that our page is the publication.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from atlas.render.csl_json import whole_name
from atlas.render.text import plain_title

if TYPE_CHECKING:
    from atlas.models.reference import Name, Reference

SCHEMA_TYPE = {
    "article-journal": "ScholarlyArticle",
    "article": "ScholarlyArticle",
    "paper-conference": "ScholarlyArticle",
    "report": "Report",
    "book": "Book",
    "chapter": "Chapter",
    "webpage": "WebPage",
    "dataset": "Dataset",
    "legislation": "Legislation",
    "thesis": "Thesis",
}
COINS_GENRE = {
    "article-journal": "article",
    "article": "preprint",
    "paper-conference": "proceeding",
    "book": "book",
    "chapter": "bookitem",
    "report": "report",
}
# What a form must spell otherwise; the space becomes a plus sign.
UNSAFE = re.compile(r"[^\w.~ -]+", re.ASCII)


def coins(reference: Reference) -> str:
    """Return the OpenURL query that goes into the title of a `Z3988` span."""
    in_book = reference.type in {"book", "chapter", "report"}
    title = plain_title(reference.title)
    fields: list[tuple[str, str | None]] = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", f"info:ofi/fmt:kev:mtx:{'book' if in_book else 'journal'}"),
        ("rft.genre", COINS_GENRE.get(reference.type, "unknown")),
        ("rft.btitle" if reference.type in {"book", "report"} else "rft.atitle", title),
        ("rft.btitle" if reference.type == "chapter" else "rft.jtitle", reference.container_title),
        ("rft.date", iso_date(reference)),
        ("rft.volume", reference.volume),
        ("rft.issue", reference.issue),
        ("rft.pages", reference.page),
        ("rft.pub", reference.publisher),
        ("rft.place", reference.publisher_place),
        ("rft.isbn", reference.ISBN),
        ("rft.issn", reference.ISSN),
        ("rft.language", reference.language),
        *_coins_first_author(reference),
        *(("rft.au", _full_name(name)) for name in reference.author),
        ("rft_id", f"info:doi/{reference.DOI}" if reference.DOI else None),
        ("rft_id", f"info:pmid/{reference.PMID}" if reference.PMID else None),
        ("rft_id", reference.URL),
    ]
    # The keys hold nothing that an address would need to spell otherwise.
    return "&".join(f"{key}={_form_encoded(value)}" for key, value in fields if value)


def _form_encoded(text: str) -> str:
    """Return what `quote_plus` returns; that looks at every character, this only at those that need it."""
    return UNSAFE.sub(lambda unsafe: quote(unsafe.group(), safe=""), text).replace(" ", "+")


def _coins_first_author(reference: Reference) -> list[tuple[str, str | None]]:
    if not reference.author or whole_name(reference.author[0]) is not None:
        return []
    return [("rft.aulast", reference.author[0].family), ("rft.aufirst", reference.author[0].given)]


def json_ld(reference: Reference) -> str:
    """Return schema.org data: this page is about the publication, it is not the publication."""
    return embedded({"@context": "https://schema.org", "@type": "WebPage", "mainEntity": _work(reference)})


def embedded(data: dict[str, Any]) -> str:
    """Return data as the text of a `script` element; a closing tag inside a title must not end it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", r"\u003c").replace(">", r"\u003e").replace("&", r"\u0026")


def cited_work(reference: Reference) -> str:
    """Return what names a publication that a page cites, as text that schema.org's `citation` takes.

    Its address or title only: with the type and title of each, a page of 80 references sent 6 KB more, compressed;
    the reference's own page describes it in full.
    """
    return f"https://doi.org/{reference.DOI}" if reference.DOI else reference.URL or plain_title(reference.title)


def _work(reference: Reference) -> dict[str, Any]:
    same_as = [
        f"https://doi.org/{reference.DOI}" if reference.DOI else None,
        f"https://pubmed.ncbi.nlm.nih.gov/{reference.PMID}/" if reference.PMID else None,
        reference.URL,
    ]
    work = {
        "@type": SCHEMA_TYPE[reference.type],
        "name": plain_title(reference.title),
        "author": [_agent(name) for name in reference.author],
        "editor": [_agent(name) for name in reference.editor],
        "datePublished": iso_date(reference),
        "inLanguage": reference.language,
        "isPartOf": _container(reference),
        "publisher": {"@type": "Organization", "name": reference.publisher} if reference.publisher else None,
        "pagination": reference.page,
        "isbn": reference.ISBN if reference.type == "book" else None,
        "identifier": _identifiers(reference),
        "sameAs": [address for address in same_as if address],
    }
    return {key: value for key, value in work.items() if value}


def _container(reference: Reference) -> dict[str, str] | None:
    """Return the journal or book; of a chapter, the number is the book's."""
    if not reference.container_title:
        return None
    if reference.type == "chapter" and reference.ISBN:
        return {"@type": "Book", "name": reference.container_title, "isbn": reference.ISBN}
    return {"@type": "CreativeWork", "name": reference.container_title}


def _identifiers(reference: Reference) -> list[str] | str | None:
    """Return the DOI, and the ISBN of what is no book: the vocabulary knows `isbn` of books alone."""
    isbn = None if reference.type in {"book", "chapter"} else reference.ISBN
    numbers = [("doi", reference.DOI), ("isbn", isbn)]
    found = [f"{kind}:{number}" for kind, number in numbers if number]
    return found[0] if len(found) == 1 else found


def _agent(name: Name) -> dict[str, str]:
    if name.literal is not None:
        # A literal is a body or a Chinese person; the record does not say which.
        return {"@type": "Thing", "name": name.literal}
    agent = {
        "@type": "Person",
        "name": _full_name(name),
        "familyName": name.family or "",
        "givenName": name.given or "",
    }
    return {key: value for key, value in agent.items() if value}


def _full_name(name: Name) -> str:
    whole = whole_name(name)
    if whole is not None:
        return whole
    parts = (name.given, name.dropping_particle, name.non_dropping_particle, name.family, name.suffix)
    return " ".join(part for part in parts if part)


def iso_date(reference: Reference) -> str:
    """Return the day, month or year of publication, as far as it is known."""
    return "-".join(f"{part:02d}" for part in reference.issued.date_parts[0])
