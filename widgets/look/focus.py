"""The focus ring: 2 px wide, 2 px off, outside the control that has the keyboard.

A ring outside cannot be painted by the control itself, so one clear widget per window lies over everything and
follows the focus.  Fields show their focus by their own accent line, item views by the ring of the current row,
the canvas by its own drawing; they get no second ring.  A plain scroll area gets one: its labels can only be scrolled.

A widget may say more by dynamic properties: ``ringRadius`` (its corner radius, 6 px without) and ``ring`` (false:
it shows the focus itself).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QMenuBar,
    QScrollArea,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from widgets.look import paint
from widgets.look.theme import look
from widgets.look.tokens import tokens

_OWN_SIGN = (QLineEdit, QAbstractSpinBox, QComboBox, QAbstractScrollArea, QMenu, QMenuBar, QTabBar)
_MOVES = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.ParentChange,
    }
)


class FocusRing(QWidget):
    """The ring of one window; it never takes the mouse or the focus."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("focusRing")
        self._control = QRectF()
        self._radius = 6.0
        self.hide()

    def surround(self, target: QWidget) -> None:
        """Lie round ``target``, as much of it as its scroll areas show."""
        reach = ring_reach()
        window = self.parentWidget()
        if window is None or not target.isVisible():
            self.hide()
            return
        rect = QRect(target.mapTo(window, QPoint(0, 0)), target.size())
        around = rect.adjusted(-reach, -reach, reach, reach)
        shown = around
        parent = target.parentWidget()
        while parent is not None and parent is not window:
            area = parent.parentWidget()
            if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
                shown = shown.intersected(QRect(parent.mapTo(window, QPoint(0, 0)), parent.size()))
            parent = area
        if shown.isEmpty():
            self.hide()
            return
        own = target.property("ringRadius")
        self._radius = float(own) if own is not None else float(tokens()["radius_px"]["control"])
        self._control = QRectF(rect.translated(-shown.topLeft()))
        self.setGeometry(shown)
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The gap and the ring."""
        painter = QPainter(self)
        paint.focus_ring(painter, self._control, self._radius)
        painter.end()


def ring_reach() -> int:
    """How far the ring reaches outside its control, in px."""
    numbers = tokens()["focus_ring"]
    return int(numbers["gap"]) + int(numbers["width"])


def wants_ring(widget: QWidget) -> bool:
    """Whether the ring is this widget's sign of focus."""
    own = widget.property("ring")
    if own is not None:
        return bool(own)
    if isinstance(widget, QScrollArea):
        return True
    return not widget.isWindow() and not isinstance(widget, _OWN_SIGN)


class _Follower(QObject):
    """Keeps the ring at the widget that has the keyboard.

    A control that was clicked gets its ring with the first key pressed on it: who uses the mouse knows where it is.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: FocusRing | None = None
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        app.focusChanged.connect(self._focus_moved)
        look().theme_changed.connect(self._place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what moves, and show the ring at the first key; never takes an event away."""
        kind = event.type()
        if kind in _MOVES:
            self._place()
        elif kind == QEvent.Type.KeyPress and watched is self._target and self._ring is None:
            self._show()
        return False

    def _focus_moved(self, old: QWidget | None, now: QWidget | None) -> None:
        self._let_go()
        if now is None or not wants_ring(now):
            return
        self._target = now
        widget: QWidget | None = now
        while widget is not None:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = None if widget.isWindow() else widget.parentWidget()
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._show()

    def _show(self) -> None:
        target = self._target
        if target is None or not isValid(target):
            return
        window = target.window()
        found = window.findChild(FocusRing, "focusRing", Qt.FindChildOption.FindDirectChildrenOnly)
        self._ring = found if isinstance(found, FocusRing) else FocusRing(window)
        self._ring.surround(target)

    def _place(self) -> None:
        if self._ring is not None and self._target is not None and isValid(self._ring) and isValid(self._target):
            self._ring.surround(self._target)

    def _let_go(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        self._target = None
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
        self._ring = None


def follow_focus(app: QApplication) -> None:
    """Draw the ring in every window of ``app`` from now on; a second call changes nothing."""
    if app.findChild(_Follower) is None:
        _Follower(app)
