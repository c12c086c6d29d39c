"""Maps made of records with readable ids, for layout and pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from model.document import Document, table_of
from model.kinds import LANE_KINDS, lane_kind_of
from model.order import spread
from model.records import (
    Emotion,
    Item,
    Language,
    Link,
    MapInfo,
    Persona,
    Phase,
    Record,
    Step,
    row_to_record,
)


class MapMaker:
    """Collects records; ``document()`` gives the map of them."""

    def __init__(self, language: Language = "nl", title: str = "Schoenen") -> None:
        self._rows: list[Record] = []
        self._number = 1
        self._order = spread(4000)
        self._language: Language = language
        self._title = title

    def put(self, record: Record) -> None:
        self._rows.append(record)

    def _key(self) -> str:
        return self._order[len(self._rows)]

    def columns(self, *phases: tuple[str, Sequence[str]]) -> MapMaker:
        """Phases with the names of their steps; the ids are p0, p1, ... and s0, s1, ..."""
        steps = 0
        for i, (name, own) in enumerate(phases):
            self.put(Phase(id=f"p{i}", name=name, order=self._key()))
            for step in own:
                self.put(Step(id=f"s{steps}", phase_id=f"p{i}", name=step, order=self._key()))
                steps += 1
        return self

    def lanes(self, *kinds: str, spanning: Sequence[str] = ()) -> MapMaker:
        """Lanes by kind, which is their id too; ``spanning`` ones span the phase."""
        for kind in kinds:
            alignment = "phase" if kind in spanning else "step"
            self.put(row_to_record("lanes", {"id": kind, "kind": kind, "alignment": alignment, "order": self._key()}))
        return self

    def persona(self, name: str, record_id: str) -> MapMaker:
        """A persona."""
        self.put(Persona(id=record_id, name=name, order=self._key()))
        return self

    def channel(self, record_id: str, icon: str, medium: str) -> MapMaker:
        """A channel."""
        row = {"id": record_id, "name": record_id, "icon": icon, "medium": medium, "order": self._key()}
        self.put(row_to_record("channels", row))
        return self

    def card(
        self,
        kind: str,
        step: str,
        text: str,
        *,
        lane: str | None = None,
        feelings: Mapping[str, int] | None = None,
        targets: Sequence[str] = (),
        channels: Sequence[str] = (),
        severity: int | None = None,
    ) -> str:
        """A card on the map; its id is c1, c2, ... after its number."""
        own = lane_kind_of(kind)
        lane_id = lane or (own.id if own else "")
        card_id = f"c{self._number}"
        self.put(
            Item(
                id=card_id,
                kind=kind,
                number=self._number,
                text=text,
                place="map",
                lane_id=lane_id,
                step_id=step,
                order=self._key(),
                channel_ids=tuple(channels),
                severity=severity,
            )
        )
        self._number += 1
        for persona, score in (feelings or {}).items():
            self.put(Emotion(id=f"e-{card_id}-{persona}", touchpoint_id=card_id, persona_id=persona, score=score))
        for target in targets:
            self.put(Link(id=f"l-{card_id}-{target}", source_id=card_id, target_id=target, order=self._key()))
        return card_id

    def document(self) -> Document:
        """The map."""
        info = MapInfo(title=self._title, language=self._language, next_number=self._number)
        tables: dict[str, dict[str, Record]] = {"map": {"map": info}}
        for row in self._rows:
            tables.setdefault(table_of(row), {})[row.id] = row
        return Document(tables, document_id="doc_test", revision=2)


def every_kind_map() -> Document:
    """A small map that shows every kind of card, lane and sign, two steps in a phase, and texts of several scripts."""
    maker = MapMaker(title="Schoenen kopen")
    maker.columns(("Oriëntatie", ["Zoeken", ""]), ("Latente en concrete behoefte aan schoenen", [""]))
    maker.lanes(*LANE_KINDS, "later_kind", spanning=("solutions",))
    maker.persona("Sanne", "sanne").persona("Henk", "henk")
    maker.channel("web", "world", "online").channel("winkel", "building-store", "offline")
    maker.channel("bel", "phone", "both")
    first = maker.card("touchpoint", "s0", "Zoekt schoen", feelings={"sanne": 1, "henk": 0}, channels=["web"])
    second = maker.card(
        "touchpoint", "s0", "Belt de winkel over maat 39", feelings={"sanne": -2, "henk": -1}, channels=["bel", "web"]
    )
    third = maker.card("touchpoint", "s2", "Past de schoen", feelings={"sanne": 2}, channels=["winkel"])
    maker.card("action", "s0", "Meet thuis de voet op")
    maker.card("thought", "s1", "‘39 of 40?’")
    maker.card("need", "s2", "Lopen zonder pijn")
    maker.card("pain_point", "s0", "Winkel neemt niet op", targets=[second, first], severity=4)
    maker.card("pain_point", "s0", "Wachtrij", targets=[second], severity=1)
    maker.card("insight", "s2", "31 % is zoek", targets=[third])
    maker.card("opportunity", "s0", "Eén orderlijst", targets=[second])
    maker.card("solution", "s1", "Orderlijst op balietablet")
    maker.card("note", "s2", "מה שלומך 🙂 en verder")
    maker.card("later", "s0", "Van een nieuwere versie", lane="later_kind")
    return maker.document()
