"""Typing on the map: the keys, the mouse and the input method while a text has the caret, and what follows on it.

Enter keeps the text and opens the next card in the same step, Tab the one in the next step or phase, Shift+Tab in
the previous one; Esc keeps the text and ends; Shift+Enter is a new line.  A new card without text vanishes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QClipboard, QGuiApplication, QInputMethodEvent, QKeyEvent

from model.changes import ChangeSet
from model.i18n import translate
from widgets.canvas.edit.buffer import TextBuffer
from widgets.canvas.edit.caret import CaretMap
from widgets.canvas.edit.follow import next_job
from widgets.canvas.edit.jobs import CardText, Job, NewCard, NewLane
from widgets.canvas.edit.keys import action_of, is_command, is_for_text
from widgets.canvas.edit.where import WrittenPlace, written_place

if TYPE_CHECKING:
    from widgets.canvas.stage import Stage


class Writer(QObject):
    """The one text that is being written on a map, or none."""

    editing_changed = Signal(bool)
    """Typing began or ended."""
    draft = Signal(str, str)
    """(id, text) each second while typing; ("", "") when it ended."""
    lane_named = Signal()
    """A new lane got its name, and Enter was pressed: the next one may be wanted."""
    shown = Signal()
    """The text, the caret or the selection is another one: paint it."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        self.job: Job | None = None
        self.buffer = TextBuffer()
        self._start = ""
        self._column: float | None = None  # where the caret wants to be while it goes up and down
        self._selecting = False
        self._drafted = ""

    @property
    def active(self) -> bool:
        """Whether a text has the caret."""
        return self.job is not None

    # -- begin and end ---------------------------------------------------------------------------------------

    def begin(self, job: Job, *, select: bool = False, at: QPointF | None = None) -> bool:
        """Write ``job``'s text; the caret goes to its end, or to ``at`` on the map; ``select`` selects all of it.

        Returns False when what was to be written is not there, or not on the map, and where the map may only be looked
        at.
        """
        self.finish()
        if not self._stage.bridge.may_edit():
            return False
        text = job.begin(self._stage.bridge.document)
        if text is None:
            return False
        self.job = job
        self.buffer = TextBuffer(text, one_line=job.one_line)
        self._start = text
        self._column = None
        self._drafted = ""
        self._stage.set_draft(lambda document: job.shown(document, self.buffer.shown))
        if self.caret_map() is None:
            self._drop()
            return False
        if select:
            self.buffer.select_all()
        elif at is not None:
            self._click(at, select=False)
        self.editing_changed.emit(True)
        self._show()
        return True

    def finish(self) -> str | None:
        """Keep the text and end.  Returns the id of the record that has it; None when nothing was kept or written."""
        job, text = self.job, self.buffer.text
        if job is None:
            return None
        changes = job.finish(self._stage.bridge.document, text)
        drafted, self._drafted = self._drafted, ""  # it is given up when the text is kept, not before
        self._drop()
        try:
            return self._keep(job, changes)
        finally:
            if drafted:
                self.draft.emit("", "")

    def _keep(self, job: Job, changes: ChangeSet) -> str | None:
        """Apply what was written; the id of the record that has it."""
        if not changes:
            exists = job.record_id in self._stage.bridge.document.tables[job.table]
            return job.record_id if exists else None
        kept = self._stage.bridge.apply(changes)
        if kept and job.table == "items":
            self._stage.selection.choose_cards([job.record_id])
        return job.record_id if kept else None

    def cancel(self) -> None:
        """End and forget what was typed."""
        if self.job is not None:
            self._drop()

    def _drop(self) -> None:
        self.job = None
        self._selecting = False
        self._stage.set_draft(None)
        if self._drafted:
            self.draft.emit("", "")
        self._drafted = ""
        self.editing_changed.emit(False)
        self.shown.emit()

    def rebase(self) -> None:
        """The document changed under the text (another window, undo): go on with it on the new one.

        A text whose card is gone is kept as a new card in the inbox.
        """
        job = self.job
        if job is None:
            return
        if job.begin(self._stage.bridge.document) is not None:
            self._stage.set_draft(lambda document: job.shown(document, self.buffer.shown))
            return
        text, kind = self.buffer.text, job.kind if isinstance(job, NewCard) else "note"
        self._drop()
        if text.strip() and text != self._start and isinstance(job, CardText | NewCard):
            self._stage.rescue(kind, text)

    def follow(self, direction: str) -> None:
        """Keep the text and write on in the "next" card, or in the one of the step to the "right" or "left"."""
        job, text = self.job, self.buffer.text
        if job is None:
            return
        empty = not text.strip()
        kept = self.finish()
        following = next_job(self._stage.bridge.document, job, kept, direction, empty=empty)
        if following is None or not self.begin(following, select=following.one_line):
            self._stage.focus_after(job, kept)
            if isinstance(job, NewLane) and direction == "next" and kept is not None:
                self.lane_named.emit()

    # -- keys ------------------------------------------------------------------------------------------------

    def overrides(self, event: QKeyEvent) -> bool:
        """Whether a key that is a shortcut somewhere is for the text while it has the caret."""
        if self.job is None:
            return False
        return is_for_text(event)

    def key(self, event: QKeyEvent) -> bool:
        """Take a key; False for one that is not for the text."""
        if self.job is None:
            return False
        code = event.key()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if code == Qt.Key.Key_Escape:
            job = self.job
            self._stage.focus_after(job, self.finish())
        elif code in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if shift and not self.job.one_line:
                self._type("\n")
            else:
                self.follow("next")
        elif code in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.follow("left" if code == Qt.Key.Key_Backtab or shift else "right")
        elif (action := action_of(event)) is not None:
            self._do(action)
        elif event.text() and (event.text().isprintable()) and not is_command(event):
            self._type(event.text())
        else:
            return code in (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        return True

    def _do(self, action: str) -> None:
        buffer = self.buffer
        if action == "undo":
            self.undo()
        elif action == "redo":
            self.redo()
        elif action == "copy":
            self.copy()
        elif action == "cut":
            self.cut()
        elif action == "paste":
            self.paste()
        elif action == "all":
            self.select_all()
        elif action.startswith("delete"):
            buffer.delete(-1 if action.endswith("-") else 1, word="word" in action)
            self._changed()
        else:
            self._move(action.rstrip("*"), select=action.endswith("*"))

    def _move(self, move: str, *, select: bool) -> None:
        buffer, places = self.buffer, self.caret_map()
        if places is None:
            return
        caret, column = buffer.caret, None
        if move in ("char-", "char+", "word-", "word+"):
            buffer.step(-1 if move.endswith("-") else 1, word=move.startswith("word"), select=select)
        elif move in ("line-", "line+"):
            column = places.spot(caret).x if self._column is None else self._column
            other = places.beside(caret, -1 if move == "line-" else 1, column)
            end = 0 if move == "line-" else len(buffer.text)
            buffer.move_to(end if other is None else other, select=select)
        else:
            ends = {"home": places.home(caret), "end": places.end(caret), "start": 0, "finish": len(buffer.text)}
            buffer.move_to(ends[move], select=select)
        self._column = column
        self._show()

    # -- edits of the text, also from menus ------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last change of the text back."""
        if self.buffer.undo():
            self._changed()

    def redo(self) -> None:
        """Change the text again."""
        if self.buffer.redo():
            self._changed()

    def copy(self) -> None:
        """Copy the selected text."""
        if self.buffer.selected_text:
            QGuiApplication.clipboard().setText(self.buffer.selected_text)

    def cut(self) -> None:
        """Cut the selected text."""
        if self.buffer.selected_text:
            self.copy()
            self.buffer.insert("")
            self._changed()

    def paste(self) -> None:
        """Put the clipboard's text at the caret."""
        text = QGuiApplication.clipboard().text(QClipboard.Mode.Clipboard)
        if text:
            self._type(text)

    def select_all(self) -> None:
        """Select the whole text."""
        self.buffer.select_all()
        self._show()

    def _type(self, text: str) -> None:
        if not self.buffer.insert(text):
            self._stage.toast.emit(translate("Canvas", "That is too much text for one note."), False)
            return
        self._changed()

    def _changed(self) -> None:
        self._tell_draft()  # at each letter: the journal knows when to write it
        self._column = None
        job = self.job
        if job is not None and job.table == "items":
            self._stage.refresh_text(job.record_id)
        else:
            self._stage.refresh()
        self._show()

    def _show(self) -> None:
        spot = self.caret_rect()
        if spot is not None:
            self._stage.reveal_rect(spot, self.job.table if self.job is not None else "items")
        self.shown.emit()
        QGuiApplication.inputMethod().update(Qt.InputMethodQuery.ImQueryInput)

    def _tell_draft(self) -> None:
        if self.job is not None and self.buffer.text not in (self._drafted, self._start):
            self._drafted = self.buffer.text
            self.draft.emit(self.job.draft_id, self.buffer.text)

    # -- mouse -----------------------------------------------------------------------------------------------

    def press(self, point: QPointF, *, select: bool) -> bool:
        """Put the caret where the mouse was pressed; False outside the text's card or header."""
        frame = self.frame()
        if frame is None or not frame.contains(point):
            return False
        self._selecting = True
        self._click(point, select=select)
        return True

    def drag(self, point: QPointF) -> bool:
        """Select up to where the mouse is dragged."""
        if self._selecting:
            self._click(point, select=True)
        return self._selecting

    def release(self) -> bool:
        """The mouse was let go."""
        was, self._selecting = self._selecting, False
        return was

    def word_at(self, point: QPointF) -> bool:
        """Select the word under a double-click; False outside."""
        frame, places = self.frame(), self.caret_map()
        if frame is None or places is None or not frame.contains(point):
            return False
        self.buffer.select_word(places.place_at(point.x(), point.y()))
        self._show()
        return True

    def _click(self, point: QPointF, *, select: bool) -> None:
        places = self.caret_map()
        if places is not None:
            self._column = None
            self.buffer.move_to(places.place_at(point.x(), point.y()), select=select)
            self._show()

    # -- input method ----------------------------------------------------------------------------------------

    def input_method(self, event: QInputMethodEvent) -> None:
        """Take what an input method composes or commits."""
        if self.job is None:
            return
        self.buffer.preedit = ""
        if event.replacementLength():
            start = self.buffer.caret + event.replacementStart()
            self.buffer.move_to(start)
            self.buffer.move_to(start + event.replacementLength(), select=True)
        if event.commitString() or event.replacementLength():
            self.buffer.insert(event.commitString())
        if event.preeditString() and self.buffer.selected_text:
            self.buffer.insert("")
        self.buffer.preedit = event.preeditString()
        self._changed()

    def query(self, query: Qt.InputMethodQuery) -> object:
        """What an input method asks; None where the widget's own answer will do."""
        if self.job is None:
            return False if query == Qt.InputMethodQuery.ImEnabled else None
        if query == Qt.InputMethodQuery.ImEnabled:
            return True
        if query == Qt.InputMethodQuery.ImCursorRectangle:
            rect = self.caret_rect()
            return None if rect is None else self._stage.on_view(rect, self.job.table)
        answers: dict[Qt.InputMethodQuery, object] = {
            Qt.InputMethodQuery.ImSurroundingText: self.buffer.text,
            Qt.InputMethodQuery.ImCursorPosition: self.buffer.caret,
            Qt.InputMethodQuery.ImAnchorPosition: self.buffer.anchor,
            Qt.InputMethodQuery.ImCurrentSelection: self.buffer.selected_text,
        }
        return answers.get(query)

    # -- where it stands -------------------------------------------------------------------------------------

    def frame(self) -> QRectF | None:
        """The card or header that has the caret, on the map."""
        found = self._place()
        return None if found is None else found.frame

    def _place(self) -> WrittenPlace | None:
        return None if self.job is None else written_place(self.job, self._stage.layout, self._stage.document)

    def caret_map(self) -> CaretMap | None:
        """The places of the letters, on the map; None while nothing is written."""
        found = self._place()
        return None if found is None else found.letters(self.buffer.shown)

    def caret_rect(self) -> QRectF | None:
        """The caret on the map, 1 px wide."""
        places = self.caret_map()
        if places is None:
            return None
        spot = places.spot(self.buffer.caret + len(self.buffer.preedit))
        line = places.lines[spot.line]
        return QRectF(spot.x, line.top, 1.0, line.height)

    def marked(self) -> tuple[list[QRectF], list[QRectF]]:
        """The selected stretches, and those that an input method is composing, on the map."""
        places = self.caret_map()
        if places is None:
            return [], []
        buffer = self.buffer
        composed = len(buffer.preedit)
        start, end = buffer.selection
        selected = places.stretches(start, end) if start != end and not composed else []
        under = places.stretches(buffer.caret, buffer.caret + composed) if composed else []

        def rects(stretches: list[tuple[int, float, float]]) -> list[QRectF]:
            return [
                QRectF(left, places.lines[number].top, right - left, places.lines[number].height)
                for number, left, right in stretches
            ]

        return rects(selected), rects(under)
