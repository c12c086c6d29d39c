"""Which lanes of a map hold anything: a poster leaves out the others."""

from __future__ import annotations

from collections.abc import Collection

from model.document import Document


def used_lanes(
    document: Document,
    person_ids: Collection[str] | None = None,
    *,
    aimed: bool = False,
    items: Collection[str] | None = None,
) -> frozenset[str]:
    """The ids of the lanes in which a note stands, or for which touchpoints hold something to draw: channels, and
    feelings of these personas (None: all), with ``aimed`` also those aimed for.  ``items`` are the notes that are
    shown, None for all."""
    people = document.persona_table.keys() if person_ids is None else person_ids
    touchpoints = [item for item in document.touchpoints if items is None or item.id in items]
    placed = {item.id for item in touchpoints}
    felt = any(
        emotion.persona_id in people
        and emotion.touchpoint_id in placed
        and (emotion.score is not None or (aimed and emotion.aimed is not None))
        for emotion in document.emotion_table.values()
    )
    known = document.channel_table
    drawn = {"emotion": felt, "channels": any(key in known for item in touchpoints for key in item.channel_ids)}
    held = {item.lane_id for item in document.placed if items is None or item.id in items}
    return frozenset(lane.id for lane in document.lanes if lane.id in held or drawn.get(lane.kind))
