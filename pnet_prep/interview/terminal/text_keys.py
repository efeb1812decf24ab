"""The keys of a text field that questionary and prompt_toolkit do not have, or have otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.document import Document
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.keys import Keys

from pnet_prep.engine.text import accept_line
from pnet_prep.interview.commands import Aside
from pnet_prep.interview.terminal.burst import letters_together, text_waiting
from pnet_prep.interview.terminal.text_state import Unsaved, is_command_line
from pnet_prep.interview.terminal.unmeant import bind_unmeant
from pnet_prep.model.interview import Ask, Back, Quit

if TYPE_CHECKING:
    from prompt_toolkit.buffer import Buffer
    from prompt_toolkit.key_binding import KeyPressEvent

    from pnet_prep.interview.terminal.text_prompt import TextPrompt
    from pnet_prep.model.interview import Event

FOLD = "; "
"""What a line end becomes in a field of one line."""


def text_keys(prompt: TextPrompt) -> KeyBindings:
    """Bindings to put over those of the field."""
    keys = KeyBindings()
    keys.add("s-tab", eager=True)(lambda _: _back(prompt))
    for name in ("c-c", "c-d", "<sigint>"):
        keys.add(name, eager=True)(lambda _: prompt.leave())
    keys.add("f1", eager=True)(lambda _: take(prompt, Aside.HELP))
    bind_unmeant(keys, prompt.together)

    @keys.add(Keys.Any)
    def letters(event: KeyPressEvent) -> None:
        prompt.buffer.insert_text(letters_together(event))

    _bind_long(keys, prompt) if prompt.state.screen.ask is Ask.LONG else _bind_line(keys, prompt)
    return keys


def take(prompt: TextPrompt, meaning: Event | Aside | Unsaved | None) -> None:
    """Give the answer back, or say why there is none yet."""
    match meaning:
        case None:
            prompt.panel.complain("key.empty")
        case Unsaved():
            prompt.panel.complain("key.end_first")
        case Aside.HELP | Aside.MORE:
            prompt.finish(Aside.HELP)
        case Aside.EDITOR:
            prompt.finish(Aside.EDITOR)
        case Aside.LIST:
            prompt.panel.complain("")
        case Aside():
            prompt.panel.complain(f"command.{meaning.value}")
        case Quit():
            prompt.leave()
        case event:
            prompt.finish(event)


def _back(prompt: TextPrompt) -> None:
    state = prompt.state
    if not state.screen.can_go_back:
        take(prompt, Aside.FIRST)
    elif state.screen.ask is Ask.LONG and state.changed(prompt.buffer.text):
        take(prompt, Unsaved())
    else:
        take(prompt, Back())


def _bind_line(keys: KeyBindings, prompt: TextPrompt) -> None:
    folded = False

    @keys.add("enter", eager=True)
    @keys.add("c-j", eager=True)
    def enter(event: KeyPressEvent) -> None:
        nonlocal folded
        # Nobody types on within the same instant: these are several lines of a paste.
        if text_waiting(event):
            prompt.buffer.insert_text(FOLD)
            folded = True
        elif folded:
            folded = False
            prompt.panel.complain("key.folded")
        else:
            prompt.buffer.validate_and_handle()

    @keys.add(Keys.BracketedPaste, eager=True)
    def paste(event: KeyPressEvent) -> None:
        prompt.buffer.insert_text(accept_line(event.data))

    @keys.add("tab", eager=True)
    def tab(_: KeyPressEvent) -> None:
        if prompt.together.holds:  # between two columns of a pasted table
            prompt.buffer.insert_text(" ")
        else:
            prompt.move(1)

    for name, step in (("down", 1), ("up", -1)):

        @keys.add(name, eager=True)
        def move(_: KeyPressEvent, step: int = step) -> None:
            if not prompt.together.holds:
                prompt.move(step)


def _bind_long(keys: KeyBindings, prompt: TextPrompt) -> None:
    @keys.add("enter", eager=True)
    @keys.add("c-j", eager=True)
    def enter(event: KeyPressEvent) -> None:
        document = prompt.buffer.document
        if text_waiting(event):
            prompt.buffer.newline(copy_margin=False)
        elif is_command_line(document.current_line):
            line = _cut_line(prompt.buffer)
            take(prompt, prompt.state.command_in(line, prompt.buffer.text))
        elif document.is_cursor_at_the_end and not document.current_line.strip():
            prompt.buffer.validate_and_handle()
        else:
            prompt.buffer.newline(copy_margin=False)


def _cut_line(buffer: Buffer) -> str:
    """Take the words of the line under the cursor out of the text; an empty line stays."""
    document = buffer.document
    start = document.cursor_position + document.get_start_of_line_position()
    line = document.current_line
    buffer.document = Document(document.text[:start] + document.text[start + len(line) :], start)
    return line
