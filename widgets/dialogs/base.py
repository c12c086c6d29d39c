"""What all dialogs share: a title with a cross, a body, a footer with at most one filled button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from model.i18n import translate
from widgets.controls.buttons import Button, IconButton
from widgets.controls.dialog import PANEL_MARGINS, Dialog
from widgets.controls.labels import PlainLabel, Rule
from widgets.controls.texts import TextSource, language_changed, resolve


class BaseDialog(Dialog):
    """A dialog of its window.  Esc closes it; Enter presses the button given to :meth:`set_default`.

    Put what it holds into ``body``; add buttons by :meth:`add_button`, the one that goes on last.
    """

    def __init__(self, title: TextSource, parent: QWidget | None = None, *, width: int = 480) -> None:
        super().__init__(parent)
        self._title_source = title
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(width)
        column = QVBoxLayout(self)
        column.setContentsMargins(PANEL_MARGINS)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(24, 18, 16, 10)
        self.heading = PlainLabel(title, "title", wrap=True)
        self._cross = IconButton("x", lambda: translate("Dialogs", "Close"))
        self._cross.clicked.connect(lambda _checked=False: self.reject())
        self.head_row = head
        head.addWidget(self.heading, 1)
        head.addWidget(self._cross, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
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
        self._default: Button | None = None
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
        button.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self._retitle()
        super().changeEvent(event)

    def _retitle(self) -> None:
        self.setWindowTitle(resolve(self._title_source))
        self.setAccessibleName(resolve(self._title_source))
