"""Read the names that people type beyond those of records and glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.problem import Problem, ProblemsFoundError
from atlas.sources.yaml_file import read_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from atlas.sources.library import Library


def load_search_names(path: Path, library: Library) -> dict[str, list[str]]:
    """Return further names by topic; raise `ProblemsFoundError` for a topic that the atlas does not know."""
    if not path.exists():
        return {}
    document = read_yaml(path)
    value = document.value if isinstance(document.value, dict) else {}
    names = value.get("names")
    if not isinstance(names, dict) or set(value) != {"names"}:
        raise ProblemsFoundError([Problem(document.position(), "wrong-type", "expected one mapping, names")])
    unknown = [slug for slug in names if slug not in library.topics and slug not in library.planned]
    if unknown:
        places = [(slug, document.position("names", slug)) for slug in unknown]
        raise ProblemsFoundError(
            [Problem(place, "unknown-topic", f"found {slug}, expected a topic") for slug, place in places]
        )
    return {str(slug): [str(name) for name in listed] for slug, listed in names.items() if isinstance(listed, list)}
