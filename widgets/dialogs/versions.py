"""Earlier versions of a map: when and why each was kept, what changed, how it looked; to be opened or gone back to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QCloseEvent, QPainter, QPainterPath, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from model.document import Document
from model.files.versions import Version
from model.i18n import translate
from model.layout.maplayout import LayoutOptions
from widgets.controls.buttons import Button
from widgets.controls.labels import PlainLabel, Surface
from widgets.controls.rows import RowsModel, paint_heading, rows_view
from widgets.controls.texts import TextSource
from widgets.dialogs.base import BaseDialog, shortened
from widgets.dialogs.maps.entries import Ends, choose
from widgets.dialogs.maps.pane import MapPane
from widgets.dialogs.maps.reader import Reader
from widgets.dialogs.maps.shelf import Shelf, Shown, Told, damaged, day_name, reason
from widgets.far_painter import paint_far
from widgets.look import paint
from widgets.look.fonts import ui_font
from widgets.look.icons import paint_icon
from widgets.look.theme import look

_WIDTH, _HEIGHT = 1100, 720
_LEAST_WIDTH, _LEAST_HEIGHT = 560, 380
_EDGE = 48
_LIST_WIDTH = 380
_HEAD, _ROW = 34, 72
_THUMB_W, _THUMB_H = 96.0, 56.0
_WIDE = 300
"""px of the list from which its pictures have their full width."""
_AHEAD = 3
"""Rows below those in view that are read as well."""


class VersionsModel(RowsModel[int | str]):
    """Days as headings, and below them the versions by their place among all."""

    def __init__(self, found: Sequence[Version], parent: QObject) -> None:
        super().__init__(parent)
        self.found = list(found)
        self.told: dict[int, Told] = {}
        rows: list[int | str] = []
        today, last = _today(), None
        for place, version in enumerate(self.found):
            day = version.time.date()
            if day != last:
                rows.append(day_name(day, today))
                last = day
            rows.append(place)
        self.show(rows)

    def tell(self, place: int, told: Told) -> None:
        """Show what was found out about a version."""
        self.told[place] = told
        index = self.index_of(place)
        self.dataChanged.emit(index, index)

    def index_of(self, place: int) -> QModelIndex:
        """The row of a version."""
        return self.index(self.shown.index(place))

    def place(self, index: QModelIndex | QPersistentModelIndex) -> int | None:
        """The version of a row; None for a heading."""
        row = self.shown[index.row()] if index.isValid() else None
        return row if isinstance(row, int) else None

    def head(self, place: int) -> str:
        """When and why a version was kept."""
        version = self.found[place]
        return f"{version.time.strftime('%H:%M')} · {reason(version.why)}"

    def says(self, place: int) -> str:
        """What changed; nothing as long as that is not read."""
        if self.found[place].head is None:
            return damaged()
        told = self.told.get(place)
        return told.sentence if told else ""

    def words(self, row: int | str) -> str:
        return row if isinstance(row, str) else self.head(row)

    def said(self, row: int | str) -> str:
        return row if isinstance(row, str) else f"{self.head(row)}. {self.says(row)}"

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Headings are passed over by the keyboard."""
        if self.place(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Rows(QStyledItemDelegate):
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        if not isinstance(model, VersionsModel):
            return
        place = model.place(index)
        painter.save()
        if place is None:
            paint_heading(painter, option.rect, str(index.data()))
        else:
            self._paint_version(painter, option, model, place)
        painter.restore()

    def _paint_version(self, painter: QPainter, option: QStyleOptionViewItem, model: VersionsModel, place: int) -> None:
        rect: QRect = option.rect
        paint.row_ground(painter, QRectF(rect.adjusted(4, 1, -4, -1)), option.state)
        across = _THUMB_W if rect.width() >= _WIDE else _THUMB_W / 2
        thumb = QRectF(rect.left() + 12, rect.top() + 8, across, _THUMB_H)
        _paint_thumb(painter, thumb, model.told.get(place), broken=model.found[place].head is None)
        inner = rect.adjusted(12 + round(across) + 12, 8, -14, -6)
        painter.setFont(ui_font("body_strong"))
        painter.setPen(look().color("ink.1"))
        head = painter.fontMetrics().elidedText(model.head(place), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(QRect(inner.left(), inner.top(), inner.width(), 20), Qt.AlignmentFlag.AlignVCenter, head)
        painter.setFont(ui_font("small"))
        painter.setPen(look().color("ink.2"))
        place_of_text = QRect(inner.left(), inner.top() + 22, inner.width(), 34)
        paint_two_lines(painter, place_of_text, model.says(place))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        model = index.model()
        heading = isinstance(model, VersionsModel) and model.place(index) is None
        return QSize(100, _HEAD if heading else _ROW)


def paint_two_lines(painter: QPainter, rect: QRect, text: str) -> None:
    """A text on two lines of plain words; what does not fit ends in "…"."""
    metrics = painter.fontMetrics()
    words, first = text.split(" "), ""
    while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= rect.width():
        first = f"{first} {words.pop(0)}".strip()
    lines = [first, " ".join(words)] if first else [text]
    for number, line in enumerate(lines):
        shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect.left(), rect.top() + metrics.ascent() + number * metrics.height(), shown)


def _paint_thumb(painter: QPainter, rect: QRectF, told: Told | None, *, broken: bool) -> None:
    """How the map looked, in a frame; a sign where it cannot be read, nothing while it is read."""
    frame = QPainterPath()
    frame.addRoundedRect(rect, 4, 4)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(frame, look().color("wall.base"))
    far = told.far if told is not None else None
    if far is not None and far.width and far.height:
        painter.setClipPath(frame)
        scale = min((rect.width() - 6) / far.width, (rect.height() - 6) / far.height)
        painter.translate(rect.center().x() - far.width * scale / 2, rect.center().y() - far.height * scale / 2)
        paint_far(painter, far, scale, scale, look().color)
    painter.restore()
    paint.outlined(painter, rect, 4, line="line.strong")
    if broken or (told is not None and told.far is None):
        sign = QRectF(rect.center().x() - 10, rect.center().y() - 10, 20, 20)
        paint_icon(painter, "alert-triangle", sign, look().color("state.danger"))


class VersionsDialog(BaseDialog):
    """The versions of a map, the newest first.  ``path`` is the map's file today, ``today`` the map.

    Without ``may_go_back`` they can only be looked at and copied: the map is somebody else's at the moment.
    """

    compared = Signal(object, object)
    """Show this (Version, Document) beside today's map."""
    copied = Signal(object, object)
    """Open this (Version, Document) as a map of its own."""
    restored = Signal(object, object)
    """Go back to this (Version, Document)."""

    def __init__(
        self,
        found: Sequence[Version],
        today: Document,
        parent: QWidget | None = None,
        *,
        path: str = "",
        options: LayoutOptions | None = None,
        may_go_back: bool = True,
    ) -> None:
        super().__init__(lambda: translate("Versions", "Earlier versions"), parent, width=_LEAST_WIDTH)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self._path = path
        self._shelf = Shelf(found, today, options)
        self._shown: Shown | None = None
        self._place = -1
        self.body.addWidget(
            PlainLabel(
                lambda: translate(
                    "Versions",
                    "Journeywall keeps the last saves, then one an hour and one a day, on this computer. Going back is "
                    "an edit: undo takes it back, and today’s map becomes a version too.",
                ),
                "body2",
                wrap=True,
            )
        )
        self.model = VersionsModel(found, self)
        self.list = rows_view(self.model, _Rows())
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        Ends(self.list)
        self.list.setMinimumWidth(220)
        self.list.setMaximumWidth(_LIST_WIDTH)
        self.name(self.list, lambda: translate("Versions", "Versions, the newest first"))
        self.heading_label = PlainLabel("", "strong", wrap=True)
        self.facts = PlainLabel("", "small", wrap=True)
        self.pane = MapPane(lambda: translate("Versions", "How the map looked"))
        frame = Surface("card")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.pane)
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(self.heading_label)
        right.addWidget(self.facts)
        right.addSpacing(4)
        right.addWidget(frame, 1)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.list, 2)
        middle.addLayout(right, 3)
        self.body.addLayout(middle, 1)
        self.compare_button = self._button(lambda: translate("Versions", "Compare with today"), self.compared)
        self.copy_button = self._button(lambda: translate("Versions", "Open as a copy"), self.copied)
        self.restore_button = self._button(lambda: translate("Versions", "Go back to it"), self.restored, filled=True)
        self.restore_button.setVisible(may_go_back)
        self._reader = Reader(self)
        self._reader.ready.connect(self._is_read)
        self._reader.failed.connect(self._is_not_read)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.list.verticalScrollBar().valueChanged.connect(lambda _value: self._want())
        self._size()
        self._enable()
        if found:
            choose(self.list, self.model.index_of(0))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def version(self) -> Version | None:
        """The one that is chosen."""
        return self.model.found[self._place] if self._place >= 0 else None

    @property
    def reading(self) -> bool:
        """Whether something is being read still."""
        return self._reader.busy

    def _button(self, text: TextSource, signal: SignalInstance, *, filled: bool = False) -> Button:
        button = self.add_button(Button(text, "filled" if filled else "outlined"))
        if filled:
            button.setAutoDefault(True)
            button.setDefault(True)

        def do(_checked: bool = False) -> None:
            version, shown = self.version, self._shown
            if version is not None and shown is not None:
                if signal is not self.compared:
                    self.accept()
                signal.emit(version, shown.laid.document)

        button.clicked.connect(do)
        return button

    def _size(self) -> None:
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        width, height = min(_WIDTH, room.width() - _EDGE), min(_HEIGHT, room.height() - _EDGE)
        self.resize(max(_LEAST_WIDTH, width), max(_LEAST_HEIGHT, height))

    # -- reading -------------------------------------------------------------------------------------------------

    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        place = self.model.place(index)
        if place is None or place == self._place:
            return
        self._place = place
        self._shown = None
        self.pane.show_map(None)
        self._tell()
        self._want()

    def _want(self) -> None:
        """Ask for the chosen map, then for what the rows in view say."""
        jobs: list[tuple[tuple[str, int], Callable[[], object]]] = []
        if self._place >= 0 and self._shown is None:
            jobs.append((("show", self._place), partial(self._shelf.show, self._place)))
        jobs += [
            (("tell", place), partial(self._shelf.tell, place))
            for place in self._in_view()
            if place not in self.model.told
        ]
        self._reader.want(jobs)

    def _in_view(self) -> list[int]:
        """The versions whose rows are in view, and some below them."""
        top = self.list.indexAt(QPoint(8, 4))
        bottom = self.list.indexAt(QPoint(8, max(4, self.list.viewport().height() - 4)))
        first = top.row() if top.isValid() else 0
        last = bottom.row() if bottom.isValid() else len(self.model.shown) - 1
        rows = self.model.shown[first : last + 1 + _AHEAD]
        return [row for row in rows if isinstance(row, int)]

    def _is_read(self, key: object, found: object) -> None:
        if not isinstance(key, tuple):
            return
        place = key[1]
        if isinstance(found, Told):
            self.model.tell(place, found)
        elif place == self._place:
            self._shown = found if isinstance(found, Shown) else None
            self.pane.show_map(self._shown.laid if self._shown else None)
            if self._shown is None:
                self.model.tell(place, Told(damaged(), None))
            self._tell()

    def _is_not_read(self, _key: object, error: object) -> None:
        if isinstance(error, Exception):
            raise error

    def _tell(self) -> None:
        """The heading over the picture, and what can be done."""
        version = self.version
        if version is not None:
            title = f" · {shortened(version.title)}" if version.title else ""
            self.heading_label.set_source(when(version) + title)
            facts = [reason(version.why)]
            if version.path and version.path != self._path:
                facts.append(Path(version.path).name)
            if self._shown is not None:
                facts.append(self._shown.until_today)
            elif self._place in self.model.told and self.model.told[self._place].far is None:
                facts.append(damaged())
            self.facts.set_source(" · ".join(facts))
        self._enable()

    def _enable(self) -> None:
        for button in (self.compare_button, self.copy_button, self.restore_button):
            button.setEnabled(self._shown is not None)

    # -- events --------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other rows are in view."""
        super().resizeEvent(event)
        self._want()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing more is read."""
        self._reader.stop()
        super().closeEvent(event)

    def done(self, result: int) -> None:
        """Nothing more is read."""
        self._reader.stop()
        super().done(result)


def _today() -> date:
    return datetime.now().astimezone().date()


def when(version: Version) -> str:
    """When a version was kept, as people say it: "Yesterday 14:20"."""
    return f"{day_name(version.time.date(), _today())} {version.time.strftime('%H:%M')}"
