"""The edit loop shows each edit, shows a broken file as a page, and recovers."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import pytest

from builtsite import copy_project, environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 60


class Served:
    """Name a tiny site that is being edited and served."""

    def __init__(self, docs: Path, address: str) -> None:
        self.docs = docs
        self.address = address

    def page(self, path: str) -> tuple[int, str]:
        """Return a page's status and text; status 0 while nobody answers."""
        try:
            with urllib.request.urlopen(f"http://{self.address}/atlas/{path}", timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except OSError:
            return 0, ""

    def wait_for(self, path: str, text: str) -> int:
        """Wait until a page holds a text; return its status."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            status, html = self.page(path)
            if text in html:
                return status
            time.sleep(0.1)
        raise AssertionError(f"{path} never said {text!r}")

    def replace(self, file: str, old: str, new: str) -> None:
        """Edit a file as a person does."""
        path = self.docs / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("served")
    config = copy_project(folder)
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dirty", "-f", str(config), "-a", address]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            command, env=environment(SITE_URL=f"http://{address}/atlas/"), stdout=log, stderr=subprocess.STDOUT
        )
        served = Served(folder / "docs", address)
        try:
            served.wait_for("therapies/calmol/", "</html>")
            yield served
        finally:
            process.terminate()
            process.wait(PATIENCE)


def test_an_edited_page_is_shown(site: Served) -> None:
    site.replace("en/therapies/calmol.md", "an invented medicine", "a freshly invented medicine")

    assert site.wait_for("therapies/calmol/", "a freshly invented medicine") == 200


def test_an_edited_record_is_shown_in_both_languages_and_on_the_pages_that_relate_to_it(site: Served) -> None:
    site.replace("data/topics/calmol.yaml", "{en: blocks, zh: 阻断}", "{en: blocks gently, zh: 轻轻阻断}")

    site.wait_for("therapies/calmol/", "blocks gently")
    site.wait_for("zh/therapies/calmol/", "轻轻阻断")


def test_an_edited_reference_is_shown_on_its_page_and_where_it_is_cited(site: Served) -> None:
    site.replace("data/references.yaml", "Calmol beat placebo in a trial", "Calmol hardly beat placebo in a trial")

    site.wait_for("references/alpha2020first/", "hardly beat placebo")
    site.wait_for("therapies/calmol/asides.json", "hardly beat placebo")


def test_no_page_is_kept_for_offline_while_it_is_being_edited(site: Served) -> None:
    assert "offline.js" not in site.page("therapies/calmol/")[1]
    assert site.page("sw.js")[0] == 404


def test_a_broken_record_is_shown_as_a_page_until_it_is_mended(site: Served) -> None:
    site.replace("data/topics/calmol.yaml", "kind: therapy", "kind: [")

    assert site.wait_for("guide/gloom/", "calmol.yaml") == 500
    assert site.page("assets/draft/atlas.css")[0] == 200

    site.replace("data/topics/calmol.yaml", "kind: [", "kind: therapy")
    assert site.wait_for("guide/gloom/", "Gloom is invented") == 200


def test_a_new_name_reaches_the_navigation_of_every_page(site: Served) -> None:
    site.replace("data/topics/calmol.yaml", "{en: Calmol, zh: 卡莫}", "{en: Calmolax, zh: 卡莫宁}")

    site.wait_for("", "Calmolax")
    site.wait_for("zh/", "卡莫宁")
