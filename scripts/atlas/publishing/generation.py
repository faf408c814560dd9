"""Write the generated pages before MkDocs looks for files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.checks.references import duplicate_dois, duplicate_pmids
from atlas.render.catalogue import plan_catalogue
from atlas.sources.cache import Cache
from atlas.sources.output import write_outputs

if TYPE_CHECKING:
    from pathlib import Path


def write_pages(docs: Path, cache: Path) -> None:
    """Regenerate the reference pages, their indexes and downloads; unchanged files stay untouched."""
    data = docs / "data"
    rules = (duplicate_dois, duplicate_pmids)
    catalogue = plan_catalogue(data / "references.yaml", docs, data / "words", cache, rules)
    write_outputs(catalogue.outputs, catalogue.folders, Cache(cache))
