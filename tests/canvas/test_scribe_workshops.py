"""Lists of workshops that nobody has seen before, typed into the scribe line by keys alone.

Some that were made once stand in the corpus; full runs make new ones.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from model.commands.grid import add_persona
from model.document import Document
from model.i18n import set_language
from model.invariants import violations
from model.newmap import new_map
from model.records import Item
from scribe_typist import Note, Typist, read_notes
from widgets.bridge import SessionBridge
from widgets.canvas.editor import MapEditor
from widgets.scribe.line import ScribeLine
from workshop_lists import ROOMS, Room, spoken

CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "workshop"
KEPT = ("restless", "five-personas", "twelve-phases", "thoughtful", "late-answers")


def expected(document: Document, typist: Typist, notes: list[Note]) -> list[tuple[object, ...]]:
    """What the list says of each note: text, kind, phase, whom it concerns, feelings, what it hangs on, where it is."""
    people = {persona.name: persona.id for persona in document.personas}
    rows = {note.number: note for note in notes}
    said: list[tuple[object, ...]] = []
    for note in notes:
        host = rows[note.attached] if note.attached else None
        while host is not None and host.attached:  # a note hangs on touchpoints only: on that of the other note
            host = rows[host.attached]
        felt = {people[note.persona]: note.emotion} if note.emotion is not None else {}
        concerned = (people[note.persona],) if note.persona and note.kind != "touchpoint" else ()
        phase = note.phase if host is None else host.phase
        hosts = () if host is None else (typist.made[host.number],)
        place = "map" if note.phase else "parking"
        said.append((note.text, note.kind, phase, concerned, felt, hosts, place))
    return said


def found(document: Document, card: Item) -> tuple[object, ...]:
    phase = document.phase_of(card)
    hosts = tuple(host.id for host in document.targets.get(card.id, ()))
    felt = {key[1]: e.score for key, e in document.emotions.items() if key[0] == card.id}
    return (card.text, card.kind, "" if phase is None else phase.name, card.persona_ids, felt, hosts, card.place)


def typed_in(open_map: Callable[..., object], qtbot: QtBot, room: Room, notes: list[Note]) -> list[int]:
    """Type ``notes``; what came of them is the list.  The keys of each, the most first."""
    document = new_map("Room", "en", room.phases)
    for name in room.personas:
        made = add_persona(document, name)
        document = document.with_changes((c.table, c.id, c.new) for c in made)
    editor: MapEditor = open_map(document).editor  # type: ignore[attr-defined]  # the fixture makes a hand
    bridge: SessionBridge = editor.bridge
    line = ScribeLine(bridge, editor)
    qtbot.addWidget(line)
    line.open()
    typist = Typist(line)
    set_language(room.language)
    typist.all(notes)
    document = bridge.document
    assert [found(document, document.item_table[typist.made[note.number]]) for note in notes] == expected(
        document, typist, notes
    )
    for phase in room.phases:  # in the order in which they were said
        heard = [note.text for note in notes if note.kind == "touchpoint" and note.phase == phase]
        cards = [card.text for card in document.touchpoints if (p := document.phase_of(card)) and p.name == phase]
        assert cards == heard
    assert len(document.item_table) == len(notes)
    assert not violations(document)
    assert len(bridge.session.history.done) == len(notes), "each note is one step of undo"
    return sorted(typist.costs, reverse=True)


def told(costs: list[int]) -> tuple[float, int]:
    """The mean, and the most of 95 in 100."""
    return sum(costs) / len(costs), costs[len(costs) // 20]


@pytest.mark.parametrize("name", KEPT)
def test_a_list_not_seen_before_goes_in_by_few_keys(name: str, open_map: Callable[..., object], qtbot: QtBot) -> None:
    notes = read_notes(CORPUS / f"{name}.csv")
    assert len(notes) == 100
    mean, most = told(typed_in(open_map, qtbot, ROOMS[name], notes))
    assert mean <= 3.2
    assert most <= 6


@pytest.mark.skipif("JOURNEYWALL_FULL" not in os.environ, reason="new lists are for full runs")
@pytest.mark.parametrize("name", ROOMS)
def test_new_lists_go_in_by_few_keys(name: str, open_map: Callable[..., object], qtbot: QtBot) -> None:
    for seed in range(1, 26):
        mean, most = told(typed_in(open_map, qtbot, ROOMS[name], spoken(ROOMS[name], seed)))
        assert (mean <= 3.2, most <= 6) == (True, True), (seed, mean, most)
