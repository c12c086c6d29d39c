"""What the sheet of shortcuts says of the scribe line beside its table of keys: the letters of the kinds, and what is
typed before a text."""

from __future__ import annotations

from model import scribe
from model.i18n import translate
from model.kinds import ITEM_KINDS
from widgets.scribe.field import LETTER_CHORDS


def kind_title(kind: str) -> str:
    """The name of a kind of note, or of the parking lot, in the current language."""
    if kind == scribe.PARKED:
        return translate("Scribe", "Parking lot")
    known = ITEM_KINDS.get(kind)
    return known.title if known is not None else kind


def typed_rows() -> list[tuple[str, tuple[str, ...]]]:
    """Rows of (text, keys) in the current language; keys are portable text, or what is typed as it is."""
    pain = scribe.letter_of("pain_point")
    rows = [(kind_title(kind), _keys(scribe.letter_of(kind))) for kind in scribe.LETTERS]
    rows += [
        (translate("Scribe", "A kind until you choose another"), _keys(pain.upper())),
        (translate("Scribe", "At the note with number 22"), ("22", f"Alt+{pain.upper()}", f"/22{pain}")),
        (translate("Scribe", "A persona or channel: the beginning of its name and a space"), ("@…",)),
        (translate("Scribe", "A text that begins with / or @"), ("//", "/@")),
    ]
    if not LETTER_CHORDS:
        rows = [(text, tuple(key for key in keys if key != "22" and not key.startswith("Alt+"))) for text, keys in rows]
    return rows


def _keys(letter: str) -> tuple[str, ...]:
    shift = "Shift+" if letter != letter.lower() else ""
    return f"Alt+{shift}{letter.upper()}", f"/{letter}"
