"""The same checklist as PDF, by reportlab and by WeasyPrint, each a whole process.

They only set a finished text; so does `own_pdf.py`. The whole command reads the visit, pairs,
composes and writes Markdown as well. reportlab makes the same paper from the same data in the same
font; WeasyPrint a plain page of the Markdown.
"""

import json
import subprocess
import sys
from pathlib import Path

import fontpkg_noto_sans

from figures import Figure, milliseconds, times
from floor import Measure, pairwise, process
from peers.environment import environment
from peers.page import write_html
from pnet_prep.engine.compose import compose
from pnet_prep.engine.picture import Picture
from pnet_prep.render.document import document
from pnet_prep.render.rendering import RenderOptions
from visit import Visit

HERE = Path(__file__).parent
BARS = ("0.4 x", "0.1 x")


def figures(visit: Visit, picture: Picture) -> list[Figure]:
    """Ours against each, the PDF alone and the whole command; one that cannot run is said so."""
    data, page = visit.folder / "document.json", visit.folder / "page.html"
    write_html(visit.markdown, page)
    data.write_text(json.dumps(document(compose(picture), RenderOptions())), encoding="utf-8")
    ours = (sys.executable, str(HERE / "own_pdf.py"), str(data), str(visit.folder / "own.pdf"))
    against = [
        _peer("reportlab", HERE / "reportlab_pdf.py", (str(data), _font()), visit),
        _peer("weasyprint", HERE / "weasyprint_pdf.py", (str(page),), visit),
    ]
    return [
        figure
        for package, theirs, bar in zip(("reportlab", "weasyprint"), against, BARS, strict=True)
        for figure in (
            _beside("PDF alone", process(ours, visit.env), package, theirs, visit.runs, bar),
            _beside("export md,pdf", visit.export("md,pdf"), package, theirs, visit.runs),
        )
    ]


def _font() -> str:
    """The file of the letters that our paper is set in."""
    (found,) = (fontpkg_noto_sans.ROOT / "files").glob("NotoSans[[]*.ttf")
    return str(found)


def _peer(package: str, script: Path, sources: tuple[str, ...], visit: Visit) -> Measure | None:
    """The other maker's whole process; ``None`` where it cannot run."""
    python = environment(visit.folder / package, package) / "python"
    if _lacks_its_libraries(python, package):
        return None
    target = visit.folder / f"{package}.pdf"
    return process((str(python), str(script), *sources, str(target)))


def _beside(  # noqa: PLR0913 - two measures, their names, and the bar
    what: str, ours: Measure, package: str, theirs: Measure | None, runs: int, bar: str = ""
) -> Figure:
    what = f"{what} / {package} PDF alone"
    if theirs is None:
        return Figure("peers", what, "", f"not measured: {package} needs Debian's libpango")
    pair = pairwise(ours, theirs, runs)
    return Figure("peers", what, milliseconds(pair.second), times(pair.ratio, package), bar)


def _lacks_its_libraries(python: Path, package: str) -> bool:
    """WeasyPrint loads Pango and its kin from the system when it is imported."""
    tried = subprocess.run([python, "-c", f"import {package}"], check=False, capture_output=True)
    return tried.returncode != 0
