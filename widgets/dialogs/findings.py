"""A list of remarks, each with its line: after an import, an export, or opening a damaged file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from model.i18n import translate
from widgets.controls.buttons import Button
from widgets.controls.texts import TextSource, name_for_readers, resolve
from widgets.dialogs.base import BaseDialog


class FindingsDialog(BaseDialog):
    """Remarks as rows of (line, sentence); a line of 0 means that there is none.  They can be copied."""

    def __init__(self, title: TextSource, rows: Sequence[tuple[int, str]], parent: QWidget | None = None) -> None:
        super().__init__(title, parent, width=640)
        self._rows = list(rows)
        numbered = any(line for line, _ in rows)
        self.table = QTableWidget(len(self._rows), 2)
        self.table.setHorizontalHeaderLabels([translate("Dialogs", "Line"), translate("Dialogs", "Remark")])
        self.table.verticalHeader().hide()
        self.table.setWordWrap(True)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        for row, (line, sentence) in enumerate(self._rows):
            self.table.setItem(row, 0, QTableWidgetItem(str(line) if line else ""))
            self.table.setItem(row, 1, QTableWidgetItem(sentence))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.setColumnHidden(0, not numbered)
        self.table.setMinimumHeight(min(420, 60 + 40 * len(self._rows)))
        name_for_readers(self.table, resolve(title))
        self.body.addWidget(self.table)
        copy = self.add_button(Button(lambda: translate("Dialogs", "Copy list"), icon_name="copy"))
        copy.clicked.connect(lambda _checked=False: QGuiApplication.clipboard().setText(self.as_text()))
        close = self.add_button(Button(lambda: translate("Dialogs", "Close"), "filled"))
        close.clicked.connect(lambda _checked=False: self.accept())
        self.set_default(close)

    def as_text(self) -> str:
        """The remarks, one a line."""
        return "\n".join(f"{line}\t{sentence}" if line else sentence for line, sentence in self._rows)
