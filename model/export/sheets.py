"""What stands on the sheets of a tiled poster beside the poster: the assembly page, and the marks of each sheet.

Both are display lists in pt (1/72 inch), since paper is measured in mm and not in px of a map.  Design:
look.md, section 9, and the picture of a tile and its assembly page there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from model.draw.displaylist import Clip, DisplayList, Group, Op, Path, Rect, Text, ellipse, polyline
from model.draw.fitting import few_lines, fitting
from model.export.pages import Tile, Tiling, fit
from model.export.papers import millimetres
from model.i18n import number, translate
from model.text.breaking import layout_text, shape_line
from model.text.shape import TextLine, TextStyle
from model.values import dataclass

PT_PER_MM = 72 / 25.4

_INK, _SOFT, _MARK, _GRID, _PAPER = "ink.1", "ink.2", "#6A7079", "accent.base", "#FFFFFF"
_HATCH = "#6A707940"
_DASHED = 0.25 * PT_PER_MM
"""Width of the line that ends a glue edge; it lies inside, so that the neighbour covers all of it."""
_LABEL = 3.4  # mm, the em of a sheet's name
_LEAST_LABEL = 1.2  # mm, the em below which nobody reads a name
_ROOM_FOR_LABELS = 5.0  # mm of overlap; with less the names stand in the printer's margin
_LEAST_PAGE = (210.0, 148.0)  # mm of an assembly page, lying
_UNIT = re.compile(r"(?<=\d) (?=mm|%)")
_MOST_NAMED = 60  # sheets that changed; of more the small map shows which


@dataclass(frozen=True, slots=True)
class AssemblyPage:
    """The assembly page: its list, its size in pt, and where the small map stands (pt, y down from the top)."""

    ops: DisplayList
    width: float
    height: float
    map_x: float
    map_y: float
    map_scale: float
    """pt of this page per mm of the printed poster."""


def _style(size_mm: float, line_mm: float, weight: int = 400) -> TextStyle:
    return TextStyle(size_mm * PT_PER_MM, line_mm * PT_PER_MM, weight)


def _bound(text: str) -> str:
    """A number and what it counts on one line."""
    return _UNIT.sub("\u00a0", text)


def _line(x: float, y: float, text: str, style: TextStyle, lang: str, color: str = _INK) -> Text:
    return Text(x, y, shape_line(text, style, lang), color)


# -- the marks of one sheet -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Strip:
    """A hatched glue edge as a list of its own, because most sheets have the same: at (x, y) pt on the sheet."""

    ops: DisplayList
    x: float
    y: float
    w: float
    h: float

    @property
    def name(self) -> str:
        """The same for strips that look the same."""
        return f"glue-{self.w:.1f}-{self.h:.1f}".replace(".", "_")


def _neighbour(name: str | None, hung: Collection[str] | None) -> bool:
    """Whether a sheet is there and hangs on the wall (``hung`` None: all do)."""
    return name is not None and (hung is None or name in hung)


def _on_the_wall(tiling: Tiling, hung: Collection[str] | None) -> tuple[int, int]:
    """How many columns and rows hang on the wall: those behind the last sheet that is printed do not count."""
    there = [tile for tile in tiling.tiles if hung is None or tile.name in hung] or tiling.tiles
    return max(tile.column for tile in there) + 1, max(tile.row for tile in there) + 1


def glue_edges(tiling: Tiling, tile: Tile, hung: Collection[str] | None = None) -> tuple[Strip, ...]:
    """The edges over which the neighbours at the left and at the top come, each with the dashed line up to which.

    ``hung`` are the names of the sheets on the wall, None for all: over an edge without a neighbour nothing comes.
    """
    left_joins, top_joins = _neighbour(tile.left, hung), _neighbour(tile.above, hung)
    k = PT_PER_MM
    left, top, glue = tiling.margin * k, tiling.margin * k, tiling.overlap * k
    width, height = tile.w * k, tile.h * k
    beside = glue if left_joins else 0.0
    strips: list[Strip] = []
    if left_joins and glue:
        ops = _hatched(glue, height, dashed=((glue - _DASHED / 2, 0.0), (glue - _DASHED / 2, height)))
        strips.append(Strip(ops, left, top, glue, height))
    if top_joins and glue:
        base = glue - _DASHED / 2
        ops = _hatched(width - beside, glue, dashed=((0.0, base), (width - beside, base)))
        strips.append(Strip(ops, left + beside, top, width - beside, glue))
    return tuple(strips)


def _hatched(w: float, h: float, dashed: tuple[tuple[float, float], tuple[float, float]]) -> DisplayList:
    gap = 2.4 * PT_PER_MM
    segments: list[tuple[str, tuple[float, ...]]] = []
    at = -h
    while at < w:
        segments += [("M", (at, h)), ("L", (at + h, 0.0))]
        at += gap
    return (
        Clip(0.0, 0.0, w, h, (Path(tuple(segments), stroke=_HATCH, width=0.3 * PT_PER_MM),)),
        Path((("M", dashed[0]), ("L", dashed[1])), stroke=_MARK, width=_DASHED, dash=(3.0, 2.0)),
    )


def trim_box(tiling: Tiling, tile: Tile) -> tuple[float, float, float, float]:
    """What is left of a sheet after it was cut as the steps say, in pt from its bottom left: all but the margins at the
    right and the bottom, or where nothing overlaps no margin at all."""
    k, margin = PT_PER_MM, tiling.margin
    right, bottom = (margin + tile.w) * k, (tiling.sheet[1] - margin - tile.h) * k
    if tiling.overlap > 0:
        return 0.0, bottom, right, tiling.sheet[1] * k
    return margin * k, bottom, right, (tiling.sheet[1] - margin) * k


def tile_marks(
    tiling: Tiling, tile: Tile, title: str, lang: str, *, crop: bool = True, hung: Collection[str] | None = None
) -> DisplayList:
    """Neighbours' names, the sheet's own name and, with ``crop``, the crop marks, over the poster's window and the glue
    edges.  ``hung`` as for :func:`glue_edges`: a sheet that is not printed is nobody's neighbour."""
    return (
        *_neighbours(tiling, tile, lang, hung),
        *_own_name(tiling, tile, title, lang, hung),
        *_later_neighbours(tiling, tile, lang, hung),
        *((_crop_marks(tiling, tile, hung),) if crop else ()),
    )


def _plate(x: float, y: float, text: str, style: TextStyle, lang: str, color: str = _INK) -> list[Op]:
    """A line of text on a white ground, with its top left at (x, y)."""
    line = shape_line(text, style, lang)
    pad = 1.2 * PT_PER_MM
    return [
        Rect(x, y, line.width + 2 * pad, style.line, fill=_PAPER, radius=0.6 * PT_PER_MM),
        Text(x + pad, y + 0.76 * style.line, line, color),
    ]


def _neighbours(tiling: Tiling, tile: Tile, lang: str, hung: Collection[str] | None) -> list[Op]:
    """An arrow and the name of the sheet that joins at the left and at the top."""
    k = PT_PER_MM
    size = min(3.0, tiling.overlap * 0.3) if tiling.overlap >= _ROOM_FOR_LABELS else 1.8
    style = _style(size, size * 1.3, 600)
    inside = tiling.overlap >= _ROOM_FOR_LABELS
    ops: list[Op] = []
    arrow = 0.62 * size * k
    if tile.left is not None and _neighbour(tile.left, hung):
        line = shape_line(tile.left, style, lang)
        width = arrow + 0.9 * k + line.width
        room = tiling.overlap * k if inside else tiling.margin * k
        middle = (tiling.margin * k if inside else 0.0) + room / 2
        x = middle - width / 2
        base = (tiling.margin + tile.h / 2) * k
        half = 0.36 * size * k
        ops.append(Rect(x - 0.8 * k, base - 1.1 * size * k, width + 1.6 * k, 1.6 * size * k, fill=_PAPER))
        ops += _word_above(middle, base - 1.1 * size * k, room, size, lang, _INK)
        points = ((x + arrow, base - 2 * half), (x + arrow, base), (x, base - half))
        ops.append(Path((("M", points[0]), ("L", points[1]), ("L", points[2]), ("Z", ())), fill=_INK))
        ops.append(Text(x + arrow + 0.9 * k, base, line, _INK))
    if tile.above is not None and _neighbour(tile.above, hung):
        line = shape_line(sheet_words(tile.above), style, lang)
        x = (tiling.margin + min(24.0, tile.w / 3) + (tiling.overlap if tile.column else 0.0)) * k
        middle = tiling.margin + tiling.overlap / 2 if inside else tiling.margin / 2
        base = (middle + 0.35 * size) * k
        ops.append(Rect(x - 0.8 * k, base - 1.1 * size * k, arrow + line.width + 2.5 * k, 1.6 * size * k, fill=_PAPER))
        points = ((x, base), (x + arrow, base), (x + arrow / 2, base - 0.72 * size * k))
        ops.append(Path((("M", points[0]), ("L", points[1]), ("L", points[2]), ("Z", ())), fill=_INK))
        ops.append(Text(x + arrow + 0.9 * k, base, line, _INK))
    return ops


def sheet_words(name: str) -> str:
    """ "sheet A3": by itself it would be read as a size of paper."""
    return translate("Tiles", "sheet {name}").format(name=name)


def _word_above(middle: float, bottom: float, room: float, size: float, lang: str, color: str) -> list[Op]:
    """The word "sheet" above a name with no room for it beside it: in the ``middle`` (pt) of ``room``, its foot on
    ``bottom``; nothing where it is wider.  ``size`` is the em of the name in mm."""
    k = PT_PER_MM
    style = _style(size * 0.75, size, 600)
    line = shape_line(translate("Tiles", "sheet"), style, lang)
    if line.width > room - 0.4 * k:
        return []
    x = middle - line.width / 2
    ground = Rect(x - 0.4 * k, bottom - 0.9 * size * k, line.width + 0.8 * k, 0.95 * size * k, fill=_PAPER)
    return [ground, Text(x, bottom - 0.2 * size * k, line, color)]


def _later_neighbours(tiling: Tiling, tile: Tile, lang: str, hung: Collection[str] | None) -> list[Op]:
    """The names of the sheets that join at the right and at the bottom, in the printer's margin: they are cut off."""
    k = PT_PER_MM
    size = min(1.8, (tiling.margin - 1.0) * 0.6)
    if size < _LEAST_LABEL:
        return []  # no room for a word; the assembly page has it
    style = _style(size, size * 1.3, 600)
    arrow, gap = 0.62 * size * k, 0.5 * k
    ops: list[Op] = []
    right = Tile(tile.column + 1, tile.row, 0, 0, 0, 0).name if tile.column + 1 < tiling.columns else None
    if right is not None and _neighbour(right, hung):
        line = shape_line(right, style, lang)
        x = (tiling.margin + tile.w + tiling.margin / 2) * k - (arrow + gap + line.width) / 2
        base = (tiling.margin + tile.h / 2) * k
        tip, half = x + line.width + gap + arrow, 0.36 * size * k
        points = ((tip - arrow, base - 2 * half), (tip - arrow, base), (tip, base - half))
        ops += [Text(x, base, line, _SOFT), Path(polyline(points, close=True), fill=_SOFT)]
        middle = (tiling.margin + tile.w + tiling.margin / 2) * k
        ops += _word_above(middle, base - size * k, tiling.margin * k, size, lang, _SOFT)
    below = Tile(tile.column, tile.row + 1, 0, 0, 0, 0).name if tile.row + 1 < tiling.rows else None
    if below is not None and _neighbour(below, hung):
        line = shape_line(sheet_words(below), style, lang)
        x = (tiling.margin + min(24.0, tile.w / 3) + (tiling.overlap if tile.column else 0.0)) * k
        base = (tiling.margin + tile.h + tiling.margin / 2 + 0.35 * size) * k
        top = base - 0.72 * size * k
        points = ((x, top), (x + arrow, top), (x + arrow / 2, base))
        ops += [Path(polyline(points, close=True), fill=_SOFT), Text(x + arrow + gap, base, line, _SOFT)]
    return ops


def _own_name(tiling: Tiling, tile: Tile, title: str, lang: str, hung: Collection[str] | None) -> list[Op]:
    """Name, row, column and title at the top right: a sheet that fell finds its place again."""
    k = PT_PER_MM
    glued = _neighbour(tile.above, hung) and tiling.overlap >= _ROOM_FOR_LABELS
    size = min(_LABEL, tiling.overlap * 0.34) if glued else 2.9
    style = _style(size, size * 1.3, 600)
    columns, rows = _on_the_wall(tiling, hung)
    text = translate("Tiles", "Sheet {name}, row {row} of {rows}, column {column} of {columns}").format(
        name=tile.name, row=tile.row + 1, rows=rows, column=tile.column + 1, columns=columns
    )
    room = (tile.w - (tiling.overlap if tile.column else 0.0)) * k / 2
    if title:
        text = fitting(f"{text}  ·  {title}", style, lang, room)
    width = shape_line(text, style, lang).width + 2.4 * k
    x = (tiling.margin + tile.w - 2) * k - width
    middle = tiling.overlap / 2 if glued else 0.7 * style.line / k
    return _plate(x, (tiling.margin + middle) * k - style.line / 2, text, style, lang, _INK if glued else _SOFT)


def _crop_marks(tiling: Tiling, tile: Tile, hung: Collection[str] | None) -> Path:
    """Two short lines at each corner, in the printer's margin only: never on the picture or on a neighbour's part."""
    k = PT_PER_MM
    near, far = 0.5, max(0.5, min(4.1, tiling.margin - 0.5))
    left = tiling.margin + (tiling.overlap if _neighbour(tile.left, hung) else 0.0)
    top = tiling.margin + (tiling.overlap if _neighbour(tile.above, hung) else 0.0)
    right, bottom = tiling.margin + tile.w, tiling.margin + tile.h
    outer = (tiling.margin, tiling.margin, tiling.margin + tile.w, tiling.margin + tile.h)
    segments: list[tuple[str, tuple[float, ...]]] = []
    for x in (left, right):
        segments += [("M", (x * k, (outer[1] - near) * k)), ("L", (x * k, (outer[1] - far) * k))]
        segments += [("M", (x * k, (outer[3] + near) * k)), ("L", (x * k, (outer[3] + far) * k))]
    for y in (top, bottom):
        segments += [("M", ((outer[0] - near) * k, y * k)), ("L", ((outer[0] - far) * k, y * k))]
        segments += [("M", ((outer[2] + near) * k, y * k)), ("L", ((outer[2] + far) * k, y * k))]
    return Path(tuple(segments), stroke=_INK, width=0.2 * k)


# -- the assembly page ----------------------------------------------------------------------------------------------


def assembly_page(
    tiling: Tiling,
    tiles: Sequence[Tile],
    *,
    paper_name: str,
    title: str,
    version: int,
    lang: str,
    changed: Sequence[str] | None = None,
    crop: bool = True,
) -> AssemblyPage:
    """How the sheets hang: a small map with the grid and the names, the steps in words, and a ruler of 100 mm.

    ``tiles`` are the sheets on the wall; the others hold nothing and are left out.  Where ``changed`` is given, only
    the sheets of these names are in the file, and the page shows which.  ``crop``: the sheets have crop marks.
    """
    k = PT_PER_MM
    # On very small sheets there is no room to show a wall: then the page is larger than they are.
    page_w, page_h = max(*tiling.sheet, _LEAST_PAGE[0]), max(min(tiling.sheet), _LEAST_PAGE[1])
    steps_w = 74.0
    ops: list[Op] = [
        Group((_line(12 * k, 18 * k, translate("Tiles", "How the map hangs"), _style(8, 10, 700), lang),), role="title")
    ]
    facts = _facts(tiling, tiles, paper_name)
    if changed is not None:
        text = translate("Tiles", "%n sheet(s) changed: {names}. Hang these over the old ones.", n=len(changed))
        named = changed if len(changed) <= _MOST_NAMED else (*changed[:_MOST_NAMED], "…")
        facts += " " + text.format(names=", ".join(named))
    small = _style(4, 5.4)
    lines = list(layout_text(facts, small, (page_w - 24) * k, lang=lang))
    if title:
        lines += few_lines(title, small, lang, (page_w - 24) * k, 1)
    ops.append(_lines(12, 21, lines, small, _SOFT))
    top = max(36.0, 21 + 5.4 * len(lines) + 4)
    scale = fit(tiling.width, tiling.height, page_w - 12 - 10 - steps_w - 12, page_h - top - 27).scale
    # The white veil shows the map at six tenths of its strength: the names read well on it.
    ops.append(Rect(12 * k, top * k, tiling.width * scale * k, tiling.height * scale * k, fill="#FFFFFF66"))
    ops.append(_grid(tiling, tiles, 12.0, top, scale, lang, None if changed is None else frozenset(changed)))
    ops += _steps(page_w - 12 - steps_w, top, steps_w, lang, glue=tiling.overlap > 0, crop=crop)
    ops.append(ruler(12.0, page_h - 16, lang))
    if version:
        style = _style(3, 4)
        line = shape_line(translate("Tiles", "Version {number}").format(number=version), style, lang)
        ops.append(Group((Text((page_w - 12) * k - line.width, (page_h - 10.5) * k, line, _SOFT),), role="version"))
    return AssemblyPage(tuple(ops), page_w * k, page_h * k, 12 * k, top * k, scale * k)


def _facts(tiling: Tiling, tiles: Sequence[Tile], paper_name: str) -> str:
    """``tiles`` are those on the wall."""
    sheets = len(tiles)
    columns, rows = _on_the_wall(tiling, {tile.name for tile in tiles})
    counted = translate("Tiles", "%n sheet(s)", n=sheets)
    text = translate(
        "Tiles",
        "{sheets} of {paper}, {rows} × {columns}. Together {width} by {height} mm, overlap {overlap} mm.",
    ).format(
        sheets=counted,
        paper=paper_name,
        rows=rows,
        columns=columns,
        width=number(round(max(tile.x + tile.w for tile in tiles))),
        height=number(round(max(tile.y + tile.h for tile in tiles))),
        overlap=millimetres(tiling.overlap),
    )
    if tiling.scale < 1 and tiling.unscaled > sheets:
        saved = translate("Tiles", "At {percent} %, which saves %n sheet(s).", n=tiling.unscaled - sheets)
        text += " " + saved.format(percent=number(tiling.scale * 100, 1))
    if sheets > 1:
        last = tiles[-1]
        named = translate(
            "Tiles", "Sheets are named by column and row, not by paper: sheet {name} is column {column}, row {row}."
        )
        text += " " + named.format(name=last.name, column=number(last.column + 1), row=number(last.row + 1))
    left_out = rows * columns - sheets
    if left_out:
        text += " " + translate("Tiles", "%n empty sheet(s) left out.", n=left_out)
    return text


def _lines(x: float, y: float, lines: Sequence[TextLine], style: TextStyle, color: str) -> Group:
    base = y * PT_PER_MM + 0.78 * style.line
    ops = tuple(Text(x * PT_PER_MM, base + i * style.line, line, color) for i, line in enumerate(lines))
    return Group(ops, role="facts")


def _grid(
    tiling: Tiling,
    tiles: Sequence[Tile],
    x: float,
    y: float,
    scale: float,
    lang: str,
    changed: frozenset[str] | None = None,
) -> Group:
    """The sheets' outlines and names over the small map; those of ``changed`` sheets on a solid ground."""
    k = PT_PER_MM
    step = min(min(t.w, t.h) for t in tiling.tiles) * scale
    radius = max(2.2, min(6.4, 0.36 * step))
    style = _style(radius * 0.875, radius * 1.1, 700)
    ops: list[Op] = [
        Rect(
            (x + t.x * scale) * k, (y + t.y * scale) * k, t.w * scale * k, t.h * scale * k, stroke=_GRID, width=0.5 * k
        )
        for t in tiles
    ]
    for t in tiles:
        cx, cy = (x + (t.x + t.w / 2) * scale) * k, (y + (t.y + t.h / 2) * scale) * k
        line = shape_line(t.name, style, lang)
        new = changed is not None and t.name in changed
        ops.append(Path(ellipse(cx, cy, radius * k), fill=_GRID if new else _PAPER, stroke=_GRID, width=0.5 * k))
        ops.append(Text(cx - line.width / 2, cy + 0.34 * style.size, line, _PAPER if new else _INK))
    return Group(tuple(ops), role="figure", label=translate("Tiles", "The sheets over a small picture of the map"))


def _steps(x: float, y: float, width: float, lang: str, *, glue: bool, crop: bool) -> list[Op]:
    """The five steps in words, numbered; ``glue``: the sheets overlap, ``crop``: they have crop marks."""
    k = PT_PER_MM
    if glue:
        cut = translate("Tiles", "Cut each sheet at the right and the bottom, along the crop marks.")
        if not crop:
            cut = translate("Tiles", "Cut each sheet at the right and the bottom, where the picture ends.")
        lay = translate(
            "Tiles", "Lay each sheet over the glue edge of the next, up to the dashed line. Work row by row."
        )
    else:
        cut = translate("Tiles", "Cut the white off each sheet on all sides, along the crop marks.")
        if not crop:
            cut = translate("Tiles", "Cut the white off each sheet on all sides, where the picture ends.")
        lay = translate("Tiles", "Lay the sheets edge to edge and tape them from behind. Work row by row.")
    texts = (
        translate("Tiles", "Print at 100 %. Turn off “fit to page”."),
        translate("Tiles", "Measure the ruler below. If 100 mm is not 100 mm, print again."),
        cut,
        lay,
        translate("Tiles", "Stick the rows together, from top to bottom."),
    )
    style, small = _style(4, 5.4), _style(3.3, 4, 700)
    ops: list[Op] = []
    top = y
    for count, text in enumerate(texts, 1):
        figure = shape_line(number(count), small, lang)
        cx, cy = (x + 2.8) * k, (top + 2.8) * k
        inner: list[Op] = [
            Path(ellipse(cx, cy, 2.8 * k), stroke=_INK, width=0.45 * k),
            Text(cx - figure.width / 2, cy + 0.34 * small.size, figure, _INK),
        ]
        base = (top + 4.2) * k
        lines = layout_text(_bound(text), style, (width - 8.0) * k, lang=lang)
        for line in lines:
            inner.append(Text((x + 8.0) * k, base, line, _INK))
            base += style.line
        ops.append(Group(tuple(inner), role="step"))
        top += 5.4 * len(lines) + 4.4
    return ops


def ruler(x: float, y: float, lang: str) -> Group:
    """A ruler of exactly 100 mm with its zero at (x, y) mm, a stroke for every mm, and its ends named below."""
    k = PT_PER_MM
    ops: list[Op] = [Path((("M", (x * k, y * k)), ("L", ((x + 100) * k, y * k))), stroke=_INK, width=0.2 * k)]
    for every, length, width in ((1, 1.6, 0.15), (10, 3.0, 0.25), (50, 4.2, 0.25)):
        strokes: list[tuple[str, tuple[float, ...]]] = []
        for at in range(0, 101, every):
            if every == 50 or (every == 10 and at % 50) or (every == 1 and at % 10):
                strokes += [("M", ((x + at) * k, y * k)), ("L", ((x + at) * k, (y + length) * k))]
        ops.append(Path(tuple(strokes), stroke=_INK, width=width * k))
    style = _style(3, 4)
    ops.append(_line(x * k, (y + 7.6) * k, "0", style, lang))
    end = shape_line("100 mm", style, lang)
    ops.append(Text((x + 100) * k - end.width / 2, (y + 7.6) * k, end, _INK))
    return Group(tuple(ops), role="ruler")
