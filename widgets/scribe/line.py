"""The scribe line under the map: chips that say where the next note goes, a field, and the keys that change it.

What the keys mean stands in :mod:`model.scribe`; this shows it.  Each note sent is one edit.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRectF, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget
from shiboken6 import isValid

from model import scribe
from model.changes import ChangeSet
from model.commands import scribing
from model.commands.cards import move_cards
from model.commands.places import Cell
from model.i18n import translate
from model.plaintext import clean_text
from model.records import BadRecord, Item
from model.scribe import Aim
from widgets.bridge import SessionBridge
from widgets.canvas.editor import MapEditor
from widgets.controls.texts import language_changed
from widgets.scribe import unmeant
from widgets.scribe.chips import ScribeChip
from widgets.scribe.field import ScribeField
from widgets.scribe.hints import Hints
from widgets.scribe.lists import PastedLists
from widgets.scribe.mark import TargetMark
from widgets.scribe.menus import Filling, offer_channels, offer_kinds, offer_personas, offer_phases
from widgets.scribe.numbers import NoteNumbers
from widgets.scribe.prompt import prompt
from widgets.scribe.saying import say_aim

HINTS_FROM = 1000
"""px of the line from which it has room for its hints."""
DRAFT_MS = 700
"""How often the text being typed goes to the journal."""


class ScribeLine(QFrame):
    """Writes notes into the map of ``bridge``, which ``editor`` shows."""

    left = Signal()
    """The user is done: the map has the keyboard again."""
    draft = Signal(str, str)
    """(id, text) each second while something is typed that was not sent; ("", "") when it was."""
    aim_changed = Signal()
    """The next note goes elsewhere, or is another one."""
    refreshed = Signal()
    """What is said of the next note was asked for again; the keyboard came or went."""
    typing = Signal()
    """Something of the next note was typed."""
    put_down = Signal(str)
    """A note (its id) was sent, corrected or moved."""

    def __init__(self, bridge: SessionBridge, editor: MapEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._editor = bridge, editor
        self.aim = self._begin()
        self._seen = self._chosen()
        self._held = ""
        """What stood in the line when the note that is corrected was taken into it."""
        self._drafted = False
        self._written_elsewhere = False
        self._asker: tuple[QWidget, QWidget] | None = None
        self.setObjectName("scribeline")
        self.setFixedHeight(52)  # look.md, section 3
        self._kind, self._phase, self._persona, self._channel, self._feeling, self._host = (
            ScribeChip() for _ in range(6)
        )
        self.field = ScribeField()
        self._hints = Hints()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        for chip in (self._kind, self._phase, self._host, self._persona, self._channel, self._feeling):
            row.addWidget(chip)
        row.addWidget(self.field, 1)
        row.addWidget(self._hints)
        self._kind.clicked.connect(lambda: self._offer(self._kind, offer_kinds))
        self._phase.clicked.connect(lambda: self._offer(self._phase, offer_phases))
        self._persona.clicked.connect(lambda: self._offer(self._persona, offer_personas))
        self._channel.clicked.connect(lambda: self._offer(self._channel, offer_channels))
        self._feeling.clicked.connect(lambda: self._aimed(scribe.feel(self.aim, None)))
        self._host.clicked.connect(lambda: self._aimed(scribe.host_on(self._bridge.document, self.aim, -1)))
        self.mark = TargetMark()
        editor.stage.scene.addItem(self.mark)
        self.numbers = NoteNumbers(editor.stage, self.field, lambda: self.writing, self)
        self.lists = PastedLists(bridge, editor, self.field, lambda: self.aim, self._went, self)
        self.field.textChanged.connect(self._remark)
        self.field.textEdited.connect(self._typed)
        self.field.asked.connect(self._asked)
        self.field.joined.connect(self._join)
        self.field.focused.connect(self._focused)
        bridge.changed.connect(self._document_changed)
        editor.stage.laid_out.connect(self._show_target)
        self._timer = QTimer(self)
        self._timer.setInterval(DRAFT_MS)
        self._timer.timeout.connect(self._tell_draft)
        self.refresh()

    def _begin(self) -> Aim:
        """Where one is on the map: the chosen note's step, or the cell of the keyboard, or the first phase."""
        document, selection = self._bridge.document, self._editor.selection
        chosen = document.item_table.get(selection.current or "") if selection.kind == "cards" else None
        cell = self._editor.stage.cell
        step = chosen.step_id if chosen is not None and chosen.step_id else (cell[1] if cell is not None else "")
        persona = self._editor.stage.persona
        return scribe.begin(document, step or "", chosen.id if chosen is not None else "", persona or "")

    # -- opening and closing ---------------------------------------------------------------------------------

    def open(self) -> None:
        """Take the keyboard."""
        self.setVisible(True)
        self.field.setFocus()

    def _follow(self) -> None:
        """Begin where one is on the map, unless something is half typed or nothing was chosen since the last note."""
        chosen = self._chosen()
        if chosen != self._seen and not self.field.text() and not self.aim.corrects:
            here = self._begin()
            self.aim = scribe.settled(self._bridge.document, scribe.moved(self.aim, here.step_id, here.host_id))
        self._seen = chosen

    def _chosen(self) -> tuple[str | None, tuple[str, str] | None]:
        return self._editor.selection.current, self._editor.stage.cell

    def close_line(self) -> None:
        """Go; what is half typed is kept for the next time."""
        self.hide()
        self.left.emit()

    def commit_edit(self) -> None:
        """Send what is half typed: the map is saved, printed or closed, and no word of it may lack."""
        if self.field.text().strip():
            self._send()

    def end(self) -> None:
        """The map is closed."""
        self._timer.stop()
        self.numbers.end()

    # -- a second line, elsewhere ------------------------------------------------------------------------------

    @property
    def writing(self) -> bool:
        """Whether somebody writes here, or in the line elsewhere that says the same."""
        return self.field.hasFocus() or self._written_elsewhere

    @property
    def remark(self) -> str:
        """What is said of a beginning that chooses nothing; "" for nothing."""
        return self._hints.sentence

    @property
    def chips(self) -> dict[str, ScribeChip]:
        """What is said of the next note, in order; those that say nothing now are hidden."""
        return {
            "kinds": self._kind,
            "phases": self._phase,
            "host": self._host,
            "personas": self._persona,
            "channels": self._channel,
            "feeling": self._feeling,
        }

    def attend(self, elsewhere: bool) -> None:
        """The keyboard came to the line elsewhere, or left it."""
        self._written_elsewhere = elsewhere
        self._focused(elsewhere)

    def write(self, text: str, caret: int) -> None:
        """``text`` was typed elsewhere: it is this line's own now."""
        self.field.setText(text)
        self.field.setCursorPosition(caret)
        self._typed(text)

    def ask(self, what: str, by: int, caret: int) -> None:
        """A key was pressed elsewhere, with the caret at ``caret`` (:func:`widgets.scribe.field.meaning`)."""
        self.field.setCursorPosition(caret)
        if what == "join":
            self._join()
        else:
            self._asked(what, by)

    def press(self, part: str, anchor: QWidget, field: QWidget) -> None:
        """The chip ``part`` was pressed elsewhere, at ``anchor``; ``field`` has the keyboard there afterwards."""
        self._asker = (anchor, field)
        self.chips[part].click()
        self._asker = None

    def _remark(self) -> None:
        self._hints.say(unmeant.sentence(self.field.text()))  # of now: what was typed may have been a command

    # -- what is typed ---------------------------------------------------------------------------------------

    def _typed(self, text: str) -> None:
        aim, rest = scribe.taken(self._bridge.document, self.aim, text)
        if rest != text:
            self.field.setText(rest)
        self._aimed(aim)
        self._reveal()  # the map may have been scrolled meanwhile
        self.typing.emit()
        if rest and not self._timer.isActive():
            self._timer.start()

    def _asked(self, what: str, by: int) -> None:
        document, aim = self._bridge.document, self.aim
        simple: dict[str, Callable[[], Aim]] = {
            "phase": lambda: scribe.phase_on(document, aim, by),
            "to_phase": lambda: scribe.to_phase(document, aim, by),
            "step": lambda: scribe.step_on(document, aim, by),
            "kind": lambda: scribe.kind_on(document, aim, by),
            "persona": lambda: scribe.persona_on(document, aim, by),
            "to_persona": lambda: scribe.to_persona(document, aim, by),
            "channel": lambda: scribe.channel_on(document, aim, by),
            "host": lambda: scribe.host_on(document, aim, by),
            "feel": lambda: scribe.feel(aim, by),
            "unfeel": lambda: scribe.feel(aim, None),
        }
        if what in simple:
            self._aimed(simple[what]())
        elif what == "letter":
            aim, rest = scribe.lettered(document, aim, chr(by), self.field.text())
            if rest != self.field.text():
                self.field.setText(rest)
            self._aimed(aim)
        elif what == "send":
            self._send()
        elif what == "split":
            self._split()
        elif what == "recall":
            self._recall(by)
        elif what == "move":
            self._move_last(by)
        elif what == "leave":
            self._leave()
        elif what == "undo":
            self._bridge.undo()
        elif what == "redo":
            self._bridge.redo()

    def _aimed(self, aim: Aim) -> None:
        if aim != self.aim:
            self.aim = aim
            self.refresh()
            self.aim_changed.emit()

    def _send(self) -> bool:
        """Send the text; whether it is in the map now.  Else it stays in the line."""
        text = clean_text(self.field.text())
        held = self.aim.corrects
        try:
            changes, aim = scribing.send(self._bridge.document, self.aim, text)
        except ValueError:
            self._editor.toast.emit(translate("Scribe", "Add a phase first; your text stays in the line."), False)
            return False
        if not changes and not held:
            return False
        if changes and not self._bridge.apply(changes):
            return False  # refused and said so
        self._went(aim, held or aim.sent[-1])
        return True

    def _went(self, aim: Aim, item_id: str) -> None:
        self.field.setText("")
        self._end_draft()
        self._aimed(aim)
        self._show_note(item_id)

    def _leave(self) -> None:
        """Esc: first out of the note that is corrected, then out of the line."""
        if self.aim.corrects:
            self.field.setText("")
            self._end_draft()
            self._aimed(scribe.released(self.aim))
        else:
            self.left.emit()

    # -- notes sent before -----------------------------------------------------------------------------------

    def _recall(self, by: int) -> None:
        held = self.aim.corrects
        if self.field.text().strip():
            if not held and by > 0:
                return  # there is none after the one that is being written
            if not self._send():  # half a note is sent first, never thrown away
                return
            if held:
                self.aim = scribe.recalled(self._bridge.document, self.aim, held)
        aim, text = scribe.recall(self._bridge.document, self.aim, by)
        if aim == self.aim and not aim.corrects:
            if by < 0:
                self._editor.toast.emit(translate("Scribe", "No note was sent from here yet."), False)
            return
        self._hold(aim, text)
        self._aimed(aim)
        if aim.corrects:
            self._show_note(aim.corrects)

    def _hold(self, aim: Aim, text: str) -> None:
        """The text of the note that ``aim`` corrects stands in the line."""
        self._held = scribe.as_typed(self._bridge.document, aim, text)
        self.field.setText(self._held)

    def _split(self) -> None:
        if not self.aim.corrects:
            return
        at, text = self.field.cursorPosition(), self.field.text()
        if not text[:at].strip() or not text[at:].strip():
            return
        changes, aim = scribing.split(self._bridge.document, self.aim, text[:at], text[at:])
        if self._bridge.apply(changes):
            self._hold(aim, text[at:].strip())
            self.field.setCursorPosition(0)
            self._end_draft()
            self._aimed(aim)
            self._show_note(aim.corrects)

    def _join(self) -> None:
        if not self.aim.corrects:
            return
        try:
            changes, aim, seam = scribing.merge(self._bridge.document, self.aim, clean_text(self.field.text()))
        except BadRecord:  # longer than a note may be
            said = translate("Scribe", "Together these notes are longer than a note can be; both stay as they are.")
            self._editor.toast.emit(said, False)
            return
        if changes and self._bridge.apply(changes):
            whole = self._bridge.document.item_table[aim.corrects].text
            self._hold(aim, whole)
            self.field.setCursorPosition(seam + len(self._held) - len(whole))
            self._end_draft()
            self._aimed(aim)
            self._show_note(aim.corrects)

    def _move_last(self, by: int) -> None:
        """Move the note that is corrected, or the one sent last, to the next phase."""
        document = self._bridge.document
        last = next(reversed(scribe.sent_notes(document, self.aim)), None)
        item = document.item_table.get(self.aim.corrects) or last
        phase = document.phase_of(item) if item is not None else None
        if item is None or phase is None or item.lane_id is None:
            return
        index = document.phases.index(phase) + by
        if 0 <= index < len(document.phases):
            step = document.steps_by_phase[document.phases[index].id][0]
            self._bridge.apply(move_cards(document, [item.id], Cell(item.lane_id, step.id)))
            self._show_note(item.id)

    # -- showing ---------------------------------------------------------------------------------------------

    def _document_changed(self, changes: ChangeSet, _source: str) -> None:
        aim = scribe.settled(self._bridge.document, self.aim)
        if self.aim.corrects and not aim.corrects:
            # The note that was corrected is gone.  What was written since becomes a new one, so that no word is lost;
            # where nothing was, there is nothing to keep: the text is the map's, and a redo brings it back.
            aim = scribe.settled(self._bridge.document, scribe.released(aim))
            if self.field.text() == self._held:
                self.field.setText("")
                self._end_draft()
        elif aim.corrects:
            aim = self._follow_held(aim, changes)
        self.aim = aim
        self.refresh()

    def _follow_held(self, aim: Aim, changes: ChangeSet) -> Aim:
        """The note that is corrected was changed on the map: what nobody typed or chose here is as it is there now."""
        change = next((each for each in changes if (each.table, each.id) == ("items", aim.corrects)), None)
        if change is None or not isinstance(change.old, Item) or not isinstance(change.new, Item):
            return aim
        if change.old.text != change.new.text and self.field.text() == self._held:
            self._hold(aim, change.new.text)
        return scribe.followed(aim, change.old, change.new)

    def _show_note(self, item_id: str) -> None:
        self._editor.highlights.flash(item_id)
        self.put_down.emit(item_id)
        box = self._editor.stage.layout.cards.get(item_id)
        if box is not None:
            self._editor.stage.reveal_rect(QRectF(box.x, box.y, box.w, box.h))
        if self.writing:
            self._reveal()  # where the next one goes is never out of sight, wherever this one went

    def _show_target(self) -> None:
        stage = self._editor.stage
        if not isValid(self.mark):
            return  # the program ends by a signal: the map is taken apart before its line
        if not self.writing:
            self.mark.show_cell(stage.layout, None)  # the line may stand there all day; the mark is for who writes
            return
        self.mark.show_cell(stage.layout, self.target)

    @property
    def target(self) -> Cell | None:
        """Where on the map the next note goes; None for one that goes nowhere on it, or stands there already."""
        if self.aim.corrects or not self._bridge.document.phases:
            return None
        place = scribe.destination(self._bridge.document, self.aim)
        return place if isinstance(place, Cell) else None

    def begin_here(self) -> None:
        """Stand where one is: the line's own place, or the map's where something was chosen there since."""
        self._follow()
        self.refresh()

    @property
    def place(self) -> Cell:
        """Where the line stands, whether somebody writes or not; without a lane ("") for a note that goes nowhere on
        the map."""
        return self.target or Cell("", scribe.shown_step(self._bridge.document, self.aim))

    def refresh(self) -> None:
        """Show the aim."""
        document, aim = self._bridge.document, self.aim
        say_aim(self.chips, document, aim)
        self.field.setPlaceholderText(prompt(document, aim))
        self._hints.show_for(correcting=bool(aim.corrects))
        self._show_target()
        if self.writing:
            self._reveal()
        self.refreshed.emit()

    def _reveal(self) -> None:
        """Bring the place of the next note into sight: the mark, since its cell may be higher than the window."""
        if isValid(self.mark) and (self.mark.place is not None or self.mark.bar is not None):
            self._editor.stage.reveal_rect(self.mark.boundingRect())

    # -- choosing by the mouse -------------------------------------------------------------------------------

    def _menu(self, chip: ScribeChip) -> QMenu:
        anchor, field = self._asker or (chip, self.field)
        menu = QMenu(anchor.window())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.aboutToHide.connect(field.setFocus)
        place = anchor.mapToGlobal(QPoint(0, 0))
        QTimer.singleShot(0, menu, lambda: menu.popup(place - QPoint(0, menu.sizeHint().height())))
        return menu

    def _offer(self, chip: ScribeChip, fill: Filling) -> None:
        fill(self._menu(chip), self._bridge.document, self.aim, self._aimed)

    # -- keeping ---------------------------------------------------------------------------------------------

    def _tell_draft(self) -> None:
        text = scribe.plain(clean_text(self.field.text()))
        if not text:
            self._end_draft()
            return
        place = scribe.destination(self._bridge.document, self.aim)
        new = f"{place.lane_id}/{place.step_id}" if isinstance(place, Cell) else "scribe/line"
        self._drafted = True
        self.draft.emit(self.aim.corrects or new, text)

    def _end_draft(self) -> None:
        self._timer.stop()
        if self._drafted:
            self._drafted = False
            self.draft.emit("", "")

    # -- Qt --------------------------------------------------------------------------------------------------

    def _focused(self, has_focus: bool) -> None:
        """Somebody begins to write, or goes elsewhere."""
        if has_focus:
            self._follow()
            self.refresh()
        else:
            self._show_target()
            self.numbers.refresh()
            self.refreshed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language: kinds have other names and letters."""
        if language_changed(event):
            self.refresh()
        super().changeEvent(event)

    def resizeEvent(self, event: object) -> None:
        """The hints go where there is no room for them."""
        self._hints.set_room(self.width(), keys=self.width() >= HINTS_FROM)
