"""The edit loop looks only at reference pages that may have changed, and takes them as the HTML that they are."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import PluginCollection
from mkdocs.structure.files import File, Files

from atlas.publishing.html_page import HtmlPage, take_as_html
from atlas.publishing.settled import leave_out_settled

if TYPE_CHECKING:
    from pathlib import Path

PAGES = ("en/references/tea.md", "zh/references/tea.md", "en/references/by-year.md", "en/guide/soup.md")


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    config = MkDocsConfig()
    config.docs_dir, config.site_dir = str(tmp_path / "docs"), str(tmp_path / "site")
    config.site_url, config.use_directory_urls, config.repo_url = "https://example.org/", True, None
    config.plugins = PluginCollection()
    for name in PAGES:
        page = tmp_path / "docs" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text('---\ntitle: Tea\n---\n\n<h1 id="tea">Tea *not* Markdown</h1>\n', encoding="utf-8")
    for folder in ("references/tea", "zh/references/tea"):
        built = tmp_path / "site" / folder / "index.html"
        built.parent.mkdir(parents=True)
        built.touch()
    return config


def files(config: MkDocsConfig) -> Files:
    return Files([File(name, config.docs_dir, config.site_dir, use_directory_urls=True) for name in PAGES])


def test_reference_pages_older_than_what_was_built_are_left_out(config: MkDocsConfig) -> None:
    left = leave_out_settled(files(config), config)

    assert list(left.src_uris) == ["en/references/by-year.md", "en/guide/soup.md"]


def test_a_changed_reference_page_stays_together_with_its_twin(config: MkDocsConfig, tmp_path: Path) -> None:
    os.utime(tmp_path / "docs" / "zh/references/tea.md", (2e9, 2e9))

    assert list(leave_out_settled(files(config), config).src_uris) == list(PAGES)


def test_a_reference_page_is_printed_as_it_was_written(config: MkDocsConfig) -> None:
    taken = take_as_html(files(config), config)
    page = taken.src_uris["en/references/tea.md"].page
    assert isinstance(page, HtmlPage)

    page.read_source(config)
    page.render(config, taken)

    assert page.content == '<h1 id="tea">Tea *not* Markdown</h1>\n'
    assert (page.title, page.present_anchor_ids) == ("Tea", {"tea"})
    assert taken.src_uris["en/guide/soup.md"].page is None
