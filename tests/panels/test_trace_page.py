"""The trace in the right panel: rows in words, the keyboard along them, holding, and the lists of what hangs loose."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from model.commands import cards, links
from model.commands.places import Listing
from panel_room import Room
from widgets.panels.trace_page import TracePage, TraceRow


@pytest.fixture
def trace(room: Room) -> TracePage:
    """A map in which a pain leads to an opportunity, a solution and two actions; the trace is chosen by a click."""
    for kind, text in (("opportunity", "Bel terug"), ("solution", "Belplicht"), ("solution", "Los plan")):
        room.bridge.run(cards.add_cards, kind, [text], Listing("inbox"))
    room.bridge.run(links.link_cards, "based_on", [room.card("Bel terug").id], room.card("Wacht lang").id)
    room.bridge.run(links.link_cards, "solves", [room.card("Belplicht").id], room.card("Bel terug").id)
    room.bridge.run(links.add_action, room.card("Belplicht").id, "Rooster maken", owner="Noor", status="doing")
    room.click(room.inspector.strip.choice.button("trace"))
    room.settle()
    page = room.inspector.page
    assert isinstance(page, TracePage)
    return page


def texts(rows: dict[tuple[str, ...], TraceRow]) -> list[tuple[str, str]]:
    return [(row.relation.text(), row.act.words if row.chip.isHidden() else row.chip.words) for row in rows.values()]


def test_back_to_the_touchpoint_and_forward_to_the_action(room: Room, trace: TracePage) -> None:
    room.choose("Belplicht")
    number = {text: f"N{room.card(text).number}" for text in ("Belplicht", "Bel terug", "Wacht lang", "Belt")}
    assert texts(trace.back_rows.rows) == [
        ("answers", f"{number['Bel terug']} Bel terug"),
        ("is based on", f"{number['Wacht lang']} Wacht lang"),
        ("is attached to", f"{number['Belt']} Belt"),
    ]
    assert texts(trace.forward_rows.rows) == [("is carried out by", "Rooster maken · In progress · Noor")]
    assert trace.standing.text() == "It is being worked on."
    depths = [row.layout().contentsMargins().left() for row in trace.back_rows.rows.values()]  # type: ignore[union-attr]  # it has one
    assert depths == sorted(set(depths)), "each step further away stands further in"
    room.choose("Wacht lang")
    assert [words for _, words in texts(trace.forward_rows.rows)] == [
        f"{number['Bel terug']} Bel terug",
        f"{number['Belplicht']} Belplicht",
        "Rooster maken · In progress · Noor",
    ]


def test_the_keyboard_goes_along_the_rows_and_enter_goes_to_the_card(room: Room, trace: TracePage) -> None:
    room.choose("Belplicht")
    room.focus(trace.root)
    room.key(Qt.Key.Key_Down)
    room.key(Qt.Key.Key_Down)
    assert room.focused is list(trace.back_rows.rows.values())[1].chip
    room.key(Qt.Key.Key_Return)
    assert room.selection.ids == (room.card("Wacht lang").id,)
    assert isinstance(room.inspector.page, TracePage), "choosing a card keeps the page"


def test_a_held_trace_stays_while_one_goes_along_its_notes(room: Room, trace: TracePage) -> None:
    room.choose("Belplicht")
    room.click(trace.hold)
    room.click(next(iter(trace.back_rows.rows.values())).chip)
    assert room.selection.ids == (room.card("Bel terug").id,)
    assert trace.root.item == room.card("Belplicht")
    room.click(trace.root)
    assert room.selection.ids == (room.card("Belplicht").id,)
    room.choose("Bel terug")
    room.click(trace.hold)
    assert trace.root.item == room.card("Bel terug")
    room.click(trace.hold)
    room.bridge.run(cards.delete_cards, [room.card("Bel terug").id])
    assert not trace.hold.isChecked(), "what was held is gone"


def test_the_lists_of_what_hangs_loose_follow_edits_and_undo(room: Room, trace: TracePage) -> None:
    def loose() -> set[str]:
        return {row.chip.words.split(" ", 1)[1] for row in trace.loose_rows.rows.values()}

    assert "Los plan" in loose()
    assert trace.open_rows.rows == {}, "something is done about the only pain point"
    room.bridge.run(links.link_cards, "solves", [room.card("Los plan").id], room.card("Bel terug").id)
    assert "Los plan" not in loose()
    room.bridge.undo()
    assert "Los plan" in loose()
    room.bridge.run(links.remove_actions, list(room.document.action_table))
    words = [row.words.text() for row in trace.open_rows.rows.values()]
    assert words == ["There is a solution, nobody acts on it yet."]
    room.click(next(iter(trace.open_rows.rows.values())).chip)
    assert room.selection.ids == (room.card("Wacht lang").id,)


def test_nothing_chosen_says_what_to_do(room: Room, trace: TracePage) -> None:
    room.selection.clear()
    assert trace.empty.isVisible()
    assert not trace.root.isVisible()
    room.click(room.inspector.strip.choice.button("details"))
    assert not isinstance(room.inspector.page, TracePage)
