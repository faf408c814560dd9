"""The map of all relations: what is drawn, what stands in the tables, and that both follow the records."""

from __future__ import annotations

import gzip
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from atlas.languages import Language
from atlas.models.vocabulary import Kind, Predicate
from atlas.render.all_relations import render_all_relations
from atlas.render.edges import all_edges, sources_of
from atlas.render.layers import Layer, Layout, crossings, lay_out
from atlas.render.map_drawing import Drawing, draw, tone
from atlas.render.relation_map import render_map
from atlas.render.relations import render_relations
from atlas.render.view import View
from atlas.sources.library import Library, load_library
from builtsite import ROOT
from large_map import MECHANISMS, RELATIONS, THERAPIES, write_large_records
from minisite import copy_minisite, minilibrary, miniview, soup, words_of
from soup import pick

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

ENDS = re.compile(r"^M(?P<x1>\d+) (?P<y1>\d+)C.*?(?P<x2>\d+) (?P<y2>\d+)$")
LANGUAGES = pytest.mark.parametrize("language", list(Language), ids=str)


@cache
def large_library() -> Library:
    """Return invented records of the size that the real ones are to reach."""
    with TemporaryDirectory() as folder:
        data = copy_minisite(Path(folder))
        write_large_records(data)
        library, problems = load_library(data)
    assert problems == []
    return library


@cache
def large_layout() -> Layout:
    return lay_out(large_library())


def large_drawing(language: Language) -> Drawing:
    return draw(large_layout(), lambda slug: large_library().name(slug)[language])


def rows(page: BeautifulSoup) -> list[tuple[str, str, str]]:
    return [
        (str(table["data-from"]), str(row["data-by"]), str(row["data-to"]))
        for table in page.select("table")
        for row in table.select("tbody tr")
    ]


def lines(page: BeautifulSoup) -> list[str]:
    return [str(path["d"]) for path in page.select(".map path")]


def test_the_large_map_has_the_size_that_is_planned_for() -> None:
    topics = [topic.kind for topic in large_library().topics.values()]

    assert topics.count(Kind.MECHANISM) >= MECHANISMS and topics.count(Kind.THERAPY) >= THERAPIES
    assert len(large_layout().links) >= RELATIONS


@LANGUAGES
def test_no_name_lies_upon_another(language: Language) -> None:
    drawing = large_drawing(language)
    for layer in Layer:
        boxes = sorted((box for box in drawing.boxes.values() if box.layer is layer), key=lambda box: box.top)
        assert all(above.top + above.height <= below.top for above, below in pairwise(boxes))
        assert boxes[-1].top + boxes[-1].height <= drawing.height + 1


@LANGUAGES
def test_every_relation_is_drawn_from_one_of_its_names_to_the_other(language: Language) -> None:
    drawing = large_drawing(language)
    for link, route in zip(large_layout().links, drawing.routes, strict=True):
        ends = [match.groupdict() for piece in route if (match := ENDS.match(piece))]
        assert len(ends) == len(route)
        stops = {(ends[0]["x1"], ends[0]["y1"]), (ends[-1]["x2"], ends[-1]["y2"])}
        names = [drawing.boxes[slug] for slug in (link.source, link.target)]
        assert {y for _, y in stops} == {f"{box.middle:.0f}" for box in names}
        assert all((one["x2"], one["y2"]) == (two["x1"], two["y1"]) for one, two in pairwise(ends))
        kinds = "".join(
            path
            for kind, path in drawing.paths.items()
            if (kind.tone, kind.contested) == (tone(link.edge), link.edge.contested is not None)
        )
        assert all(piece in kinds for piece in route)


def test_every_relation_stands_in_the_tables_with_its_grade_and_its_sources() -> None:
    page = soup(render_all_relations(View(large_library(), Language.EN)))
    links = large_layout().links

    assert sorted(rows(page)) == sorted((link.source, link.edge.predicate.value, link.target) for link in links)
    grades = [link.edge.support or link.edge.certainty for link in links]
    assert len(page.select("[data-level=unrated]")) == grades.count(None)
    cited = sum(len(sources_of(large_library(), link.edge)) for link in links)
    assert len(page.select(".by a[href^='/references/']")) == cited


def test_the_sweeps_untangle_the_lines_and_give_the_same_order_each_time() -> None:
    layout = large_layout()
    by_name = {layer: tuple(sorted(bands, key=lambda band: band.key)) for layer, bands in layout.layers.items()}

    assert crossings(dict(layout.layers), layout.links) < crossings(by_name, layout.links)
    assert lay_out(large_library()) == layout


def test_a_changed_record_changes_the_drawing_and_the_tables(tmp_path: Path) -> None:
    data = copy_minisite(tmp_path)
    before = View(load_library(data)[0], Language.EN)
    record = data / "topics" / "calmol.yaml"
    text = record.read_text(encoding="utf-8")
    changed = text.replace("predicate: acts_on, object: moodium", "predicate: not_via, object: pump")
    record.write_text(changed, encoding="utf-8")
    after = View(load_library(data)[0], Language.EN)

    assert ("calmol", "acts_on", "moodium") in rows(soup(render_all_relations(before)))
    assert ("calmol", "acts_on", "moodium") not in rows(soup(render_all_relations(after)))
    assert ("calmol", "not_via", "pump") in rows(soup(render_all_relations(after)))
    assert soup(render_map(before)).select("[data-node=pump]") == []
    assert words_of(pick(soup(render_map(after)), "[data-node=pump]")) == "Invented pump"
    assert lines(soup(render_map(before))) != lines(soup(render_map(after)))


def test_what_speaks_against_and_what_is_contested_is_drawn_as_such() -> None:
    kinds = {
        (link.source, link.target): (tone(link.edge), link.edge.contested is not None)
        for link in lay_out(minilibrary()).links
    }

    assert kinds["briskine", "moodium"] == ("against", False)
    assert kinds["moodium", "gloom"] == ("plain", True)
    page = soup(render_map(miniview()))
    assert len(page.select(".map path.against")) == len(page.select(".map path.plain.doubted")) == 1


def test_a_recommendation_is_drawn_to_the_condition_and_names_the_guideline() -> None:
    page = soup(render_all_relations(miniview()))
    row = pick(page, "tr[data-by=recommended_by]")

    assert row["data-to"] == "gloom"
    assert words_of(row.th) == "Mini guideline : Gloom"
    assert words_of(row.select("td")[1]) == "consider (2022)"


def test_a_name_leads_to_its_page_and_one_without_a_page_is_only_a_name() -> None:
    page = soup(render_map(miniview(Language.ZH)))

    assert pick(page, "[data-node=calmol] a")["href"] == "/zh/therapies/calmol/"
    assert page.select("[data-node=sunbath] a") == []
    assert words_of(pick(page, "[data-node=sunbath]")) == "日光浴"


def test_an_atlas_without_relations_says_so() -> None:
    empty = View(Library(minilibrary().data, words=minilibrary().words), Language.EN)

    assert soup(render_map(empty)).select_one(".empty") is not None
    assert soup(render_all_relations(empty)).select_one(".empty") is not None


def test_a_topic_leads_to_its_place_on_the_map_if_there_is_one(tmp_path: Path) -> None:
    data = copy_minisite(tmp_path)
    record = (data / "topics" / "glossary.yaml").read_text(encoding="utf-8")
    (data / "topics" / "mechanism-therapy-map.yaml").write_text(
        record.replace("slug: glossary", "slug: mechanism-therapy-map"), encoding="utf-8"
    )
    view = View(load_library(data)[0], Language.EN)
    link = pick(soup(render_relations(view, "moodium", "therapies")), ".on-map a")

    assert link["href"] == "/guide/mechanism-therapy-map/?focus=moodium#the-map"
    assert soup(render_relations(view, "calmol", "compared")).select(".on-map") == []
    assert soup(render_relations(miniview(), "moodium", "therapies")).select(".on-map") == []


def test_treats_is_on_the_map_where_it_follows_from_claims() -> None:
    edges = [edge for edge in all_edges(minilibrary()) if edge.predicate is Predicate.TREATS]

    assert [(edge.subject, edge.object) for edge in edges] == [("calmol", "gloom"), ("calmol", "fluster")]


def test_the_scripts_of_the_map_stay_small() -> None:
    scripts = sorted((ROOT / "docs" / "assets" / "js").glob("map*.js"))

    assert scripts != []
    assert len(gzip.compress(b"".join(script.read_bytes() for script in scripts))) < 15 * 1024 / 2
