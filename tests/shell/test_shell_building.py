"""The window builds on what was found: O on a pain point, S on an opportunity; the check, what notes say, the panel's
page, and what of it a next start remembers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.panelstate import PanelState
from app.settings import Settings
from app.shell import Shell
from model.commands.cards import add_attached, set_card
from shell_person import ALT, Person
from widgets.panels.check_page import CheckPage
from widgets.panels.legend_page import LegendPage


@pytest.mark.parametrize(
    ("ground", "key", "kind", "link"),
    [
        ("pain_point", Qt.Key.Key_O, "opportunity", "based_on"),
        ("insight", Qt.Key.Key_O, "opportunity", "based_on"),
        ("opportunity", Qt.Key.Key_S, "solution", "solves"),
    ],
)
def test_a_key_on_what_it_rests_on_writes_a_linked_note_at_once(
    mapper: Person, ground: str, key: Qt.Key, kind: str, link: str
) -> None:
    mapper.workspace.bridge.run(add_attached, ground, "Ground", mapper.card("Advert").id)
    card = mapper.card("Ground")
    mapper.workspace.selection.choose_cards([card.id])
    mapper.back_to_map()
    assert mapper.window.commands[f"add_{kind}"].isEnabled()
    steps = len(mapper.document.item_table)
    mapper.key(key)
    assert mapper.editor.editing
    mapper.type("Follows")
    mapper.key(Qt.Key.Key_Escape)
    made = mapper.card("Follows")
    assert (made.kind, made.place, made.step_id) == (kind, "map", card.step_id)
    (only,) = mapper.document.links_from[made.id]
    assert (only.kind, only.target_id) == (link, card.id)
    assert mapper.window.commands.title("undo") == "Undo: Add 1 note"
    mapper.workspace.bridge.undo()
    assert len(mapper.document.item_table) == steps
    assert not any(one.kind == link for one in mapper.document.link_table.values())


def test_an_empty_one_leaves_nothing_and_gives_the_keyboard_back(mapper: Person) -> None:
    mapper.workspace.bridge.run(add_attached, "pain_point", "Ground", mapper.card("Advert").id)
    card = mapper.card("Ground").id
    mapper.workspace.selection.choose_cards([card])
    mapper.back_to_map()
    before = mapper.document
    mapper.key(Qt.Key.Key_O)
    mapper.key(Qt.Key.Key_Escape)
    assert mapper.document.item_table == before.item_table
    assert mapper.workspace.selection.cards == (card,)


def test_where_it_rests_on_nothing_such_the_key_is_off(mapper: Person) -> None:
    mapper.workspace.bridge.run(add_attached, "pain_point", "Ground", mapper.card("Advert").id)
    ground, touchpoint = mapper.card("Ground").id, mapper.card("Advert").id
    commands = mapper.window.commands
    states = {}
    for name, chosen in (("ground", [ground]), ("both", [ground, touchpoint]), ("touchpoint", [touchpoint])):
        mapper.workspace.selection.choose_cards(chosen)
        states[name] = (commands["add_opportunity"].isEnabled(), commands["add_solution"].isEnabled())
    assert states == {"ground": (True, False), "both": (False, False), "touchpoint": (True, True)}


def test_the_check_is_a_command_with_a_key_and_its_page_is_remembered(mapper: Person, shell: Shell) -> None:
    mapper.back_to_map()
    mapper.key(Qt.Key.Key_7, ALT)
    page = mapper.workspace.inspector.page
    assert isinstance(page, CheckPage)
    assert page.findings()
    assert mapper.window.commands["show_check"].isChecked()
    assert PanelState(shell.panels.as_json()).mode == "check"
    mapper.menu("view", "show_details")
    assert not isinstance(mapper.workspace.inspector.page, CheckPage)
    assert shell.panels.mode == "details"


def test_a_new_window_begins_with_the_page_of_the_last_one(mapper: Person, shell: Shell) -> None:
    mapper.workspace.inspector.show_mode("legend")
    other = shell.new_window()
    other.show_document(mapper.workspace.open_document)
    assert other.workspace is not None
    assert isinstance(other.workspace.inspector.page, LegendPage)
    assert PanelState({"mode": "of a later version"}).mode == "details"
    other.close()


def test_what_notes_say_is_chosen_from_the_menu_and_remembered(mapper: Person, shell: Shell) -> None:
    card = mapper.card("Advert").id
    mapper.workspace.bridge.run(set_card, [card], goal="Click")
    mapper.menu("view", "choose_fields")
    page = mapper.workspace.inspector.page
    assert isinstance(page, LegendPage)
    assert "goal" in page.fields.offered
    mapper.click(page.fields.toggles.button("goal"))
    assert mapper.editor.stage.layout.cards[card].body.key.said == ("Conversion goal: Click",)
    assert shell.settings.view["fields"] == ("goal",)
    assert Settings().view["fields"] == ("goal",), "from the disk"
    other = shell.new_window()
    other.show_document(mapper.workspace.open_document)
    assert other.workspace is not None
    assert other.workspace.editor.stage.options.fields == ("goal",)
    other.close()
