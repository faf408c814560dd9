"""`verify_references.py` tells where a record and the registry differ, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import defects
import verify_references
from atlas.sources.library import load_library

if TYPE_CHECKING:
    from pathlib import Path

SAME: dict[str, Any] = {
    "title": ["A <i>fake</i> study: with a subtitle"],
    "author": [{"family": "FAKE"}],
    "issued": {"date-parts": [[2020, 3]]},
}


def differences(folder: Path, registry: dict[str, Any] | None) -> list[str]:
    references = load_library(defects.copy_sound(folder) / "docs/data")[0].references
    found = verify_references.compare(references, ["fake2020one"], lambda doi: registry)
    return [problem.message for problem in found]


def test_case_markup_and_a_subtitle_are_no_difference(tmp_path: Path) -> None:
    assert differences(tmp_path, SAME) == []


def test_another_title_author_or_year_is_told(tmp_path: Path) -> None:
    other = {"title": ["On fish"], "author": [{"family": "Cod"}], "issued": {"date-parts": [[1999]]}}

    assert [message.split(":")[0] for message in differences(tmp_path, other)] == [
        "fake2020one title",
        "fake2020one author",
        "fake2020one issued",
    ]


def test_a_registry_without_an_answer_is_told_as_not_verified(tmp_path: Path) -> None:
    assert "no answer" in differences(tmp_path, None)[0]
