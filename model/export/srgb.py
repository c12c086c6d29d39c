"""An ICC profile of the sRGB colour space, made here: matrix and one curve, ICC version 2.1, about 1 kB.

A PDF/A file says what its RGB colours mean by embedding such a profile.  The numbers are those of IEC 61966-2-1,
the primaries adapted to the D50 of the ICC by the Bradford matrix, as every published sRGB profile has them.
"""

from __future__ import annotations

import struct
from functools import cache

_PRIMARIES = {
    b"rXYZ": (0.436066, 0.222488, 0.013916),
    b"gXYZ": (0.385147, 0.716873, 0.097076),
    b"bXYZ": (0.143066, 0.060608, 0.714096),
}
_D50 = (0.9642, 1.0, 0.8249)
_CURVE_POINTS = 256


def _linear(value: float) -> float:
    """The light of an sRGB channel, 0..1 (IEC 61966-2-1)."""
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(v * 65536) for v in values))


@cache
def profile() -> bytes:
    """The profile's bytes, the same at every call and on every machine."""
    name = b"sRGB\0"
    description = b"desc\0\0\0\0" + struct.pack(">I", len(name)) + name + bytes(4 + 4 + 2 + 1 + 67)
    points = [round(65535 * _linear(i / (_CURVE_POINTS - 1))) for i in range(_CURVE_POINTS)]
    curve = b"curv\0\0\0\0" + struct.pack(f">I{_CURVE_POINTS}H", _CURVE_POINTS, *points)
    tags: list[tuple[bytes, bytes]] = [
        (b"desc", description),
        (b"cprt", b"text\0\0\0\0No copyright, use freely\0"),
        (b"wtpt", _xyz(_D50)),
        *((tag, _xyz(values)) for tag, values in _PRIMARIES.items()),
        (b"rTRC", curve),
    ]
    at = 128 + 4 + 12 * (len(tags) + 2)
    table, data = b"", b""
    for tag, body in tags:
        table += tag + struct.pack(">2I", at + len(data), len(body))
        data += body + bytes(-len(body) % 4)
    curve_entry = table[-8:]
    table += b"gTRC" + curve_entry + b"bTRC" + curve_entry
    size = at + len(data)
    header = struct.pack(">I4sI4s4s4s6H4s4sI4s4sQI", size, b"\0\0\0\0", 0x02100000, b"mntr", b"RGB ", b"XYZ ",
                         2026, 1, 1, 0, 0, 0, b"acsp", b"\0\0\0\0", 0, b"\0\0\0\0", b"\0\0\0\0", 0, 0)  # fmt: skip
    header += struct.pack(">3i", *(round(v * 65536) for v in _D50))
    header += bytes(128 - len(header))
    return header + struct.pack(">I", len(tags) + 2) + table + data
