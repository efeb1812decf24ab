"""Makes a picture small: few colors, one byte a dot, as many dots alike as there are."""

import struct
import zlib
from collections.abc import Iterator

_HEAD = b"\x89PNG\r\n\x1a\n"
_STEP = 17
"""Each of red, green and blue has 16 steps from 0 to 255: the eye sees no difference in a text."""


def smaller(png: bytes) -> bytes:
    """A picture with a palette in place of one of 8-bit RGBA dots.

    Raises ``ValueError`` for another kind of PNG, or where more than 256 colors are left.
    """
    width, height, kind = struct.unpack(">IIH", png[16:26])
    if kind != 0x0806:
        raise ValueError(kind)
    packed = b"".join(data for name, data in _chunks(png) if name == b"IDAT")
    colors: dict[bytes, int] = {}
    lines = bytearray()
    for line in _lines(zlib.decompress(packed), width, height):
        lines.append(0)
        for place in range(0, len(line), 4):
            dot = bytes((channel + _STEP // 2) // _STEP for channel in line[place : place + 3])
            lines.append(colors.setdefault(dot, len(colors)))
    if len(colors) > 256:
        raise ValueError(len(colors))
    palette = b"".join(bytes(channel * _STEP for channel in color) for color in colors)
    return b"".join(
        (
            _HEAD,
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", palette),
            _chunk(b"IDAT", zlib.compress(bytes(lines), 9)),
            _chunk(b"IEND", b""),
        )
    )


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_HEAD)
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        yield png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        place += length + 12


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _lines(raw: bytes, width: int, height: int) -> Iterator[bytes]:
    """The dots of each line, with the filters of PNG taken off."""
    size = width * 4
    above = bytes(size)
    for row in range(height):
        start = row * (size + 1)
        above = _unfiltered(raw[start], raw[start + 1 : start + 1 + size], above)
        yield above


def _unfiltered(how: int, line: bytes, above: bytes) -> bytes:
    made = bytearray(line)
    for place in range(len(made)) if how else ():
        left = made[place - 4] if place >= 4 else 0
        corner = above[place - 4] if place >= 4 else 0
        guess = (0, left, above[place], (left + above[place]) // 2)
        add = guess[how] if how < 4 else _nearest(left, above[place], corner)
        made[place] = (made[place] + add) & 255
    return bytes(made)


def _nearest(left: int, above: int, corner: int) -> int:
    guess = left + above - corner
    return min((left, above, corner), key=lambda one: abs(guess - one))
