"""The document: flat tables of frozen records, and the ordered views that everything else reads.

A Document is never changed; :meth:`Document.with_changes` makes the next one and shares every untouched table.
Views are worked out once per document, when first asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import cast

from model.carry import carry
from model.ids import new_document_id
from model.records import (
    TABLES,
    Action,
    Asset,
    Channel,
    Emotion,
    Item,
    Lane,
    Link,
    MapInfo,
    Persona,
    Phase,
    Place,
    Record,
    SavedFilter,
    Step,
)

Tables = Mapping[str, Mapping[str, Record]]


class Document:
    """One map.  ``tables`` holds every record by table and id; ``document_id`` names the file for ever.

    ``revision`` counts saves.  ``extra`` are header fields of a newer version and ``quarantine`` the records that
    could not be read, both kept for the next save.
    """

    def __init__(
        self,
        tables: Tables | None = None,
        *,
        document_id: str | None = None,
        revision: int = 0,
        extra: Mapping[str, object] | None = None,
        quarantine: tuple[object, ...] = (),
    ) -> None:
        given = tables or {}
        self.tables: Tables = MappingProxyType(
            {name: MappingProxyType(dict(given.get(name, {}))) for name in TABLES}
            if not isinstance(given, MappingProxyType)
            else given
        )
        self.document_id = document_id or new_document_id()
        self.revision = revision
        self.extra: Mapping[str, object] = MappingProxyType(dict(extra or {}))
        self.quarantine = quarantine

    def with_changes(self, changes: Iterable[tuple[str, str, Record | None]]) -> Document:
        """The document after setting (table, id) to a record, or removing it where the record is None."""
        touched: dict[str, dict[str, Record]] = {}
        changed: dict[str, dict[str, None]] = {}
        for table, record_id, record in changes:
            rows = touched.get(table)
            if rows is None:
                rows = touched[table] = dict(self.tables[table])
                changed[table] = {}
            changed[table][record_id] = None
            if record is None:
                rows.pop(record_id, None)
            else:
                rows[record_id] = record
        tables = MappingProxyType(
            {name: MappingProxyType(touched[name]) if name in touched else self.tables[name] for name in self.tables}
        )
        after = Document(
            tables,
            document_id=self.document_id,
            revision=self.revision,
            extra=self.extra,
            quarantine=self.quarantine,
        )
        pairs = {name: [(self.tables[name].get(i), touched[name].get(i)) for i in ids] for name, ids in changed.items()}
        after.__dict__.update(carry(self.__dict__, pairs))
        return after

    def saved_as(self, revision: int) -> Document:
        """The same content with another save count."""
        after = Document(
            self.tables,
            document_id=self.document_id,
            revision=revision,
            extra=self.extra,
            quarantine=self.quarantine,
        )
        after.__dict__.update(carry(self.__dict__, {}))
        return after

    def same_content(self, other: Document) -> bool:
        """Whether both hold the same records (their save counts may differ)."""
        return all(
            self.tables[name] is other.tables[name] or self.tables[name] == other.tables[name] for name in TABLES
        )

    # -- tables, typed ---------------------------------------------------------------------------------------

    @property
    def info(self) -> MapInfo:
        """What is said of the whole map."""
        return cast(MapInfo, self.tables["map"].get("map") or _NO_INFO)

    @property
    def phase_table(self) -> Mapping[str, Phase]:
        return cast(Mapping[str, Phase], self.tables["phases"])

    @property
    def step_table(self) -> Mapping[str, Step]:
        return cast(Mapping[str, Step], self.tables["steps"])

    @property
    def lane_table(self) -> Mapping[str, Lane]:
        return cast(Mapping[str, Lane], self.tables["lanes"])

    @property
    def persona_table(self) -> Mapping[str, Persona]:
        return cast(Mapping[str, Persona], self.tables["personas"])

    @property
    def channel_table(self) -> Mapping[str, Channel]:
        return cast(Mapping[str, Channel], self.tables["channels"])

    @property
    def item_table(self) -> Mapping[str, Item]:
        return cast(Mapping[str, Item], self.tables["items"])

    @property
    def link_table(self) -> Mapping[str, Link]:
        return cast(Mapping[str, Link], self.tables["links"])

    @property
    def emotion_table(self) -> Mapping[str, Emotion]:
        return cast(Mapping[str, Emotion], self.tables["emotions"])

    @property
    def action_table(self) -> Mapping[str, Action]:
        return cast(Mapping[str, Action], self.tables["actions"])

    @property
    def filter_table(self) -> Mapping[str, SavedFilter]:
        return cast(Mapping[str, SavedFilter], self.tables["filters"])

    @property
    def asset_table(self) -> Mapping[str, Asset]:
        return cast(Mapping[str, Asset], self.tables["assets"])

    # -- order: phase, step, lane, position ------------------------------------------------------------------

    @cached_property
    def phases(self) -> tuple[Phase, ...]:
        """Phases from left to right."""
        return tuple(sorted(self.phase_table.values(), key=lambda r: (r.order, r.id)))

    @cached_property
    def lanes(self) -> tuple[Lane, ...]:
        """Lanes from top to bottom."""
        return tuple(sorted(self.lane_table.values(), key=lambda r: (r.order, r.id)))

    @cached_property
    def personas(self) -> tuple[Persona, ...]:
        """Personas in their order."""
        return tuple(sorted(self.persona_table.values(), key=lambda r: (r.order, r.id)))

    @cached_property
    def channels(self) -> tuple[Channel, ...]:
        """Channels in their order."""
        return tuple(sorted(self.channel_table.values(), key=lambda r: (r.order, r.id)))

    @cached_property
    def filters(self) -> tuple[SavedFilter, ...]:
        """The saved filters in their order."""
        return tuple(sorted(self.filter_table.values(), key=lambda r: (r.order, r.id)))

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """All steps from left to right, phase by phase."""
        return tuple(step for phase in self.phases for step in self.steps_by_phase[phase.id])

    @cached_property
    def steps_by_phase(self) -> Mapping[str, tuple[Step, ...]]:
        """The steps of each phase, from left to right."""
        found: dict[str, list[Step]] = {phase.id: [] for phase in self.phases}
        for step in self.step_table.values():
            if step.phase_id in found:
                found[step.phase_id].append(step)
        return {phase: tuple(sorted(steps, key=lambda r: (r.order, r.id))) for phase, steps in found.items()}

    @cached_property
    def step_index(self) -> Mapping[str, int]:
        """The place of each step in :attr:`steps`, from 0."""
        return {step.id: i for i, step in enumerate(self.steps)}

    @cached_property
    def lane_index(self) -> Mapping[str, int]:
        """The place of each lane in :attr:`lanes`, from 0."""
        return {lane.id: i for i, lane in enumerate(self.lanes)}

    @cached_property
    def cells(self) -> Mapping[tuple[str, str], tuple[Item, ...]]:
        """(lane id, step id) -> its cards from top to bottom.  Empty cells are absent."""
        found: dict[tuple[str, str], list[Item]] = {}
        for item in self.item_table.values():
            if item.place == "map" and item.lane_id is not None and item.step_id is not None:
                found.setdefault((item.lane_id, item.step_id), []).append(item)
        return {cell: tuple(sorted(items, key=lambda r: (r.order, r.id))) for cell, items in found.items()}

    def cell(self, lane_id: str, step_id: str) -> tuple[Item, ...]:
        """The cards of one lane and step, from top to bottom."""
        return self.cells.get((lane_id, step_id), ())

    def phase_cell(self, lane_id: str, phase_id: str) -> tuple[Item, ...]:
        """The cards of one lane in all steps of a phase, step by step: the cell of a lane that spans the phase."""
        return tuple(item for step in self.steps_by_phase.get(phase_id, ()) for item in self.cell(lane_id, step.id))

    @cached_property
    def placed(self) -> tuple[Item, ...]:
        """Every card on the map in map order: phase, step, lane, position."""
        return tuple(item for step in self.steps for lane in self.lanes for item in self.cell(lane.id, step.id))

    def listed(self, place: Place) -> tuple[Item, ...]:
        """The cards of the inbox or the parking lot, from top to bottom."""
        items = [item for item in self.item_table.values() if item.place == place]
        return tuple(sorted(items, key=lambda r: (r.order, r.id)))

    @cached_property
    def inbox(self) -> tuple[Item, ...]:
        """Unplaced cards."""
        return self.listed("inbox")

    @cached_property
    def parking(self) -> tuple[Item, ...]:
        """Off-topic cards."""
        return self.listed("parking")

    @cached_property
    def touchpoints(self) -> tuple[Item, ...]:
        """The touchpoints on the map, in map order."""
        return tuple(item for item in self.placed if item.kind == "touchpoint")

    # -- links and feelings ----------------------------------------------------------------------------------

    @cached_property
    def targets(self) -> Mapping[str, tuple[Item, ...]]:
        """Card id -> the touchpoints that it hangs on, the first one first."""
        items = self.item_table
        found: dict[str, list[Link]] = {}
        for link in self.link_table.values():
            if link.kind == "attach" and link.target_id in items:
                found.setdefault(link.source_id, []).append(link)
        return {
            source: tuple(items[r.target_id] for r in sorted(links, key=lambda r: (r.order, r.id)))
            for source, links in found.items()
        }

    @cached_property
    def links_from(self) -> Mapping[str, tuple[Link, ...]]:
        """Card id -> every link that leads from it, by kind, then order."""
        return self._links_by("source_id")

    @cached_property
    def links_to(self) -> Mapping[str, tuple[Link, ...]]:
        """Card id -> every link that leads to it, by kind, then order."""
        return self._links_by("target_id")

    def _links_by(self, end: str) -> dict[str, tuple[Link, ...]]:
        found: dict[str, list[Link]] = {}
        for link in sorted(self.link_table.values(), key=lambda r: (r.kind, r.order, r.id)):
            found.setdefault(getattr(link, end), []).append(link)
        return {card: tuple(links) for card, links in found.items()}

    @cached_property
    def actions_of(self) -> Mapping[str, tuple[Action, ...]]:
        """Card id -> its actions in order.  Cards without any are absent."""
        found: dict[str, list[Action]] = {}
        for action in sorted(self.action_table.values(), key=lambda r: (r.order, r.id)):
            found.setdefault(action.item_id, []).append(action)
        return {card: tuple(actions) for card, actions in found.items()}

    @cached_property
    def attachments(self) -> Mapping[str, tuple[Item, ...]]:
        """Touchpoint id -> the cards that hang on it (also as their second target), by kind of lane, then order."""
        items = self.item_table
        found: dict[str, list[Item]] = {}
        for source, touchpoints in self.targets.items():
            item = items.get(source)
            if item is not None:
                for touchpoint in touchpoints:
                    found.setdefault(touchpoint.id, []).append(item)
        far = len(self.lanes)

        def key(item: Item) -> tuple[int, str, str]:
            return (self.lane_index.get(item.lane_id or "", far), item.order, item.id)

        return {target: tuple(sorted(items, key=key)) for target, items in found.items()}

    @cached_property
    def emotions(self) -> Mapping[tuple[str, str], Emotion]:
        """(touchpoint id, persona id) -> what is felt there."""
        return {(r.touchpoint_id, r.persona_id): r for r in self.emotion_table.values()}

    @cached_property
    def feeling(self) -> frozenset[str]:
        """The ids of the personas who have a score at a touchpoint on the map: those with a line of feelings."""
        placed = {item.id for item in self.touchpoints}
        return frozenset(
            r.persona_id for r in self.emotion_table.values() if r.score is not None and r.touchpoint_id in placed
        )

    @cached_property
    def channels_by_step(self) -> Mapping[str, tuple[Channel, ...]]:
        """Step id -> the channels of its touchpoints, each once, in the order of the cards."""
        table = self.channel_table
        found: dict[str, dict[str, Channel]] = {}
        for item in self.touchpoints:
            row = found.setdefault(item.step_id or "", {})
            for channel_id in item.channel_ids:
                if channel_id in table:
                    row[channel_id] = table[channel_id]
        return {step: tuple(row.values()) for step, row in found.items()}

    def phase_of(self, item: Item) -> Phase | None:
        """The phase in which a card stands; None off the map."""
        step = self.step_table.get(item.step_id or "")
        return self.phase_table.get(step.phase_id) if step is not None else None

    def by_number(self, number: int) -> Item | None:
        """The card with a short number."""
        return self._numbers.get(number)

    @cached_property
    def _numbers(self) -> Mapping[int, Item]:
        return {item.number: item for item in self.item_table.values()}


_NO_INFO = MapInfo()


def card_number(item: Item) -> str:
    """A card's short number as people say and write it: N28."""
    return f"N{item.number}"


def table_of(record: Record) -> str:
    """The table that holds a record."""
    return next(name for name, kind in TABLES.items() if type(record) is kind)
