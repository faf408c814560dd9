"""Write the generated pages before MkDocs looks for files."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from atlas.checks.references import duplicate_dois, duplicate_pmids
from atlas.languages import Language
from atlas.render import comparison_csv, effects_csv, figure_files, figures
from atlas.render.catalogue import plan_catalogue
from atlas.render.status import StatusPage
from atlas.sources.cache import Cache
from atlas.sources.current import current_records
from atlas.sources.output import write_outputs
from atlas.sources.pages import load_site

if TYPE_CHECKING:
    from pathlib import Path


def write_pages(docs: Path, cache: Path) -> None:
    """Regenerate the reference pages, their indexes and all downloads; unchanged files stay untouched."""
    data = docs / "data"
    rules = (duplicate_dois, duplicate_pmids)
    catalogue = plan_catalogue(data / "references.yaml", docs, data / "words", cache, rules)
    write_outputs(catalogue.outputs, catalogue.folders, Cache(cache))
    catalogue.save()
    _write_downloads(docs, cache)


def _write_downloads(docs: Path, cache: Path) -> None:
    """Write effects, comparisons and figures as files of their own; unchanged files stay untouched."""
    library, _ = current_records(docs / "data")
    plans = (
        (effects_csv.plan_csv, effects_csv.FOLDER),
        (comparison_csv.plan_csv, comparison_csv.FOLDER),
        (figure_files.plan_pictures, figures.FOLDER),
    )
    for plan, folder in plans:
        write_outputs(plan(library, docs), [docs / folder], Cache(cache))


def has_status(docs: Path) -> bool:
    """Tell whether the status pages have been written before."""
    return all((docs / language / "status.md").exists() for language in Language)


def write_status(docs: Path, repository: str) -> None:
    """Write the status page of each language, if it has changed."""
    library, _ = current_records(docs / "data")
    site = load_site(docs.parent, library)
    for language in Language:
        text = StatusPage(site, language, datetime.date.today(), repository).render()
        file = docs / language / "status.md"
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")
