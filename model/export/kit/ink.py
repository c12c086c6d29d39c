"""Drawing on paper: sizes are given in mm from the top left of a page and written in pt, as display lists of paper are.

PK1  No text of the kit is smaller than 1.4 mm in x-height, and none is ever cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from model.draw import marks
from model.draw.displaylist import Group, Op, Path, Rect, Text
from model.draw.patterns import letter_of, pattern_ops
from model.layout import metrics
from model.layout.cards import token_of
from model.text.breaking import layout_text, shape_line
from model.text.shape import TextLine, TextStyle

K = 72 / 25.4
"""pt in a millimetre."""
X_HEIGHT = 0.496
"""Of the em (tokens: x_height_of_em)."""
LEAST = 2.85
"""The smallest em in mm (PK1): an x-height of 1.41 mm."""
LINE_OF_EM = 1.22

INK, SOFT, HAIR, RULE = "ink.1", "ink.2", "line.hair", "#A9A49A"
CUT = "#767C86"

Align = Literal["start", "middle", "end"]


def em(size: float, weight: int = 400, italic: bool = False, line: float = LINE_OF_EM) -> TextStyle:
    """A text style of ``size`` mm."""
    return TextStyle(size * K, size * line * K, weight, italic)


def broken(text: str, setting: TextStyle, width: float, lang: str) -> tuple[TextLine, ...]:
    """``text`` in lines of ``width`` mm; none for an empty text."""
    return layout_text(text, setting, width * K, lang=lang) if text.strip() else ()


class Ink:
    """Operations in the making."""

    def __init__(self) -> None:
        self.ops: list[Op] = []

    # -- shapes ----------------------------------------------------------------------------------------------------

    def rect(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        fill: str | None = None,
        stroke: str | None = None,
        width: float = 0.25,
        radius: float = 0.0,
        dash: tuple[float, ...] = (),
    ) -> None:
        """A rectangle; the dash in mm."""
        dashes = tuple(v * K for v in dash)
        self.ops.append(Rect(x * K, y * K, w * K, h * K, fill, stroke, width * K, radius * K, dashes))

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        color: str = RULE,
        width: float = 0.25,
        dash: tuple[float, ...] = (),
    ) -> None:
        """A straight line; the dash in mm."""
        segments = (("M", (x1 * K, y1 * K)), ("L", (x2 * K, y2 * K)))
        self.ops.append(Path(segments, None, color, width * K, tuple(v * K for v in dash)))

    def writing(self, x: float, y: float, w: float, h: float, pitch: float, color: str = RULE) -> None:
        """Lines to write on: as many of ``pitch`` mm as ``h`` has room for, the last at its lower end at most."""
        at = y + pitch
        while at <= y + h + 1e-6:
            self.line(x, at, x + w, at, color, 0.2)
            at += pitch

    def icon(self, name: str, x: float, y: float, size: float, color: str = INK) -> None:
        """An icon in a square of ``size`` mm."""
        self.ops.append(marks.icon(name, x * K, y * K, size * K, color))

    def face(self, score: int, persona: int, x: float, y: float, size: float) -> None:
        """The face of a score in a square of ``size`` mm."""
        self.ops.append(marks.face(score, persona, x * K, y * K, size * K))

    def pattern(self, kind: str, x: float, y: float, w: float, h: float) -> None:
        """The pattern of a kind of card."""
        self.ops += pattern_ops(kind, x * K, y * K, w * K, h * K, K, f"note.{token_of(kind)}.edge")

    def sign(self, kind: str, x: float, y: float, size: float) -> None:
        """The letter of a kind of card on a small white plate with its pattern beside it, ``1.6 * size`` mm wide."""
        edge = f"note.{token_of(kind)}.edge"
        self.rect(x, y, size * 1.6, size, f"note.{token_of(kind)}.fill", radius=0.5)
        self.pattern(kind, x + size, y, size * 0.6, size)
        self.rect(x, y, size * 1.6, size, None, edge, 0.25, radius=0.5)
        self.letter(kind, x, y, size, size)

    def letter(self, kind: str, x: float, y: float, w: float, size: float) -> None:
        """The letter of a kind of card in the middle of ``w`` by ``size`` mm."""
        line = shape_line(letter_of(kind), em(size * 0.78, 700), "en")
        self.ops.append(Text((x + w / 2) * K - line.width / 2, (y + size * 0.77) * K, line, INK))

    # -- text ------------------------------------------------------------------------------------------------------

    def lines(
        self,
        lines: Sequence[TextLine],
        x: float,
        y: float,
        w: float,
        setting: TextStyle,
        color: str = INK,
        align: Align = "start",
    ) -> float:
        """Lines below ``y``; where they end, in mm.  Lines from right to left begin at the right."""
        top = y * K
        for line in lines:
            free = w * K - line.width
            shift = free / 2 if align == "middle" else free if (align == "end") is not line.rtl else 0.0
            self.ops.append(Text(x * K + shift, top + metrics.baseline(setting), line, color))
            top += setting.line
        return top / K

    def say(
        self,
        text: str,
        x: float,
        y: float,
        w: float,
        size: float,
        *,
        weight: int = 400,
        italic: bool = False,
        color: str = INK,
        align: Align = "start",
        lang: str = "nl",
    ) -> float:
        """A text in lines of ``w`` mm below ``y``; where it ends."""
        setting = em(size, weight, italic)
        return self.lines(broken(text, setting, w, lang), x, y, w, setting, color, align)

    # -- parts -----------------------------------------------------------------------------------------------------

    def part(self, ops: Iterable[Op], role: str, *, source_id: str | None = None, label: str = "") -> None:
        """Operations as one element of the page, read together.

        The record stands on a group inside, so that it names characters that cannot be printed while each place of
        the same card is an element of its own (a card may be on five sheets).
        """
        inner = tuple(ops)
        if source_id is not None:
            inner = (Group(inner, source_id=source_id),)
        self.ops.append(Group(inner, role=role, label=label))
