"""Reading YAML: what is kept, and what is refused with its place."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from atlas.problem import ProblemsFoundError
from atlas.sources.yaml_file import read_yaml

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, content: str | bytes) -> Path:
    file = folder / "fake.yaml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def refusals(folder: Path, content: str | bytes) -> list[str]:
    with pytest.raises(ProblemsFoundError) as raised:
        read_yaml(write(folder, content))
    places = [(problem.position, problem.rule) for problem in raised.value.problems]
    return [f"{position.line}:{position.column} {rule}" for position, rule in places]


def test_a_decimal_keeps_its_digits(tmp_path: Path) -> None:
    assert str(read_yaml(write(tmp_path, "a: 1.50")).value["a"]) == "1.50"


def test_no_and_a_date_stay_text(tmp_path: Path) -> None:
    assert read_yaml(write(tmp_path, "a: no\nb: 2026-01-02")).value == {"a": "no", "b": "2026-01-02"}


def test_a_quoted_number_stays_text(tmp_path: Path) -> None:
    assert read_yaml(write(tmp_path, "a: '10'\nb: 10\nc: 10.5")).value == {"a": "10", "b": 10, "c": Decimal("10.5")}


def test_every_value_knows_its_place(tmp_path: Path) -> None:
    document = read_yaml(write(tmp_path, "a:\n- b: x\n  c: y\n"))

    assert (document.position("a", 0, "c").line, document.position("a", 0, "c").column) == (3, 3)


def test_a_step_that_is_not_in_the_file_points_at_what_is_around_it(tmp_path: Path) -> None:
    document = read_yaml(write(tmp_path, "a:\n  b: x\n"))

    assert document.position("a", "missing").line == 1


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", ["3:1 duplicate-yaml-key"]),
        ("a: &x 1\nb: *x\n", ["1:4 yaml-alias", "2:4 yaml-alias"]),
        ("a: !!python/object 1\n", ["1:4 yaml-tag"]),
        ("[" * 30_000, ["1:21 yaml-depth"]),
        ("? [a, b]\n: 1\n", ["1:3 yaml-key"]),
        ("a: 1\n---\nb: 2\n", ["2:1 yaml-documents"]),
        ("a: [1\nb: 2\n", ["2:2 bad-yaml"]),
        (b"a: b\nc: \xff\n", ["2:4 bad-utf-8"]),
        ("a: e\u0301\n", ["1:5 not-nfc"]),
        ("a: zero\u200bwidth\n", ["1:8 forbidden-character"]),
        ("a: right\u202eto left\n", ["1:9 forbidden-character"]),
        ("a: nul\x00\n", ["1:7 forbidden-character"]),
    ],
    ids=lambda value: None if isinstance(value, list) else ascii(value)[:24],
)
def test_what_loaders_accept_in_silence_is_refused_with_its_place(
    tmp_path: Path, content: str | bytes, expected: list[str]
) -> None:
    assert refusals(tmp_path, content) == expected


def test_every_refusal_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    assert len(refusals(tmp_path, "a: &x 1\nb: !t 2\na: 3\n")) == 3
