"""Turn a record's text into safe HTML or plain text."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from atlas.render.csl_json import TITLE_TAG

SPACES = re.compile(r"\s+")
BREAKS = re.compile(r"[^\S ]|  ")


def title_html(title: str) -> Markup:
    """Return a title with its `<i> <b> <sup> <sub>`, if they nest; all other markup is shown as text."""
    end, parts, open_tags = 0, [], []
    for tag in TITLE_TAG.finditer(title):
        name = tag.group().strip("</>")
        if not tag.group().startswith("</"):
            open_tags.append(name)
        elif not open_tags or open_tags.pop() != name:
            return escape(one_line(title))
        parts += [escape(one_line(title[end : tag.start()])), Markup(tag.group())]
        end = tag.end()
    if open_tags:
        return escape(one_line(title))
    return Markup("").join([*parts, escape(one_line(title[end:]))])


def plain_title(title: str) -> str:
    """Return a title without its tags, for formats that know no markup."""
    return one_line(TITLE_TAG.sub("", title))


def metadata_text(text: str) -> str:
    """Return text for front matter, which themes print without escaping: no angle bracket may be in it."""
    return plain_title(text).replace("<", "‹").replace(">", "›").replace('"', "”")


def one_line(text: str) -> str:
    """Return text with every run of white space as one space."""
    return SPACES.sub(" ", text) if BREAKS.search(text) else text
