"""The map editor: the map with its sticky headers, and everything that can be done on it."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from model.changes import ChangeSet
from model.commands import cards as card_commands
from model.commands import grid
from model.commands.links import resting_link
from model.commands.places import Cell, Listing, Target, item_kind_of
from model.i18n import translate
from model.kinds import ITEM_KINDS, LINK_KINDS
from widgets.bridge import SessionBridge
from widgets.canvas import clipboard, moving
from widgets.canvas.access import Speaker
from widgets.canvas.edit.caretitem import CaretItem
from widgets.canvas.edit.jobs import CardText, NewCard, NewPhase, NewStep, Rename
from widgets.canvas.frame import MapFrame
from widgets.canvas.gesture.feeling import with_score
from widgets.canvas.highlights import Highlights
from widgets.canvas.keyboard import Keyboard
from widgets.canvas.plus_menu import plus_menu
from widgets.canvas.pointer import KINDS, Pointer
from widgets.canvas.stage import Stage
from widgets.canvas.tag import Tag
from widgets.look.theme import look
from widgets.selection import Selection, emotion_key, split_emotion

if TYPE_CHECKING:
    from widgets.canvas.connect import Connect
    from widgets.canvas.link_work import LinkWork

TABLES = {kind: table for table, kind in KINDS.items()}


class MapEditor(MapFrame):
    """The map of one session, to be looked at and worked on.

    It keeps to ``bridge`` and ``selection``, which panels share.  Methods are what menus, toolbar and shortcuts call;
    each is one edit of history at most, and works on the text while one is written (copy, cut, paste, undo, redo,
    select_all).  Signals:

    * ``zoom_changed(float)`` -- 1.0 is 100 %.
    * ``toast(str, bool)`` -- a sentence for the user; with True undo is offered beside it.
    * ``draft(str, str)`` -- (card id, or ``lane/step`` of a new card, or another record's id; text) each second while
      typing, ("", "") when it ended: for the journal.
    * ``context_menu(QPoint, object)`` -- a menu is asked for at a place of the screen; the object is the
      :class:`model.commands.places.Cell` there, or None.  What it is for is the selection.
    * ``editing_changed(bool)`` -- a text is being written, or no longer is.

    ``stage.options`` (:meth:`show_personas`) and :meth:`set_persona` say whose feelings are shown and set.
    """

    toast = Signal(str, bool)
    draft = Signal(str, str)
    context_menu = Signal(QPoint, object)
    editing_changed = Signal(bool)

    def __init__(self, bridge: SessionBridge, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(Stage(bridge, selection), parent)
        self.bridge = bridge
        self.selection = selection
        self.highlights = Highlights(self.stage, self.writer)
        self._caret = CaretItem(self._blink)
        self.stage.scene.addItem(self._caret)
        self.tag = Tag(self.view.viewport())
        self.pointer = Pointer(self)
        self.keyboard = Keyboard(self)
        self._speaker = Speaker(self)
        self._attach_menu: QMenu | None = None
        self.view.handler = self.pointer
        for bar in (self._phase_bar, self._lane_bar):
            bar.handler = self.pointer
        self.setFocusProxy(self.view)
        self._connect()
        self._retranslate()

    def _connect(self) -> None:
        self.bridge.changed.connect(self._document_changed)
        self.stage.toast.connect(self.toast)
        self.stage.link_made.connect(lambda link_id, at: self.link_work.offer_kinds(link_id, at, new=True))
        self.writer.draft.connect(self.draft)
        self.writer.editing_changed.connect(self.editing_changed)
        self._blink.changed.connect(self._show_caret)
        self.selection.changed.connect(self.update_bars)
        look().theme_changed.connect(self._theme_changed)

    # -- links -----------------------------------------------------------------------------------------------

    @cached_property
    def link_work(self) -> LinkWork:
        """What is done with the chosen link; made when it is first needed."""
        from widgets.canvas.link_work import LinkWork

        return LinkWork(self)

    @cached_property
    def _connect_command(self) -> Connect:
        from widgets.canvas.connect import Connect

        return Connect(self)

    @property
    def connecting(self) -> Connect | None:
        """The command "Connect" while it is under way."""
        made: Connect | None = self.__dict__.get("_connect_command")
        return made if made is not None and made.active else None

    @property
    def path_chosen(self) -> bool:
        """Whether a path between touchpoints is chosen."""
        link = self.bridge.document.link_table.get(self.selection.current or "")
        known = LINK_KINDS.get(link.kind) if link is not None and self.selection.kind == "link" else None
        return known is not None and known.flow

    def begin_connecting(self) -> bool:
        """Ask what the chosen cards are to be linked to, by a click or by number."""
        self.commit_edit()
        return self._connect_command.begin()

    # -- following -------------------------------------------------------------------------------------------

    def _document_changed(self, changes: ChangeSet, source: str) -> None:
        self.pointer.cancel()
        if self.connecting is not None:
            self.connecting.cancel()
        if self.writer.active:
            self.writer.rebase()
        else:
            self.stage.refresh()
        if source in ("undo", "redo"):
            self._reveal_changed(changes)

    def _reveal_changed(self, changes: ChangeSet) -> None:
        """Undo and redo show what they did."""
        ids = [i for i in changes.ids("items") if i in self.stage.layout.cards]
        seen = self.view.shown_area()
        boxes = [self.stage.layout.cards[i] for i in ids]
        if boxes and not any(seen.intersects(QRectF(box.x, box.y, box.w, box.h)) for box in boxes):
            self.reveal(ids[0])

    def _theme_changed(self) -> None:
        self.stage.scene.update()
        self.update_bars()

    def _show_caret(self) -> None:
        self._caret.refresh()
        job = self.writer.job
        if job is None or job.table != "items":
            self.update_bars()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.stage.refresh()

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Canvas", "Journey map"))
        self.view.setAccessibleName(translate("Canvas", "Journey map"))
        self._speaker.refresh()

    def close_editor(self) -> None:
        """Keep what is being typed and let go of the session; call it before the window goes."""
        self.commit_edit()
        self.bridge.changed.disconnect(self._document_changed)
        look().theme_changed.disconnect(self._theme_changed)

    # -- personas --------------------------------------------------------------------------------------------

    def show_personas(self, ids: frozenset[str] | None) -> None:
        """Show the feelings of these personas only; None shows everybody's."""
        self.stage.set_options(persona_ids=ids)

    def set_persona(self, persona_id: str | None) -> None:
        """Whose feelings the digits set; None is the first persona."""
        self.stage.set_persona(persona_id)

    # -- writing ---------------------------------------------------------------------------------------------

    @property
    def editing(self) -> bool:
        """Whether a text is being written."""
        return self.writer.active

    def commit_edit(self) -> None:
        """Keep what is being typed and end typing; does nothing otherwise."""
        self.writer.finish()
        if "link_work" in self.__dict__:
            self.link_work.commit()

    def focus_lost(self) -> None:
        """The keyboard went elsewhere: keep the text, unless it comes back by itself (a menu, another window)."""
        window = self.window()
        if QGuiApplication.focusObject() is None or not window.isActiveWindow() or window.focusWidget() is self.view:
            return
        self.writer.finish()

    def edit_current(self) -> bool:
        """Write the current card, header, or a new card in the keyboard's cell.  False when there is nothing."""
        kind, current = self.selection.kind, self.selection.current
        if kind == "cards" and current is not None and current in self.stage.layout.cards:
            self.reveal(current)
            return self.writer.begin(CardText(current))
        if kind in TABLES and current is not None:
            self.reveal(current)
            return self.writer.begin(Rename(TABLES[kind], current), select=True)
        if kind == "link":
            return self.link_work.edit_text()
        if kind == "none" and self.stage.cell is not None:
            return self.write_new(Cell(*self.stage.cell))
        return False

    def write_new(self, target: Target) -> bool:
        """Write a new card at ``target``; False where no card can stand."""
        kind = "note"
        if isinstance(target, Cell):
            lane = self.bridge.document.lane_table.get(target.lane_id)
            own = None if lane is None else item_kind_of(lane)
            if own is None:
                return False
            kind = own
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.writer.begin(NewCard(target, kind))

    def new_card(self, kind: str | None = None) -> bool:
        """Write a new card behind the current one, else in the keyboard's cell, else in the first cell.

        With ``kind`` in the lane of that kind, in the step of what is chosen.
        """
        self.commit_edit()
        document = self.bridge.document
        target: Target | None = clipboard.paste_target(self.stage)
        step = target.step_id if isinstance(target, Cell) else self._first_shown_step()
        if kind is not None or not isinstance(target, Cell):
            wanted = kind or "touchpoint"
            lane = next((r for r in document.lanes if item_kind_of(r) == wanted), None)
            if lane is None and kind is None:
                lane = next((r for r in document.lanes if item_kind_of(r) is not None), None)
            same = isinstance(target, Cell) and lane is not None and target.lane_id == lane.id
            if not same:
                target = None if lane is None or step is None else Cell(lane.id, step)
        if target is None or not self.write_new(target):
            self.toast.emit(translate("Canvas", "There is no lane for this note. Add one first."), False)
            return False
        return True

    def _first_shown_step(self) -> str | None:
        seen = self.view.shown_area()
        steps = self.stage.layout.steps.values()
        shown = next((step.id for step in steps if step.x >= seen.left() - 1), None)
        return shown or next((step.id for step in steps), None)

    def new_attached(self, kind: str) -> bool:
        """Write a new card of ``kind`` that hangs on the current touchpoint, or rests on the only chosen card (an
        opportunity on a pain point or an insight, a solution on an opportunity); False when there is none."""
        self.commit_edit()
        document = self.bridge.document
        host = self._current_touchpoint() or self._ground_of(kind)
        if host is None or document.item_table[host].place != "map":
            return False
        lane = next((r for r in document.lanes if item_kind_of(r) == kind), None)
        step = document.item_table[host].step_id or ""
        target: Target = Cell(lane.id, step) if lane is not None else Listing("inbox")
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.writer.begin(NewCard(target, kind, host))

    def can_rest(self, kind: str) -> bool:
        """Whether a new card of ``kind`` would rest on the only chosen card."""
        ground = self._ground_of(kind)
        return ground is not None and self.bridge.document.item_table[ground].place == "map"

    def _ground_of(self, kind: str) -> str | None:
        """The only chosen card, where a card of ``kind`` rests on such cards."""
        chosen = self.selection.cards
        item = self.bridge.document.item_table.get(chosen[0]) if len(chosen) == 1 else None
        return item.id if item is not None and resting_link(kind, item.kind) is not None else None

    def _current_touchpoint(self) -> str | None:
        current = self.selection.current
        if self.selection.kind == "emotion" and current is not None:
            current = split_emotion(current)[0]
        item = self.bridge.document.item_table.get(current or "")
        return item.id if item is not None and item.kind == "touchpoint" else None

    # -- cards -----------------------------------------------------------------------------------------------

    def delete_selection(self) -> None:
        """Delete the chosen cards; a chosen link, phase, step or lane is removed, its cards go to the inbox."""
        kind, current = self.selection.kind, self.selection.current
        if self.selection.cards:
            self._delete_cards()
        elif kind == "emotion" and current is not None:
            touchpoint, persona = split_emotion(current)
            if self.bridge.run(with_score, touchpoint, persona, None):
                self.selection.choose_cards([touchpoint])
        elif kind == "link":
            self.link_work.remove()
        elif kind in TABLES and current is not None:
            self.remove_current()

    def _delete_cards(self) -> None:
        ids = self.selection.cards
        after = self._card_after(ids)
        changes = self.bridge.run(card_commands.delete_cards, ids)
        if changes:
            if after is not None:
                self.selection.choose_cards([after])
            self.toast.emit(translate("Canvas", "%n note(s) deleted", n=len(ids)), True)

    def _card_after(self, ids: tuple[str, ...]) -> str | None:
        """The card of the same cell that gets the keyboard when ``ids`` go."""
        item = self.bridge.document.item_table.get(self.selection.current or "")
        if item is None or item.place != "map":
            return None
        cell = self.bridge.document.cell(item.lane_id or "", item.step_id or "")
        stays = [other.id for other in cell if other.id not in ids]
        later = [other.id for other in cell[cell.index(item) :] if other.id not in ids]
        return later[0] if later else stays[-1] if stays else None

    def duplicate_selection(self) -> None:
        """A copy of each chosen card right behind it."""
        made = self.bridge.run(card_commands.duplicate_cards, self.selection.cards).added("items")
        if made:
            self.selection.choose_cards(made, made[0])

    def copy(self) -> None:
        """Copy the chosen cards, or the selected text while one is written."""
        if self.writer.active:
            self.writer.copy()
        else:
            clipboard.copy(self.stage)

    def cut(self) -> None:
        """Cut the chosen cards, or the selected text."""
        if self.writer.active:
            self.writer.cut()
        else:
            clipboard.cut(self.stage)

    def paste(self) -> None:
        """Paste cards, or lines of text as cards; while a text is written, into it."""
        if self.writer.active:
            self.writer.paste()
        else:
            clipboard.paste(self.stage)

    def select_all(self) -> None:
        """Choose every card on the map, or the whole text."""
        if self.writer.active:
            self.writer.select_all()
        else:
            self.selection.choose_cards([item.id for item in self.bridge.document.placed])

    def undo(self) -> None:
        """Undo the last edit, or the last change of the text while one is written."""
        if self.writer.active:
            self.writer.undo()
        else:
            self.bridge.undo()

    def redo(self) -> None:
        """Do it again."""
        if self.writer.active:
            self.writer.redo()
        else:
            self.bridge.redo()

    def move_selection(self, dx: int, dy: int) -> None:
        """Move the chosen cards by a step or place, a chosen phase or step by dx, a chosen lane by dy."""
        kind, current = self.selection.kind, self.selection.current
        if self.selection.cards:
            if self.bridge.run(moving.moved, self.selection.cards, dx, dy) and current is not None:
                self.reveal(current)
        elif kind == "lane" and current is not None and dy:
            self.bridge.run(moving.header_moved, "lanes", current, dy)
        elif kind in ("phase", "step") and current is not None and dx:
            self.bridge.run(moving.header_moved, TABLES[kind], current, dx)

    def change_kind(self, kind: str) -> None:
        """Make the chosen cards another kind."""
        self.bridge.run(card_commands.change_kind, self.selection.cards, kind)

    def to_inbox(self) -> None:
        """Move the chosen cards to the inbox."""
        self._to_list("inbox")

    def park_selection(self) -> None:
        """Move the chosen cards to the parking lot."""
        self._to_list("parking")

    def _to_list(self, place: str) -> None:
        target = Listing("parking" if place == "parking" else "inbox")
        ids = self.selection.cards
        if self.bridge.run(card_commands.move_cards, ids, target):
            sentence = (
                translate("Canvas", "%n note(s) parked", n=len(ids))
                if place == "parking"
                else translate("Canvas", "%n note(s) moved to the inbox", n=len(ids))
            )
            self.toast.emit(sentence, True)

    # -- feelings --------------------------------------------------------------------------------------------

    def set_score(self, score: int | None) -> None:
        """The feeling -2..+2 of the persona at the current touchpoint, and on to the next touchpoint of the map."""
        touchpoint = self._current_touchpoint()
        if touchpoint is None:
            return
        self.bridge.run(with_score, touchpoint, self.stage.persona, score)
        ids = [item.id for item in self.bridge.document.touchpoints]
        if touchpoint in ids:
            following = ids[min(ids.index(touchpoint) + 1, len(ids) - 1)]
            self.selection.choose_cards([following])
            self.reveal(following)

    def set_severity(self, severity: int) -> bool:
        """The severity 1 to 5 of the chosen cards that have one; False when none of them has."""
        table = self.bridge.document.item_table
        kinds = ((i, ITEM_KINDS.get(table[i].kind)) for i in self.selection.cards)
        pains = [i for i, kind in kinds if kind is not None and kind.severity]
        if pains:
            self.bridge.run(card_commands.set_card, pains, severity=severity)
        return bool(pains)

    def nudge_score(self, touchpoint: str, persona: str, by: int) -> None:
        """One score more or less at a point of a curve."""
        emotion = self.bridge.document.emotions.get((touchpoint, persona))
        if emotion is not None and emotion.score is not None:
            self.bridge.run(with_score, touchpoint, persona, max(-2, min(2, emotion.score + by)))

    def choose_feeling(self, touchpoint: str, persona: str) -> None:
        """Choose the point of a persona's curve at a touchpoint."""
        self.selection.choose("emotion", [emotion_key(touchpoint, persona)])
        for box in self.stage.layout.emotions.values():
            for series in box.series:
                for point in series.points:
                    if (point.touchpoint_id, point.persona_id) == (touchpoint, persona):
                        self.stage.reveal_rect(QRectF(point.x - 10, point.y - 10, 20, 20))

    # -- phases, steps, lanes --------------------------------------------------------------------------------

    def _current_phase(self) -> str | None:
        document, kind, current = self.bridge.document, self.selection.kind, self.selection.current
        if kind == "phase":
            return current
        step = document.step_table.get(current or "") if kind == "step" else None
        if step is None:
            item = document.item_table.get(current or "") if kind == "cards" else None
            step_id = item.step_id if item is not None else self.stage.cell[1] if self.stage.cell else None
            step = document.step_table.get(step_id or "")
        return None if step is None else step.phase_id

    def add_phase(self) -> None:
        """Write the name of a new phase behind the current one, else at the end; Enter writes the next one."""
        self.commit_edit()
        ids = [phase.id for phase in self.bridge.document.phases]
        current = self._current_phase()
        after = ids.index(current) + 1 if current in ids else len(ids)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.writer.begin(NewPhase(ids[after] if after < len(ids) else None, asked=True))

    def add_step(self) -> None:
        """Write the name of a new step behind the current one, else at the end of the current or last phase."""
        self.commit_edit()
        document = self.bridge.document
        phase = self._current_phase() or (document.phases[-1].id if document.phases else None)
        if phase is None:
            return
        ids = [step.id for step in document.steps_by_phase[phase]]
        current = self.selection.current if self.selection.kind == "step" else None
        if current is None and self.selection.kind == "cards":
            item = document.item_table.get(self.selection.current or "")
            current = item.step_id if item is not None else None
        after = ids.index(current) + 1 if current in ids else len(ids)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.writer.begin(NewStep(phase, ids[after] if after < len(ids) else None, asked=True))

    def add_lane(self, kind: str) -> None:
        """Add a lane of ``kind`` below the current one, else at the end, and choose it."""
        ids = [lane.id for lane in self.bridge.document.lanes]
        current = self.selection.current if self.selection.kind == "lane" else None
        after = ids.index(current) + 1 if current in ids else len(ids)
        before = ids[after] if after < len(ids) else None
        made = self.bridge.run(grid.add_lane, kind, "", before).added("lanes")
        if made:
            self.selection.choose("lane", made)
            self.reveal(made[0])

    def remove_current(self) -> None:
        """Remove the chosen phase, step or lane; its cards go to the inbox."""
        kind, current = self.selection.kind, self.selection.current
        remove = {"phase": grid.remove_phase, "step": grid.remove_step, "lane": grid.remove_lane}.get(kind)
        if remove is None or current is None:
            return
        before = len(self.bridge.document.inbox)
        if self.bridge.run(remove, current):
            moved = len(self.bridge.document.inbox) - before
            said = {
                "phase": translate("Canvas", "Phase removed."),
                "step": translate("Canvas", "Step removed."),
                "lane": translate("Canvas", "Lane removed."),
            }[kind]
            if moved:
                said += " " + translate("Canvas", "%n note(s) went to the inbox.", n=moved)
            self.toast.emit(said, True)

    def recolor_current(self, color: str | int | None) -> None:
        """Another colour for the chosen phase, step or lane: a place in the palette, #RRGGBB, or None for its own."""
        kind, current = self.selection.kind, self.selection.current
        if kind in TABLES and current is not None:
            self.bridge.run(partial(grid.set_fields, color=color), TABLES[kind], current)

    # -- menus -----------------------------------------------------------------------------------------------

    def click_plus(self) -> None:
        """A click on the round plus: what can be hung on a touchpoint; another card is connected."""
        if self._current_touchpoint() is not None:
            self.open_attach_menu()
        else:
            self.begin_connecting()

    def open_attach_menu(self) -> QMenu:
        """The menu of the round plus: what can be hung on the current touchpoint, or linked to it."""
        if self._attach_menu is not None:
            self._attach_menu.deleteLater()
        menu = self._attach_menu = plus_menu(self)
        menu.popup(self.view.cursor().pos())
        return menu

    def ask_menu(self, position: QPoint, point: QPointF) -> None:
        """Ask for a context menu at ``position`` of the screen, for what is chosen now."""
        self.commit_edit()
        self.context_menu.emit(position, self.stage.layout.target_at(point.x(), point.y()))
