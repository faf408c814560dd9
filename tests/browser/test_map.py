"""The map in a browser, at the size that the real records are to reach: focus, filters, address, keys, widths."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

import pytest
from playwright.sync_api import expect

from browser.test_accessibility import violations
from browser.test_policy import LISTEN
from builtsite import BuiltSite, build, copy_project, served
from large_map import write_large_records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

PAGE = "guide/mechanism-therapy-map/"
DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
TEXT = """\
/// header | mechanism-therapy-map
///

## The map {#the-map}

/// all-relations-map
///

## Every relation {#every-relation}

/// all-relations
///
"""
OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll(".map [data-node]:not([hidden]) > *")].map((name) => {
    const { left, right, top, bottom } = name.getBoundingClientRect();
    return { left, right, top, bottom, cut: name.scrollHeight > name.clientHeight + 1, text: name.textContent };
  });
  const cut = boxes.filter((box) => box.cut).map((box) => box.text);
  const upon = boxes.filter((one, index) => boxes.slice(index + 1).some((other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom));
  return [...cut, ...upon.map((box) => box.text)];
}"""


class OpenMap(Protocol):
    """Open the map, with what its address asks for."""

    def __call__(self, query: str = "", language: str = "", **context: object) -> Page: ...


@pytest.fixture(scope="module")
def large_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """Build an invented site with 31 mechanisms, 42 therapies and 800 relations."""
    folder = tmp_path_factory.mktemp("large")
    config = copy_project(folder)
    data = folder / "docs" / "data"
    write_large_records(data)
    record = (data / "topics" / "glossary.yaml").read_text(encoding="utf-8")
    record = record.replace("slug: glossary", "slug: mechanism-therapy-map").replace("Glossary", "The map")
    (data / "topics" / "mechanism-therapy-map.yaml").write_text(record, encoding="utf-8")
    for language in ("en", "zh"):
        (folder / "docs" / language / f"{PAGE.rstrip('/')}.md").write_text(TEXT, encoding="utf-8")
    with served(folder / "site") as url:
        build(config, url)
        yield BuiltSite(folder / "site" / "atlas", url)


@pytest.fixture
def open_map(browser: Browser, large_site: BuiltSite) -> Iterator[OpenMap]:
    """Open the map in contexts of its own, and close them after the test."""
    contexts = []

    def open_one(query: str = "", language: str = "", **context: object) -> Page:
        contexts.append(browser.new_context(**{"viewport": DESK, **context}))  # type: ignore[arg-type]  # passed through
        page = contexts[-1].new_page()
        page.goto(f"{large_site.url}{language}{PAGE}{query}")
        if context.get("java_script_enabled", True):
            # The script begins in steps; the filters are filled in the last.
            expect(page.locator(".map-form [name=strength] option").nth(1)).to_be_attached()
        return page

    yield open_one
    for context in contexts:
        context.close()


def shown(page: Page) -> list[str]:
    """Return the names that are shown, by their slugs."""
    slugs: list[str] = page.locator("[data-node]:not([hidden])").evaluate_all(
        "items => items.map((item) => item.dataset.node)"
    )
    return slugs


def relations(page: Page) -> list[tuple[str, str, str]]:
    """Return the relations whose rows are shown."""
    found = page.locator("[data-to]:not([hidden])").evaluate_all(
        "rows => rows.map((row) => [row.closest('table').dataset.from, row.dataset.by, row.dataset.to])"
    )
    return [tuple(each) for each in found]


def test_a_name_in_focus_leaves_its_neighbors_and_says_what_they_are_to_it(open_map: OpenMap) -> None:
    page = open_map()
    page.locator("[data-node=therapy-0] button").click()
    kept = relations(page)

    assert page.url.endswith("?focus=therapy-0")
    assert kept and all("therapy-0" in (start, end) for start, _, end in kept)
    assert set(shown(page)) == {slug for start, _, end in kept for slug in (start, end)}
    expect(page.locator(".map-panel")).to_be_visible()
    named = page.locator(".map-panel [data-goto]").evaluate_all("names => names.map((name) => name.dataset.goto)")
    assert set(named) == set(shown(page)) - {"therapy-0"}
    expect(page.locator(".map > .live path")).to_have_count(len(kept))
    expect(page.locator("[data-node=therapy-0] button")).to_be_focused()


def test_what_the_evidence_speaks_against_is_not_said_as_if_it_held(open_map: OpenMap) -> None:
    page = open_map()
    row = page.locator("[data-by=altered_in]:has([data-level=m0])").first
    subject, other = row.evaluate("row => [row.closest('table').dataset.from, row.dataset.to]")
    page.goto(f"{page.url}?focus={subject}")
    sentence = page.locator(f".map-panel li:has([data-goto={other}])", has_text="Is altered in").last

    expect(sentence).to_have_text(re.compile(r"^The evidence speaks against this: .*M0 evidence against"))


def test_what_is_in_focus_stands_in_the_middle(open_map: OpenMap) -> None:
    for slug in ("mechanism-0", "therapy-0", "condition-0"):
        page = open_map(f"?focus={slug}")
        layers = page.locator(".layer").evaluate_all("layers => layers.map((layer) => layer.dataset.layer)")
        middle = page.locator(f".layer:has([data-node={slug}])").get_attribute("data-layer")
        assert layers[1] == middle


def test_a_shared_address_shows_the_same_and_back_returns(open_map: OpenMap) -> None:
    page = open_map("?focus=mechanism-1&strength=m2")
    first = relations(page)
    assert first and all("mechanism-1" in (start, end) for start, _, end in first)
    assert page.locator("select[name=strength]").input_value() == "m2"

    page.locator(".map-panel [data-goto]").first.click()
    assert relations(page) != first
    page.go_back()
    expect(page.locator("select[name=focus]")).to_have_value("mechanism-1")
    assert relations(page) == first


def test_an_address_that_asks_for_the_unknown_shows_the_whole(open_map: OpenMap) -> None:
    page = open_map("?focus=nobody&strength=loud")

    assert len(relations(page)) == page.locator("[data-to]").count()
    expect(page.locator(".map-panel")).to_be_hidden()


@pytest.mark.parametrize(
    ("name", "value"),
    [("predicate", "not_via"), ("strength", "high"), ("family", "circuits"), ("disorder", "condition-2")],
)
def test_a_filter_leaves_what_fits(open_map: OpenMap, name: str, value: str) -> None:
    page = open_map()
    everything = page.locator("[data-to]").count()
    page.locator(f"select[name={name}]").select_option(value)
    kept = relations(page)

    assert 0 < len(kept) < everything
    assert f"{name}={value}" in page.url
    assert set(shown(page)) == {slug for start, _, end in kept for slug in (start, end)}
    expect(page.locator(".map-form [role=status]")).to_contain_text(str(len(kept)))
    if name == "predicate":
        assert {by for _, by, _ in kept} == {value}
    if name == "disorder":
        tied = {slug for start, _, end in kept if value in (start, end) for slug in (start, end)}
        assert set(shown(page)) == tied

    page.locator(".map-form button").click()
    assert len(relations(page)) == everything


def test_filters_that_nothing_fits_say_so(open_map: OpenMap) -> None:
    page = open_map("?predicate=not_via&strength=high")

    assert relations(page) == []
    expect(page.locator(".map-form [role=status]")).to_have_text("No relation fits. Choose less.")


def test_arrow_keys_walk_along_the_lines_and_escape_leaves(open_map: OpenMap) -> None:
    page = open_map("?focus=therapy-3")
    focused = "document.activeElement.closest('[data-node]')?.dataset.node"
    page.locator("[data-node=therapy-3] button").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("[data-node=therapy-3] button")).not_to_be_focused()
    neighbor = page.evaluate(focused)
    assert {neighbor, "therapy-3"} <= set(shown(page)) and neighbor != "therapy-3"

    page.keyboard.press("Enter")
    expect(page.locator("select[name=focus]")).to_have_value(neighbor)
    assert page.evaluate(focused) == neighbor
    page.keyboard.press("ArrowRight")
    expect(page.locator(f"[data-node={neighbor}] button")).not_to_be_focused()
    assert any({neighbor, page.evaluate(focused)} <= {start, end} for start, _, end in relations(page))

    page.keyboard.press("Escape")
    expect(page.locator("select[name=focus]")).to_have_value("")
    assert page.evaluate(focused) == neighbor
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"[data-node={neighbor}] button")).not_to_be_focused()


def test_the_map_is_one_stop_of_the_tab_key(open_map: OpenMap) -> None:
    page = open_map()

    assert page.locator("[data-node] button[tabindex='0']").count() == 1


@pytest.mark.parametrize("query", ["", "?focus=condition-0"], ids=["whole", "focus"])
@pytest.mark.parametrize("width", [768, 1440])
@pytest.mark.parametrize("language", ["", "zh/"], ids=["en", "zh"])
def test_names_neither_overlap_nor_are_cut(open_map: OpenMap, language: str, width: int, query: str) -> None:
    page = open_map(query, language, viewport={"width": width, "height": 900})

    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_phone_gets_sentences_and_tables_instead_of_the_drawing(open_map: OpenMap) -> None:
    page = open_map("?focus=therapy-0", viewport=PHONE)

    expect(page.locator(".map")).to_be_hidden()
    expect(page.locator(".map-panel li").first).to_be_visible()
    expect(page.locator("[data-to]:not([hidden])").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    page.locator(".map-panel [data-goto]").first.click()
    expect(page.locator("select[name=focus]")).not_to_have_value("therapy-0")


def test_without_script_the_whole_drawing_has_links_and_the_tables_open(open_map: OpenMap) -> None:
    page = open_map(java_script_enabled=False)

    expect(page.locator("[data-node=therapy-0] a")).to_have_attribute("href", re.compile("therapies/therapy-0/$"))
    expect(page.locator(".map path").first).to_be_visible()
    expect(page.locator(".map-form")).to_be_hidden()
    page.locator(".map-table summary").first.click()
    expect(page.locator("[data-to]").first).to_be_visible()
    assert page.evaluate(OVERLAPS) == []


def test_the_language_switch_keeps_what_is_in_focus(open_map: OpenMap) -> None:
    page = open_map("?focus=therapy-0#the-map")
    page.locator("[data-language=zh]").click()

    assert page.url.endswith(f"zh/{PAGE}?focus=therapy-0#the-map")
    expect(page.locator("select[name=focus]")).to_have_value("therapy-0")


def test_paper_gets_every_row(open_map: OpenMap) -> None:
    page = open_map()
    page.emulate_media(media="print")

    assert page.locator("[data-to]").evaluate_all(
        "rows => rows.every((row) => row.getBoundingClientRect().height > 0)"
    )
    expect(page.locator(".map-form")).to_be_hidden()


@pytest.mark.parametrize(
    ("width", "scheme", "query"),
    [
        (1440, "light", ""),
        (1440, "dark", "?focus=condition-0"),
        (390, "light", "?focus=therapy-0"),
        (390, "dark", ""),
    ],
)
def test_axe_and_the_policy_find_nothing_and_no_other_host_is_asked(
    open_map: OpenMap, large_site: BuiltSite, width: int, scheme: str, query: str
) -> None:
    page = open_map("", viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
    page.context.add_init_script(LISTEN)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{large_site.url}zh/{PAGE}{query}")

    assert violations(page) == []
    page.locator("select[name=strength]").select_option("m2")
    assert page.evaluate("window.violations") == []
    assert [url for url in asked if not url.startswith((large_site.url, "data:"))] == []
