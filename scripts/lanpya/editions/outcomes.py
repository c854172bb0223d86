"""What may be the matter with a copy's files, and the comparison that finds it out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """What is the matter with a file."""

    GOOD = "good"
    CHANGED = "changed"
    MISSING = "missing"
    EXTRA = "extra"
    RENAMED = "renamed"
    LEFT_OVER = "left over"
    UNKNOWN_KEY = "unknown key"
    UNKNOWN = "can not tell"

    @property
    def is_harmless(self) -> bool:
        """Whether a copy may have such a file and still be what was signed."""
        return self in (State.GOOD, State.LEFT_OVER)


@dataclass(frozen=True, order=True)
class Outcome:
    """One file's. path: as shown; note: what else there is to say."""

    path: str
    state: State
    note: str = ""


@dataclass(frozen=True)
class Verification:
    """What was found.

    version: of the manifest or the signature, "" where it may not be believed.
    outcomes: of what is not good, or of the one file that was asked for.
    total: how many files there should be. parts: of a folder, what was found there, at
    least in part ("site", "editions"); where there is nothing of a part, nothing is missed.
    """

    version: str
    outcomes: tuple[Outcome, ...]
    total: int
    parts: tuple[str, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether all is as it was signed."""
        return all(outcome.state.is_harmless for outcome in self.outcomes)


def compare(
    wanted: Mapping[str, str], present: Mapping[str, str], emptied: frozenset[str]
) -> Iterator[Outcome]:
    """What differs between the files that should be there and those that are.

    wanted, present: hash by path. emptied: paths that an update made empty, since no zip
    can remove a file.
    """
    missing = {path: digest for path, digest in wanted.items() if path not in present}
    by_digest: dict[str, list[str]] = {}
    for path in sorted(missing, reverse=True):
        by_digest.setdefault(missing[path], []).append(path)
    for path in sorted(present):
        if path in wanted:
            if present[path] != wanted[path]:
                yield Outcome(path, State.CHANGED)
        elif path in emptied:
            yield Outcome(path, State.LEFT_OVER, "an update made it empty; it may be deleted")
        elif names := by_digest.get(present[path]):
            name = names.pop()
            del missing[name]
            yield Outcome(path, State.RENAMED, f"it is {name}")
        else:
            yield Outcome(path, State.EXTRA)
    for path in missing:
        yield Outcome(path, State.MISSING)
