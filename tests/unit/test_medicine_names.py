"""What people type as the name of a medicine: the right kind is found, and nothing by accident."""

import pytest

from pnet_prep.content.load import load
from pnet_prep.engine.recogniser import Recogniser
from pnet_prep.model.questionnaire import Recognise

TYPED = {
    "omeprazole 40mg": {"ppi"},
    "Losec": {"ppi"},
    "losec MUPS 20 mg, one in the morning": {"ppi"},
    "Nexium Control": {"ppi"},
    "Inexium": {"ppi"},
    "Pantozol 20": {"ppi"},
    "Pepcid AC": {"h2_blocker"},
    "Gaviscon Advance liquid": {"antacid"},
    "Tums when it burns": {"antacid", "calcium_vitd"},
    "Sandostatin LAR 30 mg every 4 weeks": {"ssa"},
    "Somatuline Autogel 120": {"ssa"},
    "Lanreotide shot": {"ssa"},
    "Proglycem suspension": {"diazoxide"},
    "Lantus 12 units": {"insulin"},
    "NovoRapid FlexPen": {"insulin"},
    "Gliclazide MR 30mg": {"sulfonylurea"},
    "Glucovance 500/5": {"sulfonylurea", "metformin"},
    "Repaglinide": {"glinide"},
    "Glucophage XR": {"metformin"},
    "Siofor 850": {"metformin"},
    "Janumet 50/1000": {"metformin"},
    "OZEMPIC pen, Sundays": {"glp1"},
    "Jardiance": {"sglt2"},
    "Xigduo XR": {"sglt2", "metformin"},
    "warfarin, as the clinic says": {"thinner"},
    "Eliquis 5 mg twice daily": {"thinner"},
    "Marcumar": {"thinner"},
    "baby aspirin": {"antiplatelet", "nsaid"},
    "ASA 81 mg": {"antiplatelet", "nsaid"},
    "Kardegic 75": {"antiplatelet"},
    "Plavix": {"antiplatelet"},
    "Advil for my back": {"nsaid"},
    "Nurofen": {"nsaid"},
    "prednisone 5mg": {"steroid"},
    "Symbicort inhaler": {"steroid"},
    "Hair, Skin & Nails gummies": {"biotin"},
    "hair skin and nails vitamins": {"biotin"},
    "Centrum Silver": {"multivitamin"},
    "Creon 25 000": {"enzymes"},
    "Kreon": {"enzymes"},
    "Afinitor 10": {"everolimus"},
    "Sutent": {"sunitinib"},
    "Cabometyx 60 mg": {"cabozantinib"},
    "Xeloda and Temodar": {"chemo"},
    "Lutathera": {"prrt_drug"},
    "Welireg": {"belzutifan"},
    "metoprolol succ": {"beta_blocker"},
    "Ramipril 2,5": {"ace_inhibitor"},
    "Cipro": {"fluoroquinolone", "antibiotic"},
    "Augmentin": {"antibiotic"},
    "Ferrous sulphate": {"iron"},
    "Pepto-Bismol": {"bismuth"},
    "Vit D3 1000 IU": {"calcium_vitd"},
    "co-codamol 30/500": {"opioid"},
    "Lasix": {"water_pill"},
    "Synthroid 88 mcg": {"thyroid_hormone"},
}

EVERYDAY = """
none at the moment | I do not take any medicines | not sure what it is called | ask my wife
the small white one in the morning | one a day, with breakfast | half a tablet most mornings
a pill for my heart | my blood pressure tablet | something for sleep | the blue inhaler
drops for my eyes | cream for the rash | the patch on my arm | a shot every month at the clinic
nothing since the visit in May | it was too strong, so less now | I ran out last week
from the health food store | a tea my sister makes | ginger and honey | a glass of milk at night
the pan is on the stove | soup from a pan | an egg a day | apple cider vinegar
as a last resort | as an extra | in a cup of water | a spray for the nose | see the list
to be taken with food | two of the green ones | the same as last time | what the doctor gave me
paracetamol | Tylenol | acetaminophen 500 | magnesium | zinc | turmeric | fish oil | vitamin C
probiotic | melatonin | cetirizine | loratadine | sertraline | atorvastatin 20 | amlodipine
losartan | salbutamol | gabapentin | evening primrose oil | St John's wort | glucosamine
a walk does me good | my mother takes it too | for my nerves | when the pain is bad
I can not say | no more than two | the usual | tablets from the hospital | for water in the legs
moment by moment | centre of town | an inspiring story | I am well | he is a well man
""".replace("\n", "|").split("|")


@pytest.fixture(scope="module")
def shelf():
    return Recogniser(load().word_lists[Recognise.MEDICINES])


@pytest.mark.parametrize("typed", TYPED)
def test_typed_medicine_is_known_for_what_it_is(shelf, typed):
    assert shelf.classes_of(typed) == TYPED[typed]


@pytest.mark.parametrize("said", [text.strip() for text in EVERYDAY if text.strip()])
def test_everyday_words_name_no_kind_of_medicine(shelf, said):
    assert shelf.classes_of(said) is None


def test_every_kind_is_tried():
    assert {one.id for one in load().word_lists[Recognise.MEDICINES].classes} == set().union(
        *TYPED.values()
    )


def test_no_name_is_a_number_or_a_letter_or_an_everyday_word():
    everyday = {"a", "an", "as", "at", "hair", "milk", "nail", "nails", "one", "pan", "skin", "to"}
    for one in load().word_lists[Recognise.MEDICINES].classes:
        for name in one.names:
            assert len(name) > 2, name
            assert not name.isdecimal(), name
            assert name not in everyday, name
