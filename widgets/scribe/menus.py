"""What the chips of the scribe line offer at a click: kinds, phases, personas and channels, with their keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from model import scribe
from model.document import Document
from model.i18n import translate
from model.layout.cards import icon_of
from model.personas import persona_name
from model.scribe import PARKED, Aim
from widgets.look.icons import icon
from widgets.scribe.field import LETTER_CHORDS
from widgets.scribe.sheet import kind_title

Filling = Callable[[QMenu, Document, Aim, Callable[[Aim], None]], None]
"""Fills a menu for a line with an aim; what is chosen is the line's aim from then on."""


def offer_kinds(menu: QMenu, _document: Document, aim: Aim, choose: Callable[[Aim], None]) -> None:
    """Every kind of note, and the parking lot."""
    for kind in scribe.LETTERS:
        letter = scribe.letter_of(kind)
        keys = f"Alt+{letter.upper()}" if LETTER_CHORDS else f"/{letter}"
        sign = "car" if kind == PARKED else icon_of(kind) or "pointer"
        _add(menu, kind_title(kind), keys, scribe.with_kind(aim, kind), choose, sign)


def offer_phases(menu: QMenu, document: Document, aim: Aim, choose: Callable[[Aim], None]) -> None:
    """Every phase by its number."""
    for number, phase in enumerate(document.phases, 1):
        title = phase.name or translate("Scribe", "Phase {number}").format(number=number)
        keys = f"Alt+{number % 10}" if number <= 10 else ""
        _add(menu, f"{number}  {title}", keys, scribe.to_phase(document, aim, number), choose)


def offer_personas(menu: QMenu, document: Document, aim: Aim, choose: Callable[[Aim], None]) -> None:
    """Every persona, and nobody where the next note can name people."""
    if scribe.names_people(aim):
        _add(menu, translate("Scribe", "Nobody"), "", scribe.with_nobody(aim), choose)
    for number, persona in enumerate(document.personas, 1):
        keys = f"Ctrl+{number + 5}" if number <= 4 else ""
        named = scribe.with_persona(document, aim, persona.id)
        _add(menu, persona_name(persona), keys, named, choose, "user")


def offer_channels(menu: QMenu, document: Document, aim: Aim, choose: Callable[[Aim], None]) -> None:
    """Every channel, and none."""
    _add(menu, translate("Scribe", "No channel"), "", scribe.with_channel(aim, ""), choose)
    for channel in document.channels:
        _add(menu, channel.name, "", scribe.with_channel(aim, channel.id), choose, channel.icon)


def _add(menu: QMenu, title: str, keys: str, aim: Aim, choose: Callable[[Aim], None], sign: str = "") -> None:
    text = title.replace("&", "&&") + (f"\t{keys}" if keys else "")  # a single & would be a mnemonic
    action = menu.addAction(icon(sign, 16), text) if sign else menu.addAction(text)
    action.triggered.connect(lambda _checked=False: choose(aim))
