"""What all dialogs share: a title with a cross, a body, a footer with at most one filled button."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from model.i18n import translate
from widgets.controls.buttons import Button, IconButton
from widgets.controls.dialog import PANEL_MARGINS, Dialog
from widgets.controls.labels import PlainLabel, Rule
from widgets.controls.texts import TextSource, language_changed, name_for_readers, resolve

_RESIZED = Qt.WidgetAttribute.WA_Resized
_MOST_TITLE = 80
"""Characters of the user's own words in a heading."""


class BaseDialog(Dialog):
    """A dialog of its window.  Esc and the cross reject it; Enter presses the button given to :meth:`set_default`.

    Put what it holds into ``body``; add buttons by :meth:`add_button`, the one that goes on last.  Tab goes through
    the body, the footer from left to right, and the cross.
    """

    def __init__(self, title: TextSource, parent: QWidget | None = None, *, width: int = 480) -> None:
        super().__init__(parent)
        self._title_source = title
        self._names: list[tuple[QWidget, TextSource]] = []
        self._default: Button | None = None
        self._first = True
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(width)
        column = QVBoxLayout(self)
        column.setContentsMargins(PANEL_MARGINS)
        column.setSpacing(0)
        self.head_row = QHBoxLayout()
        self.head_row.setContentsMargins(24, 18, 16, 10)
        self.heading = PlainLabel(title, "title", wrap=True)
        self.cross = IconButton("x", lambda: translate("Dialogs", "Close"))
        self.cross.clicked.connect(lambda _checked=False: self.reject())
        self.head_row.addWidget(self.heading, 1)
        self.head_row.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self.head_row)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(24, 4, 24, 18)
        self.body.setSpacing(12)
        column.addLayout(self.body, 1)
        column.addWidget(Rule())
        self.footer = QHBoxLayout()
        self.footer.setContentsMargins(24, 14, 24, 14)
        self.footer.setSpacing(10)
        self.footer.addStretch(1)
        column.addLayout(self.footer)
        self._retitle()

    def add_button(self, button: Button) -> Button:
        """Add a button to the footer, at the right of those that are there."""
        self.footer.addWidget(button)
        return button

    def set_default(self, button: Button) -> None:
        """Let Enter press ``button`` and give it the keyboard."""
        button.setAutoDefault(True)
        button.setDefault(True)
        self._default = button
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def name(self, widget: QWidget, name: TextSource) -> None:
        """Name a part of the dialog for screen readers, in every language that comes."""
        self._names.append((widget, name))
        name_for_readers(widget, resolve(name))

    def showEvent(self, event: QShowEvent) -> None:
        """The cross comes last, after what was put in since; the height is that of the texts at this width."""
        if self._first:
            self._first = False
            self._order_tabs()
            column = self.layout()
            if column is not None and column.hasHeightForWidth() and not self.testAttribute(_RESIZED):
                self.resize(self.width(), column.totalHeightForWidth(self.width()))
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self._retitle()
            for widget, name in self._names:
                name_for_readers(widget, resolve(name))
        super().changeEvent(event)

    def _order_tabs(self) -> None:
        buttons = [item.widget() for i in range(self.footer.count()) if (item := self.footer.itemAt(i)) is not None]
        chain = [widget for widget in buttons if isinstance(widget, Button)]
        for earlier, later in itertools.pairwise([*chain, self.cross]):
            QWidget.setTabOrder(earlier, later)

    def _retitle(self) -> None:
        self.setWindowTitle(resolve(self._title_source).replace("[*]", "[*][*]"))  # one alone is a place for Qt's mark
        name_for_readers(self, resolve(self._title_source))


def shortened(words: str, most: int = _MOST_TITLE) -> str:
    """The user's words on one line, cut at ``most`` characters."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
