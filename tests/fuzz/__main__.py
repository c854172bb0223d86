"""`make fuzz`: pages and vocabularies made at random, until one breaks something.

Each goes the way of a contributed file: it is read, judged, mended, laid out and sanitised.
Nothing may fail, and nothing live may come out. `python -m tests.fuzz 500000` takes about an
hour on one core; what is found is printed as the smallest file that does it.
"""

import sys
import time
from collections.abc import Callable
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from lanpya.checks.hidden import check_hidden_characters, check_slips
from lanpya.checks.markdown import check_leftovers
from lanpya.checks.rendered import Renderings
from lanpya.checks.second_look import check_second_looks
from lanpya.content.configuration import read_configuration
from lanpya.content.front_matter import read_source_file
from lanpya.content.library import Reading, read_docs
from lanpya.content.passages import page_passages
from lanpya.content.schema import OriginalSchema, StandingSchema, validate
from lanpya.content.tidying import tidy_page, tidy_yaml
from lanpya.content.vocabulary import read_vocabulary
from lanpya.findings import Finding, message_languages, word_finding
from lanpya.model import Language, Page, Vocabulary
from lanpya.site.contents import Renderer
from lanpya.site.sanitiser import sanitise
from tests.content.sites import sound_files, topics, write_files
from tests.content.strategies import PAGE_PIECES, YAML_PIECES, page_texts, texts_of
from tests.site.inert import find_dangers
from tests.site.vectors import BODIES, FRONT_MATTER

SHORT = tuple(body for body in BODIES.values() if len(body) < 200)
HOSTILE_TEXTS = texts_of(*SHORT, *PAGE_PIECES)
PAGES = st.one_of(
    page_texts,
    st.builds(
        '---\ntitle: "{}"\n{}\ndescription: "D"\n---\n{}'.format,
        texts_of(*YAML_PIECES),
        st.one_of(st.just(""), st.sampled_from(sorted(FRONT_MATTER.values()))),
        HOSTILE_TEXTS,
    ),
    HOSTILE_TEXTS.map('---\ntitle: "T"\ndescription: "D"\n---\n'.__add__),
)
SOUND_TOPICS = topics(("en", "my"))
TOPICS = st.one_of(
    texts_of(*YAML_PIECES, "topics:\n", "  aid:\n", "    kind: theme\n", "labels: ", *SHORT),
    st.builds(
        lambda text, at: SOUND_TOPICS[:at] + text + SOUND_TOPICS[at:],
        texts_of(*YAML_PIECES, *SHORT),
        st.integers(0, len(SOUND_TOPICS)),
    ),
)


class Course:
    """The way of a file through the house. seen: how many went it."""

    def __init__(self, folder: Path) -> None:
        write_files(folder, sound_files())
        configuration = read_configuration(folder / "mkdocs.yml")
        self._reading: Reading = read_docs(configuration)
        self._page, self._topics = folder / "page.md", folder / "topics.yml"
        self._renderer = Renderer(Language("en", "eng", "English"), Vocabulary({}, {}, {}), "{}")
        self.seen = 0

    def run_page(self, text: str) -> None:
        """A page: front matter and Markdown."""
        self.seen += 1
        data = text.encode("utf-8", "surrogatepass")
        self._page.write_bytes(data)
        source, findings = read_source_file(self._page, "page.md")
        tidy_page(data, "my")
        if source:
            for schema_type in (StandingSchema, OriginalSchema):
                schema, found = validate(schema_type, source.front_matter, "page.md")
                findings += found
                if schema:
                    assert find_dangers(self._renderer.keep_whole(schema.title)) == []
                    assert find_dangers(escape(schema.description)) == []
            texts = {"page.md": ("my", tuple(page_passages(source)))}
            findings += check_hidden_characters(texts)
            findings += check_slips(texts)
            findings += check_second_looks(self._reading, texts)
            page = Page("page", "en", self._page, "T", "D", source.body, source.body_line)
            findings += check_leftovers(Renderings({"page.md": page}), ["page.md"])
            content = self._renderer.render(source.body, lambda target: target)
            assert find_dangers(content.html) == []
            assert sanitise(content.html) == content.html
        self._say(findings)

    def run_topics(self, text: str) -> None:
        """A vocabulary."""
        self.seen += 1
        data = text.encode("utf-8", "surrogatepass")
        self._topics.write_bytes(data)
        tidy_yaml(data)
        reading, findings = read_vocabulary(self._topics, "topics.yml", ("en", "my"))
        for topic in reading.vocabulary.topics.values():
            for label in topic.labels.values():
                assert find_dangers(self._renderer.keep_whole(label)) == []
        self._say(findings)

    def _say(self, findings: list[Finding]) -> None:
        for finding in findings:
            for language in message_languages():
                word_finding(finding, language)


def run(check: Callable[[str], None], texts: st.SearchStrategy[str], inputs: int) -> None:
    """Put that many texts through a check."""
    given(texts)(
        settings(
            max_examples=inputs,
            deadline=None,
            database=None,
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        )(lambda text: check(text))
    )()


def main() -> None:
    """Pages and vocabularies four to one; the count is the first argument."""
    inputs = int(sys.argv[1]) if sys.argv[1:] else 10_000
    start = time.monotonic()
    with TemporaryDirectory() as folder:
        course = Course(Path(folder))
        run(course.run_topics, TOPICS, inputs // 5)
        run(course.run_page, PAGES, inputs - inputs // 5)
    print(f"{course.seen:,} files in {time.monotonic() - start:,.0f} s: nothing broke")


if __name__ == "__main__":
    main()
