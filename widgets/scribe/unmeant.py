"""One quiet sentence for a slash and a letter that choose nothing: which letters there are, before the note is sent.

What was typed stays text, and ``Enter`` sends it as it stands.
"""

from __future__ import annotations

from model import scribe
from model.i18n import translate
from widgets.scribe.sheet import kind_title

_FIRST = ("pain_point", "insight", "opportunity", "solution")
"""The kinds that are named first, after those whose name begins with the letter that was typed."""


def sentence(text: str) -> str:
    """What is to be said of the beginning of ``text``; "" where it is no command gone wrong."""
    found = scribe.unmeant(text)
    if found is None:
        return ""
    typed, digits = found
    if digits:
        said = translate("Scribe", "There is no note {number}: “{typed}” stays text.")
        return said.format(number=f"N{digits}", typed=typed)
    return translate("Scribe", "“{typed}” stays text; kinds: {letters}").format(
        typed=typed, letters=_letters(typed[-1])
    )


def _letters(typed: str) -> str:
    """The letters with their kinds: "O opportunity, P pain point, ..."."""
    kinds = dict.fromkeys((*_FIRST, *scribe.LETTERS))
    known = [(scribe.letter_of(kind).upper(), kind_title(kind).lower()) for kind in kinds]
    known.sort(key=lambda row: not row[1].startswith(typed.lower()))
    return ", ".join(f"{letter} {title}" for letter, title in known)
