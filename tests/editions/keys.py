"""Keys that sign in tests, and nothing else."""

from base64 import b64encode
from hashlib import blake2b, scrypt

from lanpya.editions.minisign import PublicKey, SecretKey

PLAIN_TAIL = bytes(32 + 16)


def make_key(number: int) -> SecretKey:
    """A key that is the same in every run."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    seed = bytes([number]) * 32
    public = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
    return SecretKey(PublicKey(bytes([number]) * 8, public), seed)


def render_key(key: SecretKey) -> str:
    """As `minisign -G -W` writes it."""
    body = key.public.id + key.seed + key.public.key + bytes(32)
    return _file(b"Ed" + b"\0\0" + b"B2" + PLAIN_TAIL + body)


def render_locked_key(key: SecretKey, password: str) -> str:
    """As `minisign -G` writes it, but with a password that is tried quickly."""
    salt, operations, memory = b"s" * 32, 32768, 16777216
    body = key.public.id + key.seed + key.public.key
    body += blake2b(b"Ed" + body, digest_size=32).digest()
    # By libsodium's rule, these limits mean N = 1024, r = 8, p = 1.
    stream = scrypt(password.encode(), salt=salt, n=1024, r=8, p=1, dklen=len(body))
    locked = bytes(a ^ b for a, b in zip(body, stream, strict=True))
    limits = operations.to_bytes(8, "little") + memory.to_bytes(8, "little")
    return _file(b"Ed" + b"Sc" + b"B2" + salt + limits + locked)


def _file(data: bytes) -> str:
    return f"untrusted comment: minisign secret key\n{b64encode(data).decode()}\n"
