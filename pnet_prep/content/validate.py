"""Whether a file has the right keys with the right kinds of values (``shapes.SHAPES``)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pnet_prep.content.keys import Key, Kind
from pnet_prep.content.report import MISSING, UNKNOWN
from pnet_prep.content.shapes import SHAPES
from pnet_prep.model.conditions import Operator

if TYPE_CHECKING:
    from collections.abc import Callable

    from pnet_prep.content.nodes import Node
    from pnet_prep.content.report import Report

ID = re.compile(r"[a-z0-9_]+(?:\.[a-z0-9_]+)*\Z")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_MONTH = re.compile(r"\d{4}-\d{2}\Z")
_NUMBER = re.compile(r"\d{1,6}\Z")
_BOUND = re.compile(r"-?\d+(?:\.\d+)?(?: \S.*)?\Z")
_PATTERNS = {
    Kind.ID: (ID, "id", "small letters, digits, _ and dots"),
    Kind.NUMBER: (_NUMBER, "number", "a whole number"),
    Kind.DATE: (_DATE, "date", 'a date such as "2026-11-23"'),
    Kind.MONTH: (_MONTH, "month", 'a month such as "2026-11"'),
}
_LISTED = {
    Kind.SHAPES: Kind.SHAPE,
    Kind.IDS: Kind.ID,
    Kind.TEXTS: Kind.TEXT,
    Kind.SOME_OF: Kind.ONE_OF,
}
OPERATORS = tuple(operator.value for operator in Operator)
FORMS = ("all", "any", "not", "count", "some", "within", "item")


def validate(node: Node, shape: str, report: Report) -> None:
    """Check one mapping against a shape; problems go to ``report``."""
    if not isinstance(node.value, dict):
        report.at(node, "kind", f"this has to be a mapping of keys ({shape})")
        return
    keys = SHAPES[shape]
    for name, value in node.value.items():
        if name not in keys:
            hint = report.near(name, keys) or f"; known here: {', '.join(keys)}"
            text = f"{report.quoted(name)} is not a key of {shape}{hint}"
            report.at_key(node, name, UNKNOWN, text)
            report.holds_all &= not _defines(value)
        else:
            _check(value, keys[name], name, report)
    for name, key in keys.items():
        if key.required and name not in node.value:
            report.at(node, MISSING, f'"{name}" is missing here: {key.about}')
            report.holds_all &= key.kind is not Kind.ID


def _defines(node: Node) -> bool:
    """Whether ids may be defined in what stands under a key that is not known."""
    if isinstance(node.value, list):
        return any(isinstance(part.value, dict) for part in node.value)
    return isinstance(node.value, dict) and not any(form in node.value for form in FORMS)


def _check(node: Node, key: Key, name: str, report: Report) -> None:
    if key.kind in _LISTED:
        for part in _list(node, name, report):
            _check_one(part, key, _LISTED[key.kind], name, report)
    else:
        _check_one(node, key, key.kind, name, report)


def _check_one(node: Node, key: Key, kind: Kind, name: str, report: Report) -> None:
    if kind in _PATTERNS:
        _matches(node, *_PATTERNS[kind], report)
    elif kind is Kind.SHAPE:
        validate(node, key.shape, report)
    elif kind is Kind.ONE_OF:
        _one_of(node, key.allowed, name, report)
    elif kind is Kind.YES:
        _one_of(node, ("yes", "no"), name, report)
    else:
        _CHECKS[kind](node, report)


def text(node: Node, report: Report) -> None:
    """A text that is not empty."""
    if not isinstance(node.value, str):
        report.at(node, "kind", 'this has to be a text; put it in quotes if it holds ": "')
    elif not node.value.strip():
        report.at(node, "empty", "this text is empty")


def condition(node: Node, report: Report) -> None:
    """A condition: exactly one form, or a leaf with exactly one operator."""
    if not isinstance(node.value, dict):
        report.at(node, "condition", "a condition is a mapping; wrap a list in any: or all:")
        return
    forms = [form for form in FORMS if form in node.value]
    if len(forms) != 1:
        hint = "".join(report.near(name, (*FORMS, *OPERATORS)) for name in node.value)
        report.at(node, "condition", f"a condition has exactly one of {', '.join(FORMS)}{hint}")
        return
    form = forms[0]
    allowed = (form, *OPERATORS) if form == "item" else (form,)
    for name in node.value:
        if name not in allowed:
            hint = report.near(name, allowed)
            report.at_key(node, name, "condition", f'"{name}" does not fit beside "{form}"{hint}')
    _form(form, node, node.value[form], report)


def _form(form: str, whole: Node, node: Node, report: Report) -> None:
    match form:
        case "all" | "any":
            for part in _list(node, form, report):
                condition(part, report)
        case "not":
            condition(node, report)
        case "count":
            _inner(node, ("at_least", "of"), report)
            for part in node.parts("of"):
                condition(part, report)
            if bound := node.get("at_least"):
                _matches(bound, _NUMBER, "number", "a whole number", report)
        case "some":
            _inner(node, ("in", "where"), report)
            if where := node.get("where"):
                condition(where, report)
        case "within":
            _inner(node, ("item", "months"), report)
            if months := node.get("months"):
                _matches(months, _NUMBER, "number", "a whole number", report)
        case _:
            _leaf(whole, report)


def _leaf(node: Node, report: Report) -> None:
    assert isinstance(node.value, dict)  # noqa: S101 - condition() looked
    operators = [name for name in OPERATORS if name in node.value]
    if len(operators) != 1:
        report.at(node, "condition", f"beside item: exactly one of {', '.join(OPERATORS)}")
        return
    operator, value = operators[0], node.value[operators[0]]
    values = value.value if isinstance(value.value, list) else [value]
    for part in values:
        if operator in {"at_least", "at_most"}:
            _matches(part, _BOUND, "number", "a number, with its unit for a quantity", report)
        elif operator == "answered":
            _one_of(part, ("yes", "no"), operator, report)
        else:
            text(part, report)


def _inner(node: Node, keys: tuple[str, ...], report: Report) -> None:
    if set(node.inside) != set(keys):
        report.at(node, "condition", f"this has exactly the keys {' and '.join(keys)}")


def _options(node: Node, report: Report) -> None:
    def one(part: Node, where: Report) -> None:
        if isinstance(part.value, dict):
            validate(part, "option", where)
        else:
            text(part, where)

    _each(node, one, report)


def _each(node: Node, check: Callable[[Node, Report], None], report: Report) -> None:
    if not isinstance(node.value, dict):
        report.at(node, "kind", "this has to be a mapping: one id and its text a line")
        return
    for name, part in node.value.items():
        if not ID.match(name):
            text = f"{report.quoted(name)}: an id has small letters, digits, _ and dots"
            report.at_key(node, name, "id", text)
        check(part, report)


def _list(node: Node, name: str, report: Report) -> list[Node]:
    if isinstance(node.value, list):
        return node.value
    report.at(node, "kind", f'"{name}" has to be a list: a line for each, starting with "- "')
    return []


def _one_of(node: Node, allowed: tuple[str, ...], name: str, report: Report) -> None:
    if node.value not in allowed:
        hint = report.near(node.value, allowed) if isinstance(node.value, str) else ""
        report.at(node, "not-allowed", f'"{name}" is one of {", ".join(allowed)}{hint}')


def _matches(node: Node, pattern: re.Pattern[str], code: str, what: str, report: Report) -> None:
    if not isinstance(node.value, str) or not pattern.match(node.value):
        report.at(node, code, f"this has to be {what}")


_CHECKS: dict[Kind, Callable[[Node, Report], None]] = {
    Kind.TEXT: text,
    Kind.CONDITION: condition,
    Kind.OPTIONS: _options,
    Kind.WORDS: lambda node, report: _each(node, text, report),
    Kind.SOURCES: lambda node, report: _each(
        node, lambda part, where: validate(part, "source", where), report
    ),
    Kind.ANSWERS: lambda node, report: _each(node, lambda _part, _where: None, report),
}
