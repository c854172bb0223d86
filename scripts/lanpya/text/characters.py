"""Classes of characters that no script owns, written to stand inside [].

Spelled out, because Python and browsers do not agree on what white space is.
"""

WHITE_SPACE = "\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# Controls, ASCII, Latin-1, General Punctuation with the zero-width characters, CJK punctuation.
PUNCTUATION = (
    "\x00-\x08\x0e-\x1b!-/:-@\\[-`{-\x84\x86-\x9f\xa1-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf"
    "\u200b-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u206f\u3001-\u303f\ufeff"
)
