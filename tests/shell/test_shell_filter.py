"""Finding notes in the window: what does not fit fades, what fits is counted and walked through."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.commands.cards import add_attached, move_cards, set_card, set_text
from model.commands.places import Cell, Listing
from shell_person import Person
from widgets.filters.popup import FilterPopup

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT = Modifier.ControlModifier, Modifier.ShiftModifier


@pytest.fixture
def searcher(mapper: Person) -> Person:
    """Somebody with Advert, Search and, at Search, two pain points, one of them bad."""
    run = mapper.workspace.bridge.run
    for text, severity in (("Slow", 2), ("Wrong size", 5)):
        made = run(add_attached, "pain_point", text, mapper.card("Search").id).added("items")[0]
        run(set_card, [made], severity=severity)
    mapper.back_to_map()
    return mapper


def popup(person: Person) -> FilterPopup:
    person.key(Key.Key_F, CTRL, person.window)
    person.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), FilterPopup))
    found = QApplication.activePopupWidget()
    assert isinstance(found, FilterPopup)
    return found


def faded(person: Person) -> set[str]:
    items = person.document.item_table
    return {items[i].text for i, card in person.editor.stage.scene.cards.items() if card.state.faded}


def bar(person: Person) -> str:
    found = person.window.bars.bar("filter")
    return "" if found is None else found.text()


def test_what_does_not_hold_the_words_fades(searcher: Person) -> None:
    asked = popup(searcher)
    QTest.keyClicks(asked.words, "wrong")
    assert faded(searcher) == {"Advert", "Search", "Slow"}
    assert asked.count.text() == "1 of 4 notes"
    assert bar(searcher) == "Filter: “wrong”.  1 of 4 notes."
    QTest.keyClick(asked.words, Key.Key_Return)
    assert not asked.isVisible()
    assert searcher.workspace.selection.current == searcher.card("Wrong size").id
    assert faded(searcher) == {"Advert", "Search", "Slow"}, "it stays until all is shown again"
    searcher.window.commands["show_all"].trigger()
    assert faded(searcher) == set() and bar(searcher) == ""


def test_chips_ask_for_what_the_map_says(searcher: Person) -> None:
    asked = popup(searcher)
    assert set(asked.parts) == {"kinds", "severity"}, "nothing is offered that no note says"
    severity = asked.parts["severity"]
    severity._buttons["5"].click()
    assert faded(searcher) == {"Advert", "Search", "Slow"}
    severity._buttons["2"].click()
    assert severity.values() == ("2",), "one bound, the one chosen last"
    assert faded(searcher) == {"Advert", "Search"}
    asked.parts["kinds"]._buttons["touchpoint"].click()
    assert faded(searcher) == {"Advert", "Search", "Slow", "Wrong size"}, "what is asked has to fit at once"
    QTest.keyClick(asked.words, Key.Key_Escape)
    assert "Touchpoint, severity 2 or more" in bar(searcher) and "0 of 4 notes" in bar(searcher)


def test_f3_walks_through_what_fits(searcher: Person) -> None:
    asked = popup(searcher)
    asked.parts["kinds"]._buttons["pain_point"].click()
    QTest.keyClick(asked.words, Key.Key_Escape)
    seen = []
    for modifiers in (Modifier.NoModifier, Modifier.NoModifier, Modifier.NoModifier, SHIFT):
        searcher.key(Key.Key_F3, modifiers, searcher.window)
        seen.append(searcher.document.item_table[searcher.workspace.selection.current or ""].text)
    assert seen == ["Slow", "Wrong size", "Slow", "Wrong size"]


def test_the_filter_follows_edits(searcher: Person) -> None:
    asked = popup(searcher)
    QTest.keyClicks(asked.words, "wrong")
    QTest.keyClick(asked.words, Key.Key_Escape)
    searcher.workspace.bridge.run(set_text, searcher.card("Slow").id, "Wrong and slow")
    assert faded(searcher) == {"Advert", "Search"}
    assert "2 of 4" in bar(searcher)
    searcher.add_cards("Another")
    assert "Another" in faded(searcher)


def test_a_note_that_comes_onto_the_map_from_the_inbox_fades(searcher: Person) -> None:
    run, advert = searcher.workspace.bridge.run, searcher.card("Advert")
    run(move_cards, [advert.id], Listing("inbox"))
    asked = popup(searcher)
    QTest.keyClicks(asked.words, "wrong")
    QTest.keyClick(asked.words, Key.Key_Escape)
    assert "Advert" not in faded(searcher), "it is not on the map"
    run(move_cards, [advert.id], Cell(advert.lane_id or "", advert.step_id or ""))
    assert "Advert" in faded(searcher), "as many notes as before, and the same ones fit"


def test_a_marquee_passes_over_what_fades(searcher: Person) -> None:
    asked = popup(searcher)
    QTest.keyClicks(asked.words, "advert")
    QTest.keyClick(asked.words, Key.Key_Escape)
    scene = searcher.editor.stage.scene
    assert {searcher.document.item_table[i].text for i in scene.cards_in(scene.sceneRect())} == {"Advert"}


def test_a_word_like_it_is_offered(searcher: Person) -> None:
    asked = popup(searcher)
    QTest.keyClicks(asked.words, "advrt")
    assert asked.meant.isVisible()
    QTest.mouseClick(asked.meant, Qt.MouseButton.LeftButton, Modifier.NoModifier, QPoint(5, 5))
    assert asked.words.text() == "Advert"
    assert faded(searcher) == {"Search", "Slow", "Wrong size"}


def test_f3_without_a_filter_asks_for_one(searcher: Person) -> None:
    searcher.key(Key.Key_F3, Modifier.NoModifier, searcher.window)
    searcher.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), FilterPopup))


# -- saved with the map ------------------------------------------------------------------------------------------


def saved_names(person: Person) -> list[str]:
    return [saved.name for saved in person.document.filters]


def save_now(person: Person, words: str, name: str) -> FilterPopup:
    """Look for words and save that under a name, by keys."""
    asked = popup(person)
    asked.words.setText("")
    QTest.keyClicks(asked.words, words)
    asked.saved.save.setFocus()
    QTest.keyClick(asked.saved.save, Key.Key_Space)
    assert asked.saved.field.hasFocus() and asked.saved.field.selectedText() == asked.saved.field.text()
    QTest.keyClicks(asked.saved.field, name)
    QTest.keyClick(asked.saved.field, Key.Key_Return)
    return asked


def test_a_filter_is_saved_with_the_map_under_a_name(searcher: Person) -> None:
    asked = popup(searcher)
    assert not asked.saved.save.isVisible(), "there is nothing to save"
    QTest.keyClicks(asked.words, "wrong")
    QTest.mouseClick(asked.saved.save, Qt.MouseButton.LeftButton)
    assert asked.saved.field.text() == "wrong", "its words are offered as its name"
    QTest.keyClicks(asked.saved.field, "Bad ones")
    QTest.keyClick(asked.saved.field, Key.Key_Return)
    assert asked.isVisible() and saved_names(searcher) == ["Bad ones"]
    (row,) = asked.saved.rows.values()
    assert row.button.isChecked() and row.button.hasFocus() and not asked.saved.save.isVisible()
    QTest.keyClick(asked, Key.Key_Escape)
    assert bar(searcher) == "Filter “Bad ones”: “wrong”.  1 of 4 notes."
    searcher.key(Key.Key_Z, CTRL, searcher.window)
    assert saved_names(searcher) == [], "one step of undo"


def test_saved_filters_are_applied_by_mouse_and_by_keyboard(searcher: Person) -> None:
    save_now(searcher, "wrong", "Bad ones")
    asked = popup(searcher)
    asked.parts["kinds"]._buttons["pain_point"].click()
    save = asked.saved
    QTest.mouseClick(save.save, Qt.MouseButton.LeftButton)
    assert save.field.text() == "Bad ones" and save.take.text() == "Replace", "what was applied is changed"
    QTest.keyClicks(save.field, "Pains")
    assert save.take.text() == "Save"
    QTest.mouseClick(save.take, Qt.MouseButton.LeftButton)
    assert saved_names(searcher) == ["Bad ones", "Pains"]
    asked._clear.click()
    assert faded(searcher) == set()
    first, second = (row.button for row in save.rows.values())
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert faded(searcher) == {"Advert", "Search", "Slow"}
    assert asked.words.text() == "wrong" and asked.parts["kinds"].values() == ("pain_point",)
    first.setFocus()
    QTest.keyClick(first, Key.Key_Return)
    assert asked.parts["kinds"].values() == () and first.isChecked() and not second.isChecked()


def test_a_filter_is_replaced_under_its_name(searcher: Person) -> None:
    save_now(searcher, "wrong", "Bad ones")
    asked = save_now(searcher, "slow", "bad ONES")
    assert saved_names(searcher) == ["Bad ones"]
    assert [row.saved.words for row in asked.saved.rows.values()] == ["slow"]


def test_saved_filters_are_renamed_and_removed_by_keys(searcher: Person) -> None:
    save_now(searcher, "wrong", "One")
    asked = save_now(searcher, "slow", "Two")
    first, second = asked.saved.rows.values()
    first.button.setFocus()
    QTest.keyClick(first.button, Key.Key_F2)
    QTest.keyClicks(first.field, "two")
    QTest.keyClick(first.field, Key.Key_Return)
    assert "Another filter is called" in asked.saved.hint.text() and saved_names(searcher) == ["One", "Two"]
    QTest.keyClick(first.field, Key.Key_Escape)
    assert asked.isVisible() and first.button.hasFocus()
    QTest.keyClick(first.button, Key.Key_F2)
    QTest.keyClicks(first.field, "First")
    QTest.keyClick(first.field, Key.Key_Return)
    assert saved_names(searcher) == ["First", "Two"]
    first, second = asked.saved.rows.values()
    assert first.button.hasFocus(), "the keyboard stays at the row"
    QTest.keyClick(first.button, Key.Key_Delete)
    assert saved_names(searcher) == ["Two"]
    (second,) = asked.saved.rows.values()
    assert second.button.hasFocus()
    QTest.mouseClick(second.bin, Qt.MouseButton.LeftButton)
    assert saved_names(searcher) == [] and not asked.saved.header.isVisible()


def test_a_saved_filter_is_found_in_the_palette(searcher: Person) -> None:
    asked = save_now(searcher, "wrong", "Bad ones")
    asked._clear.click()
    QTest.keyClick(asked.words, Key.Key_Escape)
    assert faded(searcher) == set()
    searcher.key(Key.Key_K, CTRL, searcher.window)
    palette = searcher.window.palette_popup
    searcher.qtbot.waitUntil(palette.isVisible)
    searcher.type("filter bad")
    searcher.key(Key.Key_Return)
    assert faded(searcher) == {"Advert", "Search", "Slow"}
    assert bar(searcher).startswith("Filter “Bad ones”")


def test_it_goes_with_the_file(searcher: Person) -> None:
    from model.files.native import dumps, loads

    save_now(searcher, "wrong", "Bad ones")
    read, _ = loads(dumps(searcher.document))
    assert [saved.name for saved in read.filters] == ["Bad ones"]
