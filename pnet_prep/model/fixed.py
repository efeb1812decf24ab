"""Values that never change once they are made, and are not tuples.

``dataclasses`` does the same and more, but it writes and compiles the methods of each class anew at
every start of the program, which takes half a millisecond a class.
"""

from __future__ import annotations

from typing import Self, dataclass_transform


@dataclass_transform(frozen_default=True)
class Fixed:
    """Base of a class whose annotated names are its parts, given in order or by name.

    Values of one class with equal parts are equal. What follows from the parts is for a
    ``cached_property``. Raises ``TypeError`` for a part that is missing, unknown or given twice.
    """

    __match_args__: tuple[str, ...] = ()
    _known: frozenset[str] = frozenset()
    _needed: frozenset[str] = frozenset()

    def __init_subclass__(cls) -> None:
        names = tuple(cls.__annotations__)
        cls.__match_args__ = names  # type: ignore[misc] # mypy knows it itself
        cls._known = frozenset(names)
        cls._needed = cls._known.difference(cls.__dict__)

    def __init__(self, *given: object, **named: object) -> None:
        names = self.__match_args__
        parts = dict(zip(names, given, strict=False), **named) if given else named
        count = len(given) + len(named)
        whole = count == len(names) and (not named or parts.keys() == self._known)
        if not whole and not (
            count == len(parts) and self._needed <= parts.keys() and parts.keys() <= self._known
        ):
            message = f"{type(self).__name__} takes {', '.join(names)}"
            raise TypeError(message)
        self.__dict__.update(parts)

    def _replace(self, **changed: object) -> Self:
        """The same with some parts changed, as of a named tuple."""
        parts = dict(zip(self.__match_args__, self._parts(), strict=True))
        return type(self)(**{**parts, **changed})

    def _parts(self) -> tuple[object, ...]:
        return tuple([getattr(self, name) for name in self.__match_args__])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash((type(self), self._parts()))

    def __repr__(self) -> str:
        parts = zip(self.__match_args__, self._parts(), strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={part!r}' for name, part in parts)})"

    def __setattr__(self, name: str, value: object) -> None:
        message = f"{type(self).__name__} never changes"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> None:
        self.__setattr__(name, None)
