"""Random ids: for visits, people, entries of lists, and the nonce of an answer."""

from __future__ import annotations

import os

_ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789"
ID_LENGTH = 8
_FAIR = 256 - 256 % len(_ALPHABET)


def fresh_id() -> str:
    """Eight random characters of ``[a-z0-9]``."""
    letters = ""
    while len(letters) < ID_LENGTH:
        fair = (byte for byte in os.urandom(ID_LENGTH * 2) if byte < _FAIR)
        letters += "".join(_ALPHABET[byte % len(_ALPHABET)] for byte in fair)
    return letters[:ID_LENGTH]


def is_id(text: str) -> bool:
    """Whether a text has the form of `fresh_id`."""
    return len(text) == ID_LENGTH and not text.strip(_ALPHABET)
