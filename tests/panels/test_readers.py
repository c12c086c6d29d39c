"""What a screen reader and the keyboard find in the panels: the whole map in the outline, every stop of Tab, the ring.

All through the accessibility interface, as a screen reader asks, and by real keys.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from model.commands import cards, grid
from model.commands.places import Cell, lane_for
from model.document import Document
from panel_room import Room
from widgets.panels.modes import Mode
from widgets.panels.outline import Outline
from widgets.selection import emotion_key

Role, Text = QAccessible.Role, QAccessible.Text
TAB = Qt.Key.Key_Tab
PAGES = ("card", "cards", "phase", "lane", "point", "map", "trace", "people", "legend", "check")
"""The pages of the inspector."""


@pytest.fixture
def listening() -> Iterator[None]:
    """A screen reader listens: Qt tells it of what changes."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def spoken(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    assert found.isValid()
    return found


def rows(outline: Outline) -> list[QAccessibleInterface]:
    """The rows of the outline, as a reader gets them."""
    tree = spoken(outline)
    found = (tree.child(place) for place in range(tree.childCount()))
    return [row for row in found if row.role() == Role.TreeItem]


def names(outline: Outline) -> list[str]:
    return [row.text(Text.Name) for row in rows(outline)]


def depth(outline: Outline) -> int:
    """How deep the tree is: 1 for phases and touchpoints, 2 for phases, lanes and notes."""
    return max(outline.rows.depth_of(index) for index in outline.rows.every_index())


def row_of(outline: Outline, begins: str) -> QAccessibleInterface:
    return next(row for row in rows(outline) if row.text(Text.Name).startswith(begins))


def whole(room: Room) -> Outline:
    outline = room.left.body.outline
    outline.show_whole(True)
    outline.unfold_all()
    room.settle()
    return outline


def expected(document: Document) -> list[str]:
    """How the rows of the whole map begin, worked out from the tables alone."""
    found = []
    lanes = [lane for lane in document.lanes if lane.kind not in ("channels", "emotion")]
    for number, phase in enumerate(document.phases, 1):
        found.append(f"Phase {number}, {phase.name}, ")
        steps = document.steps_by_phase[phase.id]
        several = len(steps) > 1 or bool(steps[0].name)
        for place, step in enumerate(steps, 1):
            if several:
                found.append(f"Step, {step.name or f'Step {place}'}, ")
            for lane in lanes:
                found.append("Lane, ")
                found += [f"N{card.number}: {card.text}" for card in document.cell(lane.id, step.id)]
    return found


# -- the outline ---------------------------------------------------------------------------------------------------


def test_the_outline_says_the_whole_map_in_map_order(room: Room) -> None:
    room.bridge.run(grid.add_step, room.document.phases[1].id, "Afrekenen")
    lane = lane_for(room.document, "thought")
    assert lane is not None
    room.bridge.run(cards.add_cards, "thought", ["Duurt dit lang?"], Cell(lane.id, room.document.steps[0].id))
    outline = whole(room)
    said, wanted = names(outline), expected(room.document)
    assert len(said) == len(wanted)
    assert all(name.startswith(begin) for name, begin in zip(said, wanted, strict=True)), said
    for item in room.document.placed:
        assert sum(name.startswith(f"N{item.number}: ") for name in said) == 1
    assert spoken(outline).text(Text.Name) == "Outline"


def test_each_row_says_what_it_is_and_how_it_stands(room: Room, listening: None) -> None:
    room.bridge.run(cards.set_card, [room.card("Wacht lang").id], severity=4, evidence="observed")
    outline = whole(room)
    said = names(outline)
    assert "Phase 2, Aankoop, 4 notes" in said
    assert "Lane, Touchpoints, 2 notes" in said
    assert "Lane, Thoughts, empty" in said
    assert "N1: Zoekt, Touchpoint, Webshop, feeling +1" in said
    assert "N4: Wacht lang, Pain point, severity 4, Observed" in said
    phase = row_of(outline, "Phase 2")
    assert phase.state().expandable
    assert phase.state().expanded
    room.choose("Belt")
    card = row_of(outline, "N2: ")
    assert card.role() == Role.TreeItem
    assert card.state().selected
    assert not row_of(outline, "N1: ").state().selected
    room.focus(outline)
    assert spoken(outline).state().focused
    outline.fold_all()
    room.settle()
    assert [name.split(",")[0] for name in names(outline)] == ["Phase 1", "Phase 2", "Phase 3"]
    assert not row_of(outline, "Phase 2").state().expanded


def test_an_edit_is_heard_where_it_was_made_and_undo_too(room: Room, listening: None) -> None:
    outline = whole(room)
    changed: list[str] = []
    outline.rows.dataChanged.connect(lambda index, _last: changed.append(str(index.data())))
    room.bridge.run(cards.set_text, room.card("Wacht lang").id, "Wacht veel te lang")
    assert changed == ["Wacht veel te lang"], "one row says something else; the reader stays where it is"
    assert any(name.startswith("N4: Wacht veel te lang") for name in names(outline))
    room.bridge.undo()
    assert any(name.startswith("N4: Wacht lang") for name in names(outline))
    room.bridge.run(grid.set_fields, "phases", room.document.phases[0].id, name="Kijken")
    assert names(outline)[0].startswith("Phase 1, Kijken")
    before = len(names(outline))
    room.bridge.run(cards.delete_cards, [room.card("Betaalt").id])
    assert len(names(outline)) == before - 1
    assert "Phase 2, Aankoop, 3 notes" in names(outline), "what was unfolded stays so"


def test_arrows_walk_the_whole_map_and_choose_what_they_come_to(room: Room) -> None:
    outline = whole(room)
    room.focus(outline)
    room.key(Qt.Key.Key_Down)
    room.key(Qt.Key.Key_Home)
    kinds = [room.selection.kind]
    for _ in range(len(names(outline)) - 1):
        room.key(Qt.Key.Key_Down)
        kinds.append(room.selection.kind)
    assert kinds[0] == "phase"
    assert set(kinds) == {"phase", "lane", "cards"}
    lanes = len([lane for lane in room.document.lanes if lane.kind not in ("channels", "emotion")])
    assert kinds.count("lane") == lanes * len(room.document.phases)
    assert kinds.count("cards") == len(room.document.placed)


def test_who_listens_gets_the_whole_map_unasked(room: Room, listening: None) -> None:
    outline = room.left.body.outline
    room.bridge.run(grid.add_phase, "Nazorg")
    assert outline.shows_whole
    outline.unfold_all()
    room.settle()
    assert [name.split(",")[0] for name in names(outline)].count("Lane") == expected(room.document).count("Lane, ")


def test_the_whole_map_is_asked_for_by_the_menu_and_left_by_it(room: Room) -> None:
    body = room.left.body
    assert depth(body.outline) == 1, "nobody listens"
    menu = body.outline_menu()
    menu.popup(QPoint(20, 20))
    action = next(action for action in menu.actions() if action.text() == "Every lane and note")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    room.settle()
    assert depth(body.outline) == 2
    body.outline.show_whole(False)
    assert depth(body.outline) == 1


def test_the_inbox_and_the_parking_lot_are_lists_of_notes(room: Room) -> None:
    for notes, texts in (
        (room.left.body.inbox.notes, ("Los een", "Los twee", "Los drie")),
        (room.left.body.parking.notes, ("Later",)),
    ):
        found = spoken(notes)
        assert found.role() == Role.List
        children = [found.child(place) for place in range(found.childCount())]
        assert len(children) == len(texts)
        for child, text in zip(children, texts, strict=True):
            assert child.role() == Role.ListItem
            assert text in child.text(Text.Name)


# -- the keyboard --------------------------------------------------------------------------------------------------


def stops(panel: QWidget) -> list[QWidget]:
    """What Tab has to come to: everything in sight that takes the keyboard by Tab and is on."""
    found = []
    for widget in panel.findChildren(QWidget):
        policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if policy == Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled() and not widget.focusProxy():
            found.append(widget)
    return [widget for widget in found if not isinstance(widget, QScrollArea)]


def walked(room: Room, most: int = 400) -> list[QWidget]:
    """Where Tab comes, all round the window."""
    found: list[QWidget] = []
    for _ in range(most):
        here = room.focused
        if found and here is found[0]:
            return found
        found.append(here)
        QTest.keyClick(here, TAB)
        QApplication.processEvents()
    raise AssertionError("Tab does not come round")


def radio_group(widget: QWidget) -> object:
    """Of radio buttons only one is a stop of Tab: what they have in common."""
    return widget.parentWidget() if widget.inherits("QRadioButton") else widget


def open_page(room: Room, page: str) -> None:
    """Show one of the pages of the inspector."""
    document = room.document
    if page == "card":
        room.choose("Belt")
    elif page == "cards":
        room.choose("Zoekt", "Wacht lang")
    elif page == "phase":
        room.selection.choose("phase", [document.phases[0].id])
    elif page == "lane":
        room.selection.choose("lane", [document.lanes[1].id])
    elif page == "point":
        room.selection.choose("emotion", [emotion_key(room.card("Zoekt").id, document.personas[0].id)])
    elif page != "map":
        room.choose("Wacht lang")
        room.inspector.show_mode(cast(Mode, page))
    room.settle()


@pytest.mark.parametrize("page", PAGES)
def test_tab_comes_to_everything_in_the_panels_and_one_sees_where_it_is(room: Room, page: str) -> None:
    open_page(room, page)
    room.focus(room.left.body.outline)
    found = {radio_group(widget) for widget in walked(room)}
    for panel in (room.left, room.inspector):
        missing = [widget for widget in stops(panel) if radio_group(widget) not in found]
        assert not missing, [f"{type(widget).__name__} {widget.accessibleName()}" for widget in missing]
    see_the_ring(room, page)


def picture(room: Room, widget: QWidget) -> QImage:
    """The window round a widget."""
    place = widget.mapTo(room.window, QPoint(0, 0))
    rect = widget.rect().translated(place).adjusted(-6, -6, 6, 6).intersected(room.window.rect())
    return room.window.grab(rect).toImage()


def see_the_ring(room: Room, page: str) -> None:
    """What has the keyboard looks otherwise than without it."""
    looked = 0
    for panel in (room.inspector, room.left) if page == "card" else (room.inspector,):
        for widget in stops(panel):
            room.focus(room.editor)
            place = widget.mapTo(panel, widget.rect().center())
            if not panel.rect().contains(place):
                continue  # it is scrolled into sight with the focus, so that the pictures cannot be compared
            before = picture(room, widget)
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            room.settle()
            if widget.mapTo(panel, widget.rect().center()) == place:
                assert picture(room, widget) != before, f"{type(widget).__name__} {widget.accessibleName()}"
                looked += 1
    assert looked
