"""What stands in the empty scribe line: what the last note became, in words, so that a wrong key is seen at once."""

from __future__ import annotations

from model import scribe
from model.document import Document, card_number
from model.i18n import translate
from model.scribe import Aim
from widgets.scribe.sheet import kind_title


def prompt(document: Document, aim: Aim) -> str:
    """Kind and number of the note sent last, and what it hangs on; how one begins where none was sent."""
    last = next(reversed(scribe.sent_notes(document, aim)), None)
    if last is None:
        return translate("Scribe", "Type a note and press Enter")
    kind = kind_title(scribe.PARKED if last.place == "parking" else last.kind)
    host = next(iter(document.targets.get(last.id, ())), None)
    if host is None:
        said = translate("Scribe", "{kind} {number} noted. Type the next one")
        return said.format(kind=kind, number=card_number(last))
    said = translate("Scribe", "{kind} {number} noted at {host}. Type the next one")
    return said.format(kind=kind, number=card_number(last), host=card_number(host))
