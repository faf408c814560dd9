"""Hold English text to American spelling and to words that some dictionary knows.

pyspellchecker's word list was taken: bundled, read in under a second, kept up. spylls with its Hunspell dictionary
knows inflections better, but has not been released since 2022 and is slower. Known besides: words of the
glossary, of the records' names, of references' authors and titles, capitalized words within a sentence (names),
what holds a digit or a second capital (abbreviations), and `docs/data/allowed-words.txt`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from spellchecker import SpellChecker

from atlas.languages import Language
from atlas.problem import Problem
from atlas.sources.passages import passages
from atlas.sources.word_list import read_word_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.sources.pages import Site

WORD = re.compile(r"(?<![\w@.'’-])[A-Za-z]+(?:['’][A-Za-z]+)*(?:-[A-Za-z]+)*(?![\w@]|\.[a-z])")
SENTENCE_START = re.compile(r"(?:^|[.!?:;“\"(\x01\x02*|\n][\s\x01\x02*]*)$")
# Endings and letters in which British spelling differs: tried on words that no dictionary knows.
TO_AMERICAN = (
    (r"our", "or"), (r"is(?=e|ing|ation|able)", "iz"), (r"ys(?=e|ing)", "yz"), (r"tre$", "ter"), (r"tres$", "ters"),
    (r"ae", "e"), (r"oe", "e"), (r"ll(?=ed|ing|or|er)", "l"), (r"ogue", "og"), (r"mme", "m"), (r"ence$", "ense"),
    (r"lfil(?=$|ment|s)", "lfill"), (r"ph(?=ur)", "f"),
)  # fmt: skip
# Beginnings with which medicine makes words that no dictionary lists: intraclass, basolateral, heteroreceptor.
PREFIX = re.compile(
    r"(?:anti|auto|baso|bi|bio|cardio|co|cortico|cyto|dorso|electro|endo|extra|fronto|gluco|hemo|hetero|hyper|hypo|infra"
    r"|inter|intra|intero|iso|macro|meta|micro|mid|mono|multi|neo|neuro|non|para|parieto|patho|peri|pharmaco|photo|poly"
    r"|post|pre|pro|pseudo|psycho|re|retro|semi|somato|sub|supra|temporo|trans|un|ventro)(?=[a-z]{4})"
)
# British forms that dictionaries of American English know as well.
ALSO_BRITISH = {
    "ageing": "aging", "amongst": "among", "analogue": "analog", "cancelled": "canceled", "catalogue": "catalog",
    "counsellor": "counselor", "counsellors": "counselors", "counselling": "counseling", "grey": "gray",
    "judgement": "judgment", "judgements": "judgments", "labelled": "labeled", "labelling": "labeling",
    "learnt": "learned", "licence": "license", "modelling": "modeling", "modelled": "modeled",
    "practise": "practice", "practised": "practiced", "practising": "practicing", "programme": "program",
    "programmes": "programs", "sceptical": "skeptical", "titre": "titer", "travelling": "traveling",
    "whilst": "while", "defence": "defense", "offence": "offense", "centre": "center", "centres": "centers",
}  # fmt: skip


@cache
def _dictionary() -> SpellChecker:
    return SpellChecker(language="en", distance=1)


def check_english(site: Site) -> Iterator[Problem]:
    """Find British spellings and unknown words in English pages and in the English texts of records."""
    known = known_words(site)
    right: set[str] = set()  # most words come again and again
    for passage in passages(site, Language.EN):
        for match in WORD.finditer(passage.text):
            for offset, word in _parts(match):
                if word in right:
                    continue
                found = _judge(word, known)
                if found is None:
                    right.add(word)
                elif not (word[0].isupper() and _is_inside_a_sentence(passage.text, match.start())):
                    yield Problem(passage.place(match.start() + offset), *found)


def _is_inside_a_sentence(text: str, start: int) -> bool:
    """Tell whether a capital marks a name rather than the start of a sentence."""
    return SENTENCE_START.search(text[max(0, start - 12) : start] if start > 12 else text[:start]) is None


def _parts(match: re.Match[str]) -> Iterator[tuple[int, str]]:
    """Return the parts of a hyphenated word; letters alone are symbols, a second capital is an abbreviation."""
    for part in re.finditer(r"[^-]+", match.group()):
        word = re.sub(r"['’]s?$", "", part.group())
        if len(word) > 1 and not re.search(r".[A-Z]", word):
            yield part.start(), word


def _judge(word: str, known: frozenset[str]) -> tuple[str, str] | None:
    """Return the rule that a word breaks and what to say."""
    lower = word.lower().replace("’", "'")
    if lower in known:
        return None
    american = ALSO_BRITISH.get(lower)
    if american is None and _is_known(lower, known):
        return None
    if american := american or _americanize(lower, known):
        return "american-spelling", f"found {word!r}, expected {american!r}"
    return "spelling", f"found {word!r}, expected a known word; a right one goes into docs/data/allowed-words.txt"


def _is_known(word: str, known: frozenset[str]) -> bool:
    """Tell whether a dictionary has a word, its Latin singular, or what a usual prefix stands before."""
    forms = {word, re.sub(r"ae$", "a", word), PREFIX.sub("", word, count=1)}
    return any(form in known or form in _dictionary() for form in forms)


def _americanize(word: str, known: frozenset[str]) -> str | None:
    for british, american in TO_AMERICAN:
        candidate = re.sub(british, american, word)
        if candidate != word and (candidate in known or candidate in _dictionary()):
            return candidate
    return None


def _is_british(word: str) -> bool:
    """Tell British spellings, which names and titles hold as well, from medical words."""
    found = _judge(word, frozenset())
    return found is not None and found[0] == "american-spelling"


def known_words(site: Site) -> frozenset[str]:
    """Return the words of the records' names and of the list kept by hand, with plain plurals."""
    library = site.library
    texts = [form for term in library.glossary.values() for form in (term.en, term.abbr or "", *term.alias_en)]
    texts += [form for entity in library.entities.values() for form in (entity.name.en, *entity.aliases)]
    texts += [topic.name.en for topic in library.topics.values()]
    texts += [topic.name.en for topic in library.planned.values()]
    for reference in library.references.values():
        texts.extend(name.label for name in (*reference.author, *reference.editor))
        texts.append(reference.title)
    words = {word.lower() for text in texts for word in re.findall(r"[^\W\d_]+", text)}
    words = {word for word in words if not _is_british(word)}
    words |= read_word_list(library.data / "allowed-words.txt")
    return frozenset(words | {word + "s" for word in words if len(word) > 3})
