"""Print the place where a reader saves a language, sees what is kept, and takes it off the device again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.languages import Language
from atlas.render.environment import render_template

if TYPE_CHECKING:
    from markupsafe import Markup

    from atlas.render.view import View

# In the languages themselves: readers look for their own.
NAMES = {Language.EN: "English", Language.ZH: "中文"}
# What its script says as things happen.
SAID = (
    "size", "update-size", "save", "save-again", "update", "working", "done", "saved", "not-saved", "cancelled",
    "removed", "broken", "full", "busy", "unknown-size", "impossible", "read-count", "read-none",
)  # fmt: skip


def render_offline(view: View) -> Markup:
    """Return the controls, hidden until their script knows what the browser can do."""
    languages = [view.language, view.language.twin]
    return render_template("offline", view, languages=languages, names=NAMES, said=SAID)
