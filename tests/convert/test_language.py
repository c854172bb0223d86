import pytest

from tests.convert.reading import PROSE, convert_text


@pytest.mark.parametrize(
    ("text", "tag", "language", "rule"),
    [
        (PROSE, None, "en", "script-and-words"),
        ("ကောင်စီသည် အစည်းအဝေး ကျင်းပခဲ့သည်။", None, "my", "script-and-words"),
        ("ၵၢၼ်ႁူပ်ႉထူပ်း ၵူၼ်းမိူင်း။", None, None, None),
        (
            "Le conseil municipal s'est réuni lundi et a remis la question à l'été prochain.",
            None,
            None,
            None,
        ),
        ("Le conseil municipal s'est réuni lundi et a remis la question.", "fr", "fr", "given"),
    ],
)
def test_language(text: str, tag: str | None, language: str | None, rule: str | None) -> None:
    conversion = convert_text(text, language=tag)
    datum = conversion.metadata.get("language")
    assert (datum.value if datum else None, datum.rule if datum else None) == (language, rule)
    assert conversion.blocks[0].language == language


def test_language_and_script_of_each_block() -> None:
    conversion = convert_text(f"{PROSE}\n\nကောင်စီသည် အစည်းအဝေး ကျင်းပခဲ့သည်။\n\nAn Oslo group")
    assert [(block.script, block.language) for block in conversion.blocks] == [
        ("Latn", "en"),
        ("Mymr", "my"),
        ("Latn", "en"),
    ]
