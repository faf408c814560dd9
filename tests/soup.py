"""Pick elements out of HTML, and fail plainly if one is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import Tag


def pick(page: Tag, selector: str) -> Tag:
    """Return the first element that a CSS selector matches."""
    found = page.select_one(selector)
    assert found is not None, f"no {selector} in {page}"
    return found


def attribute(page: Tag, selector: str, name: str) -> str:
    """Return an attribute of the first element that a CSS selector matches."""
    return str(pick(page, selector)[name])
