"""Whether the content covers every point of its inventory, and names no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.content.files import bare
from pnet_prep.content.inventory import INVENTORY, read_inventory
from pnet_prep.content.nodes import mappings
from pnet_prep.content.problem import Problem
from pnet_prep.content.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pnet_prep.content.nodes import Node


def check_inventory(files: Mapping[str, bytes], nodes: Mapping[str, Node]) -> Iterator[Problem]:
    """Points that nothing covers, warnings, and ``covers`` of a point that is not there.

    A folder without an inventory has nothing to be held to.
    """
    listed = [
        (file, point)
        for file, data in files.items()
        if bare(file) == INVENTORY  # a pack may have points of its own
        for point in read_inventory(data.decode("utf-8", "replace"))
    ]
    if not listed:
        return
    known = {point.id for _, point in listed}
    covered: set[str] = set()
    for file, node in nodes.items():
        report = Report(file)
        for named in (part for each in mappings(node) for part in each.parts("covers")):
            name = str(named.value)
            covered.add(name)
            if name not in known:
                hint = report.near(name, known)
                report.at(named, "dead-id", f'"{name}" is not a point of {INVENTORY}{hint}')
        yield from report.problems
    for file, point in listed:
        if point.id not in covered:
            text = f'nothing covers "{point.id}" ({point.about})'
            yield Problem(file, point.line, 1, "uncovered", text, warning=True)
