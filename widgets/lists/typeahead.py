"""Letters typed in a column in which one does not write go to the next row that begins with them there."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication


class TypeAhead:
    """Keeps what was typed, until somebody waits as long as Qt's lists do."""

    def __init__(self) -> None:
        self._typed = ""
        self._timer = QElapsedTimer()

    @property
    def typing(self) -> bool:
        """Whether letters were typed a moment ago: a space belongs to them then."""
        waited = QApplication.keyboardInputInterval()
        return bool(self._typed) and self._timer.isValid() and self._timer.elapsed() <= waited

    def find(self, letter: str, texts: Sequence[str], here: int) -> int:
        """The place of the row that is meant, from ``here`` on and round; -1 for none.

        The same letter again goes to the next row that begins with it.
        """
        again = self.typing
        self._timer.start()
        letter = _plain(letter)
        self._typed = self._typed + letter if again else letter
        same = set(self._typed) == {letter}
        found = self._search(self._typed, texts, here + (0 if again and not same else 1))
        if found < 0 and same:
            found = self._search(letter, texts, here + 1)
        return found

    @staticmethod
    def _search(wanted: str, texts: Sequence[str], begin: int) -> int:
        places = ((begin + step) % len(texts) for step in range(len(texts)))
        return next((place for place in places if _plain(texts[place]).startswith(wanted)), -1)


def _plain(text: str) -> str:
    """Without case and accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
