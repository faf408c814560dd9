"""Leave what an edit cannot have changed out of the edit loop's builds.

static-i18n looks at every file twice in each of its two builds; with two thousand reference pages that takes longer
than all the rest of an edit.
"""

from __future__ import annotations

from os.path import getmtime  # half the time of a Path, and there are thousands
from typing import TYPE_CHECKING

from atlas.languages import Language

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

FOLDER = "references"
LISTS = ("index.", "by-")


def leave_out_settled(files: Files, config: MkDocsConfig) -> Files:
    """Take reference pages off the list that are built in both languages and older than what was built.

    No Markdown links to them: the addresses that blocks print are made relative after MkDocs is done. A page
    stays if its twin does, since the two name each other.
    """
    pages = {file.src_uri: file for file in files if _is_reference(file)}
    due = {name for file in pages.values() if _is_due(file, config.site_dir) for name in _twins(file)}
    for uri, file in pages.items():
        if uri not in due:
            files.remove(file)
    return files


def _is_reference(file: File) -> bool:
    """Tell whether a file is the page of one reference; their lists are few and are linked to by hand."""
    _, folder, name = (*file.src_uri.split("/", maxsplit=2), "", "")[:3]
    return folder == FOLDER and name.endswith(".md") and not name.startswith(LISTS)


def _twins(file: File) -> list[str]:
    _, _, rest = file.src_uri.partition("/")
    return [f"{language}/{rest}" for language in Language]


def _is_due(file: File, site: str) -> bool:
    """Compare a page with what was built of it."""
    language, _, rest = file.src_uri.partition("/")
    output = f"{site}/{Language(language).prefix}{rest.removesuffix('.md')}/index.html"
    try:
        return getmtime(str(file.abs_src_path)) > getmtime(output)  # noqa: PTH204
    except FileNotFoundError:
        return True
