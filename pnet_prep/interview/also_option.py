"""A typed name that is an answer to an earlier question: said, so that it can be chosen there too.

What conditions look at is the choice. The name alone would raise no question for the doctor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.names import options_named
from pnet_prep.model.interview import Notice

if TYPE_CHECKING:
    from pnet_prep.interview.state import State
    from pnet_prep.model.questionnaire import Item
    from pnet_prep.model.values import Value


def also_option(state: State, item: Item, value: Value) -> tuple[Notice, ...]:
    """What to say of the options that a name given at an item stands for."""
    if not item.suggest or item.private or not isinstance(value, str):
        return ()
    content, said = state.picture.content, state.picture.response.at
    return tuple(
        Notice(state.picture.wording.say("suggest.also", name=option.text, label=asked.short))
        for asked, option in options_named(value, item, content)
        if (answers := said(asked.link_id))
        and not any(isinstance(a.value, tuple) and option.id in a.value for a in answers)
        and not any(a.value == option.id for a in answers)
    )
