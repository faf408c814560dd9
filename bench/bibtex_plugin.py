"""Time what citations add to a MkDocs build: ours, and mkdocs-bibtex, on the same pages and library."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import venv
from pathlib import Path
from typing import TYPE_CHECKING

import pypandoc  # type: ignore[import-untyped]  # ships no types

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent
STYLE = ROOT / "scripts" / "atlas" / "render" / "styles" / "ama-11.csl"
CITED_ON_A_PAGE = 20
PLUGIN = "mkdocs-bibtex==4.4.0"


def time_added_build(folder: Path, citekeys: Sequence[str], pages: int) -> Iterator[str]:
    """Yield lines on the added time; a library and its exports stand under `folder`."""
    references = folder / "docs" / "en" / "references"
    ours = {"atlas.markdown": {"language": "en", "data": str(folder / "docs/data"), "cache": str(folder / "cache")}}
    plain = _site(folder / "plain", citekeys, pages, "", {})
    cited = _site(folder / "ours", citekeys, pages, "/// bibliography\n///\n", {"markdown_extensions": [ours]})
    base = min(_build(plain, sys.executable) for _ in range(2))
    added = min(_build(cited, sys.executable) for _ in range(2)) - base
    yield f"added to a build of {pages} pages: {added:.1f} s (the build without citations: {base:.1f} s)"
    python = _install_plugin(ROOT / ".cache" / "bench-venv")
    if python is None:
        yield f"mkdocs-bibtex: not measured, {PLUGIN} could not be installed"
        return
    plugin = {
        "bibtex": {"bib_file": str(references / "library.bib"), "csl_file": str(STYLE), "bib_by_default": True}
    }
    theirs = _site(
        folder / "theirs", citekeys, pages, "", {"plugins": [plugin], "markdown_extensions": ["footnotes"]}
    )
    plugin_added = _build(theirs, python) - _build(plain, python)
    yield f"added by mkdocs-bibtex: {plugin_added:.1f} s; ours is {added / plugin_added:.3f} x that"


def _site(folder: Path, citekeys: Sequence[str], pages: int, ending: str, settings: dict[str, object]) -> Path:
    """Write pages that cite by turns, and return the configuration."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    for page in range(pages):
        start = page * CITED_ON_A_PAGE
        keys = [citekeys[number % len(citekeys)] for number in range(start, start + CITED_ON_A_PAGE)]
        text = "\n\n".join(f"Tea is said to calm [@{key}]." for key in keys)
        name = "index.md" if page == 0 else f"page-{page}.md"
        (docs / name).write_text(f"# Page {page}\n\n{text}\n\n{ending}", encoding="utf-8")
    # JSON is YAML.
    config = {"site_name": "Bench", "docs_dir": "docs", "plugins": [], "theme": "mkdocs"} | settings
    path = folder / "mkdocs.yml"
    path.write_text(json.dumps(config), encoding="utf-8")
    return path


def _build(config: Path, python: str) -> float:
    """Build a site and return the seconds; with the plugin's own Python it finds our pandoc."""
    paths = os.pathsep.join([str(Path(pypandoc.get_pandoc_path()).parent), os.environ.get("PATH", "")])
    environment = os.environ | {"PATH": paths, "PYTHONPATH": str(ROOT / "scripts"), "NO_MKDOCS_2_WARNING": "1"}
    command = [python, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config), "--clean"]
    start = time.perf_counter()
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        raise RuntimeError(result.stderr)
    return time.perf_counter() - start


def _install_plugin(folder: Path) -> str | None:
    """Return the Python of a throwaway environment that has the plugin, or `None` if it cannot be had."""
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        venv.create(folder, with_pip=True)
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PLUGIN, "mkdocs<2"]
    done = subprocess.run(command, capture_output=True, check=False)
    return str(python) if done.returncode == 0 else None
