"""How much of a parcel is unpacked, counted while it is read and whatever it says of itself."""

from dataclasses import dataclass

MAX_BYTES = 10_000_000
MAX_UNPACKED = 50_000_000
MAX_MEMBERS = 200
MAX_RATIO = 100
FREE = 100_000  # bytes that any member may have, however well they were packed
MAX_DEPTH = 3  # a letter with a zip with a document
MAX_TEXT = 2_000_000  # characters, of everything together
CPU_SECONDS = 20
WALL_SECONDS = 60
MEMORY = 1_000_000_000


class RefusedError(Exception):
    """A parcel that is not opened. code: of the message files."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass
class Budget:
    """What is left of the limits for one parcel and everything in it."""

    unpacked: int = MAX_UNPACKED
    members: int = MAX_MEMBERS

    def count_member(self) -> None:
        """Take one more file. Raises RefusedError where there are too many."""
        self.members -= 1
        if self.members < 0:
            raise RefusedError("too-many-files", limit=str(MAX_MEMBERS))

    def count_bytes(self, number: int) -> None:
        """Take so many bytes. Raises RefusedError where there are too many."""
        self.unpacked -= number
        if self.unpacked < 0:
            raise RefusedError("too-large-unpacked", limit=f"{MAX_UNPACKED // 1_000_000} MB")
