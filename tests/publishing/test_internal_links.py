"""Nothing on the site leads to a place that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from internal_links import broken_links

if TYPE_CHECKING:
    from pathlib import Path

URL = "https://example.org/atlas/"


def test_every_internal_link_and_anchor_resolves(site_folder: Path) -> None:
    assert broken_links(site_folder, URL) == []


def test_a_link_to_a_missing_page_or_anchor_is_found(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "index.html").write_text('<p id="here">', encoding="utf-8")
    links = ["there/", "there/#here", "there/#gone", "gone/", "https://elsewhere.example/gone/"]
    page = "".join(f'<a href="{link}">x</a>' for link in links)
    (tmp_path / "index.html").write_text(page, encoding="utf-8")

    assert broken_links(tmp_path, URL) == [": gone/", ": there/#gone"]


def test_a_page_that_has_moved_leads_to_where_it_is(site_folder: Path) -> None:
    page = (site_folder / "therapies" / "old-calmol" / "index.html").read_text(encoding="utf-8")

    assert 'content="0; url=../calmol/"' in page
    assert "default-src 'none'" in page
    rules = (site_folder / "_redirects").read_text(encoding="utf-8")
    assert rules == "/therapies/old-calmol/ /therapies/calmol/ 301\n"
