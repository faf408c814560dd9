"""The Jinja environment of the generated parts: everything is escaped, a misspelled name is an error."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

if TYPE_CHECKING:
    from atlas.render.view import View


@cache
def environment() -> Environment:
    """Return the one environment, with its compiled templates."""
    return Environment(
        loader=PackageLoader("atlas.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render_template(name: str, view: View, **values: object) -> Markup:
    """Fill a template; indentation is dropped, since pages are read on phones."""
    html = environment().get_template(f"{name}.html").render(view=view, **values)
    return Markup(re.sub(r"\n\s*", "\n", html).strip())  # the template has escaped what it was given
