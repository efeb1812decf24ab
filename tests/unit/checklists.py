"""Sample checklists for the renderers' tests: everyday, crowded, empty, and full of any texts."""

from collections.abc import Iterator

from pnet_prep.model.calendar import Calendar
from pnet_prep.model.checklist import (
    Block,
    Checklist,
    Fact,
    Facts,
    Heading,
    Lines,
    OnScreen,
    Paragraph,
    Question,
    Sheet,
    SheetSymptom,
    TickList,
)
from pnet_prep.model.fixed import Fixed
from pnet_prep.model.message import Message
from pnet_prep.model.told import ChecklistData
from tests.unit.hostile import CONTROLS, HOSTILE
from tests.unit.visit_sample import BLOCKS, MORE_MEDICINES, MORE_SYMPTOMS, SHEET


def visit() -> Checklist:
    """An everyday first visit: one flag, three questions, three symptoms, two people's views."""
    return Checklist(
        language="en",
        title="Visit on 1 December 2026",
        sheet=SHEET,
        blocks=BLOCKS,
        footer="Prepared by the patient with pnet-prep. Not medical advice.",
        page="{page} of {pages}",
        more="see page {page}",
        no_room="What had no room",
        on_screen=OnScreen(
            "Print it to keep your ticks.",
            "What I was told",
            "On this page",
            "{text} …",
            "{count} more",
        ),
        message=Message,
        data=ChecklistData,
        calendar=Calendar,
    )


def busy() -> Checklist:
    """A follow-up after a bad half year: two flags, five symptoms, two views, ten medicines."""
    effects = ("I stopped driving.", "I plan my day around it.", "", "I sleep badly.", "")
    views = ("Luis saw: confused twice", "", "Luis says: since last winter", "", "Luis says: 8/10")
    symptoms = tuple(
        row._replace(effect=effect, views=(view,) if view else ())
        for row, effect, view in zip((*SHEET.symptoms, *MORE_SYMPTOMS), effects, views, strict=True)
    )
    medicines = Fact("Medicines (10)", (*SHEET.panels[0].values[:5], *MORE_MEDICINES))
    sheet = SHEET._replace(
        flags=(*SHEET.flags, "Black stools since 20 November"),
        symptoms=symptoms,
        panels=(medicines, *SHEET.panels[1:]),
    )
    return visit()._replace(sheet=sheet)


def without_flags() -> Checklist:
    """The same visit with nothing urgent, no second view, and little told."""
    sheet = SHEET._replace(flags_title="", flags=(), symptoms=SHEET.symptoms[2:])
    return visit()._replace(sheet=sheet)


def empty() -> Checklist:
    """A visit of which nothing was told."""
    sheet = Sheet(
        title="For my visit",
        facts=(),
        flags_title="",
        flags=(),
        opening="",
        top=(),
        symptoms_title="",
        columns=(),
        symptoms=(),
        panels=(),
    )
    return visit()._replace(sheet=sheet, blocks=(), footer="")


def crowded() -> Checklist:
    """Far more than fits a page: 60 medicines, 12 symptoms, 4,000-letter answers, endless words."""
    long = "The pain comes after meals and wakes me at night. " * 80
    word = "x" * 300
    symptoms = tuple(
        SheetSymptom(f"{row.name} {number}", (*row.cells[:3], long, word), long, (long, word))
        for number, row in enumerate(SHEET.symptoms * 4)
    )
    names = tuple(f"medicine number {number} 40 mg twice a day" for number in range(60))
    told = tuple(Fact(panel.label, (*panel.values, long, word)) for panel in SHEET.panels[1:])
    sheet = SHEET._replace(
        facts=(*SHEET.facts, long),
        flags=tuple(f"{number} {SHEET.flags[0]} {word}" for number in range(4)),
        top=tuple(
            question._replace(text=f"{question.text} {long}", because=long)
            for question in SHEET.top
        ),
        symptoms=symptoms,
        panels=(Fact("Medicines (60)", names), *told),
    )
    extra: tuple[Block, ...] = (
        Heading(1, "In full"),
        Paragraph(f"{long}\n{word}"),
        *(Facts(name, (Fact("Dose", ("40 mg", word)),)) for name in names),
        *(Facts(row.name, (Fact("Told", row.cells),)) for row in symptoms),
        *(Facts("", (panel,)) for panel in told),
        Question(11, long, word, lines=40),
        TickList((long, word)),
        Lines(40),
    )
    return visit()._replace(sheet=sheet, blocks=(*BLOCKS, *extra))


def with_texts(*texts: str) -> Checklist:
    """A checklist that carries each of the texts in every place where a text can stand."""
    rows = tuple(SheetSymptom(text, (text,) * 5, effect=text, views=(text,)) for text in texts)
    sheet = Sheet(
        title=texts[0],
        facts=texts,
        flags_title=texts[0],
        flags=texts,
        opening=texts[0],
        top=tuple(Question(n, text, text) for n, text in enumerate(texts, 1)),
        symptoms_title=texts[0],
        columns=("symptom", "began", "pattern", "worst", "better with", "worse with"),
        symptoms=rows,
        panels=tuple(Fact(text, (text, text)) for text in texts),
    )
    blocks: list[Block] = []
    for text in texts:
        blocks += [
            Heading(1, text),
            Heading(2, text),
            Paragraph(text),
            Paragraph(text, small=True),
            Facts(text, (Fact(text, (text, text)), Fact(text, (text,)))),
            Question(4, text, text, lines=1),
            TickList((text, text)),
            Lines(1),
        ]
    return visit()._replace(sheet=sheet, blocks=tuple(blocks), title=texts[0], footer=texts[0])


def hostile() -> Checklist:
    """Every hostile text in every place."""
    return with_texts(*HOSTILE, *CONTROLS)


def words(part: object) -> Iterator[str]:
    """Every text in a checklist or a part of one, but for the patterns with page numbers."""
    if isinstance(part, Checklist):
        yield from words((part.title, part.sheet, part.blocks, part.footer))
    elif isinstance(part, Heading):
        yield part.text
    elif isinstance(part, Fact):
        yield from words((part.label, part.values))
    elif isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from words(each)
    elif isinstance(part, Fixed):
        yield from words(tuple(vars(part).values()))
