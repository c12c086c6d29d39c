"""Copy, cut and paste of cards through the system's clipboard."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from model.changes import ChangeSet
from model.commands.cards import delete_cards
from model.commands.clipboard import paste_cards
from model.commands.places import Cell, Listing, Target, item_kind_of
from model.document import Document
from model.draw.theme import load_theme
from model.i18n import translate
from widgets.canvas.edit.follow import right_after
from widgets.canvas.mime import card_mime, cells_from_mime, clipboard_mime, holds_text, payload_from_mime
from widgets.canvas.picturing import Pictures
from widgets.canvas.qt_painter import paint_ops
from widgets.canvas.stage import Stage

PICTURE_SCALE = 2.0
PICTURE_MARGIN = 8.0
PICTURE_MOST = 6000
"""px; a picture of more cards than fit is left out of the clipboard."""


def copy(stage: Stage) -> bool:
    """Copy the chosen cards; False when none are chosen."""
    ids = stage.selection.cards
    if not ids:
        return False
    mime = card_mime(stage.bridge.document, ids)
    image = picture(stage, ids)
    if image is not None:
        mime.setImageData(image)
    QGuiApplication.clipboard().setMimeData(mime)
    return True


def cut(stage: Stage) -> ChangeSet:
    """Copy the chosen cards and delete them, as one edit."""
    ids = stage.selection.cards
    if not copy(stage):
        return ChangeSet()
    return stage.bridge.run(delete_cards, ids)


def paste(stage: Stage, pictures: Pictures) -> ChangeSet:
    """Paste what the clipboard holds: our cards, else the text or table of another program, else pictures, which become
    the only chosen card's, or cards."""
    mime = clipboard_mime()
    target = paste_target(stage)
    payload = payload_from_mime(mime)
    if payload is None:
        cells = cells_from_mime(mime) if holds_text(mime) else None
        if cells is not None and cells.rows:
            from widgets.canvas.pasting import put_cells  # loads what reads tables

            return put_cells(stage, cells, target)
        chosen = stage.selection.cards
        pictures.take(mime, chosen[0] if len(chosen) == 1 else target)
        return ChangeSet()
    changes = stage.bridge.run(partial(_paste_cards, payload, target))
    made = changes.added("items")
    if made:
        stage.selection.choose_cards(made, made[0])
        _tell_where(stage, made, target)
    return changes


def _paste_cards(payload: dict[str, object], target: Target, document: Document) -> ChangeSet:
    return paste_cards(document, payload, target)


def _tell_where(stage: Stage, made: tuple[str, ...], target: Target) -> None:
    """Say so when cards did not land on the map where they were meant to."""
    items = stage.bridge.document.item_table
    astray = sum(items[i].place == "inbox" for i in made)
    if astray and isinstance(target, Cell):
        stage.toast.emit(translate("Canvas", "%n note(s) went to the inbox.", n=astray), True)


def paste_target(stage: Stage) -> Target:
    """Where pasted cards go: behind the current card, into the cell of the keyboard, else to the inbox."""
    document, selection = stage.bridge.document, stage.selection
    item = document.item_table.get(selection.current or "") if selection.kind == "cards" else None
    if item is not None:
        return right_after(document, item.id) if item.place == "map" else Listing(item.place)
    if stage.cell is not None and stage.cell_box(stage.cell) is not None:
        return Cell(*stage.cell)
    if selection.kind in ("phase", "step") and selection.current is not None:
        steps = document.steps_by_phase.get(selection.current, ())
        step = steps[0].id if steps else selection.current
        lane = next((r for r in document.lanes if item_kind_of(r) is not None), None)
        if lane is not None and step in document.step_table:
            return Cell(lane.id, step)
    return Listing("inbox")


def picture(stage: Stage, ids: tuple[str, ...]) -> QImage | None:
    """The cards as a picture, where they stand on the map; None when that would be too large or none is there."""
    boxes = [stage.scene.cards[i] for i in ids if i in stage.scene.cards]
    if not boxes:
        return None
    area = QRectF()
    for item in boxes:
        area = area.united(QRectF(item.box.x, item.box.y, item.box.w, item.box.h))
    area.adjust(-PICTURE_MARGIN, -PICTURE_MARGIN, PICTURE_MARGIN, PICTURE_MARGIN)
    size = area.size() * PICTURE_SCALE
    if max(size.width(), size.height()) > PICTURE_MOST:
        return None
    image = QImage(round(size.width()), round(size.height()), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    light = load_theme("light")  # it goes into mails and slides, whatever the screen shows
    painter = QPainter(image)
    painter.scale(PICTURE_SCALE, PICTURE_SCALE)
    painter.translate(-area.x(), -area.y())
    for item in boxes:
        painter.save()
        painter.translate(item.box.x, item.box.y)
        paint_ops(painter, item.ops, light, 1.0)
        painter.restore()
    painter.end()
    return image
