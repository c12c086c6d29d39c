"""The outline: phases with their number and count, unfolded to their touchpoints with channel, text and faces."""

from __future__ import annotations

from typing import Any

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
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
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
    OutlineModel,
    OutlineRows,
    PhaseRow,
    card_text,
    phase_name,
)
from widgets.selection import Selection

ROW = 26
"""px (look.md, section 3)."""
FACES = 4
"""More faces than this do not stand in a row; the inspector shows them all."""


class OutlineDelegate(QStyledItemDelegate):
    """Paints the rows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
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
