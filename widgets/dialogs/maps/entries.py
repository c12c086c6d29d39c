"""The list of what is different between two maps, under headings, and all that one difference says."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from model.difference import Difference, Entry, EntryKind
from model.i18n import QT_TRANSLATE_NOOP, translate
from widgets.controls.rows import RowsModel, paint_heading, rows_view
from widgets.dialogs.maps.pane import COLORS, GROUNDS, SIGNS
from widgets.look import paint
from widgets.look.fonts import ui_font
from widgets.look.icons import paint_icon
from widgets.look.theme import look

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (QT_TRANSLATE_NOOP("Compare", "Notes"), ("items",)),
    (QT_TRANSLATE_NOOP("Compare", "Phases, steps and lanes"), ("phases", "steps", "lanes")),
    (QT_TRANSLATE_NOOP("Compare", "Links"), ("links",)),
    (QT_TRANSLATE_NOOP("Compare", "Feelings"), ("emotions",)),
    (QT_TRANSLATE_NOOP("Compare", "Actions"), ("actions",)),
    (QT_TRANSLATE_NOOP("Compare", "Personas and channels"), ("personas", "channels")),
    (QT_TRANSLATE_NOOP("Compare", "Map, filters and pictures"), ("map", "filters", "assets", "header")),
)
"""Heading -> the tables below it."""

_KINDS: dict[EntryKind, str] = {
    "added": QT_TRANSLATE_NOOP("Compare", "Added"),
    "removed": QT_TRANSLATE_NOOP("Compare", "Removed"),
    "changed": QT_TRANSLATE_NOOP("Compare", "Changed"),
    "moved": QT_TRANSLATE_NOOP("Compare", "Moved"),
}
_HEAD, _ROW = 34, 50
"""Heights of a heading and of an entry, px."""

Row = tuple[str, int] | Entry
"""(heading, how many) or an entry."""


def kind_name(kind: EntryKind) -> str:
    """ "Added", "Removed", ... in the current language."""
    return translate("Compare", _KINDS[kind])


def grouped(difference: Difference) -> list[Row]:
    """Headings and entries, top to bottom; empty groups are left out."""
    rows: list[Row] = []
    for heading, tables in GROUPS:
        found = [entry for entry in difference if entry.table in tables]
        if found:
            rows.append((heading, len(found)))
            rows += found
    return rows


def summary(entry: Entry) -> str:
    """What is said below the title: the fields that changed, with what they say now."""
    if entry.kind in ("added", "removed"):
        return kind_name(entry.kind)
    parts = []
    for title, _, new in entry.fields:
        said = " ".join(new.split()) or translate("Compare", "empty")
        parts.append(translate("Compare", "{field}: {value}").format(field=title, value=said))
    return " · ".join(parts) or kind_name(entry.kind)


def spoken(entry: Entry) -> str:
    """An entry for a screen reader."""
    parts = [f"{kind_name(entry.kind)}: {entry.title}"]
    for title, old, new in entry.fields:
        if old and new:
            text = translate("Compare", "{field} was “{old}” and is “{new}”")
        elif new:
            text = translate("Compare", "{field} is “{new}”")
        else:
            text = translate("Compare", "{field} was “{old}”")
        parts.append(text.format(field=title, old=old, new=new))
    return ". ".join(parts)


class EntriesModel(RowsModel[Row]):
    """The rows of a difference; headings cannot be chosen.  ``below`` is what is said below an entry's title."""

    below: Callable[[Entry], str] = staticmethod(summary)
    told: Callable[[Entry], str] = staticmethod(spoken)

    def words(self, row: Row) -> str:
        return row.title if isinstance(row, Entry) else translate("Compare", row[0])

    def said(self, row: Row) -> str:
        return self.told(row) if isinstance(row, Entry) else f"{translate('Compare', row[0])} ({row[1]})"

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Headings are passed over by the keyboard."""
        if not isinstance(self.shown[index.row()], Entry):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def entry(self, index: QModelIndex) -> Entry | None:
        """The entry of a row; None for a heading."""
        row = self.shown[index.row()] if index.isValid() else None
        return row if isinstance(row, Entry) else None

    def first(self) -> QModelIndex:
        """The first entry."""
        for number, row in enumerate(self.shown):
            if isinstance(row, Entry):
                return self.index(number)
        return QModelIndex()


class _Rows(QStyledItemDelegate):
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        if not isinstance(model, EntriesModel):
            return
        row = model.shown[index.row()]
        painter.save()
        if isinstance(row, Entry):
            _paint_entry(painter, option, row, model.below(row))
        else:
            paint_heading(painter, option.rect, f"{translate('Compare', row[0])}  {row[1]}")
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        model = index.model()
        entry = isinstance(model, EntriesModel) and isinstance(model.shown[index.row()], Entry)
        return QSize(100, _ROW if entry else _HEAD)


def _paint_entry(painter: QPainter, option: QStyleOptionViewItem, entry: Entry, below: str) -> None:
    rect: QRect = option.rect
    paint.row_ground(painter, QRectF(rect.adjusted(4, 1, -4, -1)), option.state)
    disc = QRectF(rect.left() + 12, rect.top() + 7, 20, 20)
    paint.outlined(painter, disc, 10, fill=GROUNDS[entry.kind], line=COLORS[entry.kind], width=1.5)
    paint_icon(painter, SIGNS[entry.kind], disc.adjusted(4, 4, -4, -4), look().color(COLORS[entry.kind]))
    inner = rect.adjusted(42, 6, -12, -6)
    for style, ink, text, top in (
        ("body_strong", "ink.1", entry.title, 0),
        ("small", "ink.2", below, 20),
    ):
        painter.setFont(ui_font(style))
        painter.setPen(look().color(ink))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        line = QRect(inner.left(), inner.top() + top, inner.width(), 20)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)


def entries_view(model: EntriesModel) -> QListView:
    """The list of differences, to be gone along by the keyboard."""
    view = rows_view(model, _Rows())
    view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    Ends(view)
    return view


class Ends(QObject):
    """Home and End go to the first and last row that can be chosen: Qt stays where the very first one is a heading."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the two keys."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            model = self._view.model()
            rows = range(model.rowCount())
            if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
                able = [row for row in rows if model.flags(model.index(row, 0)) & Qt.ItemFlag.ItemIsEnabled]
                if able:
                    choose(self._view, model.index(able[0 if event.key() == Qt.Key.Key_Home else -1], 0))
                    return True
        return super().eventFilter(watched, event)


def choose(view: QListView, index: QModelIndex) -> None:
    """Choose a row and bring it into view."""
    view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    view.scrollTo(index)
