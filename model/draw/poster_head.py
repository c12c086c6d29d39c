"""What stands round the map on a poster: title, figures, personas, and the foot.  The legend is a module of its own.

Every part is a block with a height; sizes are those of the example poster times ``scale``, in px of the map.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from model.cardlines import persona_lines
from model.document import Document
from model.draw import marks
from model.draw.displaylist import Group, Op, Path, Picture, Rect, Text, ellipse, moved
from model.draw.house import LOGO_H, LOGO_W, House, logo_group, logo_size
from model.evidence import Share, percents, share_of_map
from model.fields import ACTORS
from model.i18n import QT_TRANSLATE_NOOP, translate
from model.kinds import ITEM_KINDS, ItemKind
from model.layout import metrics as px
from model.layout.emotion import persona_color
from model.personas import persona_name
from model.records import Asset, Persona
from model.text.breaking import layout_text
from model.text.shape import TextLine, TextStyle
from model.values import dataclass

PORTRAIT = 44.0
"""The width of a portrait, px of the head."""
NO_ASSETS: Mapping[str, Asset] = {}
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


_NO_HOUSE = House()


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets the words round the map: ``lang`` decides where words are cut, ``scale`` multiplies every size.

    ``mm`` is the printed size of a px; ``house`` the look of the organisation.  One that does not draw (``draws``) only
    says how high everything is: words are set in many sizes before one is taken.
    """

    scale: float
    lang: str
    mm: float = 1.0
    house: House = _NO_HOUSE
    draws: bool = True

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
            if not self.draws:
                y += setting.line
                continue
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
        head, y = self.text(name, width, 13, 16, y=9.5 * k, weight=700, color="ink.2")
        y += 10 * k
        if not self.draws:
            return Block((), y + body.h)
        ops: list[Op] = [Rect(0, 0, width, 1.5 * k, self.house.shade or "ink.1")]
        ops += [Group(tuple(head), role="heading") if role == "personas" else Group(tuple(head))]
        ops += [moved(op, 0, y) for op in body.ops]
        return Block((Group(tuple(ops), role=role),), y + body.h)


def title_block(setter: Setter, document: Document, width: float, *, figures: Sequence[tuple[str, str]] = ()) -> Block:
    """Logo, title, subtitle and the ``figures`` (:func:`figures_of`)."""
    k = setter.scale
    ops, y = _letterhead(setter, width)
    name = document.info.title.strip() or translate("Poster", "Journey map")
    title, y = setter.text(name, width, 38, 42, y=y, weight=700)
    ops.append(Group(tuple(title), role="title"))
    if document.info.subtitle.strip():
        words, y = setter.text(document.info.subtitle.strip(), width, 17, 23, y=y + 12 * k, color="ink.2")
        ops.append(Group(tuple(words), role="subtitle"))
    if figures:
        numbers, y = _figures(setter, figures, width, y + 22 * k)
        ops.append(Group(tuple(numbers), role="figures"))
    return Block(tuple(ops), y)


def figures_of(document: Document, *, evidence: bool = False) -> tuple[tuple[str, str], ...]:
    """Up to three counts with their names; ``evidence``: the last is the share of measured."""
    counts: dict[str, int] = {}
    for item in document.placed:
        counts[item.kind] = counts.get(item.kind, 0) + 1
    share = share_of_map(document) if evidence else Share()
    kinds = [kind for kind in _figure_kinds() if counts.get(kind.id)][: 2 if share.total else 3]
    rows = [(str(counts[kind.id]), kind.title if counts[kind.id] == 1 else kind.plural_title) for kind in kinds]
    if share.total:
        measured = translate("Poster", "{number} %").format(number=percents(share).measured)
        rows.append((measured, translate("Poster", "measured")))
    return tuple(rows)


def _letterhead(setter: Setter, width: float) -> tuple[list[Op], float]:
    """The logo and the bar in the organisation's colour above the title, and where the title begins (HS1, HS2)."""
    k, house = setter.scale, setter.house
    ops: list[Op] = []
    y = 0.0
    if house.logo is not None:
        wide, high = logo_size(house.logo, min(width, LOGO_W * k), LOGO_H * k)
        ops.append(logo_group(house.logo, house.title, 0.0, 0.0, wide, high, setter.mm))
        y = high + 14 * k
    if house.accent:
        ops.append(Rect(0, y, 64 * k, 6 * k, house.accent))
        y += 16 * k
    return ops, y


def _figure_kinds() -> list[ItemKind]:
    """The kinds most worth counting, the usual three first."""
    first = ["touchpoint", "pain_point", "insight", "opportunity", "solution"]
    return [ITEM_KINDS[kind] for kind in (*first, *(k for k in ITEM_KINDS if k not in first))]


def _figures(setter: Setter, rows: Sequence[tuple[str, str]], width: float, y: float) -> tuple[list[Op], float]:
    k = setter.scale
    gap = 18 * k
    w = (width - gap * (len(rows) - 1)) / len(rows)
    ops: list[Op] = []
    bottom = y
    for i, (figure, name) in enumerate(rows):
        x = i * (w + gap)
        value, below = setter.text(figure, w, 30, 32, x=x, y=y, weight=700)
        words, end = setter.text(name, w, 13, 16, x=x, y=below + 2 * k, color="ink.2")
        ops += [*value, *words]
        bottom = max(bottom, end)
    return ops, bottom


def who(persona: Persona) -> str:
    """What a persona is on the map, where that is not the customer, and the role."""
    role = persona.role.strip()
    if not persona.actor or persona.actor == "customer":
        return role
    known = next((choice for choice in ACTORS if choice.id == persona.actor), None)
    actor = known.title if known else persona.actor
    return actor if role.casefold() in ("", actor.casefold()) else f"{actor} · {role}"


def personas_block(
    setter: Setter,
    personas: Sequence[tuple[int, Persona]],
    width: float,
    lines: frozenset[str],
    assets: Mapping[str, Asset] = NO_ASSETS,
    *,
    whole: bool = False,
) -> Block | None:
    """The personas with their portraits, and a sample of their line for those in ``lines``; ``whole``: also what they
    want and what troubles them.

    None when nothing is said of anybody.
    """
    more_of = {p.id: persona_lines(p) if whole else [] for _, p in personas}
    told = [
        (i, p)
        for i, p in personas
        if p.name.strip() or p.role.strip() or p.quote.strip() or p.portrait or more_of[p.id]
    ]
    if not told:
        return None
    k = setter.scale
    portraits = any(p.portrait for _, p in told)
    left, y = (16 + (PORTRAIT + 10 if portraits else 0)) * k, 0.0
    groups: list[Op] = []
    for place, persona in told:
        if groups:
            y += 14 * k
        color, top = persona_color(persona, place), y
        sample = 40 * k
        room = width - left - (sample + 8 * k if persona.id in lines else 0)
        words, y = setter.text(persona_name(persona), room, 18, 22, x=left, y=y, weight=700)
        wide = max((op.x + op.line.width for op in words if isinstance(op, Text)), default=left)
        chosen = place == personas[0][0]
        ops: list[Op] = list(words)
        if persona.id in lines:
            ops += marks.line_sample(place, color, chosen, wide + 8 * k, top + 11 * k, sample, "surface.window", k)
        if said := who(persona):
            more, y = setter.text(said, width - left, 13.5, 17, x=left, y=y, color="ink.2")
            ops += more
        if persona.quote.strip():
            more, y = setter.text(persona.quote.strip(), width - left, 14.5, 18, x=left, y=y + 4 * k, italic=True)
            ops += more
        for line in more_of[persona.id]:
            more, y = setter.text(line, width - left, 13.5, 17, x=left, y=y + 3 * k)
            ops += more
        if portraits:
            y = max(y, top + PORTRAIT * k)
            ops.append(_portrait(assets.get(persona.portrait or ""), 16 * k, top, PORTRAIT * k))
        ops.append(Rect(0, top, 4 * k, y - top, color))
        groups.append(Group(tuple(ops), source_id=persona.id, role="persona"))
    return setter.section("personas", translate("Poster", "Personas"), width, Block(tuple(groups), y))


def _portrait(asset: Asset | None, x: float, y: float, size: float) -> Op:
    """A portrait as a disc; a quiet one for a persona without."""
    if asset is not None:
        return Picture(asset, x, y, size, size, round=True)
    inner = size * 0.5
    return Group(
        (
            Path(ellipse(x + size / 2, y + size / 2, size / 2), "surface.sunken"),
            marks.icon("user", x + (size - inner) / 2, y + (size - inner) / 2, inner, "ink.3"),
        )
    )


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
