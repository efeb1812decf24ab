"""One document set by typst: a program of its own, so that typst can neither break nor fill ours.

typst is 84 MB of machine code and cannot be interrupted; where it breaks down it may take the whole
process with it, and write what it was setting to the screen. So `typeset` starts this file with
``python -I -S``, gives it the words, and reads what it wrote::

    typesetter.py WHERE_TYPST_IS TEMPLATE [--system-fonts] [--embedded-fonts] FONT_FOLDER...

In: the data as JSON, as the template reads it. Out: the PDF; or, with the exit code `REFUSED`, what
typst has against the document.
"""

import os
import sys

REFUSED = 3
SYSTEM_FONTS, EMBEDDED_FONTS = "--system-fonts", "--embedded-fonts"


def main(site: str, template: str, *fonts: str) -> int:
    """Set what is read from standard input; give the exit code."""
    sys.path.append(site)
    import typst

    kinds = {SYSTEM_FONTS, EMBEDDED_FONTS}
    try:
        made = typst.compile(
            template,
            font_paths=typst.Fonts(
                include_system_fonts=SYSTEM_FONTS in fonts,
                include_embedded_fonts=EMBEDDED_FONTS in fonts,
                font_paths=[font for font in fonts if font not in kinds],
            ),
            sys_inputs={"data": sys.stdin.buffer.read().decode()},
            pdf_standards=["ua-1"],
        )
    except typst.TypstError as error:
        sys.stdout.buffer.write(error.diagnostic.encode())
        return REFUSED
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    code = main(*sys.argv[1:])
    sys.stdout.flush()
    os._exit(code)  # nothing is left to tidy up, and tidying takes a millisecond
