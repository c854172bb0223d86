"""Parcels, opened: what is kept of them, what is not, and what is not opened at all."""

import email
import email.policy
import io
import stat
import zipfile
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.content.pictures import read_picture
from lanpya.receive.archive import read_members
from lanpya.receive.letter import drop_correspondence
from lanpya.receive.limits import MAX_MEMBERS, Budget, RefusedError
from lanpya.receive.parcel import Parcel, open_parcel
from lanpya.receive.visible import visible_text
from tests.content.photographs import photograph
from tests.receive.parcels import (
    BINARY_SECRETS,
    PARAGRAPHS,
    SECRETS,
    TITLE,
    W,
    document,
    letter,
    paragraph,
    zipped,
)


def everything(parcel: Parcel) -> str:
    return "\n".join([*(one.text for one in parcel.texts), *(one.text for one in parcel.pages)])


def assert_bare(parcel: Parcel) -> None:
    said = everything(parcel)
    assert not [secret for secret in SECRETS if secret in said]
    for picture in parcel.pictures:
        assert read_picture(picture.data).extras == ()
        assert not [secret for secret in BINARY_SECRETS if secret in picture.data]


def test_document_gives_its_text_and_nothing_about_its_people() -> None:
    data = document()
    parcel = open_parcel(data)
    (text,) = parcel.texts
    assert text.text.split("\n\n")[:3] == [TITLE, *PARAGRAPHS]
    assert "It reopened." in text.text
    assert len(parcel.pictures) == 1
    assert_bare(parcel)


def test_text_that_a_style_hides_stays_hidden() -> None:
    kinds = {
        "Base": "<w:rPr><w:vanish/></w:rPr>",
        "Child": "<w:basedOn w:val='Base'/>",
        "Shown": "<w:basedOn w:val='Base'/><w:rPr><w:vanish w:val='0'/></w:rPr>",
        "Ring": "<w:basedOn w:val='Ring'/>",
    }
    styles = "".join(
        f"<w:style w:type='paragraph' w:styleId='{id_}'>{kind}</w:style>"
        for id_, kind in kinds.items()
    )
    body = "".join(
        (
            paragraph(PARAGRAPHS[0]),
            paragraph("the hidden sentence", properties="<w:rStyle w:val='Child'/>"),
            paragraph("the hidden sentence", "Base"),
            paragraph("Seen.", "Base", "<w:vanish w:val='false'/>"),
            paragraph("Shown.", "Shown"),
            paragraph("Round.", "Ring"),
        )
    )
    with zipfile.ZipFile(io.BytesIO(document(body))) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    (text,) = open_parcel(
        zipped({**files, "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>"})
    ).texts
    assert text.text.strip().split("\n\n") == [PARAGRAPHS[0], "Seen.", "Shown.", "Round."]


SIGNATURE = "-----BEGIN PGP SIGNATURE-----\n\nSecret+Machine=\n-----END PGP SIGNATURE-----\n"
KEY = SIGNATURE.replace("SIGNATURE", "PUBLIC KEY BLOCK")
CARD = "BEGIN:VCARD\r\nFN:Ko Secret\r\nEND:VCARD\r\n"
APPOINTMENT = "BEGIN:VCALENDAR\r\nORGANIZER:Ko Secret\r\nEND:VCALENDAR\r\n"
CERTIFICATE = "-----BEGIN CERTIFICATE-----\nSecret+Machine=\n-----END CERTIFICATE-----\n"


def test_keys_signatures_and_cards_are_left_out() -> None:
    tokens = (SIGNATURE, KEY, CARD, APPOINTMENT, CERTIFICATE, SIGNATURE.replace("\n", "\r\n"))
    attached = {f"{number}.asc": token.encode() for number, token in enumerate(tokens)}
    parcel = open_parcel(letter(attached=attached))
    assert len(parcel.texts) == 1
    assert [one.reason for one in parcel.left_out] == ["token"] * len(tokens)
    assert "Secret" not in everything(parcel)


def test_text_signed_where_it_stands_keeps_its_words_alone() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "Ko Secret <secret@mail.example>", TITLE
    signed = f"{PARAGRAPHS[0]}\n\n- -- \nKo Secret\n"
    message.set_content(f"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n{signed}{SIGNATURE}")
    parcel = open_parcel(message.as_bytes())
    assert [one.text for one in parcel.texts] == [f"{TITLE}\n\n{PARAGRAPHS[0]}\n"]
    assert parcel.letter_lines > 2


def test_text_around_a_key_is_kept() -> None:
    parcel = open_parcel(f"{TITLE}\n\n{KEY}\n{PARAGRAPHS[0]}\n\n- one\n- two\n".encode())
    (text,) = parcel.texts
    assert text.text.split() == f"{TITLE} {PARAGRAPHS[0]} - one - two".split()
    assert [one.reason for one in parcel.left_out] == ["token"]


def test_member_of_a_zip_is_not_lost_by_a_name_that_leads_elsewhere() -> None:
    parcel = open_parcel(zipped({"../../docs/en/x.md": "---\ntitle: A\n---\nText.\n"}))
    assert [one.name for one in parcel.pages] == ["../../docs/en/x.md"]


def test_document_keeps_headings_lists_links_and_notes_as_text() -> None:
    html = (
        "<h2>Aid</h2><ol><li>one</li><li>two</li></ol><ul><li>three</li></ul>"
        '<p>See <a href="https://a.example/">here</a><sup><a href="#footnote-1">[1]</a></sup></p>'
        "<table><tr><td><p>a</p></td><td><p>b</p></td></tr><tr><td>c</td></tr></table>"
        '<ol><li id="footnote-1"><p>A note. <a href="#ref">↑</a></p></li></ol>'
    )
    assert visible_text(html).split("\n\n") == [
        "Aid",
        "1. one",
        "2. two",
        "• three",
        "See here (https://a.example/)[1]",
        "a | b",
        "c",
        "[1] A note.\n",
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<template>x</template>",
        "<div hidden>x</div>",
        '<div aria-hidden="true">x</div>',
        '<p style="DISPLAY : none">x</p>',
        '<span style="font-size:0px">x</span>',
        '<span style="opacity:0">x</span>',
        '<span style="mso-hide:all">x</span>',
        "<!-- x -->",
        '<div style="display:none"><p>x<br><b>x</b></p></div>',
        '<img alt="x" src="http://tracker.example/x">',
    ],
)
def test_what_a_letter_hides_stays_hidden(hidden: str) -> None:
    assert visible_text(f"<body>a {hidden} b</body>").replace("\n", " ").split() == ["a", "b"]


def test_small_print_is_not_taken_for_hidden() -> None:
    for style in ("font-size:0.8em", "opacity:0.5", "display:block"):
        assert visible_text(f'<p style="{style}">seen</p>') == "seen\n"


@pytest.mark.parametrize("html", [False, True])
def test_letter_gives_what_it_says_and_not_who_says_it(html: bool) -> None:
    parcel = open_parcel(letter(html=html))
    (text,) = parcel.texts
    assert text.text.strip().split("\n\n") == [TITLE, *PARAGRAPHS]
    assert_bare(parcel)


def test_lines_about_the_sender_are_counted() -> None:
    kept, dropped = drop_correspondence("Text.\n\nOn Friday, A wrote:\n> no\n\n-- \nKo Secret\n")
    assert (kept, dropped) == ("Text.\n", 4)


def test_letter_that_is_passed_on_keeps_its_text() -> None:
    text = "---- Forwarded message ----\nFrom: A <a@b.example>\nDate: Friday\n\nText.\n"
    assert drop_correspondence(text)[0] == "Text.\n"
    assert drop_correspondence("> Text.\n> More.\n")[0] == "Text.\nMore.\n"


def test_single_line_that_looks_like_an_address_is_text() -> None:
    assert drop_correspondence("From: here to there it is far.\n")[0].startswith("From: here")


def test_pictures_inside_a_letters_html_are_kept() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "Ko Secret <secret@mail.example>", TITLE
    message.set_content(PARAGRAPHS[0])
    message.add_alternative(f"<p>{PARAGRAPHS[0]}</p><img src='cid:a'>", subtype="html")
    message.get_payload()[1].add_related(photograph(), "image", "jpeg", cid="<a>")  # type: ignore[index,union-attr]
    parcel = open_parcel(message.as_bytes())
    assert len(parcel.texts) == len(parcel.pictures) == 1
    assert_bare(parcel)


def test_letter_inside_a_letter_loses_its_addresses_too() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "Ko Secret <secret@mail.example>", "Fwd"
    message.set_content("See below.")
    message.add_attachment(email.message_from_bytes(letter(), policy=email.policy.default))
    parcel = open_parcel(message.as_bytes())
    assert len(parcel.texts) == 2
    assert_bare(parcel)


def test_letter_in_an_unknown_charset_is_read() -> None:
    data = letter().replace(b'charset="utf-8"', b'charset="x-nobody"')
    assert b"x-nobody" in data
    assert PARAGRAPHS[0] in open_parcel(data).texts[0].text


def test_parcels_inside_a_letter_are_opened() -> None:
    inner = zipped({"photo.jpg": photograph(), "a.txt": "\n\n".join(PARAGRAPHS)})
    parcel = open_parcel(letter(attached={"a.docx": document(), "b.zip": inner}))
    assert len(parcel.texts) == 3
    assert len(parcel.pictures) == 2
    assert_bare(parcel)


def test_files_are_known_by_what_they_are() -> None:
    files: dict[str, str | bytes] = {
        "picture.txt": photograph(),
        "text.jpg": "Only text.",
        "text.pdf": b"%PDF-1.7 /Author (Ko Secret)",
        "old.docx": b"\xd0\xcf\x11\xe0rest",
        "program.md": b"MZ\x90\x00\x03\x00\x00\x00" * 40,
        "sheet.docx": zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}),
        "moving.png": b"\x89PNG\r\n\x1a\nnothing",
        "__MACOSX/._text.txt": "Ko Secret",
        ".DS_Store": "Ko Secret",
    }
    parcel = open_parcel(zipped(files))
    assert [one.text for one in parcel.texts] == ["Only text."]
    assert len(parcel.pictures) == 1
    assert {one.name: one.reason for one in parcel.left_out} == {
        "text.pdf": "pdf",
        "old.docx": "old-office",
        "program.md": "not-text",
        "sheet.docx": "office",
        "moving.png": "picture",
    }


def test_link_in_a_zip_is_no_file() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        info = zipfile.ZipInfo("docs/en/a.md")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    assert open_parcel(target.getvalue()) == Parcel()


def lying(data: bytes) -> bytes:
    """A zip whose directory says that its file is small."""
    at = data.index(b"PK\x01\x02")
    return data[: at + 24] + (10).to_bytes(4, "little") + data[at + 28 :]


def test_traps_are_refused() -> None:
    nested = zipped({"a.txt": "x"})
    for _ in range(5):
        nested = zipped({"a.zip": nested})
    locked = bytearray(zipped({"a.txt": "x"}))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    bomb = b"x" * 20_000_000
    traps = {
        "packed-too-well": zipped({"a.txt": bomb}),
        "too-many-files": zipped({f"{n}.txt": "x" for n in range(MAX_MEMBERS + 1)}),
        "too-deep": nested,
        "encrypted": bytes(locked),
        "damaged": b"PK\x03\x04 and no more",
    }
    for code, data in traps.items():
        with pytest.raises(RefusedError) as caught:
            open_parcel(data)
        assert caught.value.code == code
    with pytest.raises(RefusedError):
        open_parcel(lying(zipped({"a.txt": bomb})))
    with pytest.raises(RefusedError):
        open_parcel(document(paragraph("x" * 30_000_000)))


def test_unpacked_bytes_are_counted_over_all_files() -> None:
    data = zipped({f"{n}.bin": b"x" * 1000 for n in range(10)})
    assert len(list(read_members(data, Budget(unpacked=10_000)))) == 10
    with pytest.raises(RefusedError) as caught:
        list(read_members(data, Budget(unpacked=9_999)))
    assert caught.value.code == "too-large-unpacked"


def test_deep_html_is_read_in_time() -> None:
    deep = "<div>" * 60_000 + "seen" + "</div>" * 60_000
    assert visible_text(deep) == "seen\n"
    assert visible_text("<ul><li>" * 20_000 + "seen").endswith("seen\n")


@given(
    st.binary(max_size=300),
    st.sampled_from(["zip", "docx", "letter", "none"]),
    st.integers(0, 4000),
)
def test_any_bytes_are_survived(data: bytes, kind: str, at: int) -> None:
    whole = {"zip": ZIP, "docx": DOCX, "letter": LETTER, "none": b""}[kind]
    for hostile in (whole[:at] + data, whole[:at] + data + whole[at + len(data) :]):
        try:
            open_parcel(hostile)
        except RefusedError:
            continue


ZIP = zipped({"a.txt": "text", "b.jpg": photograph()})
DOCX, LETTER = document(), letter()
