"""The two gates that all text of people passes: `accept` on the way in, `show` on the way out.

What a person typed is kept; what could move a cursor, reorder a line or hide a word is made
visible before it reaches a screen or a file.
"""

import re
import unicodedata

# Patterns stay strings: `re` compiles each at its first use, and most runs use none of them.
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff"  # C0 and C1 but tab and newline; surrogates
_ESCAPED_BYTES = "[\udc80-\udcff]+"
_LINE_END = "\r\n?"
_LINE = "[\n\u2028\u2029]"
_TABS = "[ \t]*\t[ \t]*"
_SENTENCE_ENDS = (".", ",", ";", ":", "!", "?")

# Default_Ignorable_Code_Point of Unicode 15 (DerivedCoreProperties.txt): all that is drawn as
# nothing, among it every bidi control, the tag characters and the variation selectors.
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_SEPARATORS = "\u2028\u2029"
_ANNOTATION = "\ufff9-\ufffb"
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_UNSEEN = f"[{_CONTROLS}{_INVISIBLE}{_SEPARATORS}{_ANNOTATION}{_NONCHARACTERS}]"

# What of all these Python's `isprintable` takes for letters: fillers, joiners, variation selectors.
_TAKEN_FOR_LETTERS = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"
    + "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
)

_ZWSP, _ZWNJ, _ZWJ = "\u200b", "\u200c", "\u200d"
_VARIATION = "[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]"
# Arabic to Myanmar, Khmer and Mongolian, and the later blocks of such scripts: letters there
# change their shape with a neighbour, and a joiner says whether they may.
_JOINING_SCRIPT = (
    "[\u0600-\u109f\u1700-\u1cff\ua800-\uabff\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc"
    "\U00010a00-\U00011fff\U0001e900-\U0001e95f]"
)
_FIRST_RIGHT_TO_LEFT = "\u0590"
# Thai, Lao, Myanmar and Khmer put no space between words; U+200B tells where a line may break.
_UNSPACED_SCRIPT = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"


def accept(raw: str) -> str:
    r"""Make text from a keyboard, a paste or a file safe to keep, losing no readable character.

    Bytes that Python could not decode (surrogateescape, PEP 383) are read as UTF-8, else as
    Windows-1252; what stays unreadable, and every control character but tab and newline, becomes
    U+FFFD. Line ends become ``\n``; the result is in Unicode form NFC and always encodes to
    UTF-8. Bidi controls stay: `show` deals with them.
    """
    if raw.isascii() and raw.isprintable():
        return raw
    paired = raw.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    decoded = re.sub(_ESCAPED_BYTES, _decode_escaped, paired)
    visible = re.sub(f"[{_CONTROLS}]", "\ufffd", re.sub(_LINE_END, "\n", decoded))
    return unicodedata.normalize("NFC", visible)


def _decode_escaped(match: re.Match[str]) -> str:
    escaped = match[0].encode("ascii", "surrogateescape")
    try:
        return escaped.decode("utf-8")
    except UnicodeDecodeError:
        return escaped.decode("cp1252", "replace")


def accept_line(raw: str) -> str:
    """`accept` for a field of one line: several pasted lines become one, tabs become spaces.

    Lines are joined by "; ", or by a space where a line ends with a mark of its own. Spaces at
    the ends are dropped.
    """
    stripped = (re.sub(_TABS, " ", line).strip() for line in re.split(_LINE, accept(raw)))
    folded = ""
    for line in filter(None, stripped):
        joint = " " if folded.endswith(_SENTENCE_ENDS) else "; "
        folded = folded + joint + line if folded else line
    return folded


def show(text: str) -> str:
    """Return the text with every unseen character as a mark, such as ``‹U+202E›``.

    Marked are bidi controls, other controls but tab and newline, lone surrogates, noncharacters,
    line and paragraph separators, and all that is drawn as nothing, unless it does its work: a
    joiner inside a word of a joining script or inside an emoji, a variation selector after what
    it varies, a break between letters of a script without spaces. Other text comes back as it
    is, and so does text that was shown before.
    """
    if text.isprintable() and (text.isascii() or _TAKEN_FOR_LETTERS.isdisjoint(text)):
        return text
    return re.sub(f"{_UNSEEN}+", _mark_run, text)


def in_order(text: str) -> str:
    """A shown text of which words from right to left, and numbers behind them, stay in their place.

    Without it the 40 of "40 mg" would be drawn before the name of a medicine, and its mg behind it.
    """
    if text.isascii() or max(text) < _FIRST_RIGHT_TO_LEFT:
        return text
    from pnet_prep.engine.directions import in_place

    return in_place(text)


def show_line(text: str) -> str:
    """`show` for what stands on one line, such as the name of a file: a line end is a mark too.

    Otherwise a file could be called so that the program seems to say what its name says.
    """
    shown = show(text)
    return shown if shown.isprintable() else re.sub("[\n\t]", _mark_run, shown)


def _mark_run(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1] if match.start() else ""
    shown: list[str] = []
    for position in range(match.start(), match.end()):
        char = match.string[position]
        after = match.string[position + 1 : position + 2]
        shown.append(char if _works(before, char, after) else f"‹U+{ord(char):04X}›")
        before = shown[-1][-1]  # as it will be read: this keeps showing twice the same as once
    return "".join(shown)


def _works(before: str, char: str, after: str) -> bool:
    """Tell whether an unseen character changes how its neighbours look, as it is meant to."""
    if re.match(_VARIATION, char):
        return _is_visible(before)
    if char in (_ZWJ, _ZWNJ) and _is_joining_letter(before):
        return True
    if char == _ZWJ:
        return _ends_emoji(before) and _starts_emoji(after)
    if char == _ZWSP:
        return bool(re.match(_UNSPACED_SCRIPT, before) and re.match(_UNSPACED_SCRIPT, after))
    return False


def _is_visible(char: str) -> bool:
    kind = unicodedata.category(char)[0] if char else "Z"
    return kind not in "CZ" and not re.match(_UNSEEN, char)


def _is_joining_letter(char: str) -> bool:
    return bool(re.match(_JOINING_SCRIPT, char)) and unicodedata.category(char)[0] in "LM"


def _ends_emoji(char: str) -> bool:
    return char == "\ufe0f" or "\U0001f3fb" <= char <= "\U0001f3ff" or _starts_emoji(char)


def _starts_emoji(char: str) -> bool:
    # U+2194, the arrow in "head shaking", is the one joined emoji that counts as a math sign.
    return char == "\u2194" or (bool(char) and unicodedata.category(char) == "So")
