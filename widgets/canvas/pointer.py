"""What a press of the mouse means: which gesture begins, what is chosen, what opens.  Also takes what is dropped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
)
from shiboken6 import isValid

from widgets.canvas.edit.jobs import CardText, Rename
from widgets.canvas.gesture.base import THRESHOLD, Gesture
from widgets.canvas.gesture.cards import CardDrag
from widgets.canvas.gesture.feeling import FeelingDrag, with_score
from widgets.canvas.gesture.marquee import Marquee
from widgets.canvas.gesture.order import HeaderMove
from widgets.canvas.headers import HeaderBar
from widgets.canvas.incoming import Incoming
from widgets.canvas.items import plus_center, plus_radius
from widgets.selection import Kind, emotion_key

if TYPE_CHECKING:
    from widgets.canvas.editor import MapEditor
    from widgets.canvas.stage import Stage
    from widgets.canvas.tag import Tag

KINDS: dict[str, Kind] = {"phases": "phase", "steps": "step", "lanes": "lane"}
LINK_REACH = 5.0
"""px from a link within which a click means it."""
_ADDS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class Pointer:
    """The mouse on one map; the keys go on to the keyboard, and to the text while one is written."""

    def __init__(self, editor: MapEditor) -> None:
        self._editor = editor
        self._stage = editor.stage
        self._writer = editor.writer
        self._lights = editor.highlights
        self._tag = editor.tag
        self.gesture: Gesture | None = None
        self._begin: Callable[[], Gesture] | None = None
        self._from = QPointF()
        self._click: Callable[[], object] | None = None  # what a press without a drag means
        self._incoming = Incoming(editor)

    # -- the map ---------------------------------------------------------------------------------------------

    def mouse_press(self, event: QMouseEvent) -> bool:
        position = event.position()
        point = self._stage.point(position)
        self._lights.set_keyboard(False)
        if self.gesture is not None:
            return True
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        left = event.button() == Qt.MouseButton.LeftButton
        if self._editor.connecting is not None and left:
            return self._editor.connecting.press(point, position)
        if self._writer.active:
            on_card = self._writer.job is not None and self._writer.job.table == "items"
            if left and on_card and self._writer.press(point, select=shift):
                return True
            self._writer.finish()
        if event.button() == Qt.MouseButton.RightButton:
            self._choose_for_menu(point)
            return True
        if not left:
            return False
        self._from, self._begin, self._click = position, None, None
        if not self._press_plus(point) and not self._press_point(point):
            self._press_card(point, bool(event.modifiers() & _ADDS))
        return True

    def _press_plus(self, point: QPointF) -> bool:
        card_id = self._plus_at(point)
        if card_id is None:
            return False
        self._stage.selection.choose_cards([card_id])
        self._click = self._editor.click_plus
        self._begin = lambda: _link_drag(self._stage, self._tag, card_id)
        return True

    def _plus_at(self, point: QPointF, more: float = 0.0) -> str | None:
        """The card whose round plus is at a point, or at most ``more`` px beside it."""
        radius = plus_radius(self._stage.view.zoom) + more
        for card_id in self._lights.plus_cards():
            away = plus_center(self._stage.layout.cards[card_id], self._stage.view.zoom) - point
            if away.x() ** 2 + away.y() ** 2 <= radius**2:
                return card_id
        return None

    def _link_at(self, point: QPointF) -> str | None:
        """The link under the pointer."""
        if not self._stage.layout.links:
            return None
        from model.layout.links import link_at

        found = link_at(self._stage.layout, point.x(), point.y(), max(LINK_REACH, LINK_REACH / self._stage.view.zoom))
        return None if found is None else found.id

    def _press_point(self, point: QPointF) -> bool:
        layout = self._stage.layout
        found = layout.emotion_point_at(point.x(), point.y())
        if found is None:
            return False
        lane_id = next(lane for lane, box in layout.emotions.items() if box.y <= found.y <= box.bottom)
        self._stage.selection.choose("emotion", [emotion_key(found.touchpoint_id, found.persona_id)])

        def begin() -> Gesture:
            self._lights.dragged_point = (found.touchpoint_id, found.persona_id)
            return FeelingDrag(self._stage, self._tag, lane_id, found)

        self._begin = begin
        return True

    def _press_card(self, point: QPointF, add: bool) -> None:
        stage, selection = self._stage, self._stage.selection
        card = stage.layout.card_at(point.x(), point.y())
        link = self._link_at(point) if card is None else None
        if link is not None:
            selection.choose("link", [link])
            return
        if card is None:
            self._press_nothing(point, add)
            return
        card_id = card.id
        if add:
            if card_id in selection.cards:
                self._click = lambda: selection.toggle_card(card_id)
            else:
                selection.toggle_card(card_id)
        elif card_id in selection.cards:
            self._click = lambda: selection.choose_cards([card_id])
            if selection.current != card_id:
                selection.choose_cards(selection.cards, card_id)
        else:
            selection.choose_cards([card_id])
        stage.set_cell((card.lane_id, card.step_id))
        self._begin = lambda: CardDrag(
            stage, self._tag, card_id, stage.point(self._from), self._lights.set_away, self._canvas
        )

    def _press_nothing(self, point: QPointF, add: bool) -> None:
        stage = self._stage
        if not add:
            target = stage.layout.target_at(point.x(), point.y())
            lane = stage.layout.lanes.get(target.lane_id) if target is not None else None
            stage.selection.clear()
            takes = target is not None and lane is not None and lane.item_kind is not None
            stage.set_cell((target.lane_id, target.step_id) if takes and target is not None else None)
        self._begin = lambda: Marquee(stage, stage.point(self._from), add=add)

    def _canvas(self) -> QRect:
        return QRect(self._editor.mapToGlobal(QPoint(0, 0)), self._editor.size())

    def mouse_move(self, event: QMouseEvent) -> bool:
        position = event.position()
        point = self._stage.point(position)
        if self._writer.active and self._writer.drag(point):
            return True
        if self.gesture is None and self._begin is not None and event.buttons() & Qt.MouseButton.LeftButton:
            moved = position - self._from
            if moved.x() ** 2 + moved.y() ** 2 >= THRESHOLD**2:
                self.gesture = self._begun(self._begin)
                self._begin = self._click = None
                self._lights.set_hover(None, None)
        if self.gesture is not None:
            self._move(point, position, event.modifiers())
        elif not event.buttons():
            if self._editor.connecting is not None:
                self._editor.connecting.hover(point, position)
            self._hover(point)
        return True

    def _begun(self, begin: Callable[[], Gesture]) -> Gesture | None:
        """The gesture that begins now; on a map that may only be looked at those that choose."""
        gesture = begin()
        if isinstance(gesture, Marquee) or self._stage.bridge.may_edit():
            return gesture
        gesture.cancel()
        self._lights.dragged_point = None
        return None

    def _move(self, point: QPointF, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        gesture = self.gesture
        if gesture is None:
            return
        gesture.move(point, position, modifiers)
        if isinstance(gesture, CardDrag) and gesture.handed_over:
            self.gesture = None

    def mouse_release(self, event: QMouseEvent) -> bool:
        if self._writer.release():
            return True
        gesture, click = self.gesture, self._click
        self.gesture = self._begin = self._click = None
        self._lights.dragged_point = None
        if gesture is not None:
            gesture.finish()
            self._lights.refresh()
        elif click is not None:
            click()
        self._hover(self._stage.point(event.position()))
        return True

    def cancel(self) -> bool:
        """Esc during a gesture; False when there is none."""
        gesture = self.gesture
        self._begin = self._click = None
        if gesture is None:
            return False
        self.gesture = None
        self._lights.dragged_point = None
        gesture.cancel()
        self._lights.refresh()
        return True

    def modifiers_changed(self, modifiers: Qt.KeyboardModifier) -> None:
        """Alt was pressed or let go during a drag: show what it changes."""
        if isinstance(self.gesture, CardDrag):
            view = self._stage.view
            position = QPointF(view.viewport().mapFromGlobal(view.cursor().pos()))
            self._move(self._stage.point(position), position, modifiers)

    def double_click(self, event: QMouseEvent) -> bool:
        point = self._stage.point(event.position())
        layout = self._stage.layout
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if self._writer.active and self._writer.word_at(point):
            return True
        card = layout.card_at(point.x(), point.y())
        if card is not None:
            self._begin = self._click = None
            self._writer.begin(CardText(card.id), at=point)
            return True
        if self._stage.selection.kind == "link" and self._link_at(point) is not None:
            return self._editor.link_work.edit_text()
        lane = layout.lane_at(point.y())
        if lane is not None and lane.kind == "emotion":
            self._set_feeling(lane.id, point)
            return True
        target = layout.target_at(point.x(), point.y())
        if target is not None:
            self._begin = self._click = None
            self._editor.write_new(target)
        return True

    def _set_feeling(self, lane_id: str, point: QPointF) -> None:
        """A double-click in the emotion lane gives the touchpoint there a feeling of the chosen persona."""
        layout = self._stage.layout
        touchpoint = layout.touchpoint_at(lane_id, point.x())
        if touchpoint is not None and layout.emotion_point_at(point.x(), point.y()) is None:
            score = layout.emotions[lane_id].score_at(point.y())
            self._stage.bridge.run(with_score, touchpoint, self._stage.persona, score)
            self._stage.selection.choose("emotion", [emotion_key(touchpoint, self._stage.persona)])

    def _hover(self, point: QPointF) -> None:
        layout = self._stage.layout
        if self._writer.active:
            self._lights.set_hover(None, None)
            return
        found = layout.emotion_point_at(point.x(), point.y())
        if found is not None:
            self._lights.set_hover(None, (found.touchpoint_id, found.persona_id))
            return
        card = layout.card_at(point.x(), point.y())
        hover = card.id if card is not None else None
        if hover is None:
            hover = self._plus_at(point, 1.0)  # the plus stands a little outside its card
        link = self._link_at(point) if hover is None else None
        if link != self._lights.hover_link:
            self._stage.view.viewport().setToolTip("" if link is None else self._link_words(link))
        self._lights.set_hover(hover, None, link)

    def _link_words(self, link_id: str) -> str:
        from html import escape  # not above: it is a large table of names

        from model.draw.link_painter import link_label

        return f"<span>{escape(link_label(link_id, self._stage.document))}</span>"  # letter by letter, not as markup

    def pointer_left(self) -> None:
        if self.gesture is None:
            self._lights.set_hover(None, None)

    def menu_at(self, position: QPoint) -> None:
        point = self._stage.point(QPointF(position))
        self._choose_for_menu(point)
        self._editor.ask_menu(self._stage.view.viewport().mapToGlobal(position), point)

    def menu_by_key(self) -> None:
        """The menu of what is chosen, beside it, or of the keyboard's cell."""
        stage = self._stage
        area = self._editor.chosen_area()
        cell = stage.cell_box(stage.cell) if stage.cell is not None else None
        if area.isNull() and cell is not None:
            area = cell
        shown = stage.view.viewportTransform().mapRect(area).center() if not area.isNull() else QPointF()
        room = stage.view.viewport().rect()
        x, y = (max(0, min(round(at), most)) for at, most in ((shown.x(), room.width()), (shown.y(), room.height())))
        self._editor.ask_menu(stage.view.viewport().mapToGlobal(QPoint(x, y)), area.center())

    def _choose_for_menu(self, point: QPointF) -> None:
        """A right click chooses what is under it, unless that is chosen already among others."""
        stage, layout = self._stage, self._stage.layout
        found = layout.emotion_point_at(point.x(), point.y())
        card = layout.card_at(point.x(), point.y())
        if found is not None:
            stage.selection.choose("emotion", [emotion_key(found.touchpoint_id, found.persona_id)])
        elif card is not None:
            if card.id not in stage.selection.cards:
                stage.selection.choose_cards([card.id])
        elif (link := self._link_at(point)) is not None:
            stage.selection.choose("link", [link])
        else:
            self._press_nothing(point, False)
            self._begin = None

    # -- the headers -----------------------------------------------------------------------------------------

    def _header(self, table: str, point: QPointF) -> str | None:
        layout = self._stage.layout
        if table == "phases":
            phase = layout.phase_header_at(point.x(), point.y())
            return None if phase is None else phase.id
        if table == "steps":
            step = layout.step_header_at(point.x(), point.y())
            return None if step is None else step.id
        lane = layout.lane_header_at(point.x(), point.y())
        return None if lane is None else lane.id

    def header_press(self, table: str, point: QPointF, event: QMouseEvent) -> None:
        stage = self._stage
        stage.view.setFocus(Qt.FocusReason.MouseFocusReason)
        self._lights.set_keyboard(False)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self._writer.active:
            on_header = self._writer.job is not None and self._writer.job.table != "items"
            if on_header and self._writer.press(point, select=shift):
                return
            self._writer.finish()
        found = self._header(table, point)
        self._begin = self._click = None
        self._from = event.position()
        if found is None:
            stage.selection.clear()
            return
        stage.selection.choose(KINDS[table], [found])
        if event.button() == Qt.MouseButton.LeftButton:
            bar = self._editor.bar(table)
            self._begin = lambda: HeaderMove(stage, bar, table, found, point)

    def header_move(self, table: str, point: QPointF, event: QMouseEvent) -> None:
        if self._writer.active and self._writer.drag(point):
            return
        moved = event.position() - self._from
        begin = self._begin
        held = bool(event.buttons() & Qt.MouseButton.LeftButton)
        if self.gesture is None and begin is not None and held and moved.manhattanLength() >= THRESHOLD:
            self._begin = None
            self.gesture = self._begun(begin)
        if isinstance(self.gesture, HeaderMove):
            position = self._on_viewport(self._editor.bar(table), event.position())
            self.gesture.move(point, position, event.modifiers())

    def _on_viewport(self, bar: HeaderBar, position: QPointF) -> QPointF:
        return position + QPointF(bar.pos() - self._stage.view.pos())

    def header_release(self, table: str, point: QPointF, event: QMouseEvent) -> None:
        if self._writer.release():
            return
        gesture, self.gesture, self._begin = self.gesture, None, None
        if gesture is not None:
            gesture.finish()

    def header_double_click(self, table: str, point: QPointF, event: QMouseEvent) -> None:
        if self._writer.active and self._writer.word_at(point):
            return
        found = self._header(table, point)
        if found is not None:
            self._begin = None
            self._writer.begin(Rename(table, found), select=True)

    def header_menu(self, table: str, point: QPointF, position: QPoint) -> None:
        found = self._header(table, point)
        if found is not None:
            self._stage.selection.choose(KINDS[table], [found])
        self._editor.ask_menu(position, point)

    # -- what is dropped -------------------------------------------------------------------------------------

    def drag_enter(self, event: QDragEnterEvent) -> None:
        self._incoming.enter(event)

    def drag_move(self, event: QDragMoveEvent) -> None:
        self._incoming.move(event)

    def drag_leave(self, event: QDragLeaveEvent) -> None:
        self._incoming.leave()

    def drop(self, event: QDropEvent) -> None:
        self._incoming.drop(event)

    # -- keys ------------------------------------------------------------------------------------------------

    def key_press(self, event: QKeyEvent) -> bool:
        return self._editor.keyboard.press(event)

    def overrides_shortcut(self, event: QKeyEvent) -> bool:
        if self.gesture is not None and event.key() == Qt.Key.Key_Escape:
            return True
        return self._writer.overrides(event) or self._editor.keyboard.owns(event)

    def input_method(self, event: QInputMethodEvent) -> None:
        self._writer.input_method(event)

    def input_method_query(self, query: Qt.InputMethodQuery) -> object:
        return self._writer.query(query)

    def focus_changed(self, has_focus: bool, by_tab: bool = False) -> None:
        if not isValid(self._editor):
            return  # the view of an editor that is taken down loses the focus on its way
        self._lights.set_focused(has_focus)
        if by_tab:
            self._lights.set_keyboard(True)
            self._editor.keyboard.enter()
        if not has_focus:
            self._editor.focus_lost()


def _link_drag(stage: Stage, tag: Tag, card_id: str) -> Gesture:
    """A link drawn from a card; what it needs is loaded now."""
    from widgets.canvas.gesture.link import LinkDrag

    return LinkDrag(stage, tag, card_id)
