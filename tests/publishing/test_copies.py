"""A built site brings along what readers keep and what others need to copy and check it."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING

import pytest

from builtsite import build
from publishing.conftest import URL

if TYPE_CHECKING:
    from pathlib import Path


def test_the_list_of_checksums_names_every_file_but_itself(site_folder: Path) -> None:
    lines = (site_folder / "checksums.txt").read_text(encoding="utf-8").splitlines()
    listed = {path: digest for digest, path in (line.split("  ", 1) for line in lines)}
    files = {path.relative_to(site_folder).as_posix() for path in site_folder.rglob("*") if path.is_file()}

    assert listed.keys() == files - {"checksums.txt"}
    for path, digest in listed.items():
        assert hashlib.sha256((site_folder / path).read_bytes()).hexdigest() == digest, path


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_pack_on_offer_is_there_with_the_size_that_is_told(site_folder: Path, language: str) -> None:
    told = json.loads((site_folder / "offline" / "index.json").read_text(encoding="utf-8"))["languages"][language]

    assert sum((site_folder / pack["path"]).stat().st_size for pack in told["packs"]) == told["size"]
    assert len(list((site_folder / "offline" / language).iterdir())) == len(told["packs"])


def test_the_worker_changes_with_the_page_for_readers_without_connection(site_folder: Path) -> None:
    worker = (site_folder / "sw.js").read_text(encoding="utf-8")
    version = re.search(r'FALLBACK_VERSION = "([0-9a-f]{16})"', worker)

    assert version
    assert hashlib.sha256((site_folder / "offline.html").read_bytes()).hexdigest().startswith(version[1])


def test_hosts_are_asked_not_to_keep_the_worker_and_to_keep_styles_for_good(site_folder: Path) -> None:
    headers = (site_folder / "_headers").read_text(encoding="utf-8")

    assert "/sw.js\n  Cache-Control: no-cache\n" in headers
    assert re.search(r"/assets/\*\n  Cache-Control: [^\n]*immutable\n", headers)


def test_the_same_source_built_again_gives_the_same_files(site_folder: Path) -> None:
    again = site_folder.with_name("again")
    build(site_folder.parents[1] / "mkdocs.yml", URL, again)

    assert (again / "checksums.txt").read_text(encoding="utf-8") == (site_folder / "checksums.txt").read_text(
        encoding="utf-8"
    )
