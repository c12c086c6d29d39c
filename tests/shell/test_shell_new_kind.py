"""A kind of card that the program does not have, in the running program: its lane from the menu, its cards by hand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from model.kinds import ItemKind
from new_kind import added_kind
from shell_person import Person

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def prop() -> Iterator[ItemKind]:
    with added_kind() as kind:
        yield kind


def test_its_lane_comes_from_the_menu_and_its_card_hangs_on_a_touchpoint(prop: ItemKind, mapper: Person) -> None:
    mapper.back_to_map()
    mapper.key(Qt.Key.Key_L, CTRL | SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.actions() if action.data() == "props")
    assert action.text() == "Things in hand"
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    mapper.key(Qt.Key.Key_Escape)  # it is called as its kind
    assert [lane.kind for lane in mapper.document.lanes].count("props") == 1
    mapper.workspace.selection.choose_cards([mapper.card("Advert").id])
    mapper.editor.new_attached("prop")
    mapper.type("Paper bag")
    mapper.workspace.commit()
    bag, advert = mapper.card("Paper bag"), mapper.card("Advert")
    assert (bag.kind, bag.place, bag.step_id) == ("prop", advert.place, advert.step_id)
    assert bag in mapper.document.attachments[advert.id]
