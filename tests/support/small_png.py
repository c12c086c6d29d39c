"""Pictures for the papers: few colours, and the right ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

GROUNDS = 16
"""How many colours of a picture stay exactly as they are, however much alike."""


def save_small(picture: Any, path: Path, colours: int) -> None:
    """Write Pillow's ``picture`` with so many colours: those that it has most of stay exact, no dithering."""
    from PIL import Image

    table = Image.new("P", (1, 1))
    table.putpalette([part for colour in palette_of(picture, colours) for part in colour])
    picture.quantize(palette=table, dither=Image.Dither.NONE).save(path, optimize=True)


def palette_of(picture: Any, colours: int) -> list[tuple[int, int, int]]:
    """The most frequent colours of a picture, then always that which the chosen ones stand in for worst: much of it,
    or far from all of them, as that of a face."""
    counted = sorted(picture.getcolors(1 << 24), reverse=True)[:3000]
    chosen = [colour for _, colour in counted[:GROUNDS]]
    rest = [[count, 3 * 255**2, colour] for count, colour in counted[GROUNDS:]]
    newest = chosen
    while rest and len(chosen) < colours:
        for row in rest:
            r, g, b = row[2]
            row[1] = min(row[1], *((r - x) ** 2 + (g - y) ** 2 + (b - z) ** 2 for x, y, z in newest), 3 * 255**2)
        worst = max(rest, key=lambda row: row[0] * row[1])
        rest.remove(worst)
        newest = [worst[2]]
        chosen.append(worst[2])
    return chosen
