"""Time the edit loop: from saving a file to the changed page in the browser, beside plain `mkdocs serve`.

Plain is MkDocs with Material, its search and static-i18n on the same Markdown, the generated reference pages
included: what a contributor would wait for without our loop. Both servers run on a copy of the working tree.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

from room import room

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "site", "node_modules", ".mypy_cache", ".ruff_cache")
PAGE = "docs/en/mechanisms/serotonin.md"
RECORD = "docs/data/topics/serotonin.yaml"
REFERENCES = "docs/data/references.yaml"
REFERENCE_TITLE = "The serotonin theory of depression: a systematic umbrella review"
ADDRESS = "mechanisms/serotonin/"
START_SECONDS, EDIT_SECONDS, PAUSE = 180, 180, 0.05
REPEATS = 3
PLAIN_CONFIG = """\
site_name: Plain
site_url: http://127.0.0.1:8000/
exclude_docs: /data/
not_in_nav: '*.md'
theme: {name: material, font: false}
plugins:
  - search
  - i18n:
      docs_structure: folder
      fallback_to_default: false
      languages: [{locale: en, name: English, default: true, build: true}, {locale: zh, name: 中文, build: true}]
markdown_extensions: [admonition, attr_list, def_list, footnotes, md_in_html, tables, toc]
"""


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def serving(folder: Path, config: str, *options: str) -> Iterator[str]:
    """Serve a copy of the tree and yield its address once the page answers."""
    port = free_port()
    where = ["--config-file", config, "--dev-addr", f"127.0.0.1:{port}"]
    command = [sys.executable, "-m", "mkdocs", "serve", *options, *where]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, cwd=folder, env=environment, **quiet) as server:  # type: ignore[call-overload]
        address = f"http://127.0.0.1:{port}/"
        try:
            wait_for(address + ADDRESS, "</html>", START_SECONDS)
            yield address
        finally:
            server.terminate()


def wait_for(url: str, text: str, seconds: float) -> float:
    """Ask for a page until it holds `text`; return the seconds it took."""
    start = time.perf_counter()
    while time.perf_counter() - start < seconds:
        with contextlib.suppress(URLError, ConnectionError, TimeoutError), urlopen(url, timeout=seconds) as answer:
            if text in answer.read().decode():
                return time.perf_counter() - start
        time.sleep(PAUSE)
    raise TimeoutError(f"{url} did not show {text!r} within {seconds} s")


def time_edit(folder: Path, address: str, file: str, old: str, page: str = ADDRESS) -> float:
    """Change `old` in a file and return the best time of several until the page shows it."""
    path = folder / file
    original = path.read_text(encoding="utf-8")
    if old not in original:
        raise ValueError(f"{file} no longer holds {old!r}")
    times = []
    for number in range(REPEATS):
        marker = f"Changed{number}mark"
        path.write_text(original.replace(old, f"{old} {marker}", 1), encoding="utf-8")
        times.append(wait_for(address + page, marker, EDIT_SECONDS))
    path.write_text(original, encoding="utf-8")
    return min(times)


def main() -> int:
    """Print the times of the three kinds of edit and their ratio to plain MkDocs."""
    with room() as temporary:
        folder = temporary / "atlas"
        shutil.copytree(ROOT, folder, ignore=LEFT_OUT)
        with serving(folder, "mkdocs.yml", "--dirty") as address:
            ours = {
                "page": time_edit(folder, address, PAGE, "Serotonin, also written 5-HT,"),
                "record": time_edit(folder, address, RECORD, "At the lowest usual dose"),
                "reference": time_edit(folder, address, REFERENCES, REFERENCE_TITLE),
            }
        (folder / "plain.yml").write_text(PLAIN_CONFIG, encoding="utf-8")
        with serving(folder, "plain.yml") as address:
            plain = time_edit(folder, address, PAGE, "Serotonin, also written 5-HT,")
    print(f"edit loop: plain mkdocs serve shows an edited page after {plain:.2f} s")
    for name, seconds in ours.items():
        print(f"edit loop: edited {name} after {seconds:.2f} s, {seconds / plain:.2f} of plain")
    return 0


if __name__ == "__main__":
    sys.exit(main())
