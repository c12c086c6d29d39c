"""Letters typed in a column in which one does not write go to the next row that begins with them there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication

from model.finding import folded


class TypeAhead:
    """Keeps what was typed, until somebody waits as long as Qt's lists do."""

    def __init__(self) -> None:
        self._typed = ""
        self._found = (-1, -1)
        self._timer = QElapsedTimer()

    @property
    def typing(self) -> bool:
        """Whether letters were typed a moment ago: a space belongs to them then."""
        waited = QApplication.keyboardInputInterval()
        return bool(self._typed) and self._timer.isValid() and self._timer.elapsed() <= waited

    def find(self, letter: str, texts: Sequence[str], here: int, column: int) -> int:
        """The place of the row that is meant, from the row ``here`` on and round; -1 for none.

        ``texts`` are those of a column, by row.  The same letter again goes to the next row that begins with it; from
        another row or column than it led to, another word begins.
        """
        again = self.typing and self._found == (here, column)
        self._timer.start()
        letter = folded(letter)
        self._typed = self._typed + letter if again else letter
        same = set(self._typed) == {letter}
        found = self._search(self._typed, texts, here + (0 if again and not same else 1))
        if found < 0 and same:
            found = self._search(letter, texts, here + 1)
        self._found = (found if found >= 0 else here, column)
        return found

    @staticmethod
    def _search(wanted: str, texts: Sequence[str], begin: int) -> int:
        places = ((begin + step) % len(texts) for step in range(len(texts)))
        return next((place for place in places if folded(texts[place]).startswith(wanted)), -1)
