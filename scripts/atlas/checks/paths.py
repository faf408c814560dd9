"""What was published once stays where it was, or leads to where it has moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.problem import Position, Problem, Severity
from atlas.sources.published import FILE, current_paths, read_published

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.sources.pages import Site


def check_paths(site: Site) -> Iterator[Problem]:
    """Find published addresses that are gone, redirects to nowhere, and how many addresses are not listed yet."""
    published, current = read_published(site.library.data), current_paths(site)
    file = site.library.data / FILE
    # A topic whose record cannot be read just now is not gone; its own problem is reported.
    for entry in published if not site.problems and not site.library.unread else []:
        position = Position(file, entry.line)
        if entry.target is None and entry.path not in current:
            message = f"found no page at {entry.path}, expected it or a redirect: {entry.path} -> NEW-ADDRESS"
            yield Problem(position, "vanished-path", message)
        elif entry.target is not None and entry.target not in current:
            yield Problem(position, "dead-redirect", f"found {entry.target}, expected an address that exists")
        elif entry.target is not None and entry.path in current:
            yield Problem(position, "needless-redirect", f"found a redirect from {entry.path}, which exists")
    missing = current - {entry.path for entry in published}
    if published and missing:
        message = f"found {len(missing)} addresses that are not listed, such as {min(missing)}; run `make paths`"
        yield Problem(Position(file), "unlisted-path", message, Severity.WARNING)
