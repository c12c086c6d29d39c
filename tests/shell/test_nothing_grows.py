"""Hours with one map: what was done and undone, looked for, opened and closed leaves nothing behind.

Objects are counted, not megabytes: those of Qt exactly, and those of our own classes beside what is kept up to a limit.
"""

from __future__ import annotations

import gc
from collections import Counter

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog

from model.commands.cards import add_attached, set_text
from model.finding import Filter
from model.layout import cards as card_layout
from shell_person import Person
from widgets.controls.toast import Toast

WARM, ROUNDS = 2, 4
OPENED = ("find", "filter", "shortcuts", "export", "about", "timer")
"""Commands that open a dialog or a popup."""
BOUNDED = ("model.text.", "model.draw.", "model.layout.", "model.records.", "model.changes.")
"""Where values come from that are remembered up to a limit: broken lines, drawings, edits since the journal's base."""


def settle() -> None:
    """What an event loop does until there is nothing to do."""
    for _ in range(5):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def close_what_is_open(person: Person) -> None:
    settle()
    person.window.palette_popup.close_palette()
    for dialog in person.window.findChildren(QDialog):
        if dialog.isVisible():
            dialog.reject()
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
        settle()
    settle()


def edit_and_undo(person: Person) -> None:
    """Edits of all sorts, taken back."""
    bridge, card = person.workspace.bridge, person.card("Advert").id
    for i in range(5):
        bridge.run(set_text, card, f"Text {i}")
        settle()
    bridge.run(add_attached, "pain_point", "Slow", card)
    settle()
    for _ in range(6):
        bridge.undo()
        settle()


def look_for(person: Person) -> None:
    """A filter, through what fits, and all again."""
    person.window.handlers.filtering.state.look_for(Filter(words="adv"))
    person.window.commands["find_next"].trigger()
    settle()
    person.window.commands["show_all"].trigger()
    settle()


def choose(person: Person) -> None:
    """One note after the other, then none."""
    for text in ("Advert", "Search"):
        person.workspace.selection.choose_cards([person.card(text).id])
        settle()
    person.workspace.selection.choose_cards([])
    settle()


def look_around(person: Person) -> None:
    """Every view of the map, and its wall."""
    for view in ("view_list", "view_actions", "view_map", "wall", "wall"):
        person.window.commands[view].trigger()
        settle()
    person.qtbot.waitUntil(person.window.isActiveWindow)
    person.back_to_map()


def visible() -> int:
    """How many widgets are to be seen."""
    return sum(widget.isVisible() for widget in QApplication.allWidgets())


def open_and_close(person: Person) -> None:
    """Dialogs and popups."""
    for command in OPENED:
        before = visible()
        person.window.commands[command].trigger()
        settle()
        assert visible() > before, command
        close_what_is_open(person)


def counted() -> tuple[Counter[str], Counter[str]]:
    """(widgets by class, objects of our own classes by class)."""
    settle()
    gc.collect()
    settle()
    gc.collect()
    widgets = Counter(type(widget).__name__ for widget in QApplication.allWidgets())
    own = Counter(f"{type(o).__module__}.{type(o).__qualname__}" for o in gc.get_objects())
    ours = {name: n for name, n in own.items() if name.startswith(("app.", "widgets.", "model."))}
    return widgets, Counter({name: n for name, n in ours.items() if not name.startswith(BOUNDED)})


def test_a_day_with_one_map_leaves_nothing_behind(mapper: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Toast, "start", lambda toast: toast.dismiss())  # none is on its way while we count
    mapper.workspace._furnish()
    mapper.back_to_map()
    settle()

    def a_while() -> None:
        for act in (edit_and_undo, look_for, choose, look_around, open_and_close):
            act(mapper)

    for _ in range(WARM):
        a_while()
    widgets, ours = counted()
    for _ in range(ROUNDS):
        a_while()
    widgets_then, ours_then = counted()
    assert widgets_then - widgets == Counter()
    assert {name: n for name, n in (ours_then - ours).items() if n >= ROUNDS} == {}


def test_of_a_note_that_is_written_again_and_again_few_versions_are_remembered(
    mapper: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_layout, "_MORE_REMEMBERED", 20)
    card, bridge = mapper.card("Advert").id, mapper.workspace.bridge
    most = 2 * len(mapper.document.item_table) + card_layout._MORE_REMEMBERED
    for i in range(most + 10):
        bridge.run(set_text, card, f"Text {i}")
        assert 0 < len(card_layout._OWN_WORDS) <= most
    newest = mapper.document.item_table[card]
    assert card_layout._OWN_WORDS[id(newest)][0] is newest
