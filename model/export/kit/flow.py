"""Text that has to fit a card: made smaller step by step, and then carried on to a second card.

PK2  A text is set as large as its card allows.  Where it does not fit at the smallest size (PK1) it goes on on as many
     more cards as it needs, each marked "2/3", and is then set as large as that number of cards allows.
PK3  While there is a smaller size above 4.4 mm at which no word is parted, that is taken.
"""

from __future__ import annotations

from collections.abc import Sequence

from model.export.kit.ink import INK, LEAST, Ink, K, broken, em
from model.text.shape import TextLine, TextStyle
from model.values import dataclass

STEPS = (1.0, 0.9, 0.81, 0.73, 0.66, 0.59, 0.53, 0.48, 0.43, 0.39, 0.35, 0.31, 0.28, 0.25, 0.2)
_WHOLE_WORDS = 4.4
_SLACK = 1e-6


@dataclass(frozen=True, slots=True)
class Block:
    """A text of a card: ``size`` is its largest em in mm, ``before`` the white above it, ``indent`` at its left, in mm.

    ``least`` is its own smallest size, where that is more than the smallest of all.  ``heads``: it stands on the same
    card as the line that follows.  ``sign`` is a kind of card whose letter stands in the indent of the first line.
    """

    text: str
    size: float
    weight: int = 400
    italic: bool = False
    color: str = INK
    before: float = 0.0
    indent: float = 0.0
    lang: str = "nl"
    heads: bool = False
    sign: str = ""
    least: float = LEAST

    def style(self, scale: float) -> TextStyle:
        """Its style at a step."""
        return em(max(self.least, self.size * scale), self.weight, self.italic)


@dataclass(frozen=True, slots=True)
class Row:
    """A line in its place: ``y`` mm from the top of the text's room; ``first`` of its block."""

    line: TextLine
    y: float
    block: Block
    style: TextStyle
    first: bool


Card = tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Flowed:
    """The text of one or more cards, and where each ends, in mm."""

    cards: tuple[Card, ...]
    ends: tuple[float, ...]


_Set = list[tuple[Block, TextStyle, tuple[TextLine, ...]]]


def _set(blocks: Sequence[Block], width: float, scale: float) -> _Set:
    found: _Set = []
    for block in blocks:
        setting = block.style(scale)
        lines = broken(block.text, setting, width - block.indent, block.lang)
        if lines:
            found.append((block, setting, lines))
    return found


def _parts_words(rows: _Set) -> bool:
    """Whether a word is parted that a smaller size could leave whole."""
    for block, setting, lines in rows:
        if setting.size / em(1.0).size <= _WHOLE_WORDS + _SLACK:
            continue
        text = block.text
        for line in lines[:-1]:
            end = line.end
            if 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
                return True
    return False


def _dealt(rows: _Set, first: float, more: float) -> Flowed:
    """Lines dealt over cards of ``first`` mm and then ``more`` mm of height."""
    unit = em(1.0).size
    cards: list[list[Row]] = [[]]
    ends: list[float] = [0.0]
    for index, (block, setting, lines) in enumerate(rows):
        high = setting.line / unit
        for place, line in enumerate(lines):
            room = first if len(cards) == 1 else more
            gap = block.before if place == 0 and cards[-1] else 0.0
            need = gap + high
            if block.heads and place == len(lines) - 1 and index + 1 < len(rows):
                need += rows[index + 1][0].before + rows[index + 1][1].line / unit
            if cards[-1] and ends[-1] + need > room + _SLACK:
                cards.append([])
                ends.append(0.0)
                gap = 0.0
            cards[-1].append(Row(line, ends[-1] + gap, block, setting, place == 0))
            ends[-1] += gap + high
    return Flowed(tuple(tuple(card) for card in cards), tuple(ends))


def flow(blocks: Sequence[Block], width: float, height: float, more: float | None = None) -> Flowed:
    """``blocks`` on cards whose room for text is ``width`` by ``height`` mm, ``more`` mm on those after the first."""
    after = height if more is None else more
    last = _set(blocks, width, STEPS[-1])
    count = len(_dealt(last, height, after).cards)
    spare: Flowed | None = None
    for scale in STEPS:
        rows = _set(blocks, width, scale)
        made = _dealt(rows, height, after)
        if len(made.cards) > count:
            continue
        if not _parts_words(rows):
            return made
        spare = spare or made
    return spare or _dealt(last, height, after)


def settle(blocks: Sequence[Block], width: float, height: float) -> Flowed:
    """``blocks`` in one room that grows: as large as ``height`` mm allows, else at the smallest size."""
    made = flow(blocks, width, height)
    return made if len(made.cards) == 1 else _dealt(_set(blocks, width, STEPS[-1]), 1e9, 1e9)


def alike(rows: Sequence[tuple[Sequence[Block], float]], height: float) -> list[Flowed]:
    """Texts that stand in one row, each (blocks, width), all at the same step where they are of a kind.

    What needs less than half the size is settled by itself, so that one long name does not make all others small.
    """
    half = STEPS.index(0.48)

    def fits(blocks: Sequence[Block], width: float, scale: float) -> bool:
        made = _set(blocks, width, scale)
        return len(_dealt(made, height, height).cards) == 1 and not _parts_words(made)

    usual = [row for row in rows if fits(*row, STEPS[half])]
    chosen = next((scale for scale in STEPS if all(fits(*row, scale) for row in usual)), STEPS[half])
    return [_dealt(_set(*row, chosen), 1e9, 1e9) if fits(*row, STEPS[half]) else settle(*row, height) for row in rows]


def draw(ink: Ink, card: Card, x: float, y: float, width: float, sign: float = 4.0) -> None:
    """The lines of a card with the top left of its room at (x, y) mm; signs are ``sign`` mm high."""
    for row in card:
        if row.first and row.block.sign:
            ink.sign(row.block.sign, x, y + row.y + (row.style.line / K - sign) / 2, sign)
        ink.lines((row.line,), x + row.block.indent, y + row.y, width - row.block.indent, row.style, row.block.color)
