"""The command that makes the citation pages: what it writes, what it leaves, what it refuses."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

import build_citations

DEFECTS = sorted((Path(__file__).parent / "fixtures" / "defects").glob("references-*"))
RECORD = """\
- id: {key}
  type: article-journal
  language: en
  title: {title}
  author:
  - {{family: Smith, given: Ann}}
  issued: 2020
  container-title: Journal of Fake Results
  DOI: 10.9999/{key}
  custom:
    design: rct
    topics: [tea]
    seen: a made-up copy
"""


def record(key: str, title: str = "Tea and calm") -> str:
    return RECORD.format(key=key, title=title)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Return a docs folder with a source of two records."""
    (tmp_path / "docs" / "data").mkdir(parents=True)
    write_source(tmp_path / "docs", record("smith2020tea"), record("smith2021sea", "Sea and calm"))
    return tmp_path / "docs"


def write_source(docs: Path, *records: str) -> None:
    (docs / "data" / "references.yaml").write_text("references:\n" + "".join(records), encoding="utf-8")


def run(docs: Path, *options: str, cache: str = "cache") -> int:
    source = docs / "data" / "references.yaml"
    places = ["--source", str(source), "--out", str(docs), "--cache", str(docs.parent / cache)]
    return build_citations.main([*places, *options])


def tree(docs: Path) -> dict[str, bytes]:
    files = (path for side in ("en", "zh") for path in (docs / side).rglob("*") if path.is_file())
    return {path.relative_to(docs).as_posix(): path.read_bytes() for path in sorted(files)}


def stamps(docs: Path) -> dict[Path, int]:
    return {docs / name: (docs / name).stat().st_mtime_ns for name in tree(docs)}


def test_pages_lists_and_downloads_are_written_for_both_languages(docs: Path) -> None:
    assert run(docs) == 0

    pages = {"smith2020tea.md", "smith2021sea.md", "index.md", "by-topic.md", "by-year.md", "by-design.md"}
    downloads = {"library.bib", "library.ris", "library.json"}
    assert {path.name for path in (docs / "en" / "references").iterdir()} == pages | downloads
    assert {path.name for path in (docs / "zh" / "references").iterdir()} == pages


def test_a_second_run_touches_nothing(docs: Path) -> None:
    run(docs)
    before = stamps(docs)

    run(docs)

    assert stamps(docs) == before


def test_only_what_a_change_concerns_is_written(docs: Path) -> None:
    run(docs)
    before = stamps(docs)

    write_source(docs, record("smith2020tea", "Tea and comfort"), record("smith2021sea", "Sea and calm"))
    run(docs)

    written = {path.name for path, stamp in stamps(docs).items() if stamp != before[path]}
    assert "smith2020tea.md" in written
    assert "smith2021sea.md" not in written


def test_the_same_source_gives_the_same_bytes_from_an_empty_cache(docs: Path) -> None:
    run(docs)
    first = tree(docs)
    write_source(docs, record("smith2021sea", "Sea and calm"), record("smith2020tea"))

    run(docs, cache="another-cache")

    assert tree(docs) == first


def test_a_lost_or_edited_page_is_made_again(docs: Path) -> None:
    run(docs)
    first = tree(docs)
    (docs / "en" / "references" / "smith2020tea.md").unlink()
    (docs / "zh" / "references" / "smith2020tea.md").write_text("edited by hand", encoding="utf-8")

    run(docs)

    assert tree(docs) == first


def test_pages_of_a_record_that_is_gone_are_removed(docs: Path) -> None:
    run(docs)
    write_source(docs, record("smith2020tea"))

    run(docs)

    assert not [name for name in tree(docs) if "smith2021sea" in name]


def test_what_another_process_is_writing_is_left_alone(docs: Path) -> None:
    write_source(docs, record("tea2020"))
    run(docs)
    half = docs / "en" / "references" / ".tea2020.md.1.tmp"
    half.write_text("half a page", encoding="utf-8")

    assert run(docs, "--check") == 0
    assert run(docs) == 0
    assert half.exists()


def test_check_passes_after_a_run_and_writes_nothing(docs: Path) -> None:
    assert run(docs, "--check") == 1
    assert tree(docs) == {}
    run(docs)

    assert run(docs, "--check") == 0


def test_check_fails_after_one_changed_record_and_passes_after_regeneration(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(docs)
    write_source(docs, record("smith2020tea", "Tea and comfort"), record("smith2021sea", "Sea and calm"))

    assert run(docs, "--check") == 1
    assert "smith2020tea.md: differs" in capsys.readouterr().out
    run(docs)
    assert run(docs, "--check") == 0


@pytest.mark.parametrize("name", ["smith2020tea.md", "library.bib", "by-year.md"])
def test_check_sees_an_edited_file_even_if_size_and_time_are_the_same(docs: Path, name: str) -> None:
    run(docs)
    path = docs / "en" / "references" / name
    status = path.stat()
    path.write_bytes(path.read_bytes().replace(b"calm", b"CALM"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))

    assert run(docs, "--check") == (1 if b"CALM" in path.read_bytes() else 0)


def test_check_names_a_page_that_is_left_over(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(docs)
    (docs / "en" / "references" / "gone1999.md").write_text("old", encoding="utf-8")

    assert run(docs, "--check") == 1
    assert "gone1999.md: left over" in capsys.readouterr().out


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda path: path.name)
def test_a_defect_is_refused_with_its_place(
    defect: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = defect / "references.yaml"

    code = build_citations.main(
        ["--source", str(source), "--out", str(tmp_path / "docs"), "--cache", str(tmp_path / "cache")]
    )

    printed = re.findall(r"references\.yaml:(\d+:\d+ [a-z0-9-]+): ", capsys.readouterr().out)
    assert code == 1
    assert sorted(printed) == sorted((defect / "expected.txt").read_text(encoding="utf-8").splitlines())
    assert not (tmp_path / "docs").exists()


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda path: path.name)
def test_a_defect_leaves_the_earlier_pages_as_they_were(defect: Path, docs: Path) -> None:
    run(docs)
    before = stamps(docs)
    (docs / "data" / "references.yaml").write_bytes((defect / "references.yaml").read_bytes())

    assert run(docs) == 1
    assert stamps(docs) == before


def test_thirty_thousand_brackets_are_refused_and_crash_nothing(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_source(docs, record("smith2020tea"), "- " + "[" * 30_000 + "\n")

    assert run(docs) == 1
    assert "yaml-depth" in capsys.readouterr().out


def test_a_missing_source_is_a_problem_not_a_traceback(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (docs / "data" / "references.yaml").unlink()

    assert run(docs) == 1
    assert "references.yaml:1:1 unreadable" in capsys.readouterr().out


def test_a_source_of_unusual_form_gives_the_same_pages(docs: Path) -> None:
    run(docs)
    usual = tree(docs)
    indented = "".join(f"   {line}\n" for line in (record("smith2020tea")).splitlines())
    flow = "   -\n     " + record("smith2021sea", "Sea and calm")[2:].replace("\n  ", "\n     ")
    write_source(docs, indented, flow)

    assert run(docs) == 0
    assert tree(docs) == usual


def test_an_empty_library_makes_the_lists_only(docs: Path) -> None:
    (docs / "data" / "references.yaml").write_text("references: []\n", encoding="utf-8")

    assert run(docs) == 0
    assert "en/references/index.md" in tree(docs)


def test_a_faulty_topic_is_named_and_the_references_are_made(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (docs / "data" / "topics").mkdir()
    (docs / "data" / "topics" / "tea.yaml").write_text("slug: tea\n", encoding="utf-8")

    assert run(docs) == 0
    assert "tea.yaml:1:1 warning missing-key" in capsys.readouterr().err
