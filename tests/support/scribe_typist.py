"""Somebody who types a list of notes into the scribe line by key events alone, and counts the keys beyond the text.

A key or a chord counts one, Enter included; the letters of the notes are free.  The list has a row a note: text, type,
phase, persona, emotion (-2..+2), and the number of the row to which the note belongs; what is empty is not said.

They know the keys of the sheet of shortcuts and nothing else, and take the shortest way that they give.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model import scribe
from model.document import Document
from model.records import Item
from model.scribe import Aim
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
        while host is not None and host.kind != "touchpoint":  # a note that hangs on another one hangs where that does
            host = next(iter(document.targets.get(host.id, ())), None)
        self._choose(kind, host)
        if note.persona or note.kind != "touchpoint":  # of a touchpoint only the feeling is somebody's
            self._go_to_persona(note.persona)
        if note.phase and host is None:
            self._go_to_phase(note.phase)
        if note.emotion is not None:
            self.key(Qt.Key(Key.Key_0 + note.emotion + 3), CTRL)
        # A slash before a text that begins as a command does.
        typed = scribe.as_typed(document, self.line.aim, note.text)
        self.letters(typed[: len(typed) - len(note.text)], counted=True)
        self.letters(note.text, counted=False)
        self.key(Key.Key_Return)
        self.costs.append(self._keys)
        made = self.line.aim.sent[-1]
        self.made[note.number] = made
        return self.document.item_table[made]

    def all(self, notes: Sequence[Note]) -> None:
        for note in notes:
            self.note(note)

    def _go_to_persona(self, name: str) -> None:
        """To a persona, or to nobody: by a key in either direction, or by the beginning of the name."""
        wanted = next((persona.id for persona in self.document.personas if persona.name == name), "")
        presses = {by: self._presses(wanted, by) for by in (1, -1)}
        by = min(presses, key=lambda way: presses[way])
        place = next((n for n, p in enumerate(self.document.personas, 1) if p.id == wanted), 0)
        if 1 <= place <= 4 and presses[by] > 1:
            self.key(Qt.Key(Key.Key_5 + place), CTRL)
            return
        named = self._beginning(name)
        if named and len(named) < presses[by]:
            self.letters(named, counted=True)
            return
        for _ in range(presses[by]):
            self.key(Key.Key_Down if by > 0 else Key.Key_Up, CTRL)

    def _presses(self, wanted: str, by: int) -> int:
        aim, count = self.line.aim, 0
        while scribe.whom(self.document, aim) != wanted:
            aim, count = scribe.persona_on(self.document, aim, by), count + 1
            if count > len(self.document.personas) + 1:
                raise AssertionError(f"no key leads to the persona {wanted!r}")
        return count

    def _beginning(self, name: str) -> str:
        """The shortest "@…" that chooses ``name``; "" where none does."""
        for size in range(1, len(name) + 1):
            start = name[:size].casefold()
            first = next((p.name for p in self.document.personas if p.name.casefold().startswith(start)), "")
            if first == name and " " not in name[:size]:
                return f"@{name[:size].lower()} "
        return ""

    def _choose(self, kind: str, host: Item | None) -> None:
        """Choose the kind by its letter, and the touchpoint by walking to it or by its number before the letter."""
        aim = self.line.aim
        letter = Qt.Key(ord(scribe.letter_of(kind).upper()))
        usual = scribe.host_of(self.document, scribe.with_kind(aim, kind))
        if host is None or (usual is not None and usual.id == host.id):
            if kind != aim.kind:
                self.key(letter, ALT)
            return
        walked = self._walk(scribe.with_kind(aim, kind), host)
        if walked is not None and walked <= len(str(host.number)):
            self.key(letter, ALT)
            for _ in range(walked):
                self.key(Key.Key_Up, ALT | SHIFT)
            return
        self.letters(str(host.number), counted=True)
        self.key(letter, ALT)

    def _walk(self, aim: Aim, host: Item) -> int | None:
        """How often the key for an earlier touchpoint leads to ``host``; None for one that is too far back."""
        for presses in range(1, WALK_AT_MOST + 1):
            aim = scribe.host_on(self.document, aim, -1)
            found = scribe.host_of(self.document, aim)
            if found is not None and found.id == host.id:
                return presses
        return None

    def _go_to_phase(self, name: str) -> None:
        """By the number of the phase, or from there, or from here, step by step."""
        document, aim = self.document, self.line.aim
        here, there = scribe.phase_index(document, aim), [phase.name for phase in document.phases].index(name)
        jumps: list[tuple[int, Callable[[], None]]] = [(abs(there - here), lambda: self._walk_phases(here, there))]
        if len(document.phases) > 9 or there < 9:
            near = min(there, 9)
            jumps.append((1 + there - near, lambda: self._jump(near, there)))
        min(jumps, key=lambda jump: jump[0])[1]()

    def _jump(self, near: int, there: int) -> None:
        self.key(Qt.Key(Key.Key_0 + (near + 1) % 10), ALT)
        self._walk_phases(near, there)

    def _walk_phases(self, here: int, there: int) -> None:
        for _ in range(abs(there - here)):
            self.key(Key.Key_Right if there > here else Key.Key_Left, ALT)
