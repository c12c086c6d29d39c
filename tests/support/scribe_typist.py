"""Somebody who types a list of notes into the scribe line by key events alone, and counts the keys beyond the text.

A key or a chord counts one, Enter included; the letters of the notes are free.  The list has a row a note: text, type,
phase, persona, emotion (-2..+2), and the number of the row to which the note belongs; what is empty is not said.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model import scribe
from model.document import Document
from model.records import Item
from widgets.scribe.line import ScribeLine

Key = Qt.Key
Modifier = Qt.KeyboardModifier
ALT, CTRL, SHIFT = Modifier.AltModifier, Modifier.ControlModifier, Modifier.ShiftModifier
WALK_AT_MOST = 3
"""So many touchpoints back are walked to by a key; further ones are named by their number."""


@dataclass(frozen=True)
class Note:
    """A row of the list."""

    number: str
    text: str
    kind: str
    phase: str = ""
    persona: str = ""
    emotion: int | None = None
    attached: str = ""


def read_notes(path: Path) -> list[Note]:
    """The list of a workshop, in spoken order."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Note(
                row["nr"],
                row["text"],
                row["type"],
                row["phase"],
                row["persona"],
                int(row["emotion"]) if row["emotion"] else None,
                row["attach_to"],
            )
            for row in csv.DictReader(file, delimiter=";")
        ]


class Typist:
    """Types into ``line``; ``made`` are the cards by the numbers of the list, ``costs`` the keys of each note."""

    def __init__(self, line: ScribeLine) -> None:
        self.line = line
        self.costs: list[int] = []
        self.made: dict[str, str] = {}
        self._keys = 0

    @property
    def document(self) -> Document:
        return self.line._bridge.document

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        self._keys += 1
        QTest.keyClick(self.line.field, key, modifiers)

    def letters(self, text: str, *, counted: bool) -> None:
        """Letters, as keys; those that belong to no note are counted."""
        self._keys += len(text) if counted else 0
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self.line.field, letter)
            else:  # QTest knows the letters of ASCII only, and ends the program at others
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(self.line.field, QKeyEvent(kind, 0, Modifier.NoModifier, letter))

    def note(self, note: Note) -> Item:
        """One note of the list; the card that came of it."""
        self._keys = 0
        document = self.document
        kind = scribe.PARKED if note.kind == "note" and not note.phase else note.kind
        host = document.item_table[self.made[note.attached]] if note.attached else None
        self._choose(kind, host)
        if note.persona or note.kind != "touchpoint":  # of a touchpoint only the feeling is somebody's
            self._walk_to_persona(note.persona)
        if note.phase and host is None:
            self._go_to_phase(note.phase)
        if note.emotion is not None:
            self.key(Qt.Key(Key.Key_0 + note.emotion + 3), CTRL)
        self.letters(note.text, counted=False)
        self.key(Key.Key_Return)
        self.costs.append(self._keys)
        made = self.line.aim.sent[-1]
        self.made[note.number] = made
        return self.document.item_table[made]

    def all(self, notes: Sequence[Note]) -> None:
        for note in notes:
            self.note(note)

    def _walk_to_persona(self, name: str) -> None:
        """To a persona by the fewest keys, or to nobody."""
        wanted = next((persona.id for persona in self.document.personas if persona.name == name), "")
        presses = {by: self._presses(wanted, by) for by in (1, -1)}
        by = min(presses, key=lambda way: presses[way])
        for _ in range(presses[by]):
            self.key(Key.Key_Down if by > 0 else Key.Key_Up, CTRL)

    def _presses(self, wanted: str, by: int) -> int:
        aim, count = self.line.aim, 0
        while scribe.whom(self.document, aim) != wanted:
            aim, count = scribe.persona_on(self.document, aim, by), count + 1
            if count > len(self.document.personas) + 1:
                raise AssertionError(f"no key leads to the persona {wanted!r}")
        return count

    def _choose(self, kind: str, host: Item | None) -> None:
        """Choose the kind by its slash command, and the touchpoint by walking to it or by its number."""
        aim = scribe.with_kind(self.line.aim, kind)
        usual = scribe.host_of(self.document, aim)
        back = 0
        digits = ""
        if host is not None and (usual is None or usual.id != host.id):
            walked = aim
            while back < WALK_AT_MOST and (scribe.host_of(self.document, walked) or host).id != host.id:
                walked = scribe.host_on(self.document, walked, -1)
                back += 1
            found = scribe.host_of(self.document, walked)
            if found is None or found.id != host.id or back >= len(str(host.number)):
                digits, back = str(host.number), 0
        if kind != "touchpoint" or digits:
            self.letters(f"/{digits}{scribe.letter_of(kind)}", counted=True)
        for _ in range(back):
            self.key(Key.Key_Up, ALT | SHIFT)

    def _go_to_phase(self, name: str) -> None:
        names = [phase.name for phase in self.document.phases]
        here, there = scribe.phase_index(self.document, self.line.aim), names.index(name)
        if here == there:
            return
        if there < 9:
            self.key(Qt.Key(Key.Key_1 + there), ALT)
        else:
            for _ in range(abs(there - here)):
                self.key(Key.Key_Right if there > here else Key.Key_Left, ALT)
