"""Draws one card, from its box alone; places are from the card's top left corner."""

from __future__ import annotations

from functools import cache

from model.document import Document
from model.draw import marks
from model.draw.displaylist import Group, Op, Path, Rect, Text, ellipse
from model.draw.shapes import card_outline, edge_bar
from model.i18n import signed, translate
from model.kinds import ITEM_KINDS
from model.layout import metrics as px
from model.layout.boxes import CardBody, CardBox, PlacedLine
from model.layout.cards import CHANNEL_ICON, icon_of, token_of

HELICOPTER, LINES, READING = 0.25, 0.5, 1.25
"""Zooms from which there are greeked lines, text, and numbers (tokens, "lod")."""
TARGETS = 1.0
"""The zoom from which the screen shows what a card hangs on."""
HOT_SPOT = 22.0
"""From far away a touchpoint where somebody feels very bad shows a red spot of this size."""
_GREEK_H, _GREEK_OPACITY = 6.0, 0.32


def line_op(placed: PlacedLine, color: str) -> Text:
    """A placed line as an operation."""
    return Text(placed.x, placed.y, placed.line, color)


@cache
def _shadow(kind: str, w: float, h: float) -> Group:
    outline = card_outline(kind, w, h)
    ops = tuple(Group((Path(outline, f"shadow.note.{i}.2"),), 0, i + 1) for i in (1, 0))
    return Group(ops, min_zoom=HELICOPTER, paper=False)


def card_ops(body: CardBody) -> tuple[Op, ...]:
    """The operations of a card at (0, 0): a block far away, greeked lines nearer, then text, then its number."""
    note = f"note.{body.token}"
    ink, edge, w, h = f"{note}.ink", f"{note}.edge", body.w, body.h
    outline = card_outline(body.kind, w, h)
    solid: list[Op] = [Path(outline, f"{note}.fill", f"{note}.outline")]
    if body.kind == "touchpoint":
        solid.append(Path(edge_bar(h), edge))
    solid.append(marks.icon(body.icon, *body.icon_at, px.ICON, edge))
    solid += [marks.face(face.score, face.persona, face.x, face.y, px.FACE) for face in body.foot.faces]
    full: list[Op] = [line_op(line, ink) for line in body.lines if line.line.runs]
    for badge in body.foot.badges:
        token = token_of(badge.kind)
        digits = line_op(badge.digits, f"note.{token}.edge") if badge.digits else None
        full += marks.badge(token, icon_of(badge.kind), badge.x, badge.y, badge.w, digits)
    if body.foot.severity is not None:
        x, y, severity = body.foot.severity
        full.append(Group(marks.severity_ops(severity, edge), x, y))
    full += [marks.icon(icon.icon, icon.x, icon.y, CHANNEL_ICON, edge) for icon in body.foot.icons]
    block: list[Op] = [Rect(0, 0, w, h, f"{note}.fill", f"{note}.outline")]
    block += [
        Path(ellipse(w - HOT_SPOT, HOT_SPOT, HOT_SPOT / 2), "emotion.-2.fill")
        for face in body.foot.faces
        if face.score == -2
    ][:1]
    ops: list[Op] = [
        Group(tuple(block), max_zoom=HELICOPTER, paper=False),
        _shadow(body.kind, w, h),
        Group(tuple(solid), min_zoom=HELICOPTER),
        Group(
            tuple(
                Rect(line.x, line.y - _GREEK_H - 1, line.line.width, _GREEK_H, ink)
                for line in body.lines
                if line.line.width
            ),
            min_zoom=HELICOPTER,
            max_zoom=LINES,
            paper=False,
            opacity=_GREEK_OPACITY,
        ),
        Group(tuple(full), min_zoom=LINES),
    ]
    if body.foot.targets:
        ops.append(Group(tuple(line_op(line, edge) for line in body.foot.targets), min_zoom=TARGETS))
    ops.append(Group((line_op(body.number, edge),), role="number", min_zoom=READING))
    return tuple(ops)


def paint_card(card: CardBox, document: Document) -> Group:
    """A card as a group at its place on the map; ``document`` gives the words of its label."""
    return Group(
        card_ops(card.body), card.x, card.y, source_id=card.id, role="card", label=card_label(card.body, document)
    )


def card_label(body: CardBody, document: Document) -> str:
    """A card in words, for those who do not see it: kind, number, text, feelings, severity, what it hangs on."""
    key = body.key
    kind = ITEM_KINDS.get(key.kind)
    title = kind.title if kind is not None else key.kind
    parts = [translate("Map", "{kind} N{number}: {text}").format(kind=title, number=key.number, text=key.text.strip())]
    for persona_id, _, score in key.feelings:
        persona = document.persona_table.get(persona_id)
        name = persona.name.strip() if persona else ""
        if name:
            parts.append(translate("Map", "feeling of {name} {score}").format(name=name, score=signed(score)))
        else:
            parts.append(translate("Map", "feeling {score}").format(score=signed(score)))
    if key.severity:
        parts.append(translate("Map", "severity {n} of 5").format(n=key.severity))
    for attached, count in key.badges:
        known = ITEM_KINDS.get(attached)
        name = attached if known is None else known.title if count == 1 else known.plural_title
        parts.append(translate("Map", "{count} {kind}").format(count=count, kind=name))
    if key.targets:
        numbers = ", ".join(f"N{number}" for number in key.targets)
        parts.append(translate("Map", "at {numbers}").format(numbers=numbers))
    return "; ".join(parts)
