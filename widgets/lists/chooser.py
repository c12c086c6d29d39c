"""Asks to which card an action belongs: type its number or some of its words."""

from __future__ import annotations

from collections.abc import Sequence

from model.document import card_number
from model.i18n import translate
from model.kinds import ITEM_KINDS
from model.records import Item
from widgets.controls.command_palette import Command, CommandPalette
from widgets.controls.texts import name_for_readers


class CardChooser(CommandPalette):
    """The palette with cards in it; ``command_chosen`` carries the id of a card."""

    def ask(self, cards: Sequence[Item], first: str = "") -> None:
        """Ask which of ``cards``; the one with the id ``first`` stands at the top."""
        ordered = sorted(cards, key=lambda card: card.id != first)
        self.open(
            [
                Command(
                    id=card.id,
                    text=f"{card_number(card)} {' '.join(card.text.split())}".strip(),
                    icon_name=ITEM_KINDS[card.kind].icon if card.kind in ITEM_KINDS else "",
                    keywords=str(card.number),
                )
                for card in ordered
            ]
        )

    def retranslate(self) -> None:
        """Ask for the words again."""
        super().retranslate()
        name = translate("Lists", "Which solution? Number or words")
        self.field().setPlaceholderText(name)
        name_for_readers(self, name)
        name_for_readers(self.field(), name)
