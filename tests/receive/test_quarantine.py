"""The process that opens parcels: what it can not do, and that what it says is not believed."""

import os
import subprocess
import sys
from base64 import b64encode
from pathlib import Path

import pytest

from lanpya.receive import quarantine
from lanpya.receive.limits import MAX_BYTES, RefusedError
from lanpya.receive.quarantine import PACKAGES, read_parcel
from tests.content.photographs import encoded, photograph, scene
from tests.receive.parcels import PARAGRAPHS, W, document, zipped

ATTEMPTS = {
    "socket": "import socket; socket.create_connection(('127.0.0.1', {port}), 2)",
    "name": "import socket; socket.getaddrinfo('example.org', 80)",
    "program": "import subprocess; subprocess.run(['true'])",
    "shell": "import os; os.system('true')",
    "fork": "import os; os.fork()",
    "write": "open({path!r}, 'w')",
    "append": "open({path!r}, 'ab')",
    "descriptor": "import os; os.open({path!r}, os.O_CREAT | os.O_WRONLY)",
    "remove": "import os; os.remove({path!r})",
    "library": "import ctypes; ctypes.CDLL(None)",
}
DOORS = "import sys; sys.path.insert(0, {packages!r}); from lanpya.receive import worker; "


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_worker_can_not(attempt: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("before", encoding="utf-8")
    doors = DOORS.format(packages=str(PACKAGES)) + "worker.close_doors()\n"
    code = doors + ATTEMPTS[attempt].format(port=9, path=str(path))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode
    assert "is not for what strangers send" in done.stderr
    assert path.read_text(encoding="utf-8") == "before"


@pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")
def test_worker_has_an_end_of_memory_and_time() -> None:
    doors = DOORS.format(packages=str(PACKAGES)) + "worker.close_doors()\n"
    for code, seen in (("bytearray(2_000_000_000)", "MemoryError"),):
        done = subprocess.run([sys.executable, "-c", doors + code], capture_output=True, text=True)
        assert seen in done.stderr
    limits = "import resource; print(resource.getrlimit(resource.RLIMIT_CPU)[1])"
    done = subprocess.run([sys.executable, "-c", doors + limits], capture_output=True, text=True)
    assert int(done.stdout) <= 20


def test_parcel_comes_through_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(document())
    parcel = read_parcel(path)
    assert PARAGRAPHS[0] in parcel.texts[0].text
    assert len(parcel.pictures) == 1


@pytest.mark.parametrize("code", ["too-large", "unreadable"])
def test_file_that_can_not_be_taken(code: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    if code == "too-large":
        path.write_bytes(b"x" * (MAX_BYTES + 1))
    with pytest.raises(RefusedError) as caught:
        read_parcel(path)
    assert caught.value.code == code


def time_of_workers() -> float:
    """Seconds that those which have ended took of a processor, however busy it was."""
    taken = os.times()
    return taken.children_user + taken.children_system


def test_traps_end_in_time(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    entities = f'<!DOCTYPE x [<!ENTITY a0 "ha">{laughs}]><w:document {W}>&a11;</w:document>'
    deep = f"<w:document {W}>" + "<w:p>" * 100_000 + "</w:p>" * 100_000 + "</w:document>"
    for name, main in (("entities", entities), ("deep", deep)):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(zipped({"[Content_Types].xml": "", "word/document.xml": main}))
        start = time_of_workers()
        with pytest.raises(RefusedError):
            read_parcel(path)
        assert time_of_workers() - start < 30


PICTURE = b64encode(encoded(scene((9, 9)), "WEBP")).decode()


def parcel_of(pictures: str = "", left_out: str = "") -> str:
    lists = f'"texts": [], "pages": [], "pictures": [{pictures}], "left_out": [{left_out}]'
    return f'{{"parcel": {{{lists}, "letter_lines": 0}}}}'


def picture_of(data: str, more: str = "") -> str:
    return parcel_of(f'{{"name": "a.jpg", "data": "{data}"{more}}}')


def answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, said: str) -> None:
    monkeypatch.setattr(quarantine, "_ask_worker", lambda _: said)
    (tmp_path / "a.txt").write_bytes(b"x")
    read_parcel(tmp_path / "a.txt")


def test_sound_answer_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    answer(monkeypatch, tmp_path, picture_of(PICTURE))


@pytest.mark.parametrize(
    "said",
    [
        "",
        "[]",
        "{}",
        '{"parcel": 1}',
        picture_of("no base64"),
        picture_of(b64encode(photograph()).decode()),
        picture_of(PICTURE, ', "more": 1'),
        parcel_of(left_out='{"name": "a", "reason": "{name.__class__}"}'),
    ],
)
def test_unsound_answer_is_not_believed(
    said: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with pytest.raises(RefusedError) as caught:
        answer(monkeypatch, tmp_path, said)
    assert caught.value.code == "damaged"
