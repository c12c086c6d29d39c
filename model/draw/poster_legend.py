"""The legend of a map, on posters and in the editor: exactly what is drawn, so that nothing is left to be guessed.

What is used is read from the layout, not from the document: a mark that is switched off is not explained.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter

from model.document import Document
from model.draw import marks
from model.draw.card_painter import ASSUMED
from model.draw.displaylist import Group, Op, Path, Rect, ellipse, moved
from model.draw.map_painter import FALL_H, FALL_OPACITY, FALL_W, aimed_sample, fall_of
from model.draw.mono import sample_ops
from model.draw.poster_head import Block, Setter
from model.draw.shapes import edge_bar, rounded
from model.i18n import QT_TRANSLATE_NOOP, translate
from model.kinds import ITEM_KINDS, LANE_KINDS, LINK_KINDS
from model.layout.borders import BAR, BAR_GAP
from model.layout.boxes import CardKey
from model.layout.cardfoot import SEVERITY_H, SEVERITY_W
from model.layout.cards import icon_of, token_of
from model.layout.maplayout import MapLayout
from model.records import EmotionScale, Persona
from model.scale import SCORES, fall_text, score_text
from model.values import dataclass

SHAPE_NAMES = (
    QT_TRANSLATE_NOOP("Poster", "round is {name}"),
    QT_TRANSLATE_NOOP("Poster", "square is {name}"),
    QT_TRANSLATE_NOOP("Poster", "triangle is {name}"),
    QT_TRANSLATE_NOOP("Poster", "diamond is {name}"),
)
EVIDENCE_WORDS = {
    "measured": QT_TRANSLATE_NOOP("Poster", "measured"),
    "observed": QT_TRANSLATE_NOOP("Poster", "seen or heard"),
    "assumption": QT_TRANSLATE_NOOP("Poster", "assumption, still to be tested"),
}
"""What the marks of evidence mean, strongest first."""
MANY_ROWS = 4
"""So many signs stand in two columns."""


_SAYS = ("kind", "evidence", "truth", "severity", "blind", "border", "done")
_SAID = itemgetter(*map(CardKey._fields.index, _SAYS))
"""What a legend may have to explain of a card."""


def used_kinds(document: Document, layout: MapLayout, kinds: Iterable[str]) -> list[str]:
    """The kinds of cards on the map, those of newer versions last; of an empty form those that its lanes hold."""
    if layout.options.blank:
        lanes = (LANE_KINDS.get(lane.kind) for lane in document.lanes)
        found = {lane.item for lane in lanes if lane is not None and lane.item is not None}
    else:
        found = set(kinds)
    return [*(kind for kind in ITEM_KINDS if kind in found), *sorted(found - ITEM_KINDS.keys())]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a map draws that a legend may have to explain: kinds of cards, names of evidence on cards, ids of channels;
    ``first`` is the number of one card, None on a map without cards."""

    kinds: tuple[str, ...]
    evidence: frozenset[str]
    channels: frozenset[str]
    faces: bool
    truth: bool
    severity: bool
    blind: bool
    border: bool
    done: bool
    first: int | None


def shown_of(document: Document, layout: MapLayout) -> Shown:
    """What ``layout`` draws of ``document``."""
    bodies = [card.body for card in layout.cards.values()]
    said = zip(*set(map(_SAID, (body.key for body in bodies))), strict=True) if bodies else [()] * len(_SAYS)
    kinds, evidence, truth, severity, blind, border, done = said
    channels = {chip.channel_id for chip in layout.chips.values()}
    if "touchpoint" in kinds:
        items = document.item_table
        for card_id, card in layout.cards.items():
            if card.body.key.kind == "touchpoint":
                channels.update(items[card_id].channel_ids)
    return Shown(
        tuple(used_kinds(document, layout, kinds)),
        frozenset(evidence),
        frozenset(channels),
        bool(layout.emotions) or any(body.foot.faces for body in bodies),
        any(truth),
        any(severity),
        any(blind),
        any(border),
        any(done),
        bodies[0].key.number if bodies else None,
    )


def legend_blocks(
    setter: Setter,
    document: Document,
    layout: MapLayout,
    lines: Sequence[tuple[int, Persona]],
    width: float,
    shown: Shown | None = None,
) -> list[Block]:
    """The parts of the legend of what ``layout`` draws, those that there are; ``lines`` are the personas with a line.

    The poster sets them beside its map, the editor in its panel.  ``shown`` is for who asks again and again.
    """
    shown = shown or shown_of(document, layout)
    # A feeling is drawn in a lane of these, or on a touchpoint of a map that shows no such lane.
    found = (
        legend_block(setter, shown.kinds, width, strip=bool(layout.options.card_strip)),
        feelings_block(setter, lines, width, document.info.emotion_scale) if shown.faces else None,
        evidence_block(setter, layout, shown, width),
        links_block(setter, layout, width),
        link_words_block(setter, document, layout, width),
        signs_block(setter, document, layout, shown, width),
        channels_block(setter, document, shown, width),
    )
    return [block for block in found if block is not None]


def legend_block(setter: Setter, kinds: Sequence[str], width: float, *, strip: bool = False) -> Block | None:
    """The kinds of cards that there are, in two columns; ``strip``: with their patterns and letters."""
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
            known = ITEM_KINDS.get(kind)
            title = known.title if known else kind
            words, end = setter.text(title, column - left, 13.5, 16, x=x + left, y=y + 4 * k)
            if setter.draws:
                ops += [_swatch(kind, x, y + 2 * k, k, strip=strip, lang=setter.lang), *words]
            bottom = max(bottom, end + 4 * k)
        y = bottom + 3 * k
    return setter.section("legend", translate("Poster", "Notes"), width, Block(tuple(ops), y - 3 * k))


def _swatch(kind: str, x: float, y: float, k: float, *, strip: bool, lang: str) -> Group:
    """A small card of a kind, 34 by 20."""
    w, h = 34.0, 20.0
    r = 4.0 if kind == "touchpoint" else 2.0
    note = f"note.{token_of(kind)}"
    outline = marks.scaled(rounded(0.5, 0.5, w - 1, h - 1, r, r, r, r), k)
    ops: list[Op] = [Path(outline, f"{note}.fill", f"{note}.outline", k)]
    if strip:
        return Group((*ops, *sample_ops(kind, w, h, k, lang)), x, y)
    if kind == "touchpoint":
        ops.append(Path(marks.scaled(edge_bar(h), k), f"{note}.edge"))
    ops.append(marks.icon(icon_of(kind), (w - 11) / 2 * k, 3.5 * k, 13 * k, f"{note}.edge"))
    return Group(tuple(ops), x, y)


def feelings_block(
    setter: Setter, personas: Sequence[tuple[int, Persona]], width: float, scale: EmotionScale = "signed"
) -> Block:
    """The five faces with their scores in the map's scale, and whose face has which outline."""
    k = setter.scale
    size = 34 * k
    pitch = (width - size) / 4
    ops: list[Op] = []
    y = size
    for i, score in enumerate(SCORES):
        if setter.draws:
            ops.append(marks.face(score, 0, i * pitch, 0, size))
        if scale == "faces":
            continue  # what a face says needs no number
        words, y = setter.text(
            score_text(score, scale), size, 13, 16, x=i * pitch, y=size + 2 * k, weight=600, center=True
        )
        ops += words
    names: dict[int, list[str]] = {}
    for i, persona in personas:
        if persona.name.strip():
            names.setdefault(i % len(SHAPE_NAMES), []).append(persona.name.strip())
    if sum(map(len, names.values())) > 1:
        parts = [translate("Poster", SHAPE_NAMES[i]).format(name=", ".join(names[i])) for i in sorted(names)]
        sentence = "; ".join(parts) + "."
        if any(len(same) > 1 for same in names.values()):
            sentence += " " + translate("Poster", "On a note the faces stand in the order of the personas.")
        words, y = setter.text(sentence[0].upper() + sentence[1:], width, 13, 17, y=y + 8 * k, color="ink.2")
        ops += words
    return setter.section("legend", translate("Poster", "Feeling"), width, Block(tuple(ops), y))


class _Rows:
    """Signs with their words beside them, in two columns when there are many; signs have ``left`` px of width."""

    def __init__(self, setter: Setter, width: float, left: float) -> None:
        self._setter, self._width, self._left = setter, width, left
        self._rows: list[tuple[Sequence[Op], str]] = []

    def add(self, sign: Sequence[Op], words: str) -> None:
        """A row; ``sign`` stands in a line 18 px high."""
        self._rows.append((sign, words))

    def section(self, title: str) -> Block | None:
        """The rows under their heading; nothing where there are none."""
        if not self._rows:
            return None
        gap = 5 * self._setter.scale
        columns = 2 if len(self._rows) >= MANY_ROWS else 1
        pitch = (self._width + 2 * gap) / columns
        ops: list[Op] = []
        y = -gap
        for start in range(0, len(self._rows), columns):
            top = bottom = y + gap
            for i, (sign, words) in enumerate(self._rows[start : start + columns]):
                if self._setter.draws:
                    ops.extend(moved(op, i * pitch, top) for op in sign)
                x, room = i * pitch + self._left, pitch - 2 * gap - self._left
                lines, end = self._setter.text(words, room, 14, 18, x=x, y=top)
                ops.extend(lines)
                bottom = max(bottom, end)
            y = bottom
        return self._setter.section("legend", title, self._width, Block(tuple(ops), y))


def evidence_block(setter: Setter, layout: MapLayout, shown: Shown, width: float) -> Block | None:
    """The marks of evidence that the map shows, on its cards or in the bars of its phases."""
    k = setter.scale
    used = set(shown.evidence)
    for bar in layout.evidence.values():
        used |= {name for name in EVIDENCE_WORDS if getattr(bar, name)}
    rows = _Rows(setter, width, 24 * k)
    for name, words in EVIDENCE_WORDS.items():
        if name in used:
            rows.add([Group(marks.evidence_ops(name, "ink.1", 15 * k), 0, 1.5 * k)], translate("Poster", words))
    return rows.section(translate("Poster", "Evidence"))


def links_block(setter: Setter, layout: MapLayout, width: float) -> Block | None:
    """The kinds of links that are drawn, each with its line."""
    if not layout.links:
        return None
    from model.draw.link_painter import link_sample  # only where there are some

    k = setter.scale
    used = {box.kind for box in layout.links.values()}
    rows = _Rows(setter, width, 46 * k)
    for kind in (*(kind for kind in LINK_KINDS if kind in used), *sorted(used - LINK_KINDS.keys())):
        known = LINK_KINDS.get(kind)
        rows.add([Group(link_sample(kind, 0, 9 * k, 36 * k, k))], known.title if known else kind)
    return rows.section(translate("Poster", "Links"))


def link_words_block(setter: Setter, document: Document, layout: MapLayout, width: float) -> Block | None:
    """The words at links for which the map has no room, each with the numbers of its ends."""
    if not layout.links:
        return None
    from model.draw.link_painter import unplaced_words, words_sign  # only where there are some

    k = setter.scale
    ops: list[Op] = []
    y = 0.0
    for _, words in unplaced_words(layout, document):
        lines, end = setter.text(words, width - 24 * k, 13.5, 17, x=24 * k, y=y)
        ops += [Group(words_sign(8 * k, y + 8.5 * k, k)), *lines]
        y = end + 4 * k
    if not ops:
        return None
    return setter.section("legend", translate("Poster", "Words at links"), width, Block(tuple(ops), y - 4 * k))


def signs_block(setter: Setter, document: Document, layout: MapLayout, shown: Shown, width: float) -> Block | None:
    """The other signs that the map uses."""
    k = setter.scale
    blank = layout.options.blank
    rows = _Rows(setter, width, SEVERITY_W * k + 12 * k)

    def icon(name: str, color: str) -> list[Op]:
        return [marks.icon(name, 0, 1.5 * k, 15 * k, color)]

    if shown.truth:
        rows.add([Group(marks.star(0, 0, k), 0, k)], translate("Poster", "moment of truth"))
    if "assumption" in shown.evidence:
        frame = Rect(k, 2 * k, 23 * k, 14 * k, None, "ink.3", 1.2 * k, 3 * k, tuple(v * k for v in ASSUMED))
        rows.add([frame], translate("Poster", "assumption"))
    if shown.severity or (blank and any(lane.kind == "pain_points" for lane in document.lanes)):
        bars = marks.severity_ops(4, "note.pain.edge", k)
        rows.add([Group(bars, 0, (18 - SEVERITY_H) / 2 * k)], translate("Poster", "severity, from 1 to 5"))
    if shown.blind:
        rows.add(icon("eye-off", "state.warn"), translate("Poster", "blind spot"))
    if shown.border:
        double = [Rect(0, y * k, 24 * k, BAR * k, "ink.1", radius=BAR / 2 * k) for y in (6.5, 6.5 + BAR + BAR_GAP)]
        rows.add(double, translate("Poster", "another department from here"))
    if shown.done:
        rows.add(icon("circle-check", "note.solution.edge"), translate("Poster", "actions done"))
    _feeling_signs(rows, layout, k)
    if layout.loops:
        rows.add(icon("arrow-loop-right", "ink.2"), translate("Poster", "back to an earlier phase"))
    if layout.chips:
        for medium, words in (
            ("offline", translate("Poster", "channel, offline")),
            ("online", translate("Poster", "channel, online")),
        ):
            rows.add([_disc(medium, k)], words)
    if shown.first is not None and layout.options.card_numbers:
        number, _ = setter.text(f"N{shown.first}", SEVERITY_W * k + 12 * k, 13, 18, weight=500, color="ink.2")
        rows.add(number, translate("Poster", "number of the note"))
    return rows.section(translate("Poster", "Signs"))


def channels_block(setter: Setter, document: Document, shown: Shown, width: float) -> Block | None:
    """The channels whose icons are drawn, with their names: an icon alone can be taken for another."""
    k = setter.scale
    rows = _Rows(setter, width, 24 * k)
    for channel in document.channels:
        if channel.id in shown.channels and channel.name.strip():
            rows.add([marks.icon(channel.icon, 0, 1.5 * k, 15 * k, "ink.2")], channel.name.strip())
    return rows.section(translate("Poster", "Channels"))


def _feeling_signs(rows: _Rows, layout: MapLayout, k: float) -> None:
    """What stands in the lane of feelings besides lines and faces; rings only where one has no name beside it."""
    boxes = list(layout.emotions.values())
    series = [one for box in boxes for one in box.series]
    if any(one.aimed for one in series):
        rows.add(aimed_sample(0, 9 * k, 26 * k, "ink.2", "surface.window", k), translate("Poster", "feeling aimed for"))
    if any(one.gaps for one in series):
        mark = marks.bracket(8 * k, 2 * k, 16 * k, 4 * k, "ink.2")
        rows.add([mark], translate("Poster", "gap to the aim"))
    if any(box.lowest is not None and box.lowest_label is None for box in boxes):
        ring = Path(ellipse(9 * k, 9 * k, 7.5 * k), None, "ink.1", 1.8 * k)
        rows.add([ring], translate("Poster", "low point"))
    falls = [(box, fall) for box in boxes if (fall := fall_of(box)) is not None]
    if falls:
        way = (("M", (2 * k, 3 * k)), ("L", (16 * k, 15 * k)))
        band = Group((Path(way, None, "ink.2", 9 * k, (), round_caps=True),), opacity=FALL_OPACITY)
        arrow = marks.fall_arrow(9 * k, 9 * k, FALL_W * k, FALL_H * k)
        # Where the map has no room to say how far it falls, it is said here.
        unsaid_in = [box for box, _ in falls if box.fall_label is None]
        unsaid = [fall for box, fall in falls if box.fall_label is None]
        words = translate("Poster", "steepest fall")
        if unsaid:
            words = fall_text(unsaid[0][1].score - unsaid[0][0].score, unsaid_in[0].scale)
        rows.add([band, Path(way, None, "ink.2", 2 * k), arrow], words)
    if any((box.peak and not box.peak_label) or (box.end and not box.end_label) for box in boxes):
        ring = Path(ellipse(9 * k, 9 * k, 6 * k), None, "ink.2", 1.1 * k)
        rows.add([ring], translate("Poster", "high point, or end"))


def _disc(medium: str, k: float) -> Group:
    w, h, inset = 20 * k, 18 * k, 0.65 * k
    fill = "surface.pressed" if medium == "online" else None
    disc = Rect(inset, inset, w - 2 * inset, h - 2 * inset, fill, "ink.3", 1.3 * k, h / 2 - inset)
    return Group((disc,))
