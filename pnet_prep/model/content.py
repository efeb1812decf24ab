"""Everything that ``questions/`` says, after it was checked."""

from typing import NamedTuple

from pnet_prep.model.questionnaire import Questionnaire
from pnet_prep.model.rules import (
    GlossaryTerm,
    HelpPlace,
    MedicineClass,
    PairingRule,
    PreparationStep,
    RedFlag,
    Source,
    Sourced,
)


class Content(NamedTuple):
    """The pack: what is asked, what is paired, and every word the program says.

    ``ask_to_print`` is the item whose ``yes`` puts flags marked ``print: ask`` on paper.
    """

    questionnaire: Questionnaire
    rules: tuple[PairingRule, ...]
    red_flags: tuple[RedFlag, ...]
    preparation: tuple[PreparationStep, ...]
    glossary: tuple[GlossaryTerm, ...]
    medicine_classes: tuple[MedicineClass, ...]
    places: tuple[HelpPlace, ...]
    sources: tuple[Source, ...]
    words: dict[str, str]
    ask_to_print: str

    @property
    def sourced(self) -> dict[str, tuple[Sourced, ...]]:
        """Every text with a provenance, by what ids of its kind are called in a check."""
        return {
            "rule": self.rules,
            "red_flag": self.red_flags,
            "step": self.preparation,
            "term": self.glossary,
        }
