"""Whether a copy is what was signed: a file, or a folder.

There is deliberately no reading over the network, and checking changes nothing.
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from lanpya.editions.copies import LINK, Copy
from lanpya.editions.manifest import DOWNLOADS, MANIFEST, Manifest, parse_manifest
from lanpya.editions.minisign import SUFFIX, PublicKey, Signature, Verdict
from lanpya.editions.outcomes import Outcome, State, Verification, compare
from lanpya.findings import SiteError, UsageError

LEVELS = 3  # how far above a file its manifest may stand
STATES = {
    Verdict.GOOD: State.GOOD,
    Verdict.CHANGED: State.CHANGED,
    Verdict.UNKNOWN_KEY: State.UNKNOWN_KEY,
}


class _Refusal(Exception):
    """Why there is nothing to compare with."""

    def __init__(self, path: Path, state: State, note: str = "") -> None:
        super().__init__(note)
        self.outcome = Outcome(str(path), state, note)


def verify(path: Path, key: PublicKey | None, manifest: Path | None = None) -> Verification:
    """Check a file or a folder.

    key: None compares with the manifest alone, which proves nothing about who made it.
    manifest: where it is not beside what is checked. Raises SiteError where there is
    nothing to check against, and UsageError where there is nothing to check.
    """
    try:
        if path.is_dir():
            return _verify_folder(path, key, manifest)
        return _verify_file(path, key, manifest)
    except _Refusal as refusal:
        return Verification("", (refusal.outcome,), 1)
    except OSError as error:
        raise UsageError(f"{error.filename}: {error.strerror}.") from None


def tidy(folder: Path, found: Verification) -> None:
    """Delete what updates made empty in a copy, and the folders that are empty after that."""
    for outcome in found.outcomes:
        if outcome.state is State.LEFT_OVER:
            path = folder / outcome.path
            path.unlink()
            for parent in path.relative_to(folder).parents:
                if parent != Path() and not any((folder / parent).iterdir()):
                    (folder / parent).rmdir()


def _verify_file(path: Path, key: PublicKey | None, manifest: Path | None) -> Verification:
    data = path.read_bytes()
    beside = path.with_name(path.name + SUFFIX)
    if key and manifest is None and beside.is_file():
        outcome, version = _judge(path, data, beside, key)
        return Verification(version, (outcome,), 1)
    where = manifest or _find_above(path)
    if where is None:
        raise SiteError(f"Neither {beside.name} nor {MANIFEST} is beside {path}.")
    listed, _ = _read_manifest(where, key)
    return Verification(listed.version, (_look_up(path, data, listed),), 1)


def _find_above(path: Path) -> Path | None:
    places = [folder / MANIFEST for folder in list(path.resolve().parents)[:LEVELS]]
    return next((place for place in places if place.is_file()), None)


def _judge(path: Path, data: bytes, beside: Path, key: PublicKey) -> tuple[Outcome, str]:
    """What a signature file says of a file, and of which version."""
    try:
        signature = Signature.parse(beside.read_bytes())
    except ValueError as error:
        return Outcome(str(path), State.CHANGED, f"{beside.name}: {error}"), ""
    state = STATES[signature.judge(data, key)]
    if state is not State.GOOD:
        return Outcome(str(path), state), ""
    name, _, version = signature.comment.rpartition(" ")
    note = "" if name == path.name else f"it was signed as {signature.comment}"
    return Outcome(str(path), state, note), version


def _read_manifest(path: Path, key: PublicKey | None) -> tuple[Manifest, bytes]:
    """A manifest that may be believed, and its bytes. Raises _Refusal."""
    data = path.read_bytes()
    if key:
        beside = path.with_name(path.name + SUFFIX)
        if not beside.is_file():
            raise _Refusal(path, State.UNKNOWN, f"{beside.name} is missing")
        outcome, _ = _judge(path, data, beside, key)
        if outcome.state is not State.GOOD:
            raise _Refusal(path, outcome.state, outcome.note)
    try:
        return parse_manifest(data), data
    except ValueError as error:
        raise _Refusal(path, State.UNKNOWN, f"it can not be read: {error}") from None


def _look_up(path: Path, data: bytes, manifest: Manifest) -> Outcome:
    """What a manifest knows of a file, by its hash and else by its name."""
    digest = sha256(data).hexdigest()
    entries = [*manifest.editions, *manifest.site]
    names = [entry.path for entry in entries if entry.sha256 == digest]
    if names:
        is_called_so = any(path.name == Path(name).name for name in names)
        return Outcome(str(path), State.GOOD, "" if is_called_so else f"it is {names[0]}")
    if any(path.name == Path(entry.path).name for entry in entries):
        return Outcome(str(path), State.CHANGED)
    return Outcome(str(path), State.UNKNOWN, f"{manifest.version} has no such file")


def _verify_folder(folder: Path, key: PublicKey | None, manifest: Path | None) -> Verification:
    beside, below = folder / MANIFEST, folder / DOWNLOADS / MANIFEST
    where = manifest or (beside if beside.is_file() else below)
    if not where.is_file():
        raise SiteError(f"No {MANIFEST} is in {folder}: name one with --manifest.")
    listed, data = _read_manifest(where, key)
    downloads = DOWNLOADS if where == below or below.is_file() else ""
    copy = Copy(folder, downloads, listed, data)
    if not copy.wanted:
        note = f"nothing of what {where} lists is here"
        return Verification("", (Outcome(str(folder), State.UNKNOWN, note),), 1)
    outcomes = sorted(_compare(copy, key))
    return Verification(listed.version, tuple(outcomes), len(copy.wanted), copy.parts)


def _compare(copy: Copy, key: PublicKey | None) -> Iterator[Outcome]:
    sealed = copy.signed.keys() | set(copy.torrents)
    present = {path: digest for path, digest in copy.present.items() if path not in sealed}
    yield from compare(copy.wanted, present, copy.emptied)
    if key is None:
        return
    for beside, path in copy.signed.items():
        if beside not in copy.present:
            yield Outcome(beside, State.MISSING)
        elif copy.present[beside] == LINK:
            yield Outcome(beside, State.CHANGED, LINK)
        elif copy.present.get(path) == LINK:
            # Of a listed file the list has said so.
            if path in copy.torrents:
                yield Outcome(path, State.CHANGED, LINK)
        elif path in copy.present:
            data = (copy.folder / path).read_bytes()
            outcome, _ = _judge(Path(path), data, copy.folder / beside, key)
            if outcome.state is not State.GOOD:
                # Of a listed file the list says whether it changed; else either may have.
                blamed = path if path in copy.torrents else beside
                yield Outcome(blamed, outcome.state, outcome.note)
