"""The map by keyboard: one thing has the keyboard, arrows move it, Ctrl and arrows move what is chosen.

| key | does |
|---|---|
| arrows | to the next card or cell; from the first row or column on to the headers |
| Home, End | first, last cell of the lane; with Ctrl of the map |
| Ctrl + arrows | moves the chosen cards by a place, a lane of their kind or a step; reorders a phase, step or lane |
| Shift + up, down | takes the next card of the cell along into the choice |
| Enter, F2 | writes: the card, the header, or a new card in an empty cell |
| 1 .. 5 | the feeling -2 .. +2 of the persona at this touchpoint, and on to the next one |
| up, down on a feeling | one score more or less |
| Tab, Shift + Tab | along the links of the chosen card, then out of the map; arrows on a link go to its ends |
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from model.layout.boxes import CardBox
from widgets.selection import split_emotion

if TYPE_CHECKING:
    from widgets.canvas.editor import MapEditor

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_DIGITS = {
    Qt.Key.Key_1: -2,
    Qt.Key.Key_2: -1,
    Qt.Key.Key_3: 0,
    Qt.Key.Key_4: 1,
    Qt.Key.Key_5: 2,
}


class Keyboard:
    """Keys on one map, while no text is written."""

    def __init__(self, editor: MapEditor) -> None:
        self._editor = editor
        self._stage = editor.stage

    def press(self, event: QKeyEvent) -> bool:
        """Take a key; False for one that is not for the map."""
        editor = self._editor
        code = event.key()
        if editor.writer.active:
            return editor.writer.key(event)
        if code in (Qt.Key.Key_Alt, Qt.Key.Key_Control):
            editor.pointer.modifiers_changed(event.modifiers())
            return False
        if editor.pointer.gesture is not None:
            return code == Qt.Key.Key_Escape and editor.pointer.cancel()
        if editor.connecting is not None and code == Qt.Key.Key_Escape:
            editor.connecting.cancel()
            return True
        if code == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._stage.view.hold_space(True)
            return True
        editor.highlights.set_keyboard(True)
        if code in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            back = code == Qt.Key.Key_Backtab or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return self._walk(-1 if back else 1)
        return self._command(event) or self._plain(event)

    def owns(self, event: QKeyEvent) -> bool:
        """Whether a key is the map's, whatever shortcuts the window has: Ctrl and arrows move what is chosen."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        moves = Qt.Key(event.key()) in _ARROWS and modifiers == Qt.KeyboardModifier.ControlModifier
        return moves and self._stage.selection.kind in ("cards", "phase", "step", "lane")

    def _command(self, event: QKeyEvent) -> bool:
        """Keys that the window's commands have as well; here for a map that stands alone."""
        editor, standard = self._editor, QKeySequence.StandardKey
        for key, act in (
            (standard.Copy, editor.copy),
            (standard.Cut, editor.cut),
            (standard.Paste, editor.paste),
            (standard.SelectAll, editor.select_all),
            (standard.Undo, editor.undo),
            (standard.Redo, editor.redo),
            (standard.ZoomIn, editor.zoom_in),
            (standard.ZoomOut, editor.zoom_out),
        ):
            if event.matches(key):
                act()
                return True
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.ControlModifier:
            named: dict[Qt.Key, Callable[[], object]] = {
                Qt.Key.Key_D: editor.duplicate_selection,
                Qt.Key.Key_0: editor.fit,
                Qt.Key.Key_1: editor.actual_size,
                Qt.Key.Key_Return: editor.new_card,
                Qt.Key.Key_Enter: editor.new_card,
            }
            found = named.get(Qt.Key(event.key()))
            if found is not None:
                found()
                return True
        return False

    def _plain(self, event: QKeyEvent) -> bool:
        editor, code = self._editor, Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = modifiers == Qt.KeyboardModifier.ControlModifier
        shift = modifiers == Qt.KeyboardModifier.ShiftModifier
        if code in _ARROWS:
            dx, dy = _ARROWS[code]
            if control:
                editor.move_selection(dx, dy)
            elif shift and self._stage.selection.kind == "cards":
                self._extend(dy)
            elif modifiers == Qt.KeyboardModifier.NoModifier:
                self.go(dx, dy)
            else:
                return False
            return True
        if code in (Qt.Key.Key_Home, Qt.Key.Key_End) and (control or modifiers == Qt.KeyboardModifier.NoModifier):
            self._go_far(last=code == Qt.Key.Key_End, whole=control)
            return True
        if modifiers != Qt.KeyboardModifier.NoModifier:
            return False
        if code in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            return editor.edit_current()
        if code in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            editor.delete_selection()
            return True
        if code in _DIGITS:
            if not editor.set_severity(_DIGITS[code] + 3):
                editor.set_score(_DIGITS[code])
            return True
        if code == Qt.Key.Key_Escape:
            return self._escape()
        return False

    def _escape(self) -> bool:
        selection = self._stage.selection
        if selection.kind == "none":
            if self._stage.cell is None:
                return False
            self._stage.set_cell(None)
        elif selection.kind == "emotion" and selection.current is not None:
            selection.choose_cards([split_emotion(selection.current)[0]])
        elif selection.kind == "link":
            self._editor.link_work.leave()
        else:
            selection.clear()
        return True

    def _walk(self, step: int) -> bool:
        """Tab goes along the links of the chosen card; without any it leaves the map."""
        selection = self._stage.selection
        if selection.kind != "link" and not (selection.kind == "cards" and self._stage.layout.links):
            return False
        return self._editor.link_work.walk(step)

    def enter(self) -> None:
        """The keyboard came by Tab: where nothing is chosen it is on the first cell in sight, which shows its ring."""
        stage = self._stage
        if stage.selection.kind != "none" or (stage.cell is not None and stage.cell_box(stage.cell) is not None):
            return
        layout = stage.layout
        cells = ((i, step) for i, lane in layout.lanes.items() if lane.item_kind is not None for step in layout.steps)
        seen = stage.view.mapToScene(stage.view.viewport().rect()).boundingRect()
        near = (cell for cell in cells if (box := stage.cell_box(cell)) is not None and seen.intersects(box))
        stage.set_cell(next(near, None))

    # -- going about -----------------------------------------------------------------------------------------

    def go(self, dx: int, dy: int) -> None:
        """Go one card, cell or header to the side (-1, +1), up or down."""
        selection = self._stage.selection
        kind, current = selection.kind, selection.current
        if kind == "emotion" and current is not None:
            self._go_feeling(current, dx, dy)
        elif kind in ("phase", "step") and current is not None:
            self._go_column_header(kind, current, dx, dy)
        elif kind == "lane" and current is not None:
            self._go_lane_header(current, dx, dy)
        elif kind == "link":
            self._editor.link_work.go_to_end(target=dx + dy > 0)
        else:
            self._go_cell(dx, dy)

    def _here(self) -> tuple[CardBox | None, str, str] | None:
        """(card, lane, step) where the keyboard is."""
        stage = self._stage
        card = stage.layout.cards.get(stage.selection.current or "") if stage.selection.kind == "cards" else None
        if card is not None:
            return card, card.lane_id, card.step_id
        if stage.cell is not None and stage.cell_box(stage.cell) is not None:
            return None, *stage.cell
        return None

    def _go_cell(self, dx: int, dy: int) -> None:
        layout = self._stage.layout
        lanes = [lane.id for lane in layout.lanes.values() if lane.item_kind is not None]
        steps = list(layout.steps)
        if not lanes or not steps:
            return
        here = self._here()
        if here is None:
            self._land(lanes[0], steps[0], None)
            return
        card, lane_id, step_id = here
        stack = layout.stacks.get((lane_id, step_id), ())
        index = stack.index(card) if card is not None and card in stack else -1
        if dy:
            if card is not None and 0 <= index + dy < len(stack):
                self._choose(stack[index + dy])
                return
            at = lanes.index(lane_id) + dy if lane_id in lanes else 0
            if at < 0:
                self._column_header_of(step_id)
            elif at < len(lanes):
                self._land(lanes[at], step_id, 0 if dy > 0 else -1)
        else:
            at = steps.index(step_id) + dx
            if at < 0:
                self._stage.selection.choose("lane", [lane_id])
            elif at < len(steps):
                self._land(lane_id, steps[at], max(index, 0))

    def _land(self, lane_id: str, step_id: str, index: int | None) -> None:
        """Put the keyboard on a card of the cell (the last one when there are fewer), or on the empty cell."""
        stack = self._stage.layout.stacks.get((lane_id, step_id), ())
        if stack:
            self._choose(stack[-1] if index is None or index >= len(stack) else stack[index])
        else:
            self._stage.focus_cell((lane_id, step_id))

    def _choose(self, card: CardBox) -> None:
        self._stage.selection.choose_cards([card.id])
        self._stage.set_cell((card.lane_id, card.step_id))
        self._editor.reveal(card.id)

    def _extend(self, dy: int) -> None:
        """Take the next card of the cell along."""
        here = self._here()
        if here is None or here[0] is None or not dy:
            return
        card = here[0]
        stack = self._stage.layout.stacks[card.lane_id, card.step_id]
        at = stack.index(card) + dy
        if 0 <= at < len(stack):
            chosen = self._stage.selection.cards
            other = stack[at].id
            keep = [i for i in chosen if i != card.id] if other in chosen else [*chosen, other]
            self._stage.selection.choose_cards(keep, other)
            self._editor.reveal(other)

    def _go_far(self, *, last: bool, whole: bool) -> None:
        layout = self._stage.layout
        lanes = [lane.id for lane in layout.lanes.values() if lane.item_kind is not None]
        steps = list(layout.steps)
        if not lanes or not steps:
            return
        here = self._here()
        lane = here[1] if here is not None and here[1] in lanes else lanes[0]
        if whole:
            lane = lanes[-1 if last else 0]
        self._land(lane, steps[-1 if last else 0], None if last else 0)

    # -- headers ---------------------------------------------------------------------------------------------

    def _column_header_of(self, step_id: str) -> None:
        step = self._stage.layout.steps[step_id]
        if step.h:
            self._stage.selection.choose("step", [step_id])
        else:
            self._stage.selection.choose("phase", [step.phase_id])

    def _go_column_header(self, kind: str, current: str, dx: int, dy: int) -> None:
        layout, selection = self._stage.layout, self._stage.selection
        boxes = list(layout.phases if kind == "phase" else layout.steps)
        if current not in boxes:
            return
        if dx:
            at = boxes.index(current) + dx
            if 0 <= at < len(boxes):
                selection.choose("phase" if kind == "phase" else "step", [boxes[at]])
                self._editor.reveal(boxes[at])
            return
        if kind == "step":
            if dy < 0:
                selection.choose("phase", [layout.steps[current].phase_id])
                return
            step_id = current
        else:
            step_id = layout.phases[current].step_ids[0]
            if dy > 0 and layout.steps[step_id].h:
                selection.choose("step", [step_id])
                return
        lanes = [lane.id for lane in layout.lanes.values() if lane.item_kind is not None]
        if dy > 0 and lanes:
            self._land(lanes[0], step_id, 0)

    def _go_lane_header(self, current: str, dx: int, dy: int) -> None:
        layout, selection = self._stage.layout, self._stage.selection
        lanes = list(layout.lanes)
        if current not in lanes:
            return
        if dy:
            at = lanes.index(current) + dy
            if 0 <= at < len(lanes):
                selection.choose("lane", [lanes[at]])
                self._editor.reveal(lanes[at])
        elif dx > 0 and layout.lanes[current].item_kind is not None and layout.steps:
            self._land(current, next(iter(layout.steps)), 0)

    # -- feelings --------------------------------------------------------------------------------------------

    def _go_feeling(self, current: str, dx: int, dy: int) -> None:
        touchpoint, persona = split_emotion(current)
        if dy:
            self._editor.nudge_score(touchpoint, persona, -dy)
            return
        for box in self._stage.layout.emotions.values():
            for series in box.series:
                points = [point.touchpoint_id for point in series.points]
                if series.persona_id == persona and touchpoint in points:
                    at = points.index(touchpoint) + dx
                    if 0 <= at < len(points):
                        self._editor.choose_feeling(points[at], persona)
                    return
