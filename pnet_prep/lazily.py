"""Modules of the standard library that are loaded only once something of them is used.

Python 3.15 can do this for every import (PEP 810). For the versions before it, these are loaded by
what every command needs, Typer and ``inspect`` above all, and no ordinary command uses them.
"""

import sys
from importlib.util import find_spec, module_from_spec
from typing import Any

SELDOM_USED = ("bz2", "ipaddress", "linecache", "lzma", "subprocess", "textwrap", "tokenize")


def put_off(names: tuple[str, ...] = SELDOM_USED) -> None:
    """Let ``import`` find these modules without running them until something of one is used.

    A module that is loaded already is left as it is, and one that is not there stays missing.
    """
    for name in names:
        if name not in sys.modules:
            _put_off(name)


def _put_off(name: str) -> None:
    spec = find_spec(name)
    if spec is None or spec.loader is None:
        return
    loader = spec.loader
    module: Any = module_from_spec(spec)

    def load(wanted: str) -> object:
        del module.__getattr__
        try:
            loader.exec_module(module)
        except BaseException:
            # As after any import that fails: the next one tries again.
            sys.modules.pop(name, None)
            raise
        return getattr(module, wanted)

    # Asked for what the module itself does not have (PEP 562): at first, that is everything.
    module.__getattr__ = load
    sys.modules[name] = module
