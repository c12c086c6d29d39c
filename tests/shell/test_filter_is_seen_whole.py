"""What can be asked for is seen without scrolling, where a popup of sensible height has the room."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from model.commands.cards import add_attached, add_cards, set_emotion
from model.commands.grid import add_persona
from model.commands.places import Cell
from model.records import Language
from shell_person import CTRL, Person
from widgets.filters.popup import FilterPopup


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_sort_of_thing_is_in_sight(person: Person, tmp_path: Path, language: Language) -> None:
    person.shell.choose_language(language)
    person.shell.files.create(person.window, "eight-phases", "My map", language)
    run = person.workspace.bridge.run
    for name in ("Ria", "Bart"):
        run(add_persona, name)
    document = person.document
    lane = {lane.kind: lane.id for lane in document.lanes}
    step = document.steps[0].id
    host = run(add_cards, "touchpoint", ["Calls"], Cell(lane["touchpoints"], step)).added("items")[0]
    run(add_cards, "thought", ["Again?"], Cell(lane["thoughts"], step))
    for kind in ("pain_point", "insight", "opportunity", "solution"):
        run(add_attached, kind, kind, host)
    for persona in person.document.personas:
        run(set_emotion, host, persona.id, score=1)
    person.back_to_map()
    person.key(Qt.Key.Key_F, CTRL, person.window)
    person.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), FilterPopup))
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, FilterPopup)
    QApplication.processEvents()
    area = popup.findChild(QScrollArea)
    assert area is not None
    assert len(popup.parts) > 1
    assert area.verticalScrollBar().maximum() == 0
    popup.close()
