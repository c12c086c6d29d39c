"""Links of a note in the inspector, actions of solutions, and what is aimed for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from model.commands import cards, grid, links
from model.commands.places import Listing
from model.document import Document
from model.records import Action, Item, Link
from panel_room import Room
from widgets.look.language import speak
from widgets.panels.inspector_actions import ActionRow, ActionsGroup
from widgets.panels.inspector_card import CardPage
from widgets.panels.inspector_feeling import FeelingRow, gap_text
from widgets.panels.inspector_relations import LinkPage, LinkRow, LinksGroup
from widgets.panels.link_field import link_offers

ALT = Qt.KeyboardModifier.AltModifier


def page(room: Room, text: str) -> CardPage:
    room.choose(text)
    assert isinstance(room.inspector.page, CardPage)
    return room.inspector.page


@pytest.fixture
def linked(room: Room) -> Room:
    """An opportunity on a pain and an insight, a solution for it, a path from "Zoekt" to "Belt"."""
    for kind, text in (("opportunity", "Orders tonen"), ("solution", "Orderlijst")):
        room.bridge.run(cards.add_cards, kind, [text], Listing("inbox"))
    opportunity = room.card("Orders tonen").id
    room.bridge.run(links.link_cards, "based_on", [opportunity], room.card("Wacht lang").id)
    room.bridge.run(links.link_cards, "solves", [room.card("Orderlijst").id], opportunity)
    room.bridge.run(links.link_cards, "next", [room.card("Zoekt").id], room.card("Belt").id)
    room.settle()
    return room


def group(room: Room, text: str) -> LinksGroup:
    return page(room, text).links


def said(shown: LinksGroup) -> dict[str, list[str]]:
    return {
        block.title.text(): [row.chip.words for row in block.rows.rows.values()] for block in shown.blocks.rows.values()
    }


def only_row(shown: LinksGroup) -> LinkRow:
    (block,) = shown.blocks.rows.values()
    (row,) = block.rows.rows.values()
    return row


def link_between(room: Room, kind: str) -> Link:
    return next(link for link in room.document.link_table.values() if link.kind == kind)


# -- links in words ----------------------------------------------------------------------------------------------


def test_links_are_grouped_and_read_from_both_ends(linked: Room) -> None:
    pain = linked.card("Wacht lang")
    opportunity, solution = linked.card("Orders tonen"), linked.card("Orderlijst")
    assert said(group(linked, "Orders tonen")) == {
        "is based on": [f"N{pain.number} Wacht lang"],
        "is answered by": [f"N{solution.number} Orderlijst"],
    }
    assert said(group(linked, "Wacht lang")) == {"is a ground for": [f"N{opportunity.number} Orders tonen"]}
    assert said(group(linked, "Orderlijst")) == {"answers": [f"N{opportunity.number} Orders tonen"]}
    assert said(group(linked, "Belt")) == {"follows": ["N1 Zoekt"]}
    speak("nl")
    assert said(group(linked, "Belt")) == {"volgt op": ["N1 Zoekt"]}


def test_a_kind_of_link_of_a_newer_version_is_shown_as_it_is(linked: Room) -> None:
    odd = Link(id="link-odd", kind="mirrors", source_id=linked.card("Zoekt").id, target_id=linked.card("Belt").id)
    document = linked.document.with_changes([("links", odd.id, odd)])
    other = Room(linked.qtbot, document)
    assert "mirrors" in said(group(other, "Zoekt"))
    other.close()


def test_notes_that_cannot_be_linked_have_no_links(room: Room) -> None:
    assert not group(room, "Later").isVisible()
    assert group(room, "Zoekt").isVisible()


@pytest.mark.parametrize("by_key", [True, False])
def test_following_a_link_chooses_and_shows_the_other_note(linked: Room, by_key: bool) -> None:
    shown: list[str] = []
    linked.inspector.reveal.connect(shown.append)
    chip = only_row(group(linked, "Wacht lang")).chip
    if by_key:
        linked.focus(chip)
        linked.key(Qt.Key.Key_Return)
    else:
        linked.click(chip, QPoint(40, 12))
    assert linked.selection.cards == (linked.card("Orders tonen").id,)
    assert shown == [linked.card("Orders tonen").id]


def test_delete_removes_a_link_and_nothing_else(linked: Room) -> None:
    row = only_row(group(linked, "Wacht lang"))
    with linked.one_step() as step:
        linked.focus(row.chip)
        linked.key(Qt.Key.Key_Delete)
    assert step.tables == {"links"}
    assert said(linked.inspector.page.links) == {}  # type: ignore[attr-defined]  # the page of a card


# -- making a link -----------------------------------------------------------------------------------------------


def test_only_what_can_be_linked_is_offered_with_its_usual_kind(linked: Room) -> None:
    document = linked.document
    rows = link_offers(document, linked.card("Orders tonen"), "")
    kinds = {document.item_table[row.value[1]].kind for row in rows}  # type: ignore[index]  # (kind, card)
    assert kinds == {"insight"}  # the pain and the solution are linked already, touchpoints hang by their own field
    paths = link_offers(document, linked.card("Zoekt"), "betaalt")
    assert [row.value[0] for row in paths] == ["next", "loop", "handover", "same_time"]  # type: ignore[index]  # as above
    again = [row.value[1] for row in link_offers(document, linked.card("Zoekt"), "belt")]  # type: ignore[index]  # above
    assert linked.card("Belt").id not in again  # a path leads there already
    back = link_offers(document, linked.card("Betaalt"), "zoekt")
    assert back[0].value[0] == "loop"  # type: ignore[index]  # as above


def test_a_link_is_made_by_number_and_enter_and_the_field_waits_for_the_next(linked: Room) -> None:
    shown = group(linked, "Orders tonen")
    linked.click(shown.add_button)
    assert shown.field.line.hasFocus()
    with linked.one_step() as step:
        linked.type(f"N{linked.card('Men belt eerst').number}")
        assert shown.field.suggestions.shown[0].detail == "is based on"
        linked.key(Qt.Key.Key_Return)
    assert step.tables == {"links"}
    assert shown.field.line.hasFocus()
    assert shown.field.line.text() == ""
    assert len(said(shown)["is based on"]) == 2


def test_a_link_is_made_by_words_and_another_kind_of_path_by_the_arrows(linked: Room) -> None:
    shown = group(linked, "Belt")
    linked.focus(shown.add_button)
    linked.key(Qt.Key.Key_Space)
    linked.type("betaal")
    details = [row.detail for row in shown.field.suggestions.shown]
    assert details[0] == "leads to"
    with linked.one_step():
        for _ in range(details.index("hands over to")):
            linked.key(Qt.Key.Key_Down)
        linked.key(Qt.Key.Key_Return)
    assert said(shown)["hands over to"] == ["N3 Betaalt"]


def test_a_pain_is_drawn_to_an_opportunity_from_either_side(linked: Room) -> None:
    linked.bridge.run(links.unlink, [link_between(linked, "based_on").id])
    shown = group(linked, "Wacht lang")
    linked.click(shown.add_button)
    with linked.one_step():
        linked.type("orders")
        linked.key(Qt.Key.Key_Return)
    link = link_between(linked, "based_on")
    assert link.source_id == linked.card("Orders tonen").id
    assert link.target_id == linked.card("Wacht lang").id


def test_words_that_fit_nothing_are_said_and_kept(linked: Room) -> None:
    shown = group(linked, "Orders tonen")
    linked.click(shown.add_button)
    with linked.no_step():
        linked.type("N999")
        linked.key(Qt.Key.Key_Return)
    assert "N999" in shown.field.row.error()
    assert shown.field.line.text() == "N999"
    with linked.no_step():  # and leaving makes no link
        linked.focus(linked.inspector.page.text)  # type: ignore[attr-defined]  # the page of a card
    assert not shown.field.isVisible()


def test_escape_closes_the_list_then_the_field(linked: Room) -> None:
    shown = group(linked, "Orders tonen")
    linked.click(shown.add_button)
    linked.type("men")
    assert shown.field.suggestions.is_open()
    linked.key(Qt.Key.Key_Escape)
    assert shown.field.isVisible()
    linked.key(Qt.Key.Key_Escape)
    assert not shown.field.isVisible()


# -- what is said of a link --------------------------------------------------------------------------------------


def unfolded(room: Room, text: str) -> LinkRow:
    row = only_row(group(room, text))
    if not row.unfold.isChecked():
        room.click(row.unfold)
    assert row.details is not None
    assert row.details.isVisible()
    return row


def test_a_word_at_the_line(linked: Room) -> None:
    row = unfolded(linked, "Belt")
    assert row.details is not None
    with linked.one_step() as step:
        linked.focus(row.details.text)
        linked.type("binnen een dag")
        linked.key(Qt.Key.Key_Return)
    assert link_between(linked, "next").text == "binnen een dag"
    assert step.tables == {"links"}
    linked.click(row.unfold)
    assert row.words.text() == "binnen een dag"
    assert row.words.isVisible()


def test_a_path_becomes_another_kind_and_is_turned_round(linked: Room) -> None:
    row = unfolded(linked, "Belt")
    assert row.details is not None
    with linked.one_step():
        linked.click(row.details.kind.button("handover"))
    assert link_between(linked, "handover").target_id == linked.card("Belt").id
    row = unfolded(linked, "Belt")
    assert row.details is not None
    with linked.no_step():  # a path is of some kind
        linked.click(row.details.kind.button("handover"))
    with linked.one_step():
        linked.click(row.details.turn)
    assert link_between(linked, "handover").target_id == linked.card("Zoekt").id


def test_what_is_no_path_has_neither_kind_nor_pains(linked: Room) -> None:
    row = unfolded(linked, "Wacht lang")
    assert row.details is not None
    assert not row.details.kind.isVisible()
    assert not row.details.carried.isVisible()
    assert not row.details.turn.isVisible()


def test_a_path_carries_pain_points(linked: Room) -> None:
    row = unfolded(linked, "Belt")
    assert row.details is not None
    linked.click(row.details.carry_button)
    with linked.one_step() as step:
        linked.type("wacht")
        linked.key(Qt.Key.Key_Return)
    pain = linked.card("Wacht lang").id
    assert link_between(linked, "next").pain_point_ids == (pain,)
    assert step.tables == {"links"}
    with linked.one_step():
        linked.focus(row.details.pains.rows[pain])
        linked.key(Qt.Key.Key_Delete)
    assert link_between(linked, "next").pain_point_ids == ()


def test_the_page_of_a_link_that_is_chosen_on_the_map(linked: Room) -> None:
    link = link_between(linked, "next")
    linked.selection.choose("link", [link.id])
    linked.settle()
    shown = linked.inspector.page
    assert isinstance(shown, LinkPage)
    assert (shown.source.words, shown.verb.text(), shown.target.words) == ("N1 Zoekt", "leads to", "N2 Belt")
    with linked.one_step():
        linked.click(shown.details.kind.button("same_time"))
    assert shown.title.text() == "At the same time"
    with linked.one_step():
        linked.click(shown.details.remove)
    assert link.id not in linked.document.link_table


# -- actions -----------------------------------------------------------------------------------------------------


@pytest.fixture
def busy(room: Room) -> Room:
    room.bridge.run(cards.add_cards, "solution", ["Orderlijst"], Listing("inbox"))
    for text in ("Ontwerpen", "Proefdraaien", "Uitrollen"):
        room.bridge.run(links.add_action, room.card("Orderlijst").id, text)
    room.settle()
    return room


def actions(room: Room, text: str = "Orderlijst") -> ActionsGroup:
    return page(room, text).actions_group


def row_of(room: Room, text: str) -> ActionRow:
    found = action(room, text)
    row = actions(room).rows.rows[found.id]
    assert row.isVisible()
    return row


def action(room: Room, text: str) -> Action:
    return next(found for found in room.document.action_table.values() if found.text == text)


def texts(document: Document, item: Item) -> list[str]:
    return [found.text for found in document.actions_of.get(item.id, ())]


def test_solutions_have_actions_and_others_do_not(busy: Room) -> None:
    assert actions(busy).isVisible()
    assert not actions(busy, "Zoekt").isVisible()


def test_enter_adds_an_action_and_goes_on_with_the_next(busy: Room) -> None:
    shown = actions(busy)
    busy.click(shown.add_button)
    with busy.one_step(2) as step:
        busy.type("Meten")
        busy.key(Qt.Key.Key_Return)
        assert shown.field.hasFocus()
        busy.type("Vieren")
        busy.key(Qt.Key.Key_Return)
    assert step.tables == {"actions"}
    assert texts(busy.document, busy.card("Orderlijst")) == [
        "Ontwerpen", "Proefdraaien", "Uitrollen", "Meten", "Vieren",
    ]  # fmt: skip


def test_an_action_is_written_in_place(busy: Room) -> None:
    row = row_of(busy, "Ontwerpen")
    with busy.one_step() as step:
        busy.retype(row.text, "Schetsen")
        busy.key(Qt.Key.Key_Return)
    assert step.ids("actions") == {row.action_id}
    assert texts(busy.document, busy.card("Orderlijst"))[0] == "Schetsen"


def test_the_status_by_menu_and_by_arrows(busy: Room) -> None:
    row = row_of(busy, "Ontwerpen")
    assert row.status.accessibleName() == "Status: To do"
    busy.click(row.status)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [entry.text() for entry in menu.actions()] == ["To do", "In progress", "Done", "Dropped"]
    with busy.one_step():
        menu.actions()[2].trigger()
        menu.close()
    assert action(busy, "Ontwerpen").status == "done"
    assert row.words.text() == "Done"
    with busy.one_step():
        busy.focus(row.status)
        busy.key(Qt.Key.Key_Left)
    assert action(busy, "Ontwerpen").status == "doing"


def test_owner_and_due_of_an_action(busy: Room) -> None:
    row = row_of(busy, "Ontwerpen")
    busy.click(row.unfold)
    with busy.one_step(2):
        busy.focus(row.owner)
        busy.type("Mila")
        busy.key(Qt.Key.Key_Return)
        busy.focus(row.due.line)
        busy.type("1-3-2199")
        busy.key(Qt.Key.Key_Return)
    found = action(busy, "Ontwerpen")
    assert (found.owner, found.due) == ("Mila", "2199-03-01")
    assert row.words.text() == "To do · Mila · by 1 Mar 2199"
    assert not row.late.isVisible()
    busy.bridge.run(links.set_actions, [action(busy, "Uitrollen").id], owner="Fatima")
    busy.focus(row.department)
    row.owner.clear()
    busy.focus(row.owner)
    busy.key(Qt.Key.Key_Down)
    assert {suggestion.text for suggestion in row.owner.suggestions.shown} == {"Mila", "Fatima"}


def test_overdue_is_said_in_a_word(busy: Room) -> None:
    busy.bridge.run(links.set_actions, [action(busy, "Ontwerpen").id], due="2020-01-05")
    row = row_of(busy, "Ontwerpen")
    assert row.late.text() == "Overdue: 5 Jan 2020"
    assert row.late.isVisible()
    busy.bridge.run(links.set_actions, [action(busy, "Ontwerpen").id], status="done")
    busy.settle()
    assert not row.late.isVisible()
    assert row.words.text() == "Done · by 5 Jan 2020"


def test_alt_with_arrows_moves_an_action_and_the_keyboard_goes_along(busy: Room) -> None:
    row = row_of(busy, "Uitrollen")
    busy.focus(row.text)
    with busy.one_step() as step:
        busy.key(Qt.Key.Key_Up, ALT)
    assert texts(busy.document, busy.card("Orderlijst")) == ["Ontwerpen", "Uitrollen", "Proefdraaien"]
    assert step.ids("actions") == {row.action_id}
    assert row.text.hasFocus()
    with busy.one_step():
        busy.key(Qt.Key.Key_Down, ALT)
    with busy.no_step():
        busy.key(Qt.Key.Key_Down, ALT)
    assert texts(busy.document, busy.card("Orderlijst")) == ["Ontwerpen", "Proefdraaien", "Uitrollen"]


def test_an_action_is_dragged_by_its_handle(busy: Room) -> None:
    first, last = row_of(busy, "Ontwerpen"), row_of(busy, "Uitrollen")
    grip = first.grip

    def drag(to: QPoint) -> None:
        QTest.mousePress(grip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, grip.rect().center())
        QTest.mouseMove(grip, grip.rect().center() + QPoint(0, 8))
        QTest.mouseMove(grip, grip.mapFromGlobal(to))
        QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, grip.mapFromGlobal(to))
        busy.settle()

    with busy.one_step() as step:
        drag(last.mapToGlobal(QPoint(8, last.height() - 1)))
    assert texts(busy.document, busy.card("Orderlijst")) == ["Proefdraaien", "Uitrollen", "Ontwerpen"]
    assert step.ids("actions") == {first.action_id}
    with busy.no_step():  # dropped where it was
        drag(first.mapToGlobal(QPoint(8, 4)))


def test_an_action_is_removed(busy: Room) -> None:
    row = row_of(busy, "Proefdraaien")
    busy.click(row.unfold)
    with busy.one_step() as step:
        busy.click(row.remove)
    assert step.tables == {"actions"}
    assert texts(busy.document, busy.card("Orderlijst")) == ["Ontwerpen", "Uitrollen"]


# -- the feeling aimed for ---------------------------------------------------------------------------------------


@pytest.fixture
def feeling(room: Room) -> Iterator[FeelingRow]:
    yield page(room, "Zoekt").feeling_rows.rows[room.document.personas[0].id]


def felt(room: Room) -> Any:
    return room.document.emotions[room.card("Zoekt").id, room.document.personas[0].id]


def test_the_feeling_aimed_for_is_folded_until_asked_for(room: Room, feeling: FeelingRow) -> None:
    assert not feeling.aim_faces.isVisible()
    assert not feeling.aim_words.isVisible()
    room.click(feeling.aim)
    assert feeling.aim_faces.isVisible()
    with room.one_step() as step:
        room.key(Qt.Key.Key_5)
    assert step.tables == {"emotions"}
    assert (felt(room).score, felt(room).aimed) == (1, 2)
    assert feeling.aim_words.text() == "aimed for +2, gap 1"
    room.focus(feeling.aim)
    room.key(Qt.Key.Key_Space)
    assert not feeling.aim_faces.isVisible()
    assert feeling.aim_words.isVisible()
    assert feeling.faces.buttons()[4].accessibleName() == "+2 very good, aimed for"


def test_only_personas_that_can_be_told_apart_are_named(room: Room, feeling: FeelingRow) -> None:
    touchpoint = room.document.touchpoints[0].id
    for persona in room.document.personas[1:]:
        room.bridge.run(grid.remove_persona, persona.id)
    (persona,) = room.document.personas
    assert feeling.persona_id == persona.id
    feeling.show_feeling(touchpoint)
    assert feeling.name.text() == persona.name != ""
    room.bridge.run(grid.set_fields, "personas", persona.id, name="")
    feeling.show_feeling(touchpoint)
    assert feeling.name.text() == "", "“Unnamed pe…” says nothing"
    assert "Persona zonder naam" in feeling.faces.accessibleName(), "it is said where nothing is seen"
    room.bridge.run(grid.add_persona, "")
    feeling.show_feeling(touchpoint)
    assert feeling.name.text() == "Persona zonder naam"


def test_what_is_aimed_for_is_drawn_as_soon_as_it_is_said(room: Room, feeling: FeelingRow) -> None:
    def drawn() -> bool:
        return room.editor.stage.options.aimed

    assert not drawn()
    room.click(feeling.aim)
    assert not drawn(), "nothing is said yet"
    room.click(feeling.aim_faces.buttons()[4])
    assert drawn()
    room.editor.stage.set_view(aimed=False)
    room.click(feeling.aim_faces.buttons()[4])
    assert felt(room).aimed is None
    assert not drawn(), "taking it back asks for no drawing"


def test_clearing_what_was_found_keeps_what_is_aimed_for(room: Room, feeling: FeelingRow) -> None:
    room.click(feeling.aim)
    room.click(feeling.aim_faces.buttons()[4])
    with room.one_step():
        room.focus(feeling.faces.buttons()[3])
        room.key(Qt.Key.Key_Delete)
    assert (felt(room).score, felt(room).aimed) == (None, 2)
    assert feeling.aim_words.text() == "aimed for +2"
    with room.one_step():
        room.click(feeling.aim_faces.buttons()[4])
    assert (room.card("Zoekt").id, room.document.personas[0].id) not in room.document.emotions


@pytest.mark.parametrize(
    ("score", "aimed", "words"),
    [(-2, 1, "aimed for +1, gap 3"), (1, 1, "aimed for +1, reached"), (2, 0, "aimed for 0, reached"), (0, None, "")],
)
def test_the_gap_in_words(score: int, aimed: int | None, words: str) -> None:
    assert gap_text(score, aimed) == words
