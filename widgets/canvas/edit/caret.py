"""Where in laid-out lines a character stands: for caret, selection and clicks.

Editing shows the very lines that the card shows otherwise (:func:`model.text.breaking.layout_text`), so that no
letter moves when the caret comes or goes; only the places of the letters have to be found again, in reading order
also where a line runs from right to left.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from model.text.bidi import levels, needs_bidi, visual_order
from model.text.breaking import HYPHEN
from model.text.shape import TextLine
from model.values import dataclass


@dataclass(frozen=True, slots=True)
class EditLine:
    """A line of a text: its left end is at ``x`` px; (top, height) is what a caret on it covers.

    Spaces at its end, which are not drawn, get ``space`` px each for the caret, up to ``right``.
    """

    line: TextLine
    x: float
    top: float
    height: float
    space: float = 0.0
    right: float = 1e9


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a caret stands: x in px, and the number of its line."""

    x: float
    line: int


@dataclass(frozen=True, slots=True)
class _Char:
    left: float
    right: float
    rtl: bool

    @property
    def lead(self) -> float:
        return self.right if self.rtl else self.left

    @property
    def trail(self) -> float:
        return self.left if self.rtl else self.right


class CaretMap:
    """The places of the characters of ``text`` in its ``lines`` (of which there is at least one)."""

    def __init__(self, text: str, lines: Sequence[EditLine]) -> None:
        self._text = text
        self.lines = tuple(lines)
        self._starts = [placed.line.start for placed in self.lines]
        self._chars = [_characters(text, placed) for placed in self.lines]

    def line_of(self, place: int) -> int:
        """The number of the line on which a caret at character ``place`` stands: the later one at a soft break."""
        return max(bisect_right(self._starts, place) - 1, 0)

    def spot(self, place: int) -> Spot:
        """Where a caret before character ``place`` stands."""
        number = self.line_of(place)
        placed, chars = self.lines[number], self._chars[number]
        if place in chars:
            return Spot(chars[place].lead, number)
        before = max((at for at in chars if at < place), default=None)
        if before is None:
            return Spot(placed.x + (placed.line.width if placed.line.rtl else 0.0), number)
        return Spot(chars[before].trail, number)

    def place_at(self, x: float, y: float) -> int:
        """The character before which a click at (x, y) puts the caret."""
        number = next((i for i, line in enumerate(self.lines) if y < line.top + line.height), len(self.lines) - 1)
        return self.place_on(number, x)

    def place_on(self, number: int, x: float) -> int:
        """The place on line ``number`` nearest to ``x``."""
        placed, chars = self.lines[number], self._chars[number]
        start, last = placed.line.start, self._last(number)
        return min(range(start, last + 1), key=lambda place: (abs(self._x_on(number, place) - x), place in chars))

    def home(self, place: int) -> int:
        """The first place on the line of ``place``."""
        return self.lines[self.line_of(place)].line.start

    def end(self, place: int) -> int:
        """The last place on the line of ``place``."""
        return self._last(self.line_of(place))

    def beside(self, place: int, lines: int, x: float) -> int | None:
        """The place nearest to ``x`` so many lines up (-1) or down (+1); None above the first or below the last."""
        number = self.line_of(place) + lines
        return self.place_on(number, x) if 0 <= number < len(self.lines) else None

    def stretches(self, start: int, end: int) -> list[tuple[int, float, float]]:
        """(line, left, right) of each piece of the selection from ``start`` to ``end``."""
        found: list[tuple[int, float, float]] = []
        for number, chars in enumerate(self._chars):
            pieces: list[tuple[float, float]] = []
            for place, char in sorted(chars.items(), key=lambda entry: entry[1].left):
                if not start <= place < end or char.right <= char.left:
                    continue
                if pieces and char.left - pieces[-1][1] < 0.5:
                    pieces[-1] = (pieces[-1][0], char.right)
                else:
                    pieces.append((char.left, char.right))
            found += [(number, left, right) for left, right in pieces]
        return found

    def _x_on(self, number: int, place: int) -> float:
        chars, placed = self._chars[number], self.lines[number]
        if place in chars:
            return chars[place].lead
        before = max((at for at in chars if at < place), default=None)
        return placed.x if before is None else chars[before].trail

    def _last(self, number: int) -> int:
        """The last place that belongs to a line: before its line end, or before the space at which it was broken."""
        line = self.lines[number].line
        if number + 1 == len(self.lines):
            return line.end
        following = self.lines[number + 1].line.start
        if line.end < following:  # a line end stands between them
            return line.end
        return max(line.end - 1, line.start)


def _characters(text: str, placed: EditLine) -> dict[int, _Char]:
    """Place -> where the character is drawn.  Characters that are not drawn have no width."""
    line = placed.line
    shown = _shown(text, line)
    order = _left_to_right(text, line, shown)
    chars: dict[int, _Char] = {}
    queue = iter(order)
    for run in line.runs:
        count = len(run.glyphs)
        at = 0
        while at < count:
            after = at + 1
            while after < count and not run.clusters[after]:
                after += 1
            cluster = run.clusters[at].replace(HYPHEN, "")
            left = placed.x + run.xs[at]
            width = sum(run.advances[at:after])
            places = [place for _, place in zip(range(len(cluster)), queue, strict=False)]
            share = width / len(places) if places else 0.0
            for number, place in enumerate(places):
                chars[place] = _Char(left + number * share, left + (number + 1) * share, run.rtl)
            at = after
    _fill_gaps(text, placed, chars)
    return chars


def _shown(text: str, line: TextLine) -> list[int]:
    """The places of the characters that are drawn, in reading order."""
    wanted = line.text.replace(HYPHEN, "")
    places: list[int] = []
    at = line.start
    if wanted and text[at] in " \t":  # spaces that begin a paragraph: only the last of them are drawn
        spaces = len(text[at : line.end]) - len(text[at : line.end].lstrip(" \t"))
        at += max(spaces - (len(wanted) - len(wanted.lstrip(" \t"))), 0)
    for char in wanted:
        while at < line.end and text[at] == HYPHEN and char != HYPHEN:
            at += 1
        places.append(at)
        at += 1
    return places


def _left_to_right(text: str, line: TextLine, shown: list[int]) -> list[int]:
    """``shown`` in the order in which it is drawn from left to right."""
    if not any(run.rtl for run in line.runs):
        return shown
    begin = max(text.rfind("\n", 0, line.start) + 1, 0)
    close = text.find("\n", line.end)
    paragraph = text[begin : close if close >= 0 else len(text)]
    if not needs_bidi(paragraph):
        return shown
    _, by_char = levels(paragraph)
    return visual_order(shown, [by_char[place - begin] for place in shown])


def _fill_gaps(text: str, placed: EditLine, chars: dict[int, _Char]) -> None:
    """Give the characters that are not drawn (soft hyphens, hanging spaces) the place behind the one before."""
    line = placed.line
    first, last = min(chars, default=None), max(chars, default=-1)
    edge = placed.x + (line.width if line.rtl else 0.0) if first is None else chars[first].lead
    for place in range(line.start, min(line.end, len(text))):
        if place in chars:
            edge = chars[place].trail
            continue
        if text[place] in " \t" and place > last and not line.rtl:
            after = max(min(edge + placed.space, placed.right), edge)
            chars[place] = _Char(edge, after, False)
            edge = after
        else:
            chars[place] = _Char(edge, edge, False)
