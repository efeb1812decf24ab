"""Everything that ``questions/`` says, after it was checked."""

from collections.abc import Mapping

from pnet_prep.model.fixed import Fixed
from pnet_prep.model.questionnaire import Questionnaire, Recognise
from pnet_prep.model.rules import (
    AddedPack,
    GlossaryTerm,
    HelpPlace,
    PairingRule,
    PreparationStep,
    RedFlag,
    Source,
    Sourced,
    WordList,
)


class Content(Fixed):
    """The pack: what is asked, what is paired, and every word the program says.

    ``ask_to_print`` is the item whose ``yes`` puts flags marked ``print: ask`` on paper.
    ``added`` are the packs whose questions stand among the shipped ones. ``language`` is the BCP 47
    tag of what the texts are written in and ``direction`` how its lines run, ``ltr`` or ``rtl``.
    ``unchecked`` says, in that language and in English, that no clinician has read a translation;
    it is empty for English and for what was reviewed; ``reviewed_by`` is who has.
    """

    questionnaire: Questionnaire
    rules: tuple[PairingRule, ...]
    red_flags: tuple[RedFlag, ...]
    preparation: tuple[PreparationStep, ...]
    glossary: tuple[GlossaryTerm, ...]
    word_lists: Mapping[Recognise, WordList]
    places: tuple[HelpPlace, ...]
    sources: tuple[Source, ...]
    words: dict[str, str]
    ask_to_print: str
    added: tuple[AddedPack, ...] = ()
    language: str = "en"
    direction: str = "ltr"
    unchecked: tuple[str, ...] = ()
    reviewed_by: str = ""

    @property
    def sourced(self) -> dict[str, tuple[Sourced, ...]]:
        """Every text with a provenance, by what ids of its kind are called in a check."""
        return {
            "rule": self.rules,
            "red_flag": self.red_flags,
            "step": self.preparation,
            "term": self.glossary,
        }

    def pack_of(self, name: str) -> AddedPack | None:
        """The pack that an id comes from; ``None`` for the shipped ones."""
        if not self.added:
            return None
        slug = name.partition(".")[0]
        return next((pack for pack in self.added if pack.slug == slug), None)
