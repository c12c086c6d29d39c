"""Blind spots and borders between departments, shown from the View menu and the palette, kept for the next window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.shell import Shell
from model.commands.cards import set_card
from model.commands.links import link_cards
from shell_person import Person
from widgets.look.theme import look

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL = Modifier.ControlModifier


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages stay, however slow the computer is."""
    usual = look().motion
    monkeypatch.setattr(look(), "motion", lambda name: 600_000 if name == "toast_stay" else usual(name))


@pytest.fixture
def owner(mapper: Person) -> Person:
    """Somebody whose Advert is Marketing's and recorded, and whose Search is the shop's and is not."""
    run = mapper.workspace.bridge.run
    run(set_card, [mapper.card("Advert").id], department="Marketing", system="CRM")
    run(set_card, [mapper.card("Search").id], department="Shop")
    mapper.back_to_map()
    return mapper


def from_palette(person: Person, words: str) -> None:
    person.back_to_map()
    person.key(Key.Key_K, CTRL)
    palette = person.window.palette_popup
    assert palette.isVisible()
    QTest.keyClicks(palette._field, words)
    QTest.keyClick(palette._field, Key.Key_Return)
    assert not palette.isVisible()


def blind(person: Person) -> set[str]:
    cards = person.editor.stage.layout.cards
    return {person.document.item_table[i].text for i, box in cards.items() if box.body.foot.blind}


def bordered(person: Person) -> dict[str, tuple[str, ...]]:
    cards = person.editor.stage.layout.cards
    return {person.document.item_table[i].text: b.body.key.border for i, b in cards.items() if b.body.key.border}


def test_blind_spots_are_shown_from_the_menu_and_the_palette(owner: Person) -> None:
    assert blind(owner) == set()
    owner.menu("view", "show_blind_spots")
    assert blind(owner) == {"Search"} and owner.window.commands["show_blind_spots"].isChecked()
    from_palette(owner, "blind spots")
    assert blind(owner) == set() and not owner.window.commands["show_blind_spots"].isChecked()


def test_borders_between_departments_are_shown_from_the_menu_and_the_palette(owner: Person, shell: Shell) -> None:
    owner.workspace.bridge.run(link_cards, "handover", [owner.card("Advert").id], owner.card("Search").id)
    owner.workspace.selection.clear()
    assert bordered(owner) == {} and not owner.editor.stage.layout.links
    before = owner.editor.stage.layout.cards[owner.card("Search").id].h
    owner.menu("view", "show_borders")
    assert bordered(owner) == {"Search": ("Marketing", "Shop")}
    assert [box.kind for box in owner.editor.stage.layout.links.values()] == ["handover"]
    assert owner.editor.stage.layout.cards[owner.card("Search").id].h > before
    assert owner.window.commands["show_borders"].isChecked() and shell.settings.view["borders"] is True
    owner.workspace.bridge.run(set_card, [owner.card("Search").id], department="marketing")
    assert bordered(owner) == {}, "it follows edits"
    owner.workspace.bridge.undo()
    assert bordered(owner) == {"Search": ("Marketing", "Shop")}
    from_palette(owner, "borders between")
    assert bordered(owner) == {} and not owner.editor.stage.layout.links


def test_where_there_is_no_border_it_is_said_why(mapper: Person) -> None:
    def told() -> list[str]:
        return [toast.text() for toast in mapper.window.toasts.toasts()]

    run = mapper.workspace.bridge.run
    mapper.menu("view", "show_borders")
    assert told()[-1].startswith("There is no border yet: say at touchpoints"), "no touchpoint has a department"
    mapper.menu("view", "show_borders")
    assert len(told()) == 1, "nothing is said of what is not looked for"
    run(set_card, [mapper.card("Advert").id], department="Sales")
    mapper.menu("view", "show_borders")
    assert told()[-1].startswith("There is no border: all touchpoints that name")
    mapper.menu("view", "show_borders")
    run(set_card, [mapper.card("Search").id], department="Support")
    mapper.menu("view", "show_borders")
    assert len(told()) == 2, "there it is"
