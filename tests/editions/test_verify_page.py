"""verify.html: what `lanpya verify` says, said in a browser, from a file and without a network."""

import json
import random
import re
from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import sha256, sha512
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from playwright.sync_api import FilePayload, Page

from lanpya.editions.bundle import bundle, plan_jobs
from lanpya.editions.edition import Format, Shelf
from lanpya.editions.publication import Publication
from lanpya.editions.verify_page import SAID_BY_SCRIPT, VERIFY, render_verify_page
from lanpya.editions.version import Version
from lanpya.model import Language
from tests.browser.test_axe import find_violations
from tests.conftest import REPOSITORY
from tests.editions.keys import make_key

KEY = make_key(1)
OTHER = make_key(2)
SEED = 20240206
NO_WEBCRYPTO = "Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })"
NO_ED25519 = """SubtleCrypto.prototype.importKey = () =>
  Promise.reject(new DOMException("Unrecognized name.", "NotSupportedError"))"""
SETTINGS = {"webcrypto": "", "no Ed25519": NO_ED25519, "no WebCrypto": NO_WEBCRYPTO}
# Bytes cross over as text, one a letter: lists of numbers take ten times as long.
JUDGE = """([files, key]) => lanpya.judge(files.map(([name, bytes]) => (
  { name, bytes: Uint8Array.from(bytes, (char) => char.charCodeAt(0)) })), key)"""
# RFC 8032, section 7.1: key, message, signature.
RFC_8032 = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
]
ORDER = 2**252 + 27742317777372353535851937790883648493
PRIME = 2**255 - 19


def write_notes(publication: Publication, languages: Sequence[Language], shelf: Shelf) -> None:
    shelf.write("a.txt", "a note\n")
    shelf.write("deep/b.txt", "a note below\n")


@pytest.fixture(scope="module")
def signed(publication: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Editions of a site that names its key. To be read only."""
    configuration = replace(publication.configuration, key=str(KEY.public))
    named = replace(publication, configuration=configuration)
    formats = [VERIFY, Format("notes", write_notes, is_for_all=True)]
    target = tmp_path_factory.mktemp("signed") / "dist"
    bundle(named, plan_jobs(formats, publication.languages), target, KEY)
    return target


@pytest.fixture(params=SETTINGS, ids=lambda name: name)
def page(request: pytest.FixtureRequest, open_page: Callable[..., Page], signed: Path) -> Page:
    """The page, opened from a file, in browsers of three ages."""
    opened = open_page(locale="en")
    opened.add_init_script(SETTINGS[request.param])
    opened.goto((signed / "verify.html").as_uri())
    return opened


def choose(page: Page, *files: tuple[str, bytes]) -> dict[str, str]:
    """Choose files as a reader does; what the page says of each, in a word and a sentence."""
    chosen: list[FilePayload] = [
        {"name": name, "mimeType": "application/octet-stream", "buffer": data}
        for name, data in files
    ]
    page.set_input_files("#x-files", chosen)
    page.locator("#x-results li:has(code)").first.wait_for()
    items = page.locator("#x-results li:has(code)").all()
    return {item.locator("code").inner_text(): item.get_attribute("class") or "" for item in items}


def named(signed: Path, *names: str) -> list[tuple[str, bytes]]:
    return [(name.rpartition("/")[2], (signed / name).read_bytes()) for name in names]


def judge(page: Page, files: Sequence[tuple[str, bytes]], key: str = str(KEY.public)) -> list[Any]:
    rows = [[name, data.decode("latin-1")] for name, data in files]
    found: list[Any] = page.evaluate(JUDGE, [rows, key])
    return [(one["name"], one["verdict"], one["reason"]) for one in found]


def test_page_is_one_file_that_asks_for_nothing(page: Page, signed: Path) -> None:
    html = (signed / "verify.html").read_text(encoding="utf-8")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    assert [url for url in asked if not url.startswith("data:")] == [page.url]
    assert not re.findall(r"""(?:src|href)=["'](?!data:)""", html)
    assert len(html.encode()) < 100_000


def test_chosen_files_are_judged_in_words(page: Page, signed: Path) -> None:
    files = named(signed, "a.txt", "a.txt.minisig")
    assert choose(page, *files) == {"a.txt": "good"}
    shown = page.inner_text("#x-results")
    assert "Good" in shown
    assert "Version:" in shown
    assert choose(page, ("a.txt", b"a n0te\n")) == {"a.txt": "changed"}
    page.fill("#x-key", str(OTHER.public))
    assert choose(page, *files) == {"a.txt": "unknown"}
    assert KEY.public.shown_id in page.inner_text("#x-results")
    page.fill("#x-key", "RWnonsense")
    assert choose(page, *files) == {"a.txt": "unclear"}
    page.fill("#x-key", f"untrusted comment: minisign public key\n{KEY.public}\n")
    assert choose(page, *files) == {"a.txt": "good"}
    page.click("#x-clear")
    page.get_by_text("No file has been chosen yet.").wait_for()


def test_list_vouches_for_files_without_a_signature_of_their_own(
    page: Page, signed: Path, publication: Publication
) -> None:
    listed = named(signed, "manifest.json", "manifest.json.minisig")
    note = named(signed, "deep/b.txt")
    site = publication.site.files["my/articles/two-million-displaced.html"]
    work = ("two-million-displaced.html", site.read_bytes())
    good = ("manifest.json", "good", "good")
    assert judge(page, [*listed, *note, work]) == [
        good,
        ("b.txt", "good", "good"),
        ("two-million-displaced.html", "good", "good"),
    ]
    assert judge(page, [*listed, ("c.txt", note[0][1])]) == [good, ("c.txt", "good", "renamed")]
    assert judge(page, [*listed, ("b.txt", b"x")]) == [good, ("b.txt", "changed", "changed")]
    assert judge(page, [*listed, ("c.txt", b"x")]) == [good, ("c.txt", "unclear", "unlisted")]
    assert judge(page, note) == [("b.txt", "unclear", "unsigned")]
    assert judge(page, [*note, listed[0]]) == [
        ("b.txt", "unclear", "mistrusted"),
        ("manifest.json", "unclear", "unsigned"),
    ]
    forged = ("manifest.json", listed[0][1].replace(b'"size": 13', b'"size": 12'))
    assert forged[1] != listed[0][1]
    assert judge(page, [*note, forged, listed[1]]) == [
        ("b.txt", "unclear", "mistrusted"),
        ("manifest.json", "changed", "changed"),
    ]


def test_signature_of_one_file_is_none_for_another(page: Page, signed: Path) -> None:
    [note, page_signature] = named(signed, "a.txt", "verify.html.minisig")
    assert judge(page, [note, page_signature]) == [("a.txt", "unclear", "unsigned")]
    renamed = ("a.txt.minisig", page_signature[1])
    assert judge(page, [note, renamed]) == [("a.txt", "changed", "changed")]
    [signature] = named(signed, "a.txt.minisig")
    called_else = [("b.txt", note[1]), ("download(1)", signature[1])]
    assert judge(page, called_else) == [("b.txt", "good", "renamed")]


def test_kinds_of_signatures_that_it_can_not_check_are_said_to_be_such(page: Page) -> None:
    path = REPOSITORY / "tests/vectors/minisign.json"
    vectors = json.loads(path.read_text(encoding="utf-8"))
    said = {}
    for one in vectors["signatures"]:
        files = [("v.txt", one["text"].encode()), ("v.txt.minisig", one["signature"].encode())]
        [(_, said[one["name"]], _)] = judge(page, files, vectors["public_key"])
    assert said == {"pure": "good", "hashed": "unclear", "empty": "good"}


def test_no_changed_byte_is_taken_for_good(page: Page, signed: Path) -> None:
    file, signature = named(signed, "a.txt", "a.txt.minisig")
    key = str(KEY.public)
    chance = random.Random(SEED)
    cases = []
    for part, data in (("file", file[1]), ("signature", signature[1]), ("key", key.encode())):
        for at in range(chance.randrange(3), len(data), 3):
            changed = data[:at] + bytes([data[at] ^ 1 << chance.randrange(7)]) + data[at + 1 :]
            if part == "key" and changed.decode("latin-1").strip() == key:
                continue
            parts = {"file": file[1], "signature": signature[1], "key": key.encode()}
            parts[part] = changed
            shown = {name: part_data.decode("latin-1") for name, part_data in parts.items()}
            files = [["a.txt", shown["file"]], ["a.txt.minisig", shown["signature"]]]
            cases.append([files, shown["key"]])
    script = f"async (cases) => {{ const judge = {JUDGE}; const found = [];"
    script += "for (const one of cases) found.push((await judge(one))[0].verdict); return found; }"
    verdicts = page.evaluate(script, cases)
    assert len(verdicts) > 100
    assert "good" not in verdicts
    assert {"changed", "unclear", "unknown"} == set(verdicts)


def test_page_speaks_every_language_and_the_readers_first(
    open_page: Callable[..., Page], signed: Path
) -> None:
    page = open_page(locale="my-MM")
    page.goto((signed / "verify.html").as_uri())
    assert page.get_attribute("html", "lang") == "my"
    assert page.locator("h1:visible").inner_text() == "ဖိုင် စစ်ဆေးရန်"
    page.get_by_role("button", name="English").click()
    assert page.locator("h1:visible").inner_text() == "Check a file"
    assert choose(page, *named(signed, "a.txt", "a.txt.minisig")) == {"a.txt": "good"}
    page.get_by_role("button", name="မြန်မာ").click()
    assert "မှန်ကန်သည်" in page.inner_text("#x-results")


def test_page_without_scripts_says_so_in_every_language(
    open_page: Callable[..., Page], signed: Path
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto((signed / "verify.html").as_uri())
    assert len(page.locator("h1:visible").all()) == 2
    assert len(page.locator("noscript p:visible").all()) == 2


def test_page_works_where_it_has_no_address_of_its_own(
    open_page: Callable[..., Page], signed: Path
) -> None:
    """A file manager's content:// gives a page no neighbours and, at times, no origin."""
    page = open_page(locale="en")
    data = b64encode((signed / "verify.html").read_bytes()).decode()
    page.goto(f"data:text/html;base64,{data}")
    assert choose(page, *named(signed, "a.txt", "a.txt.minisig")) == {"a.txt": "good"}
    assert choose(page, ("a.txt", b"")) == {"a.txt": "changed"}


def test_page_has_no_violations(open_page: Callable[..., Page], signed: Path) -> None:
    page = open_page(bypass_csp=True)
    page.goto((signed / "verify.html").as_uri())
    choose(page, *named(signed, "a.txt", "a.txt.minisig", "deep/b.txt", "manifest.json"))
    assert find_violations(page) == []


def test_page_is_the_same_for_every_version(publication: Publication) -> None:
    another = replace(publication, version=Version(publication.version.time, "f" * 64))
    languages = publication.languages
    assert render_verify_page(another, languages) == render_verify_page(publication, languages)


def test_page_without_a_key_asks_for_one(
    open_page: Callable[..., Page], publication: Publication, tmp_path: Path, signed: Path
) -> None:
    path = tmp_path / "verify.html"
    path.write_text(render_verify_page(publication, publication.languages), encoding="utf-8")
    page = open_page(locale="en")
    page.goto(path.as_uri())
    files = named(signed, "a.txt", "a.txt.minisig")
    assert choose(page, *files) == {"a.txt": "unclear"}
    assert "no key to check with" in page.inner_text("#x-results")
    page.fill("#x-key", str(KEY.public))
    assert choose(page, *files) == {"a.txt": "good"}


def test_every_reason_of_the_script_has_its_words() -> None:
    script = (REPOSITORY / "overrides/editions/verify.js").read_text(encoding="utf-8")
    calls = re.findall(r"answer\(file, ([^;]*?)\)[;,\n]", script)
    reasons = {word for call in calls for word in re.findall(r'"([a-z]+)"', call)}
    assert {"damaged", "hashed", "mistrusted", "keyless"} <= reasons
    said = {key.removeprefix("verify.").removeprefix("because.") for key in SAID_BY_SCRIPT}
    assert reasons <= said


HASHES = """(rows) => rows.map((row) => [lanpya.sha256, lanpya.sha512].map((hash) =>
  Array.from(hash(new Uint8Array(row)))))"""
VERIFY_ALL = """(rows) => rows.map((row) =>
  lanpya.verifyEd25519(...row.map((part) => new Uint8Array(part))))"""


@pytest.fixture
def arithmetic(open_page: Callable[..., Page]) -> Page:
    opened = open_page()
    for name in ("hashes.js", "ed25519.js"):
        opened.add_script_tag(path=REPOSITORY / "overrides/editions" / name)
    return opened


def test_hashes_are_those_of_python(arithmetic: Page) -> None:
    chance = random.Random(SEED)
    sizes = [*range(20), *range(50, 70), *range(108, 136), 255, 256, 1000, 5000]
    rows = [chance.randbytes(size) for size in sizes]
    found = arithmetic.evaluate(HASHES, [list(row) for row in rows])
    assert [[bytes(one) for one in pair] for pair in found] == [
        [sha256(row).digest(), sha512(row).digest()] for row in rows
    ]


def ed25519_cases() -> list[tuple[bytes, bytes, bytes]]:
    """Good signatures, each with all sorts of bad ones; signature, message and key."""
    chance = random.Random(SEED)
    cases = [
        (bytes.fromhex(signature), bytes.fromhex(message), bytes.fromhex(key))
        for key, message, signature in RFC_8032
    ]
    for number in range(6):
        secret = make_key(number)
        message = chance.randbytes(chance.randrange(200))
        cases.append((secret.sign(message, "").signature, message, secret.public.key))
    more = []
    for signature, message, key in cases:
        answer = int.from_bytes(signature[32:], "little")
        more += [
            (signature[:32] + (answer + ORDER).to_bytes(32, "little"), message, key),
            (signature[:32] + (ORDER - answer).to_bytes(32, "little"), message, key),
            (bytes(32) + signature[32:], message, key),
            (signature[:32] + bytes(32), message, key),
            (signature, message + b"\0", key),
            (signature[:-1], message, key),
            (signature, message, key[:-1] + bytes([key[-1] ^ 0x80])),
        ]
        for _ in range(6):
            at = chance.randrange(64)
            flipped = signature[:at] + bytes([signature[at] ^ 1 << chance.randrange(8)])
            more.append((flipped + signature[at + 1 :], message, key))
    more.append((bytes(64), b"m", (2).to_bytes(32, "little")))  # a key that is no point
    return cases + more


def is_signed(signature: bytes, message: bytes, key: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def test_own_ed25519_agrees_with_that_of_cryptography(arithmetic: Page) -> None:
    cases = ed25519_cases()
    rows = [[list(part) for part in case] for case in cases]
    found = arithmetic.evaluate(VERIFY_ALL, rows)
    expected = [is_signed(*case) for case in cases]
    assert sum(expected) == len(RFC_8032) + 6
    assert found == expected


def test_keys_under_which_anything_would_be_signed_are_refused(arithmetic: Page) -> None:
    """A point of small order as the key lets a signature be good for many messages."""
    small = [number.to_bytes(32, "little") for number in (1, PRIME - 1, 0, PRIME, PRIME + 1)]
    rows = [
        [list(commitment + bytes(32)), list(b"anything"), list(key)]
        for key in small
        for commitment in small
    ]
    assert any(is_signed(*map(bytes, row)) for row in rows)
    assert not any(arithmetic.evaluate(VERIFY_ALL, rows))
