"""What the site itself says, per language: overrides/strings/<tag>.yml."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from lanpya.findings import SiteError
from lanpya.text.numerals import format_number, localise_digits


@dataclass(frozen=True)
class Strings:
    """The words of one language: text, forms by number (`one`, `other`), or a list of texts."""

    tag: str
    words: Mapping[str, str | list[str] | Mapping[str, str]]

    def __call__(self, key: str, count: float | None = None, **values: str) -> str:
        """Words by key, placeholders filled; `count` chooses the form and fills {count}."""
        words = self.words[key]
        text = words if isinstance(words, str) else self.form(key, count)
        if count is not None:
            values["count"] = self.number(count)
        return text.format_map(values) if values else text

    def form(self, key: str, count: float | None) -> str:
        """The form that goes with a number, its placeholders as they are."""
        forms = self.words[key]
        assert isinstance(forms, Mapping), key
        return forms["one" if count == 1 and "one" in forms else "other"]

    def items(self, key: str) -> list[str]:
        """A list of texts."""
        texts = self.words[key]
        assert isinstance(texts, list), key
        return texts

    def number(self, value: float) -> str:
        """A number in this language's digits."""
        return format_number(value, self.tag)

    @property
    def digits(self) -> str:
        """This language's 0 to 9."""
        return localise_digits("0123456789", self.tag)


def read_strings(folder: Path, languages: tuple[str, ...]) -> dict[str, Strings]:
    """The strings of every language. Raises SiteError for a file or key that is missing."""
    read = {language: _read(folder / f"{language}.yml", language) for language in languages}
    every_key = {key for strings in read.values() for key in strings.words}
    for language, strings in read.items():
        missing = sorted(every_key - strings.words.keys())
        if missing:
            raise SiteError(f"{folder / f'{language}.yml'} lacks {', '.join(missing)}.")
    return read


def _read(path: Path, language: str) -> Strings:
    try:
        words = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SiteError(
            f"{path} is missing: it holds what the site says in that language."
        ) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SiteError(f"{path} can not be read: {error}") from None
    return Strings(language, words)
