"""A torrent of dist/, fed by every mirror's own web server (BEP 19), and its magnet link.

There is deliberately no tracker: those who share find one another by the distributed hash
table, and whoever shares shows an address to all others, as the docs say.

Formats: BEP 3 (torrent, bencode), BEP 9 (magnet), BEP 19 (web seeds).
"""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha1
from pathlib import Path
from urllib.parse import quote

SMALLEST_PIECE, LARGEST_PIECE = 2**14, 2**22
MANY_PIECES = 1000
TORRENT, MAGNET = "torrent", "magnet.txt"

Value = int | str | bytes | Sequence["Value"] | Mapping[str, "Value"]


def bencode(value: Value) -> bytes:
    """BEP 3's encoding; keys in the order of their bytes."""
    if isinstance(value, int):
        return b"i%de" % value
    if isinstance(value, str):
        return bencode(value.encode())
    if isinstance(value, bytes):
        return b"%d:%s" % (len(value), value)
    if isinstance(value, Mapping):
        rows = sorted((key.encode(), one) for key, one in value.items())
        return b"d" + b"".join(bencode(key) + bencode(one) for key, one in rows) + b"e"
    return b"l" + b"".join(map(bencode, value)) + b"e"


def make_torrent(
    folder: Path, name: str, seeds: Iterable[str], timestamp: int
) -> tuple[bytes, str]:
    """The torrent of all files below a folder, and its magnet link.

    name: of the folder that it makes. seeds: addresses, with a slash at their ends, below
    which the folder stands under that name.
    """
    paths = sorted(
        (path.relative_to(folder).parts, path) for path in folder.rglob("*") if path.is_file()
    )
    files: list[Value] = [
        {"length": path.stat().st_size, "path": list(parts)} for parts, path in paths
    ]
    size = _piece_size(sum(path.stat().st_size for _, path in paths))
    info: Mapping[str, Value] = {
        "files": files,
        "name": name,
        "piece length": size,
        "pieces": _hash_pieces((path for _, path in paths), size),
    }
    addresses: list[str] = list(seeds)
    torrent: Mapping[str, Value] = {"creation date": timestamp, "info": info, "url-list": addresses}
    parts = [f"xt=urn:btih:{sha1(bencode(info), usedforsecurity=False).hexdigest()}"]
    parts += [f"dn={quote(name)}", *(f"ws={quote(seed, safe='')}" for seed in addresses)]
    return bencode(torrent), "magnet:?" + "&".join(parts)


def _piece_size(total: int) -> int:
    """A power of two that cuts the whole into a thousand pieces, if it may."""
    size = SMALLEST_PIECE
    while size < LARGEST_PIECE and total > size * MANY_PIECES:
        size *= 2
    return size


def _hash_pieces(paths: Iterable[Path], size: int) -> bytes:
    """SHA-1 of each piece of the files, one behind the other."""
    hashes, rest = [], b""
    for path in paths:
        with path.open("rb") as file:
            while chunk := file.read(size - len(rest)):
                rest += chunk
                if len(rest) == size:
                    hashes.append(sha1(rest, usedforsecurity=False).digest())
                    rest = b""
    if rest:
        hashes.append(sha1(rest, usedforsecurity=False).digest())
    return b"".join(hashes)
