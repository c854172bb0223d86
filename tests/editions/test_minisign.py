"""minisign's format: what minisign made is read, what we make is minisign's."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.editions.minisign import (
    PublicKey,
    SecretKey,
    Signature,
    Verdict,
    _pick_parameters,
)
from tests.conftest import REPOSITORY
from tests.editions.keys import make_key, render_key, render_locked_key

VECTORS = json.loads((REPOSITORY / "tests/vectors/minisign.json").read_text(encoding="utf-8"))
KEY = PublicKey.parse(VECTORS["public_key"])
OURS = make_key(7)
needs_minisign = pytest.mark.skipif(not shutil.which("minisign"), reason="needs minisign")


def ask_nobody() -> str:
    raise AssertionError("no password is needed")


def judge(data: bytes, signature: bytes, key: str) -> Verdict | None:
    """As the callers do: what can not be read is refused."""
    try:
        return Signature.parse(signature).judge(data, PublicKey.parse(key))
    except ValueError:
        return None


@pytest.mark.parametrize("vector", VECTORS["signatures"], ids=lambda vector: vector["name"])
def test_signatures_of_minisign_are_read_and_judged(vector: dict[str, Any]) -> None:
    signature = Signature.parse(vector["signature"].encode())
    data = vector["text"].encode()
    assert signature.comment == vector["comment"]
    assert signature.judge(data, KEY) is Verdict.GOOD
    assert signature.judge(data + b"\n", KEY) is Verdict.CHANGED
    other = PublicKey.parse(VECTORS["other_public_key"])
    assert signature.judge(data, other) is Verdict.UNKNOWN_KEY
    disguised = PublicKey(KEY.id, other.key)
    assert signature.judge(data, disguised) is Verdict.CHANGED


def test_public_key_is_shown_as_minisign_shows_it() -> None:
    assert KEY.shown_id == VECTORS["key_id"]
    assert str(KEY) in VECTORS["public_key"]
    assert OURS.seed.hex() not in repr(OURS)
    assert str(OURS.seed) not in repr(OURS)


def test_limits_of_libsodium_mean_its_parameters() -> None:
    sensitive, interactive = (33554432, 1073741824), (524288, 16777216)
    assert _pick_parameters(*sensitive) == (2**20, 1)
    assert _pick_parameters(*interactive) == (2**14, 1)
    assert _pick_parameters(33554432, 16777216) == (2**14, 64)
    assert _pick_parameters(0, 16777216) == (2**10, 1)


def test_key_with_a_password_opens_with_it_alone() -> None:
    text = render_locked_key(OURS, "စကားဝှက်")
    assert SecretKey.parse(text, lambda: "စကားဝှက်") == OURS
    with pytest.raises(ValueError, match="password is wrong"):
        SecretKey.parse(text, lambda: "စကားဝှက")


@given(st.binary(max_size=300), st.text("ab ကိ.-", max_size=20))
def test_what_is_signed_is_read_back_and_good(data: bytes, comment: str) -> None:
    signature = OURS.sign(data, comment)
    assert Signature.parse(str(signature).encode()) == signature
    assert signature.judge(data, OURS.public) is Verdict.GOOD
    assert PublicKey.parse(str(OURS.public)) == OURS.public
    assert SecretKey.parse(render_key(OURS), ask_nobody) == OURS


def flips(data: bytes) -> list[bytes]:
    """Every version of data with one bit changed, and with one byte made each of a few others."""
    changed = []
    for at, byte in enumerate(data):
        others = {byte ^ 1 << bit for bit in range(8)} | {0, 10, 13, 32, 61, 65}
        changed += [data[:at] + bytes([one]) + data[at + 1 :] for one in sorted(others - {byte})]
    return changed


DATA = b"One line.\n"
SIGNATURE = str(OURS.sign(DATA, "a.txt 2024-02-06-00000000")).encode()


def test_no_byte_of_file_signature_or_key_can_be_changed() -> None:
    key = str(OURS.public)
    assert judge(DATA, SIGNATURE, key) is Verdict.GOOD
    for changed in flips(DATA):
        assert judge(changed, SIGNATURE, key) is Verdict.CHANGED
    for changed in flips(SIGNATURE):
        assert judge(DATA, changed, key) is not Verdict.GOOD, changed
    for changed in flips(key.encode()):
        shown = changed.decode("latin-1")
        if shown.strip() != key:
            assert judge(DATA, SIGNATURE, shown) is not Verdict.GOOD, changed


@pytest.mark.parametrize("end", [b"", b"\n", b"\nmore", b"\n\n"])
def test_cut_or_grown_signature_is_refused(end: bytes) -> None:
    grown = SIGNATURE + end
    assert (judge(DATA, grown, str(OURS.public)) is Verdict.GOOD) == (end in (b"", b"\n"))
    for size in range(len(SIGNATURE)):
        assert judge(DATA, SIGNATURE[:size], str(OURS.public)) is None


@pytest.mark.parametrize("text", ["", "RW", "a\nb\nc", render_key(OURS), "ထ"])
def test_what_is_no_public_key_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="this is"):
        PublicKey.parse(text)


@pytest.mark.parametrize(
    "text", ["", VECTORS["public_key"], render_key(OURS).replace("RW", "RX"), "ထ"]
)
def test_what_is_no_secret_key_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="key"):
        SecretKey.parse(text, ask_nobody)


def test_secret_key_of_which_a_half_was_changed_is_refused() -> None:
    mixed = SecretKey(PublicKey(OURS.public.id, make_key(8).public.key), OURS.seed)
    with pytest.raises(ValueError, match="does not fit"):
        SecretKey.parse(render_key(mixed), ask_nobody)


def is_good_for_minisign(folder: Path, key: str) -> bool:
    command = ["minisign", "-V", "-q", "-m", "a.txt", "-P", key]
    return subprocess.run(command, cwd=folder, capture_output=True).returncode == 0


@needs_minisign
def test_minisign_takes_our_signatures_and_no_changed_byte(tmp_path: Path) -> None:
    key = str(OURS.public)
    (tmp_path / "a.txt").write_bytes(DATA)
    (tmp_path / "a.txt.minisig").write_bytes(SIGNATURE)
    assert is_good_for_minisign(tmp_path, key)
    # minisign itself passes over the six bits of a signature's base64 that carry nothing.
    carries_nothing = [SIGNATURE.index(b"=\n") - 1, len(SIGNATURE) - 3]
    for changed in flips(SIGNATURE)[::11]:
        if any(changed[at] != SIGNATURE[at] for at in carries_nothing):
            continue
        (tmp_path / "a.txt.minisig").write_bytes(changed)
        assert not is_good_for_minisign(tmp_path, key), changed
    (tmp_path / "a.txt.minisig").write_bytes(SIGNATURE)
    for at in range(len(key)):
        changed_key = key[:at] + ("A" if key[at] != "A" else "B") + key[at + 1 :]
        assert not is_good_for_minisign(tmp_path, changed_key)
    for changed in flips(DATA)[::5]:
        (tmp_path / "a.txt").write_bytes(changed)
        assert not is_good_for_minisign(tmp_path, key)


@needs_minisign
def test_key_that_minisign_made_signs_as_minisign_does(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(DATA)
    for arguments in (
        ["-G", "-W", "-p", "a.pub", "-s", "a.key"],
        ["-S", "-l", "-s", "a.key", "-m", "a.txt", "-t", "a comment"],
    ):
        subprocess.run(["minisign", *arguments], cwd=tmp_path, check=True, capture_output=True)
    secret = SecretKey.parse((tmp_path / "a.key").read_text(encoding="utf-8"), ask_nobody)
    assert secret.public == PublicKey.parse((tmp_path / "a.pub").read_text(encoding="utf-8"))
    theirs = Signature.parse((tmp_path / "a.txt.minisig").read_bytes())
    assert secret.sign(DATA, "a comment") == theirs
