"""What a key means to a text that is being written on the map."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_STANDARD = QKeySequence.StandardKey
_ACTIONS: tuple[tuple[QKeySequence.StandardKey, str], ...] = (
    (_STANDARD.Undo, "undo"),
    (_STANDARD.Redo, "redo"),
    (_STANDARD.Copy, "copy"),
    (_STANDARD.Cut, "cut"),
    (_STANDARD.Paste, "paste"),
    (_STANDARD.SelectAll, "all"),
    (_STANDARD.DeleteStartOfWord, "delete-word-"),
    (_STANDARD.DeleteEndOfWord, "delete-word+"),
)
_MOVES: tuple[tuple[QKeySequence.StandardKey, str, bool], ...] = (
    (_STANDARD.MoveToPreviousWord, "word-", False),
    (_STANDARD.MoveToNextWord, "word+", False),
    (_STANDARD.SelectPreviousWord, "word-", True),
    (_STANDARD.SelectNextWord, "word+", True),
    (_STANDARD.MoveToPreviousChar, "char-", False),
    (_STANDARD.MoveToNextChar, "char+", False),
    (_STANDARD.SelectPreviousChar, "char-", True),
    (_STANDARD.SelectNextChar, "char+", True),
    (_STANDARD.MoveToPreviousLine, "line-", False),
    (_STANDARD.MoveToNextLine, "line+", False),
    (_STANDARD.SelectPreviousLine, "line-", True),
    (_STANDARD.SelectNextLine, "line+", True),
    (_STANDARD.MoveToStartOfLine, "home", False),
    (_STANDARD.MoveToEndOfLine, "end", False),
    (_STANDARD.SelectStartOfLine, "home", True),
    (_STANDARD.SelectEndOfLine, "end", True),
    (_STANDARD.MoveToStartOfDocument, "start", False),
    (_STANDARD.MoveToEndOfDocument, "finish", False),
    (_STANDARD.SelectStartOfDocument, "start", True),
    (_STANDARD.SelectEndOfDocument, "finish", True),
)


def is_for_text(event: QKeyEvent) -> bool:
    """Whether a key that is a shortcut somewhere is for the text while it has the caret."""
    modifiers = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    plain = modifiers == Qt.KeyboardModifier.NoModifier
    # AltGr types letters (Ctrl+Alt on Windows).
    types = plain or modifiers == Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    if types and event.text() and event.text().isprintable():
        return True
    if plain and not (Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35 and event.key() != Qt.Key.Key_F2):
        return True
    return action_of(event) is not None


def is_command(event: QKeyEvent) -> bool:
    """Whether a key with a letter is a command, and no letter of the text."""
    modifiers = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return modifiers in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier)


def action_of(event: QKeyEvent) -> str | None:
    """What a key does to the text: "undo", "copy", "delete-word-", or a move as "word+", with "*" where it selects;
    None for a key that does none of it."""
    for key, action in _ACTIONS:
        if event.matches(key):
            return action
    for key, move, select in _MOVES:
        if event.matches(key):
            return f"{move}*" if select else move
    if event.key() == Qt.Key.Key_Backspace:
        return "delete-"
    if event.key() == Qt.Key.Key_Delete:
        return "delete+"
    return None
