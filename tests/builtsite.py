"""The tiny site, built as the real one is, and served below a path, as on a forge's pages."""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from minisite import FIXTURE, copy_minisite

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
PATH = "/atlas/"


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """Name the folder of a built site and the address at which it is served."""

    folder: Path
    url: str


def copy_project(folder: Path) -> Path:
    """Write the tiny site's pages, records and configuration below `folder`; return the configuration file."""
    docs = folder / "docs"
    for language in ("en", "zh"):
        shutil.copytree(FIXTURE.parent / language, docs / language)
    copy_minisite(docs)
    shutil.copytree(ROOT / "docs" / "assets", docs / "assets")
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    config = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": "docs",
        "site_dir": "site/atlas",
        "theme": {"custom_dir": "overrides"},
        "hooks": [str(ROOT / "scripts" / "mkdocs_hooks.py")],
    }
    path = folder / "mkdocs.yml"
    path.write_text(yaml.safe_dump(config), encoding="utf-8")
    return path


def build(config: Path, url: str, site: Path | None = None) -> str:
    """Build strictly and return what was printed; fail with it if the build does."""
    folder = ["--site-dir", str(site)] if site else []
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(config), *folder],
        env=environment(SITE_URL=url),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def environment(**values: str) -> dict[str, str]:
    """Return the process's environment without the theme's banner."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", **values}


class _Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library's own name
        """Say nothing."""

    def end_headers(self) -> None:
        """Ask the browser to ask again, so that what it keeps by itself does not pass for what the site keeps."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page, as hosts do."""
        page = Path(self.directory) / "atlas" / "404.html"
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve the folder that holds `atlas/`; yield the address of the site."""
    handler = functools.partial(_Handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{PATH}"
        server.shutdown()
