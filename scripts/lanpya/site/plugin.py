"""The mkdocs plugin: mkdocs' events, each handed to the module that does the work.

static-i18n builds one language after the other, the default one first and the others from
within its `on_post_build`; our events run after its own. There is deliberately no logic here.
"""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from lanpya.content.configuration import STRINGS, read_configuration
from lanpya.findings import Finding, SiteError, render_text
from lanpya.model import Language
from lanpya.site.addresses import relative_url, root_url
from lanpya.site.assembly import Assembly, read_and_check, source_uri
from lanpya.site.contents import Content
from lanpya.site.cut_style import STYLE
from lanpya.site.editing import WebEditor, translation_start
from lanpya.site.feeds import (
    alternates,
    canonical,
    feed_url,
    render_feed,
    render_robots,
    render_sitemaps,
)
from lanpya.site.mirrors import MIRRORS, onion_location, render_mirrors
from lanpya.site.offprints import Offprint, render_offprint
from lanpya.site.page import SitePage
from lanpya.site.plan import PlannedPage
from lanpya.site.search_index import render_search_index
from lanpya.site.squeeze import squeeze_css, squeeze_script
from lanpya.site.structured_data import render_structured_data
from lanpya.site.theme import (
    drop_unpublished,
    join_scripts,
    prepare_environment,
    restore_theme,
)

AFTER_I18N = -200
BEARABLE_FINDINGS = "%d to mend that keep no site from being built: lanpya check shows them"
# Not mkdocs' own: what is warned of there stops a strict build.
bearable = logging.getLogger("lanpya.findings")


class FindingsError(BuildError):
    """The pages are not fit to be built. findings: why."""

    def __init__(self, findings: list[Finding], root: Path) -> None:
        super().__init__(
            f"{len(findings)} to mend before the site can be built:\n" + render_text(findings, root)
        )
        self.findings = findings


class LanpyaPlugin(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Lanpya's side of a build by mkdocs."""

    _assembly: Assembly
    _environment: Environment
    _files: Files
    _is_preview = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is the preview, which reloads its pages by an inline script."""
        self._is_preview = command == "serve"

    @event_priority(AFTER_I18N)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and judge docs/ before mkdocs touches anything."""
        if not config.plugins["i18n"].building:  # type: ignore[attr-defined]
            self._assembly = self._assemble(config)
        config.theme.static_templates.clear()
        return config

    @event_priority(AFTER_I18N)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put our pages in place of mkdocs' own, and leave out what nobody needs."""
        theme_dir = self._theme_dir(config)
        drop_unpublished(files, Path(config.docs_dir), theme_dir)
        restore_theme(files, theme_dir, config)
        join_scripts(files)
        for file in list(files):
            if file.is_documentation_page():
                files.remove(file)
            elif file.src_uri.endswith(".css"):
                file.content_string = squeeze_css(file.content_string)
            elif file.src_uri.endswith(".js"):
                file.content_string = squeeze_script(file.content_string)
        for planned in self._assembly.pages[self._language(config)]:
            files.append(self._file(planned, config))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Make templates escape what they print."""
        prepare_environment(env)
        self._environment, self._files = env, files
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the template what it shows."""
        assert isinstance(page, SitePage)
        shown = self._shown(page, config)
        shown["offprint"] = self._offprint(page, shown, config)
        context.update(shown)  # type: ignore[typeddict-item]
        return context

    @event_priority(AFTER_I18N)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Once every language stands: what is about the whole site."""
        if config.plugins["i18n"].building:  # type: ignore[attr-defined]
            return
        assembly = self._assembly
        configuration = assembly.configuration
        addresses = dict.fromkeys((assembly.addresses.site_url, *configuration.mirrors))
        files = {
            "robots.txt": render_robots(assembly.addresses),
            MIRRORS: render_mirrors(addresses, configuration.key, assembly.strings),
        }
        pages = [page for pages in assembly.pages.values() for page in pages]
        files |= render_sitemaps(pages, assembly.addresses)
        for tag, words in assembly.strings.items():
            site_name = assembly.configuration.site_names[tag]
            title = words("feed.title", site=site_name)
            files[feed_url(assembly.addresses, tag)] = render_feed(
                assembly.library,
                assembly.plan.places,
                tag,
                assembly.addresses,
                title,
                site_name,
            )
        files |= render_search_index(assembly.library, assembly.addresses, assembly.contents)
        for url, text in files.items():
            self._write(url, text, config)

    def _assemble(self, config: MkDocsConfig) -> Assembly:
        try:
            configuration = read_configuration(Path(config.config_file_path))
            _, library, findings = read_and_check(configuration)
            if stopping := [finding for finding in findings if finding.stops_build]:
                raise FindingsError(stopping, configuration.root)
            if findings:
                bearable.warning(BEARABLE_FINDINGS, len(findings))
            if not config.site_url:
                raise SiteError("mkdocs.yml has no site_url: feeds and search engines need one.")
            strings_dir = self._theme_dir(config) / STRINGS
            return Assembly(configuration, library, strings_dir, config.site_url)
        except SiteError as error:
            raise BuildError(str(error)) from None

    def _write(self, url: str, text: str, config: MkDocsConfig) -> None:
        path = Path(config.site_dir) / url
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")

    def _offprint(
        self, page: SitePage, shown: dict[str, Any], config: MkDocsConfig
    ) -> Offprint | None:
        """An article's offprint, written already: the page says what it weighs."""
        if page.planned.kind != "article":
            return None
        own = page.file.url
        style = self._files.src_uris[STYLE].content_string

        def read(address: str) -> bytes | None:
            image = self._files.src_uris.get(root_url(address, own))
            return image.content_bytes if image else None

        made = render_offprint(self._environment, shown, own, style, read)
        self._write(made.url, made.html, config)
        return made

    def _theme_dir(self, config: MkDocsConfig) -> Path:
        if config.theme.custom_dir is None:
            raise SiteError("mkdocs.yml has no theme.custom_dir: the templates and strings.")
        return Path(config.theme.custom_dir)

    def _language(self, config: MkDocsConfig) -> str:
        return str(config.plugins["i18n"].current_language)  # type: ignore[attr-defined]

    def _file(self, planned: PlannedPage, config: MkDocsConfig) -> File:
        file = File.generated(
            config, source_uri(planned), content="", inclusion=InclusionLevel.INCLUDED
        )
        file.dest_uri = self._assembly.addresses.url(planned.uri, planned.language)
        renderer = self._assembly.renderers[planned.body_language]
        file.page = SitePage(
            planned, file, config, renderer, self._assembly.urls, self._keep_content
        )
        return file

    def _keep_content(self, planned: PlannedPage, content: Content) -> None:
        self._assembly.contents[planned.uri, planned.body_language] = content

    def _editing(self, planned: PlannedPage, config: MkDocsConfig) -> dict[str, Any]:
        """Where a page's text and its translations can be mended or begun in the browser."""
        if not planned.page:
            return {"edit": None, "translations": []}
        docs_dir = self._assembly.configuration.docs_dir
        editor = WebEditor(config.repo_url or "", config.edit_uri or "", docs_dir.name)
        path = planned.page.path.relative_to(docs_dir).as_posix()
        return {
            "edit": editor.edit_url(path),
            "translations": list(self._missing_translations(planned, editor)),
        }

    def _missing_translations(
        self, planned: PlannedPage, editor: WebEditor
    ) -> Iterator[tuple[Language, str]]:
        """(language, address) for each language that a page has not been translated into."""
        assert planned.page
        original = planned.page.translation
        start = translation_start(original.of if original else planned.page.language)
        for language in self._assembly.library.languages:
            url = editor.new_url(f"{language.tag}/{planned.uri}.md", start)
            if url and language.tag not in planned.languages:
                yield language, url

    def _shown(self, page: SitePage, config: MkDocsConfig) -> dict[str, Any]:
        """What every page's template has."""
        planned, assembly = page.planned, self._assembly
        addresses, language = assembly.addresses, planned.language
        own = addresses.url(planned.uri, language)
        site_name = assembly.configuration.site_names[language]
        return {
            "planned": planned,
            "onion_location": onion_location(assembly.configuration.mirrors, own),
            "is_preview": self._is_preview,
            "has_editions": assembly.configuration.has_editions,
            "words": assembly.strings[language],
            "language": assembly.language(language),
            "languages": assembly.library.languages,
            "content": page.rendered,
            "view": assembly.views[language].view(planned),
            "site_name": site_name,
            "home": addresses.prefix(language),
            "to": lambda url: relative_url(url, own),
            "url_of": lambda uri: addresses.url(uri, language),
            "asset": addresses.root_path
            if planned.kind == "404"
            else lambda url: relative_url(url, own),
            "whole": assembly.renderers[language].keep_whole,
            "switch": {tag: addresses.url(uri, tag) for tag, uri in planned.alternates.items()},
            "canonical": canonical(planned, addresses),
            "alternates": alternates(planned, addresses),
            "feed": feed_url(addresses, language),
            "structured_data": render_structured_data(
                planned, assembly.library, addresses, site_name
            ),
            **self._editing(planned, config),
        }
