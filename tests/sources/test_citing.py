"""Who cites a reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from atlas.languages import Language
from atlas.sources.cache import Cache
from atlas.sources.citing import Citations, read_citations

if TYPE_CHECKING:
    from pathlib import Path

TOPIC = """\
slug: tea
kind: therapy
group: lifestyle
order: 1
name: {en: Tea, zh: 茶}
summary: {en: A made-up therapy., zh: 虚构的疗法。}
checked_on: 2026-01-01
expires_on: 2027-01-01
claims:
- id: tea-calms
  role: efficacy
  statement: {en: Tea calms., zh: 茶使人平静。}
  population: {en: Adults, zh: 成人}
  comparator_kind: none
  outcome: {en: Calm, zh: 平静}
  citekeys: [claimed2020]
  ungraded: {en: Made up., zh: 虚构。}
  checked: {level: abstract, on: 2026-01-01, where: {en: Abstract, zh: 摘要}}
safety:
- id: tea-hot
  kind: warning
  text: {en: Tea is hot., zh: 茶很烫。}
  citekeys: [burned2020]
  checked: {level: abstract, on: 2026-01-01, where: {en: Abstract, zh: 摘要}}
"""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    docs = tmp_path / "docs"
    for folder in ("data/topics", "en/therapies", "en/references", "zh/therapies"):
        (docs / folder).mkdir(parents=True)
    (docs / "data/topics/tea.yaml").write_text(TOPIC, encoding="utf-8")
    return docs


def write(docs: Path, name: str, text: str) -> None:
    (docs / name).write_text(text, encoding="utf-8")


def read(docs: Path, version: str = "1") -> Citations:
    return read_citations(docs, docs / "data", Cache(docs.parent / "cache"), version)


def test_a_page_cites_what_its_text_cites(docs: Path) -> None:
    write(docs, "en/therapies/tea.md", "Tea [@a2020; @b2020, p. 3]. Not `[@c2020]`, not \\[@d2020].\n")

    assert set(read(docs).pages[Language.EN]) == {"a2020", "b2020"}


def test_a_page_cites_what_the_parts_of_records_on_it_cite(docs: Path) -> None:
    write(docs, "en/therapies/tea.md", "/// claims | tea\n///\n")
    write(docs, "zh/therapies/tea.md", "/// safety | tea\n///\n")

    pages = read(docs).pages

    assert set(pages[Language.EN]) == {"claimed2020"}
    assert set(pages[Language.ZH]) == {"burned2020"}


def test_a_page_that_shows_a_claim_of_another_topic_cites_its_sources(docs: Path) -> None:
    write(docs, "en/index.md", "---\ntitle: 'Home: here'\n---\n\n/// claim | tea-calms\n///\n")

    (page,) = read(docs).pages[Language.EN]["claimed2020"]

    assert (page.path, page.title) == ("index", "Home: here")


def test_topic_pages_go_by_the_name_of_the_record(docs: Path) -> None:
    write(docs, "zh/therapies/tea.md", "[@a2020]\n")

    (page,) = read(docs).pages[Language.ZH]["a2020"]

    assert (page.path, page.title) == ("therapies/tea", "茶")


def test_claims_are_named_with_their_page(docs: Path) -> None:
    (claim,) = read(docs).claims["claimed2020"]

    assert (claim.path, claim.id, claim.statement.zh) == ("therapies/tea", "tea-calms", "茶使人平静。")


def test_generated_pages_cite_nothing(docs: Path) -> None:
    write(docs, "en/references/a2020.md", "[@a2020]\n")

    assert read(docs).pages[Language.EN] == {}


def test_a_changed_file_is_read_again(docs: Path) -> None:
    write(docs, "en/therapies/tea.md", "[@a2020]\n")
    read(docs)
    write(docs, "en/therapies/tea.md", "[@b2020]\n")

    assert set(read(docs).pages[Language.EN]) == {"b2020"}


def test_a_faulty_record_is_reported_each_time(docs: Path) -> None:
    write(docs, "data/topics/tea.yaml", TOPIC.replace("kind: therapy", "kind: drink"))

    assert [problem.rule for problem in read(docs).problems] == [problem.rule for problem in read(docs).problems]
    assert read(docs).problems
