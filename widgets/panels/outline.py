"""The outline: phases with their number and count, unfolded to their touchpoints with channel, text and faces.

It can show the whole map instead, phase, step, lane and note, and does so when a screen reader listens: what is only
drawn on the map can be walked through there.
"""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleTableModelChangeEvent,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from model.i18n import translate
from widgets.bridge import SessionBridge
from widgets.canvas.editor import MapEditor
from widgets.controls.texts import language_changed
from widgets.look import paint
from widgets.look.fonts import sized_font
from widgets.look.icons import paint_icon
from widgets.look.marks import paint_face
from widgets.look.theme import look
from widgets.panels.outline_rows import (
    ROW_ROLE,
    CardRow,
    Index,
    LaneRow,
    OutlineModel,
    OutlineRows,
    PhaseRow,
    StepRow,
    card_text,
    phase_name,
    row_text,
    whole_tree,
)
from widgets.panels.rowfocus import came_by_key
from widgets.selection import Kind, Selection

ROW = 26
"""px (look.md, section 3)."""
INDENT = 16
"""px that the rows of the whole map stand further in with each level below the phases."""
FACES = 4
"""More faces than this do not stand in a row; the inspector shows them all."""


class OutlineDelegate(QStyledItemDelegate):
    """Paints the rows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if row is None:
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
        shift = INDENT * max(0, view.rows.depth_of(index) - 1)
        inner = whole.adjusted(shift, 0, 0, 0)
        if isinstance(row, PhaseRow):
            self._phase(painter, whole, row, chosen, view.isExpanded(index))
        elif isinstance(row, CardRow):
            self._card(painter, inner, row, chosen)
        else:
            self._part(painter, inner, row, chosen, view.isExpanded(index))
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

    def _part(self, painter: QPainter, rect: QRectF, row: StepRow | LaneRow, chosen: bool, expanded: bool) -> None:
        """A step, or a lane in a phase or step, with its count."""
        left = rect.x() + 24
        if row.count or isinstance(row, StepRow):
            place = QRectF(left, rect.y(), 14, rect.height())
            paint.chevron(painter, place, "down" if expanded else "right", look().color("ink.3"), 14)
        left += 18
        if isinstance(row, LaneRow):
            top = rect.y() + (rect.height() - 14) / 2
            paint_icon(painter, row.icon, QRectF(left, top, 14, 14), look().color("ink.2"))
            left += 20
        right = rect.right() - 10
        painter.setFont(sized_font(12))
        painter.setPen(look().color("ink.3"))
        count = str(row.count)
        taken = painter.fontMetrics().horizontalAdvance(count)
        painter.drawText(
            QRectF(right - taken, rect.y(), taken + 2, rect.height()), Qt.AlignmentFlag.AlignVCenter, count
        )
        painter.setFont(sized_font(13, 500 if chosen else 400))
        painter.setPen(look().color("accent.ink" if chosen else "ink.1" if row.count else "ink.3"))
        self._elided(painter, row_text(row), QRectF(left, rect.y(), right - taken - 6 - left, rect.height()))

    def _card(self, painter: QPainter, rect: QRectF, row: CardRow, chosen: bool) -> None:
        top = rect.y() + (rect.height() - 14) / 2
        left = rect.x() + 26
        try:
            paint_icon(painter, row.icon, QRectF(left, top, 14, 14), look().color("accent.ink" if chosen else "ink.2"))
        except KeyError:
            paint_icon(painter, "help", QRectF(left, top, 14, 14), look().color("ink.2"))
        right = rect.right() - 10
        for persona, score in reversed(row.faces[:FACES]):
            right -= 14
            paint_face(painter, QRectF(right, top, 14, 14), score, persona)
            right -= 6
        painter.setFont(sized_font(13, 500 if chosen else 400))
        painter.setPen(look().color("accent.ink" if chosen else "ink.1"))
        self._elided(painter, card_text(row), QRectF(left + 20, rect.y(), right - left - 20, rect.height()))

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
        self._whole: bool | None = None
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
        self.expanded.connect(self._refolded)
        self.collapsed.connect(self._refolded)
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
        self.rows.scale = self._bridge.document.info.emotion_scale
        document = self._bridge.document
        if self.shows_whole:
            others = self.rows.show_whole(whole_tree(document))
        else:
            others = self.rows.show_rows(self._maker.of(document))
        if others:
            for index in self.rows.every_index():
                row = self.rows.row_of(index)
                if row is not None and row.id in unfolded:
                    self.setExpanded(index, True)
            self.verticalScrollBar().setValue(before)
            self._following = False
            self._grown()
        self._following = False
        self.follow_selection()

    def _refolded(self) -> None:
        """Rows were folded or unfolded: a reader that keeps them by their place asks for them anew.

        Qt tells it of the state alone, and would go on giving it what stood at a place before.
        """
        if QAccessible.isActive():
            reset = QAccessibleTableModelChangeEvent.ModelChangeType.ModelReset
            QAccessible.updateAccessibility(QAccessibleTableModelChangeEvent(self, reset))
        self._grown()

    def _grown(self) -> None:
        if not self._following:
            self.height_changed.emit()

    @property
    def shows_whole(self) -> bool:
        """Whether the whole map is shown: as asked for, else when a screen reader listens."""
        return QAccessible.isActive() if self._whole is None else self._whole

    def show_whole(self, whole: bool) -> None:
        """Show the whole map, or phases and touchpoints."""
        self._whole = whole
        self.refresh()

    def unfolded(self) -> set[str]:
        """The rows that show what is in them."""
        found = ((index, self.rows.row_of(index)) for index in self.rows.every_index())
        return {row.id for index, row in found if not isinstance(row, CardRow | None) and self.isExpanded(index)}

    def follow_selection(self) -> None:
        """Light what is chosen; a touchpoint's phase unfolds for it."""
        kind, ids = self._selection.kind, self._selection.ids
        wanted = QItemSelection()
        current = QModelIndex()
        if kind in ("cards", "phase", "step", "lane"):
            for record_id in ids:
                index = self._row_for(kind, record_id)
                if index.isValid():
                    wanted.select(index, index)
                    if record_id == self._selection.current:
                        current = index
        self._following = True
        before = len(self.unfolded())
        model = self.selectionModel()
        if current.isValid():
            above = current.parent()
            while above.isValid():
                self.expand(above)
                above = above.parent()
            model.setCurrentIndex(current, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(current)
        model.select(wanted, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._following = False
        if len(self.unfolded()) != before:
            self._grown()

    def _row_for(self, kind: str, record_id: str) -> QModelIndex:
        """The row of a record; of a lane the one where the keyboard is, if it is one."""
        here = self.rows.row_of(self.currentIndex())
        if kind == "lane" and isinstance(here, LaneRow) and here.lane_id == record_id:
            return self.currentIndex()
        return self.rows.find(record_id)

    def _chosen(self) -> None:
        if self._following:
            return
        rows = [self.rows.row_of(index) for index in self.selectionModel().selectedIndexes()]
        current = self.rows.row_of(self.currentIndex())
        cards = [row.id for row in rows if isinstance(row, CardRow)]
        self._following = True  # what is chosen here need not be shown here once more
        header = {PhaseRow: "phase", StepRow: "step", LaneRow: "lane"}.get(type(current))
        record_id = current.lane_id if isinstance(current, LaneRow) else current.id if current is not None else ""
        if header is not None and current in rows:
            self._selection.choose(cast(Kind, header), [record_id])
        elif cards:
            self._selection.choose_cards(cards, current.id if current is not None else None)
        self._following = False
        if current is not None and current in rows:
            self._editor.reveal(record_id)
        if header is not None and len(rows) > 1:
            self.follow_selection()

    # -- size ------------------------------------------------------------------------------------------------

    def content_height(self) -> int:
        """As high as all rows that are unfolded."""
        count = 0
        index = self.rows.index(0, 0)
        while index.isValid():
            count += 1
            index = self.indexBelow(index)
        return ROW * count

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
        if row is not None and self.rows.rowCount(index) and self._on_chevron(index, position.x()):
            self.setExpanded(index, not self.isExpanded(index))
            event.accept()
            return
        super().mousePressEvent(event)

    def _on_chevron(self, index: QModelIndex, x: int) -> bool:
        """Whether ``x`` px is at the arrow of a row, or before it."""
        depth = self.rows.depth_of(index)
        return x < (28 if not depth else 40 + INDENT * (depth - 1))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on a phase folds and unfolds it, on a card writes it on the map."""
        position = event.position().toPoint()
        index = self.indexAt(position)
        row = self.rows.row_of(index)
        if row is not None and not isinstance(row, CardRow):
            if not self._on_chevron(index, position.x()):
                self.setExpanded(index, not self.isExpanded(index))
            else:
                self.mousePressEvent(event)
        elif isinstance(row, CardRow):
            self._write()
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu that the phase, step or card has on the map."""
        at = event.pos() if event.reason() != QContextMenuEvent.Reason.Keyboard else None
        index = self.indexAt(at) if at is not None else self.currentIndex()
        if self.rows.row_of(index) is None:
            return
        if at is not None and not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        place = self.visualRect(index).bottomLeft() if at is None else at
        self._editor.context_menu.emit(self.viewport().mapToGlobal(place), None)

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
        if came_by_key(self, event):
            self.by_keyboard = True

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
        self._refolded()

    def fold_all(self) -> None:
        """Show the phases only."""
        self.collapseAll()
        self._refolded()

    def retranslate(self) -> None:
        """Ask for the name again."""
        self.setAccessibleName(translate("Panels", "Outline"))
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)
