"""The inspector: what is chosen, in full, to be read and changed; or, in the same place, one of the other pages.

It is a function of the document, the selection and the mode (:mod:`widgets.panels.modes`).  Every field makes one edit
of history when one leaves it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from model.i18n import translate
from widgets.bridge import SessionBridge
from widgets.canvas.editor import MapEditor
from widgets.controls.labels import Surface
from widgets.controls.texts import language_changed
from widgets.look.settle import settle
from widgets.panels.drafts import FieldDrafts
from widgets.panels.fields import flush_focused
from widgets.panels.inspector_card import CardPage
from widgets.panels.inspector_cards import CardsPage
from widgets.panels.inspector_frame import FramePage
from widgets.panels.inspector_map import MapPage
from widgets.panels.inspector_point import PointPage
from widgets.panels.inspector_relations import LinkPage
from widgets.panels.modes import Mode, ModeStrip
from widgets.panels.page import Page, Tools
from widgets.selection import Selection

NARROWEST, USUAL, WIDEST = 280, 300, 400
"""px (look.md, section 3)."""


def _trace_page(tools: Tools) -> Page:
    from widgets.panels.trace_page import TracePage

    return TracePage(tools)


def _people_page(tools: Tools) -> Page:
    from widgets.panels.people_page import PeoplePage

    return PeoplePage(tools)


def _legend_page(tools: Tools) -> Page:
    from widgets.panels.legend_page import LegendPage

    return LegendPage(tools)


def _check_page(tools: Tools) -> Page:
    from widgets.panels.check_page import CheckPage

    return CheckPage(tools)


_MODE_PAGES: dict[Mode, Callable[[Tools], Page]] = {
    "trace": _trace_page,
    "people": _people_page,
    "legend": _legend_page,
    "check": _check_page,
}
"""The pages beside the usual ones, made when first asked for."""

ORDER_MS = 200
"""From the last choice until the order of the Tab key follows: longer than from card to card with a key held down."""


class Inspector(Surface):
    """The panel at the right of the map, 300 wide (280 to 400).

    Call :meth:`commit_edit` before saving or closing: it keeps what is half typed.
    """

    reveal = Signal(str)
    """A record (a card, phase, step or lane) is to be shown on the map; the editor does so already."""
    mode_changed = Signal(str)
    """Another mode is shown."""

    def __init__(
        self, bridge: SessionBridge, selection: Selection, editor: MapEditor, parent: QWidget | None = None
    ) -> None:
        super().__init__("panel", parent=parent)
        self._selection = selection
        self._tools = Tools(bridge, selection, editor, self._reveal, self.show_mode)
        self._pages: dict[str, Page] = {}
        self._page: Page | None = None
        self.mode: Mode = "details"
        self.strip = ModeStrip(("details", *_MODE_PAGES))
        self.strip.show_mode(self.mode)
        self.strip.chosen.connect(self._mode_chosen)
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDEST)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setProperty("ring", False)
        self._ordering = QTimer(self)
        self._ordering.setSingleShot(True)
        self._ordering.setInterval(ORDER_MS)
        self._ordering.timeout.connect(self._order_keyboard)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget()
        self._inside.setProperty("clear", True)
        self._stack = QVBoxLayout(self._inside)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addStretch(1)
        self._area.setWidget(self._inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self._area, 1)
        bridge.changed.connect(self._document_changed)
        selection.changed.connect(self._selection_changed)
        FieldDrafts(self, self._draft)
        self._retranslate()
        self._show_chosen()

    def sizeHint(self) -> QSize:
        """The usual width."""
        return QSize(USUAL, 600)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        if self._page is None:
            raise AssertionError("the inspector shows a page from the beginning on")
        return self._page

    def commit_edit(self) -> None:
        """Keep what is half typed in a field."""
        flush_focused(self)

    def show_mode(self, mode: Mode) -> None:
        """Show what is chosen ("details"), or one of the other pages.  Raises KeyError for one that is not there."""
        if mode != "details" and mode not in _MODE_PAGES:
            raise KeyError(mode)
        if mode == self.mode:
            return
        self.commit_edit()
        self.mode = mode
        self.strip.show_mode(mode)
        self._show_chosen()
        self.mode_changed.emit(mode)

    def _draft(self, key: str, text: str) -> None:
        self._tools.editor.draft.emit(key, text)

    def _mode_chosen(self, mode: str) -> None:
        self.show_mode(cast(Mode, mode))

    # -- following -------------------------------------------------------------------------------------------

    def _selection_changed(self) -> None:
        # What was typed belongs to what was chosen when it was typed.
        self.commit_edit()
        self._show_chosen()

    def _document_changed(self) -> None:
        self._show_chosen()

    def _show_chosen(self) -> None:
        page = self._page_for()
        if page is not self._page:
            if self._page is not None:
                self._page.hide()
            self._page = page
            page.refresh()
            page.show()
            self._area.verticalScrollBar().setValue(0)
        else:
            page.refresh()
        # The order of the Tab key is not needed before Tab is pressed, and not for each of many choices in a row.
        self._ordering.start()
        settle()

    def _order_keyboard(self) -> None:
        self._ordering.stop()
        self.page.order_keyboard()

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab inside the page: its order has to stand by now."""
        if self._ordering.isActive():
            self._order_keyboard()
        return super().focusNextPrevChild(forwards)

    def _page_for(self) -> Page:
        selection = self._selection
        makers: dict[str, Callable[[Tools], Page]] = {
            "card": CardPage,
            "cards": CardsPage,
            "frame": FramePage,
            "point": PointPage,
            "link": LinkPage,
            "map": MapPage,
        }
        name = {"phase": "frame", "step": "frame", "lane": "frame", "emotion": "point", "link": "link"}.get(
            selection.kind, "map"
        )
        if selection.kind == "cards":
            name = "card" if len(selection.ids) == 1 else "cards"
        if self.mode != "details":
            name, makers = self.mode, {self.mode: _MODE_PAGES[self.mode]}
        page = self._pages.get(name)
        if page is None:
            page = self._pages[name] = makers[name](self._tools)
            page.hide()
            self._stack.insertWidget(self._stack.count() - 1, page)
        return page

    def _reveal(self, record_id: str) -> None:
        self._tools.editor.reveal(record_id)
        self.reveal.emit(record_id)

    # -- events ----------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first field takes the keyboard, unless one only clicked beside the fields."""
        super().focusInEvent(event)
        first = self.page.first_field()
        if first is not None and event.reason() != Qt.FocusReason.MouseFocusReason:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives the keyboard back to the map; what was typed is kept."""
        if event.key() == Qt.Key.Key_Escape:
            self.commit_edit()
            self._tools.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Folded away: keep what is half typed."""
        self.commit_edit()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Panels", "Inspector"))
        self._area.setAccessibleName(translate("Panels", "Inspector"))
