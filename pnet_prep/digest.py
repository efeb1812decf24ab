"""SHA-256 (FIPS 180-4) without OpenSSL, which ``hashlib`` loads first.

That takes 3 MiB and a third of the time in which Python itself starts. The standard library's own
``random`` takes what it needs of SHA-2 in this way, for this reason.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import sha256
else:
    try:
        from _sha2 import sha256
    except ImportError:
        try:
            from _sha256 import sha256  # Python 3.11
        except ImportError:  # a Python that has it from OpenSSL alone
            from hashlib import sha256

__all__ = ["sha256"]
