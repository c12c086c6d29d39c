"""People and channels in the right panel, and the legend with its switches."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from model.commands import cards, grid, links
from model.commands.places import Listing
from panel_room import Room
from widgets.panels.legend_page import LegendPage
from widgets.panels.people_page import PeoplePage, SheetRow, UsedChannelRow, feeling_words


def page(room: Room, mode: str) -> object:
    room.click(room.inspector.strip.choice.button(mode))
    room.settle()
    return room.inspector.page


@pytest.fixture
def people(room: Room) -> PeoplePage:
    found = page(room, "people")
    assert isinstance(found, PeoplePage)
    return found


@pytest.fixture
def legend(room: Room) -> LegendPage:
    found = page(room, "legend")
    assert isinstance(found, LegendPage)
    return found


def sheet(room: Room, people: PeoplePage, name: str) -> SheetRow:
    persona = next(p for p in room.document.personas if p.name == name)
    row = people.personas.rows.rows[persona.id]
    assert isinstance(row, SheetRow)
    return row


def test_a_sheet_tells_what_is_known_and_nothing_else(room: Room, people: PeoplePage) -> None:
    row = sheet(room, people, "Sanne")
    assert [label.text() for label in row.sheet.texts if label.isVisible()] == ["Feeling: 1 score, on average +1.0"]
    assert row.sheet.portrait.isHidden()
    with room.one_step():
        room.bridge.run(grid.set_fields, "personas", row.record_id, actor="influencer", role="Loper", goals="10 km")
    assert row.sheet.role.text() == "Influencer · Loper"
    assert row.sheet.texts[1].text() == "Goals: 10 km"
    room.bridge.undo()
    assert row.sheet.role.text() == "Customer"


def test_the_chevron_opens_the_fields_in_place_of_the_sheet(room: Room, people: PeoplePage) -> None:
    row = sheet(room, people, "Henk")
    room.click(row.unfold)
    assert row.sheet.isHidden()
    with room.one_step() as step:
        room.retype(row.role, "Beginner")
        room.key(Qt.Key.Key_Tab)
    assert step.ids("personas") == {row.record_id}
    room.click(row.unfold)
    assert row.sheet.isVisible()
    assert row.sheet.role.text() == "Customer · Beginner"


def test_the_eye_takes_a_line_off_the_map_of_this_window_and_is_no_edit(room: Room, people: PeoplePage) -> None:
    row = sheet(room, people, "Sanne")
    box = next(iter(room.editor.stage.layout.emotions.values()))
    assert row.record_id in {one.persona_id for one in box.series}
    with room.no_step():
        room.click(row.eye)
    box = next(iter(room.editor.stage.layout.emotions.values()))
    assert row.record_id not in {one.persona_id for one in box.series}
    with room.no_step():
        room.click(row.eye)
    assert room.editor.stage.options.persona_ids is None


def test_alt_and_down_moves_a_persona_in_one_step(room: Room, people: PeoplePage) -> None:
    names = [p.name for p in room.document.personas]
    row = sheet(room, people, names[0])
    room.focus(row.name)
    with room.one_step():
        room.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [p.name for p in room.document.personas] == [names[1], names[0]]


def test_channels_say_how_often_they_are_used(room: Room, people: PeoplePage) -> None:
    rows = [row for row in people.channels.rows.rows.values() if isinstance(row, UsedChannelRow)]
    assert [(row.name.text(), row.used.text()) for row in rows] == [("Webshop", "1"), ("Winkel", "0")]
    room.bridge.run(cards.set_card, [room.card("Belt").id], channel_ids=(rows[0].record_id,))
    assert rows[0].used.text() == "2"
    assert rows[0].used.accessibleName() == "2 touchpoints"


def test_the_words_of_a_feeling_name_the_lowest_point(room: Room) -> None:
    persona = room.document.personas[0].id
    room.bridge.run(cards.set_emotion, room.card("Belt").id, persona, score=-2)
    assert feeling_words(room.document, persona) == (
        f"2 scores, on average −0.5, lowest −2 at N{room.card('Belt').number}"
    )
    assert feeling_words(room.document, "nobody") == ""


def test_the_legend_explains_what_is_drawn_and_follows_it(room: Room, legend: LegendPage) -> None:
    assert "Touchpoint" in legend.picture.words
    assert "Solution" not in legend.picture.words
    assert "moment of truth" not in legend.picture.words
    room.bridge.run(cards.set_card, [room.card("Belt").id], moment_of_truth=True, evidence="measured")
    assert {"moment of truth", "measured"} <= set(legend.picture.words)
    assert legend.share.text() == "20 % measured, 0 % observed, 80 % assumption"
    room.bridge.undo()
    assert "moment of truth" not in legend.picture.words


def test_switches_change_what_is_drawn_without_an_edit(room: Room, legend: LegendPage) -> None:
    room.bridge.run(links.link_cards, "next", [room.card("Zoekt").id], room.card("Belt").id)
    room.bridge.run(cards.add_cards, "note", ["nog een"], Listing("inbox"))
    stage = room.editor.stage
    room.selection.clear()
    with room.no_step():
        assert not stage.layout.links
        room.click(legend.links.button("paths"))
        assert [box.kind for box in stage.layout.links.values()] == ["next"]
        assert "Next" in legend.picture.words
        room.click(legend.evidence.button("on"))
        assert stage.layout.evidence
        room.click(legend.evidence.button("off"))
        assert not stage.layout.evidence
        room.click(legend.blind_spots)
        assert stage.options.blind_spots
        assert "blind spot" in legend.picture.words
        room.click(legend.aimed)
        assert stage.options.aimed


def lines_of(room: Room) -> tuple[str, ...]:
    """What notes say below their text now."""
    return room.editor.stage.options.fields


def test_what_notes_say_is_chosen_by_chips_without_an_edit(room: Room, legend: LegendPage) -> None:
    card = room.card("Belt").id
    room.bridge.run(cards.set_card, [card], goal="Meteen geholpen", owner="Fatima")
    stage = room.editor.stage
    assert {"goal", "owner", "channel_ids"} <= set(legend.fields.offered)
    assert "duration" not in legend.fields.offered, "nothing on the map says it"
    before = stage.layout.cards[card].h
    with room.no_step():
        room.click(legend.fields.toggles.button("goal"))
        assert lines_of(room) == ("goal",)
        assert stage.layout.cards[card].body.key.said == ("Conversiedoel: Meteen geholpen",)
        assert stage.layout.cards[card].h > before
        legend.fields.toggles.button("goal").setFocus()
        room.key(Qt.Key.Key_Right)
        room.key(Qt.Key.Key_Space)
        assert len(lines_of(room)) == 2
        room.click(legend.fields.all)
        assert lines_of(room) == legend.fields.offered
        assert not legend.fields.all.isEnabled()
        room.click(legend.fields.none)
        assert lines_of(room) == ()
    assert stage.layout.cards[card].h == before
    room.bridge.run(cards.set_card, [card], duration=20)
    assert "duration" in legend.fields.offered


def test_what_another_map_says_stays_chosen(room: Room, legend: LegendPage) -> None:
    stage = room.editor.stage
    stage.set_view(fields=("goal", "channel_ids"))
    assert legend.fields.values() == ("channel_ids",)
    room.click(legend.fields.toggles.button("channel_ids"))
    assert stage.options.fields == ("goal",)


def test_text_is_written_in_place_on_a_card_with_lines(room: Room, legend: LegendPage) -> None:
    card = room.card("Belt").id
    room.bridge.run(cards.set_card, [card], goal="Meteen geholpen")
    room.editor.stage.set_view(fields=("goal",))
    room.selection.choose_cards([card])
    room.editor.setFocus()
    room.key(Qt.Key.Key_F2)
    room.type(" en wacht")
    assert room.editor.stage.layout.cards[card].body.said, "the lines stay while one writes"
    room.key(Qt.Key.Key_Escape)
    assert room.document.item_table[card].text in ("Belt en wacht", "Belt")
    assert room.document.item_table[card].goal == "Meteen geholpen"


def test_without_anything_to_say_there_is_no_group(room: Room, legend: LegendPage) -> None:
    assert legend.on_notes.isVisible()
    for item in room.document.placed:
        room.bridge.run(cards.set_card, [item.id], channel_ids=())
    assert not legend.on_notes.isVisible()
