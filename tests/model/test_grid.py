"""Rules of the frame: GR1 to GR3, order, personas and channels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from model.commands import cards, grid

if TYPE_CHECKING:
    from rooms import Room


def test_a_new_phase_has_one_step_and_stands_where_it_was_asked_for(room: Room) -> None:
    room.run(grid.add_phase, "nieuw", room.document.phases[1].id)
    assert [p.name for p in room.document.phases] == ["A", "nieuw", "B", "C"]
    assert len(room.document.steps_by_phase[room.document.phases[1].id]) == 1


def test_reordering_changes_one_record(room: Room) -> None:
    a, _b, c = room.document.phases
    changes = room.run(grid.reorder, "phases", c.id, a.id)
    assert [p.name for p in room.document.phases] == ["C", "A", "B"]
    assert len(changes.changes) == 1
    assert not room.run(grid.reorder, "phases", c.id, a.id)


def test_gr2_a_phase_keeps_its_only_step(room: Room) -> None:
    with pytest.raises(ValueError, match="at least one step"):
        room.run(grid.remove_step, room.document.steps[0].id)


def test_gr1_a_removed_step_leaves_its_cards_in_the_inbox(room: Room) -> None:
    room.run(grid.add_step, room.document.phases[0].id, "later")
    card = room.card("touchpoint", 1, "balie")
    room.run(grid.remove_step, room.document.steps[1].id)
    assert room.at(card) == "inbox 0"


def test_gr3_cards_of_a_lane_that_spans_the_phase_stay_in_the_phase(room: Room) -> None:
    lane = room.document.lanes[2]
    room.run(grid.set_fields, "lanes", lane.id, alignment="phase")
    room.run(grid.add_step, room.document.phases[0].id, "later")
    card = room.card("insight", 1, "weten")
    room.run(grid.remove_step, room.document.steps[1].id)
    assert room.at(card) == "insights A 0"


def test_gr1_a_removed_lane_of_touchpoints_takes_along_what_hangs_on_them(room: Room) -> None:
    touchpoint = room.card("touchpoint", 0, "balie")
    pain = room.run(cards.add_attached, "pain_point", "au", touchpoint).added("items")[0]
    alone = room.card("pain_point", 0, "los")
    room.run(grid.remove_lane, room.document.lanes[0].id)
    assert [room.at(touchpoint), room.at(pain), room.at(alone)] == ["inbox 0", "inbox 1", "pain_points A 0"]


def test_the_first_named_persona_takes_over_the_unnamed_one_with_its_scores(room: Room) -> None:
    touchpoint = room.card("touchpoint", 0, "balie")
    unnamed = room.document.personas[0].id
    room.run(cards.set_emotion, touchpoint, unnamed, score=-1)
    room.run(grid.add_persona, "Sanne", role="loopt hard")
    assert [(p.id, p.name, p.role) for p in room.document.personas] == [(unnamed, "Sanne", "loopt hard")]
    assert room.document.emotions[touchpoint, unnamed].score == -1
    room.run(grid.add_persona, "Henk")
    assert [p.name for p in room.document.personas] == ["Sanne", "Henk"]


def test_gr2_the_last_persona_becomes_an_unnamed_one(room: Room) -> None:
    room.run(grid.add_persona, "Sanne")
    room.run(grid.remove_persona, room.document.personas[0].id)
    assert [p.name for p in room.document.personas] == [""]


def test_a_removed_channel_is_gone_from_its_touchpoints(room: Room) -> None:
    channel = room.run(grid.add_channel, "Winkel", "building-store", "offline").added("channels")[0]
    card = room.card("touchpoint", 0, "balie")
    room.run(cards.set_card, [card], channel_ids=(channel,))
    room.run(grid.remove_channel, channel)
    assert room[card].channel_ids == ()


def test_what_is_no_colour_is_refused(room: Room) -> None:
    phase = room.document.phases[0].id
    room.run(grid.set_fields, "phases", phase, color="#12AB9f")
    room.run(grid.set_fields, "phases", phase, color=3)
    for wrong in ("red", "#12345", -1, 64):
        with pytest.raises(ValueError, match="color"):
            room.run(grid.set_fields, "phases", phase, color=wrong)
    assert room.document.phases[0].color == 3


def test_the_map_itself_is_changed_and_named_so(room: Room) -> None:
    room.run(grid.set_fields, "map", "map", title="Anders", language="en")
    assert (room.document.info.title, room.document.info.language) == ("Anders", "en")
    assert room.session.history.undo_text == "Change map"


def test_gr3_what_hangs_on_a_touchpoint_that_stays_in_the_phase_stays_with_it(room: Room) -> None:
    room.run(grid.set_fields, "lanes", room.document.lanes[0].id, alignment="phase")
    room.run(grid.add_step, room.document.phases[0].id, "later")
    touchpoint = room.card("touchpoint", 1, "balie")
    pain = room.run(cards.add_attached, "pain_point", "au", touchpoint).added("items")[0]
    room.run(grid.remove_step, room.document.steps[1].id)
    assert [room.at(touchpoint), room.at(pain)] == ["touchpoints A 0", "pain_points A 0"]
