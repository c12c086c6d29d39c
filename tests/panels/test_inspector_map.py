"""The inspector on phases, steps, lanes and the map: personas, channels and words for feelings."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from model.commands import grid
from model.emotionwords import DEFAULT_WORDS, emotion_words
from panel_room import Room
from widgets.canvas.headers import HeaderBar
from widgets.controls.buttons import Button
from widgets.look.theme import look
from widgets.panels.inspector_frame import FramePage
from widgets.panels.inspector_map import MapPage
from widgets.panels.inspector_people import ChannelRow, PersonaRow

CONTROL = Qt.KeyboardModifier.ControlModifier


def frame_page(room: Room, kind: str, record_id: str) -> FramePage:
    room.selection.choose(kind, [record_id])  # type: ignore[arg-type]  # one of the kinds
    room.settle()
    page = room.inspector.page
    assert isinstance(page, FramePage)
    return page


def map_page(room: Room) -> MapPage:
    room.selection.clear()
    room.settle()
    assert isinstance(room.inspector.page, MapPage)
    return room.inspector.page


def persona_row(room: Room, place: int) -> PersonaRow:
    row = map_page(room).personas.rows.rows[room.document.personas[place].id]
    assert isinstance(row, PersonaRow)
    return row


def channel_row(room: Room, place: int) -> ChannelRow:
    row = map_page(room).channels.rows.rows[room.document.channels[place].id]
    assert isinstance(row, ChannelRow)
    return row


# -- phases, steps, lanes ------------------------------------------------------------------------------------


def test_phase_is_renamed_by_enter(room: Room) -> None:
    phase = room.document.phases[1]
    page = frame_page(room, "phase", phase.id)
    room.retype(page.name, "  Kopen   en betalen ")
    with room.one_step() as step:
        room.key(Qt.Key.Key_Return)
    assert room.document.phases[1].name == "Kopen en betalen"
    assert step.ids("phases") == {phase.id}
    assert page.name.text() == "Kopen en betalen"
    with room.no_step():
        room.key(Qt.Key.Key_Return)


@pytest.mark.parametrize("kind", ["phase", "step", "lane"])
def test_a_header_gets_a_colour_and_loses_it(room: Room, kind: str) -> None:
    """By the mouse alone: press the header on the map, open the picker, choose; and what is painted shows it."""
    room.bridge.run(grid.add_step, room.document.phases[0].id, "Tweede")
    room.bridge.run(grid.set_fields, "steps", room.document.steps[0].id, name="Eerste")
    room.settle()
    table = {"phase": "phases", "step": "steps", "lane": "lanes"}[kind]
    record_id = getattr(room.document, table)[0].id
    bar = next(b for b in room.editor.findChildren(HeaderBar) if any(g[0] == table for g in b.groups()))

    def header() -> QRectF:
        box = getattr(room.editor.stage.layout, table)[record_id]
        rect, zoom = bar.header_rect(box), room.editor.zoom
        return QRectF(bar.origin() + rect.topLeft() * zoom, rect.size() * zoom)

    def painted(token: str) -> bool:
        picture = bar.grab(header().toRect()).toImage()
        wanted = look().color(token)
        return any(picture.pixelColor(x, y) == wanted for x in range(picture.width()) for y in range(picture.height()))

    room.click(bar, header().center().toPoint())
    assert (room.selection.kind, room.selection.current) == (kind, record_id)
    page = room.inspector.page
    assert isinstance(page, FramePage)
    assert not painted("phase.palette.3")
    room.click(page.color)
    picker = page.color.picker()
    assert picker.isVisible()
    with room.one_step() as step:
        room.click(picker.choices()[3])
    assert getattr(room.document, table)[0].color == 3
    assert step.ids(table) == {record_id}
    assert step.tables == {table}
    assert "Plum" in page.color.accessibleName()
    assert painted("phase.palette.3")
    room.click(page.color)
    usual = next(button for button in picker.findChildren(Button) if button.text() == "As usual")
    with room.one_step() as step:
        room.click(usual)
    assert getattr(room.document, table)[0].color is None
    assert not painted("phase.palette.3")
    assert not picker.isVisible()


def test_phase_moves_back_and_on(room: Room) -> None:
    first, second, third = room.document.phases
    page = frame_page(room, "phase", third.id)
    assert not page.on.isEnabled()
    with room.one_step() as step:
        room.click(page.back)
    assert step.ids("phases") == {third.id}
    assert [phase.id for phase in room.document.phases] == [first.id, third.id, second.id]
    assert page.where.text() == "2 of 3"
    with room.one_step():
        room.click(page.on)
    assert [phase.id for phase in room.document.phases] == [first.id, second.id, third.id]


def test_removing_a_phase_says_what_happens_to_its_cards(room: Room) -> None:
    phase = room.document.phases[1]
    page = frame_page(room, "phase", phase.id)
    assert page.consequence.text().startswith("4 note")
    before = len(room.document.inbox)
    with room.one_step():
        room.click(page.remove)
    assert phase.id not in room.document.phase_table
    assert len(room.document.inbox) == before + 4


def test_a_phase_keeps_its_only_step(room: Room) -> None:
    page = frame_page(room, "step", room.document.steps[0].id)
    assert not page.remove.isEnabled()
    assert "keeps one step" in page.consequence.text()
    room.bridge.run(grid.add_step, room.document.phases[0].id, "Tweede")
    room.settle()
    assert page.remove.isEnabled()
    assert page.where.text() == "1 of 2 in 1 Oriëntatie"


def test_lane_name_and_alignment(room: Room) -> None:
    lane = next(lane for lane in room.document.lanes if lane.kind == "solutions")
    page = frame_page(room, "lane", lane.id)
    assert page.name.placeholderText() == "Oplossingen"  # the map speaks Dutch, the program English
    with room.one_step() as step:
        room.click(page.alignment.button("phase"))
    assert room.document.lane_table[lane.id].alignment == "phase"
    assert step.ids("lanes") == {lane.id}
    room.retype(page.name, "Wat we doen")
    with room.one_step():
        room.key(Qt.Key.Key_Tab)
    assert room.document.lane_table[lane.id].name == "Wat we doen"
    emotion = next(lane for lane in room.document.lanes if lane.kind == "emotion")
    frame_page(room, "lane", emotion.id)
    assert page.alignment_row.isHidden()  # it has no cells


# -- the map -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("field", ["title", "subtitle", "scope"])
def test_fields_of_the_map(room: Room, field: str) -> None:
    page = map_page(room)
    widget: QWidget = getattr(page, field)
    room.retype(widget, "Nieuwe tekst")
    with room.one_step() as step:
        room.key(Qt.Key.Key_Tab)
    assert getattr(room.document.info, field) == "Nieuwe tekst"
    assert step.ids("map") == {"map"}
    assert step.tables == {"map"}


def test_language_of_the_map(room: Room) -> None:
    page = map_page(room)
    with room.one_step():
        room.click(page.language.button("en"))
    assert room.document.info.language == "en"
    assert list(page.words.chips) == list(DEFAULT_WORDS["en"])


def test_personas_are_added_one_after_the_other(room: Room) -> None:
    page = map_page(room)
    room.click(page.personas.add_button)
    with room.one_step() as step:
        room.type("Mila")
        room.key(Qt.Key.Key_Return)
    assert step.tables == {"personas"}
    assert page.personas.field.hasFocus()
    assert [persona.name for persona in room.document.personas] == ["Sanne", "Henk", "Mila"]
    with room.no_step():
        room.key(Qt.Key.Key_Escape)
    assert page.personas.field.isHidden()


def test_the_first_name_goes_to_the_unnamed_persona(room: Room) -> None:
    for persona in room.document.personas:
        room.bridge.run(grid.remove_persona, persona.id)
    room.settle()
    unnamed = room.document.personas[0]
    row = persona_row(room, 0)
    assert row.name.text() == ""
    assert row.name.placeholderText() == "Unnamed persona"
    page = map_page(room)
    room.click(page.personas.add_button)
    with room.one_step():
        room.type("Sanne")
        room.key(Qt.Key.Key_Return)
    assert [(persona.id, persona.name) for persona in room.document.personas] == [(unnamed.id, "Sanne")]


def test_every_field_of_a_persona(room: Room) -> None:
    persona = room.document.personas[1]
    row = persona_row(room, 1)
    assert row.details.isHidden()
    room.click(row.unfold)
    assert row.details.isVisible()
    for field in ("name", "role", "quote", "goals", "frustrations"):
        room.retype(getattr(row, field), f"nieuw {field}")
        with room.one_step() as step:
            room.key(Qt.Key.Key_Tab)
        assert step.ids("personas") == {persona.id}
        assert getattr(room.document.persona_table[persona.id], field) == f"nieuw {field}"
    with room.one_step():
        row.color.color_chosen.emit(4)
    assert room.document.persona_table[persona.id].color == 4


def test_one_row_is_unfolded_at_a_time(room: Room) -> None:
    first, second = persona_row(room, 0), persona_row(room, 1)
    room.click(first.unfold)
    room.click(second.unfold)
    assert first.details.isHidden()
    assert second.details.isVisible()


def test_personas_are_sorted_and_the_row_keeps_its_fields(room: Room) -> None:
    row = persona_row(room, 1)
    room.click(row.unfold)
    with room.one_step() as step:
        room.click(row.up)
    assert step.tables == {"personas"}
    assert [persona.name for persona in room.document.personas] == ["Henk", "Sanne"]
    assert list(map_page(room).personas.rows.rows.values()) != []
    assert row.details.isVisible()
    assert not row.up.isEnabled()


def test_removing_a_persona_says_what_went_with_it(room: Room) -> None:
    row = persona_row(room, 0)
    room.click(row.unfold)
    with room.one_step() as step:
        room.click(row.remove)
    assert step.tables == {"personas", "emotions"}
    assert [persona.name for persona in room.document.personas] == ["Henk"]
    assert len(room.toasts) == 1
    assert room.toasts[0].startswith("Persona removed. 1 feeling")


def test_a_half_typed_persona_that_vanishes_is_no_error(room: Room) -> None:
    row = persona_row(room, 1)
    room.retype(row.name, "Half")
    room.bridge.run(grid.remove_persona, row.record_id)
    room.settle()
    assert room.refused == []


def test_channel_name_icon_and_medium(room: Room) -> None:
    channel = room.document.channels[1]
    row = channel_row(room, 1)
    room.retype(row.name, "Filiaal")
    with room.one_step() as step:
        room.key(Qt.Key.Key_Return)
    assert step.ids("channels") == {channel.id}
    with room.one_step():
        row.icon.picker().taken("home")
    room.click(row.unfold)
    with room.one_step():
        room.click(row.medium.button("both"))
    now = room.document.channel_table[channel.id]
    assert (now.name, now.icon, now.medium) == ("Filiaal", "home", "both")
    assert row.icon.icon_name == "home"


def test_removing_a_channel_takes_it_off_its_touchpoints(room: Room) -> None:
    row = channel_row(room, 0)
    room.click(row.unfold)
    with room.one_step() as step:
        room.click(row.remove)
    assert step.tables == {"channels", "items"}
    assert room.card("Zoekt").channel_ids == ()
    assert "1 touchpoint" in room.toasts[0]


def test_adding_a_channel(room: Room) -> None:
    page = map_page(room)
    room.click(page.channels.add_button)
    with room.one_step():
        room.type("Chat")
        room.key(Qt.Key.Key_Return)
    assert [channel.name for channel in room.document.channels] == ["Webshop", "Winkel", "Chat"]


def test_words_for_feelings(room: Room) -> None:
    page = map_page(room)
    usual = DEFAULT_WORDS["nl"]
    assert list(page.words.chips) == list(usual)
    assert page.words.usual.isHidden()
    room.inspector._area.ensureWidgetVisible(page.words.header)
    room.focus(page.words.chips["boos"])
    with room.one_step() as step:
        room.key(Qt.Key.Key_Delete)
    assert step.tables == {"map"}
    assert emotion_words(room.document.info) == usual[1:]
    assert room.focused in page.words.chips.values()
    page.words.field.open()
    with room.one_step():
        room.type("verslagen")
        room.key(Qt.Key.Key_Return)
    assert emotion_words(room.document.info) == (*usual[1:], "verslagen")
    with room.no_step():
        room.type("Verslagen")
        room.key(Qt.Key.Key_Return)
    with room.one_step():
        page.words.usual.click()
    assert room.document.info.emotion_words == ()


def test_the_inspector_gives_the_keyboard_to_its_first_field(room: Room) -> None:
    page = map_page(room)
    room.inspector.setFocus()
    room.settle()
    assert page.title.hasFocus()


# -- questions, ways back, portraits -----------------------------------------------------------------------------


def test_a_phase_asks_its_question(room: Room) -> None:
    phase = room.document.phases[1]
    page = frame_page(room, "phase", phase.id)
    with room.one_step() as step:
        room.focus(page.prompt)
        room.type("Wie belt er?")
        room.key(Qt.Key.Key_Return, CONTROL)
    assert room.document.phases[1].prompt == "Wie belt er?"
    assert step.ids("phases") == {phase.id}


def test_a_lane_asks_its_own_question_or_that_of_its_kind(room: Room) -> None:
    lane = next(lane for lane in room.document.lanes if lane.kind == "touchpoints")
    page = frame_page(room, "lane", lane.id)
    assert page.prompt.placeholderText() == "Wat doet de klant hier, en waar?"  # in the language of the map
    with room.one_step():
        room.focus(page.prompt)
        room.type("En dan?")
        room.inspector.commit_edit()
    assert room.document.lane_table[lane.id].prompt == "En dan?"
    step = room.document.steps[0]
    assert not frame_page(room, "step", step.id).prompt.isVisible()


def test_a_phase_goes_back_to_an_earlier_one(room: Room) -> None:
    first, second, third = room.document.phases
    assert not frame_page(room, "phase", first.id).loop_row.isVisible()
    page = frame_page(room, "phase", third.id)
    assert [page.loop.itemText(i) for i in range(page.loop.count())] == ["No phase", "1 Oriëntatie", "2 Aankoop"]
    room.focus(page.loop)
    with room.one_step() as step:
        room.key(Qt.Key.Key_Down)
    assert room.document.phase_table[third.id].loop_to == first.id
    assert step.ids("phases") == {third.id}
    room.bridge.run(grid.reorder, "phases", third.id, first.id)  # now it stands before the one it goes back to
    room.settle()
    assert page.loop.value() == first.id
    assert page.loop.currentText() == "2 Oriëntatie"
    with room.one_step():
        room.key(Qt.Key.Key_Up)
    assert room.document.phase_table[third.id].loop_to is None
    assert second.loop_to is None


def test_what_a_persona_is_and_its_description(room: Room) -> None:
    row = persona_row(room, 0)
    row.set_open(True)
    room.settle()
    assert row.actor.value() == "customer"  # who is not said to be somebody else
    with room.one_step() as step:
        room.click(row.actor.button("employee"))
    assert room.document.personas[0].actor == "employee"
    assert step.ids("personas") == {row.record_id}
    with room.one_step():
        room.click(row.actor.button("employee"))
    assert room.document.personas[0].actor == ""
    assert row.actor.value() == "customer"
    with room.no_step():
        room.click(row.actor.button("customer"))
    assert row.actor.value() == "customer"
    with room.one_step():
        room.focus(row.description)
        room.type("Loopt elke zondag")
        room.key(Qt.Key.Key_Return, CONTROL)
    assert room.document.personas[0].description == "Loopt elke zondag"


def test_a_portrait_is_chosen_and_taken_away(room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "sanne.jpg"
    Image.new("RGB", (90, 60), (200, 120, 40)).save(file)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    row = persona_row(room, 0)
    row.set_open(True)
    room.settle()
    assert not row.portrait.remove.isVisible()
    with room.one_step() as step:
        room.click(row.portrait.add)
        room.qtbot.waitUntil(lambda: not row.portrait.reader.busy)
    assert step.tables == {"personas", "assets"}
    assert row.portrait.disc.asset is not None
    assert row.portrait.disc.accessibleName() == "Portrait of Sanne"
    middle = row.portrait.disc.grab().toImage().pixelColor(28, 28)
    assert abs(middle.red() - 200) < 12
    with room.one_step():
        room.click(row.portrait.remove)
    assert room.document.personas[0].portrait is None
    assert not room.document.asset_table
    file.write_bytes(b"kapot")
    with room.no_step():
        room.click(row.portrait.add)
        room.qtbot.waitUntil(lambda: not row.portrait.reader.busy)
    assert row.portrait.error.isVisible()
