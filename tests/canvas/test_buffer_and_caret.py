"""The text under the caret and the places of its letters, without a window."""

from __future__ import annotations

import pytest

from model.text.breaking import layout_text
from model.text.shape import TextStyle
from widgets.canvas.edit.buffer import TextBuffer
from widgets.canvas.edit.caret import CaretMap, EditLine

STYLE = TextStyle(14, 17)


def caret_map(text: str, width: float = 120.0, lang: str = "nl") -> CaretMap:
    lines = layout_text(text, STYLE, width, lang=lang)
    return CaretMap(text, [EditLine(line, 10.0, 20.0 * n, 20.0, 4.0, 10.0 + width) for n, line in enumerate(lines)])


@pytest.mark.parametrize(
    "text",
    [
        "Een gewone zin die over een paar regels loopt, met leestekens en zo.",
        "arbeidsongeschiktheidsverzekeringsvragen",
        "twee\n\nalinea's\n",
        "  spaties vooraan en achteraan   ",
        "איפה ההזמנה שלי? היא עדיין לא כאן",
        "Latijn met עברית ertussen en 12 cijfers",
        "مرحبا بالعالم كيف حالك اليوم",
        "emoji 😀👍🏽 en 👩‍👩‍👧 samen",
        "zacht\u00adafbreekbaarwoordendaarnanogwat",
        "",
        "e\u0301e\u0301n",
    ],
)
def test_every_place_has_a_spot_and_its_line_holds_it(text: str) -> None:
    places = caret_map(text)
    for place in range(len(text) + 1):
        spot = places.spot(place)
        line = places.lines[spot.line]
        assert line.line.start <= place <= line.line.end
        assert 9.0 <= spot.x <= 10.0 + 120.0 + 0.5
        assert places.spot(places.place_on(spot.line, spot.x)).x == pytest.approx(spot.x, abs=0.01)


def test_left_to_right_and_right_to_left() -> None:
    text = "abc"
    places = caret_map(text)
    xs = [places.spot(place).x for place in range(4)]
    assert xs == sorted(xs)
    text = "אבג"
    places = caret_map(text)
    xs = [places.spot(place).x for place in range(4)]
    assert xs == sorted(xs, reverse=True)
    mixed = "ab אבג cd"
    places = caret_map(mixed)
    assert places.spot(3).x > places.spot(5).x, "inside the Hebrew word it goes left"
    assert places.spot(7).x < places.spot(8).x


def test_a_space_at_the_end_moves_the_caret_though_it_is_not_drawn() -> None:
    places = caret_map("woord  ")
    assert places.spot(5).x < places.spot(6).x < places.spot(7).x


def test_a_selection_covers_its_letters_line_by_line() -> None:
    text = "een twee drie vier vijf zes zeven acht"
    places = caret_map(text, 90.0)
    assert len(places.lines) > 2
    stretches = places.stretches(0, len(text))
    assert [number for number, _, _ in stretches] == list(range(len(places.lines)))
    number, left, right = places.stretches(4, 8)[0]
    assert (left, right) == (places.spot(4).x, places.spot(8).x)
    assert number == 0
    assert places.stretches(3, 3) == []


def test_home_end_up_and_down() -> None:
    text = "een twee drie vier vijf zes zeven acht"
    places = caret_map(text)
    second = places.lines[1].line.start
    assert places.home(second + 2) == second
    assert places.end(0) == second - 1
    assert places.end(len(text)) == len(text)
    assert places.beside(0, -1, 10.0) is None
    assert places.beside(len(text), 1, 10.0) is None
    assert places.line_of(places.beside(0, 1, 10.0) or 0) == 1


def test_the_caret_steps_over_whole_clusters() -> None:
    buffer = TextBuffer("a👩‍👩‍👧e\u0301b")
    buffer.move_to(0)
    stops = [0]
    for _ in range(4):
        buffer.step(1)
        stops.append(buffer.caret)
    assert stops == [0, 1, 6, 8, 9]
    buffer.step(-1)
    buffer.delete(-1)
    assert buffer.text == "a👩‍👩‍👧b"
    buffer.delete(-1)
    assert buffer.text == "ab"
    buffer.undo()
    assert buffer.text == "a👩‍👩‍👧e\u0301b", "deleting on and on is one step"


def test_words_and_selection() -> None:
    buffer = TextBuffer("een, twee drie")
    buffer.step(-1, word=True)
    assert buffer.caret == 10
    buffer.step(-1, word=True, select=True)
    assert buffer.selected_text == "twee "
    buffer.insert("2 ")
    assert buffer.text == "een, 2 drie"
    buffer.select_word(0)
    assert buffer.selected_text == "een"
    buffer.delete(1)
    assert buffer.text == ", 2 drie"
    buffer.select_all()
    buffer.step(-1)
    assert (buffer.caret, buffer.selection) == (0, (0, 0)), "a selection collapses to its near end"


def test_undo_takes_back_words_and_redo_brings_them() -> None:
    buffer = TextBuffer("")
    for letter in "one two":
        buffer.insert(letter)
    assert buffer.undo()
    assert buffer.text == "one "
    assert buffer.undo()
    assert buffer.text == "one"
    assert buffer.redo()
    assert buffer.redo()
    assert buffer.text == "one two"
    assert not buffer.redo()
    buffer.undo()
    buffer.insert("x")
    assert not buffer.redo(), "typing forgets what was undone"


def test_what_comes_in_is_cleaned_and_capped() -> None:
    buffer = TextBuffer("")
    assert buffer.insert("a\x00b\r\nc")
    assert buffer.text == "ab\nc"
    assert not buffer.insert("x" * 20_000)
    assert buffer.text == "ab\nc"
    name = TextBuffer("", one_line=True)
    name.insert("two\n lines\n")
    assert name.text == "two lines "


def test_what_is_composed_is_shown_but_not_part_of_the_text() -> None:
    buffer = TextBuffer("ab")
    buffer.move_to(1)
    buffer.preedit = "xyz"
    assert buffer.shown == "axyzb"
    assert buffer.text == "ab"
