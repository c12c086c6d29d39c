"""The row over the list of all notes: a new note, what is looked for, and which columns are shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from model.i18n import number, translate
from model.itemlist import tell_count
from model.values import replace
from widgets.bridge import SessionBridge
from widgets.controls.buttons import Button, IconButton
from widgets.controls.labels import PlainLabel, Surface
from widgets.controls.search_field import SearchField
from widgets.controls.texts import language_changed
from widgets.filters.popup import FilterPopup
from widgets.filters.state import MapFilter
from widgets.lists.arranging import ColumnArranger
from widgets.lists.columnpopup import ColumnPopup
from widgets.lists.itemmodel import ItemTable

HEIGHT = 48


class ItemFilterRow(Surface):
    """Shows and sets what the window looks for: the map fades what the list leaves out."""

    add_wanted = Signal()
    wished = Signal()
    """The user wants other columns."""

    def __init__(
        self,
        bridge: SessionBridge,
        table: ItemTable,
        arranger: ColumnArranger,
        state: MapFilter,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("panel", "bottom", parent)
        self._bridge, self._table, self._state = bridge, table, state
        self._arranger = arranger
        self.setFixedHeight(HEIGHT)
        self.add = Button(lambda: translate("Lists", "Note"), icon_name="plus", small=True)
        self.search = SearchField(lambda: translate("Lists", "Search in the list"), small=True)
        self.search.setMaximumWidth(280)
        self.filter = IconButton(
            "filter",
            lambda: translate("Lists", "Find notes by what they say"),
            words=lambda: translate("Lists", "Filter"),
            small=True,
        )
        self.filter.show_words(True)
        self.count = PlainLabel("", "small")
        self.all = Button(lambda: translate("Lists", "Show all"), "link")
        self.columns = IconButton(
            "adjustments",
            lambda: translate("Lists", "Choose the columns"),
            words=lambda: translate("Lists", "Columns"),
            small=True,
        )
        self.columns.show_words(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        before: tuple[QWidget, ...] = (self.add, self.search, self.filter)
        after: tuple[QWidget, ...] = (self.count, self.all, self.columns)
        for widget in before:
            row.addWidget(widget)
        row.addStretch(1)
        for widget in after:
            row.addWidget(widget)
        self.add.clicked.connect(lambda _checked=False: self.add_wanted.emit())
        self.search.search_changed.connect(self._look)
        self.filter.clicked.connect(lambda _checked=False: self.open_filter())
        self.columns.clicked.connect(lambda _checked=False: self.open_columns())
        self.all.clicked.connect(lambda _checked=False: self.show_all())
        table.rows_changed.connect(self.refresh)
        state.changed.connect(self._follow)
        self._follow()
        self.refresh()

    def open_filter(self) -> FilterPopup:
        """Ask what is looked for."""
        popup = FilterPopup(self._bridge, self._state, self.window())
        popup.open_below(self.filter)
        return popup

    def open_columns(self) -> ColumnPopup:
        """Ask which columns are shown."""
        popup = ColumnPopup(self._table, self._arranger, self.window())
        popup.wished.connect(self.wished)
        popup.open_below(self.columns)
        popup.take_keyboard()
        return popup

    def show_all(self) -> None:
        """Look for nothing any more."""
        self._state.clear()

    def _look(self, words: str) -> None:
        self._state.look_for(replace(self._state.wanted, words=words))

    def _follow(self) -> None:
        """Something else is looked for, perhaps on the map."""
        words = self._state.wanted.words
        if self.search.text() != words:
            self.search.blockSignals(True)
            self.search.setText(words)
            self.search.blockSignals(False)

    def refresh(self) -> None:
        """Say how many are shown."""
        table = self._table
        shown, total = len(table.lines), table.total
        self.all.setVisible(table.filtered)

        def told() -> str:
            if table.filtered:
                return translate("Lists", "{shown} of %n note(s)", n=total).format(shown=number(shown))
            return tell_count(total)

        self.count.set_source(told if total else "")

    def changeEvent(self, event: QEvent) -> None:
        """Another language brings words back."""
        super().changeEvent(event)
        if language_changed(event):
            for button in (self.filter, self.columns):
                button.show_words(True)
