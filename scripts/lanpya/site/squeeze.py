"""Style sheets and scripts as they are published: without what only their authors read."""

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from itertools import chain, product
from string import ascii_letters

import tree_sitter_javascript
from rjsmin import jsmin
from tree_sitter import Language, Node, Parser

LINE_END_RE = re.compile(r"\s*\n\s*")
COMMENT_RE = re.compile(r"/\*.*?\*/", re.DOTALL)
# A string, which stays, or blanks that mean nothing, beside a sign or after a colon.
BLANKS_RE = re.compile(r'("[^"]*")|\s*([{};,])\s*|(?<=:)\s+')
# Where a script of ours gives a name: the kind of node, and the field that holds the name.
DECLARATIONS = {
    "variable_declarator": "name",
    "function_declaration": "name",
    "arrow_function": "parameter",
    "catch_clause": "parameter",
}
RESERVED = frozenset({"do", "if", "in", "of", "as", "is"})


def squeeze_css(css: str) -> str:
    """A style sheet without comments and blanks that mean nothing; its order stays."""
    lines = LINE_END_RE.sub(" ", COMMENT_RE.sub("", css)).strip()
    return BLANKS_RE.sub(_keep_signs, lines).replace(";}", "}") + "\n"


def _keep_signs(match: re.Match[str]) -> str:
    return match[1] or match[2] or ""


@cache
def squeeze_script(script: str) -> str:
    """A script without comments and needless white space, its own names as short as can be.

    A comment that begins with /*! stays: a licence asks for it. Raises ValueError if it is no
    JavaScript.
    """
    return shorten_names(jsmin(script, keep_bang_comments=True)) + "\n"


def shorten_names(script: str) -> str:
    """Every name that the script itself gives, the same everywhere in it, as one letter or two.

    Scopes need not be told apart for that. Names of properties stay, and so do names that
    the script only uses: they are the browser's.
    """
    source = script.encode()
    tree = Parser(Language(tree_sitter_javascript.language())).parse(source)
    if tree.root_node.has_error:
        raise ValueError("a script of the theme is no JavaScript")
    nodes = list(_walk(tree.root_node))
    given = set(chain.from_iterable(map(_given_names, nodes)))
    uses = [node for node in nodes if node.type == "identifier"]
    short = _short_names(Counter(node.text for node in uses if node.text), given)
    parts, end = [], 0
    for node in uses:
        if node.text in short:
            parts += [source[end : node.start_byte], short[node.text]]
            end = node.end_byte
    return b"".join([*parts, source[end:]]).decode()


def _walk(node: Node) -> Iterator[Node]:
    """A node and all below it, in the order of the source."""
    yield node
    for child in node.children:
        yield from _walk(child)


def _given_names(node: Node) -> Iterator[bytes]:
    """The names that this node declares."""
    found = [node.child_by_field_name(DECLARATIONS[node.type])] if node.type in DECLARATIONS else []
    if node.type == "formal_parameters":
        found = list(node.children)
    yield from (name.text for name in found if name and name.type == "identifier" and name.text)


def _short_names(counts: Counter[bytes], given: set[bytes]) -> dict[bytes, bytes]:
    """The most used name is the shortest; none is one that the script uses of the browser."""
    taken = {name.decode() for name in counts.keys() - given} | RESERVED
    letters = chain(ascii_letters, map("".join, product(ascii_letters, repeat=2)))
    free = (name for name in letters if name not in taken)
    ordered = sorted(given & counts.keys(), key=lambda name: (-counts[name], name))
    return {name: next(free).encode() for name in ordered}


def sha256_source(text: str) -> str:
    """How a Content-Security-Policy names an inline style that it allows, quotes apart."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
