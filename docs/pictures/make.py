"""Makes the pictures of the README from the program itself: `python docs/pictures/make.py`.

Needs the `test` extra. The terminal is a real pseudo-terminal, the sheet a real export.
"""

import os
import re
import sys
import tempfile
from pathlib import Path

import pexpect
import pyte
import typst
from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from rich.text import Text

HERE = Path(__file__).parent
CASE = HERE.parents[1] / "tests" / "cases" / "zoe.yaml"
ROWS, COLUMNS = 24, 80
DOWN = "\x1b[B"
SCRIPT = (
    ("Who is answering", [DOWN, "\r"]),
    ("What name", ["Zoë Nuñez", "\r"]),
    ("In which year", ["1974", "\r"]),
    ("Are you female", [DOWN]),
)
"""What is waited for on the screen, and the keys that follow; the last keys are left to be seen."""


def main() -> None:
    """Write both pictures beside this file."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "PNET_PREP_HOME": home, "TERM": "xterm-256color"}
        environment |= {"PROMPT_TOOLKIT_NO_CPR": "1", "LANG": "C.UTF-8"}
        terminal_picture(HERE / "interview.svg", environment)
        sheet_picture(HERE / "sheet.png", Path(home), environment)


def terminal_picture(target: Path, environment: dict[str, str]) -> None:
    """The first questions of an interview, as a person sees them."""
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.ByteStream(screen)
    child = pexpect.spawn(
        sys.executable, ["-m", "pnet_prep", "start"], env=environment, dimensions=(ROWS, COLUMNS)
    )

    def read_until(beginning: str) -> None:
        while not any(line.strip().startswith(beginning) for line in screen.display):
            stream.feed(child.read_nonblocking(65536, timeout=20))
        settle()

    def settle() -> None:
        while True:
            try:
                stream.feed(child.read_nonblocking(65536, timeout=0.3))
            except pexpect.TIMEOUT:
                return

    for beginning, keys in SCRIPT:
        read_until(beginning)
        for key in keys:
            child.send(key)
            settle()
    child.kill(9)
    target.write_text(as_svg(screen), encoding="utf-8")


def as_svg(screen: pyte.Screen) -> str:
    """The screen as a picture, bold and reversed letters kept."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=screen.columns, file=nowhere)
        for row in range(screen.lines):
            line = Text()
            for column in range(screen.columns):
                letter = screen.buffer[row][column]
                style = " ".join(
                    name for name in ("bold", "reverse", "underscore") if getattr(letter, name)
                )
                line.append(letter.data, style.replace("underscore", "underline"))
            console.print(line, no_wrap=True)
        drawn = console.export_svg(
            title="pnet-prep start", theme=DEFAULT_TERMINAL_THEME, unique_id="interview"
        )
    # The letters come from the reader's own fonts: nothing is fetched from anywhere.
    return re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)


def sheet_picture(target: Path, home: Path, environment: dict[str, str]) -> None:
    """Page 1 of the checklist of the made-up patient."""
    pexpect.run(
        f"{sys.executable} -m pnet_prep start --answers {CASE} --no-input --to pdf --out {home}",
        env=environment,
        timeout=60,
    )
    (pdf,) = home.glob("*.pdf")
    first_page = f'#set page(width: auto, height: auto, margin: 0pt)\n#image("{pdf.name}", page: 1)'
    source = home / "page.typ"
    source.write_text(first_page, encoding="utf-8")
    target.write_bytes(typst.compile(str(source), format="png", ppi=100))


if __name__ == "__main__":
    main()
