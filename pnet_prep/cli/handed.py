"""Input that is no file: standard input, and pipes that a shell hands over."""

from __future__ import annotations

import errno
import re
import sys

from pnet_prep.cli.options import STDIN

_PIPE = r"/(?:dev|proc/self)/fd/(\d{1,6})\Z"
"""What a shell puts in place of <(...): the number of a pipe that is open already."""


def is_handed(source: str) -> bool:
    """Whether a source is read as it comes, and is no file."""
    return source == STDIN or re.match(_PIPE, source) is not None


def not_read(error: OSError) -> str:
    """The id of the sentence for a source that could not be read: no file, or none there."""
    return "error.not_a_file" if error.errno == errno.EINVAL else "error.answers_not_read"


def read_handed(source: str, most: int) -> bytes:
    """The first bytes of such a source, ``most`` of them if there are so many."""
    found = re.match(_PIPE, source)
    if found is None:
        return sys.stdin.buffer.read(most)
    with open(int(found[1]), "rb", closefd=False) as pipe:
        return pipe.read(most)
