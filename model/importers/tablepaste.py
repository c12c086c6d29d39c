"""The cards of a pasted table as one edit of a map, and what there is to tell about it (rules PT1 to PT11)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from model import order
from model.changes import ChangeSet, Edit
from model.commands import grid
from model.commands.links import resting_link
from model.commands.places import Cell, Listing, Target, item_kind_of, lane_for, order_keys
from model.document import Document
from model.i18n import QT_TRANSLATE_NOOP, translate
from model.ids import new_id
from model.importers.names import key
from model.importers.tables import Table, TableCard
from model.kinds import ITEM_KINDS
from model.records import MAX_TEXT, Emotion, Item, Link, Phase, Step

MOST_NAMED = 3
"""As many unknown names are said; of the others only how many there are."""


def paste_table(document: Document, table: Table, target: Target, make_phases: bool = False) -> ChangeSet:
    """The cards of ``table`` on the map, one edit; ``target`` is where one pastes.

    With ``make_phases`` the phases that the map lacks are made, in the order of the table, behind those it has.
    """
    edit = Edit(document)
    steps = _make_phases(edit, table) if make_phases else {}
    maker = _Maker(edit, table, target, steps)
    maker.make()
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Paste %n note(s)"), len(table.cards))


def _make_phases(edit: Edit, table: Table) -> dict[str, list[str]]:
    """The steps of the new phases by the phases' names: as many as the table has columns for them."""
    last = edit.document.phases[-1].order if edit.document.phases else None
    made: dict[str, list[str]] = {}
    for name, phase_order in zip(table.phases, order.spread(len(table.phases), last, None), strict=True):
        phase = Phase(id=new_id("phase"), name=name, order=phase_order)
        wide = 1 + max((card.column for card in table.cards if card.phase == name), default=0)
        steps = [Step(id=new_id("step"), phase_id=phase.id, order=each) for each in order.spread(wide, None, None)]
        edit.put(phase, *steps)
        made[name] = [step.id for step in steps]
    return made


class _Maker:
    """Makes the cards of one table."""

    def __init__(self, edit: Edit, table: Table, target: Target, steps: dict[str, list[str]]) -> None:
        self._edit = edit
        self._table = table
        self._target = target
        self._steps = steps
        self._places: dict[Target, list[int]] = {}
        self._ids = [new_id("item") for _ in table.cards]
        self._extra: dict[int, str] = {}  # a line for the description: what could not be done
        self._hosts: dict[int, Item | int] = {}

    def make(self) -> None:
        cards = self._table.cards
        self._find_hosts()
        for place, card in enumerate(cards):
            self._places.setdefault(self._place(place, card), []).append(place)
        channels = self._named("channels", [name for card in cards for name in card.channels])
        people = [name for card in cards for name in (*card.personas, *(f.persona for f in card.feelings))]
        personas = self._named("personas", people)
        self._put_cards(channels, personas)
        self._put_links()
        self._put_feelings(personas)

    # -- where ---------------------------------------------------------------------------------------------------

    def _place(self, place: int, card: TableCard) -> Target:
        step = self._host_step(place, card) or self._step(card)
        if card.stray or not step:
            here = self._target if isinstance(self._target, Listing) and card.here else None
            return here or Listing("inbox")
        document = self._edit.document
        if not card.kind and isinstance(self._target, Cell):
            own = document.lane_table.get(self._target.lane_id)
            if own is not None and item_kind_of(own) is not None:
                return Cell(own.id, step)
        kind = card.kind or "touchpoint"
        if card.lane_id in document.lane_table:
            return Cell(card.lane_id, step)
        lane = lane_for(document, kind) or grid.add_lane_of(self._edit, kind)  # PT7
        return Cell(lane.id, step)

    def _host_step(self, place: int, card: TableCard) -> str:
        """The step of what a card hangs on (PL2), or rests on where the table says nothing else."""
        host = self._hosts.get(place)
        if host is None:
            return ""
        other = self._table.cards[host] if isinstance(host, int) else host
        if self._link_kind(card.kind, other.kind) != "attach" and (card.step_id or card.phase):
            return ""
        if isinstance(host, Item):
            return host.step_id or ""
        target = self._place(host, self._table.cards[host])
        return target.step_id if isinstance(target, Cell) else ""

    def _step(self, card: TableCard) -> str:
        if card.phase in self._steps:
            steps = self._steps[card.phase]
            return steps[min(card.column, len(steps) - 1)]
        if card.here and isinstance(self._target, Cell):
            return self._target.step_id
        return card.step_id

    def _find_hosts(self) -> None:
        """What each card hangs or rests on: a card of the table by its number or text, else one of the map."""
        cards, document = self._table.cards, self._edit.document
        numbers = {key(card.number): place for place, card in enumerate(cards) if card.number}
        texts = {key(card.text): place for place, card in reversed(list(enumerate(cards))) if key(card.text)}
        for place, card in enumerate(cards):
            if not card.hangs:
                continue
            wanted = key(card.hangs)
            found = numbers.get(wanted, texts.get(wanted))
            if found is not None and found != place and self._link_kind(card.kind, cards[found].kind):
                self._hosts[place] = found
                continue
            digits = wanted.removeprefix("n")
            host = document.by_number(int(digits)) if digits.isdecimal() and len(digits) < 8 and not numbers else None
            if host is not None and self._link_kind(card.kind, host.kind):
                self._hosts[place] = host
            else:
                self._extra[place] = translate("Paste", "Belongs to: {name}").format(name=card.hangs)

    @staticmethod
    def _link_kind(kind: str, host_kind: str) -> str | None:
        """The kind of link by which a card hangs or rests on another; never in a circle, since kinds have an order."""
        if host_kind == "touchpoint" and kind in ITEM_KINDS and ITEM_KINDS[kind].attaches:
            return "attach"
        return resting_link(kind, host_kind) if kind != host_kind else None

    # -- what ----------------------------------------------------------------------------------------------------

    def _named(self, table: str, names: Sequence[str]) -> dict[str, str]:
        """Ids of personas or channels by the keys of their names; those that the map does not have are made."""
        for name in dict.fromkeys(name for name in names if key(name)):
            rows = getattr(self._edit.document, table)
            if any(key(row.name) == key(name) for row in rows):
                continue
            add = grid.add_persona if table == "personas" else grid.add_channel
            changes = add(self._edit.document, name)
            self._edit.document = self._edit.document.with_changes((c.table, c.id, c.new) for c in changes)
        rows = getattr(self._edit.document, table)
        return {key(row.name): row.id for row in reversed(rows)}

    def _put_cards(self, channels: dict[str, str], personas: dict[str, str]) -> None:
        number = self._edit.document.info.next_number
        for target, places in self._places.items():
            keys = order_keys(self._edit.document, target, len(places))
            made = []
            for place, order_key in zip(places, keys, strict=True):
                card = self._table.cards[place]
                fields = self._fields(place, card)
                where: dict[str, Any] = {"place": "map", "lane_id": None, "step_id": None}
                kind = card.kind or "touchpoint"
                if isinstance(target, Cell):
                    lane = self._edit.document.lane_table[target.lane_id]
                    kind = item_kind_of(lane) or kind
                    where |= {"lane_id": lane.id, "step_id": target.step_id}
                else:
                    where["place"] = target.place
                if "channel_ids" in ITEM_KINDS[kind].own and card.channels:
                    fields["channel_ids"] = _ids(channels, card.channels)
                if "persona_ids" in ITEM_KINDS[kind].own and card.personas:
                    fields["persona_ids"] = _ids(personas, card.personas)  # PT11
                item = Item(
                    id=self._ids[place],
                    kind=kind,
                    number=number + place,
                    text=card.text[:MAX_TEXT],
                    order=order_key,
                    **where,
                )
                made.append(item.changed(**fields) if fields else item)
            self._edit.put(*made)
        info = self._edit.document.info
        self._edit.put(info.changed(next_number=number + len(self._table.cards)))

    def _fields(self, place: int, card: TableCard) -> dict[str, Any]:
        # A field that the record keeps unseen is kept as it comes back from the file.
        fields = {
            name: list(value) if isinstance(value, tuple) and name not in Item.names else value
            for name, value in card.fields
        }
        if place in self._extra:
            said = "\n".join(filter(None, (str(fields.get("description", "")), self._extra[place])))
            fields["description"] = said[:MAX_TEXT]
        return fields

    def _put_links(self) -> None:
        items = self._edit.document.item_table
        links = []
        for place, host in self._hosts.items():
            source, target = items[self._ids[place]], items[self._ids[host]] if isinstance(host, int) else host
            kind = self._link_kind(source.kind, target.kind)
            if kind is not None:
                links.append(Link(id=new_id("link"), kind=kind, source_id=source.id, target_id=target.id))
        self._edit.put(*links)

    def _put_feelings(self, personas: dict[str, str]) -> None:
        document = self._edit.document
        felt: dict[tuple[str, str], Emotion] = {}
        for item_id, card in zip(self._ids, self._table.cards, strict=True):
            if document.item_table[item_id].kind != "touchpoint":
                continue
            for feeling in card.feelings:
                persona = personas.get(key(feeling.persona)) if feeling.persona else document.personas[0].id
                if persona is not None and (feeling.score is not None or feeling.word):
                    felt[item_id, persona] = Emotion(
                        id=new_id("emotion"),
                        touchpoint_id=item_id,
                        persona_id=persona,
                        score=feeling.score,
                        word=feeling.word[:MAX_TEXT],
                    )
        self._edit.put(*felt.values())


def _ids(known: dict[str, str], names: Sequence[str]) -> tuple[str, ...]:
    """The ids of what is called so, each once; a name of no letters and no signs is nobody's."""
    return tuple(dict.fromkeys(known[key(name)] for name in names if key(name)))


# -- what there is to tell -------------------------------------------------------------------------------------------


def told(table: Table, changes: ChangeSet, after: Document) -> str:
    """What ``changes`` made of ``table``, in one sentence: "24 notes in 5 phases; 3 in the inbox: no lane “X”"."""
    made = [after.item_table[i] for i in changes.added("items") if i in after.item_table]
    phases = {phase.id for item in made if (phase := after.phase_of(item)) is not None}
    placed = sum(item.place == "map" for item in made)
    parts = []
    if placed:
        notes = translate("Paste", "%n note(s)", n=placed)
        if len(changes.added("phases")) == len(phases) and phases:
            where = translate("Paste", "%n new phase(s)", n=len(phases))
        else:
            where = translate("Paste", "%n phase(s)", n=len(phases))
        parts.append(translate("Paste", "{notes} in {phases}").format(notes=notes, phases=where))
    waiting = len(made) - placed
    if waiting:
        said = (
            translate("Paste", "%n in the inbox", n=waiting)
            if placed
            else translate("Paste", "%n note(s) in the inbox", n=waiting)
        )
        missing = [] if changes.added("phases") else list(table.phases)
        reasons = [
            _named(translate("Paste", "no phase {names}"), missing),
            _named(translate("Paste", "no lane {names}"), table.lanes),
        ]
        why = ", ".join(reason for reason in reasons if reason)
        parts.append(f"{said}: {why}" if why else said)
    if table.left_out:
        parts.append(translate("Paste", "%n too many, left out", n=table.left_out))
    return "; ".join(parts)


def _named(sentence: str, names: Sequence[str]) -> str:
    """``sentence`` with the first of ``names``; "" where there are none."""
    if not names:
        return ""
    listed = ", ".join(translate("Paste", "“{name}”").format(name=_short(name)) for name in names[:MOST_NAMED])
    if len(names) > MOST_NAMED:
        listed = translate("Paste", "{names} and {count} more").format(names=listed, count=len(names) - MOST_NAMED)
    return sentence.format(names=listed)


def _short(name: str, most: int = 40) -> str:
    bare = " ".join(name.split())
    return bare if len(bare) <= most else bare[: most - 1] + "…"
