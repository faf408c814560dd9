"""Each rule about pages finds its defect in a pair that is otherwise sound, in its place, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import check
import defects

if TYPE_CHECKING:
    from pathlib import Path

FAMILIES = ("parity", "terms", "typography")
PAGE_DEFECTS = sorted(path for family in FAMILIES for path in (defects.FIXTURES / "defects").glob(f"{family}-*"))


def sound_pair(folder: Path) -> Path:
    root = defects.copy_sound(folder)
    defects.apply(defects.FIXTURES / "pair", root)
    return root


def found(root: Path) -> list[str]:
    return [str(problem.relative_to(root)) for problem in check.find_problems(root, FAMILIES)]


def test_the_sound_pair_has_no_problem(tmp_path: Path) -> None:
    assert found(sound_pair(tmp_path)) == []


@pytest.mark.parametrize("defect", PAGE_DEFECTS, ids=lambda path: path.name)
def test_a_defect_is_found_in_its_place(defect: Path, tmp_path: Path) -> None:
    root = sound_pair(tmp_path)

    defects.apply(defect, root)

    assert found(root) == (defect / "expected.txt").read_text(encoding="utf-8").splitlines()
