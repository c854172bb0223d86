"""Where keys come from, and what is said of bad ones."""

from dataclasses import replace
from pathlib import Path

import pytest

from lanpya.editions.keys import (
    configured_key,
    read_public_key,
    read_secret_key,
    refuse_another_key,
)
from lanpya.editions.publication import Publication
from lanpya.findings import UsageError
from tests.editions.keys import make_key, render_key, render_locked_key

KEY = make_key(1)


def ask() -> str:
    return "asked"


def test_secret_key_comes_from_a_file_or_else_from_the_environment(tmp_path: Path) -> None:
    path = tmp_path / "a.key"
    path.write_text(render_key(KEY), encoding="utf-8")
    other = {"LANPYA_SIGNING_KEY": render_key(make_key(2)).splitlines()[1]}
    assert read_secret_key(path, other, ask) == KEY
    assert read_secret_key(None, other, ask) == make_key(2)
    assert read_secret_key(None, {}, ask) is None


def test_password_comes_from_the_environment_or_is_asked_for() -> None:
    variables = {"LANPYA_SIGNING_KEY": render_locked_key(KEY, "asked")}
    assert read_secret_key(None, variables, ask) == KEY
    with pytest.raises(UsageError, match="LANPYA_SIGNING_KEY: the password is wrong"):
        read_secret_key(None, variables | {"LANPYA_SIGNING_PASSWORD": "other"}, ask)


def test_locked_key_where_nobody_can_be_asked_says_where_the_password_goes() -> None:
    def ask_nobody() -> str:
        raise EOFError

    variables = {"LANPYA_SIGNING_KEY": render_locked_key(KEY, "asked")}
    with pytest.raises(UsageError, match=r"LANPYA_SIGNING_KEY: .* LANPYA_SIGNING_PASSWORD"):
        read_secret_key(None, variables, ask_nobody)


def test_bad_key_is_refused_and_not_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.key"
    secret = render_key(KEY).splitlines()[1]
    path.write_text(secret[:-4], encoding="utf-8")
    for read in (path, tmp_path / "absent", tmp_path):
        with pytest.raises(UsageError) as caught:
            read_secret_key(read, {}, ask)
        assert str(read) in str(caught.value)
        assert secret[20:60] not in str(caught.value)
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match=r"no key of minisign"):
        read_secret_key(path, {}, ask)


def test_public_key_is_given_as_such_or_as_its_file(tmp_path: Path) -> None:
    path = tmp_path / "a.pub"
    path.write_text(f"untrusted comment: x\r\n{KEY.public}\r\n", encoding="utf-8")
    assert read_public_key(str(KEY.public)) == KEY.public
    assert read_public_key(str(path)) == KEY.public
    for bad in ("RWabc", str(tmp_path / "absent")):
        with pytest.raises(UsageError):
            read_public_key(bad)


def test_site_names_the_one_key_that_may_sign(publication: Publication) -> None:
    configuration = publication.configuration
    assert configured_key(configuration) is None
    refuse_another_key(KEY, configuration)
    named = replace(configuration, key=str(KEY.public))
    assert configured_key(named) == KEY.public
    refuse_another_key(KEY, named)
    with pytest.raises(UsageError, match=make_key(2).public.shown_id):
        refuse_another_key(make_key(2), named)
    with pytest.raises(UsageError, match=r"extra\.editions\.key"):
        configured_key(replace(configuration, key="RW"))
