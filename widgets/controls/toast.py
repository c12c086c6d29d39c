"""Messages at the bottom of a window: what happened, and the way back.  They go by themselves; errors use a bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from model.i18n import translate
from widgets.controls.keyboardback import KeyboardBack
from widgets.controls.labels import PlainLabel
from widgets.controls.texts import TextSource, language_changed, name_for_readers, resolve
from widgets.look import paint
from widgets.look.icons import icon, paint_icon
from widgets.look.messages import dress_message
from widgets.look.theme import look

ToastKind = Literal["done", "note", "warn"]
Choices = Sequence[tuple[TextSource, Callable[[], object]]]
"""What can be had instead of what a message tells: the words of a button and what it does."""

_INK = {"done": "inverse.ok", "note": "inverse.ink", "warn": "inverse.warn"}
_WIDTH = 400
_SHADOW = 5


class Toast(QFrame):
    """One message of 400 px, dark in both themes; it waits while the mouse or the keyboard is on it.  ``scale`` makes
    all of it larger."""

    closed = Signal()
    gone = Signal(object)
    """(button): it goes in a moment, and the keyboard may be on it."""

    def __init__(
        self, text: TextSource, kind: ToastKind, icon_name: str, parent: QWidget | None = None, scale: float = 1.0
    ) -> None:
        super().__init__(parent)
        self._scale = scale
        self._source = text
        self._kind = kind
        self._icon = icon_name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        self._label = PlainLabel("", "inverse", wrap=True)
        self._column = QVBoxLayout(self)
        self._row = QHBoxLayout()
        self._column.addLayout(self._row)
        self._row.addWidget(self._label, 1)
        self._action: QPushButton | None = None
        self._choices: list[QPushButton] = []
        self._close = QPushButton()
        self._close.setProperty("kind", "toast")
        self._close.clicked.connect(self.dismiss)
        self._row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self.set_scale(scale)
        self.retranslate()

    def set_scale(self, scale: float) -> None:
        """Be ``scale`` times as large."""
        self._scale = scale
        self.setFixedWidth(round(_WIDTH * scale))
        self._column.setContentsMargins(*(round(side * scale) for side in (14 + 18 + 11, 8, 8, 8 + _SHADOW)))
        self._column.setSpacing(round(4 * scale))
        self._row.setSpacing(round(8 * scale))
        cross = round(14 * scale)
        self._close.setIcon(icon("x", cross, "inverse.ink2"))
        self._close.setIconSize(QSize(cross, cross))
        dress_message(self, scale)
        self.update()

    def set_action(self, text: TextSource, run: Callable[[], object]) -> None:
        """Give it the button with the way back; pressing it also closes the message."""
        self._action = self._button(text, run)
        self._row.insertWidget(1, self._action)
        self._close.hide()

    def offer_action(self, offered: bool) -> None:
        """Offer the way back and what else can be had instead, or the cross alone: what these would take back is not
        the last edit any more."""
        if self._action is None or self._action.isHidden() != offered:
            return
        for button in (self._action, *self._choices):
            if not offered:
                self.gone.emit(button)
            button.setVisible(offered)
        if offered:
            self.gone.emit(self._close)
        self._close.setVisible(not offered)

    def set_choices(self, choices: Choices) -> None:
        """Give it buttons with what else can be had, below what it says."""
        line = QHBoxLayout()
        line.setSpacing(round(8 * self._scale))
        line.addStretch(1)
        for text, run in choices:
            button = self._button(text, run)
            line.addWidget(button)
            self._choices.append(button)
        self._column.addLayout(line)

    def _button(self, text: TextSource, run: Callable[[], object]) -> QPushButton:
        button = _ActionButton(text)

        def act() -> None:
            self.dismiss()
            run()

        button.clicked.connect(act)
        return button

    def choice_buttons(self) -> list[QPushButton]:
        """The buttons with what else can be had."""
        return list(self._choices)

    def action_button(self) -> QPushButton | None:
        """The button with the way back."""
        return self._action

    def first_button(self) -> QPushButton:
        """The way back; the cross where there is none."""
        return self._close if self._action is None or self._action.isHidden() else self._action

    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def start(self) -> None:
        """Let the time run."""
        self._timer.start(look().motion("toast_stay"))

    def dismiss(self) -> None:
        """Go."""
        self._timer.stop()
        self.closed.emit()

    def retranslate(self) -> None:
        """Ask for the texts again."""
        self._label.set_source(self._source)
        name_for_readers(self, resolve(self._source))
        name_for_readers(self._close, translate("Controls", "Close this message"))
        self._close.setToolTip(translate("Controls", "Close this message"))

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go on, unless the keyboard is here."""
        self.resume()
        super().leaveEvent(event)

    def resume(self) -> None:
        """Let the time run again, unless the keyboard or the mouse is on it."""
        focus = QApplication.focusWidget()
        if not self.underMouse() and (focus is None or not self.isAncestorOf(focus)):
            self.start()

    def hold(self) -> None:
        """Stop the time."""
        self._timer.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dark ground, its shadow, the icon."""
        painter = QPainter(self)
        size = self._scale
        painter.scale(size, size)
        body = QRectF(0, 0, self.width() / size, self.height() / size - _SHADOW)
        paint.flat_shadow(painter, body, 8, "raised")
        paint.outlined(painter, body, 8, fill="inverse.fill", line="inverse.line")
        where = QRectF(14, self._row.geometry().center().y() / size - 8, 18, 18)
        paint_icon(painter, self._icon, where, look().color(_INK[self._kind]))
        painter.end()


class _ActionButton(QPushButton):
    def __init__(self, text: TextSource) -> None:
        super().__init__()
        self._source = text
        self.setProperty("kind", "toast")
        self.retranslate()

    def retranslate(self) -> None:
        words = resolve(self._source)
        self.setText(words.replace("&", "&&"))
        name_for_readers(self, words)

    def changeEvent(self, event: QEvent) -> None:
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)


class ToastStack(QWidget):
    """The messages of one window, bottom centre; the newest stands lowest, and three are enough.

    ``host`` is the widget over whose bottom they stand (the window's middle part); ``lift`` the px to keep free
    there for the scribe line.
    """

    MOST = 3

    def __init__(self, host: QWidget, lift: int = 12) -> None:
        super().__init__(host)
        self._lift = lift
        self._scale = 1.0
        self._toasts: list[Toast] = []
        self._keyboard = KeyboardBack(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._space()
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        host.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        self.hide()

    def show_message(
        self,
        text: TextSource,
        *,
        kind: ToastKind = "note",
        icon_name: str = "",
        action: TextSource = "",
        run: Callable[[], object] | None = None,
        choices: Choices = (),
    ) -> Toast:
        """Show a message for five seconds; ``action`` is the words of its button, ``run`` what it does; ``choices`` are
        further buttons."""
        usual = {"done": "check", "note": "history", "warn": "alert-triangle"}
        toast = Toast(text, kind, icon_name or usual[kind], scale=self._scale)
        if run is not None:
            toast.set_action(action, run)
        if choices:
            toast.set_choices(choices)
        toast.closed.connect(lambda: self._remove(toast))
        toast.gone.connect(self._keyboard.leave)
        self._toasts.append(toast)
        self._column.addWidget(toast)
        while len(self._toasts) > self.MOST:
            self._remove(self._toasts[0])
        self._place()
        self.show()
        self.raise_()
        toast.start()
        spoken = [text, *([action] if run is not None else []), *(words for words, _run in choices)]
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, " ".join(map(resolve, spoken))))
        return toast

    def toasts(self) -> list[Toast]:
        """The messages shown, oldest first."""
        return list(self._toasts)

    def set_lift(self, lift: int) -> None:
        """Keep other px free at the bottom."""
        self._lift = lift
        self._place()

    def set_scale(self, scale: float) -> None:
        """Show the messages ``scale`` times as large, those too that stand there."""
        if scale != self._scale:
            self._scale = scale
            self._space()
            for toast in self._toasts:
                toast.set_scale(scale)
            self._place()

    def _space(self) -> None:
        self._column.setSpacing(round((8 - _SHADOW) * self._scale))

    def focus_newest(self) -> bool:
        """Put the keyboard on the newest message's button; False when there is none."""
        if not self._toasts:
            return False
        newest = self._toasts[-1]
        newest.first_button().setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom centre of the host."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _focus_moved(self, old: QWidget | None, now: QWidget | None) -> None:
        """A message waits while the keyboard is on it."""
        for toast in self._toasts:
            if now is not None and toast.isAncestorOf(now):
                toast.hold()
            elif old is not None and isValid(old) and toast.isAncestorOf(old):
                toast.resume()

    def _remove(self, toast: Toast) -> None:
        if toast not in self._toasts:
            return
        self._toasts.remove(toast)
        self._keyboard.leave(toast)
        self._column.removeWidget(toast)
        toast.hold()
        toast.hide()
        toast.deleteLater()
        if self._toasts:
            self._place()
        else:
            self.hide()

    def _place(self) -> None:
        host = self.parentWidget()
        if host is None or not self._toasts:
            return
        width = min(round(_WIDTH * self._scale), max(240, host.width() - 24))
        for toast in self._toasts:
            toast.setFixedWidth(width)
        self._column.activate()
        size = self._column.sizeHint()
        height = sum(t.heightForWidth(width) if t.hasHeightForWidth() else t.sizeHint().height() for t in self._toasts)
        height += self._column.spacing() * (len(self._toasts) - 1)
        height = max(height, size.height())
        bottom = host.height() - round(self._lift * self._scale)
        self.setGeometry((host.width() - width) // 2, bottom - height, width, height)
