"""Choose the static files of the site, and join its stylesheets and scripts.

All of them stand in a folder named after what they hold: a page, stored or fetched, then finds exactly the styles
and scripts that it was built with, and hosts may tell browsers to keep them for good.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import material  # type: ignore[import-untyped]  # a theme, not a library
from mkdocs.structure.files import File

from atlas.publishing.scripts import MODULES, join_scripts
from atlas.publishing.serve import is_serving
from atlas.sources.yaml_file import read_text

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


@dataclass(frozen=True, slots=True)
class Extras:
    """Name what one page uses beyond the common assets; without suffix, in `css/` and `js/` of the assets."""

    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()


ASSETS = "assets/"
SHARED = (ASSETS, "downloads/")
STYLES = "assets/css/"
SCRIPTS = "assets/js/"
JOINED = frozenset(f"{SCRIPTS}{name}.js" for name in MODULES)
# Published at the site's root, once all pages are there.
WORKER = "assets/js/worker.js"
# The edit loop rebuilds single pages, which must all go on finding the assets.
DRAFT = "draft"
DIGITS = 16
# The theme's remnant comes first and in a layer, so that any rule of ours wins over it.
PARTS = (
    "theme", "tokens", "frame", "text", "blocks", "figures", "plots", "references", "cards", "terms", "both",
    "search", "print",
)  # fmt: skip
# What a single page uses is sent to that page alone: its path in a language, its stylesheets, its scripts.
EXTRAS = {
    "guide/diagnosis-scales": Extras(styles=("self-test",), scripts=("self-test",)),
    "guide/compare-medicines": Extras(styles=("compare",), scripts=("compare",)),
    "guide/compare-therapies": Extras(styles=("compare",), scripts=("compare",)),
    "guide/glossary": Extras(styles=("glossary",), scripts=("glossary",)),
    "guide/mechanism-therapy-map": Extras(styles=("map",), scripts=("map",)),
    "guide/offline": Extras(styles=("offline",), scripts=("offline-page",)),
}
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def leave_out_theme(config: MkDocsConfig) -> None:
    """Take the theme's folder off the list of templates.

    All templates are our own (overrides/), what we use of its stylesheet is in theme.css, and MkDocs would look
    through its 14,000 icons twice for every edit. Its scripts and styles are thereby not published either.
    """
    theme = Path(material.__file__).parent
    config.theme.dirs[:] = [folder for folder in config.theme.dirs if not Path(folder).is_relative_to(theme)]


def choose_files(files: Files, config: MkDocsConfig) -> Files:
    """Publish one stylesheet and one script in place of their parts, and add what both languages share.

    static-i18n gives files outside the language folders to the first language only; without them a Chinese
    page could not show a figure.
    """
    docs = Path(config.docs_dir)
    for file in [file for file in files if file.src_uri.startswith(SHARED)]:
        files.remove(file)
    folder = assets_folder(docs)
    for uri in _shared_uris(docs):
        files.append(_file(config, uri, folder))
    for name, content in _joined(docs).items():
        files.append(File.generated(config, f"{folder}{name}", content=content))
    return files


def _file(config: MkDocsConfig, uri: str, folder: str) -> File:
    """Return a shared file; MkDocs makes links to its source lead to where it is published."""
    published = folder + uri.removeprefix(ASSETS) if uri.startswith(ASSETS) else uri
    return File(uri, config.docs_dir, config.site_dir, config.use_directory_urls, dest_uri=published)


def assets_folder(docs: Path) -> str:
    """Return the published folder of the assets, named after their bytes."""
    return f"{ASSETS}{DRAFT if is_serving() else _fingerprint(docs)}/"


def _fingerprint(docs: Path) -> str:
    texts = {uri: (docs / uri).read_bytes() for uri in _shared_uris(docs) if uri.startswith(ASSETS)}
    texts |= {name: text.encode() for name, text in _joined(docs).items()}
    parts = (f"{name} {hashlib.sha256(text).hexdigest()}" for name, text in sorted(texts.items()))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:DIGITS]


def _joined(docs: Path) -> dict[str, str]:
    """Return the stylesheets and the common script by their names in the published folder."""
    styles = docs / STYLES
    alone = sorted({name for extras in EXTRAS.values() for name in extras.styles})
    return {
        "atlas.css": join_styles(styles),
        **{f"css/{name}.css": page_style(styles, name) for name in alone},
        "js/atlas.js": join_scripts(docs / SCRIPTS),
    }


def extras_of(path: str) -> Extras:
    """Return what the page at `path` (without language and suffix) uses beyond the common assets."""
    return EXTRAS.get(path, Extras())


def _shared_uris(docs: Path) -> list[str]:
    paths = [path for folder in SHARED for path in sorted((docs / folder).rglob("*")) if path.is_file()]
    uris = [path.relative_to(docs).as_posix() for path in paths]
    return [uri for uri in uris if not uri.startswith(STYLES) and uri not in JOINED and uri != WORKER]


def join_styles(folder: Path) -> str:
    """Return the common stylesheets as one, without comments and indentation: one request instead of eight."""
    texts = {name: page_style(folder, name) for name in PARTS}
    texts["theme"] = f"@layer theme{{{texts['theme']}}}"
    return "".join(texts[name] for name in PARTS)


def page_style(folder: Path, name: str) -> str:
    """Return one stylesheet without comments, indentation and empty lines."""
    text = COMMENT.sub("", read_text(folder / f"{name}.css"))
    lines = (line.strip() for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line)
