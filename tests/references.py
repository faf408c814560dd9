"""Make references for tests from the few fields a test is about."""

from __future__ import annotations

from typing import Any

from atlas.models.reference import Reference


def make_reference(**fields: Any) -> Reference:
    """Return a fake journal article; fields are named as in CSL with `_` for `-`, and replace the made-up ones."""
    item: dict[str, Any] = {
        "id": "smith2020tea",
        "type": "article-journal",
        "language": "en",
        "title": "Tea and calm",
        "author": [{"family": "Smith", "given": "Ann"}],
        "issued": 2020,
        "custom": {"design": "rct", "seen": "a made-up copy"},
    }
    item |= {name.replace("_", "-"): value for name, value in fields.items()}
    if not {"DOI", "PMID", "ISBN", "URL"} & item.keys():
        item["DOI"] = "10.9999/tea"
    return Reference.model_validate(item)


def people(*names: str) -> list[dict[str, str]]:
    """Return authors from `Family, Given`, or bodies from names without a comma."""
    parts = [name.split(", ") for name in names]
    return [{"family": part[0], "given": part[1]} if len(part) == 2 else {"literal": part[0]} for part in parts]
