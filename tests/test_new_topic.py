"""`new_topic.py` makes three files that fit each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import check
import defects
import new_topic

if TYPE_CHECKING:
    from pathlib import Path

MADE = ("docs/data/topics/bile.yaml", "docs/en/therapies/bile.md", "docs/zh/therapies/bile.md")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return defects.copy_sound(tmp_path)


def test_a_new_topic_has_a_record_and_both_pages(root: Path) -> None:
    assert new_topic.main(["therapy", "bile", "--en", "Bile", "--zh", "胆汁"], root) == 0

    assert all((root / file).exists() for file in MADE)


def test_a_new_topic_lacks_nothing_but_its_content(root: Path) -> None:
    new_topic.main(["therapy", "bile", "--en", "Bile", "--zh", "胆汁"], root)

    rules = {problem.rule for problem in check.find_problems(root, ["topics", "citations", "skeleton"])}

    assert rules == {"claim-count", "no-mechanism"}


def test_a_planned_topic_needs_no_names_and_leaves_the_plan(root: Path) -> None:
    assert new_topic.main(["mechanism", "phlegm"], root) == 0

    assert "phlegm" not in (root / "docs/data/planned.yaml").read_text(encoding="utf-8")
    assert "zh: '黏液'" in (root / "docs/data/topics/phlegm.yaml").read_text(encoding="utf-8")


def test_an_existing_topic_is_left_alone(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (root / "docs/data/topics/humors.yaml").read_bytes()

    assert new_topic.main(["mechanism", "humors", "--en", "Humors", "--zh", "体液"], root) == 1

    assert "exists already: docs/data/topics/humors.yaml" in capsys.readouterr().err
    assert (root / "docs/data/topics/humors.yaml").read_bytes() == before


def test_a_topic_without_names_is_refused_in_words(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new_topic.main(["therapy", "bile"], root) == 1

    assert "name.zh" in capsys.readouterr().err
