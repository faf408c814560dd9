"""Choose the static files of the site, and join its stylesheets."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import material  # type: ignore[import-untyped]  # a theme, not a library
from mkdocs.structure.files import File

from atlas.sources.yaml_file import read_text

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

SHARED = ("assets", "downloads")
STYLES = "assets/css/"
STYLESHEET = "assets/atlas.css"
# The theme's remnant comes first and in a layer, so that any rule of ours wins over it.
PARTS = (
    "theme", "tokens", "frame", "text", "blocks", "figures", "plots", "references", "cards", "terms", "both",
    "search", "print",
)  # fmt: skip
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def leave_out_theme(config: MkDocsConfig) -> None:
    """Take the theme's folder off the list of templates.

    All templates are our own (overrides/), what we use of its stylesheet is in theme.css, and MkDocs would look
    through its 14,000 icons twice for every edit. Its scripts and styles are thereby not published either.
    """
    theme = Path(material.__file__).parent
    config.theme.dirs[:] = [folder for folder in config.theme.dirs if not Path(folder).is_relative_to(theme)]


def choose_files(files: Files, config: MkDocsConfig) -> Files:
    """Publish one stylesheet in place of its parts, and add what both languages share.

    static-i18n gives files outside the language folders to the first language only; without them a Chinese
    page could not show a figure.
    """
    docs = Path(config.docs_dir)
    for file in [file for file in files if file.src_uri.startswith(STYLES)]:
        files.remove(file)
    known = set(files.src_uris)
    for uri in _shared_uris(docs):
        if uri not in known:
            files.append(File(uri, config.docs_dir, config.site_dir, config.use_directory_urls))
    files.append(File.generated(config, STYLESHEET, content=join_styles(docs / STYLES)))
    return files


def _shared_uris(docs: Path) -> list[str]:
    paths = [path for folder in SHARED for path in sorted((docs / folder).rglob("*")) if path.is_file()]
    uris = [path.relative_to(docs).as_posix() for path in paths]
    return [uri for uri in uris if not uri.startswith(STYLES)]


def join_styles(folder: Path) -> str:
    """Return the stylesheets as one, without comments and indentation: one request instead of eight."""
    texts = {name: COMMENT.sub("", read_text(folder / f"{name}.css")) for name in PARTS}
    texts["theme"] = f"@layer theme{{{texts['theme']}}}"
    lines = (line.strip() for name in PARTS for line in texts[name].splitlines())
    return "\n".join(line for line in lines if line) + "\n"
