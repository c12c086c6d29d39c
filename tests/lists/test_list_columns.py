"""Columns of the List view fit the room: nobody scrolls sideways on a laptop."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from list_room import ListRoom
from widgets.lists.actiontable import ActionTableView
from widgets.lists.arranging import MOST_TEXT
from widgets.lists.columns import fitted

WIDTHS = st.lists(st.tuples(st.integers(20, 400), st.integers(20, 400)), min_size=1, max_size=12)


@given(WIDTHS, st.integers(0, 4000))
def test_they_fit_where_they_can_and_nothing_gets_less_than_its_least(pairs: list[tuple[int, int]], room: int) -> None:
    wanted, least = [want for want, _ in pairs], [min(pair) for pair in pairs]
    widths = fitted(wanted, [low for _, low in pairs], room)
    assert all(low <= width <= want for low, width, want in zip(least, widths, wanted, strict=True))
    if room >= sum(wanted):
        assert widths == wanted
    elif room >= sum(least):
        assert sum(widths) == room
    else:
        assert widths == least


@pytest.fixture
def table(room: ListRoom) -> ActionTableView:
    found = room.table
    assert isinstance(found, ActionTableView)
    return found


@pytest.mark.parametrize("width", [1044, 1100, 1344])
def test_a_window_of_1400_px_shows_every_column(room: ListRoom, table: ActionTableView, width: int) -> None:
    """1,400 px less the folded left panel, and less the inspector."""
    room.window.resize(width, 700)
    room.qtbot.wait(30)
    assert table.horizontalScrollBar().maximum() == 0
    header = table.horizontalHeader()
    shown = [place for place in range(header.count()) if not header.isSectionHidden(place)]
    assert len(shown) >= 7
    assert all(header.sectionSize(place) >= header.sectionSizeHint(place) for place in shown), "headings are whole"


def test_what_the_user_has_drawn_stays(room: ListRoom, table: ActionTableView) -> None:
    room.window.resize(1400, 700)
    room.qtbot.wait(30)
    column = table.table.column_of("owner")
    table.horizontalHeader().resizeSection(column, 190)
    room.window.resize(1220, 700)
    room.qtbot.wait(30)
    assert table.columnWidth(column) == 190
    assert table.horizontalScrollBar().maximum() == 0, "the others give"


def test_texts_have_the_room_that_no_other_column_needs(room: ListRoom, table: ActionTableView) -> None:
    text, last = table.table.column_of("text"), table.columns.shown()[-1]
    widths = {}
    for width in (1500, 1700, 3600):
        room.window.resize(width, 700)
        room.qtbot.wait(30)
        widths[width] = (table.columnWidth(text), table.columnWidth(last))
    assert widths[1700][0] == widths[1500][0] + 200 and widths[1700][1] == widths[1500][1]
    assert widths[3600][0] == MOST_TEXT < 3600 - widths[3600][1]
    room.window.resize(1500, 700)
    room.qtbot.wait(30)
    assert table.columnWidth(text) == widths[1500][0], "narrower again"
    table.horizontalHeader().resizeSection(text, 300)
    room.window.resize(1700, 700)
    room.qtbot.wait(30)
    assert table.columnWidth(text) == 300, "what the user has drawn stays"


def test_they_give_room_to_a_column_that_is_drawn_wider(room: ListRoom, table: ActionTableView) -> None:
    room.window.resize(1700, 700)
    room.qtbot.wait(30)
    text, owner = table.table.column_of("text"), table.table.column_of("owner")
    before, wide = table.columnWidth(text), table.columnWidth(owner)
    table.horizontalHeader().resizeSection(owner, wide + 80)
    room.qtbot.waitUntil(lambda: table.columnWidth(text) == before - 80)
    assert table.columnWidth(owner) == wide + 80
    room.qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
