"""What the front matter and topics.yml may hold; pydantic at the border, dataclasses inside.

Unknown keys and wrong types are findings. There is deliberately no coercion: a number
where text belongs is a mistake that somebody should see.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    ValidationError,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from lanpya.content.source_text import UNWANTED_RE
from lanpya.content.suggestions import near_value, nearest
from lanpya.content.yaml_source import KeyPath, YamlSource
from lanpya.findings import Finding, Phrase
from lanpya.model import Bound, RightsMode, TopicKind, TranslationStatus
from lanpya.text.dates import parse_edtf

ID_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
WORK_REFERENCE_PATTERN = r"^articles/[^\s#]+$"
FIGURE_REFERENCE_PATTERN = r"^articles/[^\s#]+#[a-z0-9-]+$"
SHA256_PATTERN = r"^[0-9a-f]{64}$"
URL_RE = re.compile(r"https?://[^\s<>\"']+")
FORMS_TAG, TEXT_TAG = "[forms]", "[text]"


def _one_line(value: str) -> str:
    """A text on one line. Escapes in quotes could bring in what no file may hold as it is."""
    if UNWANTED_RE.search(value):
        raise PydanticCustomError("characters", "control characters")
    line = " ".join(value.split())
    if not any(char.isalnum() for char in line):
        raise PydanticCustomError("blank", "no letter and no digit")
    return line


def _edtf(value: str) -> str:
    try:
        parse_edtf(value)
    except ValueError:
        raise PydanticCustomError("edtf", "no date") from None
    return value


def _url(value: str) -> str:
    if not URL_RE.fullmatch(value):
        raise PydanticCustomError("url", "no address")
    return value


Text = Annotated[str, StringConstraints(max_length=2000), AfterValidator(_one_line)]
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80)]
Edtf = Annotated[str, AfterValidator(_edtf)]
Url = Annotated[str, StringConstraints(max_length=2000), AfterValidator(_url)]
WorkReference = Annotated[str, StringConstraints(pattern=WORK_REFERENCE_PATTERN)]
FigureReference = Annotated[str, StringConstraints(pattern=FIGURE_REFERENCE_PATTERN)]
Sha256 = Annotated[str, StringConstraints(pattern=SHA256_PATTERN)]


class Strict(BaseModel):
    """No unknown keys, no coercion."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class SourceSchema(Strict):
    """`source:`; what the source does not say is left out."""

    title: Text | None = None
    publisher: Text | None = None
    agency: Text | None = None
    via: Text | None = None
    authors: Annotated[list[Text], Field(max_length=50)] = []
    url: Url | None = None
    sha256: Sha256 | None = None


class RightsSchema(Strict):
    """`rights:`"""

    mode: Annotated[RightsMode, Field(strict=False)]
    license: Text
    holder: Text | None = None


class FigureSchema(Strict):
    """An item of `figures:`"""

    id: Id
    counts: Id
    value: Annotated[float, Field(ge=0, allow_inf_nan=False)]
    unit: Id
    bound: Annotated[Bound, Field(strict=False)]
    as_of: Edtf | None = None
    attributed_to: Id
    supersedes: FigureReference | None = None


class CorrectionSchema(Strict):
    """An item of `corrections:`"""

    date: Edtf
    note: Text


class TranslationSchema(Strict):
    """`translation:`"""

    of: Text
    status: Annotated[TranslationStatus, Field(strict=False)]
    sections: dict[Text, Text] = {}


class PageSchema(Strict):
    """What every page has: the words of one language."""

    title: Text
    description: Text
    credit: Annotated[list[Text], Field(max_length=50)] = []
    # Passages that the checker would have somebody look at again, and that somebody has.
    meant: Annotated[list[Text], Field(max_length=50)] = []
    corrections: Annotated[list[CorrectionSchema], Field(max_length=50)] = []


class StandingSchema(PageSchema):
    """A page that is no article: about, safety, contribute."""

    translation: TranslationSchema | None = None


class HomeSchema(StandingSchema):
    """The home page. lead, figures: what it leads with."""

    lead: WorkReference | None = None
    figures: Annotated[list[FigureReference], Field(max_length=3)] = []


class OriginalSchema(PageSchema):
    """An article in the language that it was first written in."""

    key_points: Annotated[list[Text], Field(max_length=3)] = []
    published: Edtf
    source: SourceSchema
    rights: RightsSchema
    about: Annotated[list[Id], Field(min_length=1, max_length=5)]
    mentions: Annotated[list[Id], Field(max_length=100)] = []
    figures: Annotated[list[FigureSchema], Field(max_length=100)] = []


class TranslationPageSchema(PageSchema):
    """An article in another language; what is true of the work stands in the original."""

    key_points: Annotated[list[Text], Field(max_length=3)] = []
    translation: TranslationSchema


class TopicSchema(Strict):
    """An entry under `topics:`"""

    kind: Annotated[TopicKind, Field(strict=False)]
    labels: dict[str, Text]
    aliases: dict[str, list[Text]] = {}
    summaries: dict[str, Text]


class TermSchema(Strict):
    """An entry under `counts:`. about: the themes on whose pages such figures belong."""

    labels: dict[str, Text]
    about: Annotated[list[Id], Field(max_length=5)] = []


class FormsSchema(Strict):
    """A word with its forms by number, for languages that have them."""

    one: Text
    other: Text


def _label_tag(value: Any) -> str:
    return FORMS_TAG if isinstance(value, dict) else TEXT_TAG


Label = Annotated[
    Annotated[Text, Tag(TEXT_TAG)] | Annotated[FormsSchema, Tag(FORMS_TAG)],
    Discriminator(_label_tag),
]


class UnitSchema(Strict):
    """An entry under `units:`"""

    labels: dict[str, Label]


class VocabularySchema(Strict):
    """topics.yml"""

    topics: dict[Id, TopicSchema]
    counts: dict[Id, TermSchema] = {}
    units: dict[Id, UnitSchema] = {}


# pydantic's error type, to the phrase of the message files that says what was expected.
EXPECTED: Mapping[str, str] = {
    "string_type": "text",
    "blank": "text",
    "string_too_long": "shorter-text",
    "characters": "plain-text",
    "list_type": "list",
    "too_long": "shorter-list",
    "too_short": "longer-list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "float_type": "number",
    "greater_than_equal": "number",
    "finite_number": "number",
    "edtf": "date",
    "url": "url",
}
PATTERN_PHRASES: Mapping[str, str] = {
    ID_PATTERN: "id",
    SHA256_PATTERN: "sha256",
    WORK_REFERENCE_PATTERN: "work-reference",
    FIGURE_REFERENCE_PATTERN: "figure-reference",
}
# What pydantic puts between the keys to say which part of them it means.
NOT_KEYS = frozenset({"[key]", FORMS_TAG, TEXT_TAG})
SchemaT = TypeVar("SchemaT", bound=Strict)


def validate(
    schema: type[SchemaT], source: YamlSource, shown_path: str
) -> tuple[SchemaT | None, list[Finding]]:
    """Judge what was read. Every fault is a finding with the line of the key that it is about."""
    try:
        return schema.model_validate(source.value), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        mistyped = set(_mistyped(schema, details))
        return None, [
            _finding(schema, detail, source, shown_path)
            for detail in details
            if not (detail["type"] == "missing" and _key_path(detail) in mistyped)
        ]


def _mistyped(schema: type[Strict], details: Iterable[ErrorDetails]) -> Iterator[KeyPath]:
    """The keys that unknown ones were meant to be: they are not missing as well."""
    for detail in details:
        if detail["type"] == "extra_forbidden":
            path = _key_path(detail)
            near = nearest(str(path[-1]), _keys_beside(schema, path))
            if near:
                yield (*path[:-1], near)


def error_paths(schema: type[Strict], value: Any) -> Iterator[KeyPath]:
    """The keys that have a fault, each with those that it stands below."""
    try:
        schema.model_validate(value)
    except ValidationError as error:
        for detail in error.errors(include_url=False, include_input=False):
            yield _key_path(detail)


def _key_path(detail: ErrorDetails) -> KeyPath:
    return tuple(part for part in detail["loc"] if part not in NOT_KEYS)


def _finding(
    schema: type[Strict], detail: ErrorDetails, source: YamlSource, shown_path: str
) -> Finding:
    path = _key_path(detail)
    line, column = source.place(path)
    values: dict[str, str | Phrase] = {"key": ".".join(map(_shown_key, path))}
    if detail["type"] == "missing":
        values["name"] = str(path[-1])
        return Finding(shown_path, line, column, "front-matter-missing-key", values)
    if detail["type"] == "extra_forbidden":
        values |= near_value(str(path[-1]), _keys_beside(schema, path))
        return Finding(shown_path, line, column, "front-matter-unknown-key", values)
    values |= {"value": _shown(detail["input"]), "expected": _expected(detail)}
    return Finding(shown_path, line, column, "front-matter-value", values)


def _shown_key(part: str | int) -> str:
    """A key, or the number of an item, counted from 1 as people do."""
    return str(part + 1) if isinstance(part, int) else part


def _expected(detail: ErrorDetails) -> str | Phrase:
    if detail["type"] == "enum":
        return (
            str(detail["ctx"]["expected"])
            .replace("'", "")
            .replace(" or ", ", ")
            .replace(", ", " / ")
        )
    if detail["type"] == "string_pattern_mismatch":
        return Phrase(PATTERN_PHRASES[detail["ctx"]["pattern"]])
    return Phrase(EXPECTED[detail["type"]])


def _keys_beside(schema: type[Strict], path: KeyPath) -> list[str]:
    """The keys that are known where an unknown one stands."""
    found = schema
    for part in path[:-1]:
        field = found.model_fields.get(str(part))
        if field:  # else it is an item of a list or an id of the contributor's own
            found = next(iter(_schemas_in(field.annotation)), found)
    return list(found.model_fields)


def _schemas_in(annotation: Any) -> Iterable[type[Strict]]:
    if isinstance(annotation, type) and issubclass(annotation, Strict):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _schemas_in(part)


def _shown(value: Any) -> str | Phrase:
    """A value as it stands in YAML; what has keys or items is only named."""
    if value is None:
        return Phrase("nothing")
    if isinstance(value, dict):
        return Phrase("a-mapping")
    if isinstance(value, list):
        return Phrase("a-list")
    return json.dumps(value, ensure_ascii=False)
