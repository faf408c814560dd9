"""The committed JSON Schemas are what the models say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.models.schema import schemas
from atlas.problem import Position, Problem
from atlas.sources.yaml_file import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.sources.pages import Site


def check_schema(site: Site) -> Iterator[Problem]:
    """Find schema files that are missing or stale."""
    for name, text in schemas().items():
        file = site.library.data / "schema" / f"{name}.json"
        if not file.exists() or read_text(file) != text:
            message = "differs from the models; run `make schema`"
            yield Problem(Position(file), "stale-schema", message)
