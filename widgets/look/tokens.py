"""The design tokens as the widgets need them: sizes, text styles, times.  Colours come from the theme."""

from __future__ import annotations

from model.draw.theme import tokens

__all__ = ["line_height", "motion", "radius", "space", "text_style", "tokens"]


def text_style(name: str) -> tuple[int, int, bool]:
    """(size in px, weight 400..700, italic) of a text style of ``type.ui_px``.  Raises KeyError if unknown."""
    style = tokens()["type"]["ui_px"][name]
    weight = str(style["weight"])
    return int(style["size"]), int(weight.split(maxsplit=1)[0]), weight.endswith("italic")


def line_height(name: str) -> int:
    """The line height in px of a text style of ``type.ui_px``."""
    return int(tokens()["type"]["ui_px"][name]["line"])


def radius(name: str) -> int:
    """A corner radius in px ("control", "dialog", ...)."""
    return int(tokens()["radius_px"][name])


def space(step: int) -> int:
    """A distance of the 4 px grid: 1 = 4 .. 8 = 64 px."""
    return int(tokens()["space_px"][str(step)])


def motion(name: str) -> int:
    """A duration in ms of ``motion_ms``, as drawn; ask :meth:`Look.motion` for the one to use."""
    return int(tokens()["motion_ms"][name])
