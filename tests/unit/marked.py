"""A pack and a visit in which every question, option and answer carries a mark of its own.

What a mark is found in was made from that question: so it can be told whether anything of it got
through to a reader.
"""

import re
from io import BytesIO

from pypdf import PdfReader

from pnet_prep.engine.picture import Picture, look
from pnet_prep.model.content import Content
from pnet_prep.model.questionnaire import Item, ItemType, OptionsFrom, Questionnaire
from pnet_prep.model.response import PATIENT, Answer, QuestionnaireResponse
from pnet_prep.model.values import DateSaid, OwnWords, Quantity, Value
from tests.unit.made import MARIA, TODAY

ENTRY = "entry001"
MARK = r"q\d+z"


def marked(content: Content) -> tuple[Content, dict[str, str]]:
    """The pack with marks in all that is printed of a question, and the mark of each."""
    marks = {link_id: f"q{number}z" for number, link_id in enumerate(content.questionnaire.by_id)}
    sections = tuple(
        section._replace(items=tuple(_marked(item, marks) for item in section.items))
        for section in content.questionnaire.sections
    )
    return content._replace(questionnaire=Questionnaire(sections)), marks


def _marked(item: Item, marks: dict[str, str]) -> Item:
    mark = marks[item.link_id]
    return item._replace(
        text=f"{item.text} {mark}",
        label=item.label or item.text,  # a label says nothing of an answer
        said=item.said and f"{item.said} {mark}",
        options=tuple(
            one._replace(text=f"{one.text} {mark}", said=one.said and f"{one.said} {mark}")
            for one in item.options
        ),
        items=tuple(_marked(one, marks) for one in item.items),
    )


def all_answered(
    content: Content, marks: dict[str, str], words: str = "", without: tuple[str, ...] = ()
) -> Picture:
    """A visit in which patient and helper answered everything; ``words`` stand in what is typed.

    Items whose ids begin with one of ``without`` are left unanswered, to keep a paper short.
    """
    found: list[Answer] = []
    for link_id, item in content.questionnaire.by_id.items():
        if link_id.startswith(without):
            continue
        value = _value(item, f"{words} {marks[link_id]}".strip())
        if value is not None and not item.again:
            entry = ENTRY if content.questionnaire.list_of(link_id) else ""
            people = (MARIA,) if link_id.startswith("helper.") else (PATIENT, MARIA)
            for by in people:
                where = MARIA if link_id.startswith("helper.") else entry
                at = 1_795_000_000_000 + len(found)
                name = f"{link_id}/{by}"
                found.append(Answer(name, link_id, where, value, by, by, at, "2026-11-23"))
    return look(content, QuestionnaireResponse(tuple(found)), TODAY)


def _value(item: Item, words: str) -> Value | None:
    match item.type:
        case ItemType.TEXT | ItemType.LONG_TEXT:
            return words
        case ItemType.OPEN_CHOICE:
            return OwnWords(words)
        case ItemType.DATE:
            return DateSaid(words, "2026-12-01" if item.forward else "2025-03-14")
        case ItemType.QUANTITY:
            return Quantity(words)
        case ItemType.YES_NO_UNSURE:
            return "yes"
        case ItemType.SCALE_0_10:
            return 7
        case ItemType.CHOICES if item.options_from is OptionsFrom.HERE:
            return tuple(one.id for one in item.options if one.id not in item.exclusive)
        case ItemType.CHOICE if item.options:
            return item.options[0].id
        case _:
            return None


def text_of(fmt: str, data: bytes) -> str:
    """Everything a file says, also of itself, without the spaces and breaks that paper adds."""
    if fmt != "pdf":
        return data.decode().replace("\r\n ", "").replace("\\", "")
    reader = PdfReader(BytesIO(data))
    pages = "".join(page.extract_text() for page in reader.pages)
    xmp = reader.xmp_metadata
    told = f"{pages} {reader.metadata} {xmp.stream.get_data().decode() if xmp else ''}"
    return re.sub("[\u200b\u00a0]", "", told)


def marks_in(fmt: str, data: bytes) -> set[str]:
    """All marks that a file holds."""
    return set(re.findall(MARK, text_of(fmt, data)))
