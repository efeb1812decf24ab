"""How things look: mostly weight, so that nothing is lost without color."""

from __future__ import annotations

from prompt_toolkit.styles import Style

STYLE = Style(
    [
        ("part", "bold underline"),
        ("heading", "bold"),
        ("label", "bold"),
        ("now", "italic"),
        ("pointer", "bold ansicyan"),
        ("pointed", "bold ansicyan"),
        ("ticked", "bold"),
        ("answer", "noinherit"),
        ("name", ""),
        ("message", "bold"),
        ("hint", ""),
        ("done", "ansigreen"),
        ("urgent", "bold"),
        ("scrollbar.background", "bg:ansibrightblack"),
        ("scrollbar.button", "bg:ansiwhite"),
    ]
)
