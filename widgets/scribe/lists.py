"""A list that is pasted into the line: a note for each of its lines, where the line stands, as one edit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from model.changes import ChangeSet
from model.commands.scribing import send_lines
from model.i18n import translate
from model.importers.lines import PastedLines
from model.scribe import Aim
from widgets.bridge import SessionBridge
from widgets.canvas.editor import MapEditor
from widgets.scribe.field import ScribeField


class PastedLists(QObject):
    """Writes lists that come into ``field``, and into the line elsewhere that says the same; ``aim`` tells where, and
    ``went`` is told the next aim and the last note."""

    def __init__(
        self,
        bridge: SessionBridge,
        editor: MapEditor,
        field: ScribeField,
        aim: Callable[[], Aim],
        went: Callable[[Aim, str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._editor, self._field = bridge, editor, field
        self._aim, self._went = aim, went
        field.pasted.connect(self.paste)

    def paste(self, pasted: PastedLines) -> None:
        """Every line becomes a note; or all of it one text, where a note is corrected."""
        lines, aim = pasted.texts, self._aim()
        if aim.corrects or not self._bridge.document.phases:
            self._field.insert(" ".join(lines))
            return
        changes, after = send_lines(self._bridge.document, aim, lines)
        if not changes or not self._bridge.apply(changes):
            return
        self._went(after, after.sent[-1])
        said = translate("Scribe", "%n note(s), one for each line.", n=len(lines))
        if pasted.left_out:
            said += " " + translate("Scribe", "%n line(s) were too many and are left out.", n=pasted.left_out)
        as_one = lambda: translate("Scribe", "As one note")  # noqa: E731 - it follows the language
        self._editor.offered.emit(said, ((as_one, lambda: self._one_instead(changes, lines)),))

    def _one_instead(self, changes: ChangeSet, lines: tuple[str, ...]) -> None:
        done = self._bridge.session.history.done
        if done and done[-1].changes is changes and self._bridge.undo():
            self._field.setFocus()
            self._field.setText(" ".join(lines))
