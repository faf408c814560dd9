"""The lists of references: all by author, by topic, by year, by design.

Each is one page of short lines under headings with a row of links to them, so that a browser's own search works
over a thousand of them.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from markupsafe import Markup, escape

from atlas.languages import Language
from atlas.models.vocabulary import Design
from atlas.render.entry import BASE, collation_key, is_marked
from atlas.render.environment import environment
from atlas.render.foreign import foreign_tag
from atlas.render.reference_pages import front_matter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from atlas.render.entry import Entry
    from atlas.render.reference_pages import Speaker, TopicName

Key = TypeVar("Key")
DOWNLOADS = (("BibTeX", "library.bib"), ("RIS", "library.ris"), ("CSL-JSON", "library.json"))


@dataclass(frozen=True, slots=True)
class Section:
    """Hold the entries under one heading; `url` leads from the list's page to what the heading names."""

    id: str
    title: str
    entries: list[Entry]
    url: str | None = None


def index_pages(
    entries: Sequence[Entry], topics: Mapping[str, TopicName], say: Speaker
) -> Iterator[tuple[str, str]]:
    """Yield name and Markdown of each list; `entries` are in the order of authors."""
    lines = _lines(entries, say)
    views = {
        "all": ("index", _by_letter(entries, say)),
        "by-topic": ("by-topic", _by_topic(entries, topics, say)),
        "by-year": ("by-year", _by_year(entries)),
        "by-design": ("by-design", _by_design(entries, say)),
    }
    for view, (name, sections) in views.items():
        title = say("references") if view == "all" else say("view-title", view=say(view))
        head = front_matter(title=title, description=say(f"description-{view}"))
        # From the list's own address to the folder of the reference pages.
        base = "" if name == "index" else "../"
        html = (
            environment()
            .get_template("reference_index.html")
            .render(
                say=say,
                view=view,
                title=title,
                views=[(key, views[key][0]) for key in views],
                base=base,
                sections=sections,
                total=_count(len(entries), say),
                downloads=[(kind, _download_url(base, file, say.language)) for kind, file in DOWNLOADS],
                lists={section.id: _list(section.entries, lines, base) for section in sections},
            )
        )
        yield f"{name}.md", f"{head}\n{html}\n"


def _download_url(base: str, file: str, language: Language) -> str:
    """Return where a whole-library file stands; there is one copy, on the English side."""
    return f"{base}{file}" if language is Language.EN else f"{base}../../references/{file}"


def _count(count: int, say: Speaker) -> str:
    return say("count-one" if count == 1 else "count-many", count=f"{count:,}")


def _lines(entries: Sequence[Entry], say: Speaker) -> dict[str, str]:
    """Return each entry's list item in one language; `entry.line` is safe HTML."""
    # Thousands of entries share a few frames.
    frame = functools.cache(functools.partial(_frame, say))
    lines = {}
    for entry in entries:
        before, after = frame(entry.language, entry.status, entry.design)
        lines[entry.citekey] = f"{before}{entry.line}{after}"
    return lines


def _frame(say: Speaker, language: str, status: str, design: str) -> tuple[str, str]:
    """Return what stands before and after an entry's own line."""
    foreign = foreign_tag(language, say.language)
    theirs, ours = (f' lang="{foreign}"', f' lang="{say.language.tag}"') if foreign else ("", "")
    after = f' <span class="design"{ours}>{escape(say.of("design", design))}</span></li>'
    return f"<li{theirs}>{_mark(status, say, ours)}", after


def _mark(status: str, say: Speaker, ours: str) -> str:
    if not is_marked(status):
        return ""
    return f'<strong class="status-{status}"{ours}>{escape(say.of("reference-status", status))}</strong> '


def _list(entries: Iterable[Entry], lines: Mapping[str, str], base: str) -> Markup:
    """Return the list items; the lines are safe HTML, made by `entry`."""
    text = "\n".join(lines[entry.citekey] for entry in entries)
    return Markup(text.replace(f'href="{BASE}', f'href="{base}'))


def _by_letter(entries: Sequence[Entry], say: Speaker) -> list[Section]:
    groups = _group(entries, lambda entry: entry.letter)
    other = groups.pop("#", [])
    sections = [Section(f"letter-{letter.lower()}", letter, group) for letter, group in sorted(groups.items())]
    return [*sections, Section("letter-other", say("other-letters"), other)] if other else sections


def _by_year(entries: Sequence[Entry]) -> list[Section]:
    groups = _group(entries, lambda entry: entry.year)
    return [Section(f"year-{year}", str(year), group) for year, group in sorted(groups.items(), reverse=True)]


def _by_design(entries: Sequence[Entry], say: Speaker) -> list[Section]:
    groups = _group(entries, lambda entry: entry.design)
    designs = [design for design in Design if design in groups]
    return [Section(f"design-{design}", say.of("design", design), groups[design]) for design in designs]


def _group(entries: Iterable[Entry], key_of: Callable[[Entry], Key]) -> dict[Key, list[Entry]]:
    """Return the entries by a key, in their own order within each."""
    groups: dict[Key, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(key_of(entry), []).append(entry)
    return groups


def _by_topic(entries: Sequence[Entry], topics: Mapping[str, TopicName], say: Speaker) -> list[Section]:
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        for slug in entry.topics or ("",):
            groups.setdefault(slug, []).append(entry)
    sections = [_topic_section(slug, group, topics.get(slug), say) for slug, group in groups.items() if slug]
    sections.sort(key=lambda section: (collation_key(section.title), section.id))
    rest = [Section("topic-none", say("no-topic"), groups[""])] if "" in groups else []
    return sections + rest


def _topic_section(slug: str, entries: list[Entry], topic: TopicName | None, say: Speaker) -> Section:
    if topic is None:
        return Section(f"topic-{slug}", slug, entries)
    url = f"../../{topic.path}/" if topic.path else None
    return Section(f"topic-{slug}", topic.name[say.language], entries, url)
