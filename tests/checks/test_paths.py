"""What was published once is still there, or leads to where it has moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import check
import defects
from write_paths import write_paths

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = defects.copy_sound(tmp_path)
    write_paths(root)
    return root


def listed(root: Path) -> Path:
    return root / "docs" / "data" / "published-paths.txt"


def found(root: Path) -> list[str]:
    return [problem.rule for problem in check.find_problems(root, ["paths"])]


def add_line(root: Path, line: str) -> None:
    with listed(root).open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")


def a_page(root: Path) -> str:
    return next(
        line for line in listed(root).read_text(encoding="utf-8").splitlines() if line.startswith("therapies/")
    )


def test_a_complete_list_has_no_problem(root: Path) -> None:
    assert found(root) == []


def test_a_published_page_must_not_vanish(root: Path) -> None:
    add_line(root, "therapies/gone/")

    assert found(root) == ["vanished-path"]


def test_a_page_may_move_if_its_old_address_leads_to_the_new_one(root: Path) -> None:
    add_line(root, f"therapies/gone/ -> {a_page(root)}")

    assert found(root) == []


def test_a_redirect_must_lead_somewhere_and_be_needed(root: Path) -> None:
    add_line(root, "therapies/gone/ -> therapies/gone-too/")
    add_line(root, f"{a_page(root)} -> references/")

    assert sorted(found(root)) == ["dead-redirect", "needless-redirect"]


def test_new_pages_are_counted_until_they_are_listed(root: Path) -> None:
    listed(root).write_text("references/\n", encoding="utf-8")

    assert found(root) == ["unlisted-path"]


def test_writing_the_list_again_takes_nothing_off(root: Path) -> None:
    add_line(root, "therapies/gone/ -> references/")
    before = set(listed(root).read_text(encoding="utf-8").splitlines())

    assert write_paths(root) == 0
    assert set(listed(root).read_text(encoding="utf-8").splitlines()) == before


def test_a_site_that_has_published_nothing_has_no_problem(tmp_path: Path) -> None:
    assert found(defects.copy_sound(tmp_path)) == []
