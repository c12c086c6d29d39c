"""The maps that the canvas is measured with: cards as people write them, with all that stands on cards."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

TEXT = (
    "klant belt de winkel en vraagt naar een bestelling die nog niet klaar ligt want voorraad op de site klopt niet "
    "verzekering account aanmaken beoordelingen lezen schoen maat kopen ophalen wachten balie"
)
WORDS = TEXT.split()
EVIDENCE = ("", "", "assumption", "observed", "measured")


def make_map(count: int) -> Any:
    """A map of ``count`` cards of 6 to 12 words: half of them touchpoints with feelings of two personas and channels,
    the others of every kind, every second of them hung on a touchpoint; evidence, severity, moments of truth."""
    from model.changes import apply
    from model.commands.grid import add_channel, add_persona
    from model.kinds import ITEM_KINDS, LANE_KINDS
    from model.newmap import new_map
    from model.order import spread
    from model.records import Emotion, Item, Link, Record

    document = new_map("Groot", "nl", [f"Fase {i + 1}" for i in range(max(8, count // 50))])
    document = apply(add_persona(document, "Sanne"), document)
    for name in ("Winkel", "Web", "Telefoon"):
        document = apply(add_channel(document, name), document)
    people, channels = [p.id for p in document.personas][:2], [c.id for c in document.channels]
    chooser = random.Random(1)
    lanes = [(lane, LANE_KINDS[lane.kind].item or "") for lane in document.lanes if LANE_KINDS[lane.kind].item]
    steps = document.steps
    hosts: dict[str, str] = {}
    rows: list[tuple[str, str, Record | None]] = []
    for i, key in enumerate(spread(count)):
        lane, kind = lanes[0] if i % 2 else lanes[i % len(lanes)]
        step = steps[i % len(steps)].id
        item = Item(
            id=f"i{i}",
            kind=kind,
            number=i + 1,
            text=" ".join(chooser.choice(WORDS) for _ in range(chooser.randint(6, 12))),
            place="map",
            lane_id=lane.id,
            step_id=step,
            order=key,
            severity=chooser.randint(1, 5) if kind == "pain_point" else None,
            evidence=chooser.choice(EVIDENCE),
            moment_of_truth=kind == "touchpoint" and i % 40 == 1,
            channel_ids=tuple(chooser.sample(channels, i % 3)) if kind == "touchpoint" else (),
        )
        rows.append(("items", item.id, item))
        if kind == "touchpoint":
            hosts[step] = item.id
            for person in people[: 1 + i % 2]:
                feeling = Emotion(
                    id=f"e{i}{person}", touchpoint_id=item.id, persona_id=person, score=chooser.randint(-2, 2)
                )
                rows.append(("emotions", feeling.id, feeling))
        elif ITEM_KINDS[kind].attaches and step in hosts and chooser.random() < 0.5:
            rows.append(("links", f"a{i}", Link(id=f"a{i}", source_id=item.id, target_id=hosts[step], order=key)))
    rows.append(("map", "map", document.info.changed(next_number=count + 1)))
    return document.with_changes(rows)


def read_map(path: Path) -> Any:
    """The map in a file."""
    from model.files import native

    return native.load(path).document
