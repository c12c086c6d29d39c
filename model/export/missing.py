"""Characters that no font here can draw, as the painter met them: told with their note before anything is written
(rule RD5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from model.document import Document, card_number
from model.export.pdf_painted import MissingCharacter
from model.i18n import translate
from model.values import dataclass


@dataclass(frozen=True, slots=True)
class MissingText:
    """Characters that no font here can draw, in the card ``number`` ("N28"), or elsewhere on the poster ("")."""

    characters: str
    number: str


def missing_texts(document: Document, missing: Sequence[MissingCharacter]) -> tuple[MissingText, ...]:
    """What a painter met, put together card by card; what an action says is said at its card."""
    found: dict[str, dict[str, None]] = {}
    for entry in missing:
        action = document.action_table.get(entry.source_id or "")
        item = document.item_table.get(action.item_id if action is not None else entry.source_id or "")
        found.setdefault(card_number(item) if item else "", {}).update(dict.fromkeys(entry.text))
    return tuple(MissingText("".join(characters), number) for number, characters in found.items())


def missing_sentences(missing: Iterable[MissingText]) -> tuple[str, ...]:
    """A sentence for each card, or place without one, with characters that no font here can draw."""
    found = []
    for one in missing:
        characters = " ".join(f"{c} (U+{ord(c):04X})" for c in one.characters)
        if one.number:
            text = translate("Export", "{number}: these characters cannot be printed: {characters}")
        else:
            text = translate("Export", "In a name or title: these characters cannot be printed: {characters}")
        found.append(text.format(number=one.number, characters=characters))
    return tuple(found)
