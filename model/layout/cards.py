"""One card: its text in lines, its foot, its number.  The height comes from the text; nothing is ever cut.

A card's number stands at the right end of its last line of text, 8 px from it at least, and where there is no room
in the foot.  Numbers and the names of targets are drawn from some zoom on, but their room is always kept, so that
boxes are the same at every zoom and on paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from model.document import Document
from model.draw.shapes import NOTCH_H
from model.draw.theme import tokens
from model.evidence import evidence_used
from model.fields import EVIDENCE, ITEM_FIELDS, shown
from model.i18n import translate
from model.journey import blind_spots
from model.kinds import ITEM_KINDS, ItemKind
from model.layout import metrics as px
from model.layout.borders import border_lines, borders_of
from model.layout.boxes import (
    CardBody,
    CardKey,
    CardPicture,
    PlacedLine,
)
from model.layout.cardfoot import foot_of
from model.layout.emotion import persona_color
from model.layout.maplayout import LayoutOptions
from model.records import Item
from model.text.breaking import layout_text, shape_line
from model.text.shape import TextStyle
from model.values import maker

UNKNOWN_TOKEN, UNKNOWN_ICON = "metric", "help"
"""The look of a card of a kind that this version does not know: grey, with its text."""

QUOTE, QUOTE_GAP = 11.0, 3.0
SPOKEN = {"need_type": ("latent",)}
"""Values of choices that stand as a word on the card: nothing else on it would say so."""
QUOTED = {"insight_type": ("quote",)}
"""Values of choices that say that the text is what somebody said."""
_EVIDENCE = frozenset(choice.id for choice in EVIDENCE)


def token_of(kind: str) -> str:
    """The name of a kind of card in the tokens; grey for a kind without colours of its own."""
    known = ITEM_KINDS.get(kind)
    return known.token if known and known.token in tokens()["light"]["note"] else UNKNOWN_TOKEN


def icon_of(kind: str) -> str:
    """The type icon of a kind of card; a touchpoint without a channel has a pointer."""
    known = ITEM_KINDS.get(kind)
    return UNKNOWN_ICON if known is None else known.icon or "pointer"


def text_style(kind: str, quote: bool = False) -> TextStyle:
    """How the text of a kind of card is set; ``quote`` for one that holds words as somebody said them."""
    known = ITEM_KINDS.get(kind)
    if kind == "touchpoint":
        return px.style("touchpoint")
    return px.style("quote" if quote or (known is not None and known.quote) else "note")


def _says(item: Item, table: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The titles of what ``item`` says of the fields of ``table``, where it is one of the values there."""
    found = []
    for name, values in table.items():
        if (value := item.value(name, "")) in values:
            choice = ITEM_FIELDS[name].choice(value)
            found.append(choice.title if choice else value)
    return found


_OwnWords = tuple[bool, tuple[str, ...], str, tuple[tuple[str, str], ...]]
_OWN_WORDS: dict[int, tuple[Item, tuple[str, bool, bool, tuple[str, ...]], _OwnWords]] = {}
"""By the id of a record, which is kept beside it: no other record can get that id meanwhile."""
_MORE_REMEMBERED = 1_000
"""Beside the notes of the map, so that those of another one that is open have room."""


def _forget_others(document: Document) -> None:
    """Let go of records that are no notes of ``document``: of most of them something newer is known."""
    kept = [entry for item in document.item_table.values() if (entry := _OWN_WORDS.get(id(item))) is not None]
    _OWN_WORDS.clear()
    _OWN_WORDS.update((id(entry[0]), entry) for entry in kept)


def forget_records() -> None:
    """Let go of every record: they are of maps that are closed."""
    _OWN_WORDS.clear()


class CardKeys:
    """Makes the keys of the cards of one document.  ``personas`` are the ids shown, None for all.

    ``show`` says what is drawn of evidence and blind spots, and which fields are written out.
    """

    def __init__(
        self,
        document: Document,
        language: str,
        personas: frozenset[str] | None,
        show: LayoutOptions | None = None,
    ) -> None:
        evidence = None if show is None else show.evidence
        self._shows_evidence = evidence_used(document) if evidence is None else evidence
        blind = blind_spots(document) if show is not None and show.blind_spots else ()
        self.blind = frozenset(item.id for item in blind)
        self.borders = borders_of(document) if show is not None and show.borders else {}
        self._lines: tuple[str, ...] = ()
        if show is not None and show.fields:
            from model.cardlines import in_order  # only where somebody chose some

            self._lines = in_order(show.fields)
        self._spoken = {name: values for name, values in SPOKEN.items() if name not in self._lines}
        self._document = document
        self._language = language
        self._lang = document.info.language
        self._whom: dict[str, tuple[str, int, str]] = {}
        if len(document.personas) > 1:  # where there is one, everything concerns that one
            self._whom = {
                p.id: (p.id, i, persona_color(p, i))
                for i, p in enumerate(document.personas)
                if personas is None or p.id in personas
            }
        self._places = [(i, p.id) for i, p in enumerate(document.personas) if personas is None or p.id in personas]

    def _feelings(self, item: Item) -> tuple[tuple[str, int, int], ...]:
        """(persona, its place, score) of those who feel something there."""
        find, card = self._document.emotions.get, item.id
        found: list[tuple[str, int, int]] = []
        for place, persona in self._places:
            emotion = find((card, persona))
            if emotion is not None and emotion.score is not None:
                found.append((emotion.persona_id, place, emotion.score))
        return tuple(found)

    def _badges(self, item: Item) -> tuple[tuple[str, int], ...]:
        """(kind, count) of what hangs on it."""
        attached = self._document.attachments.get(item.id)
        if not attached:
            return ()
        counts: dict[str, int] = {}
        for other in attached:
            counts[other.kind] = counts.get(other.kind, 0) + 1
        kinds = list(ITEM_KINDS)
        return tuple(sorted(counts.items(), key=lambda row: kinds.index(row[0]) if row[0] in kinds else len(kinds)))

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
        kind = ITEM_KINDS.get(item.kind)
        quoted, words, near, lines = self._own_words(item)
        done = None
        if kind is not None and kind.actions:
            counted = [action for action in self._document.actions_of.get(item.id, ()) if action.status != "dropped"]
            if counted:
                done = (sum(action.status == "done" for action in counted), len(counted))
        targets = self._document.targets.get(item.id)
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
            self._feelings(item),
            self._badges(item),
            tuple([target.number for target in targets]) if targets else (),
            item.evidence if self._shows_evidence and item.evidence in _EVIDENCE else "",
            item.moment_of_truth,
            item.id in self.blind,
            quoted,
            words,
            near,
            done,
            self._document.asset_table.get(item.pictures[0]) if item.pictures else None,
            len(item.pictures),
            self._said(item, lines) if self._lines else (),
            self._named(item, kind) if self._whom else (),
            self.borders.get(item.id, ()),
        )

    def _named(self, item: Item, kind: ItemKind | None) -> tuple[tuple[str, int, str], ...]:
        """The personas that a note names, in the order of the map.

        Those of a touchpoint are in its faces, except where somebody is there and no score is known: only a word, a
        quote, or the feeling aimed for.
        """
        if item.kind == "touchpoint":
            felt = ((whom, self._document.emotions.get((item.id, persona))) for persona, whom in self._whom.items())
            return tuple(
                whom
                for whom, emotion in felt
                if (whom[0] in item.persona_ids if emotion is None else emotion.score is None)
            )
        if not item.persona_ids or kind is None or "persona_ids" not in kind.own:
            return ()
        return tuple(whom for persona, whom in self._whom.items() if persona in item.persona_ids)

    def _said(self, item: Item, own: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
        """The lines of the chosen fields in their order; ``own`` are those that follow from the record alone."""
        from model.cardlines import record_lines

        place = self._lines.index
        rows = sorted((*own, *record_lines(self._document, item, self._lines)), key=lambda row: place(row[0]))
        return tuple(line for _, line in rows)

    def _own_words(self, item: Item) -> _OwnWords:
        """What follows from the record alone: whether it is a quote, its words, what is read from near, and the
        lines of chosen fields.

        Remembered for as long as the record is the same one, since an edit asks for every card of the map.
        """
        about = (self._language, self._shows_evidence, item.kind in ITEM_KINDS, self._lines)
        known = _OWN_WORDS.get(id(item))
        if known is not None and known[1] == about:
            return known[2]
        kind = ITEM_KINDS.get(item.kind)
        words = _says(item, self._spoken)
        if kind is None:
            words.append(item.kind)
        elif kind.actions:
            words += [owner for owner in (self._owner(item),) if owner]
        lines: tuple[tuple[str, str], ...] = ()
        if self._lines:
            from model.cardlines import field_lines

            lines = tuple(field_lines(item, self._lines))
        found = bool(_says(item, QUOTED)), tuple(words), self._read_from_near(item), lines
        if len(_OWN_WORDS) >= 2 * len(self._document.item_table) + _MORE_REMEMBERED:
            _forget_others(self._document)
        _OWN_WORDS[id(item)] = item, about, found
        return found

    def _owner(self, item: Item) -> str:
        """Whose card it is, as the foot says it: nothing that a line of the card says already."""
        owner, department = item.owner.strip(), item.department.strip()
        if owner:
            return owner if "owner" not in self._lines else ""
        return department if "department" not in self._lines else ""

    def _read_from_near(self, item: Item) -> str:
        """What stands in the foot from reading zoom on: who takes part, owner, worth, source, where no line says it."""
        kind = ITEM_KINDS.get(item.kind)
        lines = self._lines
        parts = [] if kind is not None and kind.actions else [self._owner(item)]
        # A touchpoint is the customer's unless it says otherwise.
        if item.actors and item.actors != ("customer",) and "actors" not in lines:
            parts.insert(0, shown(ITEM_FIELDS["actors"], item.actors))
        for name, level in (("impact", item.impact), ("effort", item.effort)):
            if level is not None and name not in lines:
                said = translate("Map", "{field} {level}").format(field=ITEM_FIELDS[name].title, level=level)
                parts.append(said)
        if self._shows_evidence and "source" not in lines:
            parts.append(item.source.strip())
        parts = [part for part in parts if part]
        return " · ".join([" ".join(part.split()) for part in parts]) if parts else ""


def card_body(key: CardKey, strip: float = 0.0) -> CardBody:
    """The card of a key.  Labels are in the current language; the caller speaks ``key.language``.

    ``strip`` px at the left are left free, for a pattern.
    """
    kind, quote, width = key.kind, key.quote, key.width
    touchpoint = kind == "touchpoint"
    left = strip + px.BORDER + (px.TOUCHPOINT_PAD_LEFT if touchpoint and not strip else px.PAD_LEFT)
    width = width - px.BORDER - px.PAD_RIGHT - left
    picture = _picture(key, strip) if key.pictures else None
    top = (px.BORDER if picture is None else picture.mount_h) + px.PAD_TOP
    border: tuple[PlacedLine, ...] = ()
    if key.border:
        border, top = border_lines(key, left, width, top)
    setting = text_style(kind, quote)
    high, base = setting.line, px.baseline(setting)
    indent = px.ICON + px.ICON_GAP + (QUOTE + QUOTE_GAP if quote else 0.0)
    broken = layout_text(key.text, setting, width, lang=key.lang, first_indent=indent)
    placed, made_body = _makers()
    first, last = broken[0], broken[-1]
    rows = [placed(left + (width - first.width - indent if first.rtl else indent), top + base, first)]
    for i in range(1, len(broken)):
        line = broken[i]
        rows.append(placed(left + (width - line.width) if line.rtl else left, top + i * high + base, line))
    icon_x = left + width - px.ICON if first.rtl else left
    bottom = top + len(rows) * high
    said: tuple[PlacedLine, ...] = ()
    if key.said:
        said, bottom = _said(key, left, width, bottom)

    digits = shape_line(f"N{key.number}", px.META)
    used = last.width + (indent if len(broken) == 1 else 0.0)
    number: PlacedLine | None = None
    if width - used >= digits.width + px.NUMBER_GAP:
        number = placed(left if last.rtl else left + width - digits.width, rows[-1].y, digits)
    foot, in_foot, count = foot_of(key, left, width, bottom + px.FOOT_MARGIN, None if number else digits)
    if count:
        bottom += px.FOOT_MARGIN + count * px.FOOT_H + (count - 1) * px.FOOT_GAP
    number = number or in_foot
    if number is None:
        raise AssertionError("a card's number stands on a line or in its foot")
    return made_body(
        key,
        key.width,
        max(px.CARD_MIN_H, bottom + px.PAD_BOTTOM + px.BORDER),
        token_of(kind),
        (key.icon if touchpoint else "") or icon_of(kind),
        (icon_x, top + (high - px.ICON) // 2),
        tuple(rows),
        foot,
        number,
        picture,
        _quote_at(icon_x, top + (high - QUOTE) / 2 - 1, first.rtl) if quote else None,
        said,
        border,
    )


@cache
def _makers() -> tuple[type[PlacedLine], type[CardBody]]:
    """What makes the values of which a layout has most."""
    return maker(PlacedLine), maker(CardBody)


def _said(key: CardKey, left: float, width: float, bottom: float) -> tuple[tuple[PlacedLine, ...], float]:
    """The lines of the chosen fields below ``bottom``, the end of the text, and where they end."""
    placed: list[PlacedLine] = []
    for i, words in enumerate(key.said):
        bottom += px.SAID_GAP if i else px.SAID_MARGIN
        for line in layout_text(words, px.SAID, width, lang=key.lang):
            x = left + width - line.width if line.rtl else left
            placed.append(PlacedLine(x, bottom + px.baseline(px.SAID), line))
            bottom += px.SAID.line
    return tuple(placed), bottom


def _quote_at(icon_x: float, y: float, rtl: bool) -> tuple[float, float]:
    """Where the sign of a quote stands: behind the type icon."""
    step = px.ICON + px.ICON_GAP - 1
    return (icon_x - QUOTE - px.ICON_GAP + 1 if rtl else icon_x + step, y)


def _picture(key: CardKey, strip: float) -> CardPicture | None:
    """The card's first picture in its mount at the top: as wide as the card beside its strip, at most 111 px high.

    A picture that the map has lost keeps a place of three by two.
    """
    if not key.pictures:
        return None
    wide, high = (key.picture.w, key.picture.h) if key.picture is not None else (3, 2)
    left = px.BORDER + px.MOUNT
    top = left + (NOTCH_H if key.kind == "pain_point" else 0.0)
    room = key.width - strip - 2 * left
    k = min(room / wide, px.PICTURE_MOST_H / high)
    w, h = wide * k, high * k
    x = strip + left + (room - w) / 2
    more = None
    if key.pictures > 1:
        line = shape_line(f"+{key.pictures - 1}", px.BADGE)
        more = PlacedLine(x + w - line.width - 5, top + h - 4 - px.BADGE.line + px.baseline(px.BADGE), line)
    return CardPicture(x, top, w, h, key.picture, top + h + px.MOUNT, more)
