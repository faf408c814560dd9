"""Add the files that programs read: headers for hosts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from atlas.publishing.policy import headers_file

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def add_files(files: Files, config: MkDocsConfig) -> Files:
    """Publish what belongs to no language, so that both find it when their links are checked."""
    for uri, text in {"_headers": headers_file()}.items():
        files.append(File.generated(config, uri, content=text))
    return files
