"""Add the atlas's Markdown extension to MkDocs's list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from atlas.markdown.extension import AtlasExtension

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from atlas.publishing.edition import Edition


def install_extension(config: MkDocsConfig, edition: Edition, cache: Path) -> None:
    """Put one instance for the edition's language on the list, in place of the one for the language before.

    MkDocs hands the same list to both languages; two instances would render every block twice.
    """
    listed: list[Any] = config.markdown_extensions
    others = [each for each in listed if not isinstance(each, AtlasExtension)]
    ours = AtlasExtension(
        language=edition.language.value,
        data=str(edition.docs / "data"),
        cache=str(cache),
        site_url=config.site_url or "",
        record_url="{base}api/topics/{slug}.json",
    )
    listed[:] = [*others, ours]
