"""Shaped text: glyphs with places, from the bundled fonts, the same for every painter."""

from __future__ import annotations

from model.values import dataclass


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set: em ``size`` and ``line`` height in px, weight 400, 500, 600 or 700."""

    size: float
    line: float
    weight: int = 400
    italic: bool = False


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs of one font file, in drawing order from left to right.

    ``font`` is a key of :data:`model.text.fonts.FONTS`; ``size`` the em in px (the fallback scale applied);
    ``glyphs`` glyph ids of that file; ``xs`` and ``ys`` their places in px from the line's left end and baseline
    (y down); ``advances`` in px.  ``clusters[i]`` is the text of glyph i's cluster, given to the first glyph of
    each cluster and ``""`` to the others, so that "".join over the run in logical order is the run's text.

    ``letters``: each cluster is a character with a glyph of its own, always the same one, where those before it end by
    the font's own widths; nothing is moved, and nothing is lacking.
    """

    font: str
    size: float
    glyphs: tuple[int, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    advances: tuple[float, ...]
    clusters: tuple[str, ...]
    rtl: bool = False
    letters: bool = False


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line: ``text`` as read (with its hyphen where one was put), runs in visual order, ``width`` in px.

    ``start`` and ``end`` are the characters of the text that stand on it, the spaces at its end included, which are
    neither in ``text`` nor in ``width``.  A hyphen that the breaking put there is U+00AD in ``text`` and clusters.
    ``rtl`` is its base direction.  A right-to-left line is placed by its painter's caller: its left end is at x = 0
    as for every line.
    """

    runs: tuple[GlyphRun, ...]
    text: str
    start: int
    end: int
    width: float
    rtl: bool = False
