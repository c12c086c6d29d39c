"""Rules of the session (SE1 to SE5), of change sets (CH2) and of repair."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from model.changes import Change, ChangeSet, StaleChange, apply
from model.commands import cards, clipboard, grid
from model.commands.places import Listing
from model.document import Document
from model.i18n import PSEUDO, speaking
from model.invariants import BrokenDocument, repair, violations
from model.newmap import new_map
from model.records import Item, Link
from model.session import Session

if TYPE_CHECKING:
    from rooms import Room


class Sink:
    """A journal that remembers."""

    def __init__(self) -> None:
        self.edits: list[tuple[ChangeSet, str]] = []

    def append(self, changes: ChangeSet, source: str) -> None:
        self.edits.append((changes, source))

    def draft(self, item_id: str, text: str) -> None:
        raise AssertionError("nobody types here")


def test_ch2_a_change_that_expects_another_value_changes_nothing(room: Room) -> None:
    card = room.card("touchpoint", 0, "a")
    stale = ChangeSet((Change("items", card, None, room[card]),))
    with pytest.raises(StaleChange):
        apply(stale, room.document)


def test_se2_an_edit_that_breaks_a_rule_is_refused_whole(room: Room) -> None:
    card = room.card("touchpoint", 0, "a")
    before = room.document
    broken = room[card].changed(step_id="step-nowhere")
    with pytest.raises(BrokenDocument):
        room.session.apply(ChangeSet((Change("items", card, room[card], broken),)))
    assert room.document is before
    assert room.session.history.done[-1].changes.label is not None


def test_se3_an_edit_that_changes_nothing_is_no_step_and_tells_nobody(room: Room) -> None:
    card = room.card("touchpoint", 0, "a")
    heard: list[Any] = []
    room.session.listen(lambda *event: heard.append(event))
    steps = len(room.session.history.done)
    room.run(cards.set_text, card, "a")
    assert heard == []
    assert len(room.session.history.done) == steps


def test_se4_undo_and_redo_go_to_the_journal_as_edits() -> None:
    sink = Sink()
    session = Session(new_map(), journal=sink)
    session.run(grid.add_phase, "x")
    session.undo()
    session.redo()
    assert [source for _, source in sink.edits] == ["user", "undo", "redo"]
    assert sink.edits[2][0] == sink.edits[0][0]
    assert [c.inverted() for c in reversed(sink.edits[1][0].changes)] == list(sink.edits[0][0].changes)


def test_se5_all_listeners_hear_even_when_one_fails(room: Room) -> None:
    heard: list[str] = []

    def fails(changes: ChangeSet, source: str) -> None:
        if changes:
            raise RuntimeError("panel")

    room.session.listen(fails)
    stop = room.session.listen(lambda changes, source: heard.append(source))
    with pytest.raises(RuntimeError, match="panel"):
        room.card("touchpoint", 0, "a")
    assert heard == ["user"]
    assert len(room.document.item_table) == 1
    stop()
    with pytest.raises(RuntimeError, match="panel"):
        room.session.undo()
    assert heard == ["user"]


def test_typing_with_one_merge_key_is_one_step(room: Room) -> None:
    card = room.card("touchpoint", 0, "")
    for text in ("b", "ba", "bal"):
        room.session.apply(cards.set_text(room.document, card, text), merge_key="typing")
    steps = len(room.session.history.done)
    room.session.undo()
    assert room[card].text == ""
    assert len(room.session.history.done) == steps - 1


def test_modified_follows_the_saved_state(room: Room) -> None:
    session = Session(new_map(), saved=True)
    states = [session.modified]
    session.run(grid.add_phase, "x")
    states.append(session.modified)
    session.undo()
    states.append(session.modified)
    session.redo()
    session.mark_saved(session.document, 1)
    states.append(session.modified)
    assert states == [False, True, False, False]
    assert session.document.revision == 1
    assert Session(new_map()).modified


def test_undo_names_are_in_the_language_of_the_moment(room: Room) -> None:
    room.card("touchpoint", 0, "a")
    with speaking(PSEUDO):
        assert room.session.history.undo_text == "⟦Add 1 note(s)⟧"


def test_repair_mends_a_map_that_somebody_cut_by_hand_without_losing_a_text(room: Room) -> None:
    touchpoint = room.card("touchpoint", 0, "balie")
    room.run(cards.add_attached, "pain_point", "au", touchpoint)
    tables = {name: dict(rows) for name, rows in room.document.tables.items()}
    tables["steps"] = {}
    tables["personas"] = {}
    tables["links"]["link-x"] = Link(id="link-x", source_id="item-gone", target_id=touchpoint)
    tables["items"]["item-double"] = Item(id="item-double", kind="note", number=1, text="dubbel", place="inbox")
    broken = Document(tables)
    assert {v.rule for v in violations(broken)} >= {"I1", "I2", "I3", "I4", "I8"}
    mended = apply(repair(broken), broken)
    assert violations(mended) == []
    assert sorted(i.text for i in mended.item_table.values()) == ["au", "balie", "dubbel"]


def test_repair_gives_a_number_of_its_own_to_a_note_with_one_that_nobody_counts_to(room: Room) -> None:
    room.card("touchpoint", 0, "een")
    tables = {name: dict(rows) for name, rows in room.document.tables.items()}
    for card, number in (("item-far", 10_000_000), ("item-farther", 10**30)):
        tables["items"][card] = Item(id=card, kind="note", number=number, text="ver", place="inbox")
    broken = Document(tables)
    mended = apply(repair(broken), broken)
    assert violations(mended) == []
    assert sorted(item.number for item in mended.item_table.values()) == [1, 2, 3]
    assert mended.info.next_number == 4


def test_a_session_does_not_open_a_broken_map(room: Room) -> None:
    tables = {name: dict(rows) for name, rows in room.document.tables.items()}
    tables["personas"] = {}
    with pytest.raises(BrokenDocument):
        Session(Document(tables))


def test_pasting_into_another_map_brings_personas_and_channels_once(room: Room) -> None:
    room.run(grid.add_persona, "Sanne")
    channel = room.run(grid.add_channel, "Winkel", "building-store", "offline").added("channels")[0]
    touchpoint = room.card("touchpoint", 0, "balie")
    room.run(cards.set_card, [touchpoint], channel_ids=(channel,))
    room.run(cards.set_emotion, touchpoint, room.document.personas[0].id, score=-2)
    room.run(cards.add_attached, "pain_point", "au", touchpoint)
    payload = clipboard.copy_cards(room.document, list(room.document.item_table))

    other = Session(new_map("Ander", "nl", ["X"]))
    for _ in range(2):
        other.run(clipboard.paste_cards, payload, Listing("inbox"))
    assert [p.name for p in other.document.personas] == ["", "Sanne"]
    assert [c.name for c in other.document.channels] == ["Winkel"]
    assert len(other.document.item_table) == 4
    assert sorted(e.score for e in other.document.emotion_table.values() if e.score is not None) == [-2, -2]
    assert len(other.document.link_table) == 2


@pytest.mark.parametrize("payload", [{}, {"format": "journeywall-cards", "version": 1, "items": [{"id": "x"}]}])
def test_what_is_not_ours_is_not_pasted(room: Room, payload: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="not cards"):
        room.run(clipboard.paste_cards, payload, Listing("inbox"))
