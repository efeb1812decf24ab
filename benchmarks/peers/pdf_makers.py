"""The same checklist as PDF, by reportlab and by WeasyPrint, each a whole process.

They only set a finished text. We read the visit, pair, compose and write Markdown as well.
"""

import subprocess
from pathlib import Path

from figures import Figure, milliseconds, times
from floor import pairwise, process
from peers.checklist import write_blocks, write_html
from peers.environment import environment
from visit import Visit

HERE = Path(__file__).parent


def figures(visit: Visit) -> list[Figure]:
    """Our export of Markdown and PDF against each; a maker that cannot run is said so."""
    blocks, page = visit.folder / "blocks.json", visit.folder / "page.html"
    write_blocks(visit.markdown, blocks)
    write_html(visit.markdown, page)
    return [
        _against("reportlab", HERE / "reportlab_pdf.py", blocks, visit),
        _against("weasyprint", HERE / "weasyprint_pdf.py", page, visit),
    ]


def _against(package: str, script: Path, source: Path, visit: Visit) -> Figure:
    python = environment(visit.folder / package, package) / "python"
    what = f"export md,pdf / {package} PDF alone"
    if _lacks_its_libraries(python, package):
        return Figure("peers", what, "", f"not measured: {package} needs Debian's libpango")
    theirs = (str(python), str(script), str(source), str(visit.folder / f"{package}.pdf"))
    pair = pairwise(visit.export("md,pdf"), process(theirs), visit.runs)
    return Figure("peers", what, milliseconds(pair.second), times(pair.ratio, package))


def _lacks_its_libraries(python: Path, package: str) -> bool:
    """WeasyPrint loads Pango and its kin from the system when it is imported."""
    tried = subprocess.run([python, "-c", f"import {package}"], check=False, capture_output=True)
    return tried.returncode != 0
