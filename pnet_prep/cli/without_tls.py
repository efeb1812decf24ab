"""Prompts are drawn by asyncio, which loads TLS where it is there. Nothing here ever connects."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

_TLS = "ssl"


@contextmanager
def without_tls() -> Iterator[None]:
    """Let nothing load TLS meanwhile: it takes a thirtieth of the wait for the first question.

    What cannot do without it raises ``ImportError``. Where it is loaded already it stays.
    """
    if _TLS in sys.modules:
        yield
        return
    sys.modules[_TLS] = cast("ModuleType", None)  # Python takes it for a module that is not there
    try:
        yield
    finally:
        del sys.modules[_TLS]
