"""CEL, the expression language of policy engines, by its binding to Rust: the same made-up rules.

A CEL expression knows true and false only, so each leaf becomes one test that it holds and
another that it is known not to; where there is no answer, neither is true.
"""

import json
import subprocess
from pathlib import Path

import pairing
import synthetic
from figures import Figure, milliseconds, times
from peers.environment import environment
from pnet_prep.engine.ruleset import Ruleset
from pnet_prep.model.conditions import All, AnyOf, Condition, Leaf, Not, Operator
from pnet_prep.model.values import Value

PACKAGE = "common-expression-language"
SCRIPT = Path(__file__).with_name("rust_cel_rules.py")


def figures(folder: Path, runs: int) -> list[Figure]:
    """Evaluating the middle pack by both, in turn.

    Raises ``AssertionError`` when the two do not raise the same questions.
    """
    python = environment(folder / "cel", PACKAGE) / "python"
    pack = synthetic.content(pairing.MIDDLE, {})
    given = synthetic.response(pack)
    (view,) = synthetic.views(pack, given).all
    conditions = [rule.when for rule in pack.rules if rule.when is not None]
    answers: dict[str, Value | None] = {variable(item): None for item in pack.questionnaire.by_id}
    answers |= {variable(item): answer.value for (item, _), answer in view.answers.items()}
    source = folder / "cel.json"
    source.write_text(
        json.dumps({"rules": [expression(one) for one in conditions], "answers": answers}),
        encoding="utf-8",
    )
    ruleset = Ruleset(conditions)
    ours = pairing.cpu(lambda: ruleset.firing(view), runs)
    run = subprocess.run(
        [python, str(SCRIPT), str(source), str(runs)], check=True, capture_output=True, text=True
    )
    theirs = json.loads(run.stdout)
    if theirs["holding"] != list(ruleset.firing(view)):
        raise AssertionError("CEL and pnet-prep raise different questions")
    return [
        Figure(
            "peers",
            f"evaluate {pairing.MIDDLE} rules / CEL in Rust",
            milliseconds(theirs["seconds"]),
            times(ours / theirs["seconds"], "CEL"),
            "1 x",
        )
    ]


def variable(item: str) -> str:
    """The name CEL knows an item by."""
    return item.replace(".", "_")


def expression(condition: Condition, *, holds: bool = True) -> str:
    """True in CEL when the condition holds, or with ``holds=False`` when it is known not to.

    Raises ``TypeError`` for a form that the made-up packs do not have.
    """
    match condition:
        case Not(part):
            return expression(part, holds=not holds)
        case All(parts) | AnyOf(parts):
            joint = " && " if isinstance(condition, All) is holds else " || "
            return f"({joint.join(expression(part, holds=holds) for part in parts)})"
        case Leaf(item, operator, values):
            name = variable(item)
            test = _TESTS[operator].format(name=name, values=json.dumps(values), first=values[0])
            return f"({name} != null && {test if holds else f'!({test})'})"
        case _:
            raise TypeError(condition)


_TESTS = {
    Operator.IS: "{name} in {values}",
    Operator.HAS: "{first!r} in {name}",
    Operator.AT_LEAST: "{name} >= {first}",
}
