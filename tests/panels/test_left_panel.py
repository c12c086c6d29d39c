"""The left panel: outline, lists with drag and drop, minimap, rail."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.changes import apply
from model.commands import cards, grid
from model.commands.places import Cell, Listing
from model.newmap import new_map
from panel_room import Room
from widgets.canvas.mime import card_mime
from widgets.panels.left import shares
from widgets.panels.note_list import NoteList
from widgets.panels.note_row import SIDE
from widgets.panels.outline_rows import CardRow, PhaseRow
from widgets.panels.rail import RAIL

CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def inbox(room: Room) -> NoteList:
    return room.left.body.inbox.notes


def parking(room: Room) -> NoteList:
    return room.left.body.parking.notes


def flies(room: Room) -> bool:
    """Whether the panel lies over the map."""
    return room.left.flyout_open


def texts(room: Room, place: str) -> list[str]:
    items = room.document.inbox if place == "inbox" else room.document.parking
    return [item.text for item in items]


def click_row(room: Room, notes: NoteList, text: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
    rect = notes.visualRect(notes.notes.find(room.card(text).id))
    QTest.mouseClick(notes.viewport(), Qt.MouseButton.LeftButton, modifiers, rect.center())
    room.settle()


def drop(notes: NoteList, mime: QMimeData, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> tuple[bool, bool]:
    """Drag over the list and let go; whether it was taken in, and whether the drop was."""
    actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    left = Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(at, actions, mime, left, modifiers)
    QApplication.sendEvent(notes.viewport(), enter)
    if not enter.isAccepted():
        QApplication.sendEvent(notes.viewport(), QDragLeaveEvent())
        return False, False
    move = QDragMoveEvent(at, actions, mime, left, modifiers)
    QApplication.sendEvent(notes.viewport(), move)
    letting_go = QDropEvent(QPointF(at), actions, mime, left, modifiers)
    QApplication.sendEvent(notes.viewport(), letting_go)
    return True, letting_go.isAccepted()


# -- outline -------------------------------------------------------------------------------------------------


def test_outline_shows_phases_with_number_count_channel_and_faces(room: Room) -> None:
    (first, cards_first), (second, cards_second), (third, _) = room.left.body.outline.rows.rows
    assert (first.number, first.name, first.count) == (1, "Oriëntatie", 1)
    assert (second.count, third.count) == (2, 0)
    assert cards_first[0].icon == "world"
    assert cards_first[0].faces == ((0, 1),)
    assert [card.text for card in cards_second] == ["Belt", "Betaalt"]
    room.bridge.run(grid.set_fields, "phases", first.id, name="Kijken")
    assert room.left.body.outline.rows.rows[0][0].name == "Kijken"


def test_a_click_on_a_chevron_unfolds_and_a_click_on_a_row_chooses(room: Room) -> None:
    outline = room.left.body.outline
    phase = outline.visualRect(outline.rows.index(1, 0))
    QTest.mouseClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(14, phase.center().y()))
    room.settle()
    assert outline.unfolded() == {room.document.phases[1].id}
    assert room.selection.kind == "none"
    row = outline.visualRect(outline.rows.find(room.card("Betaalt").id))
    with room.no_step():
        QTest.mouseClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert room.selection.cards == (room.card("Betaalt").id,)
    QTest.mouseClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, phase.center().y()))
    room.settle()
    assert (room.selection.kind, room.selection.current) == ("phase", room.document.phases[1].id)


def test_choosing_shows_the_card_on_the_map(room: Room) -> None:
    for number in range(30):
        room.bridge.run(grid.add_phase, f"Fase {number}")
    step = room.document.steps[-1]
    lane = next(lane for lane in room.document.lanes if lane.kind == "touchpoints")
    far = room.bridge.run(cards.add_cards, "touchpoint", ["Ver weg"], Cell(lane.id, step.id)).added("items")[0]
    room.settle()
    room.editor.set_zoom(1.0)
    box = room.editor.stage.layout.cards[far]
    assert not room.editor.view.shown_area().contains(QPointF(box.x, box.y))
    outline = room.left.body.outline
    outline.expand(outline.rows.find(far).parent())
    room.settle()
    outline.scrollTo(outline.rows.find(far))
    QTest.mouseClick(
        outline.viewport(), Qt.MouseButton.LeftButton, pos=outline.visualRect(outline.rows.find(far)).center()
    )
    room.settle()
    assert room.editor.view.shown_area().contains(QPointF(box.x, box.y))


def test_outline_follows_the_map_and_unfolds_for_it(room: Room) -> None:
    outline = room.left.body.outline
    room.choose("Belt")
    chosen = [outline.rows.row_of(index) for index in outline.selectionModel().selectedIndexes()]
    assert [row.id for row in chosen if isinstance(row, CardRow)] == [room.card("Belt").id]
    room.selection.choose("phase", [room.document.phases[2].id])
    chosen = [outline.rows.row_of(index) for index in outline.selectionModel().selectedIndexes()]
    assert [row.number for row in chosen if isinstance(row, PhaseRow)] == [3]
    room.selection.clear()
    assert not outline.selectionModel().hasSelection()


def test_unfolded_phases_stay_unfolded_when_cards_come_and_go(room: Room) -> None:
    outline = room.left.body.outline
    outline.unfold_all()
    before = outline.unfolded()
    room.bridge.run(cards.delete_cards, [room.card("Betaalt").id])
    room.bridge.run(grid.add_phase, "Nieuw", room.document.phases[0].id)
    assert outline.unfolded() >= before
    outline.fold_all()
    assert outline.unfolded() == set()


def test_outline_by_keyboard(room: Room) -> None:
    outline = room.left.body.outline
    room.choose("Belt")
    room.focus(outline)
    room.key(Qt.Key.Key_Down)
    assert room.selection.cards == (room.card("Betaalt").id,)
    with room.one_step():
        room.key(Qt.Key.Key_Delete)
    assert "Betaalt" not in [item.text for item in room.document.item_table.values()]
    room.choose("Zoekt")
    room.focus(outline)
    room.key(Qt.Key.Key_F2)
    assert room.editor.editing
    room.editor.commit_edit()
    room.focus(outline)
    room.key(Qt.Key.Key_Return)
    assert room.editor.view.hasFocus()


# -- lists ---------------------------------------------------------------------------------------------------


def test_lists_show_their_cards_with_count(room: Room) -> None:
    assert [room.document.item_table[i].text for i in inbox(room).ids()] == ["Los een", "Los twee", "Los drie"]
    assert room.left.body.inbox.bar.count.text() == "3"
    assert room.left.body.parking.bar.count.text() == "1"
    assert room.left.body.inbox.empty.isHidden()
    room.bridge.run(cards.delete_cards, parking(room).ids())
    room.settle()
    assert room.left.body.parking.empty.isVisible()
    assert room.left.body.parking.bar.count.text() == ""


def test_a_click_chooses_and_control_adds(room: Room) -> None:
    click_row(room, inbox(room), "Los een")
    assert room.selection.cards == (room.card("Los een").id,)
    click_row(room, inbox(room), "Los drie", CONTROL)
    assert set(room.selection.cards) == {room.card("Los een").id, room.card("Los drie").id}
    click_row(room, parking(room), "Later")
    assert room.selection.cards == (room.card("Later").id,)
    assert not inbox(room).selectionModel().hasSelection()


def test_the_plus_writes_cards_one_after_the_other(room: Room) -> None:
    room.click(room.left.body.inbox.add)
    field = inbox(room).note_editor
    assert field is not None
    assert field.hasFocus()
    with room.one_step() as step:
        room.type("Eerste nieuwe")
        room.key(Qt.Key.Key_Return)
    assert step.ids("items") == {room.card("Eerste nieuwe").id}
    assert room.card("Eerste nieuwe").kind == "touchpoint"
    assert inbox(room).note_editor is not None
    with room.one_step():
        room.type("Tweede nieuwe")
        room.key(Qt.Key.Key_Escape)
    assert inbox(room).note_editor is None
    assert room.selection.cards == (room.card("Tweede nieuwe").id,)
    assert texts(room, "inbox")[-2:] == ["Eerste nieuwe", "Tweede nieuwe"]
    assert inbox(room).hasFocus()


def test_the_card_written_last_is_chosen_when_the_next_one_stays_empty(room: Room) -> None:
    room.click(room.left.body.inbox.add)
    room.type("Idee")
    room.key(Qt.Key.Key_Return)
    with room.no_step():
        room.key(Qt.Key.Key_Escape)
    assert room.selection.cards == (room.card("Idee").id,)


def test_a_card_that_vanishes_while_it_is_written_leaves_its_text(room: Room) -> None:
    click_row(room, inbox(room), "Los twee")
    room.key(Qt.Key.Key_F2)
    room.type("Niet kwijt")
    room.bridge.run(cards.delete_cards, [room.card("Los twee").id])
    room.settle()
    assert inbox(room).note_editor is None
    assert texts(room, "inbox") == ["Los een", "Los drie", "Niet kwijt"]


def test_other_edits_do_not_end_the_writing(room: Room) -> None:
    click_row(room, inbox(room), "Los twee")
    room.key(Qt.Key.Key_F2)
    room.type("Half")
    room.bridge.run(cards.delete_cards, [room.card("Los een").id])
    room.bridge.run(cards.add_cards, "note", ["Erbij"], Listing("inbox"))
    room.settle()
    room.type(" af")
    with room.one_step():
        room.key(Qt.Key.Key_Return)
    assert texts(room, "inbox") == ["Half af", "Los drie", "Erbij"]


def test_a_new_card_without_text_vanishes(room: Room) -> None:
    room.click(room.left.body.parking.add)
    with room.no_step():
        room.key(Qt.Key.Key_Return)
    assert parking(room).notes.rows == parking(room).ids()
    assert parking(room).note_editor is None


def test_a_parked_card_is_a_note(room: Room) -> None:
    room.click(room.left.body.parking.add)
    with room.one_step():
        room.type("Later nog")
        room.click(room.left.body.inbox.bar)
        room.focus(room.editor.view)
    assert (room.card("Later nog").kind, room.card("Later nog").place) == ("note", "parking")


def test_enter_and_f2_write_in_the_list(room: Room) -> None:
    click_row(room, inbox(room), "Los twee")
    room.focus(inbox(room))
    room.key(Qt.Key.Key_F2)
    with room.one_step() as step:
        room.type("Los anders")
        room.key(Qt.Key.Key_Return)
    assert step.ids("items") == {room.card("Los anders").id}
    assert inbox(room).note_editor is None
    room.key(Qt.Key.Key_Return)
    assert inbox(room).note_editor is not None
    with room.no_step():
        room.key(Qt.Key.Key_Escape)
    assert room.selection.cards == (room.card("Los anders").id,)


def test_a_note_grows_while_it_is_written(room: Room) -> None:
    click_row(room, inbox(room), "Los twee")
    low = inbox(room).content_height()
    room.key(Qt.Key.Key_F2)
    room.type("een veel langere tekst die over meer dan drie regels loopt omdat zij niet past in de breedte")
    room.settle()
    assert inbox(room).content_height() > low + 20
    room.key(Qt.Key.Key_Escape)
    note = inbox(room).notes.body(1, inbox(room).viewport().width() - 2 * SIDE)
    assert note is not None
    assert len(note[0].lines) > 3


def test_arrows_delete_cut_copy_and_paste(room: Room) -> None:
    click_row(room, inbox(room), "Los een")
    room.key(Qt.Key.Key_Down)
    assert room.selection.cards == (room.card("Los twee").id,)
    room.key(Qt.Key.Key_C, CONTROL)
    with room.one_step():
        room.key(Qt.Key.Key_V, CONTROL)
    assert texts(room, "inbox") == ["Los een", "Los twee", "Los twee", "Los drie"]
    with room.one_step():
        room.key(Qt.Key.Key_X, CONTROL)
    assert texts(room, "inbox") == ["Los een", "Los twee", "Los drie"]
    room.focus(parking(room))
    click_row(room, parking(room), "Later")
    with room.one_step():
        room.key(Qt.Key.Key_V, CONTROL)
    assert texts(room, "parking") == ["Later", "Los twee"]
    with room.one_step():
        room.key(Qt.Key.Key_Delete)
    assert texts(room, "parking") == ["Later"]


def test_pasted_lines_become_cards(room: Room) -> None:
    QApplication.clipboard().setText("- eerste\n- tweede")
    click_row(room, parking(room), "Later")
    with room.one_step():
        room.key(Qt.Key.Key_V, CONTROL)
    assert texts(room, "parking") == ["Later", "eerste", "tweede"]


def test_control_and_arrows_sort(room: Room) -> None:
    click_row(room, inbox(room), "Los drie")
    with room.one_step() as step:
        room.key(Qt.Key.Key_Up, CONTROL)
    assert texts(room, "inbox") == ["Los een", "Los drie", "Los twee"]
    assert step.ids("items") == {room.card("Los drie").id}
    with room.one_step():
        room.key(Qt.Key.Key_Down, CONTROL)
    with room.no_step():
        room.key(Qt.Key.Key_Down, CONTROL)
    assert texts(room, "inbox") == ["Los een", "Los twee", "Los drie"]


# -- drag and drop -------------------------------------------------------------------------------------------


def top_of(notes: NoteList, row: int) -> QPoint:
    rect = notes.visualRect(notes.notes.index(row))
    return QPoint(rect.center().x(), rect.top() + 3)


def test_a_card_from_the_map_lands_where_it_is_dropped(room: Room) -> None:
    belt, pain = room.card("Belt"), room.card("Wacht lang")
    with room.one_step() as step:
        assert drop(inbox(room), card_mime(room.document, [belt.id]), top_of(inbox(room), 1)) == (True, True)
    assert texts(room, "inbox")[:2] == ["Los een", "Belt"]
    assert pain.id in step.ids("items")  # what hangs on it comes along
    assert room.card("Wacht lang").place == "inbox"
    assert room.selection.cards == (belt.id,)


def test_sorting_inside_a_list_by_dragging(room: Room) -> None:
    mime = card_mime(room.document, [room.card("Los drie").id])
    with room.one_step() as step:
        drop(inbox(room), mime, top_of(inbox(room), 0))
    assert texts(room, "inbox") == ["Los drie", "Los een", "Los twee"]
    assert step.ids("items") == {room.card("Los drie").id}
    with room.no_step():
        drop(inbox(room), card_mime(room.document, [room.card("Los drie").id]), top_of(inbox(room), 0))


def test_from_one_list_to_the_other_and_several_at_once(room: Room) -> None:
    ids = [room.card("Los een").id, room.card("Los drie").id]
    with room.one_step():
        drop(parking(room), card_mime(room.document, ids), QPoint(60, parking(room).viewport().height() - 2))
    assert texts(room, "parking") == ["Later", "Los een", "Los drie"]
    assert texts(room, "inbox") == ["Los twee"]


def test_a_drop_on_an_empty_list(room: Room) -> None:
    room.bridge.run(cards.delete_cards, parking(room).ids())
    room.settle()
    with room.one_step():
        drop(parking(room), card_mime(room.document, [room.card("Los een").id]), QPoint(60, 10))
    assert texts(room, "parking") == ["Los een"]


def test_with_control_a_copy_lands(room: Room) -> None:
    mime = card_mime(room.document, [room.card("Zoekt").id])
    with room.one_step() as step:
        drop(inbox(room), mime, top_of(inbox(room), 0), CONTROL)
    assert texts(room, "inbox")[0] == "Zoekt"
    assert room.document.inbox[0].number > 9
    assert "emotions" in step.tables  # a copy has its feelings
    assert len([item for item in room.document.item_table.values() if item.text == "Zoekt"]) == 2


def test_cards_of_another_map_are_pasted(room: Room) -> None:
    other = new_map("Anders", "nl")
    made = cards.add_cards(other, "insight", ["Van elders"], Listing("inbox"))
    other = apply(made, other)
    with room.one_step():
        drop(inbox(room), card_mime(other, made.added("items")), top_of(inbox(room), 0))
    assert texts(room, "inbox")[0] == "Van elders"
    assert room.document.inbox[0].kind == "insight"


def test_lines_of_text_are_taken_and_files_are_not(room: Room) -> None:
    mime = QMimeData()
    mime.setText("een\ntwee")
    with room.one_step():
        drop(parking(room), mime, top_of(parking(room), 0))
    assert texts(room, "parking") == ["een", "twee", "Later"]
    files = QMimeData()
    files.setUrls([QUrl("file:///tmp/kaart.journey")])
    with room.no_step():
        assert drop(parking(room), files, top_of(parking(room), 0)) == (False, False)


def test_what_is_dragged_out_is_the_chosen_cards(room: Room) -> None:
    click_row(room, inbox(room), "Los een")
    click_row(room, inbox(room), "Los twee", CONTROL)
    ids = inbox(room).chosen_ids()
    assert ids == [room.card("Los een").id, room.card("Los twee").id]
    picture, _ = inbox(room).drag_picture(ids)
    assert not picture.isNull()


def test_the_bar_shows_where_it_would_land_and_goes(room: Room) -> None:
    notes = inbox(room)
    shown: list[bool] = []
    notes.drop_shown.connect(shown.append)
    mime = card_mime(room.document, [room.card("Later").id])
    actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    enter = QDragEnterEvent(top_of(notes, 1), actions, mime, Qt.MouseButton.LeftButton, NONE)
    before = notes.grab().toImage()
    QApplication.sendEvent(notes.viewport(), enter)
    assert notes.grab().toImage() != before
    QApplication.sendEvent(notes.viewport(), QDragLeaveEvent())
    assert notes.grab().toImage() == before
    assert shown == [True, False]


# -- minimap -------------------------------------------------------------------------------------------------


def test_the_minimap_moves_the_view(room: Room) -> None:
    for number in range(20):
        room.bridge.run(grid.add_phase, f"Fase {number}")
    room.settle()
    room.editor.set_zoom(1.0)
    minimap = room.left.body.minimap
    assert minimap.height() == 136
    before = minimap.shown_rect()
    room.click(minimap, QPoint(minimap.width() - 12, 60))
    after = minimap.shown_rect()
    assert after.right() > before.right() + 20
    assert abs(after.width() - before.width()) < 5  # at the end a little of what lies beyond the map is shown
    room.focus(minimap)
    room.key(Qt.Key.Key_Left)
    assert minimap.shown_rect().x() < after.x()


def test_the_minimap_is_drawn_anew_after_an_edit(room: Room) -> None:
    minimap = room.left.body.minimap
    before = minimap.grab().toImage()
    room.bridge.run(cards.delete_cards, [room.card("Betaalt").id])
    room.qtbot.waitUntil(lambda: minimap.grab().toImage() != before)


# -- folding -------------------------------------------------------------------------------------------------


def test_the_rail_opens_the_panel_over_the_map(room: Room) -> None:
    left = room.left
    left.set_folded(True)
    room.settle()
    assert left.folded
    assert left.width() == RAIL
    assert left.rail_buttons["lists"].count == 4
    asked: list[bool] = []
    left.unfold_requested.connect(lambda: asked.append(True))
    room.click(left.rail_buttons["lists"])
    assert asked == [True]
    assert flies(room)
    assert inbox(room).isVisible()
    assert inbox(room).hasFocus()
    with room.one_step():
        drop(inbox(room), card_mime(room.document, [room.card("Later").id]), top_of(inbox(room), 0))
    room.click(room.editor.view.viewport(), QPoint(700, 600))
    assert not flies(room)
    room.click(left.rail_buttons["outline"])
    assert flies(room)
    room.key(Qt.Key.Key_Escape)
    assert not flies(room)
    assert room.editor.view.hasFocus()
    room.click(left.rail_buttons["lists"])
    room.key(Qt.Key.Key_Insert)
    room.key(Qt.Key.Key_Escape)  # ends the writing only
    assert flies(room)
    left.set_folded(False)
    room.settle()
    assert not flies(room)
    assert left.body.isVisible()
    assert left.body.parentWidget() is left


def test_shares_never_give_more_than_asked_nor_lose_a_pixel() -> None:
    assert shares(600, [100, 80, 60], [50, 40, 40]) == [100, 80, 60]
    assert sum(shares(300, [400, 200, 100], [104, 100, 90])) == 300
    assert all(h >= 0 for h in shares(20, [400, 200, 100], [104, 100, 90]))


def test_commit_edit_keeps_what_is_being_written(room: Room) -> None:
    room.click(room.left.body.inbox.add)
    room.type("Half geschreven")
    with room.one_step():
        room.left.commit_edit()
    assert room.card("Half geschreven").place == "inbox"
