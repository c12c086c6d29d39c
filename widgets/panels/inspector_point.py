"""The page of a point of the curve: one persona's feeling at one touchpoint."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from model.i18n import translate
from widgets.controls.labels import PlainLabel
from widgets.panels.inspector_feeling import FeelingRow
from widgets.panels.note_chip import NoteChip
from widgets.panels.page import Page, Tools, go_to_card
from widgets.panels.pieces import Group, KeyedColumn
from widgets.selection import split_emotion


class PointPage(Page):
    """Whose feeling, where, and the feeling itself."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.column.addWidget(PlainLabel(lambda: translate("Panels", "Feeling"), "heading"))
        self.rows: KeyedColumn[str, FeelingRow] = KeyedColumn(lambda persona: FeelingRow(tools, persona), 8)
        self.column.addWidget(self.rows)
        self._where = Group(lambda: translate("Panels", "Touchpoint"))
        self.chip = NoteChip(lambda: translate("Panels", "Delete clears the feeling."))
        self.chip.clicked.connect(self._go)
        self.chip.removed.connect(self._clear)
        self._where.add(self.chip)
        self.column.addWidget(self._where)
        self._key = ("", "")

    def refresh(self) -> None:
        """Show the point."""
        selection = self.tools.selection
        if selection.kind != "emotion" or selection.current is None:
            return
        self._key = split_emotion(selection.current)
        item = self.document.item_table.get(self._key[0])
        if item is None:
            return
        self.rows.show_keys([self._key[1]])
        self.rows.rows[self._key[1]].show_feeling(item.id)
        self.chip.show_card(self.document, item, numbered=True)

    def first_field(self) -> QWidget | None:
        """The faces."""
        row = self.rows.rows.get(self._key[1])
        return row.faces.buttons()[0] if row is not None else None

    def _go(self) -> None:
        go_to_card(self.tools, self._key[0])

    def _clear(self) -> None:
        self.tools.editor.delete_selection()
