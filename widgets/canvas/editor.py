"""The map editor: the map with its sticky headers, and everything that can be done on it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from model.changes import ChangeSet
from model.commands.places import Cell
from model.i18n import language, translate
from model.kinds import LINK_KINDS
from widgets.bridge import SessionBridge
from widgets.canvas import moving
from widgets.canvas.access import Speaker
from widgets.canvas.edit.caretitem import CaretItem
from widgets.canvas.edit.jobs import CardText, Rename
from widgets.canvas.gesture.feeling import with_score
from widgets.canvas.grid_editing import TABLES, GridEditing
from widgets.canvas.highlights import Highlights
from widgets.canvas.keyboard import Keyboard
from widgets.canvas.picturing import Pictures
from widgets.canvas.pointer import Pointer
from widgets.canvas.tag import Tag
from widgets.look.theme import look
from widgets.selection import Selection, split_emotion

if TYPE_CHECKING:
    from widgets.canvas.connect import Connect
    from widgets.canvas.link_work import LinkWork


class MapEditor(GridEditing):
    """The map of one session, to be looked at and worked on.

    It keeps to ``bridge`` and ``selection``, which panels share.  Methods are what menus, toolbar and shortcuts call;
    each is one edit of history at most, and works on the text while one is written (copy, cut, paste, undo, redo,
    select_all).  Signals:

    * ``zoom_changed(float)`` -- 1.0 is 100 %.
    * ``toast(str, bool)`` -- a sentence for the user; with True undo is offered beside it.
    * ``offered(str, object)`` -- a sentence and choices, each (words, call): what can be had instead of what was done.
    * ``draft(str, str)`` -- (card id, or ``lane/step`` of a new card, or another record's id; text) each second while
      typing, ("", "") when it ended: for the journal.
    * ``context_menu(QPoint, object)`` -- a menu is asked for at a place of the screen; the object is the
      :class:`model.commands.places.Cell` there, or None.  What it is for is the selection.
    * ``editing_changed(bool)`` -- a text is being written, or no longer is.

    ``stage.options`` (:meth:`show_personas`) and :meth:`set_persona` say whose feelings are shown and set.
    """

    draft = Signal(str, str)
    context_menu = Signal(QPoint, object)
    editing_changed = Signal(bool)

    def __init__(self, bridge: SessionBridge, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(bridge, selection, parent)
        self.highlights = Highlights(self.stage, self.writer)
        self._caret = CaretItem(self._blink)
        self.stage.scene.addItem(self._caret)
        self.tag = Tag(self.view.viewport())
        self.pointer = Pointer(self)
        self.keyboard = Keyboard(self)
        self._speaker = Speaker(self)
        self.pictures = Pictures(self.stage)
        self._attach_menu: QMenu | None = None
        self._headers_chosen: tuple[str, ...] = ()
        self.view.handler = self.pointer
        for bar in (self._phase_bar, self._lane_bar):
            bar.handler = self.pointer
        self.setFocusProxy(self.view)
        self._connect()
        self._retranslate()

    def _connect(self) -> None:
        self.bridge.changed.connect(self._document_changed)
        self.stage.toast.connect(self.toast)
        self.stage.offered.connect(self.offered)
        self.stage.link_made.connect(self._offer_kinds)  # no lambda: the stage would hold it, and it this editor
        self.writer.draft.connect(self.draft)
        self.writer.lane_named.connect(self.lane_wanted)
        self.writer.editing_changed.connect(self.editing_changed)
        self._blink.changed.connect(self._show_caret)
        self.selection.changed.connect(self._selection_changed)
        look().theme_changed.connect(self._theme_changed)

    # -- links -----------------------------------------------------------------------------------------------

    @cached_property
    def link_work(self) -> LinkWork:
        """What is done with the chosen link; made when it is first needed."""
        from widgets.canvas.link_work import LinkWork

        return LinkWork(self)

    def _offer_kinds(self, link_id: str, at: QPoint) -> None:
        """A link was made: another kind of path may be meant."""
        self.link_work.offer_kinds(link_id, at, new=True)

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

    def _selection_changed(self) -> None:
        """Headers show that they are chosen, and no card."""
        selection = self.selection
        headers = selection.ids if selection.kind in ("phase", "step", "lane") else ()
        if headers != self._headers_chosen:
            self._headers_chosen = headers
            self.update_bars()

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
        # Qt says so too when its own translation comes, after the first paint: that changes no word here.
        if event.type() == QEvent.Type.LanguageChange and self._spoken != language():
            self._retranslate()
            self.stage.refresh()

    def _retranslate(self) -> None:
        self._spoken = language()
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

    def commit_edit(self) -> None:
        """Keep what is being typed and end typing; does nothing otherwise."""
        super().commit_edit()
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

    # -- on the text or on the map ----------------------------------------------------------------------------

    def copy(self) -> None:
        """Copy the chosen cards, or the selected text while one is written."""
        if self.writer.active:
            self.writer.copy()
        else:
            from widgets.canvas import clipboard  # not above: a map is painted before anybody copies

            clipboard.copy(self.stage)

    def cut(self) -> None:
        """Cut the chosen cards, or the selected text."""
        if self.writer.active:
            self.writer.cut()
        else:
            from widgets.canvas import clipboard

            clipboard.cut(self.stage)

    def paste(self) -> None:
        """Paste cards, tables, lines of text or pictures; while a text is written, text into it."""
        if self.writer.active:
            self.writer.paste()
        else:
            from widgets.canvas import clipboard

            clipboard.paste(self.stage, self.pictures)

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

    # -- on whatever is chosen ---------------------------------------------------------------------------------

    def delete_selection(self) -> None:
        """Delete the chosen cards; a chosen link, phase, step or lane is removed, its cards go to the inbox."""
        kind, current = self.selection.kind, self.selection.current
        if self.selection.cards:
            self.delete_chosen()
        elif kind == "emotion" and current is not None:
            touchpoint, persona = split_emotion(current)
            if self.bridge.run(with_score, touchpoint, persona, None):
                self.selection.choose_cards([touchpoint])
        elif kind == "link":
            self.link_work.remove()
        elif kind in TABLES and current is not None:
            self.remove_current()

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

    # -- menus -----------------------------------------------------------------------------------------------

    def click_plus(self) -> None:
        """A click on the round plus: what can be hung on a touchpoint; another card is connected."""
        if self._current_touchpoint() is not None:
            self.open_attach_menu()
        else:
            self.begin_connecting()

    def open_attach_menu(self) -> QMenu:
        """The menu of the round plus: what can be hung on the current touchpoint, or linked to it."""
        from widgets.canvas.plus_menu import plus_menu  # not above: a map is painted before anybody opens it

        if self._attach_menu is not None:
            self._attach_menu.deleteLater()
        menu = self._attach_menu = plus_menu(self)
        menu.popup(self.view.cursor().pos())
        return menu

    def ask_menu(self, position: QPoint, point: QPointF) -> None:
        """Ask for a context menu at ``position`` of the screen, for what is chosen now."""
        self.commit_edit()
        self.context_menu.emit(position, self.stage.layout.target_at(point.x(), point.y()))
