"""A browser and the tiny site, once a run; a missing browser fails the tests and never skips them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Protocol

import pytest
from playwright.sync_api import sync_playwright

from browser.chromium import BrowserMissingError, find_chromium, sandbox_arguments
from browser.offline import Connection
from builtsite import ROOT, BuiltSite, build, copy_project, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page


class OpenPage(Protocol):
    """Open a page of the site."""

    def __call__(self, path: str, **context: object) -> Page: ...


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder, so that `-m "not browser"` runs the others."""
    for item in items:
        if "tests/browser" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """Build the tiny site and serve it."""
    folder: Path = tmp_path_factory.mktemp("minisite")
    config = copy_project(folder)
    with served(folder / "site") as url:
        build(config, url)
        yield BuiltSite(folder / "site" / "atlas", url)


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """Build the atlas itself and serve it: what depends on its words and its size is tried there."""
    folder: Path = tmp_path_factory.mktemp("atlas")
    with served(folder) as url:
        build(ROOT / "mkdocs.yml", url, folder / "atlas")
        yield BuiltSite(folder / "atlas", url)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the browser."""
    try:
        path = find_chromium()
    except BrowserMissingError as error:
        pytest.fail(str(error), pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=sandbox_arguments())
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser, site: BuiltSite) -> Iterator[OpenPage]:
    """Open pages in contexts of their own, and close them after the test."""
    contexts = []

    def open_one(path: str, **context: object) -> Page:
        contexts.append(browser.new_context(**context))  # type: ignore[arg-type]  # passed through
        page = contexts[-1].new_page()
        page.goto(site.url + path)
        return page

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture
def connection(site: BuiltSite, tmp_path: Path) -> Iterator[Connection]:
    made = Connection(shutil.copytree(site.folder, tmp_path / "site" / "atlas"))
    made.open()
    yield made
    made.cut()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()
