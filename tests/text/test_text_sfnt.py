"""The letters that are read from a font's tables are those of HarfBuzz."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from model.text.fonts import FONTS, hb_font, units_per_em
from model.text.sfnt import read_letters, read_units

BUNDLED = [key for key, font in FONTS.items() if not Path(font.file).is_absolute()]
EVERYTHING = range(0x10000)


@pytest.mark.parametrize("key", BUNDLED)
def test_characters_glyphs_and_widths_are_those_of_harfbuzz(key: str) -> None:
    font = hb_font(key)
    glyphs = {code: font.get_nominal_glyph(code) for code in font.face.unicodes if code < 0x10000}
    assert read_letters(FONTS[key].path, EVERYTHING) == {
        code: (glyph, font.get_glyph_h_advance(glyph)) for code, glyph in glyphs.items()
    }
    assert read_units(FONTS[key].path) == units_per_em(key) == font.face.upem


def test_only_what_is_wanted_is_read() -> None:
    assert set(read_letters(FONTS["atkinson-400"].path, {ord("a"), ord("ü"), 0x4E00})) == {ord("a"), ord("ü")}


def test_what_is_no_font_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letters.ttf"
    with pytest.raises(FileNotFoundError):
        read_letters(path, EVERYTHING)
    path.write_bytes(struct.pack(">IHHHH", 0x00010000, 0, 0, 0, 0))
    with pytest.raises(ValueError, match="head"):
        read_units(path)
    with pytest.raises(ValueError, match="hhea"):
        read_letters(path, EVERYTHING)
