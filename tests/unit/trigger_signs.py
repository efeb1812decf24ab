"""Rows of the trigger matrix: signs, and what runs in families."""

from tests.unit.trigger_answers import (
    DIABETES,
    LOWS,
    NET,
    SPELLS,
    SUSPECTED,
    TAIL,
    now,
    planned,
    relative,
    takes,
)

# row: (answers, intents that must come up, intents that must not)
SIGNS = {
    # Signs
    "jaundice": ({"symptom.skin": ["jaundice"]}, "A11 Q1 Q2 Q3", "N1 TS2"),
    "jaundice, a tumor suspected": (
        {"symptom.skin": ["jaundice"]} | SUSPECTED,
        "A11 N1 TS2 Q1 Q3",
        "",
    ),
    "low-sugar spells": (LOWS, "A5 A6 A7 Q2 Q8 F4 NV1 NV29", "TA3 NV2 NV15"),
    "low-sugar spells, a tracer injection drug planned": (
        LOWS | planned("ssa"),
        "A6 A7 Q8 TA3 F4 NV1 NV29",
        "NV15",
    ),
    "low-sugar spells, a test without food": (
        LOWS | {"test.planned": ["endoscopy"]},
        "A6 A7 B2 NV2",
        "",
    ),
    "spells measured low": (
        SPELLS | {"symptom.spells.sugar": "low", "test.planned": ["eus"]},
        "A5 A6 A7 Q8 F4 NV1 NV2 NV29",
        "",
    ),
    "spells that pass with food": (
        SPELLS | {"symptom.spells.relief": "yes", "test.planned": ["blood"]},
        "A5 A6 A7 Q2 NV2",
        "NV1",
    ),
    "spells, nothing else": (SPELLS, "Q1 Q2 Q3", "A5 A6 A7 NV1 NV2 NV29"),
    "low-sugar spells, injections going on": (
        LOWS | now("ssa") | {"diagnosis.known_hormone": ["not_functioning"]},
        "TA3 NV15",
        "",
    ),
    "heartburn and diarrhea": (
        {"symptom.belly": ["heartburn"], "symptom.stool": ["diarrhea"]} | takes("omeprazole"),
        "A8 A5 B4 F6 M-ppi-gastrinoma NV6 NV7 Q2",
        "",
    ),
    "ulcers": ({"symptom.belly": ["ulcers"]}, "A8 Q2", "A5 NV7"),
    "ulcers, a gastrin tumor known": (
        {"symptom.belly": ["ulcers"], "symptom.stool": ["diarrhea"]}
        | NET
        | {"diagnosis.known_hormone": ["gastrin"]},
        "A8 G10 F6 A9",
        "A5",
    ),
    "heartburn alone": ({"symptom.belly": ["heartburn"]}, "Q1 Q2 Q3", "A5 A8 H1"),
    "watery diarrhea": (
        {"symptom.stool": ["diarrhea"], "symptom.diarrhea.look": ["watery"]},
        "A9 F3",
        "A5",
    ),
    "watery diarrhea with cramps": (
        {"symptom.stool": ["diarrhea"], "symptom.whole": ["cramps"]},
        "A9 A5 F3 Q2",
        "",
    ),
    "watery diarrhea with weakness": (
        {"symptom.stool": ["diarrhea"], "symptom.whole": ["weakness"]},
        "A9 A5 F3 F5 Q2",
        "",
    ),
    "cramps": ({"symptom.whole": ["cramps"]}, "A9 Q2", "A5"),
    "rash and diabetes": (
        {"symptom.skin": ["rash"]} | DIABETES,
        "A10 A12 A5 Q2",
        "",
    ),
    "rash and weight loss": (
        {"symptom.skin": ["rash"], "symptom.whole": ["weight_loss"]},
        "A10 A12 A5 Q2",
        "",
    ),
    "rash": ({"symptom.skin": ["rash"]}, "A10 Q2", "A5 A12"),
    "diabetes": (DIABETES, "A12 F4 Q7", "A5 TS3 M-metformin"),
    "diabetes, metformin, a CT": (
        DIABETES | takes("metformin") | {"test.planned": ["ct"]},
        "A12 F4 B5 M-metformin Q7",
        "",
    ),
    "diabetes and an operation": (DIABETES | TAIL, "TS3 F4 Q7", ""),
    "weight loss and greasy stools": (
        {"symptom.whole": ["weight_loss"], "symptom.stool": ["greasy_stools"]},
        "F3 A12 X7",
        "",
    ),
    "greasy stools": ({"symptom.stool": ["greasy_stools"]}, "F3 A12", "A5"),
    "weight loss without trying": (
        {"symptom.whole": ["weight_loss"], "symptom.weight_loss.trying": "unplanned"},
        "F3 X7",
        "A12 A5",
    ),
    "planned weight loss": (
        {"symptom.whole": ["weight_loss"], "symptom.weight_loss.trying": "planned"},
        "",
        "A12 A5",
    ),
    "constipation with thirst": (
        {"symptom.stool": ["constipation"], "symptom.whole": ["thirst"]},
        "A14 H1 H4",
        "",
    ),
    "constipation with stones": (
        {"symptom.stool": ["constipation"], "condition.list": ["kidney_stones"]},
        "A14 H1 H4",
        "",
    ),
    "constipation with bone pain": (
        {"symptom.stool": ["constipation"], "symptom.other": ["bone_pain"]},
        "A14 H1 H4",
        "",
    ),
    "constipation": ({"symptom.stool": ["constipation"]}, "Q1 Q2", "A14 H1 H4"),
    # What runs in families
    **{
        f"a relative with {one}": (relative(one), "H1 H2 H3 H4", "TT2")
        for one in ("men1", "men4", "vhl", "nf1", "tsc", "pnet")
    },
    **{
        f"{one}, and an operation": (
            {**TAIL, "condition.syndrome": [one]},
            "H1 H2 H3 H4 TS7",
            "TT2",
        )
        for one in ("men1", "men4")
    },
    "VHL": ({"condition.syndrome": ["vhl"]}, "H1 H2 H3 H4 TT2 NV1 NV4", "TS7"),
    "VHL and a procedure": (
        {"condition.syndrome": ["vhl"], "test.planned": ["biopsy"]},
        "H1 H2 H3 H4 TT2 TS7 NV1 NV4",
        "",
    ),
    "VHL and a pregnancy": (
        {"condition.syndrome": ["vhl"], "person.sex": "female", "condition.pregnancy": "pregnant"},
        "NV4 H6 B12",
        "",
    ),
    "NF1": ({"condition.syndrome": ["nf1"]}, "H1 H2 H3 H4 NV1 NV4", "TT2"),
    **{
        f"{one}, and a biopsy": (
            {"condition.syndrome": [one], "test.planned": ["biopsy"]},
            "H1 H4 NV1 NV4 TS7",
            "TT2",
        )
        for one in ("men2", "sdhx")
    },
    "TSC": ({"condition.syndrome": ["tsc"]}, "H1 H2 H3 H4", "TT2 NV1 NV4"),
    "under 40": (NET | {"person.born": "1996"}, "H1 H2 H3 H4", ""),
    "several tumors": (NET | {"diagnosis.number": "several"}, "H1 H2 H3 H4", ""),
}
