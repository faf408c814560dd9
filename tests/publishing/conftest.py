"""The tiny site, built once for the tests that only read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builtsite import build, copy_project

if TYPE_CHECKING:
    from pathlib import Path

URL = "https://example.org/atlas/"
# A page that has moved, so that its redirect is built.
MOVED = "therapies/calmol/\ntherapies/old-calmol/ -> therapies/calmol/\n"


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built site."""
    folder = tmp_path_factory.mktemp("published")
    config = copy_project(folder)
    (folder / "docs" / "data" / "published-paths.txt").write_text(MOVED, encoding="utf-8")
    build(config, URL)
    return folder / "site" / "atlas"
