"""Text set once for screen and paper: bundled fonts, shaping, line breaking.

``from model.text import layout_text`` and so on; nothing heavy is imported before the first text is set.
"""

from __future__ import annotations

from model.text.breaking import HYPHEN, layout_text, measure, shape_line
from model.text.fonts import FONTS, FontFile, missing_characters
from model.text.shape import GlyphRun, TextLine, TextStyle

__all__ = [
    "FONTS",
    "HYPHEN",
    "FontFile",
    "GlyphRun",
    "TextLine",
    "TextStyle",
    "layout_text",
    "measure",
    "missing_characters",
    "shape_line",
]
