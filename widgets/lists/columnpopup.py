"""Which columns a list shows."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from model.i18n import translate
from model.itemlist import ALWAYS, ItemColumn
from widgets.controls.buttons import Button
from widgets.controls.choice import ChoiceToggles, Option
from widgets.controls.labels import PlainLabel, Rule, SectionHeader
from widgets.controls.popup import Popup
from widgets.lists.arranging import ColumnArranger
from widgets.lists.itemmodel import ItemTable

WIDTH = 380
"""px."""


class ColumnPopup(Popup):
    """The columns of ``table`` as words to press; those that are shown are pressed in."""

    wished = Signal()
    """The user wants other columns."""

    def __init__(self, table: ItemTable, arranger: ColumnArranger, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table, self._arranger = table, arranger
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(translate("Lists", "Columns"))
        groups: dict[str, ItemColumn] = {}
        for column in table.columns:
            if isinstance(column, ItemColumn) and column.id not in ALWAYS:
                groups.setdefault(column.group, column)
        options = [Option(group, partial(_title, column)) for group, column in groups.items()]
        self.toggles = ChoiceToggles(options, lambda: translate("Lists", "Columns"))
        self.toggles.changed.connect(self._changed)
        self.usual = Button(lambda: translate("Lists", "As the map uses them"), "quiet", small=True)
        self.usual.clicked.connect(lambda _checked=False: self._as_usual())
        self.column.addWidget(SectionHeader(lambda: translate("Lists", "Columns")))
        self.column.addWidget(self.toggles)
        self.hint = PlainLabel(_hint, "small", wrap=True)
        self.reset = Button(lambda: translate("Lists", "Usual order and widths"), "quiet", small=True)
        self.reset.clicked.connect(lambda _checked=False: self._reset())
        self.column.addWidget(self.usual, 0, Qt.AlignmentFlag.AlignRight)
        self.column.addWidget(Rule())
        self.column.addWidget(self.hint)
        self.column.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(WIDTH)
        margins = self.column.contentsMargins()
        room = WIDTH - margins.left() - margins.right()
        for part in (self.toggles, self.hint):
            part.setMinimumSize(room, part.heightForWidth(room))
        self.hint.setMaximumWidth(room)
        self._first = next(iter(groups))
        self._show()

    def take_keyboard(self) -> None:
        """The keyboard goes to the first of the words."""
        self.toggles.button(self._first).setFocus(Qt.FocusReason.TabFocusReason)

    def _shown(self) -> set[str]:
        table = self._table
        return {c.group for c in table.columns if isinstance(c, ItemColumn) and table.shows(c)}

    def _show(self) -> None:
        self.toggles.show_values(sorted(self._shown() - ALWAYS))
        self.usual.setEnabled(bool(self._table.wishes))
        self.reset.setEnabled(self._arranger.arranged)

    def _reset(self) -> None:
        self._arranger.usual()
        self.toggles.button(self._first).setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    def _changed(self, values: tuple[str, ...]) -> None:
        wanted, now = set(values), self._shown() - ALWAYS
        for group in wanted ^ now:
            self._table.wish(group, group in wanted)
        self.usual.setEnabled(bool(self._table.wishes))
        self.wished.emit()

    def _as_usual(self) -> None:
        self._table.forget_wishes()
        self._show()
        self.wished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


def _hint() -> str:
    return translate("Lists", "Drag a heading to move its column, or its edge to make it wider.")


def _title(column: ItemColumn) -> str:
    return column.group_title
