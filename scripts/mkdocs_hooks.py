"""What happens at each step of a MkDocs build; the work itself stands in `atlas.publishing`.

MkDocs runs these once a language, English first, and keeps this module as long as its process lives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

# MkDocs puts this folder on the path only while it loads this module, so everything is imported here.
from mkdocs.plugins import CombinedEvent, event_priority

from atlas.publishing import (
    asides,
    assets,
    build,
    copies,
    html_page,
    links,
    machines,
    notices,
    search,
    serve,
    settled,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page


def on_startup(command: str, dirty: bool) -> None:
    """Say nothing of partial builds, and know whether pages will be reloaded by a script."""
    serve.quieten()
    serve.remember_command(command)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the records, and set the language's name, navigation and Markdown extension."""
    return build.open_edition(config)


def on_pre_build(config: MkDocsConfig) -> None:
    """Write the generated pages, before MkDocs looks for files."""
    build.generate(config)


def _leave_out_settled(files: Files, config: MkDocsConfig) -> Files:
    """Let the edit loop look only at what may have changed."""
    return settled.leave_out_settled(files, config) if serve.is_serving() else files


@event_priority(-200)  # After static-i18n has chosen the files of the language.
def _choose_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out what the theme would ship unused; share figures and data between the languages."""
    chosen = assets.choose_files(files, config)
    published = machines.add_files(chosen, config, build.edition(), build.cache_folder(config))
    return html_page.take_as_html(published, config)


on_files = CombinedEvent(_leave_out_settled, _choose_files)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Lend the templates the words and the navigation."""
    return build.furnish(env, config, files)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Say which sections lag behind their twins, and make the addresses that blocks print relative."""
    html = notices.add_notices(html, page, build.edition())
    return links.relative_links(html, page.url, config.site_url or "/")


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Tell the template what the records know of the page."""
    return build.describe(context, page, config)


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Lend the templates that belong to no page (404, sitemap) what they print."""
    return build.describe_template(context, config)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Keep the page light: what its cards alone show stands beside it."""
    return asides.move_asides(output, page)


def on_post_build(config: MkDocsConfig) -> None:
    """Index the site for search, and finish what readers keep and others copy."""
    search.after_build(config, build.edition(), serve.is_serving())
    copies.after_build(config, build.edition(), serve.is_serving())


def on_build_error(error: Exception) -> None:
    """Keep the reason, so that the edit loop can show it as a page."""
    serve.remember(error)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """Watch what is written by hand, and survive broken files."""
    return serve.prepare(server, config)
