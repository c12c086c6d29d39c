"""What the system's drag and drop brings over the map: cards of a list, of another window or map; text, tables, links
and pictures of other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from model.commands.places import Listing
from widgets.canvas.gesture.cards import COPIES, EdgeScroll
from widgets.canvas.gesture.drop import DropPreview, Load
from widgets.canvas.mime import cells_from_mime, holds_cards, holds_text, ids_from_mime, payload_from_mime
from widgets.canvas.picturing import holds_picture

if TYPE_CHECKING:
    from widgets.canvas.editor import MapEditor

ABOVE_PICTURE = QPointF(0, 90)


class Incoming:
    """Drags of the system over one map."""

    def __init__(self, editor: MapEditor) -> None:
        self._editor = editor
        self._stage = editor.stage
        self._tag = editor.tag
        self._drop: DropPreview | None = None
        self._position, self._copy = QPointF(), False
        self._edge = EdgeScroll(self._stage, self._again)

    def _load(self, mime: QMimeData) -> Load:
        if holds_cards(mime):
            ids = ids_from_mime(mime, self._stage.bridge.document)
            return Load(ids) if ids is not None else Load(payload=payload_from_mime(mime))
        cells = cells_from_mime(mime) if holds_text(mime) else None
        if cells is not None and cells.rows:
            return Load(cells=cells)
        return Load(pictures=holds_picture(mime))

    def enter(self, event: QDragEnterEvent) -> None:
        """Something comes over the map: take it if it can be put anywhere."""
        self._drop = None
        load = self._load(event.mimeData())
        if load.sensible and self._stage.bridge.may_edit():
            self._editor.writer.finish()
            self._drop = DropPreview(self._stage, load)
            event.acceptProposedAction()
        else:
            event.ignore()

    def move(self, event: QDragMoveEvent) -> None:
        """Show what letting go here would do, and scroll at the edges."""
        if self._drop is None:
            event.ignore()
            return
        self._position, self._copy = event.position(), bool(event.modifiers() & COPIES)
        self._edge.pointer_at(self._position)
        self._again()
        if self._drop.drop.kind == "none":
            event.ignore()
        else:
            event.acceptProposedAction()

    def _again(self) -> None:
        """The pointer or the map under it has moved."""
        if self._drop is not None:
            self._drop.at(self._stage.point(self._position), copy=self._copy)
            # Above the picture that the system draws under the pointer, which would cover it.
            self._tag.show_at(self._drop.sentence, self._position - ABOVE_PICTURE)

    def leave(self) -> None:
        """It went elsewhere."""
        if self._drop is not None:
            self._drop.clear()
        self._drop = None
        self._edge.stop()
        self._tag.clear()

    def drop(self, event: QDropEvent) -> None:
        """It was let go."""
        preview, self._drop = self._drop, None
        self._edge.stop()
        self._tag.clear()
        if preview is None:
            event.ignore()
            return
        drop = preview.at(self._stage.point(event.position()), copy=bool(event.modifiers() & COPIES))
        if drop.kind == "picture":
            preview.clear()
            done = self._editor.pictures.take(event.mimeData(), drop.card_id or drop.target or Listing("inbox"))
        else:
            done = bool(preview.commit())
        self._stage.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if done:
            event.acceptProposedAction()
        else:
            event.ignore()
