"""A table whose first columns stay where they are while the others are scrolled sideways, and the header over it.

There is one view of one table: a second one over it, as Qt's own example has, would be a second stop of Tab, a second
table for screen readers and a second place for fields to open in.  The columns that stay come first from left to right,
so their places in the table are their places in the view.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QHelpEvent, QHoverEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from widgets.look.theme import look

HEADER = 34
_GRIP = 4
"""px beside the last column that stays where the pointer takes its edge."""
_MOST = 0.6
"""What the columns that stay may take of the width; with more, nothing would be left to scroll."""
_SHADE = 5
"""px of the shade that the columns which stay throw on the others."""
_ENSURE = QAbstractItemView.ScrollHint.EnsureVisible
Index = QModelIndex | QPersistentModelIndex


class FrozenHeader(QHeaderView):
    """Names of columns; those that stay are painted over the others, and the pointer finds them there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.stays: tuple[int, ...] = ()
        """The columns that stay, from left to right."""
        self._held: int | None = None
        """How far the places of the pointer are moved while a button is down."""

    @property
    def frozen_width(self) -> int:
        """px that the columns which stay take."""
        return sum(self.sectionSize(place) for place in self.stays)

    def frozen_left(self, place: int) -> int:
        """Where a column that stays begins, px from the left of the view."""
        return self.sectionPosition(place)

    # -- painting --------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The columns that stay are over the others."""
        super().paintEvent(event)
        if not self.stays or not self.offset():
            return
        painter = QPainter(self.viewport())
        wide = self.frozen_width
        painter.fillRect(QRect(0, 0, wide, self.height()), look().color("surface.sunken"))
        for place in self.stays:
            rect = QRect(self.frozen_left(place), 0, self.sectionSize(place), self.height())
            painter.save()
            painter.setClipRect(rect)
            self.paintSection(painter, rect, place)
            painter.restore()
        paint_edge(painter, wide, self.height())
        painter.end()

    # -- the pointer -----------------------------------------------------------------------------------------

    def _shift(self, x: float) -> int:
        """How far a place of the pointer is from where Qt looks for the column that is seen there."""
        return self.offset() if self.stays and x < self.frozen_width + _GRIP else 0

    def _moved(self, event: QMouseEvent, shift: int) -> QMouseEvent:
        place = event.position() - QPointF(shift, 0)
        return QMouseEvent(
            event.type(), place, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press what is seen there."""
        self._held = self._shift(event.position().x())
        super().mousePressEvent(self._moved(event, self._held))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on from where it was pressed."""
        shift = self._shift(event.position().x()) if self._held is None else self._held
        super().mouseMoveEvent(self._moved(event, shift))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        shift = self._shift(event.position().x()) if self._held is None else self._held
        self._held = None
        super().mouseReleaseEvent(self._moved(event, shift))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The column that is seen there."""
        super().mouseDoubleClickEvent(self._moved(event, self._shift(event.position().x())))

    def viewportEvent(self, event: QEvent) -> bool:
        """What is pointed at, and its hint."""
        if isinstance(event, QHoverEvent) and event.type() != QEvent.Type.HoverLeave:
            shift = QPointF(self._shift(event.position().x()), 0)
            if not shift.isNull():
                done = super().viewportEvent(
                    QHoverEvent(
                        event.type(),
                        event.position() - shift,
                        event.globalPosition(),
                        event.oldPosF() - shift,
                        event.modifiers(),
                    )
                )
                self.viewport().update()
                return done
        elif isinstance(event, QHelpEvent):
            shift_by = QPoint(self._shift(event.pos().x()), 0)
            return super().viewportEvent(QHelpEvent(event.type(), event.pos() - shift_by, event.globalPos()))
        return super().viewportEvent(event)

    def column_at(self, x: int) -> int:
        """The column that is seen at ``x`` px of the view; -1 for none."""
        return self.logicalIndexAt(x - self._seen_shift(x))

    def _seen_shift(self, x: int) -> int:
        return self.offset() if self.stays and x < self.frozen_width else 0


class FrozenTable(QTableView):
    """See the module.  ``stays`` are the columns that stay, as far as there is room for others beside them."""

    def __init__(self, header: FrozenHeader | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header = header or FrozenHeader(self)
        self.setHorizontalHeader(self._header)
        self.horizontalScrollBar().valueChanged.connect(self._header.viewport().update)

    def freeze(self, places: Sequence[int]) -> None:
        """These columns stay, from left to right; none where they would leave too little for the others."""
        wide = sum(self._header.sectionSize(place) for place in places)
        stays = tuple(places) if wide <= self.viewport().width() * _MOST else ()
        if stays != self._header.stays:
            self._header.stays = stays
            self._header.viewport().update()
            self.viewport().update()
            self.updateEditorGeometries()

    @property
    def stays(self) -> tuple[int, ...]:
        """The columns that stay."""
        return self._header.stays

    @property
    def frozen_width(self) -> int:
        """px that the columns which stay take."""
        return self._header.frozen_width

    # -- where things are ------------------------------------------------------------------------------------

    def visualRect(self, index: Index) -> QRect:
        """Where a cell is seen."""
        rect = super().visualRect(index)
        if index.isValid() and index.column() in self._header.stays and rect.isValid():
            rect.moveLeft(self._header.frozen_left(index.column()))
        return rect

    def indexAt(self, place: QPoint) -> QModelIndex:
        """The cell that is seen there."""
        if not 0 <= place.x() < self.frozen_width or not self._header.offset():
            return super().indexAt(place)
        row, column = self.rowAt(place.y()), self._header.column_at(place.x())
        return self.model().index(row, column) if row >= 0 and column >= 0 else QModelIndex()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell out from under the columns that stay."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if not index.isValid():
            return
        if index.column() in self._header.stays:
            bar.setValue(before)
            return
        hidden = self.frozen_width - super().visualRect(index).left()
        if self._header.stays and hidden > 0:
            bar.setValue(bar.value() - hidden)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """What stays is painted anew when the others go by."""
        super().scrollContentsBy(dx, dy)
        if dx and self._header.stays:
            self.viewport().update()
            self.updateEditorGeometries()


def paint_edge(painter: QPainter, x: int, height: int) -> None:
    """The edge of what stays, over what goes on below it."""
    painter.fillRect(QRect(x - 1, 0, 1, height), look().color("line.strong"))
    shade = look().color("ink.1")
    for step in range(_SHADE):
        shade.setAlphaF(0.07 * (1 - step / _SHADE))
        painter.fillRect(QRect(x + step, 0, 1, height), shade)
