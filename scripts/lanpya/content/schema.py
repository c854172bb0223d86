"""What the front matter and topics.yml may hold; pydantic at the border, dataclasses inside.

Unknown keys and wrong types are findings. There is deliberately no coercion: a number
where text belongs is a mistake that somebody should see.
"""

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)
from pydantic_core import ErrorDetails

from lanpya.content.yaml_source import KeyPath, YamlSource
from lanpya.findings import Finding
from lanpya.model import Bound, RightsMode, TopicKind, TranslationStatus
from lanpya.text.dates import parse_edtf

ID_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
URL_RE = re.compile(r"^https?://[^\s<>\"']+$")
WORK_REFERENCE_PATTERN = r"^articles/[^\s#]+$"
SHA256_PATTERN = r"^[0-9a-f]{64}$"
FIGURE_REFERENCE_PATTERN = r"^articles/[^\s#]+#[a-z0-9-]+$"


def _edtf(value: str) -> str:
    parse_edtf(value)
    return value


def _url(value: str) -> str:
    if not URL_RE.match(value):
        raise ValueError("url")
    return value


Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True, max_length=2000)]
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80)]
Edtf = Annotated[str, AfterValidator(_edtf), Field(json_schema_extra={"expected": "date"})]
Url = Annotated[str, AfterValidator(_url), Field(json_schema_extra={"expected": "url"})]
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
    authors: list[Text] = []
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
    value: Annotated[float, Field(strict=False, ge=0, allow_inf_nan=False)]
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
    sections: dict[str, str] = {}


class PageSchema(Strict):
    """What every page has: the words of one language."""

    title: Text
    description: Text
    credit: list[Text] = []
    corrections: list[CorrectionSchema] = []


class StandingSchema(PageSchema):
    """A page that is no article: about, safety, contribute, home.

    lead, figures: what the home page leads with; "articles/x", "articles/x#figure".
    """

    translation: TranslationSchema | None = None
    lead: Annotated[str, StringConstraints(pattern=WORK_REFERENCE_PATTERN)] | None = None
    figures: Annotated[list[FigureReference], Field(max_length=3)] = []


class OriginalSchema(PageSchema):
    """An article in the language that it was first written in."""

    key_points: Annotated[list[Text], Field(max_length=3)] = []
    published: Edtf
    source: SourceSchema
    rights: RightsSchema
    about: Annotated[list[Id], Field(min_length=1)]
    mentions: list[Id] = []
    figures: list[FigureSchema] = []


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
    about: list[Id] = []


class FormsSchema(Strict):
    """A word with its forms by number, for languages that have them."""

    one: Text
    other: Text


class UnitSchema(Strict):
    """An entry under `units:`"""

    labels: dict[str, Text | FormsSchema]


class VocabularySchema(Strict):
    """topics.yml"""

    topics: dict[Id, TopicSchema]
    counts: dict[Id, TermSchema] = {}
    units: dict[Id, UnitSchema] = {}


# pydantic's error type, to the phrase of the message files that says what was expected.
EXPECTED: Mapping[str, str] = {
    "string_type": "@text",
    "string_too_short": "@text",
    "string_too_long": "@shorter-text",
    "list_type": "@list",
    "too_long": "@shorter-list",
    "too_short": "@longer-list",
    "dict_type": "@mapping",
    "model_type": "@mapping",
    "float_type": "@number",
    "float_parsing": "@number",
    "greater_than_equal": "@number",
    "finite_number": "@number",
    "value_error": "@date",
}
PATTERN_PHRASES: Mapping[str, str] = {
    ID_PATTERN: "@id",
    SHA256_PATTERN: "@sha256",
    WORK_REFERENCE_PATTERN: "@work-reference",
    FIGURE_REFERENCE_PATTERN: "@figure-reference",
}
SchemaT = TypeVar("SchemaT", bound="Strict")


def validate(
    schema: type[SchemaT], source: YamlSource, shown_path: str
) -> tuple[SchemaT | None, list[Finding]]:
    """Judge what was read. Every fault is a finding with the line of the key that it is about."""
    try:
        return schema.model_validate(source.value), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, [_finding(schema, detail, source, shown_path) for detail in details]


def _finding(
    schema: type[Strict], detail: ErrorDetails, source: YamlSource, shown_path: str
) -> Finding:
    path: KeyPath = tuple(part for part in detail["loc"] if part != "[key]")
    line, column = source.place(path)
    key = ".".join(str(part) for part in path)
    if detail["type"] == "missing":
        values = {"key": key}
        return Finding(shown_path, line, column, "front-matter-missing-key", values)
    if detail["type"] == "extra_forbidden":
        hint = nearest(str(path[-1]), _keys_beside(schema, path))
        values = {"key": key, "near": hint or "@see-contributing"}
        return Finding(shown_path, line, column, "front-matter-unknown-key", values)
    values = {"key": key, "value": _shown(detail["input"]), "expected": _expected(detail)}
    return Finding(shown_path, line, column, "front-matter-value", values)


def _expected(detail: ErrorDetails) -> str:
    if detail["type"] == "enum":
        return str(detail["ctx"]["expected"]).replace("'", "").replace(" or ", ", ")
    if detail["type"] == "string_pattern_mismatch":
        return PATTERN_PHRASES[detail["ctx"]["pattern"]]
    if detail["type"] == "value_error" and str(detail["ctx"]["error"]) == "url":
        return "@url"
    return EXPECTED.get(detail["type"], detail["msg"])


def _keys_beside(schema: type[Strict], path: KeyPath) -> list[str]:
    """The keys that are known where an unknown one stands."""
    found: Any = schema
    for part in path[:-1]:
        if not isinstance(part, str) or not hasattr(found, "model_fields"):
            continue
        field = found.model_fields.get(part)
        found = next(iter(_schemas_in(field.annotation)), None) if field else None
    return list(getattr(found, "model_fields", {}))


def _schemas_in(annotation: Any) -> Iterable[type[Strict]]:
    if isinstance(annotation, type) and issubclass(annotation, Strict):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _schemas_in(part)


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The known word that a mistyped one was most likely meant to be."""
    return next(iter(difflib.get_close_matches(word, list(words), n=1, cutoff=0.6)), None)


def _shown(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:59] + "…"
