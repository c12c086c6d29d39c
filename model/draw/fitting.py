"""Texts that have one line, or a few, and no more: only such as stand whole elsewhere."""

from __future__ import annotations

from model.text.breaking import layout_text, shape_line
from model.text.shape import TextLine, TextStyle

ELLIPSIS = "…"
_NARROWEST = 0.1
"""em; a text of narrower letters than this on average is none that anybody writes."""


def fitting(text: str, style: TextStyle, lang: str, width: float) -> str:
    """``text`` on one line, shortened from its end with an ellipsis where it is wider than ``width``."""
    flat = text if text.isprintable() else " ".join(text.split())
    most = max(8, int(width / (_NARROWEST * style.size)))
    # A text of a page is not set as one line to see that it is too long.
    if len(flat) <= most and shape_line(flat, style, lang).width <= width:
        return flat
    low, high = 0, min(len(flat), most)
    while low < high:
        middle = (low + high + 1) // 2
        if shape_line(flat[:middle].rstrip() + ELLIPSIS, style, lang).width <= width:
            low = middle
        else:
            high = middle - 1
    return flat[:low].rstrip() + ELLIPSIS


def few_lines(text: str, style: TextStyle, lang: str, width: float, most: int) -> tuple[TextLine, ...]:
    """``text`` in at most ``most`` lines, the last with an ellipsis where there would be more."""
    flat = " ".join(text.split())
    lines = layout_text(flat, style, width, lang=lang)
    if len(lines) <= most:
        return lines
    last = fitting(flat[lines[most - 1].start :], style, lang, width)
    return (*lines[: most - 1], shape_line(last, style, lang))
