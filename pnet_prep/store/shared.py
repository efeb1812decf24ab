"""The file that is sent to another computer: a visit file like any other, with less in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.store.codec import encode
from pnet_prep.store.lines import replaced_line
from pnet_prep.store.title import titled

if TYPE_CHECKING:
    from pnet_prep.model.response import QuestionnaireResponse
    from pnet_prep.store.lines import Lines
    from pnet_prep.store.visit import Visit


def to_send(visit: Visit, sent: QuestionnaireResponse) -> bytes:
    """The bytes of a file with what is ``sent`` of a visit; each answer as it stands in the visit.

    Equal visits give equal bytes. All of a visit is sent as it is, with what is not known here.
    """
    if sent is visit.response:
        return encode(visit.head, visit.lines)
    wanted = {answer.id for answer in sent.answers}
    lines: Lines = {row: one for row, one in visit.lines.items() if one and one.id in wanted}
    lines.update((replaced_line(one), None) for one in sent.replaced)
    return encode(titled(visit.head, sent), lines)
