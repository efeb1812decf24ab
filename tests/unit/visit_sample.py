"""An everyday first visit as a checklist, and what a busier one has besides."""

from pnet_prep.model.checklist import (
    Block,
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

SHEET = Sheet(
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
MORE_SYMPTOMS = (
    SheetSymptom(
        "Pain in the upper belly", ("June 2026", "after meals, wakes me", "7/10", "—", "fat")
    ),
    SheetSymptom("Flushing", ("not sure", "about once a week", "3/10", "not sure", "red wine")),
)
MORE_MEDICINES = (
    "diazoxide 50 mg 3 times a day",
    "ondansetron 4 mg when needed",
    "pancrelipase with each meal",
    "acetaminophen 500 mg for pain",
    "lanreotide 120 mg every 28 days",
)
BLOCKS: tuple[Block, ...] = (
    Heading(1, "My questions"),
    *(question._replace(lines=3) for question in SHEET.top),
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
    Facts("Her brother", (Fact("Illness", ("pituitary tumor",)), Fact("Age then", ("not sure",)))),
    Heading(1, "Notes"),
    Lines(6),
    Heading(1, "Where this comes from"),
    Paragraph(
        "The questions follow published guidance for people with these tumors. Ask your doctor "
        "which parts fit you.",
    ),
    Paragraph("Guidance of the European society, 2023; checked 2 October 2026.", small=True),
)
