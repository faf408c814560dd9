"""Each rule about records and what pages print from them finds its defect, in its place, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import check
import defects

if TYPE_CHECKING:
    from pathlib import Path

RECORD_DEFECTS = sorted((defects.FIXTURES / "defects").glob("record-*"))
FAMILIES = ("references", "topics", "grades", "citations", "skeleton", "words")


def found(root: Path) -> list[str]:
    return [str(problem.relative_to(root)) for problem in check.find_problems(root, FAMILIES)]


def test_the_sound_site_has_no_problem(tmp_path: Path) -> None:
    assert found(defects.copy_sound(tmp_path)) == []


@pytest.mark.parametrize("defect", RECORD_DEFECTS, ids=lambda path: path.name)
def test_a_defect_is_found_in_its_place(defect: Path, tmp_path: Path) -> None:
    root = defects.copy_sound(tmp_path)

    defects.apply(defect, root)

    assert found(root) == (defect / "expected.txt").read_text(encoding="utf-8").splitlines()
