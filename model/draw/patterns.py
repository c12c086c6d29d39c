"""What tells kinds of cards apart without colour: a letter in the language that is spoken, and a pattern.

Letters and patterns stand in the tokens of the look (``types``); a kind that is added by a table alone gets the first
letter of its name and no pattern, one of a newer version a question mark.
"""

from __future__ import annotations

import re
from functools import cache

from model.draw.displaylist import Clip, Op, Path, Rect, Segments, ellipse
from model.draw.theme import tokens
from model.i18n import LANGUAGES, language
from model.kinds import ITEM_KINDS
from model.layout.cards import token_of

_PATTERN = re.compile(r"(horizontal|vertical|dots|diagonal|cross-hatch)[^0-9/\\]*([/\\]?)[^0-9]*([0-9.]+) mm")
LINE = 0.35
"""The width of a pattern's lines, mm."""
DOT = 0.42
"""The radius of its dots, mm."""


def letter_of(kind: str) -> str:
    """The letter of a kind of card in the language that is spoken; "?" for a kind that this version does not know."""
    known = ITEM_KINDS.get(kind)
    if known is None:
        return "?"
    row = tokens()["types"].get(known.token)
    spoken = language() if language() in LANGUAGES else "en"
    # Two kinds may share a token; its letter is that of the kind whose name the token has.
    if row is not None and row["en"] == known.name:
        return str(row[f"letter_{spoken}"])
    return known.title.strip()[:1].upper() or "?"


@cache
def _pattern(kind: str) -> tuple[str, str, float] | None:
    """(form, direction, distance in mm) of a kind's pattern; None for a plain one."""
    row = tokens()["types"].get(token_of(kind)) if kind in ITEM_KINDS else None
    found = _PATTERN.match(row["pattern"]) if row is not None else None
    return (found[1], found[2], float(found[3])) if found else None


def pattern_ops(kind: str, x: float, y: float, w: float, h: float, mm: float, color: str) -> tuple[Op, ...]:
    """The pattern of a kind in a rectangle; ``mm`` are the list's units in a millimetre.

    A touchpoint is all dark, as its bar on the map is; a kind without a pattern has a dashed frame.
    """
    if kind == "touchpoint":
        return (Rect(x, y, w, h, color),)
    found = _pattern(kind)
    if found is None:
        inset = 0.9 * mm
        dash = (1.6 * mm, 1.1 * mm)
        frame = Rect(x + inset, y + inset, w - 2 * inset, h - 2 * inset, None, color, LINE * mm, dash=dash)
        return (frame,)
    form, way, distance = found
    step = distance * mm
    if form == "dots":
        return (Clip(x, y, w, h, (Path(_dots(x, y, w, h, step, DOT * mm), color),)),)
    segments: Segments = ()
    if form in {"horizontal", "cross-hatch"}:
        segments += _rows(x, y, w, h, step)
    if form in {"vertical", "cross-hatch"}:
        segments += _columns(x, y, w, h, step)
    if form == "diagonal":
        segments = _slanted(x, y, w, h, step, rising=way == "/")
    return (Clip(x, y, w, h, (Path(segments, None, color, LINE * mm),)),)


def _rows(x: float, y: float, w: float, h: float, step: float) -> Segments:
    ys = [y + step / 2 + i * step for i in range(int(h / step) + 1)]
    return tuple(part for at in ys for part in (("M", (x, at)), ("L", (x + w, at))))


def _columns(x: float, y: float, w: float, h: float, step: float) -> Segments:
    xs = [x + step / 2 + i * step for i in range(int(w / step) + 1)]
    return tuple(part for at in xs for part in (("M", (at, y)), ("L", (at, y + h))))


def _slanted(x: float, y: float, w: float, h: float, step: float, *, rising: bool) -> Segments:
    found: list[tuple[str, tuple[float, ...]]] = []
    across = step * 2**0.5
    for i in range(int((w + h) / across) + 2):
        at = i * across
        if rising:
            found += [("M", (x, y + at)), ("L", (x + at, y))]
        else:
            found += [("M", (x + w - at, y)), ("L", (x + w, y + at))]
    return tuple(found)


def _dots(x: float, y: float, w: float, h: float, step: float, r: float) -> Segments:
    found: Segments = ()
    for row in range(int(h / step) + 1):
        shift = step / 2 if row % 2 else 0.0
        for column in range(int(w / step) + 1):
            found += ellipse(x + step / 2 + column * step - shift, y + step / 2 + row * step, r)
    return found
