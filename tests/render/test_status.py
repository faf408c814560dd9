"""The status page counts what is level and names what still waits for a check."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import check
import defects
from atlas.languages import Language
from atlas.render.status import StatusPage
from atlas.sources.library import load_library
from atlas.sources.pages import load_site

if TYPE_CHECKING:
    from pathlib import Path

TODAY = datetime.date(2026, 5, 6)


def status(root: Path, today: datetime.date = TODAY, repository: str = "https://forge.example/atlas") -> str:
    library, _ = load_library(root / "docs" / "data")
    return StatusPage(load_site(root, library), Language.EN, today, repository).render()


def sound_pair(folder: Path) -> Path:
    root = defects.copy_sound(folder)
    defects.apply(defects.FIXTURES / "pair", root)
    return root


def test_a_pair_is_counted_by_sections_with_the_links_that_edit_it(tmp_path: Path) -> None:
    root = sound_pair(tmp_path)
    check.write_levels(root, "baths", TODAY)
    defects.replace_once(root, "docs/zh/guide/baths.md", "30% 的人", "35% 的人")

    row = next(line for line in status(root).splitlines() if "[Cold baths](guide/baths.md)" in line)

    edit = "https://forge.example/atlas/edit/main/docs"
    assert row.startswith("| [Cold baths](guide/baths.md) | 4 | 1 |  |  |  |")
    assert f"({edit}/en/guide/baths.md)" in row
    assert f"({edit}/zh/guide/baths.md)" in row


def test_a_claim_past_its_date_is_listed(tmp_path: Path) -> None:
    text = status(sound_pair(tmp_path), datetime.date(9000, 1, 1))

    assert "claims-expired}\n\nNone." not in text


def test_without_a_repository_the_file_is_named(tmp_path: Path) -> None:
    assert "`docs/data/topics/leeches.yaml`" in status(sound_pair(tmp_path), repository="")
