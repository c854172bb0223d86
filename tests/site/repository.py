"""Small repositories, written file by file: sites that a test may grow, break and build."""

import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]

LANGUAGES = ("en", "my")
STANDING = ("index", "about", "safety", "contribute")

CORRECTIONS = '## Corrections {#corrections}\n\n&lt;a href="x"> Text of the page.'
BODY = "## First {#first}\n\nA short text, 2 million long.\n\n## Second {#second}\n\nMore.\n"


def write_repository(root: Path, works: Iterable[str] = ("a",), topics: Iterable[str] = ()) -> Path:
    """mkdocs.yml and overrides/ as they are, and docs/ with works about "aid". Returns root."""
    root.mkdir(parents=True)
    shutil.copy2(REPOSITORY / "mkdocs.yml", root)
    shutil.copytree(REPOSITORY / "overrides", root / "overrides")
    shutil.copytree(REPOSITORY / "docs/assets", root / "docs/assets")
    write_topics(root, topics)
    for language in LANGUAGES:
        for uri in STANDING:
            front_matter = {"title": f"{uri} {language}", "description": f"On {uri}."}
            write_page(root, language, uri, front_matter, CORRECTIONS)
    for name in works:
        write_original(root, "en", name)
        write_translation(root, "my", name, of="en")
    return root


def write_page(
    root: Path, language: str, uri: str, front_matter: Mapping[str, Any], body: str = BODY
) -> Path:
    """A page of docs/; JSON is YAML too."""
    path = root / "docs" / language / f"{uri}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"{key}: {json.dumps(value)}" for key, value in front_matter.items()]
    path.write_text("\n".join(["---", *lines, "---", body]), encoding="utf-8")
    return path


def write_original(root: Path, language: str, name: str, **front_matter: Any) -> Path:
    """An article that is about "aid" and has one figure, unless `front_matter` says otherwise."""
    figure = {
        "id": "camps",
        "counts": "camps",
        "value": 20,
        "unit": "people",
        "bound": "nearly",
        "attributed_to": "un",
    }
    known = {
        "title": f"Article {name}",
        "description": f"What {name} is about.",
        "published": "2023-11-17",
        "source": {"publisher": "Paper"},
        "rights": {"mode": "summary", "license": "LicenseRef-Unknown"},
        "about": ["aid"],
        "mentions": ["un"],
        "key_points": ["A point."],
        "figures": [figure],
    }
    return write_page(root, language, f"articles/{name}", known | front_matter)


def write_translation(root: Path, language: str, name: str, of: str, **front_matter: Any) -> Path:
    """The same article in another language, as a draft."""
    known = {
        "title": f"{name} ဆောင်းပါး",
        "description": "ဖော်ပြချက်။",
        "translation": {"of": of, "status": "draft"},
    }
    return write_page(root, language, f"articles/{name}", known | front_matter)


def write_topics(root: Path, more: Iterable[str] = ()) -> None:
    """The theme "aid", the organisation "un", and `more` places; "camps" counted in "people"."""
    kinds = {"aid": "theme", "un": "organisation", **dict.fromkeys(more, "place")}
    labels = {id_: {"en": id_.title(), "my": f"{id_} အမည်"} for id_ in kinds}
    vocabulary = {
        "topics": {
            id_: {"kind": kind, "labels": labels[id_], "summaries": labels[id_]}
            for id_, kind in kinds.items()
        },
        "counts": {"camps": {"labels": {"en": "in camps", "my": "စခန်းများတွင်"}, "about": ["aid"]}},
        "units": {"people": {"labels": {"en": {"one": "person", "other": "people"}, "my": "ဦး"}}},
    }
    (root / "docs/topics.yml").write_text(json.dumps(vocabulary), encoding="utf-8")


def read_tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones included."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


RICH = """\
Lead with *em*, **strong**, `code`, a [page](../about.md#corrections), a
[work](w000.md#first), [elsewhere](https://source.example/a?b=1&c=2) and a note.[^1]

## Lists {#lists}

1. one
    * nested
2. two

### Deeper

#### Deepest

> quoted

## Tables {#tables}

| left | right | a heading that is long enough to make the table wide | and another one |
|:-----|------:|:-----:|-----|
| %(word)s | 335,000 | x | y |

!!! warning "Take care"
    Inside.

```
%(word)s %(word)s <b>verbatim</b>
```

## Same as the shell {#source}

### Figures {#figures}

%(word)s

[^1]: The note, with [a link](../safety.md).
"""
LONG_WORD = "https://source.example/" + "no-place-to-break-this-word" * 4


def write_grown_repository(root: Path) -> Path:
    """A site with lists of more than one page, gaps in both languages, and texts of every sort."""
    towns = [f"town{n:02}" for n in range(60)]
    write_repository(root, works=(), topics=towns)
    for n in range(60):
        date = f"202{4 - n // 55}-{12 - n % 12:02}-{28 - n % 28:02}"
        write_original(root, "en", f"w{n:03}", published=date, mentions=["un", towns[n]])
        write_translation(root, "my", f"w{n:03}", of="en", title=f"{'ကခဂလအ'[n % 5]} {n}")
    for name, date in (("year", "2022"), ("about-year", "2022~"), ("month", "2022-05~")):
        write_original(root, "en", name, published=date)
        write_translation(root, "my", name, of="en")
    write_original(root, "en", "only-english", title="Only in English")
    write_original(root, "my", "only-burmese", title="မြန်မာ သီးသန့်", published="2022-01")
    correction = {"date": "2024-05-03", "note": "A number was wrong."}
    source = {"title": "A title", "authors": ["A. B."], "url": "https://source.example/a"}
    page = write_original(
        root, "en", "rich", source=source, corrections=[correction], credit=["Thiri", "Min"]
    )
    text = page.read_text(encoding="utf-8").removesuffix(BODY) + RICH % {"word": LONG_WORD}
    page.write_text(text, encoding="utf-8")
    page = write_translation(root, "my", "rich", of="en", credit=["Thiri"])
    text = page.read_text(encoding="utf-8").removesuffix(BODY) + RICH % {"word": LONG_WORD}
    page.write_text(text, encoding="utf-8")
    return root
