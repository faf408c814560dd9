"""`add_reference.py` puts a reference where it belongs, or writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import add_reference
import defects
from atlas.sources.library import load_library

if TYPE_CHECKING:
    from pathlib import Path

BIBTEX = """@article{x, title={The Fake of It}, author={Müller, Jörg and {王小明}}, date={2024-05},
journaltitle={J Fake}, volume={3}, number={2}, pages={1--9}, doi={10.1234/new.1}}"""
RIS = "TY  - JOUR\nTI  - A fake\nAU  - Fake, Di\nPY  - 2023\nJO  - J Fake\nDO  - 10.1234/new.2\nER  - \n"
SAID = ["--design", "rct", "--topics", "humors", "--seen", "a page that shows all three"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return defects.copy_sound(tmp_path)


def add(root: Path, name: str, text: str) -> int:
    file = root / name
    file.write_text(text, encoding="utf-8")
    return add_reference.main([str(file), *SAID], root)


def test_bibtex_becomes_a_record_with_a_key_of_our_form(root: Path) -> None:
    assert add(root, "item.bib", BIBTEX) == 0

    record = load_library(root / "docs/data")[0].references["muller2024fake"]
    assert (record.DOI, record.volume, record.issued.date_parts) == ("10.1234/new.1", "3", ((2024, 5),))
    assert record.author[1].literal == "王小明"


def test_ris_is_read_too(root: Path) -> None:
    assert add(root, "item.ris", RIS) == 0

    assert "fake2023fake" in load_library(root / "docs/data")[0].references


def test_the_records_already_there_stay_whole(root: Path) -> None:
    before = load_library(root / "docs/data")[0].references
    add(root, "item.bib", BIBTEX)
    after = load_library(root / "docs/data")[0].references

    assert {key: after[key] for key in before} == dict(before)


def test_a_doi_that_is_there_already_is_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (root / "docs/data/references.yaml").read_bytes()

    assert add(root, "item.bib", BIBTEX.replace("new.1", "FAKE.1")) == 1

    assert "has this DOI already: 10.1234/FAKE.1" in capsys.readouterr().out
    assert (root / "docs/data/references.yaml").read_bytes() == before


def test_an_item_without_a_way_to_find_it_is_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(root, "item.bib", BIBTEX.replace(", doi={10.1234/new.1}", "")) == 1

    assert "needs a DOI" in capsys.readouterr().out


def test_a_file_of_another_kind_is_refused_in_words(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(root, "item.docx", "") == 1

    assert "expected one of .bib, .ris, .json" in capsys.readouterr().err
