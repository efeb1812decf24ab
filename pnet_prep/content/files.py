"""Where ``questions/`` is: beside the modules when installed, beside the package in a checkout."""

from __future__ import annotations

import os

from pnet_prep.errors import ContentError, Problem

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def questions_folder() -> str:
    """The folder of the shipped content. Raises ``ContentError`` when the install is damaged."""
    for folder in (
        os.path.join(_PACKAGE, "questions"),
        os.path.join(os.path.dirname(_PACKAGE), "questions"),
    ):
        if os.path.isfile(os.path.join(folder, "words.yaml")):
            return folder
    missing = Problem(
        "questions", 1, 1, "missing", "the folder is missing: install pnet-prep again"
    )
    raise ContentError((missing,))


def read_folder(folder: str) -> dict[str, bytes]:
    """The bytes of every YAML and text file of a content folder, by name, in the order of names.

    Raises ``ContentError`` when the folder or a file cannot be read.
    """
    try:
        names = sorted(n for n in os.listdir(folder) if n.endswith((".yaml", ".txt")))
        found = {}
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                found[name] = file.read()
    except OSError as error:
        name = os.path.basename(error.filename or folder)
        text = f"this cannot be read ({error.strerror}): check the name of the folder"
        raise ContentError((Problem(name, 1, 1, "unreadable", text),)) from None
    if not found:
        text = "there is no .yaml file in this folder: check its name"
        raise ContentError((Problem(os.path.basename(folder), 1, 1, "missing", text),))
    return found
