"""Our conditions as Jinja expressions, so that a template can ask the same questions.

A Jinja expression knows true and false only, so each condition becomes two: one that is true when
it holds, and one that is true when it is known not to hold.
"""

import re
from dataclasses import dataclass, field
from datetime import date

from pnet_prep.engine.conditions import months_before
from pnet_prep.model.conditions import (
    All,
    AnyOf,
    Condition,
    Count,
    Leaf,
    Not,
    Operator,
    Some,
    Within,
)
from pnet_prep.model.questionnaire import Questionnaire
from pnet_prep.model.values import NonAnswer

NON_ANSWERS = [one.value for one in NonAnswer]


def variable(item: str, part: str = "") -> str:
    """The name a template knows an item by, or one derived value of it."""
    return re.sub(r"\W", "_", f"{item}__{part}" if part else item)


@dataclass
class Translator:
    """Turns conditions into expressions. ``prelude`` collects the loops they need before them."""

    questionnaire: Questionnaire
    today: date
    prelude: list[str] = field(default_factory=list)

    def expression(self, condition: Condition, *, holds: bool = True, group: str = "") -> str:
        """True in Jinja when the condition holds, or with ``holds=False`` when it does not."""
        match condition:
            case Not(part):
                return self.expression(part, holds=not holds, group=group)
            case All(parts) | AnyOf(parts):
                joint = " and " if isinstance(condition, All) is holds else " or "
                found = [self.expression(part, holds=holds, group=group) for part in parts]
                return f"({joint.join(found)})"
            case Count(at_least, parts):
                needed = at_least if holds else len(parts) - at_least + 1
                found = [self.expression(part, holds=holds, group=group) for part in parts]
                return f"([{', '.join(found)}] | select | list | length >= {needed})"
            case Some(inner, where):
                return self._some(inner, where, holds=holds)
            case Within():
                return self._within(condition, group, holds=holds)
            case Leaf():
                return self._leaf(condition, group, holds=holds)

    def _some(self, group: str, where: Condition, *, holds: bool) -> str:
        inside = self.expression(where, holds=holds, group=group)
        name, entries = f"found.s{len(self.prelude)}", variable(group)
        if holds:
            start, test, value = "false", inside, "true"
        else:
            start, test, value = variable(group, "complete"), f"not {inside}", "false"
        self.prelude.append(
            f"{{% set {name} = {start} %}}{{% for entry in {entries} or [] %}}"
            f"{{% if {test} %}}{{% set {name} = {value} %}}{{% endif %}}{{% endfor %}}"
        )
        return name

    def _within(self, within: Within, group: str, *, holds: bool) -> str:
        since = months_before(self.today, within.months).isoformat()
        name = self._name(within.item, group, "first" if holds else "last")
        return f"({name} is string and {name} {'>=' if holds else '<'} '{since}')"

    def _leaf(self, leaf: Leaf, group: str, *, holds: bool) -> str:
        values = list(leaf.values)
        plain = self._name(leaf.item, group)
        answered = f"({plain} is not none and {plain} not in {NON_ANSWERS})"
        match leaf.operator:
            case Operator.ANSWERED:
                return answered if ("yes" in values) is holds else f"(not {answered})"
            case Operator.IS | Operator.IS_NOT if (leaf.operator is Operator.IS) is holds:
                return (
                    f"({plain} in {values})" if holds else f"({answered} and {plain} in {values})"
                )
            case Operator.IS | Operator.IS_NOT:
                return f"({answered} and {plain} not in {values})"
            case Operator.HAS:
                name = self._name(leaf.item, group, "has")
                some = f"({name} or []) | select('in', {values}) | list | length"
                return f"({name} is not none and ({some}) {'> 0' if holds else '== 0'})"
            case Operator.AT_LEAST | Operator.AT_MOST:
                name = self._name(leaf.item, group, f"in_{leaf.unit}" if leaf.unit else "number")
                sign = ">=" if leaf.operator is Operator.AT_LEAST else "<="
                test = f"{name} {sign} {values[0]}"
                return f"({name} is number and {test if holds else f'not {test}'})"

    def _name(self, item: str, group: str, part: str = "") -> str:
        name = variable(item, part)
        return f"entry.{name}" if group and self.questionnaire.list_of(item) == group else name
