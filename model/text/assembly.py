"""From the pieces of a line to its glyph runs in drawing order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from model.text.bidi import visual_order
from model.text.pieces import Part, Piece, Shaper
from model.text.shape import GlyphRun
from model.values import maker


@cache
def _zeros(count: int) -> tuple[float, ...]:
    return (0.0,) * count


@cache
def _run_maker() -> type[GlyphRun]:
    return maker(GlyphRun)


def letters_run(
    shapes: Shaper, glyphs: tuple[int, ...], advances: tuple[float, ...], chars: tuple[str, ...]
) -> tuple[GlyphRun, float]:
    """The run and the width in px of ``chars``, which are all among the letters of ``shapes``."""
    xs = tuple(accumulate(advances, initial=0.0))
    made = _run_maker()
    return made(shapes.font, shapes.size, glyphs, xs[:-1], _zeros(len(glyphs)), advances, chars, False, True), xs[-1]


def plain_line(pieces: Sequence[Piece]) -> tuple[tuple[GlyphRun, ...], float]:
    """The runs and the width in px of a line of which every piece is plain: one font, left to right."""
    if not pieces:
        return (), 0.0
    first = pieces[0].parts[0]
    glyphs: list[int] = []
    advances: list[float] = []
    clusters: list[str] = []
    letters = True
    for piece in pieces:
        part = piece.parts[0]
        letters = letters and part.letters
        glyphs += part.glyphs
        advances += part.advances
        clusters += part.clusters
    xs = list(accumulate(advances, initial=0.0))
    width = xs.pop()
    zeros = _zeros(len(xs))
    run = GlyphRun(
        first.font, first.size, tuple(glyphs), tuple(xs), zeros, tuple(advances), tuple(clusters), False, letters
    )
    return (run,), width


def mixed_line(pieces: Sequence[Piece]) -> tuple[tuple[GlyphRun, ...], float]:
    """The runs and the width in px of a line of any pieces in reading order; their parts carry their levels."""
    logical = [part for piece in pieces for part in piece.parts]
    parts = visual_order(logical, [part.level for part in logical])
    runs: list[GlyphRun] = []
    x = 0.0
    at = 0
    while at < len(parts):
        first = parts[at]
        rtl = first.level % 2 == 1
        end = at + 1
        while end < len(parts) and parts[end].font == first.font and (parts[end].level % 2 == 1) == rtl:
            end += 1
        run, x = _run(parts[at:end], x, rtl)
        runs.append(run)
        at = end
    return tuple(runs), x


def _run(parts: Sequence[Part], x: float, rtl: bool) -> tuple[GlyphRun, float]:
    xs: list[float] = []
    ys: list[float] = []
    for part in parts:
        places = list(accumulate(part.advances, initial=x))
        x = places.pop()
        if part.dxs:
            xs.extend(place + dx for place, dx in zip(places, part.dxs, strict=True))
            ys.extend(part.dys)
        else:
            xs.extend(places)
            ys.extend(_zeros(len(places)))
    run = GlyphRun(
        parts[0].font,
        parts[0].size,
        tuple(glyph for part in parts for glyph in part.glyphs),
        tuple(xs),
        tuple(ys),
        tuple(advance for part in parts for advance in part.advances),
        tuple(cluster for part in parts for cluster in part.clusters),
        rtl,
    )
    return run, x


def scaled(run: GlyphRun, factor: float) -> GlyphRun:
    """``run`` drawn ``factor`` times as large, from the line's left end."""
    return GlyphRun(
        run.font,
        run.size * factor,
        run.glyphs,
        tuple(x * factor for x in run.xs),
        tuple(y * factor for y in run.ys),
        tuple(advance * factor for advance in run.advances),
        run.clusters,
        run.rtl,
    )
