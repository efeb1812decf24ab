"""Rows of the trigger matrix: medicines, findings, treatment and life."""

from tests.unit.trigger_answers import (
    LOOKING,
    LOWS,
    NET,
    SUSPECTED,
    TAIL,
    WHIPPLE,
    now,
    planned,
    takes,
)

# row: (answers, intents that must come up, intents that must not)
CARE = {
    # Medicines, allergies, states
    "PPI": (takes("omeprazole"), "B4 M-ppi", "M-ppi-gastrinoma NV6 NV7"),
    "PPI and an operation": (takes("omeprazole") | TAIL, "B4 TS6 NV7", ""),
    "biotin": ({"supplement": [{"supplement.name": "biotin"}]}, "B4 M-biotin", ""),
    "metformin": (takes("metformin"), "B4", "M-metformin"),
    "blood thinner and a biopsy": (
        takes("warfarin") | {"test.planned": ["biopsy"]},
        "B4 B7 M-thinner",
        "",
    ),
    "ibuprofen and ulcers": (
        takes("ibuprofen") | {"symptom.belly": ["ulcers"]},
        "B4 A8 M-nsaid",
        "",
    ),
    "steroid": (takes("prednisone"), "B4 M-steroid NV14", ""),
    "steroid in the last year": ({"medicine.steroid_year": "yes"}, "M-steroid NV14", ""),
    "steroid and PRRT": (takes("prednisone") | planned("prrt"), "NV14 TP5 M-steroid", ""),
    "octreotide and a tracer scan": (
        takes("octreotide") | NET | {"test.planned": ["receptor_pet"]},
        "B4 B6 M-ssa-pet TA1 TA2",
        "TP5",
    ),
    "octreotide and PRRT": (takes("octreotide") | planned("prrt"), "TA1 TA2 TP5", ""),
    "diazoxide": (takes("diazoxide"), "B4 M-diazoxide", ""),
    "weekly GLP-1 shot, a procedure, lows": (
        takes("semaglutide") | LOWS | {"test.planned": ["endoscopy"]},
        "M-glp1 NV2",
        "",
    ),
    "SGLT2 pill and an operation": (takes("empagliflozin") | TAIL, "M-sglt2 TS6", ""),
    "contrast allergy": ({"allergy.contrast": "yes"}, "B5 M-contrast-allergy", ""),
    "kidney disease, a CT, PRRT": (
        {"condition.list": ["kidney_disease"], "test.planned": ["ct"]} | planned("prrt"),
        "B5 M-kidney TP1",
        "",
    ),
    "thyroid disease and a CT": (
        {"condition.list": ["thyroid"], "test.planned": ["ct"]},
        "B5 M-thyroid",
        "",
    ),
    "pregnant, PRRT": (
        {"person.sex": "female", "condition.pregnancy": "pregnant"} | planned("prrt"),
        "B12 G8 TP4",
        "",
    ),
    "breastfeeding": (
        {"person.sex": "female", "condition.pregnancy": "breastfeeding"},
        "B12",
        "G8 H6",
    ),
    "a wish for children, MEN1": (
        {"wish.include": ["fertility"], "condition.syndrome": ["men1"]} | NET,
        "G8 H6",
        "",
    ),
    # What was found, and what is planned
    "biopsy done": (
        LOOKING | SUSPECTED | {"test.done": ["biopsy"]},
        "N2 N3 N4 B3 B8 B9",
        "A1",
    ),
    "scan done": (
        LOOKING | SUSPECTED | {"test.done": ["ct"], "diagnosis.by_chance": "yes"},
        "N4 N1 B3 B9 B14 NV27",
        "B8 N3",
    ),
    "nothing done yet": (LOOKING, "A1 A2 Q3", "N2 N3 N4 B8 B9"),
    "liver spread": (
        NET | {"diagnosis.spread": ["liver"]},
        "TL1 G5 G6 TP1 N5 NV17",
        "TL2",
    ),
    "liver spread and a bile duct stent": (
        NET | {"diagnosis.spread": ["liver"], "condition.stent": "yes"},
        "TL1 TL2 G5 G6 TP1 N5",
        "",
    ),
    "small, found by chance": (
        NET | {"diagnosis.by_chance": "yes", "diagnosis.size_cm": "1.2 cm"},
        "TW1 TW2 B14 TS5",
        "TL1 TP1 TC1",
    ),
    "tail surgery planned": (
        TAIL | {"diagnosis.known_hormone": ["insulin"]} | takes("aspirin"),
        "TS1 TS2 TS3 TS4 TS5 TS6 TS7 TS8 NV2 NV3 NV12 NV13",
        "",
    ),
    "Whipple planned": (WHIPPLE, "TS1 TS2 TS3 TS5 TS8 NV12 NV13", "TS4 NV3 NV2 NV14"),
    "PRRT planned": (planned("prrt"), "TP1 TP2 TP3 TP4 G9 E4", "TP5 TC1"),
    "PRRT going on": (now("prrt"), "TP1 TP2 TP3 TP4 G9 E4", ""),
    "injections planned": (planned("ssa"), "TA1 TA2 G9 E4", "TA3 NV15"),
    "injections going on": (now("ssa"), "TA1 TA2 G9 E4", "NV15"),
    "targeted pill planned": (
        planned("targeted"),
        "TT1 G9 E4 NV9 NV10 NV11 NV28",
        "TC1 NV8",
    ),
    "targeted pill going on": (takes("sunitinib") | NET, "TT1 G9 E4 NV10 NV11 NV28", ""),
    "chemotherapy planned": (planned("chemo"), "TC1 G9 E4 NV8 NV9 NV10", "TT1 NV11"),
    "chemotherapy going on": (now("chemo"), "TC1 G9 E4 NV9 NV10", ""),
    "flushing and a biopsy": (
        {"symptom.episodes": ["flushing"], "test.planned": ["biopsy"]},
        "NV5 TS7",
        "",
    ),
    "a tumor that makes a hormone, and PRRT": (
        planned("prrt") | {"diagnosis.known_hormone": ["vip"]},
        "NV5 G10",
        "",
    ),
    # Life
    "lives alone, with lows": ({"life.alone": "yes"} | LOWS, "A7 X5 E4", "TS8"),
    "lives alone, with a procedure": (
        {"life.alone": "yes", "test.planned": ["endoscopy"]},
        "X3 X5 E4",
        "A7",
    ),
    "lives alone, with an operation": ({"life.alone": "yes"} | TAIL, "TS8 X5 E4", ""),
    "drives, with lows": ({"life.drives": "yes"} | LOWS, "A7 Q8", ""),
    "drives, without lows": ({"life.drives": "yes"}, "", "A7 Q8"),
    "far from the center": ({"life.distance": "yes"}, "X3 B9", "G4"),
    "far from the center, deciding": (
        {"life.distance": "yes", "visit.stage": ["deciding"]},
        "X3 B9 G4",
        "",
    ),
    "stress": ({"life.stress": ["loss"]}, "X5 C3 C4", ""),
    "low mood": ({"wish.include": ["mood"]}, "F5 X5 C3 C4", ""),
    "a job": ({"life.work": ["job"], "visit.stage": ["deciding"]}, "X2 G4 NV26 Q8", ""),
    "care for others": ({"life.work": ["care"], "visit.stage": ["deciding"]}, "G4", "NV26"),
    "cost": ({"life.cost": "yes"}, "X1", ""),
    "a caregiver answers": ({"person.answering": "caregiver"}, "X6 X8 NV18 NV19", ""),
    "the patient answers": ({"person.answering": "patient"}, "X8", "X6 NV18 NV19"),
    "other conditions": ({"condition.list": ["heart_disease"]}, "Q7", ""),
    "no NET team": (NET | {"team.net": "no"}, "Q9 N8 N9 N10", ""),
    "no NET team, a tumor suspected": (SUSPECTED | {"team.net": "no"}, "Q9 N8 N9 N10", ""),
    "a NET team": (NET | {"team.net": "yes"}, "N9", "N8"),
}
