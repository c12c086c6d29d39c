"""What every page of the inspector has: the map it edits, and how it makes an edit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.changes import ChangeSet
from model.document import Document
from widgets.bridge import SessionBridge
from widgets.canvas.editor import MapEditor
from widgets.controls.texts import language_changed
from widgets.selection import Selection

P = ParamSpec("P")

PADDING, GAP = 16, 14
"""px: round a page, and between its groups (look.md, section 3)."""
INDENT = 7
"""How far the text of a field without a frame stands from the field's edge."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What the pages share; ``reveal`` shows a record on the map."""

    bridge: SessionBridge
    selection: Selection
    editor: MapEditor
    reveal: Callable[[str], None]


class Page(QWidget):
    """One page: a function of the document and of what is chosen, shown anew by :meth:`refresh`.

    ``column`` holds its groups.  Widgets stay the same ones from refresh to refresh, so that the keyboard and a
    half-typed text stay where they are.
    """

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self.tools = tools
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

    def first_field(self) -> QWidget | None:
        """What takes the keyboard when the inspector gets it."""
        return None

    def changeEvent(self, event: QEvent) -> None:
        """Names that stand for missing ones are in the language of now."""
        super().changeEvent(event)
        if language_changed(event):
            self.refresh()


def go_to_card(tools: Tools, item_id: str) -> None:
    """Choose a card and show it on the map."""
    tools.selection.choose_cards([item_id])
    tools.reveal(item_id)
