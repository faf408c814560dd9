"""Show on a page which of its sections are behind their twins."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.utils import get_relative_url

from atlas.languages import Language
from atlas.render.notices import insert_notices, section_notices
from atlas.sources.levels import load_levels, section_states
from atlas.sources.outline import read_outline

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

    from atlas.publishing.edition import Edition


def add_notices(html: str, page: Page, edition: Edition) -> str:
    """Return a page's HTML with its notices; a page whose sections were never level has none."""
    language, path = edition.language, page.file.src_uri.removeprefix(f"{edition.language}/").removesuffix(".md")
    files = {each: edition.docs / each / f"{path}.md" for each in Language}
    levels = load_levels(edition.docs / "data" / "parity", [], only=Path(path).name).get(path)
    if levels is None or not all(file.is_file() for file in files.values()):
        return html
    outlines = {each: read_outline(file.read_text(encoding="utf-8")) for each, file in files.items()}
    states = section_states(levels, outlines[Language.EN], outlines[Language.ZH])
    url = f"{language.twin.prefix}{path.removesuffix('index').removesuffix('/')}"
    twin_url = get_relative_url(f"{url}/" if url else ".", page.url)
    words = edition.library.words
    return insert_notices(html, section_notices(states, language, outlines[language.twin], twin_url, words))
