"""Asks which card is meant: type its number or some of its words."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QWidget

from model.document import card_number
from model.i18n import translate
from model.layout.cards import icon_of
from model.records import Item
from widgets.controls.command_palette import Command, CommandPalette
from widgets.controls.texts import TextSource, name_for_readers, resolve


class CardChooser(CommandPalette):
    """The palette with cards in it; ``command_chosen`` carries the id of a card."""

    def __init__(self, window: QWidget, question: TextSource = "") -> None:
        self._question = question or (lambda: translate("Lists", "Which solution? Number or words"))
        super().__init__(window)

    def ask(self, cards: Sequence[Item], first: str = "", ticked: Collection[str] = ()) -> None:
        """Ask which of ``cards``; the one with the id ``first`` stands at the top, those in ``ticked`` have a tick."""
        ordered = sorted(cards, key=lambda card: card.id != first)
        self.open(
            [
                Command(
                    id=card.id,
                    text=f"{card_number(card)} {' '.join(card.text.split())}".strip(),
                    icon_name="check" if card.id in ticked else icon_of(card.kind),
                    keywords=str(card.number),
                )
                for card in ordered
            ]
        )

    def retranslate(self) -> None:
        """Ask for the words again."""
        super().retranslate()
        name = resolve(self._question)
        self.field().setPlaceholderText(name)
        name_for_readers(self, name)
        name_for_readers(self.field(), name)
