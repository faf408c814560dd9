from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from minisite import copy_minisite

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the tiny site's data folder; tests that change it take a copy of their own."""
    return copy_minisite(tmp_path_factory.mktemp("minisite"))
