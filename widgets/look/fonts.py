"""The interface's fonts: the bundled files, and a QFont for each text style of the tokens."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontDatabase

from resources import read_bytes
from widgets.look.tokens import text_style, tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QTextLayout

_FALLBACK_FILES = (
    "NotoSans_400Regular.ttf",
    "NotoSansSymbols_400Regular.ttf",
    "NotoEmoji_400Regular.ttf",
    "NotoSansArabic_400Regular.ttf",
    "NotoSansHebrew_400Regular.ttf",
)


_registered: dict[str, list[str]] = {}


def load_first_font() -> None:
    """Register the regular style of the interface font, which the first window is painted with.  Raises OSError."""
    _register(tokens()["font"]["files"][0])


@cache
def load_fonts() -> tuple[str, ...]:
    """Register the five styles of the interface font once; returns the families found.

    Raises OSError when a bundled file is missing or Qt cannot read it: a program in another font would wrap
    every text elsewhere.
    """
    families: list[str] = []
    for name in tokens()["font"]["files"]:
        families.extend(_register(name))
    return tuple(dict.fromkeys(families))


@cache
def load_fallback_fonts() -> tuple[str, ...]:
    """Register the fonts for other scripts and emoji; called after the first paint, since they are large."""
    families: list[str] = []
    for name in _FALLBACK_FILES:
        families.extend(_register(name))
    return tuple(dict.fromkeys(families))


def _register(name: str) -> list[str]:
    if name in _registered:
        return _registered[name]
    number = QFontDatabase.addApplicationFontFromData(read_bytes("fonts", name))
    if number < 0:
        raise OSError(f"the bundled font {name} cannot be read")
    families = _registered[name] = QFontDatabase.applicationFontFamilies(number)
    return families


def ui_font(style: str = "body") -> QFont:
    """The font of a text style of ``type.ui_px`` ("body", "label", "title", ...); figures are tabular."""
    size, weight, italic = text_style(style)
    return sized_font(size, weight, italic=italic)


def sized_font(px: float, weight: int = 400, *, italic: bool = False) -> QFont:
    """The interface font at ``px`` (device-independent) and ``weight`` (400 regular .. 700 bold)."""
    return QFont(_font(round(px), weight, italic))


@cache
def _font(px: int, weight: int, italic: bool) -> QFont:
    font = QFont([tokens()["font"]["family"], *(f["family"] for f in tokens()["font"]["fallback"])])
    font.setPixelSize(px)
    font.setWeight(QFont.Weight(weight))
    font.setItalic(italic)
    font.setKerning(bool(tokens()["font"]["kerning"]))
    # Hinted widths would differ from the map's, which are never hinted, and between screens of one desk.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def wrapped(text: str, font: QFont, width: float, *, line: float = 0.0, bold: int = 0) -> QTextLayout:
    """``text`` in lines of at most ``width`` px, ``line`` px apart (0: 1.4 of the size); the first ``bold``
    characters semibold.  For text of the interface; notes are set by the map's own line breaker."""
    from PySide6.QtGui import (
        QTextCharFormat,
        QTextLayout,
        QTextOption,
    )  # not above: the first frame has no use for them

    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if bold:
        span = QTextLayout.FormatRange()
        strong = QTextCharFormat()
        strong.setFontWeight(600)
        span.start, span.length, span.format = 0, bold, strong
        layout.setFormats([span])
    step = line or round(font.pixelSize() * 1.4)
    y = 0.0
    layout.beginLayout()
    while True:
        part = layout.createLine()
        if not part.isValid():
            break
        part.setLineWidth(max(1.0, width))
        part.setPosition(QPointF(0, y + max(0.0, (step - part.height()) / 2)))
        y += step
    layout.endLayout()
    return layout
