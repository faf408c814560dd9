"""Everything that is generated from `references.yaml`: which files there are, and how each is made."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from atlas.languages import Language
from atlas.problem import Problem, ProblemsFoundError, Severity
from atlas.render.reference_indexes import DOWNLOADS, index_pages
from atlas.render.reference_pages import CitedBy, Speaker, TopicName, Work, make_work, reference_page
from atlas.render.reference_store import Store
from atlas.sources.cache import Cache, digest
from atlas.sources.citing import read_citations
from atlas.sources.names import read_unwritten, read_words
from atlas.sources.output import Output
from atlas.sources.versions import code_version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from atlas.render.entry import Entry
    from atlas.render.reference_store import Rule
    from atlas.sources.citing import Citations

WORDS = ("citations.yaml", "vocabulary.yaml")
# Both pages of a record are made one after the other; a few records are enough to remember.
REMEMBERED_WORKS = 4
UNCITED = CitedBy()


@dataclass(frozen=True)
class Catalogue:
    """Hold what a run makes: the files, the folders that belong to it alone, and warnings.

    `save` when the files have been made, so that the next run need not make again what this one did.
    """

    outputs: list[Output]
    folders: list[Path]
    save: Callable[[], None]
    warnings: list[Problem] = field(default_factory=list)


def plan_catalogue(
    source: Path, out: Path, words_folder: Path, cache_folder: Path, rules: Sequence[Rule] = ()
) -> Catalogue:
    """Return every file that follows from `source`; raise `ProblemsFoundError` with all faults of the source.

    Records of topics stand beside the source, pages under `out`. `rules` judge the references together.
    """
    cache = Cache(cache_folder)
    store = Store(source, cache_folder, rules)
    problems: list[Problem] = []
    version = code_version("models/**/*.py", "sources/*.py")
    words = read_words([words_folder / name for name in WORDS], cache, version, problems)
    if problems:
        raise ProblemsFoundError(problems)
    citations = read_citations(out, source.parent, cache, version)
    topics = _topic_names(source.parent, cache, citations, version)
    speakers = [Speaker(words, language) for language in Language]
    folders = {language: out / language / "references" for language in Language}
    outputs = list(_pages(store, citations, topics, speakers, folders))
    for say in speakers:
        # The lists are quick to make and depend on every record, so their text is their key.
        for name, text in index_pages(store.entries, topics, say):
            outputs.append(_text_output(folders[say.language], name, text))
    outputs += _downloads(store, folders[Language.EN])
    warnings = [
        Problem(problem.position, problem.rule, problem.message, Severity.WARNING) for problem in citations.problems
    ]
    return Catalogue(outputs, list(folders.values()), store.save, warnings)


def _topic_names(data: Path, cache: Cache, citations: Citations, version: str) -> dict[str, TopicName]:
    names = {slug: TopicName(slug, name) for slug, name in read_unwritten(data, cache, version).items()}
    return names | {slug: TopicName(slug, name, path) for slug, (path, name) in citations.topics.items()}


def _pages(
    store: Store,
    citations: Citations,
    topics: dict[str, TopicName],
    speakers: Sequence[Speaker],
    folders: dict[Language, Path],
) -> Iterator[Output]:
    """Yield the pages of every record, both languages of one together, first those that are formatted first."""
    work_of = functools.lru_cache(maxsize=REMEMBERED_WORKS)(lambda entry: _work(store, entry))
    version = code_version("models/**/*.py", "render/*.py", "render/templates/reference.html")
    versions = [digest(version, store.version, say.version) for say in speakers]
    # Described once a topic, and not at all where nobody cites: this loop runs for every record on every run.
    described = {slug: repr(topic) for slug, topic in topics.items()}
    for entry in store.as_they_come:
        own_topics = {slug: topics[slug] for slug in entry.topics if slug in topics}
        topics_key = "".join(described[slug] for slug in own_topics)
        claims = tuple(citations.claims.get(entry.citekey, ()))
        for say, words_version in zip(speakers, versions, strict=True):
            pages = tuple(citations.pages[say.language].get(entry.citekey, ()))
            cited_by = CitedBy(pages, claims) if pages or claims else UNCITED
            citing_key = "" if cited_by is UNCITED else repr(cited_by)
            key = digest(words_version, entry.key, citing_key, topics_key)
            render = functools.partial(_page, store, work_of, entry, cited_by, own_topics, say)
            yield Output(folders[say.language], f"{entry.citekey}.md", key, render)


def _work(store: Store, entry: Entry) -> Work:
    texts = {
        "bibtex": store.text("bibtex", entry),
        "ris": store.text("ris", entry),
        # A CSL-JSON file is a list, of one item too.
        "csl": f"[{store.text('csl', entry)}]\n",
    }
    return make_work(store.reference(entry), texts)


def _page(
    store: Store,
    work_of: Callable[[Entry], Work],
    entry: Entry,
    cited_by: CitedBy,
    topics: dict[str, TopicName],
    say: Speaker,
) -> str:
    return reference_page(work_of(entry), store.text(say.language, entry), cited_by, topics, say)


def _downloads(store: Store, folder: Path) -> Iterator[Output]:
    """Yield the whole library in three formats, in the order of citekeys."""
    entries = sorted(store.entries, key=lambda entry: entry.citekey)
    texts = {
        "library.bib": "\n".join(store.text("bibtex", entry) for entry in entries),
        "library.ris": "".join(store.text("ris", entry) for entry in entries),
        "library.json": "[\n" + ",\n".join(store.text("csl", entry) for entry in entries) + "\n]\n",
    }
    for _, name in DOWNLOADS:
        yield _text_output(folder, name, texts[name])


def _text_output(folder: Path, name: str, text: str) -> Output:
    return Output(folder, name, digest(text), lambda: text)
