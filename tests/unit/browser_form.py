"""A form as it stands in a browser: what was typed, and what was downloaded already."""

import base64
import json
import zlib
from typing import Any

DAY_MS = 86_400_000
NOON = 1_795_608_000_000
"""25 November 2026, noon, in UTC milliseconds."""

Place = tuple[str, str]
Plain = dict[str, Any]


class BrowserForm:
    """One form that somebody fills in. Its clock need not be right, nor go forward."""

    def __init__(self, name: str = "a" * 16, who: str = "patient", **head: Any) -> None:
        self.head: Plain = {
            "pnet-prep": "form answers",
            "format": 1,
            "visit": "aaaaaaaa",
            "form": name,
            "as": who,
            "person": {"id": None, "name": "Luis", "relation": "son"},
        } | head
        self.clock = NOON
        self.said: dict[Place, list[Plain]] = {}
        self.sent: set[Place] = set()
        self.removed: dict[Place, int] = {}

    def say(self, item: str, value: object, entry: str = "") -> None:
        """An answer, or another one instead; only what was downloaded before is kept beside it."""
        place = (item, entry)
        past = self.said.setdefault(place, [])
        if past and place not in self.sent:
            past.pop()
        self.sent.discard(place)
        past.append({"value": value, "at": self.clock})

    def remove(self, group: str, entry: str) -> None:
        """An entry of a list is taken out: what was downloaded of it stays in the file."""
        for place in [one for one in self.said if one[1] == entry]:
            if place not in self.sent:
                self.said[place].pop()
            if not self.said[place]:
                del self.said[place]
            self.sent.add(place)
        if any(one[1] == entry for one in self.said):
            self.removed.setdefault((group, entry), self.clock)

    def gone(self, entry: str) -> bool:
        return any(one == entry for _, one in self.removed)

    def download(self) -> Plain:
        """The object in the file, as it is now."""
        self.sent.update(self.said)
        answers: list[Plain] = []
        for (item, entry), past in self.said.items():
            *earlier, now = past
            answers.append(
                {"item": item, **({"entry": entry} if entry else {}), **now}
                | ({"earlier": [dict(one) for one in earlier]} if earlier else {})
            )
        for (group, entry), at in self.removed.items():
            answers.append({"item": group, "entry": entry, "removed": True, "at": at})
        made: Plain = json.loads(json.dumps({**self.head, "answers": answers}))
        return made


def as_text(plain: Plain) -> str:
    """What "copy as text" gives."""
    data = json.dumps(plain, ensure_ascii=False).encode()
    packed = base64.b64encode(data).decode()
    rows = [packed[start : start + 64] for start in range(0, len(packed), 64)]
    return "\n".join(
        [
            "When did it start? about Easter",
            "",
            "-----BEGIN PNET-PREP ANSWERS-----",
            *rows,
            f"={zlib.crc32(data):08x}",
            "-----END PNET-PREP ANSWERS-----",
            "",
        ]
    )
