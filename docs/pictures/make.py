"""Makes the pictures of the docs from the program: `python docs/pictures/make.py [NAME ...]`.

Needs the `test` extra. Every screen is that of a real terminal, the sheet a real export.
"""

import json
import os
import shlex
import shutil
import sys
import tempfile
from pathlib import Path

import pexpect
import typst
from scripts import SCRIPTS, Script
from small_png import smaller
from unseen import Terminal

HERE = Path(__file__).parent
CASE = HERE.parents[1] / "tests" / "cases" / "zoe.yaml"
PROGRAM = [sys.executable, "-m", "pnet_prep"]
SHEET = "sheet"
DOTS = 100
"""Dots an inch."""

TERMINAL = """
#set page(width: auto, height: auto, margin: 14pt)
#set text(font: "DejaVu Sans Mono", size: 11pt)
#let fills = (cyan: rgb("#006677"), green: rgb("#116622"), brightblack: rgb("#777777"))
#for row in json(bytes(sys.inputs.rows)) {
  let line = row.map(run => {
    let weight = if run.bold { "bold" } else { "regular" }
    let fill = fills.at(run.fill, default: black)
    let letters = text(weight: weight, fill: fill, raw(run.text))
    if run.line { underline(letters) } else { letters }
  }).join()
  block(spacing: 6pt, line)
}
"""
PAGE = """
#set page(width: auto, height: auto, margin: 0pt)
#image(sys.inputs.pdf, page: 1)
"""


def main() -> None:
    """Write the pictures of these names, or all, beside this file."""
    wanted = sys.argv[1:] or [*SCRIPTS, SHEET]
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told"
        answered(told)
        if SHEET in wanted:
            (pdf,) = (told / "out").glob("*.pdf")
            draw(PAGE, HERE / f"{SHEET}.png", pdf=pdf.name, beside=pdf.parent)
        for name in wanted:
            if name in SCRIPTS:
                home = Path(folder) / name
                if SCRIPTS[name].told:
                    shutil.copytree(told, home)
                home.mkdir(exist_ok=True)
                picture(SCRIPTS[name], HERE / f"{name}.png", home)


def answered(home: Path) -> None:
    """The visit of the made-up patient, as if it was typed, and its checklist."""
    out = home / "out"
    command = [*PROGRAM, "start", "--answers", str(CASE), "--no-input", "--to", "pdf"]
    pexpect.run(shlex.join([*command, "--out", str(out)]), env=environment(home), timeout=60)


def picture(script: Script, target: Path, home: Path) -> None:
    """Play a script on a terminal and draw what stands there at its end."""
    terminal = Terminal([*PROGRAM, *script.command], environment(home))
    try:
        script.do(terminal)
        # A folder of this computer would make the picture another one each time.
        shown = json.dumps(terminal.rows()).replace(str(home), "/home/zoe")
        draw(TERMINAL, target, rows=shown)
    finally:
        terminal.close()


def environment(home: Path) -> dict[str, str]:
    """What the program is started with: a home of its own, and a terminal as most have it."""
    return {
        **os.environ,
        "PNET_PREP_HOME": str(home),
        "TERM": "xterm-256color",
        "PROMPT_TOOLKIT_NO_CPR": "1",
        "LANG": "C.UTF-8",
    }


def draw(source: str, target: Path, *, beside: Path | None = None, **inputs: str) -> None:
    """Set a picture; files it names lie in the folder ``beside``."""
    with tempfile.TemporaryDirectory() as folder:
        page = (beside or Path(folder)) / "picture.typ"
        page.write_text(source, encoding="utf-8")
        made = typst.compile(str(page), format="png", ppi=DOTS, sys_inputs=inputs)
        target.write_bytes(smaller(made))


if __name__ == "__main__":
    main()
