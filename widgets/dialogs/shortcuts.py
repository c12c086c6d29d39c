"""The sheet of keyboard shortcuts, with a field to find one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from model.i18n import translate
from widgets.controls.buttons import Button
from widgets.controls.fuzzy import rank
from widgets.controls.labels import KeyCap, PlainLabel
from widgets.controls.search_field import SearchField
from widgets.dialogs.base import BaseDialog

Group = tuple[str, Sequence[tuple[str, Sequence[str]]]]
"""A heading and its commands: (text, shortcuts as portable text, or what is typed)."""


class ShortcutSheet(BaseDialog):
    """All commands that have a shortcut, by menu."""

    def __init__(self, groups: Sequence[Group], parent: QWidget | None = None) -> None:
        super().__init__(lambda: translate("Dialogs", "Keyboard shortcuts"), parent, width=560)
        self._groups = groups
        self.field = SearchField(lambda: translate("Dialogs", "Search a command"))
        self.field.search_changed.connect(lambda _text: self._fill())
        self.body.addWidget(self.field)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setMinimumHeight(360)
        self.name(self._area, lambda: translate("Dialogs", "Keyboard shortcuts"))
        self.body.addWidget(self._area)
        close = self.add_button(Button(lambda: translate("Dialogs", "Close")))
        close.clicked.connect(lambda _checked=False: self.accept())
        self._fill()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def shown(self) -> list[str]:
        """The commands that are shown now."""
        return [text for _, rows in self._found() for text, _ in rows]

    def _found(self) -> list[Group]:
        """What the words find: commands, and all of a group whose heading they are the beginning of."""
        words = self.field.text().strip()
        found: list[Group] = []
        for heading, rows in self._groups:
            whole = bool(words) and heading.casefold().startswith(words.casefold())
            shown = [(text, keys) for text, keys in rows if keys and (whole or rank(words, text) is not None)]
            if shown:
                found.append((heading, shown))
        return found

    def _fill(self) -> None:
        sheet = QWidget()
        sheet.setProperty("clear", True)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 4, 12, 4)
        column.setSpacing(6)
        found = self._found()
        for heading, shown in found:
            column.addWidget(PlainLabel(heading, "section"))
            for text, keys in shown:
                row = QHBoxLayout()
                row.setSpacing(6)
                row.addWidget(PlainLabel(text, wrap=True), 1)
                for key in keys:
                    # What is no chord is typed as it stands, as "/p".
                    native = QKeySequence.fromString(key).toString(QKeySequence.SequenceFormat.NativeText) or key
                    native = native.replace("Return", "Enter")  # as everywhere else here, and on most keyboards
                    row.addWidget(KeyCap(native.replace("+", " ") if len(native) > 1 else native))
                column.addLayout(row)
            column.addSpacing(8)
        if not found:
            column.addWidget(PlainLabel(lambda: translate("Dialogs", "No command with these words."), "body2"))
        column.addStretch(1)
        self._area.setWidget(sheet)
