"""The kinds of lanes and cards that were asked for are there: named in both languages, drawn, and filled."""

from __future__ import annotations

import pytest

from model.changes import apply
from model.commands.cards import add_attached, add_cards
from model.commands.grid import add_lane
from model.commands.places import Cell
from model.i18n import speaking
from model.kinds import ITEM_KINDS, LANE_KINDS
from model.layout.arrange import lay_out
from model.newmap import new_map

LANES = {
    "touchpoints": "touchpoint",
    "actions": "action",
    "thoughts": "thought",
    "needs": "need",
    "emotion": None,
    "pain_points": "pain_point",
    "insights": "insight",
    "opportunities": "opportunity",
    "solutions": "solution",
    "channels": None,
    "notes": "note",
}


def test_the_eleven_kinds_of_lanes() -> None:
    assert {kind.id: kind.item for kind in LANE_KINDS.values()} == LANES


@pytest.mark.parametrize("kind", LANES)
def test_a_lane_of_each_kind_is_added_named_and_filled(kind: str) -> None:
    document = new_map("T", "nl", ["A"], [])
    document = apply(add_lane(document, kind), document)
    lane = document.lanes[0]
    with speaking("nl"):
        dutch = LANE_KINDS[kind].title
    with speaking("en"):
        english = LANE_KINDS[kind].title
    assert dutch and english
    if LANES[kind] is not None:
        document = apply(add_cards(document, "note", ["x"], Cell(lane.id, document.steps[0].id)), document)
        assert document.placed[0].kind == LANES[kind]
    layout = lay_out(document)
    assert layout.lanes[lane.id].h > 20
    assert len(layout.cards) == (LANES[kind] is not None)


def test_four_kinds_hang_on_touchpoints_and_pain_points_have_a_severity() -> None:
    able = [kind.id for kind in ITEM_KINDS.values() if kind.attaches]
    assert sorted(able) == ["insight", "opportunity", "pain_point", "solution"]
    assert [kind.id for kind in ITEM_KINDS.values() if kind.severity] == ["pain_point"]
    document = new_map("T", "nl", ["A"], ["touchpoints"])
    document = apply(
        add_cards(document, "touchpoint", ["t"], Cell(document.lanes[0].id, document.steps[0].id)), document
    )
    host = document.touchpoints[0].id
    for kind in able:
        document = apply(add_attached(document, kind, kind, host), document)
    assert sorted(item.kind for item in document.attachments[host]) == sorted(able)
