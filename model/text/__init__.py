"""Text set once for screen and paper: bundled fonts, shaping, line breaking.

``from model.text import layout_text`` and so on.  What is behind a name is imported when the name is first asked
for, because everything that draws imports this package and not all of it sets text.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from model.text.breaking import HYPHEN, layout_text, measure, shape_line
    from model.text.fonts import FONTS, FontFile, missing_characters
    from model.text.shape import GlyphRun, TextLine, TextStyle

_HOME = {
    "HYPHEN": "breaking",
    "layout_text": "breaking",
    "measure": "breaking",
    "shape_line": "breaking",
    "FONTS": "fonts",
    "FontFile": "fonts",
    "missing_characters": "fonts",
    "GlyphRun": "shape",
    "TextLine": "shape",
    "TextStyle": "shape",
}

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


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
