"""What stands in the tables of a TrueType file: the glyph of a character, its width, the units of an em.

HarfBuzz knows all of that as well; but a map in Latin letters needs nothing else of it, and loading it takes a tenth
of what an empty window takes to start.  The tables are those of the OpenType specification (cmap format 4, hmtx).
"""

from __future__ import annotations

import struct
from collections.abc import Container
from pathlib import Path


def read_units(path: Path) -> int:
    """The font units in one em of the font in ``path``.  Raises OSError and ValueError as :func:`read_letters`."""
    data = path.read_bytes()
    return _number(data, _table(_tables(data), b"head") + 18)


def read_letters(path: Path, wanted: Container[int]) -> dict[int, tuple[int, int]]:
    """Glyph and width in font units of those characters of the font in ``path``, up to U+FFFF, that are ``wanted``.

    Raises OSError when it cannot be read, and ValueError when it is no TrueType font with characters of Unicode.
    """
    data = path.read_bytes()
    tables = _tables(data)
    last = _number(data, _table(tables, b"hhea") + 34) - 1
    # Each width has another number behind it.  Glyphs behind the last that has one of its own are as wide as that one.
    widths = _numbers(data, _table(tables, b"hmtx"), 2 * last + 1)[::2]
    glyphs = _glyphs(data, _table(tables, b"cmap"), wanted)
    return {code: (glyph, widths[glyph] if glyph < last else widths[last]) for code, glyph in glyphs.items()}


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "big")


def _numbers(data: bytes, at: int, count: int) -> tuple[int, ...]:
    return struct.unpack_from(f">{count}H", data, at)


def _tables(data: bytes) -> dict[bytes, int]:
    """Where each table begins."""
    rows = (struct.unpack_from(">4sIII", data, 12 + 16 * i) for i in range(_number(data, 4)))
    return {tag: start for tag, _checksum, start, _length in rows}


def _table(tables: dict[bytes, int], tag: bytes) -> int:
    if tag not in tables:
        raise ValueError(f"the font has no table “{tag.decode()}”")
    return tables[tag]


def _glyphs(data: bytes, cmap: int, wanted: Container[int]) -> dict[int, int]:
    """Characters and their glyphs; those without one are left out."""
    start = _format_4(data, cmap)
    numbers = _numbers(data, start, _number(data, start + 2) // 2)
    count = numbers[3] // 2
    lasts, firsts, deltas = numbers[7:], numbers[8 + count :], numbers[8 + 2 * count :]
    offsets = 8 + 3 * count
    found: dict[int, int] = {}
    for i in range(count):
        # An offset counts bytes from where it stands itself, and leads to a list of glyphs.
        offset, delta = numbers[offsets + i], deltas[i]
        at = offsets + i + offset // 2 - firsts[i]
        for code in range(firsts[i], lasts[i] + 1):
            if code in wanted:
                glyph = numbers[at + code] if offset else code
                if (glyph or not offset) and (glyph := (glyph + delta) & 0xFFFF):
                    found[code] = glyph
    return found


def _format_4(data: bytes, cmap: int) -> int:
    """Where the table for the characters up to U+FFFF begins."""
    for i in range(_number(data, cmap + 2)):
        platform, encoding, offset = struct.unpack_from(">HHI", data, cmap + 4 + 8 * i)
        if (platform, encoding) in ((3, 1), (0, 3)) and _number(data, cmap + offset) == 4:
            return int(cmap + offset)
    raise ValueError("the font has no characters of Unicode")
