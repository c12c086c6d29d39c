"""The check of the map in the right panel: what the command line finds, each finding with the way there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from model.check import check_document
from model.commands import cards, grid, links
from model.commands.places import Listing
from model.i18n import speaking
from panel_room import Room
from widgets.panels.check_page import WAIT, CheckPage, FindingRow


@pytest.fixture
def check(room: Room) -> CheckPage:
    room.click(room.inspector.strip.choice.button("check"))
    room.settle()
    found = room.inspector.page
    assert isinstance(found, CheckPage)
    return found


def row_of(check: CheckPage, table: str, record_id: str) -> FindingRow:
    keys = [(key, row) for rows in check.rows.values() for key, row in rows.rows.items()]
    return next(row for key, row in keys if key[1:3] == (table, record_id))


def wait(room: Room) -> None:
    room.qtbot.wait(WAIT + 60)
    room.settle()


def test_it_lists_what_the_command_line_lists_in_the_same_order(room: Room, check: CheckPage) -> None:
    with speaking("en"):
        wanted = [(finding.place, finding.text) for finding in check_document(room.document)]
    assert wanted
    assert check.findings() == list(dict.fromkeys(wanted))


def test_a_click_and_enter_lead_to_the_note(room: Room, check: CheckPage) -> None:
    room.bridge.run(cards.set_card, [room.card("Wacht lang").id], severity=None)
    room.bridge.run(cards.set_card, [room.card("Betaalt").id], text="")
    wait(room)
    empty = next(item for item in room.document.placed if item.text == "")
    row = row_of(check, "items", empty.id)
    with room.no_step():
        room.click(row)
    assert room.selection.cards == (empty.id,)
    assert room.inspector.page is check, "the list stays, for the next one"
    room.selection.clear()
    row.setFocus()
    room.key(Qt.Key.Key_Return)
    assert room.selection.cards == (empty.id,)


def test_an_edit_is_looked_at_when_there_is_quiet(room: Room, check: CheckPage) -> None:
    before = check.findings()
    room.bridge.run(cards.set_card, [room.card("Betaalt").id], text="")
    assert check.findings() == before, "not while one works"
    wait(room)
    assert len(check.findings()) > len(before)
    room.bridge.undo()
    wait(room)
    assert check.findings() == before


def test_every_finding_leads_somewhere(room: Room, check: CheckPage) -> None:
    run, first = room.bridge.run, room.card("Zoekt").id
    run(grid.set_fields, "phases", room.document.phases[2].id, name="")
    run(grid.add_persona, "")
    run(links.link_cards, "next", [room.card("Betaalt").id], first)
    run(cards.add_cards, "pain_point", [""], Listing("inbox"))
    wait(room)
    for rows in check.rows.values():
        for key, row in list(rows.rows.items()):
            room.selection.clear()
            room.inspector.show_mode("check")
            room.click(row)
            room.settle()
            chosen = room.selection.kind != "none"
            assert chosen or room.inspector.mode != "check", key


def test_the_phase_that_has_no_name_is_chosen(room: Room, check: CheckPage) -> None:
    phase = room.document.phases[2].id
    room.bridge.run(grid.set_fields, "phases", phase, name="")
    wait(room)
    room.click(row_of(check, "phases", phase))
    assert (room.selection.kind, room.selection.ids) == ("phase", (phase,))


def test_up_and_down_go_along_the_findings(room: Room, check: CheckPage) -> None:
    rows = [row for column in check.rows.values() for row in column.rows.values()]
    assert len(rows) > 2
    rows[0].setFocus()
    room.key(Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    room.key(Qt.Key.Key_Up)
    assert rows[0].hasFocus()
    assert check.first_field() is rows[0]


def test_a_map_without_any_says_so(room: Room, check: CheckPage, monkeypatch: pytest.MonkeyPatch) -> None:
    import widgets.panels.check_page as module

    monkeypatch.setattr(module, "check_document", lambda _document: [])
    room.bridge.run(grid.set_fields, "map", "map", title="Anders")
    wait(room)
    assert check.fine.isVisible()
    assert not any(group.isVisible() for group in check.groups.values())
