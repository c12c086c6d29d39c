"""The command palette: type what you want to do, Enter does it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from model.i18n import translate
from model.values import dataclass
from widgets.controls.empty import IconMark
from widgets.controls.fuzzy import rank
from widgets.controls.labels import PlainLabel, Rule
from widgets.controls.rows import RowsModel, rows_view
from widgets.controls.texts import language_changed, name_for_readers
from widgets.look import paint
from widgets.look.fonts import ui_font
from widgets.look.icons import paint_icon
from widgets.look.keys import keys_text
from widgets.look.theme import look

_ROW = 32
_SHADOW = 8
_MOST_ROWS = 9
_WIDTH = 520


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done: its id, its words in the current language, its keys, and whether it can be now.

    ``keywords`` are other words by which it is found.
    """

    id: str
    text: str
    shortcut: str = ""
    enabled: bool = True
    icon_name: str = ""
    keywords: str = ""


def matching(commands: Sequence[Command], query: str) -> list[Command]:
    """The commands that answer ``query``, best first; what cannot be done now comes after what can."""
    found: list[tuple[bool, int, int, Command]] = []
    for place, command in enumerate(commands):
        ranks = [rank(query, command.text)]
        if command.keywords:
            other = rank(query, f"{command.text} {command.keywords}")
            ranks.append(None if other is None else other + 50)
        known = [value for value in ranks if value is not None]
        if known:
            found.append((not command.enabled, min(known), place, command))
    return [command for _, _, _, command in sorted(found, key=lambda entry: entry[:3])]


class _Commands(RowsModel[Command]):
    def words(self, row: Command) -> str:
        return row.text

    def said(self, row: Command) -> str:
        return f"{row.text} {row.shortcut}".strip()

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not self.shown[index.row()].enabled:
            return Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Rows(QStyledItemDelegate):
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        if not isinstance(model, _Commands):
            return
        command = model.shown[index.row()]
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        if chosen or (hover and command.enabled):
            ground = "surface.selected" if chosen else "raised.hover"
            paint.outlined(painter, QRectF(rect.adjusted(5, 0, -5, 0)), 6, fill=ground)
        ink = "ink.disabled" if not command.enabled else "accent.ink" if chosen else "ink.1"
        inner = rect.adjusted(15, 0, -15, 0)
        if command.icon_name:
            mark = "accent.ink" if chosen and command.enabled else "ink.2" if command.enabled else "ink.disabled"
            place = QRectF(inner.left(), inner.center().y() - 7, 16, 16)
            paint_icon(painter, command.icon_name, place, look().color(mark))
        keys = keys_text(command.shortcut) if command.shortcut else ""
        painter.setFont(ui_font("small"))
        wide = painter.fontMetrics().horizontalAdvance(keys) + 12 if keys else 0
        painter.setPen(look().color(ink if chosen or not command.enabled else "ink.3"))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), keys)
        painter.setFont(ui_font("body_strong" if chosen else "body"))
        painter.setPen(look().color(ink))
        words = inner.adjusted(26, 0, -wide, 0)
        shown = painter.fontMetrics().elidedText(command.text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, _ROW)


class CommandPalette(QFrame):
    """A field over a list, in the upper middle of ``window``.

    Type to find, Up and Down go along, Enter does, Esc and a click elsewhere close.  The palette only says which
    command was chosen; who opened it does it.
    """

    command_chosen = Signal(str)
    """The id of the command to do."""
    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._commands: list[Command] = []
        self._before: QWidget | None = None
        self.setObjectName("commandPalette")
        self._field = QLineEdit()
        self._field.setProperty("controlSize", "palette")
        self._field.textChanged.connect(self._filter)
        self._model = _Commands(self)
        self._list = rows_view(self._model, _Rows())
        self._list.setUniformItemSizes(True)
        self._list.clicked.connect(self._do)
        self._none = PlainLabel("", "body2", wrap=True)
        self._none.setContentsMargins(16, 8, 16, 10)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.setSpacing(10)
        head.addWidget(IconMark("search", 18, "ink.2"))
        head.addWidget(self._field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 7 + _SHADOW)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule())
        column.addSpacing(6)
        column.addWidget(self._list)
        column.addWidget(self._none)
        self.retranslate()
        self.hide()

    def open(self, commands: Sequence[Command], query: str = "") -> None:
        """Show the palette with ``commands`` and take the keyboard; it goes back where it was on closing."""
        self._before = QApplication.focusWidget()
        self._commands = list(commands)
        self._field.setText(query)
        self._filter(query)
        self._place()
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def close_palette(self) -> None:
        """Close without doing anything."""
        if not self.isVisible():
            return
        before, self._before = self._before, None
        self.hide()
        if before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def field(self) -> QLineEdit:
        """Where one types."""
        return self._field

    def shown_commands(self) -> list[Command]:
        """What the list shows, top to bottom."""
        return list(self._model.shown)

    def retranslate(self) -> None:
        """Ask for the words again."""
        name = translate("Controls", "What do you want to do?")
        self._field.setPlaceholderText(name)
        name_for_readers(self, name)
        name_for_readers(self._field, name)
        name_for_readers(self._list, translate("Controls", "Commands"))
        self._tell_none()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the field leaves: arrows, Enter, Esc."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._go(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._go(_MOST_ROWS if key == Qt.Key.Key_PageDown else -_MOST_ROWS)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do(self._list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.close_palette()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes along the list: the keyboard stays in the field."""
        self._go(1 if forward else -1)
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Watch for clicks elsewhere."""
        super().showEvent(event)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Watch no more, and hold nothing of the map."""
        super().hideEvent(event)
        self._before = None
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click elsewhere closes; the window's own change of size moves it."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            if isinstance(watched, QWidget) and not self.rect().contains(
                self.mapFromGlobal(event.globalPosition().toPoint())
            ):
                self.close_palette()
        elif event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The panel and its shadow."""
        painter = QPainter(self)
        body = QRectF(self.rect()).adjusted(0, 0, 0, -_SHADOW)
        paint.flat_shadow(painter, body, 10)
        paint.outlined(painter, body, 10, fill="surface.raised", line="line.strong")
        painter.end()

    def _filter(self, query: str) -> None:
        self._model.show(matching(self._commands, query) if query.strip() else list(self._commands))
        self._tell_none()
        self._list.setFixedHeight(_ROW * max(1, min(_MOST_ROWS, len(self._model.shown))))
        self._list.setVisible(bool(self._model.shown))
        self._none.setVisible(not self._model.shown)
        self._select(0)
        self._place()

    def _tell_none(self) -> None:
        words = translate("Controls", "Nothing is called “{query}”. Try another word.")
        self._none.set_source(words.format(query=self._field.text().strip()))

    def _select(self, row: int) -> None:
        if self._model.shown:
            self._list.setCurrentIndex(self._model.index(row, 0))

    def _go(self, by: int) -> None:
        count = len(self._model.shown)
        if not count:
            return
        row = self._list.currentIndex().row() + by
        self._select(row % count if abs(by) == 1 else max(0, min(count - 1, row)))

    def _do(self, index: QModelIndex) -> None:
        if not index.isValid() or not self._model.shown[index.row()].enabled:
            return
        chosen = self._model.shown[index.row()].id
        self.close_palette()
        self.command_chosen.emit(chosen)

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        width = min(_WIDTH, window.width() - 32)
        layout = self.layout()
        if layout is not None:
            layout.activate()
        height = min(self.sizeHint().height(), window.height() - 48)
        self.setGeometry((window.width() - width) // 2, min(96, max(16, window.height() // 8)), width, height)
