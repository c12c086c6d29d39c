"""Draws the links of a map: lines with rounded corners along the gutters, and what stands at their ends.

What a link says is told by more than its colour: its stroke is that of its kind (solid, dashed, dotted, double), an
arrow head stands where a path leads, a dot where something hangs on or rests on a card.
"""

from __future__ import annotations

from model.document import Document, card_number
from model.draw import marks
from model.draw.card_painter import HELICOPTER, LINES, line_op
from model.draw.displaylist import Group, Op, Path, Rect, Segment, Segments, Text, ellipse, polyline
from model.i18n import translate
from model.kinds import LINK_KINDS
from model.layout import metrics as px
from model.layout.links import LABEL_STYLE, LinkBox, Tip, link_look
from model.layout.maplayout import MapLayout
from model.layout.routes import Point
from model.text.breaking import layout_text

WIDTH = 1.5
"""px, the line of a link."""
CHOSEN_WIDTH = 2.0
RADIUS = 4.0
"""px, of the corners; less where a stretch is short."""
ARROW, ARROW_HALF = 5.5, 3.4
"""px, the length of an arrow head and half its width."""
DOT = 2.6
DASHES: dict[str, tuple[float, ...]] = {"dashed": (5.0, 3.0), "dotted": (0.1, 3.2)}
DOUBLE, DOUBLE_GAP = 1.1, 1.3
"""px, each line of a double one, and the white between them."""
FAR_WIDTH = 3.0
"""px, from far away, where a line would else be thinner than a pixel."""
WORDS_W, WORDS_H = 15.0, 9.0
"""px, the sign of words that stand elsewhere."""
TAG_W, TAG_PAD = 220.0, 6.0
"""px, the most that words on a tag are wide, and round them."""
CHOSEN = "accent.base"


def rounded_line(points: tuple[Point, ...], radius: float = RADIUS) -> Segments:
    """A line through ``points`` whose corners are rounded; each stretch keeps at least half of itself straight."""
    segments: list[Segment] = [("M", points[0])]
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        r = min(radius, _length(before, at) / 2, _length(at, after) / 2)
        (ax, ay), (bx, by) = _towards(at, before, r), _towards(at, after, r)
        k = 0.4477152502  # of a quarter circle by one cubic
        x1, y1 = at[0] + (ax - at[0]) * k, at[1] + (ay - at[1]) * k
        x2, y2 = at[0] + (bx - at[0]) * k, at[1] + (by - at[1]) * k
        segments += [("L", (ax, ay)), ("C", (x1, y1, x2, y2, bx, by))]
    segments.append(("L", points[-1]))
    return tuple(segments)


def _length(a: Point, b: Point) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _towards(a: Point, b: Point, by: float) -> Point:
    """The point ``by`` px from ``a`` on the way to ``b``."""
    length = _length(a, b)
    if not length:
        return a
    return a[0] + (b[0] - a[0]) * by / length, a[1] + (b[1] - a[1]) * by / length


def _shifted(points: tuple[Point, ...], by: float) -> tuple[Point, ...]:
    """The way ``by`` px to the right of an upright or level one, as seen along it."""
    found: list[Point] = []
    last = len(points) - 1
    for i, (x, y) in enumerate(points):
        dx = dy = 0.0
        for a, b in ((i - 1, i), (i, i + 1)):
            if a < 0 or b > last:
                continue
            ux, uy = points[b][0] - points[a][0], points[b][1] - points[a][1]
            if ux:
                dy = by if ux > 0 else -by
            elif uy:
                dx = -by if uy > 0 else by
        found.append((x + dx, y + dy))
    return tuple(found)


def _shortened(points: tuple[Point, ...], start: float, end: float) -> tuple[Point, ...]:
    """The way without ``start`` px at its beginning and ``end`` px at its end, where its pieces are that long."""
    found = list(points)
    if start and _length(found[0], found[1]) > start:
        found[0] = _towards(found[0], found[1], start)
    if end and _length(found[-1], found[-2]) > end:
        found[-1] = _towards(found[-1], found[-2], end)
    return tuple(found)


def _tip(tip: Tip, at: Point, inner: Point, color: str, scale: float) -> tuple[Path, ...]:
    """What stands at an end ``at``; the line comes from ``inner``."""
    if tip == "arrow":
        length, half = ARROW * scale, ARROW_HALF * scale
        ux, uy = (at[0] > inner[0]) - (at[0] < inner[0]), (at[1] > inner[1]) - (at[1] < inner[1])
        bx, by = at[0] - ux * length, at[1] - uy * length
        corners = ((bx - uy * half, by + ux * half), at, (bx + uy * half, by - ux * half))
        return (Path(polyline(corners, close=True), color),)
    if tip == "dot":
        ux, uy = (inner[0] > at[0]) - (inner[0] < at[0]), (inner[1] > at[1]) - (inner[1] < at[1])
        return (Path(ellipse(at[0] + ux * DOT * scale, at[1] + uy * DOT * scale, DOT * scale), color),)
    return ()


def line_ops(box: LinkBox, color: str, width: float = WIDTH) -> tuple[Op, ...]:
    """The line of a link with its tips, in one colour; ``width`` px where it is a single one."""
    scale = max(1.0, width / WIDTH)
    points = _shortened(box.points, 0.0, (ARROW - 1) * scale if box.end == "arrow" else 0.0)
    ops: list[Op] = []
    if box.stroke == "double":
        half = (DOUBLE + DOUBLE_GAP) / 2 * scale
        for side in (-half, half):
            ops.append(Path(rounded_line(_shifted(points, side), RADIUS + side), None, color, DOUBLE * scale))
    else:
        dash = tuple(v * scale for v in DASHES.get(box.stroke, ()))
        round_caps = box.stroke in ("solid", "dotted")
        ops.append(Path(rounded_line(points), None, color, width, dash, round_caps=round_caps))
    ops += _tip(box.start, box.points[0], box.points[1], color, scale)
    ops += _tip(box.end, box.points[-1], box.points[-2], color, scale)
    return tuple(ops)


def link_ops(box: LinkBox, color: str = "", width: float = WIDTH) -> tuple[Op, ...]:
    """Everything of a link, at its place on the map; ``color`` for its own (a chosen one is drawn in the accent)."""
    ink = color or box.color
    far = Path(polyline(box.points), None, ink, FAR_WIDTH)
    ops: list[Op] = [
        Group(line_ops(box, ink, width), min_zoom=HELICOPTER),
        Group((far,), max_zoom=HELICOPTER, paper=False),
    ]
    for x, y in box.signs:
        ops.append(Group(_sign(x, y, box.sign), min_zoom=HELICOPTER))
    if box.unplaced:
        ops.append(Group(_has_words(*box.words_at, ink), min_zoom=HELICOPTER))
    if box.label:
        ops.append(Group(tuple(line_op(line, "ink.1") for line in box.label), min_zoom=LINES))
    return tuple(ops)


def _sign(x: float, y: float, half: float) -> tuple[Op, ...]:
    """A pain point that is carried: the sign of its kind on a disc in its colours."""
    edge = "note.pain.edge"
    size = half * 1.5
    return (
        Path(ellipse(x, y, half - 0.4), "note.pain.fill", edge, 0.8),
        marks.icon("bolt", x - size / 2, y - size / 2, size, edge),
    )


def _has_words(x: float, y: float, color: str, scale: float = 1.0) -> tuple[Op, ...]:
    """The sign of a link whose words have no place beside it: a small bubble with three dots."""
    w, h, dot = WORDS_W * scale, WORDS_H * scale, 0.9 * scale
    dots = tuple(Path(ellipse(x + n * 3 * scale, y, dot), color) for n in (-1, 0, 1))
    return (Rect(x - w / 2, y - h / 2, w, h, "surface.raised", color, scale, h / 2), *dots)


def words_sign(x: float, y: float, scale: float) -> tuple[Op, ...]:
    """The sign of a link with words elsewhere, for the legend; its middle at (x, y)."""
    return _has_words(x, y, "ink.2", scale)


def words_tag(box: LinkBox, lang: str) -> tuple[tuple[Op, ...], float, float]:
    """The words of a link on a ground of their own, from (0, 0), and how wide and high that is."""
    lines = layout_text(box.text, LABEL_STYLE, TAG_W, lang=lang)
    wide = max(line.width for line in lines)
    w, h = wide + 2 * TAG_PAD, len(lines) * LABEL_STYLE.line + TAG_PAD
    ops: list[Op] = [Rect(0, 0, w, h, "surface.raised", box.color, 1.0, 4)]
    for n, line in enumerate(lines):
        y = TAG_PAD / 2 + n * LABEL_STYLE.line + px.baseline(LABEL_STYLE)
        ops.append(Text(TAG_PAD + (wide - line.width if line.rtl else 0.0), y, line, "ink.1"))
    return tuple(ops), w, h


def unplaced_words(layout: MapLayout, document: Document) -> list[tuple[LinkBox, str]]:
    """The links whose words have no place on the map, each with its numbers and words: "N28 → N30: by phone"."""
    found: list[tuple[LinkBox, str]] = []
    for box in layout.links.values():
        ends = [document.item_table.get(i) for i in (box.source_id, box.target_id)]
        if box.unplaced and ends[0] is not None and ends[1] is not None:
            text = translate("Map", "{one} → {other}: {words}")
            one, other = card_number(ends[0]), card_number(ends[1])
            found.append((box, text.format(one=one, other=other, words=box.text)))
    return found


def paint_link(box: LinkBox, document: Document) -> Group:
    """A link as a group; ``document`` gives the words of its label."""
    return Group(link_ops(box), source_id=box.id, role="link", label=link_label(box.id, document))


def paint_links(layout: MapLayout, document: Document) -> dict[str, Group]:
    """The links of a layout by id, the paths above the others."""

    def flow(box: LinkBox) -> bool:
        known = LINK_KINDS.get(box.kind)
        return known is not None and known.flow

    return {box.id: paint_link(box, document) for box in sorted(layout.links.values(), key=flow)}


def link_label(link_id: str, document: Document, start: str | None = None) -> str:
    """A link in words: "N3 leads to N7", its text, how many pain points it carries.

    With ``start`` the id of the card at its target it is read from there: "N7 follows N3".
    """
    link = document.link_table[link_id]
    source, target = document.item_table[link.source_id], document.item_table[link.target_id]
    known = LINK_KINDS.get(link.kind)
    back = start is not None and start == target.id
    one, other = (target, source) if back else (source, target)
    verb = link.kind if known is None else known.backward_title if back else known.forward_title
    parts = [translate("Map", "{one} {verb} {other}").format(one=card_number(one), verb=verb, other=card_number(other))]
    if link.text.strip():
        parts.append(" ".join(link.text.split()))
    pains = sum(1 for i in link.pain_point_ids if i in document.item_table)
    if pains:
        parts.append(translate("Map", "carries %n pain point(s)", n=pains))
    return "; ".join(parts)


def link_sample(kind: str, x: float, y: float, w: float, scale: float = 1.0) -> tuple[Op, ...]:
    """A stretch of a link of ``kind`` from (x, y) to the right, ``w`` px long, for legends and menus."""
    known = LINK_KINDS.get(kind)
    begins = known.sources[0] if known is not None and len(known.sources) == 1 else ""
    stroke, color, start, end = link_look(kind, begins)
    box = LinkBox(kind, kind, "", "", ((x, y), (x + w, y)), stroke, color, start, end, "", (), None, 0, (), 0.0)
    return line_ops(box, color, WIDTH * scale)
