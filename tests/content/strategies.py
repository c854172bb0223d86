"""Texts as a contributor, a broken editor or an enemy may write them."""

from hypothesis import strategies as st

YAML_PIECES = (
    " ", "\n", "\n  ", ":", ": ", "-", "- ", "\n- ", ",", "[", "]", "{", "}", "'", '"', "#", " #",
    "|", "|-\n", ">+\n", "|#", "?", "? ", "&a ", "*a", "!", "!!str ", "%", "%YAML 1.1\n", "@", "`",
    "~", "\\", "\\x41", "\\ud800", "\t", "---\n", "...\n", "<<: ", "=", ".", "0", "17", "1.5",
    "true", "null", "a", "key: ", "a: b\n", "{a: 1}", "[a, b]", "က", "မြန်မာ", "😀", "\u00a0",
    "\u200b", "\u2028", "\x85", "\r", "\r\n", "\x00", "\x7f", "\ufeff", "\ufffe",
)  # fmt: skip
PAGE_PIECES = (
    "---\n", "title: ", "description: ", '"A"\n', "translation: {of: en, status: draft}\n",
    "about: [aid]\n", "lead: articles/a\n", "figures: [", "\n\n", "## A {#a}\n", "# A\n", "[a](",
    "a.md", "#a", ")", "![", "](", "<", ">", "<b>", "`", "```\n", "*", "**", "_", "[^1]", "[^1]: ",
    "| a | b |\n|---|---|\n", "!!! note\n    ", "> ", "1. ", "    ", "\\", "&amp;", "&#58;",
    "https://a.example/", "javascript:", "mailto:a@b.example", "%00", "../", "//", "===\n", "@",
    "{", "}", "{key}", "{: ", "{{", "--8<--", "[[", "]]", "~~", "==", "$$", "??? ", ":::",
    "```mermaid\n", "<img src=x ", "<!--", "\x02", "\x03", "\u202e", "\x1b[2J",
)  # fmt: skip
ANY_CHARS = st.characters(codec=None, exclude_categories=())


def texts_of(*pieces: str) -> st.SearchStrategy[str]:
    """Pieces put together at random, with a stray character here and there."""
    piece = st.one_of(st.sampled_from(pieces), ANY_CHARS)
    return st.lists(piece, max_size=40).map("".join)


yaml_texts = st.one_of(texts_of(*YAML_PIECES), st.text(ANY_CHARS))
page_texts = st.one_of(
    texts_of(*PAGE_PIECES, *YAML_PIECES),
    st.builds(
        "---\ntitle: A\n{}\ndescription: B\n---\n{}".format,
        texts_of(*YAML_PIECES),
        texts_of(*PAGE_PIECES),
    ),
    st.builds("---\ntitle: A\ndescription: B\n---\n{}".format, texts_of(*PAGE_PIECES)),
)
