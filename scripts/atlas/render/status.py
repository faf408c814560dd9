"""Write the status page: what is level, what lags, what still waits for a check, each with the link that mends it.

Markdown, not HTML, so that the page is built, searched and switched like any other.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from atlas.languages import Language
from atlas.models.vocabulary import ApprovalStatus
from atlas.sources.citations import scan
from atlas.sources.levels import ORDER, State, section_states

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from atlas.models.topic import Topic
    from atlas.sources.pages import Site

FAMILY = "status"
COLUMNS = (
    ("level", (State.LEVEL,)),
    ("behind-en", (State.EN_BEHIND,)),
    ("behind-zh", (State.ZH_BEHIND,)),
    ("missing", (State.EN_MISSING, State.ZH_MISSING)),
    ("unrecorded", (State.NEW, State.CHANGED)),
)


class StatusPage:
    """Gather and print the state of the site in one language."""

    def __init__(self, site: Site, language: Language, today: datetime.date, repository: str = "") -> None:
        self.site = site
        self.language = language
        self.today = today
        self.repository = repository.rstrip("/")

    def word(self, key: str, *values: object) -> str:
        """Return a word of the page."""
        return self.site.library.words(FAMILY, key, self.language).format(*values)

    def edit(self, file: str, label: str = "edit") -> str:
        """Return the link that edits a file, or its name if the site knows no repository."""
        return f"[{self.word(label)}]({self.repository}/edit/main/{file})" if self.repository else f"`{file}`"

    def render(self) -> str:
        """Return the page as Markdown."""
        head = [
            "---",
            f"title: {self.word('title')}",
            f"description: {self.word('description')}",
            "---",
            "",
            f"# {self.word('title')} {{#status}}",
            "",
            self.word("intro"),
            "",
        ]
        parts = (
            ("topics", self._topics()),
            ("claims-expired", self._bullets(self._expired_claims())),
            ("topics-unreviewed", self._bullets(self._unreviewed())),
            ("safety-unconfirmed", self._bullets(self._unconfirmed())),
            ("references-unverified", self._bullets(self._unverified())),
            ("references-unused", self._bullets(self._unused())),
            ("planned", self._bullets(self._planned())),
        )
        body = [line for key, lines in parts for line in (f"## {self.word(key)} {{#{key}}}", "", *lines, "")]
        return "\n".join([*head, *body])

    def _bullets(self, items: Iterable[str]) -> list[str]:
        lines = [f"- {item}" for item in items]
        return [self.word("count", len(lines)), "", *lines] if lines else [self.word("none")]

    def _topics(self) -> list[str]:
        """Return the table of pairs: how many sections are level, behind, missing."""
        heads = [self.word("topic"), *(self.word(key) for key, _ in COLUMNS)]
        heads += [self.word("edit")] if self.repository else []
        lines = [_row(heads), _row(["---"] * len(heads))]
        for path, english, chinese in self.site.pairs():
            counts: Counter[State] = Counter()
            if english and chinese:
                states = section_states(self.site.levels.get(path), english.outline, chinese.outline)
                counts.update(standing.state for key, standing in states.items() if key != ORDER)
            else:
                present = english or chinese
                gap = State.ZH_MISSING if english else State.EN_MISSING
                counts[gap] = len(present.outline.sections) if present else 0
            cells = [str(sum(counts[state] for state in states) or "") for _, states in COLUMNS]
            links = " · ".join(self.edit(f"docs/{each}/{path}.md", f"edit-{each}") for each in Language)
            lines.append(_row([self._page_link(path), *cells, *([links] if self.repository else [])]))
        return lines

    def _page_link(self, path: str) -> str:
        topic = self.site.library.topics.get(path.rpartition("/")[2])
        page = self.site.pages[self.language].get(path)
        name = topic.label[self.language] if topic else page.title if page else path
        return f"[{_plain(name)}]({path}.md)" if page else _plain(name)

    def _topic_link(self, topic: Topic) -> str:
        return self._page_link(topic.path)

    def _expired_claims(self) -> Iterator[str]:
        for topic in self.site.library.topics.values():
            for claim in topic.claims:
                expires = claim.expires_on or topic.expires_on
                if expires < self.today:
                    statement = _plain(claim.statement[self.language])
                    yield f"{self._topic_link(topic)}: {statement} ({expires.isoformat()}) {self._record(topic)}"

    def _record(self, topic: Topic) -> str:
        return self.edit(f"docs/data/topics/{topic.slug}.yaml")

    def _unreviewed(self) -> Iterator[str]:
        for topic in self.site.library.topics.values():
            if not topic.reviewed_by:
                yield f"{self._topic_link(topic)} {self._record(topic)}"

    def _unconfirmed(self) -> Iterator[str]:
        for topic in self.site.library.topics.values():
            for fact in topic.safety:
                if fact.checked == "not-confirmed":
                    yield f"{self._topic_link(topic)}: {_plain(fact.text[self.language])} {self._record(topic)}"
            for approval in topic.approvals:
                if approval.status is ApprovalStatus.NOT_CONFIRMED:
                    product, use = approval.product[self.language], approval.indication[self.language]
                    what = f"{approval.agency} · {product} · {use}"
                    yield f"{self._topic_link(topic)}: {_plain(what)} {self._record(topic)}"

    def _unverified(self) -> Iterator[str]:
        used = self._used_references()
        for key, reference in self.site.library.references.items():
            if reference.custom.unseen and key in used:
                # Notes on what was seen are for writers, in English only.
                unseen = f'<span lang="en">{_plain(reference.custom.unseen)}</span>'
                yield f"{_reference(key)}: {unseen} {self.edit('docs/data/references.yaml')}"

    def _unused(self) -> Iterator[str]:
        used = self._used_references()
        for key in self.site.library.references:
            if key not in used:
                yield _reference(key)

    def _used_references(self) -> set[str]:
        """Return the keys that some page or record cites."""
        used = {
            cited.key
            for pages in self.site.pages.values()
            for page in pages.values()
            for _, _, cited in scan(page.text)
        }
        for topic in self.site.library.topics.values():
            used |= set(_citekeys(topic.model_dump()))
        return used

    def _planned(self) -> Iterator[str]:
        topics = self.site.library.topics
        yield from (
            _plain(p.name[self.language]) for slug, p in self.site.library.planned.items() if slug not in topics
        )


def _citekeys(value: object) -> Iterator[str]:
    """Return every citekey in a record, wherever it stands."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key == "citekeys":
                yield from item
            elif key in {"source", "citekey"} and isinstance(item, str):
                yield item
            else:
                yield from _citekeys(item)
    elif isinstance(value, list):
        for item in value:
            yield from _citekeys(item)


def _reference(key: str) -> str:
    """Return a link as HTML: the edit loop hides most reference pages from MkDocs, which would not know them."""
    return f'<a href="../references/{key}/">{key}</a>'


def _plain(text: str) -> str:
    """Escape what Markdown or a table cell would read as markup."""
    return "".join(f"\\{character}" if character in "\\`*_{}[]<>#|@" else character for character in text)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
