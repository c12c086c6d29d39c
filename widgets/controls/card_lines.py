"""The choice of what is written on cards below their text: a chip for each thing that the map says somewhere."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from model.cardlines import in_order, line_title
from model.i18n import translate
from widgets.controls.buttons import Button
from widgets.controls.choice import ChoiceToggles, Option


class CardLineChoice(QWidget):
    """Chips, and two links that choose all of them or none.

    What was chosen and is not offered (another map says something there) stays chosen through every click.
    """

    changed = Signal(object)
    """The user chose: a tuple of ids in the order of the lines on a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: tuple[str, ...] = ()
        self._others: tuple[str, ...] = ()
        self.toggles = self._made()
        self.all = Button(lambda: translate("CardLines", "All"), "link")
        self.none = Button(lambda: translate("CardLines", "None"), "link")
        self.all.clicked.connect(lambda _checked=False: self._choose(self._offered))
        self.none.clicked.connect(lambda _checked=False: self._choose(()))
        links = QHBoxLayout()
        links.setSpacing(12)
        links.addWidget(self.all)
        links.addWidget(self.none)
        links.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.toggles)
        self._column.addLayout(links)

    def _made(self) -> ChoiceToggles:
        options = [Option(name, partial(line_title, name)) for name in self._offered]
        toggles = ChoiceToggles(options, lambda: translate("CardLines", "On notes"))
        toggles.changed.connect(self._choose)
        return toggles

    @property
    def offered(self) -> tuple[str, ...]:
        """What can be chosen here."""
        return self._offered

    def values(self) -> tuple[str, ...]:
        """What of that is chosen."""
        return self.toggles.values()

    def show_choice(self, offered: Iterable[str], chosen: Iterable[str]) -> None:
        """Offer these, of which ``chosen`` are on; silently."""
        offered, wanted = tuple(offered), set(chosen)
        if offered != self._offered:
            self._offered = offered
            old = self.toggles
            self.toggles = self._made()
            self._column.replaceWidget(old, self.toggles)
            self.toggles.show()
            old.hide()
            old.deleteLater()
        self._others = tuple(sorted(wanted.difference(offered)))
        self._show(tuple(name for name in offered if name in wanted))

    def _show(self, values: tuple[str, ...]) -> None:
        if self.toggles.values() != values:
            self.toggles.show_values(values)
        self.all.setEnabled(len(values) < len(self._offered))
        self.none.setEnabled(bool(values))

    def _choose(self, values: tuple[str, ...]) -> None:
        self._show(tuple(values))
        self.changed.emit(in_order((*values, *self._others)))
