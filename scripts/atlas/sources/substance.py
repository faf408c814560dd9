"""Read what a block asserts: what it cites, prints, links to, names and counts."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from atlas.sources.blocks import BlockKind
from atlas.sources.citations import CITATION, CLAIM_NUMBER, parse_citation
from atlas.sources.quantities import Quantity, read_quantities

if TYPE_CHECKING:
    from atlas.languages import Language
    from atlas.sources.blocks import Block

CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
LINK = re.compile(r"(?P<image>!?)\[(?P<text>[^\[\]]*)\](?P<target>\((?P<address>[^()\s]*)[^()]*\))")
ATTRIBUTES = re.compile(r"\{:?[ ]*[#.][^{}\n]*\}")
TAG = re.compile(r"</?[A-Za-z][^<>\n]*>|https?://\S+")
FOOTNOTE_MARK = re.compile(r"\[\^[^\]]+\](?!:)")
NOT_A_NAME = (
    r"(?!(?:mid|pre|post|early|late|under|over|phase|stage|level|grade|step|top|age|aged|day|week|year)s?-\d)"
)
NAME = re.compile(
    rf"""
    (?<![A-Za-z0-9.]){NOT_A_NAME}(?:
      # CYP2D6, mGluR2/3
      [A-Za-zα-ωΑ-Ω]+\d[A-Za-z0-9α-ω]*(?:-[A-Za-z0-9]+)*(?:/\d?[A-Za-z0-9]{{1,2}}(?![A-Za-z0-9]))?
      # PHQ-9, DSM-5-TR
      |(?:[A-Za-z*]*[A-ZΑ-Ωα-ω][A-Za-z*]*)(?:-[A-Za-z]+)*-\d+[A-Za-z0-9]*(?:-[A-Z]+)?
      |omega-\d+
      # 5-HT1A, 18F-FDG
      |\d+(?:-(?!Hz)[A-ZΑ-Ωα-ω]|(?!Hz)[A-Z](?![a-z]{{3}}))[A-Za-z0-9α-ω]*(?:[-/][A-Za-z0-9]+)*
    )
    """,
    re.VERBOSE,
)
# Numbers inside words that name a substance in one language only: 5-羟色胺, 白细胞介素-6, interleukin-6.
INSIDE_A_WORD = re.compile(
    rf"(?:5-羟色|(?!\d-羟色)\d+(?:,\d+)*-(?:[羟甲乙丙丁氨氧氟氯苯去]|hydroxy|methoxy|methyl|amino|fluoro|chloro))[A-Za-z]*"
    rf"|(?<=[\u4e00-\u9fff])-\d+(?![\d.])|(?<![A-Za-z]){NOT_A_NAME}[a-z]{{4,}}-\d+(?![\d.])",
    re.IGNORECASE,
)
GREEK = {"alpha": "α", "beta": "β", "gamma": "γ", "omega": "ω"}


@dataclass(frozen=True, slots=True)
class Mention:
    """Hold one thing that a block mentions, by its normal form, and where in the block."""

    key: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Substance:
    """Hold what a block asserts, each kind in the order of the text."""

    citations: tuple[Mention, ...]
    claims: tuple[Mention, ...]
    links: tuple[Mention, ...]
    names: tuple[Mention, ...]
    quantities: tuple[Quantity, ...]


def read_substance(block: Block, language: Language, path: str) -> Substance:
    """Return what a block of the page at `path` asserts; code and generated parts assert nothing of their own."""
    if block.kind in {BlockKind.CODE, BlockKind.GENERATED}:
        return Substance((), (), (), (), ())
    text = _blank(COMMENT, _blank(CODE, block.text))
    citations = tuple(_citations(text))
    text = _blank(CITATION, text)
    claims = tuple(_mention(match, match.group()[7:-1]) for match in CLAIM_NUMBER.finditer(text))
    text = _blank(CLAIM_NUMBER, text)
    links = tuple(_links(text, path))
    text = LINK.sub(_link_text, text)
    for pattern in (ATTRIBUTES, FOOTNOTE_MARK, TAG):
        text = _blank(pattern, text)
    names = tuple(_mention(match, _normal_name(match.group())) for match in NAME.finditer(text))
    text = _blank(INSIDE_A_WORD, _blank(NAME, text))
    return Substance(citations, claims, links, names, tuple(read_quantities(text, language)))


def _link_text(match: re.Match[str]) -> str:
    """Return a link as its text alone, at the same place and as wide as the link."""
    lead = match.start("text") - match.start()
    return "\x01" * lead + match["text"] + "\x01" * (match.end() - match.end("text"))


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: re.sub(r"[^\n]", "\x01", match.group()), text)


def _mention(match: re.Match[str], key: str) -> Mention:
    return Mention(key, match.group(), match.start())


def _citations(text: str) -> list[Mention]:
    found = []
    for match in CITATION.finditer(text):
        for cited in parse_citation(match.group(1)):
            start = match.start() + match.group().find("@" + cited.key)
            found.append(Mention(cited.key, f"@{cited.key}", start))
    return found


def _links(text: str, path: str) -> list[Mention]:
    """Return the links to pages of the atlas as paths without language or ending."""
    found = []
    for match in LINK.finditer(text):
        address, _, anchor = match["address"].partition("#")
        if match["image"] or ":" in address or not (address.endswith(".md") or (anchor and not address)):
            continue
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), address)) if address else path
        key = target.removesuffix(".md") + (f"#{anchor}" if anchor else "")
        found.append(Mention(key, match.group(), match.start()))
    return found


def _normal_name(text: str) -> str:
    for word, letter in GREEK.items():
        text = re.sub(word, letter, text, flags=re.IGNORECASE)
    return text.replace("–", "-").upper()
