"""Throw-away environments for the programs we are compared with."""

import os
import subprocess
import sys
from pathlib import Path


def environment(folder: Path, *packages: str) -> Path:
    """Make a virtual environment in `folder` with `packages` from PyPI; returns its `bin`.

    Raises ``subprocess.CalledProcessError`` when pip cannot install them.
    """
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    programs = folder / "bin"
    subprocess.run(
        [programs / "python", "-m", "pip", "install", "--quiet", *packages],
        check=True,
        env=os.environ | {"PIP_DISABLE_PIP_VERSION_CHECK": "1"},
    )
    return programs
