"""What every page of the inspector has: the map it edits, and how it makes an edit."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from model.changes import ChangeSet
from model.document import Document
from model.values import dataclass
from widgets.bridge import SessionBridge
from widgets.canvas.editor import MapEditor
from widgets.controls.texts import language_changed
from widgets.panels.modes import Mode
from widgets.selection import Selection

P = ParamSpec("P")

PADDING, GAP = 16, 14
"""px: round a page, and between its groups (look.md, section 3)."""
INDENT = 6
"""How far the text of a field without a frame stands from the field's edge."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What the pages share; ``reveal`` shows a record on the map, ``show_mode`` another mode of the right panel."""

    bridge: SessionBridge
    selection: Selection
    editor: MapEditor
    reveal: Callable[[str], None]
    show_mode: Callable[[Mode], None] = lambda _mode: None


class Page(QWidget):
    """One page: a function of the document and of what is chosen, shown anew by :meth:`refresh`.

    ``column`` holds its groups.  Widgets stay the same ones from refresh to refresh, so that the keyboard and a
    half-typed text stay where they are.
    """

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self.tools = tools
        self._tab_order: list[QWidget] = []
        self.setProperty("clear", True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(PADDING, 8, PADDING, PADDING)
        self.column.setSpacing(GAP)

    @property
    def document(self) -> Document:
        """Today's document."""
        return self.tools.bridge.document

    def run(
        self, command: Callable[Concatenate[Document, P], ChangeSet], *args: P.args, **kwargs: P.kwargs
    ) -> ChangeSet:
        """Make an edit."""
        return self.tools.bridge.run(command, *args, **kwargs)

    def refresh(self) -> None:
        """Show the document as it is now."""
        raise NotImplementedError

    def order_keyboard(self) -> None:
        """Let Tab go through the page as one sees it: rows that came later stand in the middle of it."""
        order = in_sight_order(self)
        if order != self._tab_order:
            self._tab_order = order
            for before, after in itertools.pairwise(order):
                QWidget.setTabOrder(before, after)

    def first_field(self) -> QWidget | None:
        """What takes the keyboard when the inspector gets it."""
        return None

    def changeEvent(self, event: QEvent) -> None:
        """Names that stand for missing ones are in the language of now."""
        super().changeEvent(event)
        if language_changed(event):
            self.refresh()


def in_sight_order(widget: QWidget) -> list[QWidget]:
    """What takes the keyboard inside ``widget``, in the order in which it is seen: row by row, as the layouts say."""
    found: list[QWidget] = []
    layout = widget.layout()
    if layout is None:
        return found
    _collect(layout, found)
    return found


def _collect(layout: QLayout, found: list[QWidget]) -> None:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget = item.widget() if item is not None else None
        if widget is not None:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                found.append(widget)
            inside = widget.layout()
            if inside is not None:
                _collect(inside, found)
        else:
            inner = item.layout() if item is not None else None
            if inner is not None:
                _collect(inner, found)


def go_to_card(tools: Tools, item_id: str) -> None:
    """Choose a card and show it on the map."""
    tools.selection.choose_cards([item_id])
    tools.reveal(item_id)
