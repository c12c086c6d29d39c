"""Two maps that grew out of one, merged: MG1 to MG5."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.commands.cards import add_cards, delete_cards, move_cards, set_card, set_text
from model.commands.grid import remove_phase
from model.commands.places import Cell, Listing, item_kind_of
from model.differencewords import place_words
from model.document import Document
from model.invariants import violations
from model.merge import WHOLE, Clash, merge
from model.mergewords import choices
from model.newmap import new_map
from model.records import BadRecord, Record, row_to_record
from model.session import Session


@pytest.fixture
def base() -> Document:
    session = Session(new_map("Base", "en", ("One", "Two", "Three")))
    lane = next(lane for lane in session.document.lanes if item_kind_of(lane) == "touchpoint")
    step = session.document.steps[0]
    session.run(add_cards, "touchpoint", ["Advert", "Search", "Buy"], Cell(lane.id, step.id))
    session.run(add_cards, "note", ["Loose"], Listing("inbox"))
    return session.document


def session_on(document: Document) -> Session:
    return Session(document)


def card(document: Document, text: str) -> str:
    return next(item.id for item in document.item_table.values() if item.text == text)


def texts(document: Document) -> list[str]:
    return sorted(item.text for item in document.item_table.values())


def test_mg1_what_one_side_did_is_taken(base: Document) -> None:
    ours, theirs = session_on(base), session_on(base)
    ours.run(add_cards, "note", ["Ours"], Listing("inbox"))
    ours.run(set_text, card(base, "Advert"), "Poster")
    theirs.run(add_cards, "note", ["Theirs"], Listing("inbox"))
    theirs.run(delete_cards, [card(base, "Loose")])
    theirs.run(set_card, [card(base, "Advert")], owner="Anna")
    merged = merge(base, ours.document, theirs.document)
    assert merged.clashes == ()
    assert texts(merged.document) == ["Buy", "Ours", "Poster", "Search", "Theirs"]
    poster = merged.document.item_table[card(base, "Advert")]
    assert (poster.text, poster.owner) == ("Poster", "Anna")
    assert not violations(merged.document)


def test_mg1_two_new_notes_do_not_keep_one_number(base: Document) -> None:
    ours, theirs = session_on(base), session_on(base)
    ours.run(add_cards, "note", ["Ours"], Listing("inbox"))
    theirs.run(add_cards, "note", ["Theirs"], Listing("inbox"))
    merged = merge(base, ours.document, theirs.document)
    numbers = [item.number for item in merged.document.item_table.values()]
    assert len(set(numbers)) == len(numbers)
    assert merged.document.info.next_number > max(numbers)


def test_mg2_one_field_changed_by_both_stays_ours_and_is_told(base: Document) -> None:
    ours, theirs = session_on(base), session_on(base)
    key = card(base, "Advert")
    ours.run(set_text, key, "Ours")
    theirs.run(set_text, key, "Theirs")
    merged = merge(base, ours.document, theirs.document)
    assert merged.document.item_table[key].text == "Ours"
    assert merged.clashes == (Clash("items", key, "text", "Ours", "Theirs"),)


def test_mg2_a_place_is_one_thing(base: Document) -> None:
    """Moved to two places: one of them, never the lane of the one in the step of the other."""
    ours, theirs = session_on(base), session_on(base)
    key, lane = card(base, "Advert"), next(lane for lane in base.lanes if item_kind_of(lane) == "touchpoint")
    ours.run(move_cards, [key], Cell(lane.id, base.steps[1].id))
    theirs.run(move_cards, [key], Listing("parking"))
    merged = merge(base, ours.document, theirs.document)
    item = merged.document.item_table[key]
    assert (item.place, item.step_id) == ("map", base.steps[1].id)
    assert {clash.field for clash in merged.clashes} >= {"place", "step_id"}
    assert not violations(merged.document)


def test_mg2_theirs_is_taken_where_it_is_chosen(base: Document) -> None:
    ours, theirs = session_on(base), session_on(base)
    key, lane = card(base, "Advert"), next(lane for lane in base.lanes if item_kind_of(lane) == "touchpoint")
    ours.run(move_cards, [key], Cell(lane.id, base.steps[1].id))
    theirs.run(move_cards, [key], Listing("parking"))
    for side, name in ((ours, "Ours"), (theirs, "Theirs")):
        side.run(set_text, key, name)
        side.run(set_card, [key], owner=name)
    merged = merge(base, ours.document, theirs.document)
    offered = choices(merged, ours.document, theirs.document)
    assert {choice[2] for choice in offered} == {"place", "text", "owner"}, "a place is chosen as one"
    told = {entry.fields[0] for entry in offered.values()}
    place = place_words(ours.document.item_table[key], ours.document)
    assert told == {("Text", "Ours", "Theirs"), ("Owner", "Ours", "Theirs"), ("Place", place, "Parking lot")}
    for take in ({("items", key, "place")}, {("items", key, "text"), ("items", key, "owner")}, set(offered)):
        got = merge(base, ours.document, theirs.document, take)
        item = got.document.item_table[key]
        assert item.place == ("parking" if ("items", key, "place") in take else "map")
        assert (item.step_id is None) == (item.place == "parking")
        assert item.text == ("Theirs" if ("items", key, "text") in take else "Ours")
        assert item.owner == ("Theirs" if ("items", key, "owner") in take else "Ours")
        assert not violations(got.document)
        assert got.clashes == merged.clashes, "told whoever won"


def test_mg2_one_that_both_moved_within_its_cell_is_chosen_by_position(base: Document) -> None:
    ours, theirs = session_on(base), session_on(base)
    key, lane = card(base, "Advert"), next(lane for lane in base.lanes if item_kind_of(lane) == "touchpoint")
    ours.run(move_cards, [key], Cell(lane.id, base.steps[0].id, before=card(base, "Buy")))
    theirs.run(move_cards, [key], Cell(lane.id, base.steps[0].id))
    offered = choices(merge(base, ours.document, theirs.document), ours.document, theirs.document)
    assert [entry.fields for entry in offered.values()] == [(("Position", "2", "3"),)]


def test_mg2_what_does_not_go_together_is_chosen_as_a_whole(base: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record that could not hold their text with our owner: ours, until all of theirs is chosen."""
    ours, theirs = session_on(base), session_on(base)
    key = card(base, "Advert")
    for side, name in ((ours, "Ours"), (theirs, "Theirs")):
        side.run(set_text, key, name)
        side.run(set_card, [key], owner=name)

    def strict(table: str, row: dict[str, Any]) -> Record:
        if table == "items" and row["id"] == key and row["text"] != row["owner"]:
            raise BadRecord("text and owner do not go together")
        return row_to_record(table, row)

    monkeypatch.setattr("model.merge.row_to_record", strict)
    text, whole = ("items", key, "text"), ("items", key, WHOLE)
    for take, owner in (({text}, "Ours"), ({text, whole}, "Theirs")):
        merged = merge(base, ours.document, theirs.document, take)
        assert merged.document.item_table[key].owner == owner
        offered = choices(merged, ours.document, theirs.document)
        assert list(offered) == [whole]
        assert set(offered[whole].fields) == {("Text", "Ours", "Theirs"), ("Owner", "Ours", "Theirs")}


def test_mg2_choices_stand_in_the_order_of_the_map(base: Document) -> None:
    ours, theirs = session_on(base), session_on(base)
    for side, words in ((ours, "Our"), (theirs, "Their")):
        for text in ("Buy", "Search", "Advert"):
            side.run(set_text, card(base, text), f"{words} {text}")
    offered = choices(merge(base, ours.document, theirs.document), ours.document, theirs.document)
    assert [entry.fields[0][1] for entry in offered.values()] == ["Our Advert", "Our Search", "Our Buy"]


def test_mg2_the_same_change_of_both_is_no_clash(base: Document) -> None:
    ours, theirs = session_on(base), session_on(base)
    for side in (ours, theirs):
        side.run(set_text, card(base, "Advert"), "Same")
    assert merge(base, ours.document, theirs.document).clashes == ()


def test_mg3_what_one_removed_and_the_other_changed_stays(base: Document) -> None:
    for first in (True, False):
        removes, changes = session_on(base), session_on(base)
        key = card(base, "Loose")
        removes.run(delete_cards, [key])
        changes.run(set_text, key, "Changed")
        sides = (removes, changes) if first else (changes, removes)
        merged = merge(base, sides[0].document, sides[1].document)
        assert merged.document.item_table[key].text == "Changed"


def test_mg4_notes_of_a_removed_phase_go_to_the_inbox(base: Document) -> None:
    ours, theirs = session_on(base), session_on(base)
    lane = next(lane for lane in base.lanes if item_kind_of(lane) == "touchpoint")
    ours.run(add_cards, "touchpoint", ["Late"], Cell(lane.id, base.steps[2].id))
    theirs.run(remove_phase, base.phases[2].id)
    merged = merge(base, ours.document, theirs.document)
    assert not violations(merged.document)
    assert merged.mended
    assert "Late" in [item.text for item in merged.document.inbox]


def test_mg5_nothing_done_on_one_side_gives_the_other(base: Document) -> None:
    other = session_on(base)
    other.run(set_text, card(base, "Advert"), "Else")
    other.run(delete_cards, [card(base, "Buy")])
    assert merge(base, other.document, base).document.same_content(other.document)
    assert merge(base, base, other.document).document.same_content(other.document)
    assert merge(base, other.document, other.document).clashes == ()


def test_header_fields_and_what_was_put_aside_are_kept_from_both(base: Document) -> None:
    ours = Document(base.tables, document_id=base.document_id, extra={"a": 1}, quarantine=({"x": 1},))
    theirs = Document(base.tables, document_id=base.document_id, revision=7, extra={"b": 2}, quarantine=({"y": 2},))
    merged = merge(base, ours, theirs).document
    assert dict(merged.extra) == {"a": 1, "b": 2}
    assert merged.quarantine == ({"y": 2}, {"x": 1})
    assert (merged.document_id, merged.revision) == (base.document_id, 7)


def random_edits(document: Document, chance: random.Random) -> Document:
    session = session_on(document)
    for _ in range(chance.randrange(8)):
        items = list(session.document.item_table)
        steps, lanes = (
            session.document.steps,
            [lane for lane in session.document.lanes if item_kind_of(lane) == "touchpoint"],
        )
        what = chance.randrange(6)
        if what == 0:
            session.run(add_cards, "note", [f"new {chance.random()}"], Listing("inbox"))
        elif what == 1 and items:
            session.run(set_text, chance.choice(items), f"text {chance.random()}")
        elif what == 2 and items:
            session.run(delete_cards, [chance.choice(items)])
        elif what == 3 and lanes:
            session.run(
                add_cards, "touchpoint", [f"point {chance.random()}"], Cell(lanes[0].id, chance.choice(steps).id)
            )
        elif what == 4 and len(session.document.phases) > 1:
            session.run(remove_phase, chance.choice(session.document.phases).id)
        elif items:
            session.run(move_cards, [chance.choice(items)], Listing(chance.choice(("inbox", "parking"))))
    return session.document


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_whatever_both_did_no_text_is_lost_without_a_word(seed: int) -> None:
    chance = random.Random(seed)
    start = random_edits(new_map("Base", "en", ("One", "Two", "Three")), chance)
    ours, theirs = random_edits(start, chance), random_edits(start, chance)
    merged = merge(start, ours, theirs)
    assert not violations(merged.document)
    kept = {item.text for item in merged.document.item_table.values()}
    told = {clash.theirs for clash in merged.clashes if clash.field == "text"}
    for side, other in ((ours, theirs), (theirs, ours)):
        for key, item in side.item_table.items():
            was = start.item_table.get(key)
            untouched = was is not None and was.text == item.text
            if not untouched or key in other.item_table:
                assert item.text in kept | told or untouched, item.text
