"""The outline: phases with their number and count, unfolded to their touchpoints with channel, text and faces."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from model.document import Document, card_number
from model.i18n import signed, translate
from model.layout.cards import icon_of
from model.records import Channel, Item
from widgets.bridge import SessionBridge
from widgets.canvas.editor import MapEditor
from widgets.controls.texts import language_changed, plain_tooltip
from widgets.look import paint
from widgets.look.fonts import sized_font
from widgets.look.icons import paint_icon
from widgets.look.marks import paint_face
from widgets.look.theme import look
from widgets.selection import Selection

ROW = 26
"""px (look.md, section 3)."""
FACES = 4
"""More faces than this do not stand in a row; the inspector shows them all."""
_ROW_ROLE = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """A phase of the outline; ``number`` counts from 1."""

    id: str
    number: int
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class CardRow:
    """A touchpoint of the outline; ``faces`` are (persona's place, score)."""

    id: str
    number: str
    text: str
    icon: str
    faces: tuple[tuple[int, int], ...]


class OutlineRows:
    """Makes the rows of documents; rows of what did not change are the very objects of the time before."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Item, Channel | None, tuple[tuple[int, int], ...], CardRow]] = {}

    def card(self, item: Item, channel: Channel | None, faces: tuple[tuple[int, int], ...]) -> CardRow:
        """The row of a touchpoint."""
        known = self._known.get(item.id)
        if known is not None and known[0] is item and known[1] is channel and known[2] == faces:
            return known[3]
        icon_name = channel.icon if channel is not None else icon_of(item.kind)
        row = CardRow(item.id, card_number(item), " ".join(item.text.split()), icon_name, faces)
        self._known[item.id] = (item, channel, faces, row)
        return row

    def of(self, document: Document) -> Rows:
        """The phases of ``document`` with their touchpoints, in map order."""
        rows = outline_rows(document, self.card)
        if len(self._known) > 2 * len(document.item_table) + 64:
            self._known.clear()
        return rows


def outline_rows(
    document: Document, card: Callable[[Item, Channel | None, tuple[tuple[int, int], ...]], CardRow]
) -> Rows:
    """The phases of ``document`` with their touchpoints, in map order; ``card`` makes the row of a touchpoint."""
    places = {persona.id: place for place, persona in enumerate(document.personas)}
    faces: dict[str, list[tuple[int, int]]] = {}
    for emotion in document.emotion_table.values():
        if emotion.score is not None and emotion.persona_id in places:
            faces.setdefault(emotion.touchpoint_id, []).append((places[emotion.persona_id], emotion.score))
    cards: dict[str, list[CardRow]] = {phase.id: [] for phase in document.phases}
    channels, steps = document.channel_table, document.step_table
    for item in document.touchpoints:
        channel = next((channels[c] for c in item.channel_ids if c in channels), None) if item.channel_ids else None
        row = card(item, channel, tuple(sorted(faces.get(item.id, ()))))
        cards[steps[item.step_id or ""].phase_id].append(row)
    return tuple(
        (PhaseRow(phase.id, number, phase.name.strip(), len(cards[phase.id])), tuple(cards[phase.id]))
        for number, phase in enumerate(document.phases, 1)
    )


Rows = tuple[tuple[PhaseRow, tuple[CardRow, ...]], ...]


class OutlineModel(QAbstractItemModel):
    """The rows as a tree.  The internal id of a phase is 0, that of a touchpoint its phase's place + 1."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Rows = ()

    def show_rows(self, rows: Rows) -> bool:
        """Show other rows.  Returns whether rows came, went or moved (then what was unfolded is folded again)."""
        old = self.rows
        if [(p.id, [c.id for c in cards]) for p, cards in old] != [(p.id, [c.id for c in cards]) for p, cards in rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return True
        self.rows = rows
        for place, ((phase, cards), (was, before)) in enumerate(zip(rows, old, strict=True)):
            parent = self.index(place, 0)
            if phase != was:
                self.dataChanged.emit(parent, parent)
            for i, (card, card_before) in enumerate(zip(cards, before, strict=True)):
                if card is not card_before and card != card_before:
                    index = self.index(i, 0, parent)
                    self.dataChanged.emit(index, index)
        return False

    def row_of(self, index: Index) -> PhaseRow | CardRow | None:
        """The row behind an index."""
        if not index.isValid():
            return None
        above = index.internalId()
        if above == 0:
            return self.rows[index.row()][0] if index.row() < len(self.rows) else None
        cards = self.rows[above - 1][1] if above <= len(self.rows) else ()
        return cards[index.row()] if index.row() < len(cards) else None

    def find(self, record_id: str) -> QModelIndex:
        """The index of a phase or touchpoint; invalid where it is not in the outline."""
        for place, (phase, cards) in enumerate(self.rows):
            if phase.id == record_id:
                return self.index(place, 0)
            for i, card in enumerate(cards):
                if card.id == record_id:
                    return self.index(i, 0, self.index(place, 0))
        return QModelIndex()

    # -- what Qt asks ----------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own default
        if column or row < 0:
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, 0, 0) if row < len(self.rows) else QModelIndex()
        if parent.internalId() or row >= len(self.rows[parent.row()][1]):
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1)

    def parent(self, child: Index | None = None) -> Any:
        if child is None:
            return super().parent()
        above = child.internalId() if child.isValid() else 0
        return self.createIndex(above - 1, 0, 0) if above else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        if not parent.isValid():
            return len(self.rows)
        return 0 if parent.internalId() else len(self.rows[parent.row()][1])

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_of(index)
        if row is None:
            return None
        if role == _ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.number} {phase_name(row)}" if isinstance(row, PhaseRow) else card_text(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, CardRow):
            return plain_tooltip(f"{row.number} {card_text(row)}")
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, PhaseRow):
            return plain_tooltip(f"{row.number} {phase_name(row)}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_row(row)
        return None


def phase_name(row: PhaseRow) -> str:
    """A phase's name, or what stands for it."""
    return row.name or translate("Panels", "Phase without a name")


def card_text(row: CardRow) -> str:
    """A card's text, or what stands for it."""
    return row.text or translate("Panels", "Empty card")


def spoken_row(row: PhaseRow | CardRow) -> str:
    """A row in words."""
    if isinstance(row, PhaseRow):
        count = translate("Panels", "%n touchpoint(s)", n=row.count)
        return f"{row.number} {phase_name(row)}, {count}"
    scores = ", ".join(signed(score) for _, score in row.faces)
    words = f"{row.number}: {card_text(row)}"
    return f"{words}, {translate('Panels', 'feeling {scores}').format(scores=scores)}" if scores else words


class OutlineDelegate(QStyledItemDelegate):
    """Paints the rows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(_ROW_ROLE)
        if not isinstance(row, PhaseRow | CardRow):
            return
        painter.save()
        view: Any = option.widget
        rect: QRect = option.rect
        whole = QRectF(0, rect.y(), view.viewport().width(), rect.height())
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(whole, look().color("surface.selected"))
            painter.fillRect(QRectF(0, rect.y(), 3, rect.height()), look().color("accent.base"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(whole, look().color("surface.hover"))
        if isinstance(row, PhaseRow):
            self._phase(painter, whole, row, chosen, view.isExpanded(index))
        else:
            self._card(painter, whole, row, chosen)
        if state & QStyle.StateFlag.State_HasFocus and view.by_keyboard:
            paint.outlined(painter, whole.adjusted(1, 1, -1, -1), 4, line="focus.ring", width=2)
        painter.restore()

    def _phase(self, painter: QPainter, rect: QRectF, row: PhaseRow, chosen: bool, expanded: bool) -> None:
        arrow = QRectF(10, rect.y(), 14, rect.height())
        if row.count:
            paint.chevron(painter, arrow, "down" if expanded else "right", look().color("ink.3"), 14)
        ink = look().color("accent.ink" if chosen else "ink.1")
        painter.setPen(ink)
        painter.setFont(sized_font(13, 600))
        number = str(row.number)
        wide = painter.fontMetrics().horizontalAdvance(number)
        painter.drawText(QRectF(30, rect.y(), wide + 2, rect.height()), Qt.AlignmentFlag.AlignVCenter, number)
        left, right = 30 + wide + 7, rect.right() - 10
        if row.count and not expanded:
            painter.setFont(sized_font(12))
            painter.setPen(look().color("ink.3"))
            count = str(row.count)
            taken = painter.fontMetrics().horizontalAdvance(count)
            painter.drawText(
                QRectF(right - taken, rect.y(), taken + 2, rect.height()), Qt.AlignmentFlag.AlignVCenter, count
            )
            right -= taken + 6
        painter.setFont(sized_font(13, 500 if chosen else 400, italic=not row.name))
        painter.setPen(ink if row.name else look().color("ink.3"))
        self._elided(painter, phase_name(row), QRectF(left, rect.y(), right - left, rect.height()))

    def _card(self, painter: QPainter, rect: QRectF, row: CardRow, chosen: bool) -> None:
        top = rect.y() + (rect.height() - 14) / 2
        try:
            paint_icon(painter, row.icon, QRectF(26, top, 14, 14), look().color("accent.ink" if chosen else "ink.2"))
        except KeyError:
            paint_icon(painter, "help", QRectF(26, top, 14, 14), look().color("ink.2"))
        right = rect.right() - 10
        for persona, score in reversed(row.faces[:FACES]):
            right -= 14
            paint_face(painter, QRectF(right, top, 14, 14), score, persona)
            right -= 6
        painter.setFont(sized_font(13, 500 if chosen else 400))
        painter.setPen(look().color("accent.ink" if chosen else "ink.1"))
        self._elided(painter, card_text(row), QRectF(46, rect.y(), right - 46, rect.height()))

    def _elided(self, painter: QPainter, text: str, rect: QRectF) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)


class Outline(QTreeView):
    """The outline of a map.  A click or the arrows choose and show on the map; F2 writes, Delete removes."""

    height_changed = Signal()
    """The rows that are unfolded take more or less height now."""

    def __init__(
        self, bridge: SessionBridge, selection: Selection, editor: MapEditor, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge, self._selection, self._editor = bridge, selection, editor
        self._following = False
        self._maker = OutlineRows()
        self.by_keyboard = False
        self.rows = OutlineModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(OutlineDelegate(self))
        self.setProperty("flat", True)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().selectionChanged.connect(self._chosen)
        self.expanded.connect(self._grown)
        self.collapsed.connect(self._grown)
        bridge.changed.connect(self.refresh)
        selection.changed.connect(self.follow_selection)
        look().theme_changed.connect(self.viewport().update)
        self.retranslate()
        self.refresh()

    # -- following -------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the document as it is now."""
        unfolded = self.unfolded()
        before = self.verticalScrollBar().value()
        self._following = True
        if self.rows.show_rows(self._maker.of(self._bridge.document)):
            for place, (phase, _) in enumerate(self.rows.rows):
                if phase.id in unfolded:
                    self.setExpanded(self.rows.index(place, 0), True)
            self.verticalScrollBar().setValue(before)
            self._following = False
            self._grown()
        self._following = False
        self.follow_selection()

    def _grown(self) -> None:
        if not self._following:
            self.height_changed.emit()

    def unfolded(self) -> set[str]:
        """The phases that show their touchpoints."""
        rows = enumerate(self.rows.rows)
        return {phase.id for place, (phase, _) in rows if self.isExpanded(self.rows.index(place, 0))}

    def follow_selection(self) -> None:
        """Light what is chosen; a touchpoint's phase unfolds for it."""
        kind, ids = self._selection.kind, self._selection.ids
        wanted = QItemSelection()
        current = QModelIndex()
        if kind in ("cards", "phase"):
            for record_id in ids:
                index = self.rows.find(record_id)
                if index.isValid():
                    wanted.select(index, index)
                    if record_id == self._selection.current:
                        current = index
        self._following = True
        before = len(self.unfolded())
        model = self.selectionModel()
        if current.isValid():
            if current.internalId():
                self.expand(current.parent())
            model.setCurrentIndex(current, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(current)
        model.select(wanted, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._following = False
        if len(self.unfolded()) != before:
            self._grown()

    def _chosen(self) -> None:
        if self._following:
            return
        rows = [self.rows.row_of(index) for index in self.selectionModel().selectedIndexes()]
        current = self.rows.row_of(self.currentIndex())
        cards = [row.id for row in rows if isinstance(row, CardRow)]
        self._following = True  # what is chosen here need not be shown here once more
        if isinstance(current, PhaseRow) and current in rows:
            self._selection.choose("phase", [current.id])
        elif cards:
            self._selection.choose_cards(cards, current.id if current is not None else None)
        self._following = False
        if current is not None and current in rows:
            self._editor.reveal(current.id)
        if isinstance(current, PhaseRow) and len(rows) > 1:
            self.follow_selection()

    # -- size ------------------------------------------------------------------------------------------------

    def content_height(self) -> int:
        """As high as all rows that are unfolded."""
        unfolded = self.unfolded()
        return ROW * sum(1 + (len(cards) if phase.id in unfolded else 0) for phase, cards in self.rows.rows)

    def sizeHint(self) -> QSize:
        """All rows."""
        return QSize(200, self.content_height())

    def minimumSizeHint(self) -> QSize:
        """A few rows."""
        return QSize(120, ROW * 2)

    # -- keys and mouse --------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The chevron folds and unfolds; anywhere else chooses."""
        self.by_keyboard = False
        position = event.position().toPoint()
        index = self.indexAt(position)
        row = self.rows.row_of(index)
        if isinstance(row, PhaseRow) and row.count and position.x() < 28:
            self.setExpanded(index, not self.isExpanded(index))
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on a phase folds and unfolds it, on a card writes it on the map."""
        position = event.position().toPoint()
        index = self.indexAt(position)
        row = self.rows.row_of(index)
        if isinstance(row, PhaseRow):
            if position.x() >= 28:
                self.setExpanded(index, not self.isExpanded(index))
            else:
                self.mousePressEvent(event)
        elif isinstance(row, CardRow):
            self._write()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """F2 and Delete are for the outline, not for the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if plain and event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                event.accept()
                return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes by Tab sees where the keyboard is."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.by_keyboard = True
            if not self.currentIndex().isValid() and self.model().rowCount():
                self.selectionModel().setCurrentIndex(
                    self.model().index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate
                )
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the map, F2 writes there, Delete removes, Esc gives the keyboard back."""
        self.by_keyboard = True
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key == Qt.Key.Key_F2:
            self._write()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._editor.delete_selection()
        else:
            super().keyPressEvent(event)
            self.viewport().update()

    def _write(self) -> None:
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._editor.edit_current()

    def unfold_all(self) -> None:
        """Show all touchpoints."""
        self.expandAll()
        self._grown()

    def fold_all(self) -> None:
        """Show the phases only."""
        self.collapseAll()
        self._grown()

    def retranslate(self) -> None:
        """Ask for the name again."""
        self.setAccessibleName(translate("Panels", "Outline"))
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)
