"""What a note may say, field type by field type: by mouse and by keyboard, one step of history each."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from model.commands import cards, grid
from model.commands.pictures import add_pictures
from model.fields import ITEM_FIELDS, ItemField, register_item_field
from model.kinds import ITEM_KINDS, LANE_KINDS, ItemKind, LaneKind, register_item_kind, register_lane_kind
from model.pictures import read_picture
from model.records import Item
from panel_room import Room
from widgets.controls.choice import ChoicePicker, ChoiceToggles
from widgets.controls.scale import ScalePicker
from widgets.dialogs.picture import PictureDialog
from widgets.look.language import speak
from widgets.panels.field_editors import FieldEditor, ParsedEditor, TagsEditor
from widgets.panels.field_lines import DateField, SuggestField
from widgets.panels.field_pictures import PicturesEditor
from widgets.panels.field_system import SystemEditor
from widgets.panels.field_texts import TextField
from widgets.panels.fields import LineField
from widgets.panels.inspector_card import CardPage
from widgets.panels.inspector_cards import CardsPage
from widgets.panels.inspector_channels import ChannelsEditor
from widgets.picture_reader import PictureReader

CONTROL = Qt.KeyboardModifier.ControlModifier


def page(room: Room, text: str) -> CardPage:
    room.choose(text)
    assert isinstance(room.inspector.page, CardPage)
    return room.inspector.page


def asked(room: Room, text: str, field_id: str) -> FieldEditor:
    """The editor of a field that a click on its word opened."""
    shown = page(room, text)
    room.click(shown.more.chip(field_id))
    editor = shown.more.editor(field_id)
    assert editor.isVisible()
    return editor


def control(editor: FieldEditor) -> Any:
    return editor.control  # type: ignore[attr-defined]  # every editor of these tests has one


# -- folded until used or asked for -----------------------------------------------------------------------------


def test_a_new_note_shows_no_field_below_the_first_ones(room: Room) -> None:
    shown = page(room, "Betaalt")
    assert not any(group.editors for group in shown.more.groups.values())
    offered = [key for group in shown.more.groups.values() for key in group.chips]
    assert offered == [
        *("description", "goal", "time", "duration", "pictures", "tags"),
        *("actors", "owner", "department", "system", "evidence"),
    ]


def test_kinds_offer_their_own_fields(room: Room) -> None:
    def offered(text: str) -> list[str]:
        return [key for group in page(room, text).more.groups.values() for key in group.chips]

    assert offered("Wacht lang") == ["description", "cause", "pictures", "tags", "persona_ids", "reach", "evidence"]
    assert offered("Men belt eerst") == ["description", "pictures", "tags", "persona_ids", "evidence"]
    assert page(room, "Men belt eerst").first.editor("insight_type").isVisible()


def test_whom_a_note_concerns_is_chosen_by_mouse_and_by_keyboard(room: Room) -> None:
    sanne, henk = (persona.id for persona in room.document.personas)
    chips = control(asked(room, "Wacht lang", "persona_ids"))
    assert chips.button(sanne).hasFocus()
    with room.one_step():
        room.click(chips.button(henk))
    assert room.card("Wacht lang").persona_ids == (henk,)
    chips.button(henk).setFocus()
    QTest.keyClick(chips.button(henk), Qt.Key.Key_Left)
    assert chips.button(sanne).hasFocus()
    with room.one_step():
        QTest.keyClick(chips.button(sanne), Qt.Key.Key_Space)
    assert set(room.card("Wacht lang").persona_ids) == {sanne, henk}
    assert "Sanne" in chips.button(sanne).accessibleName()


def test_of_several_notes_those_are_lit_whom_all_name(room: Room) -> None:
    sanne, henk = (persona.id for persona in room.document.personas)
    pain, insight = room.card("Wacht lang").id, room.card("Men belt eerst").id
    room.session.run(cards.set_card, [pain], persona_ids=(sanne, henk))
    room.session.run(cards.set_card, [insight], persona_ids=(henk,))
    room.selection.choose_cards([pain, insight])
    QApplication.processEvents()
    shown = room.inspector.page
    assert isinstance(shown, CardsPage)
    chips = next(each for each in shown.findChildren(ChoiceToggles) if henk in each._buttons)
    assert chips.values() == (henk,)
    with room.one_step():
        room.click(chips.button(henk))
    assert (room.card("Wacht lang").persona_ids, room.card("Men belt eerst").persona_ids) == ((sanne,), ())


def test_a_persona_with_another_name_is_offered_by_it(room: Room) -> None:
    editor = asked(room, "Wacht lang", "persona_ids")
    room.session.run(grid.set_fields, "personas", room.document.personas[1].id, name="Hendrik")
    QApplication.processEvents()
    assert "Hendrik" in control(editor).button(room.document.personas[1].id).accessibleName()


def test_a_word_opens_its_field_with_the_caret_in_it_and_what_is_filled_in_shows_by_itself(room: Room) -> None:
    editor = asked(room, "Betaalt", "goal")
    line = control(editor)
    assert isinstance(line, LineField)
    assert line.hasFocus()
    assert line.placeholderText() == "What should the customer do next?"
    with room.one_step() as step:
        room.type("Kopen")
        room.key(Qt.Key.Key_Return)
    assert room.card("Betaalt").goal == "Kopen"
    assert step.ids("items") == {room.card("Betaalt").id}
    page(room, "Zoekt")
    shown = page(room, "Betaalt")
    assert shown.more.editor("goal").isVisible()
    assert "goal" not in shown.more.groups["about"].chips


def test_by_keyboard_a_word_opens_its_field_too(room: Room) -> None:
    shown = page(room, "Betaalt")
    room.focus(shown.more.chip("owner"))
    room.key(Qt.Key.Key_Space)
    assert control(shown.more.editor("owner")).hasFocus()


def test_a_field_that_was_asked_for_and_left_empty_goes_with_its_note(room: Room) -> None:
    asked(room, "Betaalt", "goal")
    with room.no_step():
        page(room, "Zoekt")
    assert "goal" in page(room, "Betaalt").more.groups["about"].chips


def test_a_field_that_one_empties_stays_under_the_hand(room: Room) -> None:
    room.bridge.run(cards.set_card, [room.card("Betaalt").id], goal="Kopen")
    line = control(page(room, "Betaalt").more.editor("goal"))
    room.retype(line, "")
    with room.one_step():
        room.key(Qt.Key.Key_Return)
    assert room.card("Betaalt").goal == ""
    assert line.isVisible()
    assert line.hasFocus()


def test_undo_shows_in_a_field(room: Room) -> None:
    editor = asked(room, "Betaalt", "goal")
    room.type("Kopen")
    room.key(Qt.Key.Key_Return)
    room.bridge.undo()
    assert control(editor).text() == ""
    assert room.session.history.done == [] or room.card("Betaalt").goal == ""


# -- text, line, suggestions -------------------------------------------------------------------------------------


def test_text_grows_and_is_kept_when_another_note_is_chosen(room: Room) -> None:
    editor = asked(room, "Betaalt", "description")
    field = control(editor)
    assert isinstance(field, TextField)
    low = field.height()
    room.type("Een")
    room.key(Qt.Key.Key_Return)
    room.type("Twee")
    assert field.height() > low
    with room.one_step() as step:
        room.selection.choose_cards([room.card("Zoekt").id])
    assert room.card("Betaalt").description == "Een\nTwee"
    assert step.ids("items") == {room.card("Betaalt").id}


@pytest.fixture
def owners(room: Room) -> Room:
    for text, owner in (("Zoekt", "Fatima A."), ("Belt", "Fatima A."), ("Wacht lang", ""), ("Later", "")):
        if owner:
            room.bridge.run(cards.set_card, [room.card(text).id], owner=owner)
    room.bridge.run(cards.set_card, [room.card("Los een").id], owner="Mila")
    return room


def test_owner_offers_what_other_notes_say_and_down_and_enter_take_it(owners: Room) -> None:
    line = control(asked(owners, "Betaalt", "owner"))
    assert isinstance(line, SuggestField)
    owners.key(Qt.Key.Key_Down)
    assert [row.text for row in line.suggestions.shown] == ["Fatima A.", "Mila"]  # the most frequent first
    assert line.hasFocus()
    owners.key(Qt.Key.Key_Down)
    with owners.one_step():
        owners.key(Qt.Key.Key_Return)
    assert owners.card("Betaalt").owner == "Mila"
    assert not line.suggestions.is_open()
    assert line.hasFocus()


def test_typing_narrows_the_suggestions_and_a_click_takes_one(owners: Room) -> None:
    line = control(asked(owners, "Betaalt", "owner"))
    owners.type("fat")
    view = line.suggestions.view
    assert [row.text for row in line.suggestions.shown] == ["Fatima A."]
    with owners.one_step():
        spot = view.visualRect(view.model().index(0, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        owners.settle()
    assert owners.card("Betaalt").owner == "Fatima A."


def test_enter_without_a_marked_row_keeps_what_was_typed_and_escape_closes_the_list_only(owners: Room) -> None:
    line = control(asked(owners, "Betaalt", "owner"))
    owners.type("Fat")
    assert line.suggestions.is_open()
    owners.key(Qt.Key.Key_Escape)
    assert not line.suggestions.is_open()
    assert line.hasFocus()
    with owners.one_step():
        owners.key(Qt.Key.Key_Return)
    assert owners.card("Betaalt").owner == "Fat"


def test_the_list_goes_with_the_field(owners: Room) -> None:
    line = control(asked(owners, "Betaalt", "owner"))
    owners.type("Mi")
    assert line.suggestions.is_open()
    owners.focus(page(owners, "Betaalt").text)
    assert not line.suggestions.is_open()
    assert owners.card("Betaalt").owner == "Mi"


def test_a_contact_that_no_system_records_is_a_blind_spot_once_others_are_recorded(room: Room) -> None:
    assert "system" in page(room, "Betaalt").more.groups["people"].chips  # the map says nothing of systems yet
    room.bridge.run(cards.set_card, [room.card("Zoekt").id], system="Webanalyse")
    editor = page(room, "Betaalt").more.editor("system")
    assert isinstance(editor, SystemEditor)
    assert editor.isVisible()
    assert editor.blind.isVisible()
    assert not page(room, "Zoekt").more.editor("system").blind.isVisible()  # type: ignore[attr-defined]  # the same
    page(room, "Betaalt")
    with room.one_step():
        room.focus(editor.control)
        room.type("Kassa")
        room.key(Qt.Key.Key_Return)
    assert not editor.blind.isVisible()


# -- choices -----------------------------------------------------------------------------------------------------


def test_evidence_is_three_segments_with_source_and_day(room: Room) -> None:
    editor = asked(room, "Betaalt", "evidence")
    shown = page(room, "Betaalt").more
    picker = control(editor)
    assert isinstance(picker, ChoicePicker)
    assert shown.editor("source").isVisible()
    assert shown.editor("source_date").isVisible()
    assert picker.button("assumption").hasFocus()
    with room.one_step():
        room.click(picker.button("observed"))
    assert room.card("Betaalt").evidence == "observed"
    with room.one_step():  # the arrow keys go along
        room.focus(picker.button("observed"))
        room.key(Qt.Key.Key_Right)
    assert room.card("Betaalt").evidence == "measured"
    with room.one_step():  # a click on what is chosen takes it back
        room.click(picker.button("measured"))
    assert room.card("Betaalt").evidence == ""
    with room.one_step(2):
        room.click(picker.button("measured"))
        room.key(Qt.Key.Key_Delete)
    assert room.card("Betaalt").evidence == ""


def test_a_choice_of_a_newer_version_is_shown_and_can_be_left_alone(room: Room) -> None:
    room.bridge.run(cards.set_card, [room.card("Betaalt").id], evidence="proven")
    picker = control(page(room, "Betaalt").more.editor("evidence"))
    assert picker.button("proven").isChecked()
    with room.one_step():
        room.click(picker.button("measured"))
    with pytest.raises(KeyError):
        picker.button("proven")


def test_actors_are_chips_of_which_any_may_be_lit(room: Room) -> None:
    editor = asked(room, "Betaalt", "actors")
    chips = control(editor)
    assert isinstance(chips, ChoiceToggles)
    assert chips.button("customer").hasFocus()
    with room.one_step():
        room.key(Qt.Key.Key_Space)
    room.key(Qt.Key.Key_Right)
    room.key(Qt.Key.Key_Right)
    assert chips.button("influencer").hasFocus()
    with room.one_step():
        room.click(chips.button("employee"))
    assert room.card("Betaalt").actors == ("customer", "employee")
    with room.one_step():
        room.click(chips.button("customer"))
    assert room.card("Betaalt").actors == ("employee",)


def test_kind_of_an_insight_is_there_at_once(room: Room) -> None:
    picker = control(page(room, "Men belt eerst").first.editor("insight_type"))
    with room.one_step() as step:
        room.click(picker.button("quote"))
    assert room.card("Men belt eerst").insight_type == "quote"
    assert step.tables == {"items"}


# -- numbers -----------------------------------------------------------------------------------------------------


def test_impact_is_bars_and_digits(room: Room) -> None:
    room.bridge.run(cards.change_kind, [room.card("Los een").id], "opportunity")
    bars = control(asked(room, "Los een", "impact"))
    assert isinstance(bars, ScalePicker)
    with room.one_step():
        room.key(Qt.Key.Key_4)
    assert room.card("Los een").impact == 4
    with room.one_step():
        room.click(bars.buttons()[0])
    assert room.card("Los een").impact == 1
    with room.one_step():
        room.key(Qt.Key.Key_Delete)
    assert room.card("Los een").impact is None


@pytest.mark.parametrize(("typed", "value"), [("40", 40), ("40 %", 40), ("0%", 0), ("100", 100)])
def test_reach_is_a_percentage(room: Room, typed: str, value: int) -> None:
    editor = asked(room, "Wacht lang", "reach")
    with room.one_step():
        room.type(typed)
        room.key(Qt.Key.Key_Return)
    assert room.card("Wacht lang").reach == value
    assert control(editor).text() == f"{value} %"
    assert editor.isVisible()


@pytest.mark.parametrize(("typed", "minutes"), [("2 u 30", 150), ("1,5 h", 90), ("3 dagen", 4320), ("20", 20)])
def test_duration_is_understood_in_both_languages(room: Room, typed: str, minutes: int) -> None:
    asked(room, "Betaalt", "duration")
    with room.one_step():
        room.type(typed)
        room.key(Qt.Key.Key_Return)
    assert room.card("Betaalt").duration == minutes


@pytest.mark.parametrize(
    ("text", "field", "typed"),
    [("Betaalt", "duration", "heel lang"), ("Wacht lang", "reach", "140"), ("Betaalt", "evidence", "ooit")],
)
def test_what_is_not_understood_is_said_and_kept(room: Room, text: str, field: str, typed: str) -> None:
    asked(room, text, field)
    editor = page(room, text).more.editor("source_date" if field == "evidence" else field)
    assert isinstance(editor, ParsedEditor)
    with room.no_step():
        room.focus(editor.line)
        room.type(typed)
        room.key(Qt.Key.Key_Return)
        assert typed in editor.row.error()
        room.focus(page(room, text).text)  # leaving changes nothing
        assert editor.line.text() == typed
        # Another note, and back: what was typed waits.
        page(room, "Zoekt")
        assert page(room, text).more.editor(editor.field.id) is editor
        assert editor.isVisible()
        assert editor.line.text() == typed
        assert typed in editor.row.error()
        speak("nl")
        assert "Schrijf" in editor.row.error() or "schrijf" in editor.row.error()
        speak("en")
    with room.one_step():
        room.retype(editor.line, {"duration": "5 min", "reach": "14", "evidence": "1-3-2026"}[field])
        room.key(Qt.Key.Key_Return)
    assert editor.row.error() == ""


def test_a_wrong_text_is_not_shown_on_another_note(room: Room) -> None:
    asked(room, "Betaalt", "duration")
    room.type("lang")
    room.key(Qt.Key.Key_Return)
    room.bridge.run(cards.set_card, [room.card("Zoekt").id], duration=10)
    editor = page(room, "Zoekt").more.editor("duration")
    assert control(editor).text() == "10 min"
    assert isinstance(editor, ParsedEditor)
    assert editor.row.error() == ""


# -- days --------------------------------------------------------------------------------------------------------


@pytest.fixture
def day(room: Room) -> Iterator[DateField]:
    asked(room, "Betaalt", "evidence")
    made = control(page(room, "Betaalt").more.editor("source_date"))
    assert isinstance(made, DateField)
    yield made
    made.calendar().hide()


@pytest.mark.parametrize("typed", ["1-3-2026", "2026-03-01", "1 mrt 2026", "1 Mar 2026"])
def test_a_day_is_typed_as_people_write_it(room: Room, day: DateField, typed: str) -> None:
    room.focus(day.line)
    with room.one_step():
        room.type(typed)
        room.key(Qt.Key.Key_Return)
    assert room.card("Betaalt").source_date == "2026-03-01"
    assert day.line.text() == "1 Mar 2026"


@pytest.mark.parametrize("typed", ["vandaag", "today"])
def test_today_is_a_day(room: Room, day: DateField, typed: str) -> None:
    room.focus(day.line)
    with room.one_step():
        room.type(typed)
        room.key(Qt.Key.Key_Return)
    assert room.card("Betaalt").source_date == date.today().isoformat()  # noqa: DTZ011 - the user's day


def test_the_calendar_works_by_keyboard(room: Room, day: DateField) -> None:
    room.bridge.run(cards.set_card, [room.card("Betaalt").id], source_date="2026-03-01")
    room.focus(day.line)
    room.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert day.calendar().isVisible()
    day.calendar().hide()
    room.focus(day.button)
    room.key(Qt.Key.Key_Space)
    calendar = day.calendar()
    assert calendar.isVisible()
    assert calendar.month.text() == "March 2026"

    def key(code: Qt.Key) -> None:
        QTest.keyClick(calendar.focusWidget(), code)
        room.settle()

    with room.one_step():
        key(Qt.Key.Key_PageUp)
        assert calendar.month.text() == "February 2026"
        key(Qt.Key.Key_Down)
        key(Qt.Key.Key_Right)
        key(Qt.Key.Key_Return)
    assert room.card("Betaalt").source_date == "2026-02-09"
    assert not calendar.isVisible()


def test_the_calendar_works_by_mouse_and_takes_a_day_back(room: Room, day: DateField) -> None:
    room.bridge.run(cards.set_card, [room.card("Betaalt").id], source_date="2026-03-01")
    room.click(day.button)
    calendar = day.calendar()
    room.click(calendar.on)
    assert calendar.month.text() == "April 2026"
    with room.one_step():
        room.click(calendar.button(date(2026, 4, 30)))
    assert room.card("Betaalt").source_date == "2026-04-30"
    room.click(day.button)
    with room.one_step():
        room.click(calendar.none_button)
    assert room.card("Betaalt").source_date == ""


# -- switch, tags, channels --------------------------------------------------------------------------------------


def test_the_star_makes_a_moment_of_truth(room: Room) -> None:
    shown = page(room, "Betaalt")
    assert shown.star.isVisible()
    with room.one_step() as step:
        room.click(shown.star)
    assert room.card("Betaalt").moment_of_truth
    assert step.ids("items") == {room.card("Betaalt").id}
    assert "moment of truth" in shown.place.text()
    with room.one_step():
        room.focus(shown.star)
        room.key(Qt.Key.Key_Space)
    assert not room.card("Betaalt").moment_of_truth
    assert not page(room, "Wacht lang").star.isVisible()


def test_tags_are_added_by_enter_and_removed_by_delete(room: Room) -> None:
    room.bridge.run(cards.set_card, [room.card("Zoekt").id], tags=("winkel",))
    editor = asked(room, "Betaalt", "tags")
    assert isinstance(editor, TagsEditor)
    assert editor.adder.hasFocus()
    with room.one_step():
        room.type("balie")
        room.key(Qt.Key.Key_Return)
    assert editor.adder.hasFocus()
    with room.one_step():  # what other notes say is offered
        room.type("win")
        room.key(Qt.Key.Key_Down)
        room.key(Qt.Key.Key_Return)
    assert room.card("Betaalt").tags == ("balie", "winkel")
    with room.no_step():  # once is enough
        room.type("Balie")
        room.key(Qt.Key.Key_Return)
    with room.one_step():
        room.focus(editor.chips["balie"])
        room.key(Qt.Key.Key_Delete)
    assert room.card("Betaalt").tags == ("winkel",)
    assert editor.chips["winkel"].hasFocus()


# -- pictures ----------------------------------------------------------------------------------------------------


def png(colour: tuple[int, int, int] = (10, 90, 200), size: tuple[int, int] = (60, 40)) -> bytes:
    into = io.BytesIO()
    Image.new("RGB", size, colour).save(into, "PNG")
    return into.getvalue()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    file = tmp_path / "balie.png"
    file.write_bytes(png())
    return file


def pictures(room: Room, text: str) -> PicturesEditor:
    editor = page(room, text).more.editor("pictures")
    assert isinstance(editor, PicturesEditor)
    return editor


def read(room: Room) -> None:
    """Wait until the pictures are read."""
    readers = room.inspector.findChildren(PictureReader)
    room.qtbot.waitUntil(lambda: not any(reader.busy for reader in readers))
    room.settle()


def test_pictures_are_added_by_the_button(room: Room, picture: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(picture)], ""))
    shown = page(room, "Betaalt")
    with room.one_step() as step:
        room.click(shown.more.chip("pictures"))
        read(room)
    assert step.tables == {"items", "assets"}
    assert len(room.card("Betaalt").pictures) == 1
    thumb = next(iter(pictures(room, "Betaalt").thumbs.values()))
    assert thumb.accessibleName() == "Picture 1 of 1 of N3"
    assert thumb.isVisible()


def test_a_picture_is_dropped_on_the_page(room: Room, picture: Path) -> None:
    shown = page(room, "Betaalt")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture))])
    with room.one_step():
        drop(shown, data)
        read(room)
    assert len(room.card("Betaalt").pictures) == 1
    words = QMimeData()
    words.setText("woorden")
    with room.no_step():
        assert not drop(shown, words)


def drop(widget: QWidget, data: QMimeData) -> bool:
    keys = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(20, 20), *keys)
    enter.ignore()
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(20, 20), *keys))
    return enter.isAccepted()


def test_a_picture_is_pasted(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([], ""))
    with room.no_step():
        asked(room, "Betaalt", "pictures")
    editor = pictures(room, "Betaalt")
    image = QImage()
    image.loadFromData(png())
    QApplication.clipboard().setImage(image)
    room.focus(editor.add_button)
    with room.one_step():
        room.key(Qt.Key.Key_V, CONTROL)
        read(room)
    assert len(room.card("Betaalt").pictures) == 1


def test_what_is_no_picture_is_said_beside_the_button(room: Room, tmp_path: Path) -> None:
    file = tmp_path / "brief.png"
    file.write_bytes(b"hallo")
    room.bridge.run(add_pictures, room.card("Betaalt").id, [read_picture(png())])
    page(room, "Betaalt")
    editor = pictures(room, "Betaalt")
    with room.no_step():
        editor.take_files([str(file)])
        assert editor.reading.isVisible()
        read(room)
    assert not editor.reading.isVisible()
    assert editor.error.isVisible()
    assert "PNG" in editor.error.text()
    page(room, "Zoekt")
    page(room, "Betaalt")
    assert not editor.error.isVisible()


def test_a_picture_goes_to_the_note_it_was_chosen_for(room: Room, picture: Path) -> None:
    room.bridge.run(add_pictures, room.card("Betaalt").id, [read_picture(png((1, 2, 3)))])
    page(room, "Betaalt")
    editor = pictures(room, "Betaalt")
    with room.one_step() as step:
        editor.take_files([str(picture)])
        page(room, "Zoekt")  # the user goes on while it is read
        read(room)
    assert step.ids("items") == {room.card("Betaalt").id}
    assert len(room.card("Betaalt").pictures) == 2
    with room.no_step():  # and the note may be gone by then
        editor.take_files([])
    page(room, "Betaalt")
    editor.take_files([str(picture)])
    room.bridge.run(cards.delete_cards, [room.card("Betaalt").id])
    read(room)
    assert room.refused == []


def test_a_picture_is_opened_large_and_removed(room: Room) -> None:
    room.bridge.run(add_pictures, room.card("Betaalt").id, [read_picture(png()), read_picture(png((9, 9, 9)))])
    page(room, "Betaalt")
    editor = pictures(room, "Betaalt")
    first, second = editor.thumbs.values()
    room.focus(first)
    room.key(Qt.Key.Key_Return)
    dialog = next(w for w in room.window.findChildren(PictureDialog))
    assert dialog.picture.accessibleName() == "Picture 1 of 2 of N3"
    assert dialog.picture.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    room.settle()
    room.window.activateWindow()
    room.settle()
    with room.one_step() as step:
        room.focus(first)
        room.key(Qt.Key.Key_Delete)
    assert step.tables == {"items", "assets"}
    assert room.card("Betaalt").pictures == (second.asset.id,)
    left = pictures(room, "Betaalt").thumbs[second.asset.id]
    with room.one_step():
        room.click(left, QPoint(left.width() - 8, 8))  # its cross
    assert room.card("Betaalt").pictures == ()


# -- several notes -----------------------------------------------------------------------------------------------


def several(room: Room, *texts: str) -> CardsPage:
    room.choose(*texts)
    assert isinstance(room.inspector.page, CardsPage)
    return room.inspector.page


def test_several_notes_show_what_they_share_and_say_what_differs(room: Room) -> None:
    room.bridge.run(cards.set_card, [room.card("Zoekt").id], owner="Mila", department="Winkel", evidence="observed")
    room.bridge.run(cards.set_card, [room.card("Belt").id], owner="Fatima", department="Winkel")
    shown = several(room, "Zoekt", "Belt")
    owner, department = (control(shown.more.editor(key)) for key in ("owner", "department"))
    assert (owner.text(), owner.placeholderText()) == ("", "Several values")
    assert department.text() == "Winkel"
    evidence = control(shown.more.editor("evidence"))
    assert evidence.value() == ""
    assert "several values" in evidence.accessibleName()
    with room.one_step() as step:
        room.focus(owner)
        room.type("Iedereen")
        room.key(Qt.Key.Key_Return)
    assert step.ids("items") == {room.card("Zoekt").id, room.card("Belt").id}
    assert {room.card(text).owner for text in ("Zoekt", "Belt")} == {"Iedereen"}
    with room.one_step():
        room.click(evidence.button("measured"))
    assert {room.card(text).evidence for text in ("Zoekt", "Belt")} == {"measured"}


def test_several_notes_keep_their_own_tags_and_channels(room: Room) -> None:
    room.bridge.run(cards.set_card, [room.card("Zoekt").id], tags=("a", "b"))
    room.bridge.run(cards.set_card, [room.card("Belt").id], tags=("b", "c"))
    shown = several(room, "Zoekt", "Belt")
    tags = shown.more.editor("tags")
    assert isinstance(tags, TagsEditor)
    assert list(tags.chips) == ["b"]
    with room.one_step():
        room.click(tags.add_button)
        room.type("d")
        room.key(Qt.Key.Key_Return)
    assert (room.card("Zoekt").tags, room.card("Belt").tags) == (("a", "b", "d"), ("b", "c", "d"))
    web, shop = (channel.id for channel in room.document.channels)
    channels = shown.first.editor("channel_ids")
    assert isinstance(channels, ChannelsEditor)
    assert channels.several is not None
    assert channels.several.values() == ()
    with room.one_step():
        room.click(channels.several.button(shop))
    assert (room.card("Zoekt").channel_ids, room.card("Belt").channel_ids) == ((web, shop), (shop,))


def test_of_several_kinds_the_common_fields(room: Room) -> None:
    shown = several(room, "Zoekt", "Wacht lang")
    offered = [key for group in shown.more.groups.values() for key in group.chips]
    assert offered == ["description", "tags", "persona_ids", "owner", "department", "evidence"]


# -- a kind that was added from outside --------------------------------------------------------------------------


@pytest.fixture
def metric() -> Iterator[None]:
    field = register_item_field(ItemField("unit_of_count", "Unit", "line", "first", suggest=True))
    more = register_item_field(ItemField("counted_on", "Counted on", "date", "worth"))
    register_item_kind(ItemKind("metric", "Metric", "Metrics", "metric", "gauge", attaches=True, actions=True,
                                own=(field.id, more.id)))  # fmt: skip
    register_lane_kind(LaneKind("metrics", "Metrics", "gauge", "metric"))
    yield
    del LANE_KINDS["metrics"], ITEM_KINDS["metric"], ITEM_FIELDS["unit_of_count"], ITEM_FIELDS["counted_on"]


def test_a_kind_with_a_field_of_its_own_needs_no_word_here(room: Room, metric: None) -> None:
    room.bridge.run(cards.change_kind, [room.card("Los een").id], "metric")
    shown = page(room, "Los een")
    assert shown.kind.words == "Metric"
    assert shown.actions_group.isVisible()
    line = control(shown.first.editor("unit_of_count"))
    with room.one_step() as step:
        room.focus(line)
        room.type("minuten")
        room.key(Qt.Key.Key_Return)
    item: Item = room.card("Los een")
    assert item.extra["unit_of_count"] == "minuten"
    assert step.ids("items") == {item.id}
    room.click(shown.more.chip("counted_on"))
    with room.one_step():
        room.type("1-3-2026")
        room.key(Qt.Key.Key_Return)
    assert room.card("Los een").extra["counted_on"] == "2026-03-01"


def test_what_hangs_on_a_touchpoint_of_such_a_kind_is_shown(room: Room, metric: None) -> None:
    room.bridge.run(cards.change_kind, [room.card("Los een").id], "metric")
    room.bridge.run(cards.attach_cards, [room.card("Los een").id], room.card("Zoekt").id)
    others = page(room, "Zoekt").others
    assert others is not None
    assert list(others.chips.rows) == [room.card("Los een").id]
