"""Where keys come from: files, the environment, the site's configuration. Never the repository.

A secret key is minisign's own (`minisign -G`), so that it can be kept, moved and used without
us. What is wrong with one is said without showing any of it.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from lanpya.content.configuration import Configuration
from lanpya.editions.minisign import PublicKey, SecretKey
from lanpya.findings import UsageError

KEY_VARIABLE = "LANPYA_SIGNING_KEY"
PASSWORD_VARIABLE = "LANPYA_SIGNING_PASSWORD"  # noqa: S105 -- a name, not a password


def read_secret_key(
    path: Path | None, environment: Mapping[str, str], ask_password: Callable[[], str]
) -> SecretKey | None:
    """The key to sign with: of a file, or else of the environment; None where there is none.

    ask_password: called where the key has a password and the environment does not say it.
    Raises UsageError for a key that can not be used.
    """
    text = _read(path) if path else environment.get(KEY_VARIABLE)
    if text is None:
        return None
    shown = str(path or KEY_VARIABLE)
    try:
        password = environment.get(PASSWORD_VARIABLE)
        return SecretKey.parse(text, ask_password if password is None else lambda: password)
    except ValueError as error:
        raise UsageError(f"{shown}: {error}.") from None
    except EOFError:  # there is no terminal to ask at
        raise UsageError(
            f"{shown}: the key has a password, and nobody is there to be asked for it: "
            f"say it in {PASSWORD_VARIABLE}."
        ) from None
    except MemoryError:
        raise UsageError(f"{shown}: opening it needs a gigabyte of free memory.") from None


def read_public_key(key: str) -> PublicKey:
    """A public key, given as such or as the file that it is in. Raises UsageError if it is none."""
    try:
        return PublicKey.parse(key)
    except ValueError:
        path = Path(key)
    try:
        return PublicKey.parse(_read(path))
    except ValueError as error:
        raise UsageError(f"{path}: {error}.") from None


def configured_key(configuration: Configuration) -> PublicKey | None:
    """The key that the site says is its own. Raises UsageError if it is none."""
    if configuration.key is None:
        return None
    try:
        return PublicKey.parse(configuration.key)
    except ValueError as error:
        raise UsageError(f"{configuration.path}: extra.editions.key: {error}.") from None


def refuse_another_key(secret: SecretKey, configuration: Configuration) -> None:
    """Readers check against the configured key: no other one may sign. Raises UsageError."""
    wanted = configured_key(configuration)
    if wanted is not None and wanted != secret.public:
        raise UsageError(
            f"The key to sign with is {secret.public.shown_id}, but {configuration.path} "
            f"names {wanted.shown_id} under extra.editions.key."
        )


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}.") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path}: this is no key of minisign.") from None
