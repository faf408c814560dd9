"""Rules that hold between references: one publication has one record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from atlas.models.reference import Reference
    from atlas.sources.pages import Site
    from atlas.sources.shelf import Shelf


def check_duplicate_doi(site: Site) -> Iterator[Problem]:
    """Refuse a DOI that two records give; DOIs are compared without case, as the registry does."""
    yield from duplicate_dois(site.library.references)


def check_duplicate_pmid(site: Site) -> Iterator[Problem]:
    """Refuse a PubMed number that two records give."""
    yield from duplicate_pmids(site.library.references)


def duplicate_dois(references: Shelf[Reference]) -> Iterator[Problem]:
    """Yield each second use of a DOI."""
    yield from _duplicates(references, "DOI", lambda reference: (reference.DOI or "").lower())


def duplicate_pmids(references: Shelf[Reference]) -> Iterator[Problem]:
    """Yield each second use of a PubMed number."""
    yield from _duplicates(references, "PMID", lambda reference: reference.PMID or "")


def _duplicates(
    references: Shelf[Reference], field: str, value_of: Callable[[Reference], str]
) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for citekey, reference in references.items():
        value = value_of(reference)
        if value and value in first:
            line = references.position(first[value], field).line
            message = f"found {field} {value} of {first[value]} (line {line}), expected one record a publication"
            yield Problem(references.position(citekey, field), f"duplicate-{field.lower()}", message)
        elif value:
            first[value] = citekey
