"""Draws one card, from its box alone; places are from the card's top left corner."""

from __future__ import annotations

from functools import cache, lru_cache

from model.document import Document
from model.draw import marks
from model.draw.displaylist import Group, Icon, Op, Path, Picture, Rect, Segments, Text, ellipse
from model.draw.shapes import card_outline, edge_bar, mount_outline
from model.fields import ITEM_FIELDS
from model.i18n import language, translate
from model.kinds import ITEM_KINDS
from model.layout import metrics as px
from model.layout.borders import BAR, BAR_GAP, BAR_INSET, border_words
from model.layout.borders import ICON as BORDER_ICON
from model.layout.borders import ICON_GAP as BORDER_GAP
from model.layout.boxes import CardBody, CardBox, CardPicture, Foot, PlacedLine
from model.layout.cardfoot import BLIND, CHANNEL_ICON, MARKER_R, TICK
from model.layout.cards import QUOTE, icon_of, token_of
from model.personas import persona_name
from model.scale import score_text
from model.values import maker

HELICOPTER, LINES, READING = 0.25, 0.5, 1.25
"""Zooms from which there are greeked lines, text, and numbers (tokens, "lod")."""
TARGETS = 1.0
"""The zoom from which the screen shows what a card hangs on."""
HOT_SPOT = 22.0
"""From far away a touchpoint where somebody feels very bad shows a red spot of this size."""
_GREEK_H, _GREEK_OPACITY = 6.0, 0.32
ASSUMED = (4.0, 3.0)
"""The dashes round an assumption, px."""
STAR_RIGHT, STAR_UP = 24.0, 8.0
"""The star of a moment of truth: its left end from the card's right edge, and how far it stands above the card."""


def line_op(placed: PlacedLine, color: str) -> Text:
    """A placed line as an operation."""
    return Text(placed.x, placed.y, placed.line, color)


@cache
def _makers() -> tuple[type[Text], type[Rect], type[Group]]:
    """What makes the operations of which a map has most."""
    return maker(Text), maker(Rect), maker(Group)


@lru_cache(maxsize=512)
def _block(w: float, h: float, fill: str, outline: str, *, hot: bool) -> Group:
    """A card from far away; ``hot``: with the spot of somebody who feels very bad."""
    spot = (Path(ellipse(w - HOT_SPOT, HOT_SPOT, HOT_SPOT / 2), "emotion.-2.fill"),) if hot else ()
    return Group((Rect(0, 0, w, h, fill, outline), *spot), max_zoom=HELICOPTER, paper=False)


@lru_cache(maxsize=512)
def _shadow(kind: str, w: float, h: float) -> Group:
    outline = card_outline(kind, w, h)
    ops = tuple(Group((Path(outline, f"shadow.note.{i}.2"),), 0, i + 1) for i in (1, 0))
    return Group(ops, min_zoom=HELICOPTER, paper=False)


@lru_cache(maxsize=512)
def _ground(kind: str, w: float, h: float, fill: str, outline: str | None) -> Path:
    """What a card is written on."""
    return Path(card_outline(kind, w, h), fill, outline)


@lru_cache(maxsize=128)
def _edge_bar(h: float, color: str) -> Path:
    return Path(edge_bar(h), color)


@lru_cache(maxsize=512)
def _face(score: int, persona: int, x: float, y: float) -> Group:
    return marks.face(score, persona, x, y, px.FACE)


@lru_cache(maxsize=512)
def _icon(name: str, x: float, y: float, size: float, color: str) -> Icon:
    """An icon; those of a kind stand at the same place on most of its cards."""
    return marks.icon(name, x, y, size, color)


@cache
def _inks(token: str) -> tuple[str, str, str, str]:
    """The tokens of fill, outline, ink and edge of the cards of a token."""
    note = f"note.{token}"
    return f"{note}.fill", f"{note}.outline", f"{note}.ink", f"{note}.edge"


def card_ops(body: CardBody) -> tuple[Op, ...]:
    """The operations of a card at (0, 0): a block far away, greeked lines nearer, then text, then its number.

    The same ones for the same body, for as long as it is there: screen and paper share them.
    """
    drawn: tuple[Op, ...] | None = getattr(body, "drawn", None)
    return body.remember("drawn", _card_ops(body)) if drawn is None else drawn


def _card_ops(body: CardBody) -> tuple[Op, ...]:
    text, rect, group = _makers()
    key, foot, kind, w, h = body.key, body.foot, body.key.kind, body.w, body.h
    fill, outline, ink, edge = _inks(body.token)
    lines = (*body.lines, *body.said) if body.said else body.lines
    own_line = _has_own_line(body)
    solid: list[Op] = [_ground(kind, w, h, fill, None if own_line else outline)]
    if body.picture is not None:
        solid += _picture_ops(body, body.picture)
    if kind == "touchpoint":
        solid.append(_edge_bar(h, edge))
    if own_line:
        solid.append(_own_line(body, card_outline(kind, w, h)))
    solid.append(_icon(body.icon, *body.icon_at, px.ICON, edge))
    if body.quote_at is not None:
        solid.append(_icon("quote", *body.quote_at, QUOTE, edge))
    hot = False
    for face in foot.faces:
        solid.append(_face(face.score, face.persona, face.x, face.y))
        hot = hot or face.score == -2
    full: list[Op] = []
    greek: list[Op] = []
    for placed in lines:
        x, y, line = placed.x, placed.y, placed.line
        if line.runs:
            full.append(text(x, y, line, ink))
        if line.width:
            greek.append(rect(x, y - _GREEK_H - 1, line.width, _GREEK_H, ink))
    if body.border:
        solid += border_bar(w)
        first = body.border[0]
        at = first.x - BORDER_ICON - BORDER_GAP, first.y - BORDER_ICON + 1
        full.append(marks.icon("arrows-exchange", *at, BORDER_ICON, edge))
        full += [line_op(line, ink) for line in body.border]
    for badge in foot.badges:
        token = token_of(badge.kind)
        digits = line_op(badge.digits, _inks(token)[3]) if badge.digits else None
        full += marks.badge(token, icon_of(badge.kind), badge.x, badge.y, badge.w, digits)
    full += [marks.marker(at.persona, at.x, at.y, edge, MARKER_R, at.color) for at in foot.whom]
    if foot.severity is not None:
        x, y, severity = foot.severity
        full.append(group(marks.severity_ops(severity, edge), x, y))
    full += [_icon(icon.icon, icon.x, icon.y, CHANNEL_ICON, edge) for icon in foot.icons]
    full += _foot_ops(foot, edge, "ink.2" if kind == "touchpoint" else edge)
    if key.truth:
        solid += marks.star(w - STAR_RIGHT, -STAR_UP)
    far = group(tuple(greek), min_zoom=HELICOPTER, max_zoom=LINES, paper=False, opacity=_GREEK_OPACITY)
    ops: list[Op] = [
        _block(w, h, fill, outline, hot=hot),
        _shadow(kind, w, h),
        group(tuple(solid), min_zoom=HELICOPTER),
        far,
        group(tuple(full), min_zoom=LINES),
    ]
    if foot.targets:
        ops.append(group(tuple([line_op(line, edge) for line in foot.targets]), min_zoom=TARGETS))
    number = body.number
    ops.append(group((text(number.x, number.y, number.line, edge),), role="number", min_zoom=READING))
    if foot.note:
        near = tuple([line_op(line, edge) for line in foot.note])
        ops.append(group(near, role="note", min_zoom=READING, paper=foot.whole))
    return tuple(ops)


def border_bar(w: float) -> tuple[Op, ...]:
    """The double line at the top of a card, ``w`` px wide, where the journey comes to another department."""
    return tuple(Rect(BAR_INSET, y, w - 2 * BAR_INSET, BAR, "ink.1", radius=BAR / 2) for y in (BAR, 2 * BAR + BAR_GAP))


def _has_own_line(body: CardBody) -> bool:
    return body.key.truth or body.key.evidence == "assumption"


def _own_line(body: CardBody, outline: Segments) -> Path:
    """The outline of a moment of truth, heavy and dark, or of an assumption, dashed; both together."""
    color, width = ("ink.1", 2.0) if body.key.truth else ("ink.3", 1.2)
    dash = ASSUMED if body.key.evidence == "assumption" else ()
    return Path(outline, None, color, width, dash)


def _picture_ops(body: CardBody, picture: CardPicture) -> list[Op]:
    rim = px.MOUNT
    mount: Op = Path(mount_outline(body.kind, body.w, picture.mount_h), "note.image.fill")
    if picture.w < body.w - 2 * (px.BORDER + rim) - 1:  # a narrow one is framed in the middle
        mount = Rect(picture.x - rim, picture.y - rim, picture.w + 2 * rim, picture.h + 2 * rim, "note.image.fill")
    ops: list[Op] = [mount]
    if picture.asset is None:
        ops += marks.no_picture(picture.x, picture.y, picture.w, picture.h)
    else:
        ops.append(Picture(picture.asset, picture.x, picture.y, picture.w, picture.h))
    if picture.more is not None:
        line = picture.more
        w, h = line.line.width + 8, px.BADGE.line + 2
        y = line.y - px.baseline(px.BADGE) - 1
        ops.append(Rect(line.x - 4, y, w, h, "note.image.fill", radius=3))
        ops.append(line_op(line, "note.image.ink"))
    return ops


def _foot_ops(foot: Foot, edge: str, mark: str) -> list[Op]:
    """What the foot says by signs and words: evidence, blind spot, actions done."""
    ops: list[Op] = [line_op(line, edge) for line in foot.words]
    if foot.blind is not None:
        ops.append(marks.icon("eye-off", *foot.blind, BLIND, "state.warn"))
    if foot.done is not None:
        x, y, tally = foot.done
        ops += [marks.icon("circle-check", x, y, TICK, edge), line_op(tally, edge)]
    if foot.evidence is not None:
        x, y, evidence = foot.evidence
        ops.append(Group(marks.evidence_ops(evidence, mark, px.EVIDENCE_MARK), x, y))
    return ops


def paint_card(card: CardBox, document: Document) -> Group:
    """A card as a group at its place on the map; ``document`` gives the words of its label."""
    group = _makers()[2]
    return group(card_ops(card.body), card.x, card.y, card.id, "card", label=card_label(card.body, document))


@lru_cache(maxsize=128)
def _opening(_language: str, name: str, known: bool) -> str:
    """How the words of every card of a kind begin, in the language that is spoken, with places for number and text."""
    title = translate("Kinds", name) if known else name
    title = title.replace("{", "{{").replace("}", "}}")
    return translate("Map", "{kind} N{number}: {text}").format(kind=title, number="{number}", text="{text}")


def card_label(body: CardBody, document: Document) -> str:
    """A card in words, for those who do not see it: kind, number, text, feelings, severity, what it hangs on."""
    key = body.key
    kind = ITEM_KINDS.get(key.kind)
    opening = _opening(language(), key.kind if kind is None else kind.name, kind is not None)
    parts = [opening.format(number=key.number, text=key.text.strip())]
    parts += [" ".join(line.split()) for line in key.said]
    if key.feelings:
        scale = document.info.emotion_scale
        for persona_id, _, score in key.feelings:
            persona = document.persona_table.get(persona_id)
            name = persona.name.strip() if persona else ""
            if name:
                parts.append(
                    translate("Map", "feeling of {name} {score}").format(name=name, score=score_text(score, scale))
                )
            else:
                parts.append(translate("Map", "feeling {score}").format(score=score_text(score, scale)))
    if key.whom:
        people = (document.persona_table.get(persona_id) for persona_id, _, _ in key.whom)
        whom = [persona_name(persona) for persona in people if persona is not None]
        if whom:
            said = translate("Map", "with {names}") if key.kind == "touchpoint" else translate("Map", "about {names}")
            parts.append(said.format(names=", ".join(whom)))
    if key.severity:
        parts.append(translate("Map", "severity {n} of 5").format(n=key.severity))
    for attached, count in key.badges:
        hung = ITEM_KINDS.get(attached)
        name = attached if hung is None else hung.title if count == 1 else hung.plural_title
        parts.append(translate("Map", "{count} {kind}").format(count=count, kind=name))
    if key.evidence:
        known = ITEM_FIELDS["evidence"].choice(key.evidence)
        parts.append(known.title.lower() if known else key.evidence)
    if key.truth:
        parts.append(translate("Map", "moment of truth"))
    if key.blind:
        parts.append(translate("Map", "blind spot"))
    if key.border:
        names = border_words((key.border[0], key.border[1]))
        parts.append(translate("Map", "border between departments: {names}").format(names=names))
    if kind is not None:
        parts += key.words
    if key.done is not None:
        parts.append(translate("Map", "{done} of {all} actions done").format(done=key.done[0], all=key.done[1]))
    if key.pictures:
        parts.append(translate("Map", "%n picture(s)", n=key.pictures))
    if key.targets:
        numbers = ", ".join(f"N{number}" for number in key.targets)
        parts.append(translate("Map", "at {numbers}").format(numbers=numbers))
    return "; ".join(parts)
