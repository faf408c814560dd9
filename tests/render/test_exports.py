"""Exports, read back by other people's parsers."""

from __future__ import annotations

import json
import re

import pytest
import rispy  # type: ignore[import-untyped]  # ships no types
from bibtexparser.entrypoint import parse_string
from pylatexenc.latex2text import LatexNodes2Text  # type: ignore[import-untyped]  # ships no types

from atlas.models.reference import Reference
from atlas.render.csl_json import csl_json
from atlas.render.exports import BIBTEX_TYPE, RIS_TYPE, bibtex, ris
from references import make_reference, people

FULL = {
    "author": [{"family": "Berg", "given": "Wolf", "non-dropping-particle": "van den", "suffix": "Jr"}],
    "issued": "2020-05-17",
    "container_title": "Journal of Tea & Fake Results",
    "volume": "5",
    "issue": "2",
    "page": "100-109",
    "DOI": "10.9999/tea_(1)",
    "PMID": "123",
    "URL": "https://example.org/a_b?c=1&d=%20",
}
CHINESE = {"language": "zh", "title": "茶与平静：随机对照试验", "author": people("张三", "李四")}


def read_bibtex(reference: Reference) -> dict[str, str]:
    library = parse_string(bibtex(reference))
    assert not library.failed_blocks
    entry = library.entries[0]
    plain = LatexNodes2Text(keep_comments=True).latex_to_text
    fields = {field.key: plain(field.value) if field.key != "url" else field.value for field in entry.fields}
    return {"type": entry.entry_type, "key": entry.key} | fields


def read_ris(reference: Reference) -> dict[str, object]:
    return dict(rispy.loads(ris(reference))[0])


def test_bibtex_keeps_every_field() -> None:
    entry = read_bibtex(make_reference(**FULL))

    assert entry["key"] == "smith2020tea"
    assert entry["author"] == "van den Berg, Jr, Wolf"
    assert entry["journal"] == "Journal of Tea & Fake Results"
    assert (entry["year"], entry["month"], entry["volume"], entry["number"]) == ("2020", "5", "5", "2")
    assert entry["pages"] in {"100--109", "100\u2013109"}
    assert (entry["doi"], entry["pmid"]) == ("10.9999/tea_(1)", "123")
    assert entry["url"] == "https://example.org/a_b?c=1&d=%20"


def test_ris_keeps_every_field() -> None:
    entry = read_ris(make_reference(**FULL))

    assert entry["type_of_reference"] == "JOUR"
    assert entry["authors"] == ["van den Berg, Wolf, Jr"]
    assert entry["title"] == "Tea and calm"
    assert (entry["year"], entry["date"]) == ("2020", "2020/05/17")
    assert (entry["start_page"], entry["end_page"]) == ("100", "109")
    assert entry["doi"] == "10.9999/tea_(1)"
    assert entry["urls"] == ["https://example.org/a_b?c=1&d=%20"]


def test_chinese_survives_in_both() -> None:
    reference = make_reference(**CHINESE, container_title="虚构杂志")

    entry, record = read_bibtex(reference), read_ris(reference)

    assert (entry["title"], entry["author"], entry["journal"]) == (
        "茶与平静：随机对照试验",
        "张三 and 李四",
        "虚构杂志",
    )
    assert (record["title"], record["authors"]) == ("茶与平静：随机对照试验", ["张三", "李四"])


def test_chinese_names_in_parts_are_joined() -> None:
    reference = make_reference(language="zh", author=[{"family": "欧阳", "given": "晓艳"}])

    assert read_bibtex(reference)["author"] == "欧阳晓艳"
    assert read_ris(reference)["authors"] == ["欧阳晓艳"]


@pytest.mark.parametrize("mark", [*"&%$#_{}~^\\", "<b", "“q”", "α₂", "--", "@", '"'])
def test_bibtex_escapes_what_tex_would_read(mark: str) -> None:
    plain = read_bibtex(make_reference(title=f"Tea {mark} calm"))["title"]

    # The reader turns some plain marks into their typographic twins.
    for typed, typographic in (("--", "–"), ('"', "”"), ("^", "ˆ")):
        plain = plain.replace(typographic, typed)
    assert plain == f"Tea {mark} calm".replace("”", '"')


def test_bibtex_protects_capitals_and_keeps_markup() -> None:
    entry = bibtex(make_reference(title="Effects of SSRI and 5-HT<sub>1A</sub> on <i>Mus</i> and McCoy"))

    assert r"title = {Effects of {SSRI} and {5-HT}\textsubscript{{1A}} on \textit{{Mus}} and {McCoy}}" in entry


def test_ris_titles_hold_no_markup() -> None:
    assert read_ris(make_reference(title="5-HT<sub>1A</sub> and <i>Mus</i>"))["title"] == "5-HT1A and Mus"


@pytest.mark.parametrize("kind", BIBTEX_TYPE)
def test_every_type_has_its_own_word_in_each_format(kind: str) -> None:
    reference = make_reference(type=kind)

    assert read_bibtex(reference)["type"] == BIBTEX_TYPE[kind]
    assert read_ris(reference)["type_of_reference"] == RIS_TYPE[kind]


def test_a_text_with_line_breaks_is_one_line() -> None:
    reference = make_reference(title="Tea\n  and\ncalm")

    assert read_bibtex(reference)["title"] == "Tea and calm"
    assert re.search(r"^TI  - Tea and calm$", ris(reference), re.MULTILINE)
    assert json.loads(csl_json(reference))["title"] == "Tea and calm"


def test_csl_json_is_read_back_as_the_same_record() -> None:
    reference = make_reference(**FULL)
    item = json.loads(csl_json(reference))

    assert Reference.model_validate(item | {"custom": {"design": "rct", "seen": "a made-up copy"}}) == reference


def test_exports_say_that_a_publication_was_retracted() -> None:
    status = {"state": "retracted", "on": "2021-01-02", "DOI": "10.9999/notice"}
    reference = make_reference(custom={"design": "rct", "seen": "a made-up copy", "status": status})

    assert read_bibtex(reference)["note"] == "Retracted"
    assert read_ris(reference)["notes"] == ["Retracted"]
