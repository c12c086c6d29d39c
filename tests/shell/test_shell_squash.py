"""What is shown after a change is what stays: no page is painted squashed and mended a frame later."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from shell_person import Person
from widgets.panels.inspector_map import MapPage


def places(person: Person) -> dict[QWidget, QRect]:
    """Where everything in the inspector is."""
    inspector = person.workspace.inspector
    return {widget: widget.geometry() for widget in inspector.findChildren(QWidget) if widget.isVisible()}


def stays(person: Person, what: Callable[[], object]) -> None:
    """Do ``what``; nothing may move any more once it is done, however often the window paints itself."""
    what()
    at_once = places(person)
    person.qtbot.wait(250)
    later = places(person)
    assert at_once.keys() == later.keys()
    moved = {widget: (rect, later[widget]) for widget, rect in at_once.items() if rect != later[widget]}
    assert not moved, f"{len(moved)} parts moved afterwards"


@pytest.fixture
def reader(person: Person) -> Person:
    """Somebody who looks at the example on a laptop; the inspector has to scroll."""
    person.window.showNormal()
    person.window.resize(1366, 768)
    person.shell.files.open_example(person.window, "nl")
    person.qtbot.wait(250)
    assert person.workspace.right_shown
    assert person.workspace.inspector.isVisible()  # asking for it makes it, where the map is not painted yet
    person.qtbot.wait(250)
    return person


def test_the_inspector_is_whole_at_once(reader: Person) -> None:
    selection, document = reader.workspace.selection, reader.document
    hosts = {target.id for targets in document.targets.values() for target in targets}
    touchpoint = next(item.id for item in document.touchpoints if item.id in hosts)
    pain = next(item.id for item in document.placed if item.kind == "pain_point")
    stays(reader, lambda: selection.choose_cards([touchpoint]))
    stays(reader, lambda: reader.menu("view", "theme_dark"))
    stays(reader, lambda: selection.choose_cards([pain]))
    stays(reader, lambda: reader.menu("view", "language_nl"))
    stays(reader, lambda: selection.choose("phase", [document.phases[0].id]))
    stays(reader, selection.clear)
    page = reader.workspace.inspector.page
    assert isinstance(page, MapPage)
    row = next(iter(page.personas.rows.rows.values()))
    stays(reader, lambda: reader.click(row.unfold))
