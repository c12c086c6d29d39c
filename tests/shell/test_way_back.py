"""A message with the way back takes back what it tells of; who pressed its button goes on where they were."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton

from model.commands import grid
from shell_person import Person
from widgets.controls.bar import Bar
from widgets.controls.toast import Toast
from widgets.look.theme import look


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages stay, however slow the computer is."""
    usual = look().motion
    monkeypatch.setattr(look(), "motion", lambda name: 600_000 if name == "toast_stay" else usual(name))


def remove_phase(person: Person, name: str) -> None:
    phase = next(phase for phase in person.document.phases if phase.name == name)
    person.workspace.selection.choose("phase", [phase.id])
    person.back_to_map()
    person.menu("map", "remove_header")


def said(person: Person) -> list[Toast]:
    return person.window.toasts.toasts()


def ways_back(person: Person) -> list[bool]:
    """Of each message, oldest first: whether it offers the way back."""
    found = []
    for toast in said(person):
        button = toast.action_button()
        found.append(button is not None and not button.isHidden())
    return found


def press(button: QPushButton) -> None:
    """Press it as the mouse does, the keyboard included."""
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    at = QPointF(button.rect().center())
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        held = Qt.MouseButton.LeftButton if kind == QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
        event = QMouseEvent(
            kind, at, button.mapToGlobal(at), Qt.MouseButton.LeftButton, held, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(button, event)
    QApplication.processEvents()


def names(person: Person) -> list[str]:
    return [phase.name for phase in person.document.phases]


def test_only_the_edit_that_is_the_last_has_its_way_back(mapper: Person) -> None:
    before = names(mapper)
    first, second = before[1], before[2]
    remove_phase(mapper, first)
    remove_phase(mapper, second)
    assert [toast.text() for toast in said(mapper)] == [f"Phase “{first}” removed.", f"Phase “{second}” removed."]
    assert ways_back(mapper) == [False, True], "the older one would take back the newer edit"
    button = said(mapper)[-1].action_button()
    assert button is not None
    press(button)
    assert names(mapper) == [name for name in before if name != first]
    assert ways_back(mapper) == [True], "now it is the last again"
    button = said(mapper)[-1].action_button()
    assert button is not None
    press(button)
    assert names(mapper) == before


def test_what_is_written_after_a_removal_is_not_taken_back_by_its_message(mapper: Person) -> None:
    remove_phase(mapper, names(mapper)[1])
    mapper.add_cards("Written since")
    assert ways_back(mapper)[0] is False
    mapper.editor.undo()
    while not ways_back(mapper)[0]:
        assert mapper.workspace.bridge.session.can_undo
        mapper.editor.undo()
    assert "Written since" not in mapper.texts()


def test_a_lane_and_a_step_are_named_as_well(mapper: Person) -> None:
    lane = next(lane for lane in mapper.document.lanes if lane.kind == "pain_points")
    mapper.workspace.selection.choose("lane", [lane.id])
    mapper.back_to_map()
    mapper.menu("map", "remove_header")
    assert said(mapper)[-1].text().startswith("Lane “Pain points” removed.")
    phase = mapper.document.phases[0]
    mapper.workspace.bridge.run(grid.add_step, phase.id, "")
    step = mapper.document.steps_by_phase[phase.id][-1]
    mapper.workspace.selection.choose("step", [step.id])
    mapper.menu("map", "remove_header")
    assert said(mapper)[-1].text().startswith("Step removed."), "it has no name"


def test_the_map_has_the_keyboard_again_after_the_button_of_a_message(mapper: Person) -> None:
    remove_phase(mapper, names(mapper)[1])
    mapper.back_to_map()
    where = mapper.focus
    button = said(mapper)[-1].action_button()
    assert button is not None
    press(button)
    assert mapper.focus is where


def test_the_map_has_the_keyboard_again_after_the_button_of_a_bar(mapper: Person) -> None:
    mapper.back_to_map()
    where = mapper.focus
    mapper.window.bars.show_bar("test", Bar("neutral", "filter", "A filter.", ""))
    bar = mapper.window.bars.bar("test")
    assert bar is not None
    bar.add_button("Show all", lambda: mapper.window.bars.remove_bar("test"))
    press(bar.findChildren(QPushButton)[-1])
    assert mapper.window.bars.bar("test") is None
    assert mapper.focus is where
