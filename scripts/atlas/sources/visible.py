"""Blank out what Markdown does not read as text (code, comments, links), keeping every other place as it is."""

from __future__ import annotations

import re

FENCE = re.compile(r"^[ >]*(`{3,}|~{3,})")
FRONT_MATTER = re.compile(r"\A---\n.*?\n---(?:\n|\Z)", re.DOTALL)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
CODE_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
# Openers of what holds indented text that is not code: list items, admonitions, footnotes, definitions.
CONTAINER = re.compile(r"^ *(?:[-*+] |\d+[.)] |!!! |\?\?\?\+? |=== |\[\^[^\]]+\]:|: )")
# One level of brackets inside the text of a link, one of parentheses inside its address.
LINK = re.compile(
    r"!?\[(?:[^\[\]\\\n]|\\.|\[[^\[\]\n]*\])*\]\((?:[^()\\\n]|\\.|\([^()\n]*\))*\)|<[a-zA-Z/][^<>\n]*>"
)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def hide_code(text: str, *, indented: bool = True) -> str:
    """Blank front matter, comments, fenced and indented code, and code spans."""
    text = FRONT_MATTER.sub(_blank, text)
    text = "\n".join(_hide_code_lines(text.split("\n"), indented))
    return CODE_SPAN.sub(_blank, COMMENT.sub(_blank, text))


def hide_links(text: str) -> str:
    """Blank links, images, tags and addresses in angle brackets."""
    return LINK.sub(_blank, text)


def _hide_code_lines(lines: list[str], indented: bool) -> list[str]:
    shown: list[str] = []
    fence = ""
    containers: list[int] = []
    after_blank, in_code = True, False
    for line in lines:
        mark = FENCE.match(line)
        if fence:
            fence = "" if mark and mark[1].startswith(fence) and not line.strip(" >`~") else fence
            shown.append(" " * len(line))
            continue
        if mark:
            fence = mark[1]
            shown.append(" " * len(line))
            continue
        if not line.strip():
            shown.append(line)
            after_blank = True
            continue
        indent = len(line) - len(line.lstrip(" "))
        while containers and indent < containers[-1]:
            containers.pop()
        base = containers[-1] if containers else 0
        in_code = indented and indent - base >= 4 and (after_blank or in_code)
        if not in_code and CONTAINER.match(line):
            containers.append(base + 4)
        shown.append(" " * len(line) if in_code else line)
        after_blank = False
    return shown
