"""The text that is being typed: caret, selection, and an undo of its own.  Knows no widget and no layout.

Places are counted in characters of the text; the caret steps over grapheme clusters, so that an emoji or a letter
with its accent goes as one.
"""

from __future__ import annotations

import re
from itertools import accumulate

from model.plaintext import clean_text
from model.records import MAX_TEXT
from model.text.clusters import grapheme_clusters
from model.values import dataclass

_WORD = re.compile(r"\w+|[^\w\s]+")
_LINE_ENDS = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class _State:
    text: str
    caret: int
    anchor: int


class TextBuffer:
    """A text under the caret.  ``anchor`` is the other end of the selection; equal to ``caret`` there is none.

    ``preedit`` is what an input method is composing: shown at the caret, but not part of the text yet.
    With ``one_line`` line ends become spaces (names of phases, steps and lanes).
    """

    def __init__(self, text: str = "", *, one_line: bool = False) -> None:
        self._one_line = one_line
        self._text = text
        self._caret = self._anchor = len(text)
        self._done: list[_State] = []
        self._undone: list[_State] = []
        self._run = ""  # what kind of edit goes on: typing letters, or deleting, is one step until something else
        self.preedit = ""

    # -- reading ---------------------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The text, without what is being composed."""
        return self._text

    @property
    def shown(self) -> str:
        """The text as it is shown, with what is being composed."""
        return self._text[: self._caret] + self.preedit + self._text[self._caret :] if self.preedit else self._text

    @property
    def caret(self) -> int:
        """Where the next letter goes."""
        return self._caret

    @property
    def anchor(self) -> int:
        """The end of the selection that stays."""
        return self._anchor

    @property
    def selection(self) -> tuple[int, int]:
        """(start, end) of the selected characters; equal when none are."""
        return min(self._caret, self._anchor), max(self._caret, self._anchor)

    @property
    def selected_text(self) -> str:
        """The selected characters."""
        start, end = self.selection
        return self._text[start:end]

    # -- moving ----------------------------------------------------------------------------------------------

    def move_to(self, place: int, *, select: bool = False) -> None:
        """Put the caret at ``place``, as near as the text allows; with ``select`` the anchor stays."""
        self._caret = self._on_cluster(min(max(place, 0), len(self._text)))
        if not select:
            self._anchor = self._caret
        self._run = ""

    def step(self, direction: int, *, word: bool = False, select: bool = False) -> None:
        """Go one cluster (or word) back (-1) or on (+1); without ``select`` a selection just collapses."""
        start, end = self.selection
        if start != end and not select and not word:
            self.move_to(start if direction < 0 else end)
        else:
            self.move_to(self._beside(self._caret, direction, word), select=select)

    def select_all(self) -> None:
        """Select the whole text."""
        self._anchor, self._caret = 0, len(self._text)
        self._run = ""

    def select_word(self, place: int) -> None:
        """Select the word at ``place``."""
        for found in _WORD.finditer(self._text):
            if found.start() <= place <= found.end():
                self._anchor, self._caret = found.start(), found.end()
                break
        else:
            self.move_to(place)
        self._run = ""

    # -- changing --------------------------------------------------------------------------------------------

    def insert(self, text: str) -> bool:
        """Put ``text`` in place of the selection.  Returns False, changing nothing, where it would be too long."""
        text = clean_text(text)
        if self._one_line:
            text = _LINE_ENDS.sub(" ", text)
        start, end = self.selection
        if len(self._text) - (end - start) + len(text) > MAX_TEXT:
            return False
        if not text and start == end:
            return True
        # A space ends the step, so that undo takes back a word at a time.
        kind = "typing" if len(text) == 1 and start == end and not text.isspace() else ""
        self._keep(kind)
        self._text = self._text[:start] + text + self._text[end:]
        self._caret = self._anchor = start + len(text)
        self._run = kind
        return True

    def delete(self, direction: int, *, word: bool = False) -> None:
        """Delete the selection, or a cluster (or word) before (-1) or behind (+1) the caret."""
        start, end = self.selection
        if start == end:
            other = self._beside(self._caret, direction, word)
            start, end = min(other, self._caret), max(other, self._caret)
            kind = "" if word else "deleting"
        else:
            kind = ""
        if start == end:
            return
        self._keep(kind)
        self._text = self._text[:start] + self._text[end:]
        self._caret = self._anchor = start
        self._run = kind

    def undo(self) -> bool:
        """Take the last change of the text back; False when there is none."""
        return self._travel(self._done, self._undone)

    def redo(self) -> bool:
        """Change the text again; False when nothing was taken back."""
        return self._travel(self._undone, self._done)

    def _travel(self, here: list[_State], there: list[_State]) -> bool:
        if not here:
            return False
        there.append(_State(self._text, self._caret, self._anchor))
        state = here.pop()
        self._text, self._caret, self._anchor = state.text, state.caret, state.anchor
        self._run = ""
        return True

    def _keep(self, kind: str) -> None:
        if not kind or kind != self._run:
            self._done.append(_State(self._text, self._caret, self._anchor))
        self._undone.clear()

    # -- places ----------------------------------------------------------------------------------------------

    def _borders(self) -> list[int]:
        return list(accumulate(map(len, grapheme_clusters(self._text)), initial=0))

    def _on_cluster(self, place: int) -> int:
        if place in (0, len(self._text)):
            return place
        return max(border for border in self._borders() if border <= place)

    def _beside(self, place: int, direction: int, word: bool) -> int:
        if word:
            if direction < 0:
                return max((m.start() for m in _WORD.finditer(self._text) if m.start() < place), default=0)
            return min((m.start() for m in _WORD.finditer(self._text) if m.start() > place), default=len(self._text))
        borders = self._borders()
        if direction < 0:
            return max((border for border in borders if border < place), default=0)
        return min((border for border in borders if border > place), default=len(self._text))
