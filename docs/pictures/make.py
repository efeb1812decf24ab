"""Makes the pictures of the README from the program itself: `python docs/pictures/make.py`.

Needs the `test` extra. The terminal is a real pseudo-terminal, the sheet a real export.
"""

import json
import os
import sys
import tempfile
from itertools import groupby
from pathlib import Path

import pexpect
import pyte
import typst

HERE = Path(__file__).parent
CASE = HERE.parents[1] / "tests" / "cases" / "zoe.yaml"
ROWS, COLUMNS = 24, 80
DOWN = "\x1b[B"
TERMINAL = """
#set page(width: auto, height: auto, margin: 14pt)
#set text(font: "DejaVu Sans Mono", size: 11pt)
#for row in json(bytes(sys.inputs.rows)) {
  let line = row.map(run => {
    let set-run = text(weight: if run.bold { "bold" } else { "regular" }, raw(run.text))
    if run.line { underline(set-run) } else { set-run }
  }).join()
  block(spacing: 6pt, line)
}
"""
PAGE = """
#set page(width: auto, height: auto, margin: 0pt)
#image(sys.inputs.pdf, page: 1)
"""
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
        terminal_picture(HERE / "interview.png", environment)
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
    draw(TERMINAL, target, rows=json.dumps(rows_of(screen)))


def rows_of(screen: pyte.Screen) -> list[list[dict[str, object]]]:
    """The screen as runs of letters of one look."""
    rows = []
    for row in range(screen.lines):
        letters = [screen.buffer[row][column] for column in range(screen.columns)]
        runs = groupby(letters, key=lambda letter: (letter.bold, letter.underscore))
        rows.append(
            [
                {"text": "".join(one.data for one in run), "bold": bold, "line": line}
                for (bold, line), run in runs
            ]
        )
    return rows


def sheet_picture(target: Path, home: Path, environment: dict[str, str]) -> None:
    """Page 1 of the checklist of the made-up patient."""
    pexpect.run(
        f"{sys.executable} -m pnet_prep start --answers {CASE} --no-input --to pdf --out {home}",
        env=environment,
        timeout=60,
    )
    (pdf,) = home.glob("*.pdf")
    draw(PAGE, target, pdf=pdf.name, beside=home)


def draw(source: str, target: Path, *, beside: Path | None = None, **inputs: str) -> None:
    """Set a picture; files it names lie in the folder ``beside``."""
    with tempfile.TemporaryDirectory() as folder:
        page = (beside or Path(folder)) / "picture.typ"
        page.write_text(source, encoding="utf-8")
        target.write_bytes(typst.compile(str(page), format="png", ppi=100, sys_inputs=inputs))


if __name__ == "__main__":
    main()
