"""``pnet-prep list`` with its options. It is loaded only where one of them is used or explained."""

from pnet_prep.cli.list_visits import print_list
from pnet_prep.cli.options import LanguageOption, QuestionsOption
from pnet_prep.cli.pack import words


def run(questions: QuestionsOption = None, language: LanguageOption = "") -> None:
    """Print a numbered line for each visit."""
    print_list(words(questions, language))
