"""Find a Chromium or Chrome, or install one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
MISSING = """\
The browser tests need Chromium or Chrome, and none was found or could be installed.
Install one (Debian, Ubuntu: apt-get install chromium; else https://www.google.com/chrome/), then run `make test`.
未找到 Chromium 或 Chrome，也无法自动安装。请先安装其中之一，再运行 make test。
"""


class BrowserMissingError(Exception):
    """Say what to install."""


def find_chromium() -> str:
    """Return the path of an installed browser, else of one installed now."""
    found = _installed() or _playwrights_own() or _install()
    if not found:
        raise BrowserMissingError(MISSING)
    return found


def sandbox_arguments() -> list[str]:
    """Chromium refuses its sandbox to root, as in containers."""
    return ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []


def _installed() -> str | None:
    paths = [shutil.which(name) for name in NAMES] + [place for place in PLACES if Path(place).is_file()]
    return next((path for path in paths if path), None)


def _playwrights_own() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _install() -> str | None:
    """Try Playwright's download, then the distribution's package where that is allowed."""
    _run([sys.executable, "-m", "playwright", "install", "chromium"])
    if own := _playwrights_own():
        return own
    if shutil.which("apt-get") and sandbox_arguments():
        _run(["apt-get", "update"])
        _run(["apt-get", "install", "--yes", "--no-install-recommends", "chromium"])
    return _installed()


def _run(command: list[str]) -> None:
    subprocess.run(command, capture_output=True, check=False, timeout=600)
