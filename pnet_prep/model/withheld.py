"""What is left out for a reader: unknown wherever it is looked at."""

from pnet_prep.model.fixed import Fixed


class Withheld(Fixed):
    """Ids of items, and of lists to tick from each option that is not told: ``(item, option)``."""

    items: frozenset[str] = frozenset()
    options: frozenset[tuple[str, str]] = frozenset()

    def hides(self, item: str, values: tuple[str, ...]) -> bool:
        """Whether it is not told if one of these options was ticked in a list."""
        return bool(self.options) and any((item, value) in self.options for value in values)

    def touches(self, item: str) -> bool:
        """Whether something of an item is not told."""
        return item in self.items or any(item == gate for gate, _ in self.options)
