"""The list of what a page cites; the cards of its citations are cut from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from atlas.models.vocabulary import ReferenceStatus
from atlas.render.environment import render_template
from atlas.render.formatting import format_references
from atlas.render.view import doi_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.models.reference import Reference
    from atlas.render.view import View


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold one line of the bibliography."""

    reference: Reference
    html: Markup
    lang: str
    finding: str
    status: str
    links: tuple[tuple[str, str], ...]


def render_bibliography(view: View) -> Markup:
    """Return the page's references in the order of their numbers; call when the whole page has been numbered."""
    references = [view.library.references[key] for key in view.numbering.keys]
    formatted = format_references(references, view.language, view.cache) if references else {}
    entries = [_entry(view, reference, formatted[reference.id]) for reference in references]
    return render_template("bibliography", view, entries=entries)


def _entry(view: View, reference: Reference, html: str) -> Entry:
    same = reference.language.split("-")[0] == view.language.value
    finding = view.text(reference.custom.finding)
    if not finding and view.language == "en":
        finding = reference.custom.finding_en or ""
    return Entry(
        reference=reference,
        html=Markup(html),  # the formatter has escaped all but its own tags
        lang="" if same else reference.language,
        finding=finding or view.word("bibliography", "no-finding"),
        status=_status(view, reference),
        links=tuple(_links(view, reference, html)),
    )


def _status(view: View, reference: Reference) -> str:
    """Return what became of a publication and when; empty if nothing did."""
    status = reference.custom.status
    if status.state is ReferenceStatus.OK:
        return ""
    word = view.word("reference-status", status.state)
    return view.clauses([word] if status.on is None else [word, view.date(status.on)])


def _links(view: View, reference: Reference, html: str) -> Iterator[tuple[str, str]]:
    """Yield address and text of each link of an entry; a DOI that the style prints is a link already."""
    if reference.DOI and "https://doi.org/" not in html:
        yield doi_url(reference.DOI), view.word("bibliography", "doi")
    if reference.PMID:
        url = f"https://pubmed.ncbi.nlm.nih.gov/{reference.PMID}/"
        yield url, view.word("bibliography", "pubmed")
    if reference.URL and not reference.DOI:
        yield reference.URL, view.word("bibliography", "source")
    yield view.reference_url(reference.id), view.word("bibliography", "page")
