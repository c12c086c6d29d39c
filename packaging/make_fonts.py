"""Fill ``resources/fonts`` from the npm packages ``@expo-google-fonts/*`` (run by hand when a font changes).

    npm install --prefix SOMEWHERE @expo-google-fonts/atkinson-hyperlegible-next @expo-google-fonts/noto-sans \
        @expo-google-fonts/noto-sans-symbols @expo-google-fonts/noto-sans-symbols-2 @expo-google-fonts/noto-sans-math \
        @expo-google-fonts/noto-emoji @expo-google-fonts/noto-sans-arabic @expo-google-fonts/noto-sans-hebrew
    python packaging/make_fonts.py SOMEWHERE/node_modules

Static TrueType files are copied as they are, because a variable font has no place in a PDF.  The two symbol
fonts of which only a corner is wanted are cut down with HarfBuzz.  The licence of each family goes beside its files.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

import uharfbuzz as hb

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"

# package -> (family as in the file names, styles copied whole)
WHOLE = {
    "atkinson-hyperlegible-next": (
        "AtkinsonHyperlegibleNext",
        ("400Regular", "400Regular_Italic", "500Medium", "600SemiBold", "700Bold"),
    ),
    "noto-sans": ("NotoSans", ("400Regular", "400Regular_Italic", "500Medium", "700Bold")),
    "noto-sans-symbols": ("NotoSansSymbols", ("400Regular",)),
    "noto-emoji": ("NotoEmoji", ("400Regular",)),
    "noto-sans-arabic": ("NotoSansArabic", ("400Regular",)),
    "noto-sans-hebrew": ("NotoSansHebrew", ("400Regular",)),
}

# package -> (family, code points kept): what people type or paste and no font above has.
CUT: dict[str, tuple[str, tuple[range, ...]]] = {
    "noto-sans-symbols-2": (
        "NotoSansSymbols2",
        (
            range(0x2190, 0x2200),  # arrows
            range(0x2300, 0x2400),  # technical signs
            range(0x25A0, 0x2600),  # geometric shapes
            range(0x2600, 0x2700),  # stars, boxes with ticks, weather
            range(0x2700, 0x27C0),  # ticks, crosses, dingbat arrows and stars
            range(0x2B00, 0x2C00),  # more arrows, stars and shapes
            range(0x1F780, 0x1F900),  # coloured shapes and arrows that office programs put in
        ),
    ),
    "noto-sans-math": (
        "NotoSansMath",
        (
            range(0x2190, 0x2200),  # double and barred arrows
            range(0x2200, 0x2300),  # operators
            range(0x27F0, 0x2800),  # long arrows
        ),
    ),
}


def cut(font: bytes, kept: Iterable[int]) -> bytes:
    """``font`` with only the code points in ``kept``, its names and its licence text."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update({0x20, 0xA0, *kept})
    names = wanted.sets(hb.SubsetInputSets.NAME_ID)
    names.clear()
    names.invert()
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(
        {int.from_bytes(tag, "big") for tag in (b"GPOS", b"GSUB", b"GDEF")}
    )
    wanted.flags = hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_HINTING
    made: bytes = hb.subset(hb.Face(font), wanted).blob.data
    return made


def main(argv: list[str]) -> int:
    """Write the fonts and say how large they are; raises OSError when a package is not there."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("node_modules", type=Path)
    source: Path = parser.parse_args(argv).node_modules / "@expo-google-fonts"
    total = 0
    for package, (family, styles) in WHOLE.items():
        for style in styles:
            data = (source / package / style / f"{family}_{style}.ttf").read_bytes()
            (FONTS / f"{family}_{style}.ttf").write_bytes(data)
            total += len(data)
            print(f"{len(data):>9,}  {family}_{style}")
    for package, (family, kept) in CUT.items():
        whole = (source / package / "400Regular" / f"{family}_400Regular.ttf").read_bytes()
        data = cut(whole, {code for codes in kept for code in codes})
        (FONTS / f"{family}_Subset.ttf").write_bytes(data)
        total += len(data)
        print(f"{len(data):>9,}  {family}_Subset (of {len(whole):,})")
    for package, (family, *_) in (WHOLE | CUT).items():
        (FONTS / f"OFL-{family}.txt").write_bytes((source / package / "LICENSE_FONT").read_bytes())
    print(f"{total:>9,}  bytes in all")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
