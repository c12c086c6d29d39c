"""What stands round the map on a poster: title, figures, personas, legend, feelings, signs, and the foot.

Every part is a block with a height; sizes are those of the example poster times ``scale``, in px of the map.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from model.document import Document
from model.draw import marks
from model.draw.displaylist import Group, Op, Path, Rect, Text, moved
from model.draw.shapes import edge_bar, rounded
from model.i18n import QT_TRANSLATE_NOOP, signed, translate
from model.kinds import ITEM_KINDS, LANE_KINDS, ItemKind
from model.layout import metrics as px
from model.layout.cards import SEVERITY_H, SEVERITY_W, icon_of
from model.layout.emotion import persona_color, persona_name
from model.records import Persona
from model.text.breaking import layout_text
from model.text.shape import TextLine, TextStyle
from model.values import dataclass

SHAPE_NAMES = (
    QT_TRANSLATE_NOOP("Poster", "round is {name}"),
    QT_TRANSLATE_NOOP("Poster", "square is {name}"),
    QT_TRANSLATE_NOOP("Poster", "triangle is {name}"),
    QT_TRANSLATE_NOOP("Poster", "diamond is {name}"),
)
MONTHS = (
    QT_TRANSLATE_NOOP("Poster", "January"),
    QT_TRANSLATE_NOOP("Poster", "February"),
    QT_TRANSLATE_NOOP("Poster", "March"),
    QT_TRANSLATE_NOOP("Poster", "April"),
    QT_TRANSLATE_NOOP("Poster", "May"),
    QT_TRANSLATE_NOOP("Poster", "June"),
    QT_TRANSLATE_NOOP("Poster", "July"),
    QT_TRANSLATE_NOOP("Poster", "August"),
    QT_TRANSLATE_NOOP("Poster", "September"),
    QT_TRANSLATE_NOOP("Poster", "October"),
    QT_TRANSLATE_NOOP("Poster", "November"),
    QT_TRANSLATE_NOOP("Poster", "December"),
)


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the poster at (0, 0): its operations and its height in px."""

    ops: tuple[Op, ...]
    h: float


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets the words round the map: ``lang`` decides where words are cut, ``scale`` multiplies every size."""

    scale: float
    lang: str

    def text(
        self,
        text: str,
        width: float,
        size: float,
        line: float,
        *,
        x: float = 0.0,
        y: float = 0.0,
        weight: int = 400,
        italic: bool = False,
        color: str = "ink.1",
        center: bool = False,
    ) -> tuple[list[Op], float]:
        """``text`` in lines of ``width`` px below ``y``, and where they end; ``size`` and ``line`` times the scale."""
        setting = TextStyle(size * self.scale, line * self.scale, weight, italic)
        ops: list[Op] = []
        for broken in layout_text(text, setting, width, lang=self.lang):
            ops.append(Text(x + self._shift(broken, width, center), y + px.baseline(setting), broken, color))
            y += setting.line
        return ops, y

    @staticmethod
    def _shift(line: TextLine, width: float, center: bool) -> float:
        free = width - line.width
        return free / 2 if center else free if line.rtl else 0.0

    def section(self, role: str, name: str, width: float, body: Block) -> Block:
        """A part with a rule above its name, as one group."""
        k = self.scale
        ops: list[Op] = [Rect(0, 0, width, 1.5 * k, "ink.1")]
        head, y = self.text(name, width, 13, 16, y=9.5 * k, weight=700, color="ink.2")
        y += 10 * k
        ops += [Group(tuple(head), role="heading") if role == "personas" else Group(tuple(head))]
        ops += [moved(op, 0, y) for op in body.ops]
        return Block((Group(tuple(ops), role=role),), y + body.h)


def title_block(setter: Setter, document: Document, width: float, *, figures: bool) -> Block:
    """Title, subtitle and, with ``figures``, three counts."""
    k = setter.scale
    title, y = setter.text(document.info.title.strip() or translate("Poster", "Journey map"), width, 38, 42, weight=700)
    ops: list[Op] = [Group(tuple(title), role="title")]
    if document.info.subtitle.strip():
        words, y = setter.text(document.info.subtitle.strip(), width, 17, 23, y=y + 12 * k, color="ink.2")
        ops.append(Group(tuple(words), role="subtitle"))
    if figures:
        counts: dict[str, int] = {}
        for item in document.placed:
            counts[item.kind] = counts.get(item.kind, 0) + 1
        kinds = [kind for kind in _figure_kinds() if counts.get(kind.id)][:3]
        if kinds:
            numbers, y = _figures(setter, [(kind, counts[kind.id]) for kind in kinds], width, y + 22 * k)
            ops.append(Group(tuple(numbers), role="figures"))
    return Block(tuple(ops), y)


def _figure_kinds() -> list[ItemKind]:
    """The kinds most worth counting, the usual three first."""
    first = ["touchpoint", "pain_point", "insight", "opportunity", "solution"]
    return [ITEM_KINDS[kind] for kind in (*first, *(k for k in ITEM_KINDS if k not in first))]


def _figures(setter: Setter, rows: Sequence[tuple[ItemKind, int]], width: float, y: float) -> tuple[list[Op], float]:
    k = setter.scale
    gap = 18 * k
    w = (width - gap * (len(rows) - 1)) / len(rows)
    ops: list[Op] = []
    bottom = y
    for i, (kind, count) in enumerate(rows):
        x = i * (w + gap)
        value, below = setter.text(str(count), w, 30, 32, x=x, y=y, weight=700)
        name = kind.title if count == 1 else kind.plural_title
        words, end = setter.text(name, w, 13, 16, x=x, y=below + 2 * k, color="ink.2")
        ops += [*value, *words]
        bottom = max(bottom, end)
    return ops, bottom


def personas_block(
    setter: Setter, personas: Sequence[tuple[int, Persona]], width: float, lines: frozenset[str]
) -> Block | None:
    """The personas, with a sample of their line for those in ``lines``; None when nothing is said of anybody."""
    told = [(i, p) for i, p in personas if p.name.strip() or p.role.strip() or p.quote.strip()]
    if not told:
        return None
    k = setter.scale
    left, y = 16 * k, 0.0
    groups: list[Op] = []
    for place, persona in told:
        if groups:
            y += 14 * k
        color, top = persona_color(persona, place), y
        sample = 40 * k
        words, y = setter.text(persona_name(persona), width - left - sample - 8 * k, 18, 22, x=left, y=y, weight=700)
        wide = max((op.x + op.line.width for op in words if isinstance(op, Text)), default=left)
        chosen = place == personas[0][0]
        ops: list[Op] = list(words)
        if persona.id in lines:
            ops += marks.line_sample(place, color, chosen, wide + 8 * k, top + 11 * k, sample, "surface.window", k)
        if persona.role.strip():
            more, y = setter.text(persona.role.strip(), width - left, 13.5, 17, x=left, y=y, color="ink.2")
            ops += more
        if persona.quote.strip():
            more, y = setter.text(persona.quote.strip(), width - left, 14.5, 18, x=left, y=y + 4 * k, italic=True)
            ops += more
        ops.append(Rect(0, top, 4 * k, y - top, color))
        groups.append(Group(tuple(ops), source_id=persona.id, role="persona"))
    return setter.section("personas", translate("Poster", "Personas"), width, Block(tuple(groups), y))


def used_kinds(document: Document, blank: bool) -> list[ItemKind]:
    """The kinds of cards on the map; of an empty form those that its lanes hold."""
    found = {LANE_KINDS[lane.kind].item for lane in document.lanes if lane.kind in LANE_KINDS}
    if not blank:
        found = {item.kind for item in document.placed}
    return [kind for kind in ITEM_KINDS.values() if kind.id in found]


def legend_block(setter: Setter, kinds: Sequence[ItemKind], width: float) -> Block | None:
    """The kinds of cards that there are, in two columns."""
    if not kinds:
        return None
    k = setter.scale
    gap, left, y = 10 * k, 42 * k, 0.0
    column = (width - gap) / 2
    ops: list[Op] = []
    for start in range(0, len(kinds), 2):
        bottom = y
        for i, kind in enumerate(kinds[start : start + 2]):
            x = i * (column + gap)
            words, end = setter.text(kind.title, column - left, 13.5, 16, x=x + left, y=y + 4 * k)
            ops += [_swatch(kind, x, y + 2 * k, k), *words]
            bottom = max(bottom, end + 4 * k)
        y = bottom + 3 * k
    return setter.section("legend", translate("Poster", "Notes"), width, Block(tuple(ops), y - 3 * k))


def _swatch(kind: ItemKind, x: float, y: float, k: float) -> Group:
    """A small card of a kind, 34 by 20."""
    w, h = 34.0, 20.0
    r = 4.0 if kind.id == "touchpoint" else 2.0
    note = f"note.{kind.token}"
    outline = marks.scaled(rounded(0.5, 0.5, w - 1, h - 1, r, r, r, r), k)
    ops: list[Op] = [Path(outline, f"{note}.fill", f"{note}.outline", k)]
    if kind.id == "touchpoint":
        ops.append(Path(marks.scaled(edge_bar(h), k), f"{note}.edge"))
    icon = "building-store" if kind.id == "touchpoint" else icon_of(kind.id)
    ops.append(marks.icon(icon, (w - 11) / 2 * k, 3.5 * k, 13 * k, f"{note}.edge"))
    return Group(tuple(ops), x, y)


def feelings_block(setter: Setter, personas: Sequence[tuple[int, Persona]], width: float) -> Block:
    """The five faces with their scores, and whose face has which outline."""
    k = setter.scale
    size = 34 * k
    pitch = (width - size) / 4
    ops: list[Op] = []
    y = 0.0
    for i, score in enumerate((-2, -1, 0, 1, 2)):
        ops.append(marks.face(score, 0, i * pitch, 0, size))
        words, y = setter.text(signed(score), size, 13, 16, x=i * pitch, y=size + 2 * k, weight=600, center=True)
        ops += words
    named = [(i, p) for i, p in personas if p.name.strip()][: len(SHAPE_NAMES)]
    if len(named) > 1:
        parts = [translate("Poster", SHAPE_NAMES[i % 4]).format(name=p.name.strip()) for i, p in named]
        sentence = "; ".join(parts) + "."
        words, y = setter.text(sentence[0].upper() + sentence[1:], width, 13, 17, y=y + 8 * k, color="ink.2")
        ops += words
    return setter.section("legend", translate("Poster", "Feeling"), width, Block(tuple(ops), y))


def signs_block(setter: Setter, document: Document, width: float, *, blank: bool) -> Block | None:
    """The signs that the map uses: severity, numbers, discs of channels."""
    k = setter.scale
    placed = () if blank else document.placed
    left, y = SEVERITY_W * k + 12 * k, 0.0
    ops: list[Op] = []

    def row(sign: Sequence[Op], words: str) -> None:
        nonlocal y
        if ops:
            y += 5 * k
        ops.extend(moved(op, 0, y) for op in sign)
        lines, y = setter.text(words, width - left, 14, 18, x=left, y=y)
        ops.extend(lines)

    if any(item.severity for item in placed) or (blank and any(lane.kind == "pain_points" for lane in document.lanes)):
        bars = marks.severity_ops(4, "note.pain.edge", k)
        row([Group(bars, 0, (18 - SEVERITY_H) / 2 * k)], translate("Poster", "severity, from 1 to 5"))
    if any(document.channels_by_step.values()) and any(lane.kind == "channels" for lane in document.lanes):
        for medium, words in (
            ("offline", translate("Poster", "channel, offline")),
            ("online", translate("Poster", "channel, online")),
        ):
            row([_disc(medium, k)], words)
    if placed:
        number, _ = setter.text(f"N{placed[0].number}", left, 13, 18, weight=500, color="ink.2")
        row(number, translate("Poster", "number of the note"))
    if not ops:
        return None
    return setter.section("legend", translate("Poster", "Signs"), width, Block(tuple(ops), y))


def _disc(medium: str, k: float) -> Group:
    w, h, inset = 20 * k, 18 * k, 0.65 * k
    fill = "surface.pressed" if medium == "online" else None
    disc = Rect(inset, inset, w - 2 * inset, h - 2 * inset, fill, "ink.3", 1.3 * k, h / 2 - inset)
    return Group((disc,))


def written_date(day: date) -> str:
    """A date as people write it: 21 May 2026, 21 mei 2026."""
    return f"{day.day} {translate('Poster', MONTHS[day.month - 1])} {day.year}"


def foot_block(setter: Setter, lines: Sequence[str], width: float) -> Block:
    """The small print, one paragraph per line."""
    ops: list[Op] = []
    y = 0.0
    for line in lines:
        words, y = setter.text(line, width, 13, 18, y=y, color="ink.2")
        ops += words
    return Block((Group(tuple(ops), role="foot"),), y)
