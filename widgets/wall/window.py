"""The window of the wall: head, map, scribe line, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEasingCurve, QEvent, QObject, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from model.changes import ChangeSet
from model.i18n import translate
from model.legibility import Room
from widgets.bridge import SessionBridge
from widgets.canvas.stage import Stage
from widgets.controls.texts import TextSource, language_changed, resolve
from widgets.controls.toast import ToastStack
from widgets.look.messages import TEXT
from widgets.look.theme import look
from widgets.scribe.line import ScribeLine
from widgets.wall.colors import WallColors, WallTheme
from widgets.wall.head import WallHead
from widgets.wall.line import WallLine
from widgets.wall.view import WallView

CONTROLS_MS = 2500
"""How long the controls stay after the pointer moved."""
GLOW_MS = 1500
"""How long the soft light takes that says that the time is over."""
MESSAGE = 20
"""px of an image of 1,000 that the words of messages have, like what the room does beside the clock."""
_NARROW = 1100
"""px of an image of 1,000 high: where it is narrower, head and line are smaller, so that they have room."""
_SCROLL_KEYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_PAGE_KEYS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class WallWindow(QWidget):
    """Shows the map of ``stage``, and writes by ``line``, the scribe line of the editor."""

    closed = Signal()
    """It was closed, by whatever way."""
    back_wanted = Signal()
    """Esc: back to the editor."""

    def __init__(
        self,
        bridge: SessionBridge,
        stage: Stage,
        line: ScribeLine,
        lanes: Sequence[str],
        room: Room,
        theme: WallTheme,
    ) -> None:
        super().__init__()
        self.setWindowFlags(Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setObjectName("wall")
        self._bridge, self._line = bridge, line
        self._ended = False
        self.colors = WallColors(theme)
        self.head = WallHead(self.colors)
        self.view = WallView(stage, self.colors, lanes, room)
        self.line = WallLine(line, self.colors)
        self.lanes = self.head.add_button("stack-2", lambda: translate("Wall", "Lanes on the wall"))
        self.room = self.head.add_button("ruler-2", lambda: translate("Wall", "Image size and distance"))
        self.other_theme = self.head.add_button("moon", self._theme_name)
        self.screens = self.head.add_button("device-tv", lambda: translate("Wall", "Another screen"))
        self.all_notes = self.head.add_button("eye", lambda: translate("Wall", "Show all notes again"))
        self.all_notes.setEnabled(False)
        self.leave = self.head.add_button("x", lambda: translate("Wall", "Close the wall (Esc)"))
        self.leave.clicked.connect(self.back_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.view, 1)
        column.addWidget(self.line)
        self.toasts = ToastStack(self.view)
        self._filter: TextSource = ""
        self._time: tuple[str, str, float | None] = ("", "", None)
        self._time_over = False
        self._glow = QVariantAnimation(self)
        self._glow.setStartValue(0.0)
        self._glow.setEndValue(1.0)
        self._glow.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._glow.valueChanged.connect(self._lit)
        self._controls = QTimer(self)
        self._controls.setSingleShot(True)
        self._controls.setInterval(CONTROLS_MS)
        self._controls.timeout.connect(self._hide_controls)
        self.view.resized.connect(self.show_place)
        self.line.left.connect(self._left_line)
        line.put_down.connect(self._put_down)
        line.refreshed.connect(self.follow_line)
        line.typing.connect(self._typed)
        line.numbers.shown.connect(self.view.show_numbers)
        bridge.changed.connect(self._document_changed)
        for widget in (self, self.head, self.view, self.line, self.line.field):
            widget.setMouseTracking(True)
            widget.installEventFilter(self)
        self._retranslate()
        self.set_theme(theme)

    # -- what it shows ---------------------------------------------------------------------------------------

    def set_theme(self, theme: WallTheme) -> None:
        """Show the wall light or dark."""
        self.colors.name = theme
        self.other_theme.set_icon("moon" if theme == "light" else "sun")
        self.other_theme.retranslate()
        self.line.show_colors()
        self.view.show_colors()
        self.head.update()

    def show_filter(self, words: TextSource, found: frozenset[str] | None) -> None:
        """Let all notes fade but those that were ``found``, and say by ``words`` what was looked for; None shows all
        of them again."""
        self._filter = words
        self.view.show_found(found)
        self.all_notes.setEnabled(found is not None)
        self.all_notes.setVisible(found is not None and not self.leave.isHidden())
        self.head.update()
        self._retranslate()

    def show_time(self, label: str, clock: str, part: float | None, *, over: bool) -> None:
        """Show what the room does, the time left and how much is over; a soft light when all of it is."""
        if over and not self._time_over:
            self._glow.stop()
            duration = GLOW_MS if look().motion("move") else 0
            if duration and self.isVisible():
                self._glow.setDuration(duration)
                self._glow.start()
        self._time_over = over
        if not over:
            self._glow.stop()
        self._time = (label, clock, part)
        glowing = self._glow.state() == QVariantAnimation.State.Running
        self._lit(float(self._glow.currentValue()) if glowing else float(over))

    def _lit(self, glow: float) -> None:
        label, clock, part = self._time
        self.head.show_time(label, clock, part, glow)

    def _theme_name(self) -> str:
        if self.colors.name == "light":
            return translate("Wall", "Dark")
        return translate("Wall", "Light")

    def follow_line(self) -> None:
        """Show where the next note goes while somebody writes, and keep that phase in view."""
        target = self._line.target if self._line.writing else None
        if target is not None:
            self.view.show_lane_too(target.lane_id)
            self.view.reveal(target)
        self.view.show_target(target)

    def begin_here(self) -> None:
        """Begin with the phase of the line, also where nobody writes in it just now."""
        self._line.begin_here()
        self.show_place()

    def show_place(self) -> None:
        """Bring the phase of the line into view."""
        self.view.reveal(self._line.place)

    def _typed(self) -> None:
        """The next note is written: its place comes back into sight where the last one led away from it.  A lane that
        is shown for the last one stays until this one is sent."""
        if self._line.target is not None:
            self.view.reveal(self._line.target)

    def _put_down(self, card_id: str) -> None:
        """A note was sent: it is seen, also in a lane that is not on the wall, until the next one is sent."""
        item = self._bridge.document.item_table.get(card_id)
        if item is None or item.place != "map":
            return
        self.view.show_lane_too(item.lane_id or "")
        self.view.reveal_card(card_id)
        if card_id not in self.view.new_cards:
            self.view.greet([card_id])

    def _document_changed(self, changes: ChangeSet, source: str) -> None:
        self._retranslate()
        if source == "user":
            self.view.greet(changes.added("items"))

    def _retranslate(self) -> None:
        title = self._bridge.document.info.title or translate("Wall", "Map without a title")
        self.head.set_title(title)
        self.head.set_filter(resolve(self._filter))
        whole = title.replace("[*]", "[*][*]")  # alone it is Qt's place for a mark
        self.setWindowTitle(translate("Wall", "Wall: {title}").format(title=whole))

    # -- controls --------------------------------------------------------------------------------------------

    def show_controls(self) -> None:
        """Show the controls for a moment."""
        self.head.show_buttons(True)
        self.unsetCursor()
        self._controls.start()

    def _hide_controls(self) -> None:
        busy = any(button.hasFocus() or button.underMouse() for button in self.head.buttons)
        if busy or QApplication.activePopupWidget() is not None:
            self._controls.start()
            return
        self.head.show_buttons(False)
        if self.isFullScreen():
            self.setCursor(Qt.CursorShape.BlankCursor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The pointer moved: the controls come."""
        if event.type() == QEvent.Type.MouseMove:
            self.show_controls()
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab leads to the controls as well, which are shown for it."""
        self.show_controls()
        return super().focusNextPrevChild(forward)

    # -- keys ------------------------------------------------------------------------------------------------

    def _left_line(self) -> None:
        """Esc in the line: an empty one is left for good, else the keyboard goes to the map first."""
        if self.line.field.text():
            self.view.setFocus()
        else:
            self.back_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the wall; letters go to the line."""
        key = Qt.Key(event.key())
        alone = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        elif key in _SCROLL_KEYS and alone in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier):
            across, down = _SCROLL_KEYS[key]
            if across:
                self.view.scroll_phases(across)
            else:
                self.view.scroll_rows(down)
        elif key in _PAGE_KEYS:
            self.view.page(_PAGE_KEYS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.view.scroll_phases(-10_000 if key == Qt.Key.Key_Home else 10_000)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.line.field.setFocus()
        elif event.text().isprintable() and event.text() and self.focusWidget() is not self.line.field:
            # What the line itself has no use for comes back here from it: that one is not sent round again.
            self.line.field.setFocus()
            QApplication.sendEvent(self.line.field, event)
        else:
            super().keyPressEvent(event)

    # -- Qt --------------------------------------------------------------------------------------------------

    def end(self) -> None:
        """Let go of map and line; the text that is half typed stays in the editor's line."""
        if self._ended:
            return
        self._ended = True
        self._controls.stop()
        self._glow.stop()
        self._bridge.changed.disconnect(self._document_changed)
        self._line.put_down.disconnect(self._put_down)
        self._line.refreshed.disconnect(self.follow_line)
        self._line.typing.disconnect(self._typed)
        self._line.numbers.shown.disconnect(self.view.show_numbers)
        self.line.end()
        self.view.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        """By whatever way it closes."""
        event.accept()
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size: letters are a part of the height."""
        super().resizeEvent(event)
        self.set_sizes()

    def set_sizes(self) -> None:
        """Fit to the window, and to the screen that the projector shows."""
        unit = min(self.height() / 1000, self.width() / _NARROW)
        self.head.set_unit(unit)
        self.line.set_unit(unit)
        self.toasts.set_scale(max(1.0, MESSAGE * unit / TEXT))
        screen = self.screen()
        self.view.set_screen_height(screen.geometry().height() if self.isFullScreen() else self.height())

    def changeEvent(self, event: QEvent) -> None:
        """A change of language, or from full screen to a window."""
        if language_changed(event):
            self._retranslate()
            self.other_theme.retranslate()
        elif event.type() == QEvent.Type.WindowStateChange:
            self.set_sizes()
        super().changeEvent(event)
