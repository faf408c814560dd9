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
    reader = _CodeReader(indented)
    return [" " * len(line) if reader.is_code(line) else line for line in lines]


class _CodeReader:
    """Tell of each line, in order, whether it is code: fenced, or indented beyond what holds it."""

    def __init__(self, indented: bool) -> None:
        self._indented = indented
        self._fence = ""
        self._containers: list[int] = []
        self._after_blank, self._in_indented = True, False

    def is_code(self, line: str) -> bool:
        mark = FENCE.match(line)
        if self._fence or mark:
            self._pass_fence(line, mark)
            return True
        if not line.strip():
            self._after_blank = True
            return False
        self._in_indented = self._is_indented(line)
        self._after_blank = False
        return self._in_indented

    def _pass_fence(self, line: str, mark: re.Match[str] | None) -> None:
        """Open a fence, or close the one that is open if this line is nothing but its like."""
        if not self._fence and mark:
            self._fence = mark[1]
        elif mark and mark[1].startswith(self._fence) and not line.strip(" >`~"):
            self._fence = ""

    def _is_indented(self, line: str) -> bool:
        indent = len(line) - len(line.lstrip(" "))
        while self._containers and indent < self._containers[-1]:
            self._containers.pop()
        base = self._containers[-1] if self._containers else 0
        if self._indented and indent - base >= 4 and (self._after_blank or self._in_indented):
            return True
        if CONTAINER.match(line):
            self._containers.append(base + 4)
        return False
