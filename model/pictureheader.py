"""Kind and size of a picture as its first bytes claim them, found without any picture library.

A decoder may take memory for what a picture claims to be before anybody can ask it how large that is (WebP's takes
room for two whole frames).  So the bytes are looked at here first, and no decoder sees a picture that claims too much.
"""

from __future__ import annotations

import struct

from model.values import dataclass

_MARKERS_WITH_SIZE = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE_MARKERS = frozenset((0x01, *range(0xD0, 0xD9)))
_MOST_MARKERS = 2_000
"""A JPEG with more segments before its first frame is none that a camera or a program wrote."""


@dataclass(frozen=True, slots=True)
class Claim:
    """``kind`` is Pillow's name of the format; ``w`` and ``h`` in px, 0 where the head of the file is broken."""

    kind: str
    w: int
    h: int

    @property
    def pixels(self) -> int:
        """How many pixels there would be."""
        return self.w * self.h


def claim_of(data: bytes) -> Claim | None:
    """What ``data`` claims to be; None when it is no PNG, JPEG, WebP, GIF or BMP.  Never raises."""
    for kind, starts, measure in (
        ("PNG", data.startswith(b"\x89PNG\r\n\x1a\n"), _png),
        ("JPEG", data.startswith(b"\xff\xd8\xff"), _jpeg),
        ("WEBP", data.startswith(b"RIFF") and data[8:12] == b"WEBP", _webp),
        ("GIF", data.startswith((b"GIF87a", b"GIF89a")), _gif),
        ("BMP", data.startswith(b"BM"), _bmp),
    ):
        if starts:
            try:
                return Claim(kind, *measure(data))
            except (struct.error, IndexError):  # it ends before it has said how large it is
                return Claim(kind, 0, 0)
    return None


def _png(data: bytes) -> tuple[int, int]:
    """PNG, third edition, 11.2.1: IHDR comes first."""
    if data[12:16] != b"IHDR":
        return 0, 0
    wide, high = struct.unpack_from(">II", data, 16)
    return wide, high


def _gif(data: bytes) -> tuple[int, int]:
    """GIF89a, 18: the logical screen."""
    wide, high = struct.unpack_from("<HH", data, 6)
    return wide, high


def _bmp(data: bytes) -> tuple[int, int]:
    """The core header of OS/2, or one of those that begin as BITMAPINFOHEADER; a negative height is upside down."""
    (length,) = struct.unpack_from("<I", data, 14)
    if length == 12:
        wide, high = struct.unpack_from("<HH", data, 18)
        return wide, high
    wide, high = struct.unpack_from("<ii", data, 18)
    return max(0, wide), abs(high)


def _webp(data: bytes) -> tuple[int, int]:
    """RFC 9649, 2.5 to 2.7: the canvas of the extended format, else the one frame."""
    form = data[12:16]
    if form == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if form == b"VP8L" and data[20] == 0x2F:
        (bits,) = struct.unpack_from("<I", data, 21)
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if form == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        wide, high = struct.unpack_from("<HH", data, 26)
        return wide & 0x3FFF, high & 0x3FFF
    return 0, 0


def _jpeg(data: bytes) -> tuple[int, int]:
    """ITU T.81, B.2: segments up to the first frame header."""
    at = 2
    for _ in range(_MOST_MARKERS):
        if data[at] != 0xFF:
            return 0, 0
        while data[at] == 0xFF:  # any number of fill bytes
            at += 1
        marker = data[at]
        at += 1
        if marker in _MARKERS_WITH_SIZE:
            high, wide = struct.unpack_from(">HH", data, at + 3)
            return wide, high
        if marker not in _BARE_MARKERS:
            at += struct.unpack_from(">H", data, at)[0]
    return 0, 0
