"""Selection follows the document: pruned when records vanish, restored around undo."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from model.commands.cards import delete_cards, set_text
from model.commands.grid import remove_phase
from model.document import Document
from model.session import Session
from widgets.bridge import SessionBridge
from widgets.selection import Selection, emotion_key, split_emotion


@pytest.fixture
def bridge(small: Document, qtbot: QtBot) -> SessionBridge:
    return SessionBridge(Session(small, saved=True))


@pytest.fixture
def selection(bridge: SessionBridge) -> Selection:
    return Selection(bridge)


def _ids(bridge: SessionBridge) -> dict[str, str]:
    return {item.text: item.id for item in bridge.document.item_table.values()}


def test_choosing_and_toggling(bridge: SessionBridge, selection: Selection) -> None:
    told: list[int] = []
    selection.changed.connect(lambda: told.append(1))
    ids = _ids(bridge)
    assert (selection.kind, selection.ids, selection.current) == ("none", (), None)
    selection.choose_cards([ids["A"], ids["B"], ids["A"]])
    assert list(selection.ids) == [ids["A"], ids["B"]]
    assert selection.current == ids["B"]
    selection.choose_cards([ids["A"], ids["B"]], ids["A"])
    assert selection.current == ids["A"]
    selection.toggle_card(ids["C"])
    assert selection.current == ids["C"]
    selection.toggle_card(ids["A"])
    assert list(selection.ids) == [ids["B"], ids["C"]]
    assert len(told) == 4
    selection.choose_cards(selection.ids, ids["C"])
    assert len(told) == 4, "the same again is no change"
    selection.choose("phase", [bridge.document.phases[0].id])
    assert selection.cards == ()
    selection.toggle_card(ids["A"])
    assert list(selection.ids) == [ids["A"]]
    selection.clear()
    assert selection.kind == "none"


def test_what_vanishes_is_no_longer_chosen_and_undo_brings_it_back(bridge: SessionBridge, selection: Selection) -> None:
    ids = _ids(bridge)
    selection.choose_cards([ids["A"], ids["C"]])
    bridge.run(delete_cards, [ids["A"]])
    assert list(selection.ids) == [ids["C"]]
    bridge.undo()
    assert list(selection.ids) == [ids["A"], ids["C"]]
    bridge.redo()
    assert list(selection.ids) == [ids["C"]]


def test_undo_chooses_what_was_chosen_for_that_edit(bridge: SessionBridge, selection: Selection) -> None:
    ids = _ids(bridge)
    selection.choose_cards([ids["A"]])
    bridge.run(set_text, ids["A"], "a")
    selection.choose_cards([ids["B"]])
    bridge.run(set_text, ids["B"], "b")
    selection.choose_cards([ids["C"]])
    bridge.undo()
    assert list(selection.ids) == [ids["B"]]
    bridge.undo()
    assert list(selection.ids) == [ids["A"]]


def test_phases_and_feelings_are_pruned_as_well(bridge: SessionBridge, selection: Selection) -> None:
    phase = bridge.document.phases[0].id
    selection.choose("phase", [phase])
    bridge.run(remove_phase, phase)
    assert selection.kind == "none"
    bridge.undo()
    assert selection.ids == (phase,)
    ids, persona = _ids(bridge), bridge.document.personas[0].id
    key = emotion_key(ids["A"], persona)
    assert split_emotion(key) == (ids["A"], persona)
    selection.choose("emotion", [key])
    bridge.run(delete_cards, [ids["A"]])
    assert selection.kind == "none"


def test_a_closed_bridge_hears_nothing(bridge: SessionBridge) -> None:
    heard: list[str] = []
    bridge.changed.connect(lambda changes, source: heard.append(source))
    bridge.run(set_text, _ids(bridge)["A"], "x")
    bridge.undo()
    bridge.redo()
    assert heard == ["user", "undo", "redo"]
    bridge.close()
    bridge.close()
    bridge.session.undo()
    assert heard == ["user", "undo", "redo"]


def test_merged_edits_are_one_step(bridge: SessionBridge) -> None:
    card = _ids(bridge)["A"]
    for text in ("x", "xy", "xyz"):
        bridge.apply(set_text(bridge.document, card, text), merge_key=card)
    assert len(bridge.session.history.done) == 1
    bridge.undo()
    assert bridge.document.item_table[card].text == "A"


def test_a_stale_edit_is_refused_with_a_sentence(bridge: SessionBridge) -> None:
    said: list[str] = []
    bridge.refused.connect(said.append)
    card = _ids(bridge)["A"]
    stale = set_text(bridge.document, card, "late")
    bridge.run(set_text, card, "first")
    assert not bridge.apply(stale)
    assert len(said) == 1
    assert bridge.document.item_table[card].text == "first"
