"""Keep of the theme's stylesheet only what the site uses.

The theme sends 22 KB of packed CSS, most of it for parts that the atlas does not have. What is left is committed,
so that nobody needs a tool to build the site; a test holds it to the installed theme.
"""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import material  # type: ignore[import-untyped]  # a theme, not a library

from atlas.sources.yaml_file import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

# Classes that our pages carry and whose rules in the theme we want: the rhythm of the text. The frame of the page,
# tables, admonitions and print are our own (docs/assets/css/).
USED_CLASSES = frozenset({"md-typeset", "footnote", "footnote-ref"})
# Rules that need the theme's script, icons or root size, or that are for parts we draw ourselves.
UNUSED = re.compile(
    r"^(?:html|body|:root)|^(?:aside|button|input)\b|\[|:target|::?-webkit|::?-moz"
    r"|[ >](?:table|t[dhr]|details|summary|h\d code|pre|mark|abbr|dl|dd|small)\b"
    r"|[ >](?:blockquote|figcaption|svg|kbd|video|iframe)\b"
)
CLASS = re.compile(r"\.(-?[a-zA-Z_][\w-]*)")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
STRING = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'")
VARIABLE = re.compile(r"--[\w-]+")


def theme_stylesheet() -> str:
    """Return the installed theme's main stylesheet."""
    folder = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
    return read_text(next(folder.glob("main.*.min.css")))


def purge(css: str) -> str:
    """Return the rules of a stylesheet that can match our pages."""
    return "\n".join(_kept(COMMENT.sub("", css)))


def _kept(css: str) -> Iterator[str]:
    for head, body in _blocks(css):
        if head.startswith(("@media print", "@supports", "@page", "@font-face", "@keyframes")):
            continue
        if head.startswith("@media"):
            inner = "\n".join(_kept(body))
            if inner:
                yield f"{head}{{{inner}}}"
            continue
        selectors = [selector for selector in _split(head) if _is_used(selector)]
        declarations = _used_declarations(body)
        if selectors and declarations:
            yield f"{','.join(selectors)}{{{declarations}}}"


def _blocks(css: str) -> Iterator[tuple[str, str]]:
    """Yield each block's head and body; braces inside strings (the theme's icons) do not count."""
    plain = STRING.sub(lambda match: "_" * len(match.group()), css)
    start = 0
    while (opening := plain.find("{", start)) >= 0:
        head = css[start:opening].rpartition(";")[2].strip()
        depth, end = 1, opening + 1
        while depth:
            depth += {"{": 1, "}": -1}.get(plain[end], 0)
            end += 1
        yield head, css[opening + 1 : end - 1]
        start = end


def _split(head: str) -> list[str]:
    """Split a selector list at its commas, those inside brackets excepted."""
    return re.split(r",(?![^(]*\))", head)


def _is_used(selector: str) -> bool:
    classes = set(CLASS.findall(selector))
    return not UNUSED.search(selector) and classes <= USED_CLASSES


def _used_declarations(body: str) -> str:
    """Drop what would draw the theme's own colors, icons and fonts."""
    declarations = _declarations(body)
    return ";".join(
        text for text in declarations if not VARIABLE.search(text) and not text.startswith(("-webkit-", "-moz-"))
    )


def _declarations(body: str) -> list[str]:
    plain = STRING.sub(lambda match: "_" * len(match.group()), body)
    cuts = [-1, *(index for index, char in enumerate(plain) if char == ";"), len(plain)]
    parts = (body[start + 1 : end].strip() for start, end in pairwise(cuts))
    return [part for part in parts if part]
