"""Suggestions below a field: what fits what was typed, taken with the mouse or the keyboard.

The list is part of the window and never takes the keyboard, so typing goes on.  Down opens it and goes along, Enter
takes the row that is marked, Esc closes the list and leaves the field as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from model.i18n import translate
from model.values import dataclass
from widgets.controls.fuzzy import rank
from widgets.controls.rows import RowsModel, rows_view
from widgets.controls.texts import language_changed, name_for_readers
from widgets.look import paint
from widgets.look.fonts import sized_font
from widgets.look.icons import paint_icon
from widgets.look.theme import look

_ROW, _TALL = 28, 44
_SHADOW = 6
_MOST_ROWS = 7
_LEAST_WIDTH = 220
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What may be taken: a value, its words, an icon, and a second, smaller line."""

    value: object
    text: str
    icon_name: str = ""
    detail: str = ""


def matching_words(words: Sequence[str], typed: str, most: int = 50) -> list[Suggestion]:
    """The words that answer what was typed, best first; all of them for nothing typed.  Not what stands there."""
    found = []
    for place, word in enumerate(words):
        fits = rank(typed, word) if typed.strip() else 0
        if fits is not None and word.casefold() != typed.strip().casefold():
            found.append((fits, place, word))
    return [Suggestion(word, word) for _, _, word in sorted(found)[:most]]


class _Model(RowsModel[Suggestion]):
    def words(self, row: Suggestion) -> str:
        return row.text

    def said(self, row: Suggestion) -> str:
        return f"{row.text} {row.detail}".strip()


class _Rows(QStyledItemDelegate):
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        if not isinstance(model, _Model):
            return
        row = model.shown[index.row()]
        rect: QRect = option.rect
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if on or option.state & QStyle.StateFlag.State_MouseOver:
            ground = "surface.selected" if on else "raised.hover"
            paint.outlined(painter, QRectF(rect.adjusted(4, 0, -4, 0)), 6, fill=ground)
        left = rect.x() + 12
        if row.icon_name:
            ink = look().color("accent.ink" if on else "ink.2")
            paint_icon(painter, row.icon_name, QRectF(left, rect.y() + 7, 14, 14), ink)
            left += 20
        room = QRect(left, rect.y(), rect.right() - left - 10, _ROW)
        painter.setFont(sized_font(13, 600 if on else 400))
        painter.setPen(look().color("accent.ink" if on else "ink.1"))
        words = painter.fontMetrics().elidedText(row.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        if row.detail:
            painter.setFont(sized_font(12))
            painter.setPen(look().color("accent.ink" if on else "ink.2"))
            below = room.translated(0, 18).adjusted(0, 0, 0, -4)
            words = painter.fontMetrics().elidedText(row.detail, Qt.TextElideMode.ElideRight, below.width())
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        model = index.model()
        tall = isinstance(model, _Model) and bool(model.shown[index.row()].detail)
        return QSize(100, _TALL if tall else _ROW)


class _Panel(QFrame):
    """The raised panel with the rows; a child of the window, so that it never takes the keyboard."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.model = _Model(self)
        self.list = rows_view(self.model, _Rows())
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 5, 1, 5 + _SHADOW)
        column.addWidget(self.list)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The panel and its shadow."""
        painter = QPainter(self)
        body = QRectF(self.rect()).adjusted(0, 0, 0, -_SHADOW)
        paint.flat_shadow(painter, body, 8, "raised")
        paint.outlined(painter, body, 8, fill="surface.raised", line="line.strong")
        painter.end()


class Suggestions(QObject):
    """Offers ``ask(typed)`` below ``field``; ``taken`` says which.

    ``eager`` marks the first row at once, so that Enter takes it; without it Enter keeps what was typed.
    """

    taken = Signal(object)
    """The :class:`Suggestion` that the user took."""

    def __init__(self, field: QLineEdit, ask: Callable[[str], Sequence[Suggestion]], *, eager: bool = False) -> None:
        super().__init__(field)
        self._field, self._ask, self._eager = field, ask, eager
        self._panel: _Panel | None = None
        field.installEventFilter(self)
        field.textEdited.connect(lambda _text: self.open())

    def is_open(self) -> bool:
        """Whether the list is open."""
        return self._panel is not None and self._panel.isVisible()

    @property
    def shown(self) -> list[Suggestion]:
        """The rows of the open list."""
        return list(self._panel.model.shown) if self._panel is not None and self.is_open() else []

    @property
    def view(self) -> QListView:
        """The list itself."""
        return self._made().list

    def open(self) -> None:
        """Show what answers what stands in the field; close where nothing does."""
        rows = self._ask(self._field.text())
        if not rows:
            self.close()
            return
        panel = self._made()
        panel.model.show(rows)
        self._place(panel)
        panel.show()
        panel.raise_()
        self._mark(0 if self._eager else -1)

    def close(self) -> None:
        """Hide the list."""
        if self._panel is not None and self._panel.isVisible():
            self._panel.hide()

    def _made(self) -> _Panel:
        window = self._field.window()
        if self._panel is None or self._panel.parentWidget() is not window:
            if self._panel is not None:
                self._panel.deleteLater()
            self._panel = _Panel(window)
            self._panel.list.clicked.connect(lambda index: self._take(index.row()))
            window.installEventFilter(self)
            self._name()
        return self._panel

    def _name(self) -> None:
        if self._panel is not None:
            name_for_readers(self._panel.list, translate("Controls", "Suggestions"))

    def _place(self, panel: _Panel) -> None:
        window = self._field.window()
        heights = [_TALL if row.detail else _ROW for row in panel.model.shown[:_MOST_ROWS]]
        high = sum(heights) + 12 + _SHADOW
        wide = max(_LEAST_WIDTH, self._field.width())
        at = self._field.mapTo(window, QPoint(0, self._field.height() + 3))
        if at.y() + high > window.height() and at.y() - self._field.height() - 6 > high:
            at.setY(at.y() - self._field.height() - 6 - high + _SHADOW)
        at.setX(max(4, min(at.x(), window.width() - wide - 4)))
        panel.setGeometry(at.x(), at.y(), wide, min(high, max(60, window.height() - at.y() - 4)))

    def _mark(self, row: int) -> None:
        panel = self._panel
        if panel is None:
            return
        if row < 0:
            panel.list.setCurrentIndex(QModelIndex())
            return
        index = panel.model.index(row)
        panel.list.setCurrentIndex(index)
        panel.list.scrollTo(index)
        said = panel.model.shown[row]
        self._field.setAccessibleDescription(f"{said.text} {said.detail}".strip())

    def _take(self, row: int) -> None:
        rows = self.shown
        self.close()
        if 0 <= row < len(rows):
            self.taken.emit(rows[row])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field while the list is open; it closes when the field or the window goes elsewhere."""
        kind = event.type()
        if watched is not self._field:
            if kind == QEvent.Type.Resize:
                self.close()
            return False
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if kind in (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.Wheel):
            self.close()
        elif language_changed(event):
            self._name()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if not self.is_open():
            if key == Qt.Key.Key_Down and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self.open()
                if self.is_open() and not self._eager:
                    self._mark(0)
                return True
            return False
        panel = self._made()
        row = panel.list.currentIndex().row()
        count = len(panel.model.shown)
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._mark((row + (1 if key == Qt.Key.Key_Down else -1)) % count if row >= 0 or key == Qt.Key.Key_Down
                       else count - 1)  # fmt: skip
            return True
        if key in _ENTER and row >= 0:
            self._take(row)
            return True
        if key == Qt.Key.Key_Escape:
            self.close()
            return True
        if key in (*_ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.close()
        return False
