"""Sample checklists for the renderers' tests: an everyday one, a crowded one, a hostile one."""

from __future__ import annotations

from pnet_prep.model.checklist import (
    Block,
    Checklist,
    Fact,
    Facts,
    Heading,
    Lines,
    Paragraph,
    Question,
    Sheet,
    SheetSymptom,
    TickList,
)

HOSTILE = (
    "[daily]",
    "[/b]",
    ":pill:",
    "#panic",
    '#panic("no")',
    '#read("/etc/passwd")',
    '#import "@preview/cetz:0.3.1": *',
    "$x$",
    "$ sum_(k=1)^n k $",
    "@a",
    "@b1",
    "<b>bold</b>",
    "<script>alert(1)</script>",
    "<b1>",
    "a | b",
    "|---|",
    "*star* _under_ `tick` ~~gone~~",
    "\\u{41} \\",
    "= not a heading",
    "# not a heading",
    "## not a heading ##",
    "- not a list",
    "+ not a list",
    "1. not a list",
    "2) not a list",
    "/ not: a term",
    "// not a comment",
    "/* nor this */",
    "> not a quotation",
    "- [ ] not a task",
    "--- ...",
    "=1+1",
    "-5 mg",
    "&amp; &copy;",
    "![x](http://a.example/x.png)",
    "[link](javascript:alert(1))",
    "https://a.example/?q=1",
    "www.a.example",
    "a@b.example",
    "unbalanced ]})",
    "(Tj) BT /F1 12 Tf ET",
    "{page} of {pages}",
    "=====",
    "-----",
    "```",
    "~~~",
    "[^1]: note",
    "[a]: http://a.example",
)
CONTROLS = ("ESC \x1b[31m red", "bidi \u202e abc", "bell \x07", "null \x00", "mark \ufeff")


def visit() -> Checklist:
    """An everyday first visit: one flag, three questions, three symptoms, two people's views."""
    return Checklist(
        language="en",
        title="Visit on 1 December 2026",
        sheet=_sheet(),
        blocks=_blocks(),
        footer="Prepared by the patient with pnet-prep. Not medical advice.",
        page="{page} of {pages}",
        more="see page {page}",
    )


def busy() -> Checklist:
    """A follow-up after a bad half year: two flags, five symptoms, two views, ten medicines."""
    sheet = _sheet()
    rows = tuple(
        row._replace(effect=effect, views=views)
        for row, effect, views in zip(
            (*sheet.symptoms, *_MORE_SYMPTOMS),
            ("I stopped driving.", "I plan my day around it.", "", "I sleep badly.", ""),
            (
                ("Luis saw: confused twice, does not remember",),
                (),
                ("Luis says: since last winter",),
                (),
                ("Luis says: 8/10",),
            ),
            strict=True,
        )
    )
    medicines = sheet.panels[0]._replace(
        values=(*sheet.panels[0].values[:5], *_MORE_MEDICINES), label="Medicines (10)"
    )
    return visit()._replace(
        sheet=sheet._replace(
            flags=(*sheet.flags, "Black stools since 20 November"),
            symptoms=rows,
            panels=(medicines, *sheet.panels[1:]),
        ),
    )


def without_flags() -> Checklist:
    """The same visit with nothing urgent, no second view, and little told."""
    sheet = _sheet()._replace(flags_title="", flags=(), symptoms=_sheet().symptoms[2:])
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


def crowded(
    *, symptoms: int = 12, medicines: int = 60, words: int = 700, flags: int = 4, letters: int = 300
) -> Checklist:
    """Far more than fits a page: long answers, many rows, one word of so many ``letters``."""
    long = "The pain comes after meals and wakes me at night. " * (words // 10)
    word = "x" * letters
    base = _sheet()
    rows = tuple(
        SheetSymptom(
            name=f"{row.name} {number}",
            cells=(*row.cells[:-2], long if number % 3 == 0 else row.cells[-2], word),
            effect=long,
            views=(f"Luis saw: {long}",),
        )
        for number, row in enumerate(base.symptoms * symptoms)
    )[:symptoms]
    names = tuple(f"medicine number {number} 40 mg twice a day" for number in range(medicines))
    panels = (
        Fact(f"Medicines ({medicines})", names),
        *(Fact(panel.label, (*panel.values, long, word)) for panel in base.panels[1:]),
    )
    top = tuple(question._replace(text=f"{question.text} {long}") for question in base.top)
    sheet = base._replace(
        facts=(*base.facts, long),
        flags=tuple(f"{flag} {word}" for flag in (base.flags * flags)[:flags]),
        top=top,
        symptoms=rows,
        panels=panels,
    )
    extra: tuple[Block, ...] = (
        Heading(1, "In full"),
        Paragraph(f"{long}\n{word}"),
        *(Facts(name, (Fact("Dose", ("40 mg", word)),)) for name in names),
        Question(11, long, word, lines=40),
    )
    return visit()._replace(sheet=sheet, blocks=(*_blocks(), *extra))


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


def _sheet() -> Sheet:
    return Sheet(
        title="For my visit",
        facts=(
            "Zoë Nuñez, 52",
            "Tuesday 1 December 2026, 9:40",
            "with Dr. A. Rivera, endocrinology · first visit · about 20 minutes",
            "With me: Luis (son). Filled in by Zoë and Luis.",
        ),
        flags_title="Urgent signs I reported",
        flags=("Confused or hard to wake during a low-sugar spell (twice, last on 12 November)",),
        opening="These three things matter most to me today",
        top=(
            Question(
                1,
                "Could a hormone be behind my low-sugar spells, and which blood test shows it?",
                "I told of low blood sugar before breakfast.",
            ),
            Question(
                2,
                "What else could cause the diarrhea, and how will we find out?",
                "I have had loose stools at night for more than four weeks.",
            ),
            Question(
                3,
                "Should my family be tested for an inherited gland problem?",
                "My mother had high calcium and a neck operation at 41.",
            ),
        ),
        symptoms_title="My symptoms",
        columns=("symptom", "began", "pattern", "worst", "better with", "worse with"),
        symptoms=(
            SheetSymptom(
                "Low-sugar spells",
                ("Mar 2026", "mornings, twice a week", "8/10", "juice, food", "missed meals"),
                effect="I stopped driving to work.",
                views=("Luis saw: confused twice, does not remember",),
            ),
            SheetSymptom(
                "Diarrhea",
                ("about Easter 2026", "comes and goes, most days", "6/10", "not sure", "coffee"),
            ),
            SheetSymptom(
                "Weight loss",
                ("not sure", "5 kg in 4 months", "not asked", "—", "—"),
            ),
        ),
        panels=(
            Fact(
                "Medicines (6; 1 new)",
                (
                    "omeprazole 40 mg twice a day",
                    "metformin 500 mg with dinner",
                    "levothyroxine 75 µg mornings",
                    "lisinopril 10 mg once a day",
                    "loperamide 2 mg when needed",
                    "new: diazoxide 50 mg, dose not sure",
                ),
            ),
            Fact("Allergies", ("contrast dye (hives, 2019)",)),
            Fact("Conditions", ("type 2 diabetes", "high blood pressure", "thyroid too low")),
            Fact(
                "Family",
                ("mother: high calcium, neck operation at 41", "her brother: pituitary tumor"),
            ),
            Fact("Done so far", ("CT 3 November (report attached)", "blood tests", "no biopsy")),
            Fact("What else to know", ("lives alone", "drives for work")),
        ),
    )


_MORE_SYMPTOMS = (
    SheetSymptom(
        "Pain in the upper belly", ("June 2026", "after meals, wakes me", "7/10", "—", "fat")
    ),
    SheetSymptom("Flushing", ("not sure", "about once a week", "3/10", "not sure", "red wine")),
)
_MORE_MEDICINES = (
    "diazoxide 50 mg 3 times a day",
    "ondansetron 4 mg when needed",
    "pancrelipase with each meal",
    "acetaminophen 500 mg for pain",
    "lanreotide 120 mg every 28 days",
)


def _blocks() -> tuple[Block, ...]:
    return (
        Heading(1, "More questions for my doctor"),
        Question(
            4,
            "I take omeprazole. Could it change any of my tests? I will not stop it unless you "
            "tell me to.",
            "You said you take omeprazole 40 mg twice a day.",
            lines=2,
        ),
        Question(
            5,
            "Which scan would show a small tumor in the pancreas best, and is it done here?",
            "You said a CT was done on 3 November.",
            lines=2,
        ),
        Question(
            6,
            "Is there a team here that sees many people with this kind of tumor?",
            "This is your first visit.",
            lines=2,
        ),
        Question(
            7,
            "What should we do at home when a spell comes on, and when should we call?",
            "Luis said: confused twice, does not remember.",
            lines=2,
        ),
        Heading(1, "If there is time"),
        TickList(
            (
                "Can I keep driving?",
                "Who do I call with questions between visits?",
                "Will I get a copy of my scan and blood test results?",
                "Does my pharmacist need to know anything?",
            )
        ),
        Heading(1, "My symptoms in full"),
        Facts(
            "Low-sugar spells",
            (
                Fact("Began", ("March 2026",)),
                Fact("Pattern", ("mornings, twice a week, before breakfast",)),
                Fact("At its worst", ("Zoë: 8 of 10", "Luis: 9 of 10")),
                Fact("Better with", ("juice, food",)),
                Fact("Effect on my days", ("I stopped driving to work.",)),
            ),
        ),
        Facts(
            "Diarrhea",
            (
                Fact("Began", ("about Easter 2026",)),
                Fact("Pattern", ("comes and goes, most days; also at night",)),
                Fact("Better with", ("not sure",)),
            ),
        ),
        Heading(1, "Medicines"),
        Facts("omeprazole", (Fact("Dose", ("40 mg",)), Fact("How often", ("twice a day",)))),
        Facts("metformin", (Fact("Dose", ("500 mg",)), Fact("How often", ("with dinner",)))),
        Facts("levothyroxine", (Fact("Dose", ("75 µg",)), Fact("How often", ("mornings",)))),
        Facts("lisinopril", (Fact("Dose", ("10 mg",)), Fact("How often", ("once a day",)))),
        Heading(2, "Supplements"),
        Facts("vitamin D", (Fact("Dose", ("not sure",)), Fact("How often", ("once a day",)))),
        Heading(1, "Family"),
        Facts(
            "Mother",
            (
                Fact("Illness", ("high calcium",)),
                Fact("Age then", ("41",)),
                Fact("Treated with", ("neck operation",)),
            ),
        ),
        Facts(
            "Her brother", (Fact("Illness", ("pituitary tumor",)), Fact("Age then", ("not sure",)))
        ),
        Heading(1, "Notes"),
        Lines(6),
        Heading(1, "Where this comes from"),
        Paragraph(
            "The questions follow published guidance for people with these tumors. Ask your doctor "
            "which parts fit you.",
        ),
        Paragraph("Guidance of the European society, 2023; checked 2 October 2026.", small=True),
    )
