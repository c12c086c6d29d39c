"""Two maps laid beside each other: what is different as a list, and where it is in pictures of both.

For an earlier version and today, for a file that was changed underneath, for what a crash left.  What can be done about
it is added by whoever shows it (:meth:`CompareDialog.add_choice`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from model.difference import Difference, Entry, EntryKind, compare
from model.document import Document
from model.i18n import QT_TRANSLATE_NOOP, translate
from model.layout.maplayout import LayoutOptions
from widgets.controls.buttons import Button, IconButton
from widgets.controls.buttons import Kind as ButtonKind
from widgets.controls.labels import PlainLabel, Surface
from widgets.controls.texts import TextSource, resolve
from widgets.dialogs.base import BaseDialog
from widgets.dialogs.maps.entries import EntriesModel, choose, entries_view, grouped
from widgets.dialogs.maps.laid import LaidMap, lay
from widgets.dialogs.maps.pane import MapPane
from widgets.dialogs.maps.reader import Reader

_LEAST_ZOOM = 0.5
"""Maps are shown at least this large: notes can be told apart there."""
_ZOOMS = (
    ("zoom-out", QT_TRANSLATE_NOOP("Compare", "Smaller"), 0.8),
    ("zoom-in", QT_TRANSLATE_NOOP("Compare", "Larger"), 1.25),
    ("zoom-scan", QT_TRANSLATE_NOOP("Compare", "The whole map"), 0.0),
)
"""(icon, name, factor) of the buttons; 0 shows all."""
_LIST_WIDTH = 310
_WIDTH, _HEIGHT = 1180, 760
_LEAST_WIDTH, _LEAST_HEIGHT = 560, 380
_EDGE = 48
"""px that the dialog leaves free of its window, where that is large enough."""


class CompareDialog(BaseDialog):
    """What became different from ``old`` to ``new``.  Titles say which is which ("Saturday 14:20", "Today")."""

    def __init__(
        self,
        old: Document,
        new: Document,
        old_title: TextSource,
        new_title: TextSource,
        parent: QWidget | None = None,
        *,
        options: LayoutOptions | None = None,
        title: TextSource = "",
        difference: Difference | None = None,
    ) -> None:
        """``difference`` is what is listed, where that is not all that became different."""
        super().__init__(title or (lambda: translate("Compare", "What is different")), parent, width=_LEAST_WIDTH)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.old, self.new = old, new
        self._options = options
        self.difference: Difference = compare(old, new) if difference is None else difference
        self._laid: dict[str, LaidMap] = {}
        self.zoom_buttons: list[IconButton] = []
        self.sentence = PlainLabel(self.difference.sentence, "body2", wrap=True)
        self.body.addWidget(self.sentence)
        middle = QHBoxLayout()
        middle.setSpacing(14)
        self.model = EntriesModel(self)
        self.model.show(grouped(self.difference))
        self.list = entries_view(self.model)
        self.name(self.list, lambda: translate("Compare", "Differences"))
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.list.clicked.connect(lambda index: self._light(self.model.entry(index)))  # again, after scrolling away
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list, 3)
        self.details = PlainLabel("", "small", wrap=True)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details.setContentsMargins(12, 8, 12, 8)
        self.details.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._detail_area = QScrollArea()
        self._detail_area.setWidgetResizable(True)
        self._detail_area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._detail_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._detail_area.setWidget(self.details)
        self.name(self._detail_area, lambda: translate("Compare", "What changed in the chosen one"))
        left.addWidget(self._detail_area, 1)
        self.side = left
        side = QWidget()
        side.setProperty("clear", True)
        side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        side.setMinimumWidth(180)
        side.setMaximumWidth(_LIST_WIDTH)
        side.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        middle.addWidget(side, 2)
        self.before = self._pane(middle, old_title)
        self.after = self._pane(middle, new_title)
        self.before.zoomed.connect(self.after.set_zoom)
        self.after.zoomed.connect(self.before.set_zoom)
        self.body.addLayout(middle, 1)
        for place, (icon_name, text, zoom) in enumerate(_ZOOMS):
            button = IconButton(icon_name, partial(translate, "Compare", text))
            button.clicked.connect(lambda _checked=False, factor=zoom: self._zoom(factor))
            self.footer.insertWidget(place, button)
            self.zoom_buttons.append(button)
        self.close_button = self.add_button(Button(lambda: translate("Dialogs", "Close")))
        self.close_button.clicked.connect(lambda _checked=False: self.reject())
        self._reader = Reader(self)
        self._reader.ready.connect(self._is_laid)
        self._reader.failed.connect(self._is_not_laid)
        self._reader.want([("new", lambda: lay(new, options)), ("old", lambda: lay(old, options))])
        self._size()
        first = self.model.first()
        if first.isValid():
            choose(self.list, first)
        else:
            self._tell(None)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_choice(self, text: TextSource, run: Callable[[], object], kind: ButtonKind = "outlined") -> Button:
        """A button that closes the dialog and does ``run``; a "filled" one is pressed by Enter."""
        button = self.add_button(Button(text, kind))

        def do(_checked: bool = False) -> None:
            self.accept()
            run()

        button.clicked.connect(do)
        if kind == "filled":
            button.setAutoDefault(True)
            button.setDefault(True)
        return button

    def _pane(self, line: QHBoxLayout, title: TextSource) -> MapPane:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(PlainLabel(title, "strong", wrap=True))
        pane = MapPane(lambda: translate("Compare", "Map: {title}").format(title=resolve(title)))
        frame = Surface("card")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(pane)
        column.addWidget(frame, 1)
        line.addLayout(column, 3)
        return pane

    def _size(self) -> None:
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        self.resize(
            max(_LEAST_WIDTH, min(_WIDTH, room.width() - _EDGE)),
            max(_LEAST_HEIGHT, min(_HEIGHT, room.height() - _EDGE)),
        )

    def _zoom(self, factor: float) -> None:
        """Both maps larger or smaller; 0 for all of them."""
        zoom = self.before.zoom * factor
        for pane in (self.before, self.after):
            if factor:
                pane.set_zoom(zoom)
            else:
                pane.fit()

    # -- pictures ------------------------------------------------------------------------------------------------

    def _is_laid(self, which: object, laid: object) -> None:
        if isinstance(laid, LaidMap):
            self._laid[str(which)] = laid
            pane, kinds = (self.before, ("removed", "changed", "moved")) if which == "old" else (self.after, None)
            pane.show_map(laid, self._marks(kinds or ("added", "changed", "moved")), _LEAST_ZOOM)
            self._light(self.chosen)

    def _is_not_laid(self, _which: object, error: object) -> None:
        if isinstance(error, Exception):
            raise error

    def _marks(self, kinds: tuple[EntryKind, ...] | tuple[str, ...]) -> dict[tuple[str, str], EntryKind]:
        marked = [e for e in self.difference if e.kind in kinds and e.table in ("items", "phases", "steps", "lanes")]
        return {(entry.table, entry.id): entry.kind for entry in marked}

    # -- choosing ------------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> Entry | None:
        """The difference that is chosen."""
        return self.model.entry(self.list.currentIndex())

    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        entry = self.model.entry(index)
        self._tell(entry)
        self._light(entry)

    def _tell(self, entry: Entry | None) -> None:
        self._detail_area.setVisible(entry is not None)
        if entry is not None:
            self.details.set_source("\n\n".join(_detail(*field) for field in entry.fields) or entry.title)
            self._detail_area.verticalScrollBar().setValue(0)

    def _light(self, entry: Entry | None) -> None:
        old, new = self._laid.get("old"), self._laid.get("new")
        for pane, here, there in ((self.before, old, new), (self.after, new, old)):
            if here is not None:
                pane.light(here.near(entry, there or here) if entry is not None else None)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing more is laid out."""
        self._reader.stop()
        super().closeEvent(event)

    def done(self, result: int) -> None:
        """Nothing more is laid out."""
        self._reader.stop()
        super().done(result)


def _detail(title: str, old: str, new: str) -> str:
    """One field on lines of its own: what it was, what it is."""
    if old and new:
        text = translate("Compare", "{field}\nWas: {old}\nIs: {new}")
    elif new:
        text = translate("Compare", "{field}\n{new}")
    else:
        text = translate("Compare", "{field}\nWas: {old}")
    return text.format(field=title, old=old, new=new)
