"""Entries as a copy editor would type them, in both styles and for every type of item."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from atlas.languages import Language
from atlas.render import formatting
from atlas.render.formatting import format_references
from references import make_reference, people

if TYPE_CHECKING:
    from pathlib import Path

    from atlas.models.reference import Reference

SEVEN = people("Ames, Ann B.", "Berg, Jean-Luc", "D'Souza, Carl", "Egan, Eve", "Fox, Fay", "Gray, Gus", "Hill, Hal")
WEB = {"URL": "https://example.org/a", "accessed": "2026-01-02"}

# One record, its AMA 11 entry, its GB/T 7714-2025 entry; written by hand from the two standards.
EXPECTED: dict[str, tuple[Reference, str, str]] = {
    "journal": (
        make_reference(
            author=SEVEN, container_title="Journal of Fake Results", volume="5", issue="2", page="100-109"
        ),
        "Ames AB, Berg JL, D’Souza C, et al. Tea and calm. Journal of Fake Results. 2020;5(2):100-109. "
        "doi:10.9999/tea",
        "Ames A B，Berg J-L，D’Souza C，et al. Tea and calm[J/OL]. Journal of Fake Results，2020，5（2）：100-109. "
        "DOI:10.9999/tea.",
    ),
    "journal with few authors and no volume": (
        make_reference(
            author=people("Ames, Ann", "Berg, Bo", "Cole, Cy"), container_title="Fake Letters", issued="2020-05-03"
        ),
        "Ames A, Berg B, Cole C. Tea and calm. Fake Letters. Published online May 3, 2020. doi:10.9999/tea",
        "Ames A，Berg B，Cole C. Tea and calm[J/OL]. Fake Letters，2020-05-03. DOI:10.9999/tea.",
    ),
    "journal in print only": (
        make_reference(PMID="123", container_title="Fake Letters", volume="7", page="1-9"),
        "Smith A. Tea and calm. Fake Letters. 2020;7:1-9.",
        "Smith A. Tea and calm[J]. Fake Letters，2020，7：1-9.",
    ),
    "Chinese journal": (
        make_reference(
            language="zh", title="茶与平静", author=people("张三", "李四", "王五", "赵六"),
            container_title="虚构心理学杂志", volume="38", issue="1", page="10-16",
        ),
        "张三, 李四, 王五, 赵六. 茶与平静. 虚构心理学杂志. 2020;38(1):10-16. doi:10.9999/tea",
        "张三，李四，王五，等. 茶与平静[J/OL]. 虚构心理学杂志，2020，38（1）：10-16. DOI:10.9999/tea.",
    ),
    "preprint": (
        make_reference(
            type="article", container_title="medRxiv", issued="2021-03-07", accessed="2026-01-02", version=2
        ),
        "Smith A. Tea and calm. medRxiv. Preprint posted online March 7, 2021. doi:10.9999/tea",
        "Smith A. Tea and calm[PP/OL]. V2. medRxiv（2021-03-07）[2026-01-02]. DOI:10.9999/tea.",
    ),
    "report": (
        make_reference(
            type="report", author=people("Tea Board"), publisher="Tea Board", publisher_place="Geneva",
            number="TB 5", issued="2021-03", **WEB,
        ),
        "Tea Board. Tea and Calm. Tea Board; 2021. Accessed January 2, 2026. https://example.org/a",
        "Tea Board. Tea and calm：TB 5[R/OL]. Geneva：Tea Board，2021-03. https://example.org/a.",
    ),
    "book": (
        make_reference(
            type="book", publisher="Kettle Press", publisher_place="London", edition=3, ISBN="978-0-00-000000-2"
        ),
        "Smith A. Tea and Calm. 3rd ed. Kettle Press; 2020.",
        "Smith A. Tea and calm[M]. 3rd ed. London：Kettle Press，2020.",
    ),
    "edited book": (
        make_reference(
            type="book", author=[], editor=people("Ames, Ann"), publisher="Kettle Press", ISBN="978-0-00-000000-2"
        ),
        "Ames A, ed. Tea and Calm. Kettle Press; 2020.",
        "Ames A. Tea and calm[M]. Kettle Press，2020.",
    ),
    "Chinese book": (
        make_reference(
            type="book", language="zh", title="茶与平静", author=people("张三"), edition=2,
            publisher="虚构出版社", publisher_place="北京", ISBN="978-7-00-000000-2",
        ),
        "张三. 茶与平静. 2nd ed. 虚构出版社; 2020.",
        "张三. 茶与平静[M]. 2版. 北京：虚构出版社，2020.",
    ),
    "chapter": (
        make_reference(
            type="chapter", container_title="Handbook of tea", editor=people("Berg, Bo", "Cole, Cy"),
            publisher="Kettle Press", publisher_place="London", edition=2, page="1-61", ISBN="978-0-00-000000-2",
        ),
        "Smith A. Tea and calm. In: Berg B, Cole C, eds. Handbook of Tea. 2nd ed. Kettle Press; 2020:1-61.",
        "Smith A. Tea and calm[M]//Berg B，Cole C. Handbook of tea. 2nd ed. London：Kettle Press，2020：1-61.",
    ),
    "web page": (
        make_reference(
            type="webpage", author=people("Tea Board"), container_title="Tea Net", issued="2020-02-03", **WEB
        ),
        "Tea Board. Tea and calm. Tea Net. February 3, 2020. Accessed January 2, 2026. https://example.org/a",
        "Tea Board. Tea and calm[EB/OL]. （2020-02-03）[2026-01-02]. https://example.org/a.",
    ),
    "data set": (
        make_reference(
            type="dataset", author=people("Tea Board"), publisher="Tea Archive", version="V1.0",
            issued="2020-02", **WEB,
        ),
        "Tea Board. Tea and calm. Version V1.0. Tea Archive; 2020. Accessed January 2, 2026. https://example.org/a",
        "Tea Board. Tea and calm[DS/OL]. V1.0. Tea Archive（2020-02）[2026-01-02]. https://example.org/a.",
    ),
    "law": (
        make_reference(
            type="legislation", author=people("Tea Parliament"), number="No. 5", issued="2020-02-03", **WEB
        ),
        "Tea Parliament. Tea and Calm. 2020. Accessed January 2, 2026. https://example.org/a",
        "Tea Parliament. Tea and calm：No. 5[A/OL]. 2020-02-03. https://example.org/a.",
    ),
    "thesis": (
        make_reference(
            type="thesis", genre="dissertation", publisher="Tea University", publisher_place="Ohio",
            URL="https://example.org/a",
        ),
        "Smith A. Tea and Calm. Dissertation. Tea University; 2020. https://example.org/a",
        "Smith A. Tea and calm[D/OL]. Ohio：Tea University，2020. https://example.org/a.",
    ),
    "conference paper": (
        make_reference(
            type="paper-conference", container_title="Proceedings of tea", publisher="Kettle", page="2-5"
        ),
        "Smith A. Tea and calm. In: Proceedings of Tea. Kettle; 2020:2-5. doi:10.9999/tea",
        "Smith A. Tea and calm[C/OL]//Proceedings of tea. Kettle，2020：2-5. DOI:10.9999/tea.",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def entries(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, Language], str]:
    """Return every expected record formatted, by name and language; pandoc runs once a style."""
    records = {
        f"case-{number}": reference.model_copy(update={"id": f"case-{number}"})
        for number, (reference, _, _) in enumerate(EXPECTED.values())
    }
    cache = tmp_path_factory.mktemp("cache")
    formatted = {language: format_references(records.values(), language, cache) for language in Language}
    return {
        (name, language): formatted[language][f"case-{number}"]
        for number, name in enumerate(EXPECTED)
        for language in Language
    }


def text_of(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html).replace("&amp;", "&")


@pytest.mark.parametrize("name", EXPECTED)
def test_english_pages_print_ama_11(name: str, entries: dict[tuple[str, Language], str]) -> None:
    assert text_of(entries[name, Language.EN]) == EXPECTED[name][1]


@pytest.mark.parametrize("name", EXPECTED)
def test_chinese_pages_print_gbt_7714_2025(name: str, entries: dict[tuple[str, Language], str]) -> None:
    assert text_of(entries[name, Language.ZH]) == EXPECTED[name][2]


def one(reference: Reference, language: Language, cache: Path) -> str:
    return format_references([reference], language, cache)[reference.id]


def test_the_items_language_decides_between_et_al_and_its_chinese_word(tmp_path: Path) -> None:
    chinese = make_reference(language="zh", author=people(*(f"张{mark}" for mark in "一二三四五六七")))
    english = make_reference(author=SEVEN)

    assert "张三, 等. " in one(chinese, Language.EN, tmp_path)
    assert "，et al. " in one(english, Language.ZH, tmp_path)


def test_a_chinese_name_given_in_parts_is_printed_undivided(tmp_path: Path) -> None:
    reference = make_reference(language="zh", author=[{"family": "欧阳", "given": "晓艳"}])

    assert one(reference, Language.ZH, tmp_path).startswith("欧阳晓艳. ")


def test_doi_and_url_are_links(tmp_path: Path) -> None:
    assert '<a href="https://doi.org/10.9999/tea">10.9999/tea</a>' in one(make_reference(), Language.EN, tmp_path)


def test_the_doi_is_not_printed_twice(tmp_path: Path) -> None:
    reference = make_reference(DOI="10.9999/tea", URL="https://doi.org/10.9999/tea")

    assert text_of(one(reference, Language.ZH, tmp_path)).count("10.9999/tea") == 1


@pytest.mark.parametrize("language", Language)
def test_only_four_tags_of_a_title_are_markup(language: Language, tmp_path: Path) -> None:
    shown = '<i>In vivo</i> 5-HT<sub>1A</sub> <script>alert(1)</script> <b onclick="x()">p</b> '
    title = f"{shown}<span>q</span> a<b & &lt;i&gt;"

    html = one(make_reference(title=title), language, tmp_path)

    assert "<em>In vivo</em> 5-HT<sub>1A</sub> &lt;script&gt;alert(1)&lt;/script&gt; &lt;b onclick=" in html
    assert set(re.findall(r"<[^>]*>", html)) <= {
        "<em>",
        "</em>",
        "<sub>",
        "</sub>",
        "<strong>",
        "</strong>",
        "</a>",
    } | {'<a href="https://doi.org/10.9999/tea">'}
    assert "&amp; &amp;lt;i" in html


@pytest.mark.parametrize("field", ["container_title", "publisher", "volume", "page"])
def test_markup_in_any_other_field_is_text(field: str, tmp_path: Path) -> None:
    fields = {"container_title": "Tea", "volume": "1"} | {field: "<i>x</i><img src=x>"}
    kind = "book" if field == "publisher" else "article-journal"

    html = one(make_reference(type=kind, **fields), Language.ZH, tmp_path)

    assert "&lt;i&gt;x&lt;/i&gt;" in html
    assert "<img" not in html


def test_markup_in_a_name_is_text(tmp_path: Path) -> None:
    reference = make_reference(author=[{"literal": "<b>Board</b>"}, {"family": "<i>A</i>", "given": "B"}])

    assert "&lt;b&gt;Board&lt;/b&gt;, &lt;i&gt;A&lt;/i&gt; B. " in one(reference, Language.EN, tmp_path)


def test_markdown_and_formulas_in_a_title_stay_text(tmp_path: Path) -> None:
    html = one(make_reference(title="*Tea* $x^2$ `code` [link](https://example.org)"), Language.EN, tmp_path)

    assert "*Tea* $x^2$ `code` [link](https://example.org)" in html


def test_a_known_record_is_not_formatted_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = one(make_reference(), Language.EN, tmp_path)
    monkeypatch.setattr(formatting, "_run_pandoc", lambda *_: pytest.fail("pandoc ran for a known record"))

    assert one(make_reference(), Language.EN, tmp_path) == first


def test_a_changed_style_formats_everything_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one(make_reference(), Language.EN, tmp_path)
    monkeypatch.setattr(formatting, "style_version", lambda _: "another style")
    monkeypatch.setattr(formatting, "_run_pandoc", lambda *_: {"smith2020tea": "new"})

    assert one(make_reference(), Language.EN, tmp_path) == "new"


def test_an_entry_does_not_depend_on_its_neighbours(tmp_path: Path) -> None:
    twin = make_reference(id="smith2020coffee", title="Coffee and calm", DOI="10.9999/coffee")

    together = format_references([twin, make_reference()], Language.EN, tmp_path / "one")

    assert together["smith2020tea"] == one(make_reference(), Language.EN, tmp_path / "two")
