"""One card: its text in lines, its foot, its number.  The height comes from the text; nothing is ever cut.

A card's number stands at the right end of its last line of text, 8 px from it at least, and where there is no room
in the foot.  Numbers and the names of targets are drawn from some zoom on, but their room is always kept, so that
boxes are the same at every zoom and on paper.
"""

from __future__ import annotations

from collections.abc import Sequence

from model.document import Document
from model.i18n import translate
from model.kinds import ITEM_KINDS
from model.layout import metrics as px
from model.layout.boxes import CardBody, CardKey, Foot, FootBadge, FootFace, FootIcon, PlacedLine
from model.records import Item
from model.text.breaking import layout_text, shape_line
from model.text.shape import TextLine, TextStyle
from model.values import dataclass

UNKNOWN_TOKEN, UNKNOWN_ICON = "metric", "help"
"""The look of a card of a kind that this version does not know: grey, with its text."""

BADGE_ICON, CHANNEL_ICON = 11.0, 13.0
SEVERITY_W, SEVERITY_H = 25.0, 10.0


def token_of(kind: str) -> str:
    """The name of a kind of card in the tokens."""
    known = ITEM_KINDS.get(kind)
    return known.token if known else UNKNOWN_TOKEN


def icon_of(kind: str) -> str:
    """The type icon of a kind of card; a touchpoint without a channel has a pointer."""
    known = ITEM_KINDS.get(kind)
    return UNKNOWN_ICON if known is None else known.icon or "pointer"


def text_style(kind: str) -> TextStyle:
    """How the text of a kind of card is set."""
    known = ITEM_KINDS.get(kind)
    if kind == "touchpoint":
        return px.style("touchpoint")
    return px.style("quote" if known is not None and known.quote else "note")


class CardKeys:
    """Makes the keys of the cards of one document.  ``personas`` are the ids shown, None for all."""

    def __init__(self, document: Document, language: str, personas: frozenset[str] | None) -> None:
        self._document = document
        self._language = language
        self._lang = document.info.language
        places = {p.id: i for i, p in enumerate(document.personas) if personas is None or p.id in personas}
        feelings: dict[str, list[tuple[int, str, int]]] = {}
        for emotion in document.emotion_table.values():
            if emotion.score is not None and emotion.persona_id in places:
                row = (places[emotion.persona_id], emotion.persona_id, emotion.score)
                feelings.setdefault(emotion.touchpoint_id, []).append(row)
        self._feelings = {
            touchpoint: tuple((persona, place, score) for place, persona, score in sorted(rows))
            for touchpoint, rows in feelings.items()
        }
        kinds = {kind: i for i, kind in enumerate(ITEM_KINDS)}
        self._badges: dict[str, tuple[tuple[str, int], ...]] = {}
        for touchpoint, items in document.attachments.items():
            counts: dict[str, int] = {}
            for item in items:
                counts[item.kind] = counts.get(item.kind, 0) + 1
            self._badges[touchpoint] = tuple(sorted(counts.items(), key=lambda row: kinds.get(row[0], len(kinds))))
        self._targets = {
            source: tuple(target.number for target in targets) for source, targets in document.targets.items()
        }

    def key(self, item: Item, width: float = px.CARD_W) -> CardKey:
        """The key of one card, ``width`` px wide."""
        icon = ""
        channels: tuple[tuple[str, str], ...] = ()
        if item.channel_ids:
            table = self._document.channel_table
            known = [table[i] for i in item.channel_ids if i in table]
            if known:
                icon = known[0].icon
                channels = tuple((channel.id, channel.icon) for channel in known[1:])
        return CardKey(
            item.kind,
            item.number,
            item.text,
            width,
            self._language,
            self._lang,
            icon,
            channels,
            item.severity,
            self._feelings.get(item.id, ()),
            self._badges.get(item.id, ()),
            self._targets.get(item.id, ()),
        )


def card_body(key: CardKey) -> CardBody:
    """The card of a key.  Labels are in the current language; the caller speaks ``key.language``."""
    touchpoint = key.kind == "touchpoint"
    left = px.BORDER + (px.TOUCHPOINT_PAD_LEFT if touchpoint else px.PAD_LEFT)
    width = key.width - px.BORDER - px.PAD_RIGHT - left
    top = px.BORDER + px.PAD_TOP
    setting = text_style(key.kind)
    indent = px.ICON + px.ICON_GAP
    broken = layout_text(key.text, setting, width, lang=key.lang, first_indent=indent)
    lines = tuple(
        PlacedLine(
            left + (width - line.width - (indent if i == 0 else 0.0) if line.rtl else indent if i == 0 else 0.0),
            top + i * setting.line + px.baseline(setting),
            line,
        )
        for i, line in enumerate(broken)
    )
    icon_x = left + width - px.ICON if broken[0].rtl else left
    bottom = top + len(lines) * setting.line

    digits = shape_line(f"N{key.number}", px.META)
    last = broken[-1]
    used = last.width + (indent if len(broken) == 1 else 0.0)
    number: PlacedLine | None = None
    if width - used >= digits.width + px.NUMBER_GAP:
        number = PlacedLine(left if last.rtl else left + width - digits.width, lines[-1].y, digits)
    foot, in_foot, rows = _foot(key, left, width, bottom + px.FOOT_MARGIN, None if number else digits)
    if rows:
        bottom += px.FOOT_MARGIN + rows * px.FOOT_H + (rows - 1) * px.FOOT_GAP
    placed = number or in_foot
    if placed is None:
        raise AssertionError("a card's number stands on a line or in its foot")
    return CardBody(
        key,
        key.width,
        max(px.CARD_MIN_H, bottom + px.PAD_BOTTOM + px.BORDER),
        token_of(key.kind),
        (key.icon if touchpoint else "") or icon_of(key.kind),
        (icon_x, top + (setting.line - px.ICON) // 2),
        lines,
        foot,
        placed,
    )


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where the flow put something: px from the card's left, and the row of the foot."""

    x: float
    row: int


def _flow(left: float, width: float, starts: Sequence[float], ends: Sequence[float]) -> tuple[list[_Spot], int]:
    """Places things of these widths, first ``starts`` from the left, then ``ends`` against the right.

    Rows are added when they do not fit.  Returns the places of both, and the number of rows.
    """
    spots: list[_Spot] = []
    x, row = left, 0
    for w in starts:
        if x > left and x + w > left + width:
            x, row = left, row + 1
        spots.append(_Spot(x, row))
        x += w + px.FOOT_GAP
    rest = list(ends)
    while rest:
        count, total = 0, 0.0
        while count < len(rest) and total + rest[count] <= left + width - x:
            total += rest[count] + px.FOOT_GAP
            count += 1
        if count == 0 and x > left:
            x, row = left, row + 1
            continue
        if count < len(rest) and x > left:  # what belongs to the right end stays together where it can
            x, row = left, row + 1
            continue
        count = max(count, 1)
        at = left + width - sum(rest[:count]) - px.FOOT_GAP * (count - 1)
        for w in rest[:count]:
            spots.append(_Spot(at, row))
            at += w + px.FOOT_GAP
        rest = rest[count:]
        if rest:
            x, row = left, row + 1
    return spots, row + 1 if spots else 0


def _foot(
    key: CardKey, left: float, width: float, top: float, digits: TextLine | None
) -> tuple[Foot, PlacedLine | None, int]:
    """The foot below ``top``, the number when it is to stand there, and the count of rows."""
    if digits is None and not (key.feelings or key.badges or key.channels or key.severity or key.targets):
        return _NO_FOOT, None, 0
    counts = [shape_line(str(count), px.BADGE) if count > 1 else None for _, count in key.badges]
    badge_ws = [2 + BADGE_ICON + (1 + line.width if line else 0.0) + 4 for line in counts]
    label: tuple[TextLine, ...] = ()
    if key.targets:
        numbers = ", ".join(f"N{number}" for number in key.targets)
        text = translate("Map", "at {numbers}").format(numbers=numbers)
        label = layout_text(text, px.META, width, lang=key.language)
    starts = [px.FACE] * len(key.feelings) + badge_ws
    starts += [SEVERITY_W] if key.severity else []
    starts += [line.width if i == len(label) - 1 else width for i, line in enumerate(label)]
    ends = [CHANNEL_ICON] * len(key.channels) + ([digits.width] if digits else [])
    spots, rows = _flow(left, width, starts, ends)

    def y(spot: _Spot, h: float) -> float:
        return top + spot.row * (px.FOOT_H + px.FOOT_GAP) + (px.FOOT_H - h) / 2

    def text_y(spot: _Spot) -> float:
        return y(spot, px.META.line) + px.baseline(px.META)

    taken = iter(spots)  # zip asks for a spot only when there is something to put on it
    faces = tuple(
        FootFace(spot.x, y(spot, px.FACE), persona, place, score)
        for (persona, place, score), spot in zip(key.feelings, taken, strict=False)
    )
    badges: list[FootBadge] = []
    for (kind, count), line, w, spot in zip(key.badges, counts, badge_ws, taken, strict=False):
        at = PlacedLine(spot.x + 3 + BADGE_ICON, y(spot, px.BADGE.line) + px.baseline(px.BADGE), line) if line else None
        badges.append(FootBadge(spot.x, y(spot, px.BADGE_H), w, kind, count, at))
    severity = None
    if key.severity:
        spot = next(taken)
        severity = (spot.x, y(spot, SEVERITY_H), key.severity)
    targets = tuple(PlacedLine(spot.x, text_y(spot), line) for line, spot in zip(label, taken, strict=False))
    icons = tuple(
        FootIcon(spot.x, y(spot, CHANNEL_ICON), icon, channel)
        for (channel, icon), spot in zip(key.channels, taken, strict=False)
    )
    number = None
    if digits is not None:
        spot = next(taken)
        number = PlacedLine(spot.x, text_y(spot), digits)
    return Foot(faces, tuple(badges), icons, severity, targets), number, rows


_NO_FOOT = Foot()
