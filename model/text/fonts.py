"""The fonts: which files there are, which of them sets which characters, and in what size.

The first font of every style is Atkinson Hyperlegible Next; what it lacks comes from the fonts behind it in the
chain, each at the scale that makes its letters look as large (``tokens.json``, "fallback").  HarfBuzz is loaded when
the first text is set that is more than Latin letters.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from model.text.sfnt import read_units
from model.values import dataclass
from resources import resource_path


@dataclass(frozen=True, slots=True)
class FontFile:
    """A static TrueType file.  ``file`` is its name under ``resources/fonts``, or a path outside the program."""

    key: str
    family: str
    file: str
    weight: int = 400
    italic: bool = False

    @property
    def path(self) -> Path:
        """Where the file is; raises FileNotFoundError when a bundled one is missing."""
        return Path(self.file) if Path(self.file).is_absolute() else resource_path("fonts", self.file)


def _bundled(key: str, family: str, file: str, weight: int = 400, italic: bool = False) -> tuple[str, FontFile]:
    return key, FontFile(key, family, f"{file}.ttf", weight, italic)


_ATKINSON, _NOTO = "Atkinson Hyperlegible Next", "Noto Sans"

FONTS: dict[str, FontFile] = dict(
    (
        _bundled("atkinson-400", _ATKINSON, "AtkinsonHyperlegibleNext_400Regular"),
        _bundled("atkinson-400i", _ATKINSON, "AtkinsonHyperlegibleNext_400Regular_Italic", italic=True),
        _bundled("atkinson-500", _ATKINSON, "AtkinsonHyperlegibleNext_500Medium", 500),
        _bundled("atkinson-600", _ATKINSON, "AtkinsonHyperlegibleNext_600SemiBold", 600),
        _bundled("atkinson-700", _ATKINSON, "AtkinsonHyperlegibleNext_700Bold", 700),
        _bundled("noto-400", _NOTO, "NotoSans_400Regular"),
        _bundled("noto-400i", _NOTO, "NotoSans_400Regular_Italic", italic=True),
        _bundled("noto-500", _NOTO, "NotoSans_500Medium", 500),
        _bundled("noto-700", _NOTO, "NotoSans_700Bold", 700),
        _bundled("symbols", "Noto Sans Symbols", "NotoSansSymbols_400Regular"),
        _bundled("symbols2", "Noto Sans Symbols 2", "NotoSansSymbols2_Subset"),
        _bundled("math", "Noto Sans Math", "NotoSansMath_Subset"),
        _bundled("emoji", "Noto Emoji", "NotoEmoji_400Regular"),
        _bundled("arabic", "Noto Sans Arabic", "NotoSansArabic_400Regular"),
        _bundled("hebrew", "Noto Sans Hebrew", "NotoSansHebrew_400Regular"),
    )
)
"""Key -> file.  An installed font for Chinese, Japanese or Korean is added when the first such character is set."""

EMOJI = "emoji"

_SCALE = {"atkinson": 1.0, "arabic": 1.0, EMOJI: 0.95}
_OTHER_SCALE = 0.93

# The hyphens that Atkinson lacks look like its hyphen-minus; U+2011 only forbids a break.
SAME_SHAPE = {0x2010: 0x2D, 0x2011: 0x2D, 0x09: 0x20}

# Spaces of other widths: HarfBuzz makes them from the plain space when a font has no glyph for them.
_SPACES = frozenset([0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000])

# Default_Ignorable_Code_Point of the Unicode character database 16.
_IGNORABLE_RANGES = (
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFF8),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
)


def is_ignorable(char: str) -> bool:
    """Whether ``char`` is meant to be drawn as nothing (joiners, variation selectors, direction marks)."""
    code = ord(char)
    return code >= 0xAD and any(first <= code <= last for first, last in _IGNORABLE_RANGES)


def scale_of(key: str) -> float:
    """The size at which font ``key`` stands beside the first font's size."""
    return _SCALE.get(key.partition("-")[0], _OTHER_SCALE)


@cache
def chain(weight: int, italic: bool) -> tuple[str, ...]:
    """Font keys for a style, in the order in which they are asked for a character."""
    if italic and weight < 500:
        first, second = "atkinson-400i", "noto-400i"
    else:
        step = 400 if weight < 450 else 500 if weight < 550 else 600 if weight < 650 else 700
        first, second = f"atkinson-{step}", f"noto-{700 if step == 600 else step}"
    return (first, second, "symbols", "symbols2", "math", EMOJI, "arabic", "hebrew")


@cache
def hb_font(key: str) -> Any:
    """The HarfBuzz font of ``key`` in font units.  It is never changed, so threads may share it."""
    import uharfbuzz as hb

    return hb.Font(hb.Face(hb.Blob.from_file_path(str(FONTS[key].path))))


@cache
def units_per_em(key: str) -> int:
    """Font units in one em."""
    font = FONTS[key]
    return read_units(font.path) if not Path(font.file).is_absolute() else int(hb_font(key).face.upem)


@cache
def coverage(key: str) -> frozenset[int]:
    """Code points that font ``key`` can draw, the ones drawn as another character of it included."""
    codes = frozenset(hb_font(key).face.unicodes)
    if 0x20 in codes and key != EMOJI:
        codes |= _SPACES
        codes |= {code for code, drawn in SAME_SHAPE.items() if drawn in codes}
    return codes


@cache
def _fallbacks() -> tuple[str, ...]:
    from model.text.installed import find_cjk_fonts

    keys = []
    for number, found in enumerate(find_cjk_fonts()):
        key = f"cjk{number}"
        FONTS[key] = FontFile(key, found.stem, str(found))
        keys.append(key)
    return tuple(keys)


def font_for(cluster: str, fonts: tuple[str, ...], *, emoji: bool = False) -> str | None:
    """The first font of the chain ``fonts`` that draws all of ``cluster``, or None.

    A cluster that fits no font whole is tried composed (NFC), because HarfBuzz composes as well.  ``emoji`` asks the
    emoji font first.
    """
    wanted = {ord(char) for char in cluster if not is_ignorable(char)}
    if not wanted:
        return fonts[0]
    if emoji and wanted <= coverage(EMOJI):
        return EMOJI
    composed = {ord(char) for char in unicodedata.normalize("NFC", cluster) if not is_ignorable(char)}
    for key in fonts:
        if wanted <= coverage(key) or composed <= coverage(key):
            return key
    if max(wanted) >= 0x1100:
        for key in _fallbacks():
            if wanted <= coverage(key) or composed <= coverage(key):
                return key
    return None


def missing_characters(text: str) -> list[str]:
    """The characters of ``text`` that no font can draw, each once, in order; painters show a box for them.

    Line ends, tabs and ignorable characters are never missing.
    """
    fonts = chain(400, False)
    missing: list[str] = []
    for char in dict.fromkeys(text):
        if char not in "\n\r\t\x0b\x0c\x85\u2028\u2029" and font_for(char, fonts) is None:
            missing.append(char)
    return missing
