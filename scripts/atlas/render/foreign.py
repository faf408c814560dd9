"""Name the language of Chinese inside English text, so that it is spoken and drawn as Chinese.

The other way round only whole phrases are marked, where they are made: Chinese text is full of Latin names and
abbreviations, which Chinese voices and typefaces know.
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from atlas.languages import Language

HAN_RUN = re.compile(r"[\u3400-\u9fff][\u3400-\u9fff\u3001-\u3011\uff01-\uff5e]*")


def foreign_tag(tag: str, page: Language) -> str:
    """Return a text's language tag; empty if it is the page's own language."""
    return "" if tag[:2] == page.value else tag


def mark_han(text: str, page: Language) -> Markup:
    """Return a text with each run of Chinese marked, unless the page is Chinese."""
    if page is Language.ZH:
        return escape(text)
    parts, end = [], 0
    for match in HAN_RUN.finditer(text):
        parts += [escape(text[end : match.start()]), in_chinese(match.group())]
        end = match.end()
    return Markup("").join([*parts, escape(text[end:])])


def in_chinese(text: str) -> Markup:
    """Return a text marked as Chinese."""
    return Markup('<span lang="{}">{}</span>').format(Language.ZH.tag, text)
