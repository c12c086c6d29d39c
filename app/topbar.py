"""The bar over the canvas: the panels at its ends, undo, a new card, search, and the one filled button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.commands import CommandSet
from model.i18n import translate
from widgets.controls.buttons import Button, IconButton
from widgets.controls.labels import Rule
from widgets.controls.search_field import SearchField
from widgets.controls.segmented import Segment, Segmented
from widgets.controls.texts import TextSource

HEIGHT = 48
WIDE, NARROW = 1440, 1100
"""px of the window: below ``WIDE`` the search field loses its shortcut and the buttons "Connect", "Filter" and
"Wall" their words, below ``NARROW`` the card button its."""
_LEAVES = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_F10})


class PaletteField(SearchField):
    """A field that only looks like one: a click, Enter, Space or a letter opens the command palette."""

    def opens(self, event: QEvent) -> bool:
        """Whether a key pressed in it opens the palette: all but those that lead away."""
        if not isinstance(event, QKeyEvent):
            return False
        return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (
            event.key() not in _LEAVES and bool(event.text())
        )


class TopBar(QFrame):
    """The toolbar, 48 px high.  Its buttons run the commands of the table and show whether they can.

    They are reached by Tab but do not take the keyboard when clicked: whoever writes goes on writing.
    """

    def __init__(self, commands: CommandSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topbar")
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 12, 7)
        row.setSpacing(4)
        self._commands = commands
        self.left = self._button("left_panel", "layout-sidebar")
        self.undo = self._button("undo", "arrow-back-up")
        self.redo = self._button("redo", "arrow-forward-up")
        self.card = self._button("new_card", "plus", words=lambda: translate("Window", "Note"))
        self.connect_notes = self._button("connect", "link", words=lambda: translate("Window", "Connect"))
        self.filter = self._button("filter", "filter", words=lambda: translate("Window", "Filter"))
        self.view = Segmented(
            [
                Segment("map", lambda: translate("Window", "Map"), "map-2"),
                Segment("list", lambda: translate("Window", "List"), "table"),
                Segment("actions", lambda: translate("Window", "Actions"), "list"),
            ],
            lambda: translate("Window", "View"),
        )
        self.view.set_value("map")
        for value in ("map", "list", "actions"):
            self.view.button(value).setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.view.chosen.connect(lambda value: commands[f"view_{value}"].trigger())
        self.search = PaletteField(
            lambda: translate("Window", "Search or do something"), shortcut=commands.keys("find").replace("+", " ")
        )
        self.search.setReadOnly(True)
        self.search.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.timer = self._button("timer", "hourglass")
        self.wall = self._button("wall", "device-tv", words=lambda: commands.title("wall"))
        self._time = ""
        self.export = Button(lambda: translate("Window", "Print"), "filled", icon_name="printer")
        self.export.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.export.clicked.connect(lambda _checked=False: commands["export"].trigger())
        commands["export"].changed.connect(lambda: self.export.setEnabled(commands["export"].isEnabled()))
        self.right = self._button("right_panel", "layout-sidebar-right")
        parts: tuple[QWidget | None, ...] = (
            self.left,
            None,
            self.undo,
            self.redo,
            None,
            self.card,
            self.connect_notes,
            self.filter,
        )
        for part in parts:
            _put(row, part)
        row.addStretch(1)
        row.addWidget(self.view)
        row.addStretch(1)
        parts = (self.search, None, self.timer, self.wall, self.export, self.right)
        for part in parts:
            _put(row, part)

    def _button(self, action_id: str, icon_name: str, *, words: TextSource = "") -> IconButton:
        commands, action = self._commands, self._commands[action_id]
        button = IconButton(
            icon_name,
            lambda: commands.title(action_id),
            words=words,
            shortcut=action.shortcut().toString(),
        )
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked=False: action.trigger())
        shown = [commands.title(action_id)]

        def follow() -> None:
            button.setEnabled(action.isEnabled())
            if shown[0] != commands.title(action_id):
                shown[0] = commands.title(action_id)
                button.retranslate()

        action.changed.connect(follow)
        follow()
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop words when the window is narrow."""
        super().resizeEvent(event)
        width = event.size().width()
        self.card.show_words(width >= NARROW)
        self._show_wide_words(width)
        self.search.show_shortcut(width >= WIDE)
        self.search.setFixedWidth(260 if width >= WIDE else 204 if width >= NARROW else 150)

    def changeEvent(self, event: QEvent) -> None:
        """Another language brings words back that there is no room for."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.card.show_words(self.width() >= NARROW)
            self._show_wide_words(self.width())

    def _show_wide_words(self, width: int) -> None:
        for button in (self.connect_notes, self.filter, self.wall):
            button.show_words(width >= WIDE)
        self.timer.show_words(bool(self._time) and width >= WIDE)

    def show_time(self, clock: str) -> None:
        """Show the time that the room has still beside the hourglass; "" shows none."""
        if clock != self._time:
            self._time = clock
            self.timer.set_name(lambda: self._commands.title("timer"), clock)
            self._show_wide_words(self.width())


def _put(row: QHBoxLayout, part: QWidget | None) -> None:
    """A control, or the hairline between two groups."""
    if part is not None:
        row.addWidget(part)
        return
    rule = Rule("vertical")
    rule.setFixedHeight(20)
    row.addSpacing(6)
    row.addWidget(rule)
    row.addSpacing(6)
