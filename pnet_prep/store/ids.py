"""Ids of visits, people and list entries: random, or made from some bytes."""

from __future__ import annotations

import os

_ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789"
_LENGTH = 8
_FAIR = 256 - 256 % len(_ALPHABET)


def fresh_id() -> str:
    """Eight random characters of ``[a-z0-9]``."""
    letters = ""
    while len(letters) < _LENGTH:
        fair = (byte for byte in os.urandom(_LENGTH * 2) if byte < _FAIR)
        letters += "".join(_ALPHABET[byte % len(_ALPHABET)] for byte in fair)
    return letters[:_LENGTH]


def id_from(seed: bytes) -> str:
    """The id that belongs to some bytes: equal bytes give equal ids, on every computer."""
    import hashlib

    digest = int.from_bytes(hashlib.sha256(seed).digest(), "big")
    places = (len(_ALPHABET) ** place for place in range(_LENGTH))
    return "".join(_ALPHABET[digest // place % len(_ALPHABET)] for place in places)


def is_id(text: str) -> bool:
    """Whether a text has the form of `fresh_id`."""
    return len(text) == _LENGTH and not text.strip(_ALPHABET)
