"""Keys, signatures, contact cards: what programs send along, and what is nobody's but its owner's.

A signature names the key that made it, and a key names a person, however unreadable it looks.
"""

import re

# A block in armour: OpenPGP (RFC 9580) and PEM (RFC 7468) write it in the same way.
ARMOUR_RE = re.compile(
    r"^[ \t>]*-----BEGIN (?!PGP SIGNED MESSAGE)([A-Z0-9 ]{1,60})-----"
    r".*?(?:^[ \t>]*-----END \1-----[ \t]*$|\Z)\n?",
    re.MULTILINE | re.DOTALL,
)
# What stands above a text that is signed where it stands.
SIGNED_RE = re.compile(
    r"^-----BEGIN PGP SIGNED MESSAGE-----[ \t]*\n(?:[A-Za-z][A-Za-z-]*:[^\n]*\n)*", re.MULTILINE
)
SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----"
ESCAPED_RE = re.compile(r"^- (?=[-]|From )", re.MULTILINE)
CARD_RE = re.compile(r"\s*BEGIN:V(?:CARD|CALENDAR)\b", re.IGNORECASE)


def is_card(text: str) -> bool:
    """Whether a text is a contact card (RFC 6350) or an appointment (RFC 5545)."""
    return bool(CARD_RE.match(text))


def drop_armour(text: str) -> str:
    """A text without the blocks of keys and signatures in it; "" where nothing else is."""
    text = text.replace("\r\n", "\n")
    if SIGNED in text:
        text = ESCAPED_RE.sub("", SIGNED_RE.sub("", text))
    bare = ARMOUR_RE.sub("", text)
    return bare if bare.strip() else ""
