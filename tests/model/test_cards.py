"""Rules of cards: PL1 to PL3, adding, moving, attaching, deleting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from model.commands import cards, clipboard, grid
from model.commands.places import Cell, Listing, landing

if TYPE_CHECKING:
    from rooms import Room


def test_several_lines_become_cards_in_order_with_numbers_that_follow(room: Room) -> None:
    changes = room.run(cards.add_cards, "touchpoint", ["een", "twee", "drie"], room.cell("touchpoint", 1))
    assert [room[i].text for i in changes.added("items")] == ["een", "twee", "drie"]
    assert [room[i].number for i in changes.added("items")] == [1, 2, 3]
    assert room.texts("touchpoint", 1) == ["een", "twee", "drie"]


def test_a_number_is_never_used_twice(room: Room) -> None:
    first = room.card("touchpoint", 0, "weg")
    room.run(cards.delete_cards, [first])
    assert room[room.card("touchpoint", 0, "nieuw")].number == 2


def test_the_lane_decides_the_kind_of_a_new_card(room: Room) -> None:
    made = room.run(cards.add_cards, "touchpoint", ["au"], room.cell("pain_point", 0)).added("items")[0]
    assert room[made].kind == "pain_point"


def test_a_card_in_a_cell_that_does_not_exist_is_refused(room: Room) -> None:
    with pytest.raises(ValueError, match="cell"):
        room.run(cards.add_cards, "touchpoint", [""], Cell("lane-x", "step-x"))


def test_cards_move_before_another_and_keep_their_order(room: Room) -> None:
    a, b, c = (room.card("touchpoint", 0, t) for t in "abc")
    x = room.card("touchpoint", 2, "x")
    room.run(cards.move_cards, [c, a], room.cell("touchpoint", 2, x))
    assert room.texts("touchpoint", 2) == ["a", "c", "x"]
    assert room.texts("touchpoint", 0) == ["b"]
    assert room.session.history.undo_text == "Move 2 notes"
    assert room.at(b) == "touchpoints A 0"


def test_a_card_dropped_before_itself_stays(room: Room) -> None:
    a, _b = room.card("touchpoint", 0, "a"), room.card("touchpoint", 0, "b")
    room.run(cards.move_cards, [a], room.cell("touchpoint", 0, a))
    assert room.texts("touchpoint", 0) == ["a", "b"]


def test_pl1_a_free_note_becomes_what_the_lane_holds(room: Room) -> None:
    note = room.loose("note", "los")
    room.run(cards.move_cards, [note], room.cell("pain_point", 1))
    assert room[note].kind == "pain_point"
    assert room.at(note) == "pain_points B 0"


def test_pl1_another_card_goes_to_its_own_lane_in_that_step(room: Room) -> None:
    pain = room.card("pain_point", 0, "au")
    target = landing(room.document, room[pain], room.cell("touchpoint", 2))
    assert target == room.cell("pain_point", 2)
    room.run(cards.move_cards, [pain], room.cell("touchpoint", 2))
    assert room.at(pain) == "pain_points C 0"


def test_pl1_a_card_without_a_lane_of_its_kind_stays(room: Room) -> None:
    thought = room.loose("thought", "hm")
    assert landing(room.document, room[thought], room.cell("touchpoint", 0)) is None
    assert not room.run(cards.move_cards, [thought], room.cell("touchpoint", 0))


def test_pl2_what_hangs_on_a_touchpoint_moves_along_in_one_undo_step(room: Room) -> None:
    touchpoint = room.card("touchpoint", 0, "balie")
    pain = room.run(cards.add_attached, "pain_point", "niet te vinden", touchpoint).added("items")[0]
    before = room.document
    room.run(cards.move_cards, [touchpoint], room.cell("touchpoint", 2))
    assert room.at(pain) == "pain_points C 0"
    room.session.undo()
    assert room.document.same_content(before)


def test_pl2_to_the_inbox_and_back(room: Room) -> None:
    touchpoint = room.card("touchpoint", 0, "balie")
    pain = room.run(cards.add_attached, "pain_point", "au", touchpoint).added("items")[0]
    room.run(cards.move_cards, [touchpoint], Listing("parking"))
    assert room.at(pain) == "parking 1"
    room.run(cards.move_cards, [touchpoint], room.cell("touchpoint", 1))
    assert room.at(pain) == "pain_points B 0"


def test_pl3_moved_by_itself_it_goes_to_another_target_there_or_is_taken_off(room: Room) -> None:
    here, there = room.card("touchpoint", 0, "hier"), room.card("touchpoint", 2, "daar")
    pain = room.run(cards.add_attached, "pain_point", "au", here).added("items")[0]
    room.run(cards.attach_cards, [pain], there)
    room.run(cards.move_cards, [pain], room.cell("pain_point", 2))
    assert [t.id for t in room.document.targets[pain]] == [there, here]
    room.run(cards.move_cards, [pain], room.cell("pain_point", 1))
    assert pain not in room.document.targets
    assert room.at(pain) == "pain_points B 0"


def test_deleting_a_target_keeps_its_attachments_in_place(room: Room) -> None:
    touchpoint = room.card("touchpoint", 1, "balie")
    pain = room.run(cards.add_attached, "pain_point", "au", touchpoint).added("items")[0]
    room.run(cards.delete_cards, [touchpoint])
    assert room.at(pain) == "pain_points B 0"
    assert pain not in room.document.targets
    assert not room.document.link_table


def test_an_attached_card_brings_its_lane_when_the_map_has_none(room: Room) -> None:
    touchpoint = room.card("touchpoint", 0, "balie")
    made = room.run(cards.add_attached, "solution", "tablet", touchpoint)
    assert [room.document.lane_table[i].kind for i in made.added("lanes")] == ["solutions"]
    assert [lane.kind for lane in room.document.lanes][-1] == "solutions"
    room.session.undo()
    assert len(room.document.lanes) == 3


def test_only_what_can_hang_hangs_and_only_on_touchpoints(room: Room) -> None:
    touchpoint, other = room.card("touchpoint", 0, "a"), room.card("touchpoint", 1, "b")
    with pytest.raises(ValueError, match="cannot be attached"):
        room.run(cards.attach_cards, [other], touchpoint)
    pain = room.card("pain_point", 0, "au")
    with pytest.raises(ValueError, match="touchpoints"):
        room.run(cards.attach_cards, [touchpoint], pain)


def test_a_copy_keeps_feelings_and_targets_and_gets_its_own_number(room: Room) -> None:
    touchpoint = room.card("touchpoint", 0, "balie")
    persona = room.document.personas[0].id
    room.run(cards.set_emotion, touchpoint, persona, score=-2, word="woede")
    pain = room.run(cards.add_attached, "pain_point", "au", touchpoint).added("items")[0]
    made = room.run(cards.duplicate_cards, [touchpoint, pain]).added("items")
    copy = next(i for i in made if room[i].kind == "touchpoint")
    copied_pain = next(i for i in made if i != copy)
    assert room.texts("touchpoint", 0) == ["balie", "balie"]
    assert room.document.emotions[copy, persona].score == -2
    assert [t.id for t in room.document.targets[copied_pain]] == [copy]
    assert len({i.number for i in room.document.item_table.values()}) == 4


def test_changing_kind_moves_to_the_lane_of_that_kind_and_drops_only_what_it_cannot_carry(room: Room) -> None:
    touchpoint = room.card("touchpoint", 1, "balie")
    room.run(cards.set_emotion, touchpoint, room.document.personas[0].id, score=1)
    room.run(cards.change_kind, [touchpoint], "insight")
    assert room.at(touchpoint) == "insights B 0"
    assert room[touchpoint].text == "balie"
    assert not room.document.emotion_table


def test_a_feeling_without_content_is_no_record(room: Room) -> None:
    touchpoint = room.card("touchpoint", 0, "balie")
    persona = room.document.personas[0].id
    room.run(cards.set_emotion, touchpoint, persona, score=2)
    room.run(cards.set_emotion, touchpoint, persona)
    assert not room.document.emotion_table


def test_a_score_outside_the_scale_is_refused_and_nothing_changes(room: Room) -> None:
    touchpoint = room.card("touchpoint", 0, "balie")
    before = room.document
    with pytest.raises(ValueError, match="less than or equal to 2"):
        room.run(cards.set_emotion, touchpoint, room.document.personas[0].id, score=3)
    assert room.document is before


def test_places_and_numbers_are_not_set_as_fields(room: Room) -> None:
    card = room.card("touchpoint", 0, "a")
    with pytest.raises(ValueError, match="not set this way"):
        room.run(cards.set_card, [card], number=7)


def test_gr1_a_removed_phase_leaves_its_cards_in_the_inbox(room: Room) -> None:
    touchpoint = room.card("touchpoint", 1, "balie")
    pain = room.run(cards.add_attached, "pain_point", "au", touchpoint).added("items")[0]
    before = room.document
    room.run(grid.remove_phase, room.document.phases[1].id)
    assert [room.at(touchpoint), room.at(pain)] == ["inbox 0", "inbox 1"]
    assert [t.id for t in room.document.targets[pain]] == [touchpoint]
    room.session.undo()
    assert room.document.same_content(before)


def test_pl2_a_card_in_the_inbox_comes_along_with_its_chosen_touchpoint(room: Room) -> None:
    touchpoint = room.card("touchpoint", 0, "balie")
    pain = room.run(cards.add_attached, "pain_point", "au", touchpoint).added("items")[0]
    room.run(cards.move_cards, [pain], Listing("inbox"))
    room.run(cards.move_cards, [pain, touchpoint], room.cell("touchpoint", 2))
    assert [room.at(touchpoint), room.at(pain)] == ["touchpoints C 0", "pain_points C 0"]
    assert [t.id for t in room.document.targets[pain]] == [touchpoint]


def test_pl2_a_pasted_touchpoint_without_a_lane_keeps_its_attachments_with_it(room: Room) -> None:
    touchpoint = room.card("touchpoint", 0, "balie")
    pain = room.run(cards.add_attached, "pain_point", "au", touchpoint).added("items")[0]
    payload = clipboard.copy_cards(room.document, [touchpoint, pain])
    room.run(grid.remove_lane, room.document.lanes[0].id)
    made = room.run(clipboard.paste_cards, payload, room.cell("pain_point", 1)).added("items")
    assert [room[i].place for i in made] == ["inbox", "inbox"]
    assert sum(len(t) for t in room.document.targets.values()) == 2
