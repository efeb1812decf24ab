"""What can go wrong, each kind with its exit code.

An error names a sentence of ``questions/words.yaml`` by its id, so the words stay with the
content. It never carries an answer: slots hold file names, line numbers, ids and counts only.
"""


class PrepError(Exception):
    """Something the person can be told in one plain sentence.

    ``word`` is the id of that sentence in ``words.yaml``; ``slots`` fill its ``{names}``.
    """

    exit_code = 1

    def __init__(self, word: str, **slots: str) -> None:
        super().__init__(word)
        self.word = word
        self.slots = slots


class InputRefusedError(PrepError):
    """Wrong use, or a file that was given to us and cannot be taken as it is."""

    exit_code = 2


class StoreError(PrepError):
    """The visit file could not be read or saved."""

    exit_code = 4
