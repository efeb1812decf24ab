"""Runs inside WeasyPrint's own environment: PAGE.html to OUT.pdf."""

import sys

from weasyprint import HTML

source, target = sys.argv[1:]
HTML(filename=source).write_pdf(target)
