"""Every column sorts as people expect, by a click on its heading; what says nothing stands at the end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from action_maps import map_with_actions
from list_room import ItemRoom, ListRoom
from maps import Builder
from model.commands import cards, grid
from model.commands.places import Listing
from model.newmap import new_map

WORDS = ["ijs halen", "Ik", "Ézel", "ezel", "zebra", "Stap 10", "stap 2", "‘Appel’", "", "fiets", "jas"]
SORTED = ["‘Appel’", "ezel", "Ézel", "fiets", "ijs halen", "Ik", "jas", "stap 2", "Stap 10", "zebra", ""]


@pytest.fixture
def words(qtbot: QtBot) -> Iterator[ItemRoom]:
    builder = Builder(new_map("Woorden", "nl", ("Zomer", "Herfst")))
    made = [builder.card("touchpoint", text, place % 2) for place, text in enumerate(WORDS)]
    for item, minutes in ((made[0], 90), (made[1], 1440), (made[2], 5)):
        builder.do(cards.set_card(builder.document, [item], duration=minutes))
    builder.do(cards.set_card(builder.document, [made[3]], owner="Øyvind"))
    builder.do(cards.set_card(builder.document, [made[4]], owner="Élise"))
    builder.do(cards.set_card(builder.document, [made[5]], owner="emma"))
    builder.do(cards.add_cards(builder.document, "pain_point", ["Pijn"], Listing("parking")))
    builder.do(cards.add_cards(builder.document, "pain_point", ["Steek"], Listing("inbox")))
    builder.do(grid.add_persona(builder.document, "Sanne"))
    room = ItemRoom(qtbot, builder.document, wishes={"severity": True, "owner": True, "feeling": True})
    yield room
    room.close()


def column(room: ItemRoom | ListRoom, column_id: str) -> list[str]:
    """What stands in a column, from top to bottom."""
    return [str(room.index(row, column_id).data()) for row in range(room.table.table.rowCount())]


def test_texts_and_names_by_the_dictionary(words: ItemRoom) -> None:
    words.click_heading("text")
    assert [text for text in column(words, "text") if text not in ("Pijn", "Steek")] == SORTED
    words.click_heading("text")
    assert [text for text in column(words, "text") if text not in ("Pijn", "Steek")] == SORTED[::-1]
    words.click_heading("owner")
    assert column(words, "owner")[:3] == ["Élise", "emma", "Øyvind"]
    assert set(column(words, "owner")[3:]) == {""}


def test_numbers_by_their_size(words: ItemRoom) -> None:
    words.click_heading("number")
    numbers = column(words, "number")
    assert numbers == [f"N{number}" for number in range(1, len(numbers) + 1)]
    assert numbers.index("N2") < numbers.index("N10")


def test_phases_as_the_journey_has_them_then_inbox_and_parking_lot(words: ItemRoom) -> None:
    words.click_heading("text")
    words.click_heading("phase")
    places = column(words, "phase")
    assert places == ["1 Zomer"] * 6 + ["2 Herfst"] * 5 + ["Inbox", "Parking lot"]


def test_severity_feelings_and_durations_by_their_size(words: ItemRoom) -> None:
    pain, sting = words.card("Pijn").id, words.card("Steek").id
    words.bridge.run(cards.set_card, [pain], severity=5)
    words.bridge.run(cards.set_card, [sting], severity=2)
    words.click_heading("severity")
    assert column(words, "severity")[:3] == ["2", "5", ""]
    words.click_heading("severity")
    assert column(words, "severity")[-2:] == ["5", "2"]
    sanne = words.document.personas[0].id
    for text, score in (("jas", 2), ("Ik", -2), ("fiets", 0)):
        words.bridge.run(cards.set_emotion, words.card(text).id, sanne, score=score)
    words.click_heading(f"feeling:{sanne}")
    assert column(words, "text")[:3] == ["Ik", "fiets", "jas"]
    words.page.model.wish("duration", True)
    words.click_heading("duration")
    assert column(words, "text")[:3] == ["Ézel", "ijs halen", "Ik"]


def test_the_arrow_stays_at_its_heading_when_columns_come(words: ItemRoom) -> None:
    words.click_heading("owner")
    words.click_heading("owner")
    words.bridge.run(grid.add_persona, "Henk")
    words.page.model.wish("tags", True)
    header = words.table.horizontalHeader()
    assert header.isSortIndicatorShown()
    assert words.page.model.columns[header.sortIndicatorSection()].id == "owner"
    assert header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
    words.page.table.sort_by(None)
    assert not header.isSortIndicatorShown()


def test_days_of_actions_by_the_calendar_and_their_phases_by_the_journey(qtbot: QtBot) -> None:
    room = ListRoom(qtbot, map_with_actions(8).document)

    def days() -> list[str]:
        return [line.action.due for line in room.page.model.lines]

    room.click_heading("due")
    said = [day for day in days() if day]
    assert said == sorted(said)
    assert days() == [*said, *[""] * (8 - len(said))]
    room.click_heading("due")
    assert [day for day in days() if day] == said[::-1]
    assert not days()[0], "what has none stands at the other end then"
    room.click_heading("phase")
    assert list(dict.fromkeys(column(room, "phase"))) == ["Oriëntatie", "Aankoop", ""]
    room.click_heading("card")
    numbers = [int(text.split()[0][1:]) for text in column(room, "card")]
    assert numbers == sorted(numbers)
    room.click_heading("status")
    states = [line.status for line in room.page.model.lines]
    assert list(dict.fromkeys(states)) == ["open", "doing", "done", "dropped", "later"], "a later version's come last"
    room.close()
