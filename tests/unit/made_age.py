"""Files of the age format that a passphrase opens with next to no work, for tests.

Written from the format's description (age-encryption.org/v1) and RFC 8439, and slow: only for small
files. What the program reads is so made by something else than what the program writes with.
"""

import hashlib
import hmac
import os
import struct
from base64 import b64encode

_WORD = 0xFFFFFFFF
_ROUND = (
    *((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15)),
    *((0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)),
)


def sealed(data: bytes, passphrase: str, work: int = 2) -> bytes:
    """The bytes as an age file of less than 64 KB; the work factor is that of the header."""
    file_key, salt, nonce = os.urandom(16), os.urandom(16), os.urandom(16)
    salted = b"age-encryption.org/v1/scrypt" + salt
    wrap = hashlib.scrypt(passphrase.encode(), salt=salted, n=1 << work, r=8, p=1, dklen=32)
    stanza = b"-> scrypt %s %d\n%s" % (
        _base64(salt),
        work,
        _base64(_lock(wrap, bytes(12), file_key)),
    )
    header = b"age-encryption.org/v1\n" + stanza + b"\n---"
    mac = hmac.new(_derived(file_key, b"", b"header"), header, hashlib.sha256).digest()
    payload = _lock(_derived(file_key, nonce, b"payload"), bytes(11) + b"\x01", data)
    return header + b" " + _base64(mac) + b"\n" + nonce + payload


def _base64(data: bytes) -> bytes:
    return b64encode(data).rstrip(b"=")


def _derived(key: bytes, salt: bytes, info: bytes) -> bytes:
    extracted = hmac.new(salt or bytes(32), key, hashlib.sha256).digest()
    return hmac.new(extracted, info + b"\x01", hashlib.sha256).digest()


def _lock(key: bytes, nonce: bytes, data: bytes) -> bytes:
    """ChaCha20-Poly1305 without further data (RFC 8439, section 2.8)."""
    once = _block(key, nonce, 0)[:32]
    stream = b"".join(_block(key, nonce, n + 1) for n in range(-(-len(data) // 64)))
    locked = bytes(a ^ b for a, b in zip(data, stream, strict=False))
    counted = locked + bytes(-len(locked) % 16) + struct.pack("<QQ", 0, len(locked))
    return locked + _poly1305(once, counted)


def _block(key: bytes, nonce: bytes, counter: int) -> bytes:
    start = [0x61707865, 0x3320646E, 0x79622D32, 0x6B206574]
    start += [*struct.unpack("<8L", key), counter, *struct.unpack("<3L", nonce)]
    words = [*start]
    for a, b, c, d in _ROUND * 10:
        for into, add, turn, by in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            words[into] = (words[into] + words[add]) & _WORD
            mixed = words[turn] ^ words[into]
            words[turn] = ((mixed << by) | (mixed >> (32 - by))) & _WORD
    return struct.pack("<16L", *((a + b) & _WORD for a, b in zip(words, start, strict=True)))


def _poly1305(key: bytes, data: bytes) -> bytes:
    factor = int.from_bytes(key[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    total = 0
    for at in range(0, len(data), 16):
        part = int.from_bytes(data[at : at + 16] + b"\x01", "little")
        total = (total + part) * factor % ((1 << 130) - 5)
    return ((total + int.from_bytes(key[16:], "little")) & ((1 << 128) - 1)).to_bytes(16, "little")
