"""Every kind of page of maps of every kind, to be looked at: ``python tests/pages.py [MAP ...] [--only KIND ...]``.

Writes a PDF for each map and kind into a folder (``--out DIR``, else output/pages), and beside it a contact sheet of
its pages.  ``--whole`` also writes each page by itself, large enough to be read.  ``--docs`` makes docs/pages.md and
its pictures anew.  ``--list`` names maps and kinds.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]

import pypdfium2  # noqa: E402 - needs the path above

from maps import Builder, large_map  # noqa: E402 - needs the path above
from model.document import Document  # noqa: E402 - needs the path above
from model.export.errors import ExportError  # noqa: E402 - needs the path above
from model.newmap import new_map  # noqa: E402 - needs the path above
from page_kinds import EVERYTHING, FIELDS, MAPS, Kind  # noqa: E402 - needs the path above
from small_png import save_small  # noqa: E402 - needs the path above

if TYPE_CHECKING:
    from PIL import Image

SHEET_W, GAP = 2400, 24
"""px of a contact sheet, and between its pages."""
PAGE_PX = 2600
"""px of the longer side of a page by itself."""


def without_touchpoints() -> Document:
    """A map that has pain points and ideas, and no touchpoint yet."""
    builder = Builder(new_map("Nog geen contactmomenten", "nl", ["Begin", "Midden", "Eind"]))
    for index in range(6):
        builder.card("pain_point", f"Pijnpunt {index}: de klant weet niet waar hij terechtkan", index)
        builder.card("opportunity", f"Kans {index}: zeg het meteen aan de balie", index)
    return builder.document


ALL_MAPS: dict[str, Callable[[], Document]] = {
    **MAPS,
    "500": lambda: large_map(500),
    "no-touchpoints": without_touchpoints,
}
KINDS: dict[str, Kind] = {
    "poster-a1": Kind("poster", "", {}),
    "poster-a4": Kind("poster", "", {"paper": "A4"}),
    "poster-bw": Kind("poster", "", {"bw": True}),
    "poster-full": Kind("poster", "", {"fields": FIELDS, **EVERYTHING}),
    "poster-blank": Kind("poster", "", {"blank": True}),
    "roll": Kind("poster", "", {"paper": "", "roll_mm": 914.0}),
    "true-size": Kind("poster", "", {"paper": "", "scale": "true"}),
    "tiles": Kind("poster", "", {"tile": "A4"}),
    "tiles-bw": Kind("poster", "", {"tile": "letter", "bw": True, "overlap_mm": 20.0}),
    "kit": Kind("kit", "", {}),
    "kit-bw-a3": Kind("kit", "", {"bw": True, "paper": "A3"}),
    "kit-wall": Kind("kit", "", {"parts": ("wall",), "wall": "page"}),
    "actions": Kind("actions", "", {}),
    "actions-wide": Kind("actions", "", {"orientation": "landscape", "by": "owner"}),
}


@dataclass(frozen=True)
class Shown:
    """A picture of docs/pages.md: which page of what, and the part of it (left, top, right, bottom of 1) if not all."""

    name: str
    title: str
    map: str
    kind: str
    page: int = 0
    part: tuple[float, float, float, float] | None = None
    px: int = 1300


SHOWN = (
    Shown("poster", "A poster on A1, in colour", "en", "poster-a1", px=2000),
    Shown("poster-bw", "Without colour: patterns and letters", "en", "poster-bw", part=(0.25, 0.0, 0.67, 0.5)),
    Shown("assembly", "In parts on A4: the page that says how they hang", "en", "tiles"),
    Shown("tile", "One of its sheets", "en", "tiles", 5),
    Shown("right-to-left", "Arabic, Hebrew, Japanese, emoji", "scripts", "poster-a1"),
    Shown("kit-wall", "Paper kit: a sheet of the blank wall map", "en", "kit", 1),
    Shown("kit", "Paper kit: all parts", "en", "kit", -1),
    Shown("actions", "An action list", "en", "actions"),
)


def pages_of(pdf: bytes, longest: int) -> Iterator[Image.Image]:
    """Pictures of the pages, their longer side ``longest`` px."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            yield page.render(scale=longest / max(page.get_size())).to_pil().convert("RGB")


def contact_sheet(pictures: Sequence[Image.Image], width: int = SHEET_W) -> Image.Image:
    """All pages beside and below each other, on grey."""
    from PIL import Image

    across = max(1, math.ceil(math.sqrt(len(pictures) * 0.9)))
    side = (width - GAP) // across - GAP
    small = [picture.copy() for picture in pictures]
    for picture in small:
        picture.thumbnail((side, side))
    rows = [small[at : at + across] for at in range(0, len(small), across)]
    heights = [max(picture.height for picture in row) for row in rows]
    width = max(sum(picture.width + GAP for picture in row) for row in rows) + GAP
    sheet = Image.new("RGB", (width, sum(heights) + GAP * (len(rows) + 1)), (150, 155, 160))
    y = GAP
    for row, height in zip(rows, heights, strict=True):
        x = GAP
        for picture in row:
            sheet.paste(picture, (x, y))
            x += picture.width + GAP
        y += height + GAP
    return sheet


def write(document: Document, kind: Kind, path: Path, *, whole: bool) -> int:
    """The PDF, its contact sheet, and its pages if they are wanted; how many pages it has.  Raises ExportError."""
    data = kind.pdf(document)
    path.with_suffix(".pdf").write_bytes(data)
    pictures = list(pages_of(data, PAGE_PX if whole else 1200))
    contact_sheet(pictures).save(path.with_suffix(".png"))
    if whole:
        for index, picture in enumerate(pictures):
            picture.save(path.with_name(f"{path.name}-{index:02}.png"))
    return len(pictures)


def write_docs() -> None:
    """docs/pages.md and its pictures."""

    folder = ROOT / "docs" / "pictures" / "pages"
    folder.mkdir(parents=True, exist_ok=True)
    lines = [
        "# Every kind of page",
        "",
        "Taken by `python tests/pages.py --docs` from what the program prints, with the example map. The same script",
        "prints every kind of page of many maps into a folder, to be looked at; `tests/export_pdf` judges them.",
        "",
    ]
    made: dict[tuple[str, str], bytes] = {}
    for shown in SHOWN:
        key = (shown.map, shown.kind)
        if key not in made:
            made[key] = KINDS[shown.kind].pdf(ALL_MAPS[shown.map]())
        if shown.page < 0:
            picture = contact_sheet(list(pages_of(made[key], 420)), 1600)
        else:
            part = shown.part or (0.0, 0.0, 1.0, 1.0)
            longest = round(shown.px / (part[2] - part[0]))
            picture = list(pages_of(made[key], longest))[shown.page]
            (w, h), (left, top, right, bottom) = picture.size, part
            picture = picture.crop((round(left * w), round(top * h), round(right * w), round(bottom * h)))
        save_small(picture, folder / f"{shown.name}.png", 160)
        lines += [f"## {shown.title}", "", f"![{shown.title}](pictures/pages/{shown.name}.png)", ""]
    (ROOT / "docs" / "pages.md").write_text("\n".join(lines), encoding="utf-8")


def main() -> int:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("maps", nargs="*", choices=[*ALL_MAPS, []], metavar="MAP")
    parser.add_argument("--only", nargs="*", choices=list(KINDS), default=[], metavar="KIND", help="these kinds")
    parser.add_argument("--out", type=Path, default=ROOT / "output" / "pages", help="a folder")
    parser.add_argument("--whole", action="store_true", help="each page by itself, too")
    parser.add_argument("--docs", action="store_true", help="docs/pages.md and its pictures")
    parser.add_argument("--list", action="store_true", help="name maps and kinds")
    asked = parser.parse_args()
    if asked.list:
        print("maps:", *ALL_MAPS)
        print("kinds:", *KINDS)
        return 0
    if asked.docs:
        write_docs()
        return 0
    asked.out.mkdir(parents=True, exist_ok=True)
    for name in asked.maps or ALL_MAPS:
        document = ALL_MAPS[name]()
        for kind in asked.only or KINDS:
            try:
                pages = write(document, KINDS[kind], asked.out / f"{name}-{kind}", whole=asked.whole)
                print(f"{name} {kind}: {pages} page(s)", flush=True)
            except ExportError as error:
                print(f"{name} {kind}: {error}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
