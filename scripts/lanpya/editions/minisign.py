"""Signatures in minisign's format: made here, and checked here, by `minisign` and in a browser.

What is made is the "legacy" kind, Ed25519 of the file itself, because a browser's WebCrypto
can check that and nothing that is hashed by BLAKE2b first. What is checked may be either.
The untrusted comment is left empty and the last line has no end, so that no byte of a
signature is left that could be changed unnoticed (but for six bits of base64 that carry
nothing: minisign 0.11 passes over them, we do not).

Format: https://jedisct1.github.io/minisign/
"""

import hmac
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import blake2b, scrypt
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

UNTRUSTED = "untrusted comment: "
TRUSTED = "trusted comment: "
PURE, HASHED = b"Ed", b"ED"
NO_PASSWORD, SCRYPT = b"\0\0", b"Sc"
BLAKE2B = b"B2"
KEY_SIZE, SECRET_SIZE, SIGNATURE_SIZE = 42, 158, 74
ID, DETACHED = 8, 64
BLOCK_SIZE = 8  # scrypt's r, as libsodium has it
SUFFIX = ".minisig"


class Verdict(StrEnum):
    """What a signature says of a file."""

    GOOD = "good"
    CHANGED = "changed"
    UNKNOWN_KEY = "unknown key"


@dataclass(frozen=True)
class PublicKey:
    """id: 8 bytes, which tell keys apart and prove nothing. key: 32 bytes."""

    id: bytes
    key: bytes

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a key, or a minisign.pub with its comment. Raises ValueError for anything else."""
        lines = text.strip().splitlines()
        if len(lines) == 2 and lines[0].startswith(UNTRUSTED):
            lines = lines[1:]
        if len(lines) != 1:
            raise ValueError("this is no public key of minisign")
        data = _decode(lines[0].strip(), KEY_SIZE)
        if data[:2] != PURE:
            raise ValueError("this is a key of another kind")
        return cls(data[2 : 2 + ID], data[2 + ID :])

    def __str__(self) -> str:
        """As minisign's -P takes it."""
        return b64encode(PURE + self.id + self.key).decode()

    @property
    def shown_id(self) -> str:
        """The id as minisign writes it."""
        return self.id[::-1].hex().upper()

    def has_signed(self, data: bytes, signature: bytes) -> bool:
        """Whether a signature of 64 bytes is this key's for that data."""
        try:
            Ed25519PublicKey.from_public_bytes(self.key).verify(signature, data)
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True)
class Signature:
    """A .minisig file. comment: what its signer says, in one line; it is signed as well."""

    algorithm: bytes
    key_id: bytes
    signature: bytes
    comment: str
    comment_signature: bytes

    @classmethod
    def parse(cls, data: bytes) -> Self:
        """Read a .minisig. Raises ValueError for what is none."""
        lines = data.decode().removesuffix("\n").split("\n")
        lines = [line.removesuffix("\r") for line in lines]
        if len(lines) != 4 or any("\r" in line for line in lines):
            raise ValueError("this is no signature of minisign")
        untrusted, first, comment, second = lines
        if not untrusted.startswith(UNTRUSTED) or not comment.startswith(TRUSTED):
            raise ValueError("this is no signature of minisign")
        head = _decode(first, SIGNATURE_SIZE)
        if head[:2] not in (PURE, HASHED):
            raise ValueError("this is a signature of another kind")
        return cls(
            algorithm=head[:2],
            key_id=head[2 : 2 + ID],
            signature=head[2 + ID :],
            comment=comment.removeprefix(TRUSTED),
            comment_signature=_decode(second, DETACHED),
        )

    def __str__(self) -> str:
        """The file's text."""
        first = b64encode(self.algorithm + self.key_id + self.signature).decode()
        second = b64encode(self.comment_signature).decode()
        return f"{UNTRUSTED}\n{first}\n{TRUSTED}{self.comment}\n{second}"

    def judge(self, data: bytes, key: PublicKey) -> Verdict:
        """What this signature says of a file's bytes, when that key is trusted."""
        if self.key_id != key.id:
            return Verdict.UNKNOWN_KEY
        signed = blake2b(data).digest() if self.algorithm == HASHED else data
        is_good = key.has_signed(signed, self.signature) and key.has_signed(
            self.signature + self.comment.encode(), self.comment_signature
        )
        return Verdict.GOOD if is_good else Verdict.CHANGED


@dataclass(frozen=True)
class SecretKey:
    """What signs. seed: 32 bytes, never shown."""

    public: PublicKey
    seed: bytes = field(repr=False)

    @classmethod
    def parse(cls, text: str, ask_password: Callable[[], str]) -> Self:
        """Read a minisign.key, or its second line alone.

        ask_password: called if the key has one; minisign's choice needs a gigabyte of memory
        for some seconds. Raises ValueError for a wrong password, or if this is no such key.
        """
        lines = text.strip().splitlines()
        if not lines:
            raise ValueError("the key is empty")
        data = _decode(lines[-1].strip(), SECRET_SIZE)
        algorithm, kind, checksum, rest = data[:2], data[2:4], data[4:6], data[6:]
        if algorithm != PURE or checksum != BLAKE2B or kind not in (NO_PASSWORD, SCRYPT):
            raise ValueError("this is a secret key of another kind")
        body = rest[48:]
        if kind == SCRYPT:
            body = _unlock(body, rest[:32], rest[32:40], rest[40:48], ask_password())
        id_, seed, public = body[:ID], body[ID : ID + 32], body[ID + 32 : ID + 64]
        found = cls(PublicKey(id_, public), seed)
        if found._signer.public_key().public_bytes_raw() != public:
            raise ValueError("the secret key does not fit its public half")
        return found

    @property
    def _signer(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)

    def sign(self, data: bytes, comment: str) -> Signature:
        """Sign a file's bytes. comment: one line, to be trusted as the file is."""
        assert comment.isprintable(), comment
        signature = self._signer.sign(data)
        comment_signature = self._signer.sign(signature + comment.encode())
        return Signature(PURE, self.public.id, signature, comment, comment_signature)


def _unlock(body: bytes, salt: bytes, operations: bytes, memory: bytes, password: str) -> bytes:
    """Take a password off: the rest is id, seed, public key and their checksum."""
    rounds, parallel = _pick_parameters(_number(operations), _number(memory))
    stream = scrypt(
        password.encode(),
        salt=salt,
        n=rounds,
        r=BLOCK_SIZE,
        p=parallel,
        maxmem=128 * BLOCK_SIZE * (rounds + parallel + 2),
        dklen=len(body),
    )
    open_ = bytes(a ^ b for a, b in zip(body, stream, strict=True))
    wanted = blake2b(PURE + open_[: ID + 64], digest_size=32).digest()
    if not hmac.compare_digest(wanted, open_[ID + 64 :]):
        raise ValueError("the password is wrong")
    return open_


def _number(little_endian: bytes) -> int:
    return int.from_bytes(little_endian, "little")


def _pick_parameters(operations: int, memory: int) -> tuple[int, int]:
    """N and p of scrypt, as libsodium's crypto_pwhash_scryptsalsa208sha256 picks them."""
    operations = max(operations, 32768)
    if operations < memory // 32:
        return _power_below(operations // (BLOCK_SIZE * 4)), 1
    rounds = _power_below(memory // (BLOCK_SIZE * 128))
    return rounds, min(operations // 4 // rounds, 0x3FFFFFFF) // BLOCK_SIZE


def _power_below(limit: int) -> int:
    """The least power of two from 2 on that is more than half the limit."""
    power = 2
    while power <= limit // 2:
        power *= 2
    return power


def _decode(text: str, size: int) -> bytes:
    """Base64 of so many bytes, written in the one way that is right."""
    try:
        data = b64decode(text, validate=True)
    except ValueError:
        data = b""
    if len(data) != size or b64encode(data).decode() != text:
        raise ValueError("this is no base64 of a key or a signature, or a part of it is missing")
    return data
