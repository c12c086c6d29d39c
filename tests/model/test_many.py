"""Edits of several cards at once (MN1 to MN5): what changes, what stays, what is said, what it is called."""

from __future__ import annotations

import pytest

from maps import Builder
from model.changes import apply, invert
from model.commands import cards, grid, many
from model.commands.places import Listing
from model.document import Document
from model.newmap import new_map


@pytest.fixture
def builder() -> Builder:
    """Two touchpoints, a pain point on the first, a thought, and a free note in the inbox; three phases."""
    made = Builder(new_map("Schoenen", "nl", ("Een", "Twee", "Drie")))
    first = made.card("touchpoint", "Belt", 0)
    made.card("touchpoint", "Betaalt", 0)
    made.do(cards.add_attached(made.document, "pain_point", "Wacht lang", first))
    made.card("thought", "Hm", 1)
    made.do(cards.add_cards(made.document, "note", ["Los"], Listing("inbox")))
    return made


def ids(document: Document, *texts: str) -> list[str]:
    by_text = {item.text: item.id for item in document.item_table.values()}
    return [by_text[text] for text in texts]


def given(builder: Builder, outcome: many.Outcome) -> Document:
    """The document after an edit, which undo takes back exactly."""
    after = apply(outcome.changes, builder.document)
    assert apply(invert(outcome.changes), after).same_content(builder.document)
    return after


def phase_of(document: Document, text: str) -> str:
    phase = document.phase_of(document.item_table[ids(document, text)[0]])
    return phase.name if phase is not None else ""


def test_a_field_is_set_where_the_kind_has_it_and_the_others_are_named(builder: Builder) -> None:
    document = builder.document
    outcome = many.set_field(document, ids(document, "Belt", "Betaalt", "Hm", "Los"), "owner", "Fatima")
    after = given(builder, outcome)
    assert [after.item_table[i].owner for i in ids(after, "Belt", "Betaalt", "Hm", "Los")] == [
        "Fatima",
        "Fatima",
        "",
        "",
    ]
    assert outcome.told == ("2 notes stay as they are: thoughts, notes have no “Owner”.",)
    assert outcome.changes.label is not None
    assert outcome.changes.label.text == "Set the owner of 2 notes"


def test_only_those_that_say_something_else_are_counted(builder: Builder) -> None:
    document = apply(cards.set_card(builder.document, ids(builder.document, "Belt"), owner="Fatima"), builder.document)
    outcome = many.set_field(document, ids(document, "Belt", "Betaalt"), "owner", "Fatima")
    assert outcome.changes.label is not None
    assert outcome.changes.label.text == "Set the owner of 1 note"
    assert len(outcome.changes.changes) == 1
    assert not many.set_field(document, ids(document, "Belt"), "owner", "Fatima").changes


def test_members_are_added_and_taken_away_and_the_rest_stays(builder: Builder) -> None:
    document = builder.document
    document = apply(cards.set_card(document, ids(document, "Belt"), tags=("spoed", "balie")), document)
    after = apply(
        many.set_members(document, ids(document, "Belt", "Hm"), "tags", ("later",), ("balie",)).changes, document
    )
    assert [after.item_table[i].tags for i in ids(after, "Belt", "Hm")] == [("spoed", "later"), ("later",)]


def test_of_several_those_stay_that_would_lose_something_and_one_alone_may_change(builder: Builder) -> None:
    document = builder.document
    document = apply(
        cards.set_emotion(document, ids(document, "Betaalt")[0], document.personas[0].id, score=1), document
    )
    chosen = ids(document, "Belt", "Betaalt", "Hm", "Los")
    outcome = many.to_kind(document, chosen, "need")
    after = apply(outcome.changes, document)
    assert [after.item_table[i].kind for i in chosen] == ["touchpoint", "touchpoint", "need", "need"]
    assert after.emotion_table == document.emotion_table
    assert after.link_table == document.link_table
    assert outcome.told[0].startswith("2 notes stay as they are")
    alone = many.to_kind(document, chosen[:1], "need")
    assert apply(alone.changes, document).item_table[chosen[0]].kind == "need"
    assert alone.told == ("The feelings or links of N1 went, since such a note has none.",)
    assert not many.to_kind(document, ids(document, "Hm"), "need").told


def test_cards_go_to_a_phase_each_in_its_own_lane_and_what_hangs_on_them_follows(builder: Builder) -> None:
    document = builder.document
    outcome = many.to_phase(document, ids(document, "Belt", "Hm", "Los"), document.phases[2].id)
    after = given(builder, outcome)
    assert [phase_of(after, text) for text in ("Belt", "Betaalt", "Wacht lang", "Hm", "Los")] == [
        "Drie",
        "Een",
        "Drie",
        "Drie",
        "Drie",
    ]
    kinds = {item.text: item.kind for item in after.item_table.values()}
    assert kinds == {item.text: item.kind for item in document.item_table.values()}, "nobody became another kind"
    pain, host = ids(after, "Wacht lang", "Belt")
    assert [target.id for target in after.targets[pain]] == [host]
    assert outcome.changes.label is not None
    assert outcome.changes.label.text == "Move 3 notes"


def test_what_hangs_on_a_chosen_card_stays_on_it_when_both_go(builder: Builder) -> None:
    document = builder.document
    after = given(builder, many.to_phase(document, ids(document, "Wacht lang", "Belt"), document.phases[1].id))
    pain, host = ids(after, "Wacht lang", "Belt")
    assert [target.id for target in after.targets[pain]] == [host]
    assert phase_of(after, "Wacht lang") == "Twee"


def test_a_note_of_a_kind_without_lanes_stays_and_is_named(builder: Builder) -> None:
    """A kind of a later version: this one knows no lane for it."""
    belt = ids(builder.document, "Belt")
    stranger = builder.document.item_table[ids(builder.document, "Los")[0]].changed(kind="metric")
    document = builder.document.with_changes([("items", stranger.id, stranger)])
    outcome = many.to_phase(document, [stranger.id, *belt], document.phases[2].id)
    assert outcome.sentence == "1 note stays where it is: no lane holds its kind."
    after = apply(outcome.changes, document)
    assert after.item_table[stranger.id] == stranger
    assert phase_of(after, "Belt") == "Drie"


def test_who_is_in_the_phase_stays_in_its_step(builder: Builder) -> None:
    builder.do(grid.add_step(builder.document, builder.document.phases[0].id, "Later"))
    document = builder.document
    belt = ids(document, "Belt")
    later = document.steps_by_phase[document.phases[0].id][1]
    document = apply(many.to_step(document, belt, later.id).changes, document)
    assert document.item_table[belt[0]].step_id == later.id
    assert not many.to_phase(document, belt, document.phases[0].id).changes


def test_a_lane_takes_its_kind_and_free_notes_and_says_who_stays(builder: Builder) -> None:
    builder.do(grid.add_lane(builder.document, "touchpoints", name="Achter de balie"))
    document = builder.document
    lane = next(lane for lane in document.lanes if lane.name == "Achter de balie")
    outcome = many.to_lane(document, ids(document, "Belt", "Hm", "Los"), lane.id)
    after = given(builder, outcome)
    assert after.item_table[ids(after, "Belt")[0]].lane_id == lane.id
    assert phase_of(after, "Belt") == "Een"
    assert after.item_table[ids(after, "Hm")[0]] == document.item_table[ids(document, "Hm")[0]]
    assert outcome.told == (
        "1 note stays where it is: the lane “Achter de balie” is for another kind.",
        "1 note stays where it is: choose a phase for it first.",
    )


def test_feelings_are_set_at_touchpoints_only(builder: Builder) -> None:
    document = builder.document
    persona = document.personas[0].id
    outcome = many.set_feeling(document, ids(document, "Belt", "Betaalt", "Hm"), persona, -1, aimed=False)
    after = given(builder, outcome)
    assert [after.emotions[(i, persona)].score for i in ids(after, "Belt", "Betaalt")] == [-1, -1]
    assert outcome.told == ("1 note stays as it is: only touchpoints have feelings.",)
    aimed = many.set_feeling(after, ids(after, "Belt"), persona, 2, aimed=True)
    felt = apply(aimed.changes, after).emotions[(ids(after, "Belt")[0], persona)]
    assert (felt.score, felt.aimed) == (-1, 2)
