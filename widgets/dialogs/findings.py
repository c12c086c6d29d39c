"""A list of remarks, each with its line: after an import, an export, or opening a damaged file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from model.i18n import translate
from widgets.controls.buttons import Button
from widgets.controls.texts import TextSource, language_changed
from widgets.dialogs.base import BaseDialog

_MOST_FITTED = 400
"""Rows above which each keeps one height: fitting thousands of rows to their texts takes seconds."""
_ROW = 34
_TALL = 54


class FindingsDialog(BaseDialog):
    """Remarks as rows of (line, sentence); a line of 0 means that there is none.  They can be copied."""

    def __init__(self, title: TextSource, rows: Sequence[tuple[int, str]], parent: QWidget | None = None) -> None:
        super().__init__(title, parent, width=640)
        self._rows = list(rows)
        self.table = QTableWidget(len(self._rows), 2)
        self.table.setWordWrap(True)
        self.table.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setTabKeyNavigation(False)
        for row, (line, sentence) in enumerate(self._rows):
            number = QTableWidgetItem(str(line) if line else "")
            number.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(row, 0, number)
            self.table.setItem(row, 1, QTableWidgetItem(sentence))
        down, across = self.table.verticalHeader(), self.table.horizontalHeader()
        down.hide()
        down.setDefaultSectionSize(_ROW if len(self._rows) <= _MOST_FITTED else _TALL)
        across.setHighlightSections(False)
        across.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        across.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setColumnWidth(0, 72)
        self.table.setColumnHidden(0, not any(line for line, _ in rows))
        self.table.setMinimumHeight(min(420, 52 + 44 * len(self._rows)))
        self.name(self.table, title)
        self.body.addWidget(self.table)
        copy = self.add_button(Button(lambda: translate("Dialogs", "Copy list"), icon_name="copy"))
        copy.clicked.connect(lambda _checked=False: self.copy())
        close = self.add_button(Button(lambda: translate("Dialogs", "Close"), "filled"))
        close.clicked.connect(lambda _checked=False: self.accept())
        self.set_default(close)
        self._head()

    def as_text(self) -> str:
        """The remarks, one a line."""
        return "\n".join(f"{line}\t{sentence}" if line else sentence for line, sentence in self._rows)

    def copy(self) -> None:
        """Put the remarks on the clipboard."""
        QGuiApplication.clipboard().setText(self.as_text())

    def showEvent(self, event: QShowEvent) -> None:
        """Rows as high as their texts, at the width of now."""
        super().showEvent(event)
        if len(self._rows) <= _MOST_FITTED:
            self.table.resizeRowsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies the list."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        super().changeEvent(event)
        if language_changed(event):
            self._head()

    def _head(self) -> None:
        self.table.setHorizontalHeaderLabels([translate("Dialogs", "Line"), translate("Dialogs", "Remark")])
