"""Make the three files of a new topic from the skeleton of its page family.

    new_topic.py therapy lamotrigine --en "Lamotrigine" --zh "拉莫三嗪" --group augmentation

A topic of the page list (docs/data/planned.yaml) needs only its name; its entry leaves that list.
"""

from __future__ import annotations

import argparse
import datetime
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from atlas.languages import Language
from atlas.models.topic import PlannedTopic
from atlas.models.vocabulary import GROUPS_OF_KIND, Kind
from atlas.render.new_page import page_text, record_text
from atlas.sources.library import Library, load_library

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent
LAST = 990


def plan_topic(options: argparse.Namespace, library: Library) -> PlannedTopic:
    """Return the topic's names and place from the page list, changed by what the command says."""
    planned = library.planned.get(options.slug)
    group = options.group or (planned.group if planned else GROUPS_OF_KIND[Kind(options.kind)][0])
    name = {
        "en": options.en or (planned and planned.name.en),
        "zh": options.zh or (planned and planned.name.zh),
    }
    order = planned.order if planned else LAST
    fields = {"slug": options.slug, "kind": options.kind, "group": group, "order": order, "name": name}
    return PlannedTopic.model_validate(fields)


def files_of(topic: PlannedTopic, library: Library, root: Path) -> dict[Path, str]:
    """Return the text of each file to write."""
    page = f"{topic.kind.folder}/{topic.slug}.md"
    pages = {root / "docs" / lang / page: page_text(topic, lang, library.words) for lang in Language}
    return {library.data / "topics" / f"{topic.slug}.yaml": record_text(topic, datetime.date.today()), **pages}


def unplan(slug: str, data: Path) -> None:
    """Take a topic's entry out of the page list; the rest of the file stays as typed."""
    path = data / "planned.yaml"
    text = path.read_text(encoding="utf-8")
    entry = re.compile(rf"^- slug: {re.escape(slug)}\n(?:  .*\n)*", re.MULTILINE)
    path.write_text(entry.sub("", text), encoding="utf-8")


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Write the files; return 1 if one of them exists or the names do not fit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=[kind.value for kind in Kind])
    parser.add_argument("slug", help="the name of the three files, in kebab-case")
    parser.add_argument("--en", help="English name")
    parser.add_argument("--zh", help="Chinese name")
    parser.add_argument("--group", help="shelf of the navigation")
    options = parser.parse_args(arguments)
    library, _ = load_library(root / "docs" / "data")
    try:
        topic = plan_topic(options, library)
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            print(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}", file=sys.stderr)
        return 1
    files = files_of(topic, library, root)
    if existing := [path for path in files if path.exists()]:
        print(*(f"exists already: {path.relative_to(root)}" for path in existing), sep="\n", file=sys.stderr)
        return 1
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(root))
    unplan(topic.slug, library.data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
