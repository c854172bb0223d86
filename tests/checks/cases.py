"""Sites with a fault, each with its complete list of findings.

A case changes files of a sound site in English (the original) and Burmese. That the list
is complete says as much as what is on it: no fault makes findings elsewhere.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from PIL import Image

from tests.content.photographs import encoded, photograph, scene
from tests.content.sites import ORIGINAL, TRANSLATION, configuration, standing_page, topics

EN, MY = "docs/en/articles/a.md", "docs/my/articles/a.md"
ABOUT, HOME = "docs/en/about.md", "docs/en/index.md"
TOPICS = "docs/topics.yml"
SOUND_TOPICS = topics(("en", "my"))
SOUND_CONFIGURATION = configuration(("en", "my"))
THEMED = f"{SOUND_CONFIGURATION}theme: {{name: material, custom_dir: overrides}}\n"
WEBP = encoded(scene((4, 2)), "WEBP")
SECOND = ORIGINAL.replace('title: "A"', 'title: "B"')
Content = str | bytes | Path | None


# A sentence as it is typed in Unicode, and as it was pasted from where it is in Zawgyi.
TYPED = "ရွာသားတွေက ရေတင်ကားကို စောင့်ခဲ့ရသည်။"
PASTED = "ရြာသားေတြက ေရတင္ကားကို ေစာင့္ခဲ့ရသည္။"


@dataclass(frozen=True)
class Case:
    """files: by path; a Path is a symbolic link, None is not there. expected: as `show` says."""

    files: Mapping[str, Content]
    expected: tuple[str, ...]


def page(body: str, title: str = "T") -> str:
    """A standing page; its body starts on line 5."""
    return f'---\ntitle: "{title}"\ndescription: "D."\n---\n{body}\n'


def original(old: str, new: str) -> str:
    """The article with one thing written otherwise."""
    assert old in ORIGINAL
    return ORIGINAL.replace(old, new)


def vocabulary(old: str, new: str) -> str:
    """topics.yml with one thing written otherwise, where it stands first."""
    assert old in SOUND_TOPICS
    return SOUND_TOPICS.replace(old, new, 1)


def home(*lines: str) -> str:
    """The home page with more front matter, from line 4 on."""
    return "\n".join(['---\ntitle: "T"\ndescription: "D."', *lines, "---\nText.\n"])


def png_part(name: bytes, body: bytes) -> bytes:
    """A part of a PNG file."""
    sum_ = zlib.crc32(name + body).to_bytes(4, "big")
    return len(body).to_bytes(4, "big") + name + body + sum_


ENCODING = {
    "encoding-latin-1": Case({ABOUT: b'---\ntitle: "caf\xe9"\n---\n'}, (f"{ABOUT}:2:12 encoding",)),
    "encoding-latin-1-after-burmese": Case(
        {MY: "---\ntitle: 'က\u103c".encode() + b"\xff'\n---\n"}, (f"{MY}:2:11 encoding",)
    ),
    "encoding-utf-16-with-mark": Case(
        {ABOUT: standing_page("about").encode("utf-16")}, (f"{ABOUT}:1:1 encoding",)
    ),
    "encoding-utf-16-without-mark": Case(
        {ABOUT: standing_page("about").encode("utf-16-le")}, (f"{ABOUT}:1:2 encoding",)
    ),
    "encoding-zero-bytes": Case({ABOUT: page("A \0 b \0")}, (f"{ABOUT}:5:3 encoding",)),
    "encoding-after-byte-order-mark": Case(
        {ABOUT: b"\xef\xbb\xbf---\ntitle: \xff\n---\n"}, (f"{ABOUT}:2:8 encoding",)
    ),
    "encoding-byte-order-mark-alone-is-fine": Case(
        {ABOUT: standing_page("about").encode("utf-8-sig")}, ()
    ),
    "encoding-old-line-ends-are-fine": Case(
        {EN: ORIGINAL.replace("\n", "\r\n"), MY: (TRANSLATION % "en").replace("\n", "\r")}, ()
    ),
    "control-character-each-once": Case(
        {ABOUT: page("a \u202e b\n\x1b[2J \u202e \x1b \u2028")},
        (
            f"{ABOUT}:5:3 control-character",
            f"{ABOUT}:6:1 control-character",
            f"{ABOUT}:6:10 control-character",
        ),
    ),
    "control-character-in-front-matter": Case(
        {ABOUT: page("Text.", title="a\u202eb")}, (f"{ABOUT}:2:10 control-character",)
    ),
    "control-character-by-an-escape": Case(
        {ABOUT: page("Text.", title="a\\u202eb")}, (f"{ABOUT}:2:1 front-matter-value",)
    ),
    "file-too-large": Case({ABOUT: page("x" * 1_000_000)}, (f"{ABOUT}:0:0 file-too-large",)),
}

FRONT_MATTER = {
    "front-matter-missing": Case({ABOUT: "Text.\n"}, (f"{ABOUT}:1:1 front-matter-missing",)),
    "front-matter-missing-in-an-empty-file": Case(
        {ABOUT: ""}, (f"{ABOUT}:1:1 front-matter-missing",)
    ),
    "front-matter-missing-above-a-blank-line": Case(
        {ABOUT: "\n" + page("Text.")}, (f"{ABOUT}:1:1 front-matter-missing",)
    ),
    "front-matter-unclosed": Case(
        {ABOUT: '---\ntitle: "T"\n\nText.\n'}, (f"{ABOUT}:1:1 front-matter-unclosed",)
    ),
    "front-matter-too-long": Case(
        {ABOUT: page("Text.", title="x" * 100_001)}, (f"{ABOUT}:2:1 front-matter-too-long",)
    ),
    "front-matter-no-keys": Case(
        {ABOUT: "---\n- title\n---\nText.\n"}, (f"{ABOUT}:2:1 front-matter-no-keys",)
    ),
    "front-matter-missing-key": Case(
        {ABOUT: '---\ntitle: "T"\n---\n'}, (f"{ABOUT}:2:1 front-matter-missing-key",)
    ),
    "front-matter-missing-key-of-an-empty-one": Case(
        {ABOUT: "---\n---\n"},
        (f"{ABOUT}:2:1 front-matter-missing-key", f"{ABOUT}:2:1 front-matter-missing-key"),
    ),
    "front-matter-missing-key-inside": Case(
        {EN: original("{mode: summary, license: LicenseRef-Unknown}", "{mode: summary}")},
        (f"{EN}:6:1 front-matter-missing-key",),
    ),
    "front-matter-missing-key-translation": Case(
        {MY: (TRANSLATION % "en").replace("translation: {of: en, status: draft}\n", "")},
        (f"{MY}:2:1 front-matter-missing-key",),
    ),
    "front-matter-unknown-key": Case(
        {ABOUT: page("Text.").replace("title:", "author: x\ntitle:")},
        (f"{ABOUT}:2:1 front-matter-unknown-key",),
    ),
    "front-matter-unknown-key-for-one-that-is-missing": Case(
        {ABOUT: page("Text.").replace("title:", "titel:")},
        (f"{ABOUT}:2:1 front-matter-unknown-key",),
    ),
    "front-matter-unknown-key-inside": Case(
        {EN: original('publisher: "Paper"', 'publisher: "Paper", editor: x')},
        (f"{EN}:5:30 front-matter-unknown-key",),
    ),
    "front-matter-unknown-key-of-a-home-page-elsewhere": Case(
        {ABOUT: home("lead: articles/a").replace("index", "about")},
        (f"{ABOUT}:4:1 front-matter-unknown-key",),
    ),
    "front-matter-value-every-sort": Case(
        {
            EN: """\
---
title: 5
description: ""
published: "2023-13"
source: {url: "ftp://a.example", sha256: "ABC", authors: one, title: "\u200b"}
rights: {mode: copy, license: [a]}
about: []
mentions: [UN, "a b", 7]
key_points: ["1", "2", "3", "4"]
corrections: [5]
credit: {a: b}
figures:
  - {id: A, counts: camps, value: "20", unit: people, bound: some, attributed_to: un}
  - {id: b, counts: camps, value: -1, unit: people, bound: exact, attributed_to: un, as_of: soon}
  - {id: c, counts: camps, value: true, unit: x, bound: exact, attributed_to: un, supersedes: a}
  - {id: d, counts: camps, value: 1, unit: people, bound: exact, attributed_to: ~}
---
""",
        },
        tuple(
            f"{EN}:{place} front-matter-value"
            for place in (
                "2:1",
                "3:1",
                "4:1",
                "5:10",
                "5:34",
                "5:49",
                "5:63",
                "6:10",
                "6:22",
                "7:1",
                "8:12",
                "8:16",
                "8:23",
                "9:1",
                "10:15",
                "11:1",
                "13:6",
                "13:28",
                "13:55",
                "14:28",
                "14:86",
                "15:28",
                "15:83",
                "16:66",
            )
        ),
    ),
    "front-matter-value-number-beyond-measure": Case(
        {EN: original("value: 20", f"value: {'9' * 5000}")}, (f"{EN}:10:32 front-matter-value",)
    ),
    "front-matter-value-text-too-long": Case(
        {ABOUT: page("Text.", title="x" * 2001)}, (f"{ABOUT}:2:1 front-matter-value",)
    ),
    "front-matter-value-dates-and-words-of-yaml-1.1-are-text": Case(
        {EN: original('"2023-11-17"', "2023-11-17").replace('title: "A"', "title: no")}, ()
    ),
}

YAML = {
    "yaml-malformed-colon": Case(
        {ABOUT: "---\ntitle: A: b\ndescription: x\n---\n"}, (f"{ABOUT}:2:9 yaml-malformed",)
    ),
    "yaml-malformed-quote": Case(
        {ABOUT: '---\ntitle: "A\ndescription: x\n---\n'}, (f"{ABOUT}:2:8 yaml-malformed",)
    ),
    "yaml-malformed-bracket": Case(
        {ABOUT: "---\ntitle: x\ncredit: [a, b\ndescription: x\n---\n"},
        (f"{ABOUT}:4:12 yaml-malformed",),
    ),
    "yaml-malformed-tab": Case(
        {ABOUT: "---\ntitle: x\nsource:\n\ta: b\n---\n"}, (f"{ABOUT}:4:1 yaml-malformed",)
    ),
    "yaml-malformed-depth": Case(
        {ABOUT: f"---\ntitle: {'[' * 8000}\n---\n"}, (f"{ABOUT}:2:27 yaml-malformed",)
    ),
    "yaml-malformed-in-a-page-that-others-need": Case(
        {
            EN: original('title: "A"', 'title: "A'),
            ABOUT: page("[a](articles/a.md#first) [b](../my/articles/a.md#first)"),
            "docs/my/about.md": page("[a](articles/a.md#nowhere) [b](../en/articles/a.md#x)"),
            HOME: home("lead: articles/a", 'figures: ["articles/a#camps", "articles/a#x"]'),
            "docs/en/articles/b.md": SECOND.replace(
                "attributed_to: un}", 'attributed_to: un, supersedes: "articles/a#camps"}'
            ),
        },
        (f"{EN}:3:15 yaml-malformed", "docs/my/about.md:5:5 anchor-missing"),
    ),
    "yaml-duplicate-key": Case(
        {ABOUT: page("Text.").replace("title:", "title: x\ntitle:")},
        (f"{ABOUT}:3:1 yaml-duplicate-key",),
    ),
    "yaml-alias": Case(
        {ABOUT: "---\ntitle: &a x\ndescription: *a\n---\n"}, (f"{ABOUT}:2:8 yaml-alias",)
    ),
    "yaml-alias-meant-as-emphasis": Case(
        {ABOUT: "---\ntitle: *A* b\ndescription: x\n---\n"}, (f"{ABOUT}:2:8 yaml-alias",)
    ),
    "yaml-tag": Case(
        {ABOUT: "---\ntitle: !!python/name:os.system x\n---\n"}, (f"{ABOUT}:2:8 yaml-tag",)
    ),
}

VOCABULARY = {
    "vocabulary-missing": Case({TOPICS: None}, (f"{TOPICS}:0:0 vocabulary-missing",)),
    "vocabulary-malformed": Case(
        {TOPICS: "topics:\n  a: b: c\n", ABOUT: page("[a](topics/x.md)")},
        (f"{TOPICS}:2:7 yaml-malformed",),
    ),
    "vocabulary-not-text": Case({TOPICS: b"\xff"}, (f"{TOPICS}:1:1 encoding",)),
    "vocabulary-empty": Case({TOPICS: ""}, (f"{TOPICS}:1:1 vocabulary-missing",)),
    "vocabulary-one-bad-entry": Case(
        {TOPICS: vocabulary("kind: theme", "kind: thing"), ABOUT: page("[a](topics/aid.md)")},
        (f"{TOPICS}:3:5 front-matter-value",),
    ),
    "vocabulary-bad-entry-of-each-group": Case(
        {
            TOPICS: SOUND_TOPICS.replace("kind: organisation", "kinds: organisation")
            .replace("about: [aid]", "about: aid")
            .replace('  people:\n    labels: {en: "w", my: "w"}', "  people: 5"),
        },
        (
            f"{TOPICS}:7:5 front-matter-unknown-key",
            f"{TOPICS}:13:5 front-matter-value",
            f"{TOPICS}:15:3 front-matter-value",
        ),
    ),
    "vocabulary-bad-id": Case(
        {TOPICS: SOUND_TOPICS.replace("  aid:", "  Aid:"), EN: original("[aid]", "[un]")},
        (
            f"{EN}:7:9 topic-not-theme",
            f"{TOPICS}:2:3 front-matter-value",
            f"{TOPICS}:13:13 topic-unknown",
        ),
    ),
    "vocabulary-forms-of-a-unit": Case(
        {
            TOPICS: SOUND_TOPICS.replace(
                '  people:\n    labels: {en: "w", my: "w"}',
                '  people:\n    labels: {en: {one: "a", other: "b"}, my: {one: "a", others: "b"}}',
            )
        },
        (f"{TOPICS}:16:57 front-matter-unknown-key",),
    ),
    "vocabulary-missing-words": Case(
        {TOPICS: SOUND_TOPICS.replace('labels: {en: "w", my: "w"}', 'labels: {en: "w"}', 2)},
        (f"{TOPICS}:2:3 vocabulary-missing-words", f"{TOPICS}:6:3 vocabulary-missing-words"),
    ),
    "vocabulary-counts-about-a-name": Case(
        {TOPICS: vocabulary("about: [aid]", "about: [aid, un, aids]")},
        (f"{TOPICS}:13:18 topic-not-theme", f"{TOPICS}:13:22 topic-unknown"),
    ),
    "topic-unknown-everywhere": Case(
        {
            EN: original("[aid]", "[aid, nothing]")
            .replace("[un]", "[un, onu]")
            .replace("counts: camps", "counts: camp")
            .replace("unit: people", "unit: peopl")
            .replace("attributed_to: un", "attributed_to: u-n"),
        },
        (
            f"{EN}:7:14 topic-unknown",
            f"{EN}:8:16 topic-unknown",
            f"{EN}:10:17 topic-unknown",
            f"{EN}:10:42 topic-unknown",
            f"{EN}:10:70 topic-unknown",
        ),
    ),
    "topic-not-theme": Case({EN: original("[aid]", "[un]")}, (f"{EN}:7:9 topic-not-theme",)),
    "topic-source-as-speaker-is-fine": Case(
        {EN: original("attributed_to: un", "attributed_to: source")}, ()
    ),
}

REFERENCES = {
    "figure-id-twice": Case(
        {
            EN: original(
                "---\n##",
                "  - {id: camps, counts: camps, value: 3, unit: people, bound: exact, "
                "attributed_to: un}\n---\n##",
            )
        },
        (f"{EN}:11:6 figure-id-twice",),
    ),
    "supersedes-missing": Case(
        {EN: original("attributed_to: un}", 'attributed_to: un, supersedes: "articles/b#camps"}')},
        (f"{EN}:10:91 supersedes-missing",),
    ),
    "supersedes-ring-of-itself": Case(
        {EN: original("attributed_to: un}", 'attributed_to: un, supersedes: "articles/a#camps"}')},
        (f"{EN}:10:91 supersedes-ring",),
    ),
    "supersedes-ring-of-two": Case(
        {
            EN: original(
                "attributed_to: un}", 'attributed_to: un, supersedes: "articles/b#camps"}'
            ),
            "docs/en/articles/b.md": SECOND.replace(
                "attributed_to: un}", 'attributed_to: un, supersedes: "articles/a#camps"}'
            ),
        },
        (f"{EN}:10:91 supersedes-ring", "docs/en/articles/b.md:10:91 supersedes-ring"),
    ),
    "home-reference": Case(
        {HOME: home("lead: articles/b", 'figures: ["articles/a#camps", "articles/a#x"]')},
        (f"{HOME}:4:1 home-reference", f"{HOME}:5:31 home-reference"),
    ),
    "home-reference-in-a-translation": Case(
        {"docs/my/index.md": home("translation: {of: en, status: draft}", "lead: articles/b")},
        ("docs/my/index.md:5:1 home-reference",),
    ),
    "home-reference-of-what-is-there-is-fine": Case(
        {HOME: home("lead: articles/a", 'figures: ["articles/a#camps"]')}, ()
    ),
}

TRANSLATIONS = {
    "translation-undeclared": Case(
        {MY: ORIGINAL, ABOUT: page("[a](articles/a.md#first) [b](../my/articles/a.md#first)")},
        (f"{MY}:1:1 translation-undeclared",),
    ),
    "translation-without-original": Case(
        {EN: None, ABOUT: page("[a](articles/a.md#first) [b](../my/articles/a.md#last)")},
        (f"{ABOUT}:5:30 anchor-missing", f"{MY}:4:15 translation-without-original"),
    ),
    "translation-without-original-in-that-language": Case(
        {MY: TRANSLATION % "my"}, (f"{MY}:4:15 translation-without-original",)
    ),
    "translation-without-original-of-no-language": Case(
        {MY: TRANSLATION % "../../x"}, (f"{MY}:4:15 translation-without-original",)
    ),
    "translation-without-original-of-a-standing-page": Case(
        {"docs/my/about.md": home("translation: {of: fr, status: draft}")},
        ("docs/my/about.md:4:15 translation-without-original",),
    ),
    "translation-section-missing": Case(
        {
            EN: ORIGINAL + "\n## Second {#second}\n\nText.\n\n```\n## Third {#third}\n```\n",
            MY: TRANSLATION % "en" + "\n```\n## {#second}\n```\n",
        },
        (f"{MY}:6:1 translation-section-missing",),
    ),
    "translation-section-by-its-words-is-fine": Case(
        {EN: ORIGINAL + "\n## Two {#two}\n", MY: TRANSLATION % "en" + "\n## Two\n"}, ()
    ),
    "page-missing": Case(
        {"docs/en/legal.md": page("Text.")}, ("docs/my/legal.md:0:0 page-missing",)
    ),
    "page-missing-beside-one-that-can-not-be-read": Case(
        {ABOUT: "Text.", "docs/my/about.md": None},
        (f"{ABOUT}:1:1 front-matter-missing", "docs/my/about.md:0:0 page-missing"),
    ),
    "page-required": Case(
        {ABOUT: None, "docs/my/about.md": None},
        (f"{ABOUT}:0:0 page-required", "docs/my/about.md:0:0 page-required"),
    ),
}

FILES = {
    "symbolic-link-to-a-file-outside": Case(
        {
            "docs/en/articles/b.md": Path("/etc/passwd"),
            ABOUT: page("[b](articles/b.md#root)"),
            "docs/my/articles/b.md": TRANSLATION % "en",
        },
        ("docs/en/articles/b.md:0:0 symbolic-link",),
    ),
    "symbolic-link-to-a-folder": Case(
        {
            "docs/en/more": Path("articles"),
            "docs/assets/more": Path("/etc"),
            ABOUT: page("[a](more/a.md) [b](../assets/more/passwd.txt)"),
        },
        ("docs/assets/more:0:0 symbolic-link", "docs/en/more:0:0 symbolic-link"),
    ),
    "symbolic-link-in-place-of-a-required-page": Case(
        {"docs/my/safety.md": Path("about.md")}, ("docs/my/safety.md:0:0 symbolic-link",)
    ),
    "symbolic-link-to-nothing": Case(
        {"docs/en/articles/b.md": Path("nothing.md")},
        ("docs/en/articles/b.md:0:0 symbolic-link",),
    ),
    "symbolic-link-in-place-of-topics": Case(
        {TOPICS: Path("en/about.md")}, (f"{TOPICS}:0:0 symbolic-link",)
    ),
    "symbolic-link-in-a-ring": Case(
        {"docs/en/more": Path(), "docs/en/loop.md": Path("loop.md")},
        ("docs/en/loop.md:0:0 symbolic-link", "docs/en/more:0:0 symbolic-link"),
    ),
    "language-unknown": Case(
        {
            "docs/fr/about.md": page("[a](nowhere.md)"),
            "docs/fr/Odd Name.md": "x",
            "docs/fr/photo.jpg": "x",
            "docs/stray.md": "x",
            ABOUT: page("[a](../fr/about.md)"),
        },
        ("docs/fr:0:0 language-unknown", "docs/stray.md:0:0 language-unknown"),
    ),
    "file-name": Case(
        {
            "docs/en/articles/Two Million.md": SECOND,
            "docs/en/articles/သတင်း.md": SECOND,
            "docs/en/articles/a_b.md": SECOND,
            "docs/en/articles/a.b.md": SECOND,
            "docs/en/articles/con.md": SECOND,
            "docs/en/articles/-a.md": SECOND,
            f"docs/en/articles/{'a' * 78}.md": SECOND,
            "docs/en/articles/Folder/b.md": SECOND,
            "docs/en/articles/Folder/c.md": SECOND,
            "docs/assets/images/A photo.webp": WEBP,
            "docs/assets/images/Photo_1.webp": WEBP,
        },
        (
            "docs/assets/images/A photo.webp:0:0 file-name",
            "docs/en/articles/-a.md:0:0 file-name",
            "docs/en/articles/Folder:0:0 file-name",
            "docs/en/articles/Two Million.md:0:0 file-name",
            "docs/en/articles/a.b.md:0:0 file-name",
            "docs/en/articles/a_b.md:0:0 file-name",
            f"docs/en/articles/{'a' * 78}.md:0:0 file-name",
            "docs/en/articles/con.md:0:0 file-name",
            "docs/en/articles/သတင်း.md:0:0 file-name",
        ),
    ),
    "page-reserved": Case(
        {
            "docs/en/search.md": page("x"),
            "docs/my/404.md": "x",
            "docs/en/exit.md": "x",
            "docs/en/topics/aid.md": "x",
            "docs/en/topics/other.md": "x",
            "docs/en/archive/2023.md": "x",
            "docs/en/a-z/a.md": "x",
            "docs/en/my/about.md": "x",
            "docs/en/assets/x.md": "x",
            ABOUT: page("[a](search.md) [b](topics/aid.md) [c](topics/index.md)"),
        },
        (
            "docs/en/a-z/a.md:0:0 page-reserved",
            "docs/en/archive/2023.md:0:0 page-reserved",
            "docs/en/assets/x.md:0:0 page-reserved",
            "docs/en/exit.md:0:0 page-reserved",
            "docs/en/my/about.md:0:0 page-reserved",
            "docs/en/search.md:0:0 page-reserved",
            "docs/en/topics/aid.md:0:0 page-reserved",
            "docs/en/topics/other.md:0:0 page-reserved",
            "docs/my/404.md:0:0 page-reserved",
        ),
    ),
    "page-reserved-not-in-a-language-with-a-folder": Case(
        {"docs/my/en/x.md": page("x"), "docs/en/en/x.md": page("x")},
        (),
    ),
    "file-unpublished": Case(
        {
            "docs/en/map.svg": "<svg/>",
            "docs/en/x.html": "<script>",
            "docs/en/x.MD": "x",
            "docs/assets/photo.heic": "x",
            "docs/assets/x.js": "x",
            "docs/notes/a.txt": "x",
            "docs/notes/b.txt": "x",
            "docs/CNAME": "x",
            "docs/LICENSE": "x",
            "docs/.hidden": "x",
            "docs/en/.obsidian/x.md": "x",
            "docs/assets/images/a.webp": WEBP,
            ABOUT: page("[a](map.svg)"),
        },
        (
            "docs/CNAME:0:0 file-unpublished",
            "docs/assets/photo.heic:0:0 file-unpublished",
            "docs/assets/x.js:0:0 file-unpublished",
            "docs/en/map.svg:0:0 file-unpublished",
            "docs/en/x.MD:0:0 file-unpublished",
            "docs/en/x.html:0:0 file-unpublished",
            "docs/notes:0:0 file-unpublished",
        ),
    ),
}

LINKS = {
    "link-missing": Case(
        {
            ABOUT: page(
                "[a](abuot.md) [b](articles/c.md#x)\n\n- [c](../../README.md), `[d](no.md)`\n\n"
                "[e][ref] [f][ref]\n\n[ref]: nowhere.md\n\n![g](about.md) [h](../fr/about.md)"
            )
        },
        (
            f"{ABOUT}:5:5 link-missing",
            f"{ABOUT}:5:19 link-missing",
            f"{ABOUT}:7:7 link-missing",
            f"{ABOUT}:11:8 link-missing",
            f"{ABOUT}:11:8 link-missing",
            f"{ABOUT}:13:6 file-missing",
            f"{ABOUT}:13:20 link-missing",
        ),
    ),
    "link-missing-each-place": Case(
        {ABOUT: page("[a](x.md) and\n[b](x.md) and ![c](x.md)")},
        (f"{ABOUT}:5:5 link-missing", f"{ABOUT}:6:5 link-missing", f"{ABOUT}:6:20 file-missing"),
    ),
    "link-to-what-is-there-is-fine": Case(
        {
            "docs/assets/images/a.webp": WEBP,
            "docs/en/articles/b.md": SECOND,
            ABOUT: page(
                "[a](articles/a.md#first), [b](about.md), [c](#here), [d](../my/articles/a.md), "
                "[e](topics/aid.md), [f](search.md?q=a), [g](<articles/a.md>), [h](a-z/index.md)\n"
                "[i](https://a.example/b?c=d&e=f#g) <https://b.example> <a@b.example>\n"
                "[j](mailto:a@b.example) ![k](../assets/images/a.webp) [l][]\n\n"
                "A note[^1].\n\n[^1]: [m](articles/a.md 'title')\n\n[l]: safety.md\n\n## Here"
            ),
            "docs/my/about.md": page("[a](articles/b.md#first)"),
        },
        (),
    ),
    "link-to-a-folder-or-a-file-that-is-no-page": Case(
        {ABOUT: page("[a](articles/) [b](../topics.yml) [c](../../mkdocs.yml) [d](articles)")},
        tuple(f"{ABOUT}:5:{column} file-missing" for column in (5, 20, 39, 61)),
    ),
    "link-with-a-strange-address": Case(
        {
            ABOUT: page(
                f"[a](%00.md) [b](@x.md) [c]({'x' * 5000}.png) [d]({'../' * 300}e.md) [f]({{x}})"
            )
        },
        (
            f"{ABOUT}:5:5 link-missing",
            f"{ABOUT}:5:17 link-missing",
            f"{ABOUT}:5:28 file-missing",
            f"{ABOUT}:5:5038 link-missing",
            f"{ABOUT}:5:5948 file-missing",
        ),
    ),
    "link-absolute": Case(
        {ABOUT: page("[a](/about.md) ![b](/assets/a.webp)")},
        (f"{ABOUT}:5:5 link-absolute", f"{ABOUT}:5:21 link-absolute"),
    ),
    "link-scheme": Case(
        {
            ABOUT: page(
                "[a](javascript:alert) [b](jAvA&#115;cript:alert) [c](//a.example) "
                "[d](data:text/html,x) [e](file:///etc)"
            )
        },
        tuple(f"{ABOUT}:5:{column} link-scheme" for column in (5, 27, 54, 71, 93)),
    ),
    "link-malformed": Case(
        {ABOUT: page("[a](http://[::1) [b]() [c](articles\\\\a.md)")},
        (
            f"{ABOUT}:5:1 link-malformed",
            f"{ABOUT}:5:5 link-malformed",
            f"{ABOUT}:5:22 link-malformed",
        ),
    ),
    "anchor-missing": Case(
        {
            ABOUT: page("[a](articles/a.md#frist) [b](#nowhere)"),
            "docs/en/articles/b.md": SECOND,
            "docs/my/about.md": page("[a](articles/b.md#frist)"),
        },
        (
            f"{ABOUT}:5:5 anchor-missing",
            f"{ABOUT}:5:30 anchor-missing",
            "docs/my/about.md:5:5 anchor-missing",
        ),
    ),
    "image-faults": Case(
        {
            "docs/assets/a.webp": WEBP,
            ABOUT: page("![a](no.webp) ![b](https://a.example/b.png) ![](../assets/a.webp)"),
        },
        (
            f"{ABOUT}:5:6 file-missing",
            f"{ABOUT}:5:20 image-elsewhere",
            f"{ABOUT}:5:49 image-without-text",
        ),
    ),
}

MARKDOWN = {
    "heading-level": Case(
        {ABOUT: page("# One\n\n#two\n\nThree\n===\n\n```\n# four\n```\n\n## Five\n\n\\# six")},
        tuple(f"{ABOUT}:{line}:1 heading-level" for line in (5, 7, 9)),
    ),
    "heading-id": Case(
        {
            ABOUT: page(
                "## A {#a}\n\n## B {#a}\n\n## C {: #x-c }\n\n### *D* {#fn:d}\n\n"
                "```\n## E {#a}\n```\n\n## ဃ {#ဃ_2} ##"
            )
        },
        tuple(f"{ABOUT}:{place} heading-id" for place in ("7:8", "9:10", "11:11")),
    ),
    "text-costly-brackets": Case(
        {
            ABOUT: page("Text.\n\n" + "[" * 8000),
            "docs/my/about.md": page("[a](../en/about.md#x)"),
        },
        (f"{ABOUT}:7:190 text-costly",),
    ),
    "text-costly-each-sort": Case(
        {
            ABOUT: page("[a](" * 2000),
            "docs/my/about.md": page("[^1] " * 501 + "\n\n[^1]: x"),
            "docs/en/safety.md": page("## a\n\n" * 1001),
            "docs/my/safety.md": page("!!! note\n" * 2000),
            "docs/en/contribute.md": page(
                "1. " * 40 + "\n\n" + "|" * 200 + "\n" + "|-" * 200 + "\n|" * 100
            ),
            "docs/my/contribute.md": page("```a\n" * 3000),
            HOME: page("*a" * 11_000),
            "docs/my/index.md": page("word " * 20_001),
            EN: ORIGINAL + "\n" + " " * 101 + "- deep\n",
            MY: TRANSLATION % "en" + "\n" + "*a " * 302 + "\n",
        },
        (
            "docs/en/about.md:5:788 text-costly",
            "docs/en/articles/a.md:16:1 text-costly",
            "docs/en/contribute.md:5:1 text-costly",
            "docs/en/contribute.md:7:1 text-costly",
            "docs/en/index.md:5:1 text-costly",
            "docs/en/safety.md:2005:1 text-costly",
            "docs/my/about.md:5:2501 text-costly",
            "docs/my/articles/a.md:10:903 text-costly",
            "docs/my/contribute.md:1338:1 text-costly",
            "docs/my/index.md:5:1 text-costly",
            "docs/my/safety.md:671:1 text-costly",
        ),
    ),
}

DIALECTS = {
    "html-raw-where-it-stands": Case(
        {
            ABOUT: page(
                "A <b>c</b> d.\n\n`<i>` and 1 < 2 > 0, <https://a.example/>\n\n"
                "```\n<script>\n```\n\n- <img src=x\n  onerror=alert(1)>\n\n    <code>\n\n"
                "<!-- x -->"
            )
        },
        (
            f"{ABOUT}:5:3 html-raw",
            f"{ABOUT}:5:7 html-raw",
            f"{ABOUT}:13:3 html-raw",
            f"{ABOUT}:16:5 html-raw",
            f"{ABOUT}:18:1 html-raw",
        ),
    ),
    "attribute-list": Case(
        {
            ABOUT: page(
                "## A {#a}\n\nText. {: onclick=alert(1) }\n\n[b](safety.md){ .exit }\n\n"
                "## C {: #c .d }\n\n`{: .e}` {f} {target=_blank}"
            )
        },
        (
            f"{ABOUT}:7:7 attribute-list",
            f"{ABOUT}:9:15 attribute-list",
            f"{ABOUT}:11:10 heading-id",
            f"{ABOUT}:13:14 attribute-list",
        ),
    ),
    "footnote-name": Case(
        {ABOUT: page("a[^<b>] b[^1] c[^ခ-2]\n\n[^<b>]: d\n[^1]: e\n[^ခ-2]: f")},
        (f"{ABOUT}:5:4 footnote-name",),
    ),
    "markup-unknown": Case(
        {
            ABOUT: page(
                '--8<-- ".env"\n\n{% include "x" %} {{ x }}\n\n[[A]]\n\n[TOC]\n\n??? note "x"\n\n'
                '=== "Tab"\n\n::: x\n\n:material-x: ~~a~~ ==b== $$c$$\n\n- [x] done\n\n'
                "```mermaid\ngraph LR\n```\n\n`{{ x }}`\n\nA == b, ~~ and 8<."
            )
        },
        tuple(
            f"{ABOUT}:{place} markup-unknown"
            for place in (
                "5:1", "7:1", "7:19", "9:1", "11:1", "13:1", "15:1", "17:1", "19:1", "19:14",
                "19:20", "19:26", "19:29", "21:3", "23:4",
            )
        ),
    ),
}  # fmt: skip

MAP = "[x](https://maps.example/@16.80528,96.15611,15z)"
SECOND_LOOKS = {
    "personal-data-each-kind": Case(
        {
            ABOUT: page(
                "Call 09 765 432 109.\n\n၀၉-၇၆၅၄၃၂၁၀၉\n\n+95 1 234 5678\n\nTel: 01 234 567\n\n"
                f"12/ကမရ(နိုင်)၁၂၃၄၅၆\n\n12/KaMaYa(N)123456\n\n{MAP}\n\n16°48'19\"N\n\n"
                "47QKA 123 456\n\n7PG9R543+2X\n\nx@y.org and x@y.example"
            )
        },
        tuple(
            f"{ABOUT}:{place} personal-data"
            for place in (
                "5:6", "7:1", "9:1", "11:1", "13:1", "15:1", "17:27", "19:1", "21:1", "23:1",
                "25:1",
            )
        ),
    ),
    "personal-data-is-no-number-of-an-article": Case(
        {
            ABOUT: page(
                "2,300,000 people, 1,976,400 since 1 February 2021, 16.8 and 96.15, 16.80, 96.16, "
                "12/2023, 2023-11-17, 09/11/2023, [a](https://a.example/2023/0912345678.html), "
                "၂၀၂၃ ခုနှစ် နိုဝင်ဘာလ ၁၇ ရက်၊ ၁,၉၇၆,၄၀၀၊ 100,000,000,000 and 0.123 to 0.456"
            )
        },
        (),
    ),
    "personal-data-in-front-matter": Case(
        {EN: original('title: "A"', 'title: "Call 09765432109"')}, (f"{EN}:2:1 personal-data",)
    ),
    "personal-data-that-is-meant": Case(
        {ABOUT: page("၀၉ ၇၆၅ ၄၃၂ ၁၀၉").replace("title:", 'meant: ["09 765 432 109"]\ntitle:')},
        (),
    ),
    "meant-unneeded": Case(
        {ABOUT: page("Text.").replace("title:", 'meant: ["09 765 432 109", "x"]\ntitle:')},
        (f"{ABOUT}:2:9 meant-unneeded", f"{ABOUT}:2:27 meant-unneeded"),
    ),
    "meant-one-and-not-the-other": Case(
        {ABOUT: page("x@y.org z@y.org").replace("title:", 'meant: ["x@y.org"]\ntitle:')},
        (f"{ABOUT}:6:9 personal-data",),
    ),
    "lookalike-word": Case(
        {ABOUT: page("A b\u0430nk, \uff22\uff22C, Москва, 5 kΩ, UNHCR၏")},
        (f"{ABOUT}:5:3 lookalike-word", f"{ABOUT}:5:9 lookalike-word"),
    ),
    "lookalike-host": Case(
        {
            ABOUT: page(
                "[a](https://b\u0430nk.example/x) <https://xn--80ak6aa92e.example/>\n"
                "[b](https://bücher.example) [c](https://မြန်မာ.example)"
            ),
            EN: original('publisher: "Paper"', 'url: "https://xn--80ak6aa92e.example/"'),
        },
        (
            f"{ABOUT}:5:13 lookalike-host",
            f"{ABOUT}:5:13 lookalike-word",
            f"{ABOUT}:5:38 lookalike-host",
            f"{EN}:5:10 lookalike-host",
        ),
    ),
    "hidden-character": Case(
        {
            ABOUT: page(
                "mili\u200btary \u200b \u200e\n\ufe0fက\u200bခ ❤\ufe0f \u06cc\u200c\u062e שלום\u200e"
            ),
            TOPICS: vocabulary('en: "w"', 'en: "w\u2060"'),
        },
        (
            f"{ABOUT}:5:5 hidden-character",
            f"{ABOUT}:5:13 hidden-character",
            f"{ABOUT}:6:1 hidden-character",
            f"{TOPICS}:4:14 hidden-character",
        ),
    ),
    "spelling-slip": Case(
        {
            MY: (TRANSLATION % "en").replace("စာသား။", "၂ဝ၂၄ ယာဥ် ၄င်း သြဂုတ် စျေး ၀န်ကြီး ကိိ"),
            ABOUT: page("၂ဝ၂၄ in a page in English"),
        },
        tuple(
            f"{MY}:8:{column} spelling-slip" for column in (2, 8, 11, 16, 23, 28, 37)
        ),
    ),
}  # fmt: skip

DISGUISES = {
    "link-disguised": Case(
        {
            ABOUT: page(
                "[https://bank.example](https://thief.example)\n"
                "[www.bank.example/x](https://thief.example)\n"
                "[bank.example](safety.md)\n"
                "[the bank](https://bank.example@thief.example)\n"
                "[a@bank.example](mailto:a@thief.example)\n"
                "[see https://bank.example now](https://bank.example.thief.example/)"
            )
        },
        tuple(
            f"{ABOUT}:{place} link-disguised"
            for place in ("5:24", "6:22", "7:16", "8:12", "9:18", "10:32")
        ),
    ),
    "link-that-says-where-it-leads": Case(
        {
            ABOUT: page(
                "[https://bank.example](https://www.bank.example/a) "
                "[bank.example](https://bank.example) [pay.bank.example](https://bank.example) "
                "<a@bank.example> [a.pdf](https://x.example)"
                " [U.S. aid](https://x.example) [a@bank.example](mailto:A@bank.example)"
            )
        },
        (),
    ),
    "image-text-untranslated": Case(
        {
            EN: ORIGINAL + "\n![A road](../../assets/a.webp) ![UN](../../assets/a.webp)\n",
            MY: TRANSLATION % "en"
            + "\n![A road](../../assets/a.webp) ![UN](../../assets/a.webp)\n",
            "docs/assets/a.webp": WEBP,
        },
        (f"{MY}:10:11 image-text-untranslated",),
    ),
}

PHOTO = "docs/assets/images/road.jpg"
NOISE = encoded(Image.frombytes("L", (400, 200), Random(1).randbytes(80_000)), "PNG")
BEYOND_MEASURE = b"\x89PNG\r\n\x1a\n" + png_part(b"IHDR", b"\0\0\x27\x10" * 2 + b"\x08\2\0\0\0")
ASSETS = {
    "picture-metadata": Case(
        {PHOTO: photograph()}, (f"{PHOTO}:0:0 picture-metadata",) * 4
    ),
    "picture-that-is-one": Case(
        {
            PHOTO: encoded(scene((40, 30)), "JPEG"),
            "docs/assets/images/road.png": encoded(scene((40, 30)), "PNG"),
            "docs/assets/images/road.webp": WEBP,
            "docs/assets/fonts/LICENSE.txt": "ဖောင့်\r\n",
        },
        (),
    ),
    "picture-large": Case(
        {"docs/assets/a.png": BEYOND_MEASURE + png_part(b"IDAT", b"") + png_part(b"IEND", b"")},
        ("docs/assets/a.png:0:0 picture-large",),
    ),
    "picture-heavy": Case(
        {"docs/assets/a.png": NOISE}, ("docs/assets/a.png:0:0 picture-heavy",)
    ),
    "file-too-large-for-a-phone": Case(
        {PHOTO: b"x" * 1_000_001}, (f"{PHOTO}:0:0 file-too-large",)
    ),
    "file-type": Case(
        {
            PHOTO: "<html><script>alert(1)</script>",
            "docs/assets/a.webp": encoded(scene((4, 2)), "PNG"),
            "docs/assets/b.png": b"",
            "docs/assets/c.png": WEBP[:20],
            "docs/assets/d.woff2": b"wOFF",
            "docs/assets/e.txt": b"MZ\x90\0",
            "docs/assets/f.txt": "\x1b[2J",
        },
        tuple(
            f"docs/assets/{name}:0:0 file-type"
            for name in (
                "a.webp", "b.png", "c.png", "d.woff2", "e.txt", "f.txt", "images/road.jpg",
            )
        ),
    ),
    "file-clash": Case(
        {
            "docs/assets/images/Road.webp": WEBP,
            "docs/assets/images/road.webp": WEBP,
            "docs/assets/javascripts/notice.txt": "x",
            "mkdocs.yml": THEMED,
            "overrides/assets/javascripts/Notice.txt": "x",
        },
        (
            "docs/assets/images/road.webp:0:0 file-clash",
            "docs/assets/javascripts/notice.txt:0:0 file-clash",
        ),
    ),
    "file-unpublished-page-among-assets": Case(
        {"docs/assets/x.md": page("Text.")}, ("docs/assets/x.md:0:0 file-unpublished",)
    ),
}  # fmt: skip

STRINGS = {
    "strings-missing": Case(
        {"mkdocs.yml": THEMED, "overrides/strings/en.yml": "a: A\n"},
        ("overrides/strings/my.yml:0:0 strings-missing",),
    ),
    "strings-each-fault": Case(
        {
            "mkdocs.yml": THEMED,
            "overrides/strings/en.yml": (
                'a: "{x} A"\nb: B\nc: {one: "{count} c", other: "{count} c"}\nd: [D]\ne: E\n'
            ),
            "overrides/strings/my.yml": 'a: "က"\nc: {one: "{count}"}\nd: [1]\ne: "{"\n"f": ခ\n',
        },
        (
            "overrides/strings/en.yml:0:0 strings-missing-key",
            "overrides/strings/my.yml:0:0 strings-missing-key",
            "overrides/strings/my.yml:1:1 strings-gaps",
            "overrides/strings/my.yml:2:1 strings-value",
            "overrides/strings/my.yml:3:1 strings-value",
            "overrides/strings/my.yml:4:1 strings-value",
        ),
    ),
    "strings-that-can-not-be-read": Case(
        {
            "mkdocs.yml": THEMED,
            "overrides/strings/en.yml": "a: [\n",
            "overrides/strings/my.yml": "- a\n",
        },
        (
            "overrides/strings/en.yml:1:5 yaml-malformed",
            "overrides/strings/my.yml:1:1 strings-missing",
        ),
    ),
    "strings-that-agree": Case(
        {
            "mkdocs.yml": THEMED,
            "overrides/strings/en.yml": 'a: {one: "{count} a", other: "{count} as"}\nb: "{x}{y}"\n',
            "overrides/strings/my.yml": 'a: {other: "က {count}"}\nb: "{y} {x}"\n',
        },
        (),
    ),
}

CONFIGURATION = {
    "configuration-risk": Case(
        {
            "mkdocs.yml": SOUND_CONFIGURATION.replace(
                "site_name: Small",
                "site_name: !ENV [TOKEN, x]\nsite_url: !ENV [SITE_URL, x]\nhooks: [x.py]\n"
                "extra_javascript: [https://a.example/x.js]\nmarkdown_extensions:\n"
                "  - x: {y: !!python/name:os.system }\nsite_dir: ../x\nINHERIT: ../y.yml",
            ).replace("plugins:", "plugins:\n  - exec: {a: 1}\n  - lanpya")
        },
        tuple(
            f"mkdocs.yml:{place} configuration-risk"
            for place in ("1:12", "3:1", "4:1", "5:1", "6:12", "7:11", "8:1", "10:5")
        ),
    ),
    "configuration-risk-that-is-meant": Case(
        {
            "mkdocs.yml": SOUND_CONFIGURATION.replace(
                "site_name: Small", "site_name: Small\nhooks: [x.py]"
            ).replace("extra:", "extra:\n  meant: [hooks]")
        },
        (),
    ),
}

ZAWGYI = {
    "zawgyi": Case(
        {
            MY: TRANSLATION.replace("က", "ေရႊျပည္ေတာ္သစ္").replace("စာသား။", f"{PASTED}\n\n{TYPED}")
            % "en",
            "docs/my/about.md": page(
                f"{TYPED}\n{TYPED} *{PASTED}*\n\n"
                f"{TYPED}\n\n- KNU ([က](about.md)) {PASTED}\n- {PASTED}"
            ),
            ABOUT: page(f"Somebody said: “{PASTED}”"),
            TOPICS: vocabulary('my: "w"', 'my: "ေရႊျပည္ေတာ္သစ္"'),
        },
        (
            f"{ABOUT}:5:17 zawgyi",
            f"docs/my/about.md:6:{len(TYPED) + 3} zawgyi",
            "docs/my/about.md:10:23 zawgyi",
            f"{MY}:2:1 zawgyi",
            f"{MY}:8:1 zawgyi",
            f"{TOPICS}:4:23 zawgyi",
        ),
    ),
    "zawgyi-that-is-meant-or-is-none": Case(
        {
            ABOUT: page(
                f"`{PASTED}` [{TYPED}](https://a.example/ေရႊျပည္ေတာ္သစ္)\n\n"
                f"```\n{PASTED}\n```\n\n{TYPED} ဟုတ္ကဲ့ပါ"
            ),
            "docs/my/about.md": page("ၵူၼ်းမိူင်းတႆး လၢတ်ႈၵႂၢမ်းတႆး။\n\nအရေဝ်ဘာသာမန် နွံပ္ဍဲဍုၚ်ဗၟာ။"),
        },
        (),
    ),
    "zawgyi-short-beside-more-of-it": Case(
        {"docs/my/about.md": page(f"ဟုတ္ကဲ့ပါ သြား\n\n{PASTED}\n\n{TYPED}", title="ဟုတ္ကဲ့ပါ")},
        tuple(f"docs/my/about.md:{place} zawgyi" for place in ("2:1", "5:1", "7:1")),
    ),
}

CASES: Mapping[str, Case] = {
    **ENCODING, **FRONT_MATTER, **YAML, **VOCABULARY, **REFERENCES, **TRANSLATIONS, **FILES,
    **LINKS, **MARKDOWN, **DIALECTS, **SECOND_LOOKS, **DISGUISES, **ASSETS,
    **STRINGS, **CONFIGURATION,
    **ZAWGYI,
}  # fmt: skip
