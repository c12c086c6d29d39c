"""The foot of a card: where its signs and words stand below its text, and what of them is read from near only."""

from __future__ import annotations

from collections.abc import Sequence

from model.i18n import translate
from model.layout import metrics as px
from model.layout.boxes import CardKey, Foot, FootBadge, FootFace, FootIcon, FootMarker, PlacedLine
from model.layout.footflow import Spot, flow
from model.text.breaking import layout_text, shape_line
from model.text.shape import TextLine

BADGE_ICON, CHANNEL_ICON = 11.0, 13.0
SEVERITY_W, SEVERITY_H = 25.0, 10.0
BLIND, TICK, TICK_GAP = 13.0, 12.0, 2.0
MARKER, MARKER_R = 12.0, 3.6
LEAST_NOTE = 72.0
"""What is read from near goes where less than this is free beside the other signs."""
_NO_FOOT = Foot()


def foot_of(
    key: CardKey, left: float, width: float, top: float, digits: TextLine | None
) -> tuple[Foot, PlacedLine | None, int]:
    """The foot below ``top``, the number when it is to stand there, and the count of rows."""
    if not (
        key.feelings
        or key.badges
        or key.channels
        or key.targets
        or key.whom
        or key.severity
        or key.evidence
        or key.blind
        or key.words
        or key.note
        or key.done
    ):
        if digits is None:
            return _NO_FOOT, None, 0
        y_digits = top + (px.FOOT_H - px.META.line) / 2 + px.baseline(px.META)
        return _NO_FOOT, PlacedLine(left + width - digits.width, y_digits, digits), 1
    starts: list[float] = [px.FACE] * len(key.feelings)
    counts: list[TextLine | None] = []
    badge_ws: list[float] = []
    words: list[TextLine] = []
    tally: TextLine | None = None
    label: tuple[TextLine, ...] = ()
    if key.whom:
        starts += [MARKER] * len(key.whom)
    if key.badges:
        counts = [shape_line(str(count), px.BADGE) if count > 1 else None for _, count in key.badges]
        badge_ws = [2 + BADGE_ICON + (1 + line.width if line else 0.0) + 4 for line in counts]
        starts += badge_ws
    if key.blind:
        starts.append(BLIND)
    if key.severity:
        starts.append(SEVERITY_W)
    if key.words:
        words = [line for word in key.words for line in layout_text(word, px.BADGE, width, lang=key.language)]
        starts += [line.width for line in words]
    if key.done:
        tally = shape_line("{}/{}".format(*key.done), px.BADGE)
        starts.append(TICK + TICK_GAP + tally.width)
    if key.targets:
        numbers = ", ".join(f"N{number}" for number in key.targets)
        text = translate("Map", "at {numbers}").format(numbers=numbers)
        label = layout_text(text, px.META, width, lang=key.language)
        starts += [line.width if i == len(label) - 1 else width for i, line in enumerate(label)]
    ends = [CHANNEL_ICON] * len(key.channels)
    if digits:
        ends.append(digits.width)
    if key.evidence:
        ends.append(px.EVIDENCE_MARK)  # at the edge, also where the number is not shown
    spots, rows = flow(left, width, starts, ends)

    def y(spot: Spot, h: float) -> float:
        return top + spot.row * (px.FOOT_H + px.FOOT_GAP) + (px.FOOT_H - h) / 2

    def text_y(spot: Spot) -> float:
        return y(spot, px.META.line) + px.baseline(px.META)

    taken = iter(spots)  # zip asks for a spot only when there is something to put on it
    faces = tuple(
        FootFace(spot.x, y(spot, px.FACE), persona, place, score)
        for (persona, place, score), spot in zip(key.feelings, taken, strict=False)
    )
    whom = tuple(
        FootMarker(spot.x + MARKER / 2, y(spot, 0), place, color)
        for (_, place, color), spot in zip(key.whom, taken, strict=False)
    )
    badges: list[FootBadge] = []
    for (kind, count), line, w, spot in zip(key.badges, counts, badge_ws, taken, strict=False):
        at = PlacedLine(spot.x + 3 + BADGE_ICON, y(spot, px.BADGE.line) + px.baseline(px.BADGE), line) if line else None
        badges.append(FootBadge(spot.x, y(spot, px.BADGE_H), w, kind, count, at))
    blind = None
    if key.blind:
        spot = next(taken)
        blind = (spot.x, y(spot, BLIND))
    severity = None
    if key.severity:
        spot = next(taken)
        severity = (spot.x, y(spot, SEVERITY_H), key.severity)
    said = tuple(PlacedLine(spot.x, text_y(spot), line) for line, spot in zip(words, taken, strict=False))
    done = None
    if tally is not None:
        spot = next(taken)
        done = (spot.x, y(spot, TICK), PlacedLine(spot.x + TICK + TICK_GAP, text_y(spot), tally))
    targets = tuple(PlacedLine(spot.x, text_y(spot), line) for line, spot in zip(label, taken, strict=False))
    icons = tuple(
        FootIcon(spot.x, y(spot, CHANNEL_ICON), icon, channel)
        for (channel, icon), spot in zip(key.channels, taken, strict=False)
    )
    number = None
    if digits is not None:
        spot = next(taken)
        number = PlacedLine(spot.x, text_y(spot), digits)
    evidence = None
    if key.evidence:
        spot = next(taken)
        evidence = (spot.x, y(spot, px.EVIDENCE_MARK), key.evidence)
    note: tuple[PlacedLine, ...] = ()
    whole, more = True, 0
    if key.note:
        placed = list(zip(spots, [*starts, *ends], strict=True))
        note, whole, more = _near(key, left, width, top, placed, len(starts), rows)
    foot = Foot(faces, tuple(badges), icons, severity, targets, evidence, blind, said, done, note, whole, whom)
    return foot, number, rows + more


def _near(
    key: CardKey, left: float, width: float, top: float, placed: Sequence[tuple[Spot, float]], starts: int, rows: int
) -> tuple[tuple[PlacedLine, ...], bool, int]:
    """What is read from near: in what is left of the last row, or, on a card without a foot, in rows of its own.

    Whether it stands there whole, and how many rows it adds.  In a full row there is none.
    """
    base = (px.FOOT_H - px.META.line) / 2 + px.baseline(px.META)
    pitch = px.FOOT_H + px.FOOT_GAP
    if not rows:
        lines = layout_text(key.note, px.META, width, lang=key.lang)
        return tuple(PlacedLine(left, top + i * pitch + base, line) for i, line in enumerate(lines)), True, len(lines)
    last = rows - 1
    low = max((spot.x + w for spot, w in placed[:starts] if spot.row == last), default=left - 2 * px.FOOT_GAP)
    high = min((spot.x for spot, _ in placed[starts:] if spot.row == last), default=left + width + 2 * px.FOOT_GAP)
    low, high = low + 2 * px.FOOT_GAP, high - 2 * px.FOOT_GAP
    line = shape_line(key.note, px.META)
    whole = line.width <= high - low
    if not whole:
        if high - low < LEAST_NOTE:
            return (), False, 0
        room = high - low - shape_line("…", px.META).width
        first = layout_text(key.note, px.META, room, lang=key.lang)[0]
        line = shape_line(key.note[: first.end].rstrip(" ·,;:") + "…", px.META)
    return (PlacedLine(high - line.width if line.rtl else low, top + last * pitch + base, line),), whole, 0
