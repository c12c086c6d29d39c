"""The bar over the canvas: the panels at its ends, undo, a new card, search, and the one filled button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.commands import CommandSet
from model.i18n import translate
from widgets.controls.buttons import Button, IconButton
from widgets.controls.search_field import SearchField

HEIGHT = 48
NARROW = 1500
"""px of width below which words beside icons go (look.md, section 3)."""


class TopBar(QFrame):
    """The toolbar, 48 px high.  Its buttons run the commands of the table and show whether they can."""

    def __init__(self, commands: CommandSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topbar")
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 12, 7)
        row.setSpacing(4)
        self.left = _bound(
            IconButton("layout-sidebar", lambda: translate("Window", "Left panel")), commands["left_panel"]
        )
        self.undo = _bound(IconButton("arrow-back-up", commands["undo"].text), commands["undo"])
        self.redo = _bound(IconButton("arrow-forward-up", commands["redo"].text), commands["redo"])
        self.card = _bound(
            IconButton(
                "plus",
                lambda: translate("Window", "New card"),
                words=lambda: translate("Window", "Card"),
                shortcut="Insert",
            ),
            commands["new_card"],
        )
        self.search = SearchField(lambda: translate("Window", "Search or do something"), shortcut="Ctrl K")
        self.search.setFixedWidth(264)
        self.search.setReadOnly(True)
        self.export = Button(lambda: translate("Window", "Print"), "filled", icon_name="printer")
        self.export.clicked.connect(lambda _checked=False: commands["export"].trigger())
        self.right = _bound(
            IconButton("layout-sidebar-right", lambda: translate("Window", "Right panel")), commands["right_panel"]
        )
        for button in (self.left, None, self.undo, self.redo, None, self.card):
            if button is None:
                row.addSpacing(10)
            else:
                row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.search)
        row.addSpacing(10)
        row.addWidget(self.export)
        row.addSpacing(6)
        row.addWidget(self.right)
        commands["export"].changed.connect(lambda: self.export.setEnabled(commands["export"].isEnabled()))
        commands["undo"].changed.connect(self.undo.retranslate)
        commands["redo"].changed.connect(self.redo.retranslate)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop words when the window is narrow."""
        super().resizeEvent(event)
        wide = event.size().width() >= NARROW
        self.card.show_words(event.size().width() >= 1100)
        self.search.show_shortcut(wide)
        self.search.setFixedWidth(264 if wide else 200 if event.size().width() >= 1100 else 140)


def _bound(button: IconButton, action: QAction) -> IconButton:
    """Let a button run an action and follow its state."""
    button.clicked.connect(lambda _checked=False: action.trigger())
    if action.isCheckable():
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def follow() -> None:
        button.setEnabled(action.isEnabled())
        if action.isCheckable():
            button.setChecked(action.isChecked())

    action.changed.connect(follow)
    follow()
    return button
