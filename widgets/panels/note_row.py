"""Rows of a list of notes: the model, how a note is painted, and the field in which it is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from model.changes import ChangeSet
from model.document import card_number
from model.draw.card_painter import READING, card_label, card_ops
from model.draw.displaylist import DisplayList
from model.i18n import speaking, translate
from model.layout.boxes import CardBody, CardKey
from model.layout.cards import CardKeys, card_body
from model.plaintext import clean_text
from model.records import Item, Place
from widgets.bridge import SessionBridge
from widgets.canvas.qt_painter import paint_ops
from widgets.controls.texts import name_for_readers, plain_tooltip
from widgets.look import paint
from widgets.look.fonts import sized_font, wrapped
from widgets.look.theme import look
from widgets.panels.field_texts import LimitedEdit
from widgets.panels.pieces import card_line, kind_title

if TYPE_CHECKING:
    from widgets.panels.note_list import NoteList

DRAFT = ""
"""The row of a card that is written and does not exist yet."""
SIDE, GAP = 12, 8
"""px: left and right of a note, and between two, so that the outline of a chosen one has room."""
_STAYS = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason})
_TABLES = frozenset({"links", "emotions", "personas", "channels", "map"})
"""What a note may show besides its own card."""

Index = QModelIndex | QPersistentModelIndex


class NoteModel(QAbstractListModel):
    """The cards of one list; ``rows`` are their ids, :data:`DRAFT` stands for a card that is being written anew."""

    text_changed = Signal()
    """The text being written is another one: its row may be higher now."""

    def __init__(self, bridge: SessionBridge, place: Place, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._place = bridge, place
        self.rows: list[str] = []
        self._bodies: dict[CardKey, tuple[CardBody, DisplayList]] = {}
        self._made: dict[tuple[str, float], tuple[CardBody, DisplayList]] = {}
        self._keys: CardKeys | None = None
        self._written: tuple[str, str] | None = None  # (card id, text) while typing
        self.refresh()

    # -- following -------------------------------------------------------------------------------------------

    def concerned(self, changes: ChangeSet) -> bool:
        """Whether an edit can change what the list shows."""
        if changes.tables & _TABLES:
            return True
        return any(
            isinstance(record, Item) and record.place == self._place
            for change in changes
            for record in (change.old, change.new)
        )

    def ids(self) -> list[str]:
        """The cards, without the one that does not exist yet."""
        return [row for row in self.rows if row != DRAFT]

    def refresh(self) -> None:
        """Show the document as it is now."""
        self._keys = None
        self._made.clear()
        wanted = [item.id for item in self._bridge.document.listed(self._place)]
        if DRAFT in self.rows:
            wanted.append(DRAFT)
        now = set(wanted)
        for row in range(len(self.rows) - 1, -1, -1):
            if self.rows[row] not in now:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self.rows[row]
                self.endRemoveRows()
        # What stays keeps its relative order unless cards were sorted: then they are taken out and put in again.
        for row, card_id in enumerate(wanted):
            if row < len(self.rows) and self.rows[row] == card_id:
                continue
            if card_id in self.rows:
                old = self.rows.index(card_id)
                self.beginMoveRows(QModelIndex(), old, old, QModelIndex(), row)
                self.rows.insert(row, self.rows.pop(old))
                self.endMoveRows()
            else:
                self.beginInsertRows(QModelIndex(), row, row)
                self.rows.insert(row, card_id)
                self.endInsertRows()
        if len(self._bodies) > 4 * len(self.rows) + 64:
            self._bodies.clear()
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def forget(self) -> None:
        """Make every note anew: the language is another one."""
        self._bodies.clear()
        self._made.clear()
        self._keys = None

    # -- writing ---------------------------------------------------------------------------------------------

    def add_draft(self) -> None:
        """Add the row of a card that does not exist yet."""
        if DRAFT not in self.rows:
            row = len(self.rows)
            self.beginInsertRows(QModelIndex(), row, row)
            self.rows.append(DRAFT)
            self.endInsertRows()

    def begin(self, row: int) -> None:
        """The card of ``row`` is being written."""
        item = self.item(row)
        self._written = (self.rows[row], item.text if item is not None else "")

    def write(self, text: str) -> None:
        """The text being written is ``text`` now."""
        if self._written is not None and self._written[1] != text:
            self._written = (self._written[0], text)
            self.text_changed.emit()

    def end(self) -> None:
        """Nothing is being written any more; the row of a card that does not exist goes."""
        self._written = None
        if DRAFT in self.rows:
            row = self.rows.index(DRAFT)
            self.beginRemoveRows(QModelIndex(), row, row)
            del self.rows[row]
            self.endRemoveRows()

    # -- notes -----------------------------------------------------------------------------------------------

    def item(self, row: int) -> Item | None:
        """The card of a row."""
        return self._bridge.document.item_table.get(self.rows[row]) if 0 <= row < len(self.rows) else None

    def body(self, row: int, width: float) -> tuple[CardBody, DisplayList] | None:
        """The note of a row, ``width`` px wide, and its drawing; None for a card that does not exist yet."""
        item = self.item(row)
        if item is None:
            return None
        made = self._made.get((item.id, width))
        if made is not None:
            return made
        document = self._bridge.document
        with speaking(document.info.language):
            if self._keys is None:
                self._keys = CardKeys(document, document.info.language, None)
            key = self._keys.key(item, width)
            found = self._bodies.get(key)
            if found is None:
                body = card_body(key)
                found = self._bodies[key] = (body, card_ops(body))
        self._made[item.id, width] = found
        return found

    def row_height(self, row: int, width: int) -> int:
        """The height of a row with the gap below it, for a list ``width`` px wide."""
        if self._written is not None and self.rows[row] == self._written[0]:
            return written_height(self._written[1], width - 2 * SIDE) + GAP
        made = self.body(row, max(60, width - 2 * SIDE))
        return round(made[0].h) + GAP if made is not None else 40

    # -- what Qt asks ----------------------------------------------------------------------------------------

    def find(self, card_id: str) -> QModelIndex:
        """The index of a card; invalid where it is not in the list."""
        return self.index(self.rows.index(card_id)) if card_id in self.rows else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable | flag.ItemIsDragEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.item(index.row())
        if item is None:
            return translate("Panels", "New note") if role == Qt.ItemDataRole.AccessibleTextRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return card_line(item)
        if role == Qt.ItemDataRole.EditRole:
            return item.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(f"{kind_title(item.kind)} {card_number(item)}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            made = self.body(index.row(), 148)
            return card_label(made[0], self._bridge.document) if made is not None else ""
        return None


def _note_font() -> Any:
    return sized_font(14)


def written_height(text: str, width: int) -> int:
    """The height of the field in which ``text`` is written: its lines, and two px of frame and six of air."""
    font = _note_font()
    lines = sum(max(1, wrapped(part, font, width - 16, line=18).lineCount()) for part in text.split("\n"))
    return max(2, lines) * 19 + 16


class NoteEditor(LimitedEdit):
    """The field over a note: Enter keeps the text, Shift+Enter is a new line, Esc keeps and ends, as on the map."""

    def __init__(self, card_id: str, begun: str, done: Callable[[NoteEditor, bool], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.card_id, self.begun = card_id, begun
        self._done = done
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(_note_font())
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setPlainText(begun)
        self.selectAll()
        name_for_readers(self, translate("Panels", "Text of the note"))

    @property
    def text(self) -> str:
        """What stands in it, cleaned."""
        return clean_text(self.toPlainText())

    def event(self, event: QEvent) -> bool:
        """No key that writes is a command of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            if plain and event.key() != Qt.Key.Key_F1:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            self._done(self, True)
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._done(self, False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard went elsewhere: keep the text."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self._done(self, False)


class NoteDelegate(QStyledItemDelegate):
    """Paints notes as the map does, and makes the field in which one is written."""

    def __init__(self, view: NoteList) -> None:
        super().__init__(view)
        self._view = view
        self.field: NoteEditor | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self._view.notes.row_height(index.row(), width))

    # -- painting --------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        width = self._view.viewport().width() - 2 * SIDE
        body = self.paint_note(painter, QPointF(rect.x() + SIDE, rect.y() + GAP // 2), index.row(), width)
        if body is None:
            return
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focus = bool(state & QStyle.StateFlag.State_HasFocus) and self._view.by_keyboard
        hover = bool(state & QStyle.StateFlag.State_MouseOver) and not chosen
        note = QRectF(rect.x() + SIDE, rect.y() + GAP // 2, body.w, body.h)
        painter.save()
        if hover:
            paint.outlined(painter, note, 2, line="ink.2")
        if chosen:
            paint.outlined(painter, note.adjusted(-4, -4, 4, 4), 6, line="accent.base", width=2)
        if focus:
            out = 8 if chosen else 4
            paint.outlined(painter, note.adjusted(-out, -out, out, out), 8, line="focus.ring", width=2)
        painter.restore()

    def paint_note(self, painter: QPainter, at: QPointF, row: int, width: float) -> CardBody | None:
        """The note of ``row`` with its top left at ``at``; its number is shown, as from nearby on the map."""
        made = self._view.notes.body(row, max(60.0, width))
        if made is None:
            return None
        painter.save()
        painter.translate(at)
        paint_ops(painter, made[1], look().theme, READING)
        painter.restore()
        return made[0]

    def paint_count(self, painter: QPainter, middle: QPointF, count: int) -> None:
        """How many cards are under the hand."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().color("accent.base"))
        painter.drawEllipse(middle, 11, 11)
        painter.setPen(look().color("ink.on_accent"))
        painter.setFont(sized_font(12, 700))
        painter.drawText(QRectF(middle.x() - 11, middle.y() - 11, 22, 22), Qt.AlignmentFlag.AlignCenter, str(count))

    # -- writing ---------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        row = index.row()
        item = self._view.notes.item(row)
        field = NoteEditor(self._view.notes.rows[row], item.text if item is not None else "", self._done, parent)
        field.textChanged.connect(lambda: self._view.notes.write(field.toPlainText()))
        self.field = field
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The field has its text from the beginning; a refresh must not put back what was there."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """The list keeps the text itself, in one edit."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(SIDE, GAP // 2, -SIDE, GAP // 2 - GAP))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field takes its keys itself."""
        return False

    def finish(self, field: NoteEditor) -> None:
        """End writing and keep the text."""
        self._done(field, False)

    def _done(self, field: NoteEditor, following: bool) -> None:
        if self.field is not field:
            return  # it ended already, and loses the keyboard as it goes
        self.field = None
        text, card_id = field.text, field.card_id
        had_focus = field.hasFocus()
        self.closeEditor.emit(field, QStyledItemDelegate.EndEditHint.NoHint)
        if had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._view.written(card_id, text, following=following)
