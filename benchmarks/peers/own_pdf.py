"""Our own PDF alone, as the other makers make theirs: DATA.json to OUT.pdf."""

import json
import sys

from pnet_prep.render.typeset import typeset


def main() -> None:
    """Write the document."""
    source, target = sys.argv[1:]
    with open(source, encoding="utf-8") as file:
        made = typeset(json.load(file))
    with open(target, "wb") as file:
        file.write(made.data)


main()
