"""Fonts of the computer for scripts that are too large to bundle: Chinese, Japanese and Korean.

Only files with TrueType outlines that may be embedded and cut down are taken, because the same glyphs go into the
PDF.  Reading stops at the font's directory and its OS/2 table.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

# Beginnings of file names, lower case without spaces, - and _; the first hit of each row is used.
_WANTED = (
    ("notosansjp", "notosanscjkjp", "bizudgothic", "meiryo", "yugoth", "msgothic", "ipaexg", "ipag", "takaopgothic",
     "takaogothic", "vlgothic"),
    ("notosanssc", "notosanstc", "msyh", "simhei", "wqymicrohei", "wqyzenhei", "droidsansfallback", "arialunicode"),
    ("notosanskr", "malgun", "nanumgothic", "nanumbarungothic", "baekmukgulim"),
)  # fmt: skip

_NO_EMBEDDING, _NO_SUBSETTING = 0x0002, 0x0100  # OS/2 fsType
_MOST_FILES = 20_000


def font_folders() -> list[Path]:
    """Folders in which this system keeps its fonts, the user's own first."""
    home = Path.home()
    if sys.platform == "win32":
        local, windows = os.environ.get("LOCALAPPDATA"), os.environ.get("WINDIR", r"C:\Windows")
        own = [Path(local) / "Microsoft" / "Windows" / "Fonts"] if local else []
        return [*own, Path(windows) / "Fonts"]
    if sys.platform == "darwin":
        return [home / "Library" / "Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    return [home / ".local/share/fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts")]


def usable(path: Path) -> bool:
    """Whether the file (or the first font of a collection) has TrueType outlines and may be put into a PDF."""
    try:
        with path.open("rb") as file:
            start = 0
            head = file.read(16)
            if head[:4] == b"ttcf":
                start = struct.unpack(">I", head[12:16])[0]
            file.seek(start)
            version, count = struct.unpack(">4sH", file.read(6))
            if version not in (b"\x00\x01\x00\x00", b"true") or count > 200:
                return False
            file.seek(start + 12)
            tables = {}
            for _ in range(count):
                tag, _sum, offset, _length = struct.unpack(">4sIII", file.read(16))
                tables[tag] = offset
            if not {b"glyf", b"cmap", b"OS/2"} <= tables.keys():
                return False
            file.seek(tables[b"OS/2"] + 8)
            allowed: int = struct.unpack(">H", file.read(2))[0]
    except (OSError, struct.error):
        return False
    return not allowed & (_NO_EMBEDDING | _NO_SUBSETTING)


def find_cjk_fonts(folders: list[Path] | None = None) -> list[Path]:
    """At most one usable file each for Japanese, Chinese and Korean, in that order."""
    best: dict[int, tuple[int, str, Path]] = {}
    seen = 0
    for folder in font_folders() if folders is None else folders:
        for where, _folders, files in os.walk(folder):
            for name in files:
                seen += 1
                if seen > _MOST_FILES:
                    break
                plain = name.lower().replace("-", "").replace("_", "").replace(" ", "")
                if not plain.endswith((".ttf", ".ttc")):
                    continue
                for row, names in enumerate(_WANTED):
                    rank = next((i for i, start in enumerate(names) if plain.startswith(start)), None)
                    if rank is None:
                        continue
                    # A regular weight before any other, then by name, so that the choice does not depend on the disk.
                    order = (rank * 2 + (0 if "regular" in plain or "[" in plain else 1), plain)
                    path = Path(where) / name
                    if (row not in best or order < best[row][:2]) and usable(path):
                        best[row] = (*order, path)
    return [best[row][2] for row in sorted(best)]
