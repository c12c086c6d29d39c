"""A map of records with readable ids that uses every kind of link, and actions: two phases, touchpoints t1 to t4."""

from __future__ import annotations

from typing import Any

from model.document import Document, table_of
from model.kinds import lane_kind_of
from model.records import Action, Emotion, Item, Lane, Link, MapInfo, Persona, Phase, Place, Record, Step


class LinkedMap:
    """Collects records; the ids are those given."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, str], Record] = {}
        self.number = 1

    def put(self, *records: Record) -> LinkedMap:
        """Add or replace records."""
        for record in records:
            self.rows[table_of(record), record.id] = record
        return self

    @property
    def key(self) -> str:
        """An order key after all others."""
        return f"{len(self.rows) + self.number:05d}V"

    def columns(self, *steps: int) -> LinkedMap:
        """Phases p1, p2, ... with so many steps each; steps s1, s2, ..."""
        made = 0
        for i, count in enumerate(steps, 1):
            self.put(Phase(id=f"p{i}", name=f"Phase {i}", order=self.key))
            for _ in range(count):
                made += 1
                self.put(Step(id=f"s{made}", phase_id=f"p{i}", order=self.key))
        return self.put(Persona(id="sanne", name="Sanne", order=self.key))

    def card(self, card_id: str, kind: str, step: str = "", *, place: Place = "map", **fields: Any) -> LinkedMap:
        """A card, on the map where it has a step; its lane is made when it is the first of its kind."""
        lane_id, lane_kind = None, lane_kind_of(kind)
        if step:
            lane_id = lane_kind.id if lane_kind else kind
            if ("lanes", lane_id) not in self.rows:
                self.put(Lane(id=lane_id, kind=lane_id, order=self.key))
        else:
            place = "inbox" if place == "map" else place
        self.put(
            Item(
                id=card_id,
                kind=kind,
                number=self.number,
                text=fields.pop("text", card_id),
                place=place,
                lane_id=lane_id,
                step_id=step or None,
                order=self.key,
                **fields,
            )
        )
        self.number += 1
        return self

    def link(self, kind: str, source: str, target: str, **fields: Any) -> LinkedMap:
        """A link "kind:source>target"."""
        link_id = f"{kind}-{source}-{target}"
        return self.put(Link(id=link_id, kind=kind, source_id=source, target_id=target, order=self.key, **fields))

    def action(self, item_id: str, text: str, status: str = "", **fields: Any) -> LinkedMap:
        """An action; its id is its text."""
        return self.put(Action(id=text, item_id=item_id, text=text, status=status, order=self.key, **fields))

    def feel(
        self, card_id: str, score: int | None, *, aimed: int | None = None, persona: str = "sanne", **fields: Any
    ) -> LinkedMap:
        """What a persona feels at a touchpoint."""
        return self.put(
            Emotion(
                id=f"e-{card_id}-{persona}",
                touchpoint_id=card_id,
                persona_id=persona,
                score=score,
                aimed=aimed,
                **fields,
            )
        )

    def document(self) -> Document:
        """The map."""
        tables: dict[str, dict[str, Record]] = {"map": {"map": MapInfo(title="Shoes", next_number=self.number)}}
        for (table, record_id), record in self.rows.items():
            tables.setdefault(table, {})[record_id] = record
        return Document(tables, document_id="00000000-0000-4000-8000-000000000001")


def linked_map() -> LinkedMap:
    """Solution ``so`` answers opportunity ``op``, which is based on pain ``pa`` and insight ``in1``; ``in1`` belongs
    with ``in2``, which is attached to t4; ``pa`` is attached to t1; ``on_path`` is carried by the hand-over t2 to t3.
    """
    made = LinkedMap().columns(2, 1)
    for i, step in enumerate(("s1", "s1", "s2", "s3"), 1):
        made.card(f"t{i}", "touchpoint", step)
    made.card("pa", "pain_point", "s1", severity=4).link("attach", "pa", "t1")
    made.card("on_path", "pain_point", severity=2)
    made.card("in1", "insight", "s3").card("in2", "insight", "s3", source="Interview 3").link("relates", "in1", "in2")
    made.link("attach", "in2", "t4")
    made.card("op", "opportunity", "s2").link("based_on", "op", "in1").link("based_on", "op", "pa")
    made.card("so", "solution", "s2").link("solves", "so", "op")
    made.action("so", "ring-back", "doing", owner="Kees", due="2026-03-01").action("so", "tablet")
    made.link("next", "t1", "t2").link("handover", "t2", "t3", pain_point_ids=("on_path",))
    made.link("loop", "t4", "t1").link("same_time", "t3", "t2")
    return made
