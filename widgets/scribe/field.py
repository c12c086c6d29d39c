"""The field of the scribe line: it turns keys into what they mean, and leaves every letter to the text."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from model.i18n import translate
from model.importers.lines import cards_from_lines
from model.records import MAX_TEXT
from model.scribe import kind_of_letter
from widgets.controls.texts import language_changed, name_for_readers

_KEY, _MOD = Qt.Key, Qt.KeyboardModifier
LETTER_CHORDS = sys.platform != "darwin"
"""Whether Alt and a letter choose a kind; on a Mac they write letters with accents."""
_ARROWS = {_KEY.Key_Left: -1, _KEY.Key_Right: 1, _KEY.Key_Up: -1, _KEY.Key_Down: 1}


def key_of(event: QKeyEvent, platform: str) -> int:
    """The key that was pressed; with Ctrl or Alt a key of the row of digits is its digit, also where the layout (that
    of France and Belgium) writes digits there with Shift only.  ``platform`` is Qt's name of the window system."""
    key = event.key()
    if not event.modifiers() & (_MOD.ControlModifier | _MOD.AltModifier) or _KEY.Key_0 <= key <= _KEY.Key_9:
        return key
    digit = -1
    if platform in ("xcb", "wayland") and 10 <= event.nativeScanCode() <= 19:  # evdev's 2 to 11, and 8
        digit = (event.nativeScanCode() - 9) % 10
    elif platform == "windows" and 0x30 <= event.nativeVirtualKey() <= 0x39:
        digit = event.nativeVirtualKey() - 0x30
    return _KEY.Key_0 + digit if digit >= 0 else key


def meaning(key: int, modifiers: Qt.KeyboardModifier) -> tuple[str, int] | None:
    """What a key means beside the text: a word and a number; None for a key that is the text's own.

    "phase" by, "to_phase" n, "step" by, "kind" by, "letter" (its code point; a capital one with Shift), "persona" by,
    "to_persona" n, "channel" by, "feel" -2..+2, "unfeel", "host" by, "move" by (the last note, to the next phase),
    "send", "split", "recall" by, "leave".  The field adds "undo" and "redo" of the map.
    """
    held = modifiers & ~(_MOD.KeypadModifier | _MOD.GroupSwitchModifier)
    ctrl, alt, shift = _MOD.ControlModifier, _MOD.AltModifier, _MOD.ShiftModifier
    digit = key - _KEY.Key_0 if _KEY.Key_0 <= key <= _KEY.Key_9 else None
    by = _ARROWS.get(Qt.Key(key)) if key in _ARROWS else None
    across = key in (_KEY.Key_Left, _KEY.Key_Right)
    found: tuple[str, int] | None = None
    if key in (_KEY.Key_Return, _KEY.Key_Enter) and held in (_MOD.NoModifier, ctrl):
        found = ("split" if held == ctrl else "send", 0)
    elif key == _KEY.Key_Escape and held == _MOD.NoModifier:
        found = ("leave", 0)
    elif key == _KEY.Key_F2 and held in (_MOD.NoModifier, shift):
        found = ("recall", 1 if held == shift else -1)
    elif held == alt and digit is not None:
        found = ("to_phase", digit or 10)
    elif held in (alt, alt | shift) and LETTER_CHORDS and _KEY.Key_A <= key <= _KEY.Key_Z:
        letter = chr(key) if held & shift else chr(key).lower()
        found = ("letter", ord(letter)) if kind_of_letter(letter) is not None else None
    elif held == ctrl and digit is not None and digit <= 5:
        found = ("feel", digit - 3) if digit else ("unfeel", 0)
    elif held == ctrl and digit is not None:
        found = ("to_persona", digit - 5)
    elif held == alt and key in (_KEY.Key_PageUp, _KEY.Key_PageDown):
        found = ("step", -1 if key == _KEY.Key_PageUp else 1)
    elif by is not None:
        names = {
            (alt, True): "phase",
            (alt, False): "kind",
            (alt | shift, True): "move",
            (ctrl, False): "persona",
            (ctrl | shift, False): "channel",
            (alt | shift, False): "host",
        }
        name = names.get((held, across))
        found = (name, by) if name is not None else None
    return found


class ScribeField(QLineEdit):
    """One line of text.

    ``asked`` carries what a key means; ``joined`` that Backspace was pressed at the beginning; ``focused`` that the
    keyboard came or went.
    """

    asked = Signal(str, int)
    joined = Signal()
    focused = Signal(bool)
    pasted = Signal(object)
    """(:class:`PastedLines`): several lines were pasted where nothing stood."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(MAX_TEXT)
        self.setProperty("undoesTheMap", True)  # a note that was sent is taken back from here
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def retranslate(self) -> None:
        """Ask for the name again."""
        name_for_readers(self, translate("Scribe", "Next note"))

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """The line's keys are not shortcuts of the window while it has the keyboard."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (self._history(event) or self._meaning(event)) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    @staticmethod
    def _meaning(event: QKeyEvent) -> tuple[str, int] | None:
        return meaning(key_of(event, QGuiApplication.platformName()), event.modifiers())

    def _history(self, event: QKeyEvent) -> tuple[str, int] | None:
        """Undo and redo of the map, where there is nothing of the text to take back."""
        if event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            return "undo", 0
        if event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable():
            return "redo", 0
        return None

    def paste(self) -> None:
        """A list where nothing stands is for the line; other text is the field's own."""
        found = cards_from_lines(QGuiApplication.clipboard().text())
        if len(found.texts) > 1 and not self.text():
            self.pasted.emit(found)
        else:
            super().paste()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard came."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard went."""
        super().focusOutEvent(event)
        self.focused.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that mean something, then the text's own."""
        said = self._history(event) or self._meaning(event)
        if said is not None:
            event.accept()
            self.asked.emit(*said)
            return
        if event.key() == _KEY.Key_Backspace and self.cursorPosition() == 0 and not self.hasSelectedText():
            event.accept()
            self.joined.emit()  # there is nothing before the caret to take away
            return
        chord = event.modifiers() & ~_MOD.ShiftModifier == _MOD.AltModifier and bool(event.text())
        if LETTER_CHORDS and chord and event.text().isprintable():
            event.ignore()  # of a letter that chooses no kind the field would take the letter itself
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            event.accept()
            self.paste()
            return
        super().keyPressEvent(event)
