"""The steps of a build, one function for each event of `scripts/mkdocs_hooks.py`."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import FileSystemBytecodeCache
from mkdocs.exceptions import PluginError
from mkdocs.utils import get_relative_url

from atlas.languages import Language
from atlas.problem import ProblemsFoundError
from atlas.publishing import assets, generation
from atlas.publishing.edition import Edition, read_library
from atlas.publishing.extension import install_extension
from atlas.publishing.navigation import families, mkdocs_nav
from atlas.publishing.page_view import view_page
from atlas.publishing.paper import crisis_numbers
from atlas.publishing.policy import page_policy
from atlas.publishing.preview import preview_page
from atlas.publishing.serve import is_serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

# The edition being built; this module lives as long as the process, so every build sets it anew.
_current: list[Edition] = []


def edition() -> Edition:
    """Return the edition that is being built."""
    return _current[-1]


def open_edition(config: MkDocsConfig) -> MkDocsConfig:
    """Read the records and set what depends on the language.

    MkDocs calls this once a language on the same config, so everything set here is set anew each time.
    """
    language = _language(config)
    docs = Path(config.docs_dir)
    with _problems_as_build_errors():
        _current[:] = [Edition(read_library(docs / "data"), language, docs)]
    assets.leave_out_theme(config)
    config.site_name = edition().word("site-name")
    config.nav = mkdocs_nav(edition())
    install_extension(config, edition(), cache_folder(config))
    return config


@contextmanager
def _problems_as_build_errors() -> Iterator[None]:
    """Let MkDocs print the problems and stop, without a traceback."""
    try:
        yield
    except ProblemsFoundError as error:
        raise PluginError(f"{len(error.problems)} problems in the content:\n{error}") from error


def generate(config: MkDocsConfig) -> None:
    """Write the generated pages of both languages, once a build."""
    if edition().language is Language.EN:
        with _problems_as_build_errors():
            generation.write_pages(edition().docs, cache_folder(config))
            # Comparing all pairs takes longer than building one page; while serving, once is enough.
            if not (is_serving() and generation.has_status(edition().docs)):
                generation.write_status(edition().docs, config.extra.get("repository") or "")


def _language(config: MkDocsConfig) -> Language:
    """Ask static-i18n, which has not yet chosen when the first language begins."""
    plugin: Any = config.plugins["i18n"]
    return Language(plugin.current_language or Language.EN)


def cache_folder(config: MkDocsConfig) -> Path:
    """Return the folder for what can be made again."""
    return Path(config.config_file_path or ".").resolve().parent / ".cache"


def furnish(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Lend the templates the words and the navigation of the language."""
    # MkDocs makes a new environment for each language and each edit.
    env.bytecode_cache = _compiled(cache_folder(config) / "templates")
    env.globals["word"] = edition().word
    env.globals["language"] = edition().language
    env.globals["languages"] = tuple(Language)
    env.globals["assets"] = assets.assets_folder(edition().docs)
    # The edit loop reloads pages by an inline script of MkDocs's own.
    env.globals["policy"] = "" if is_serving() else page_policy()
    env.globals["say"] = partial(_say, edition())
    env.globals["crisis_numbers"] = crisis_numbers(edition())
    env.globals["navigation"] = _navigation_printer(env, edition())
    return env


def _compiled(folder: Path) -> FileSystemBytecodeCache:
    """Return a store of compiled templates."""
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))


def _say(of: Edition, key: str, language: Language, family: str = "interface") -> str:
    """Return a text of the frame in a given language, for pages that speak both."""
    return of.library.words(family, key, language)


def _navigation_printer(env: Environment, of: Edition) -> Callable[[str, str], str]:
    """Return a function that prints the navigation; equal ones, such as on all reference pages, are kept."""
    shown = families(of)
    template = env.get_template("partials/navigation.html")

    @cache
    def render(root: str, path: str) -> str:
        return template.render(families=shown, root=root, current=path)

    def print_navigation(page_url: str, path: str) -> str:
        known = any(path in family.paths for family in shown)
        family = "references" if path.startswith("references/") and not known else ""
        root = get_relative_url(of.language.prefix or ".", page_url).rstrip("/")
        return render(root, path if known else family)

    return print_navigation


def describe(context: dict[str, Any], page: Page, config: MkDocsConfig) -> dict[str, Any]:
    """Add what the records know of the page to what the template sees."""
    context["view"] = view_page(page, edition(), config)
    context["preview"] = preview_page(page, edition(), context["view"])
    context["path"] = page.file.src_uri.removeprefix(f"{edition().language}/").removesuffix(".md")
    context["extras"] = assets.extras_of(context["path"])
    return context


def describe_template(context: dict[str, Any], config: MkDocsConfig) -> dict[str, Any]:
    """Add what the 404 page and the sitemap print."""
    context["site_url"] = config.site_url or "/"
    context["tags"] = {language.value: language.tag for language in Language}
    return context
