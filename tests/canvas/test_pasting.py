"""Tables and texts of other programs on the map, by real keys and drops: what is done, told and offered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from model.newmap import new_map

Hand = Any
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
GRID = "\tOne\tNowhere\nTouchpoints\tx\ty\nPain points\tz\t\n"


class Heard:
    """What the editor told, and what it offered instead."""

    def __init__(self, hand: Hand) -> None:
        self.said: list[str] = []
        self.choices: dict[str, Callable[[], object]] = {}
        hand.editor.offered.connect(self._offered)
        hand.editor.toast.connect(lambda sentence, _undo: self.said.append(sentence))

    def _offered(self, sentence: str, choices: Any) -> None:
        self.said.append(sentence)
        self.choices = {words(): call for words, call in choices}


@pytest.fixture
def heard(hand: Hand) -> Heard:
    return Heard(hand)


def mime(text: str = "", html: str = "", urls: tuple[str, ...] = ()) -> QMimeData:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    if urls:
        data.setUrls([QUrl(url) for url in urls])
    return data


def paste(hand: Hand, data: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(data)
    hand.key(Key.Key_V, CTRL)


def drop(hand: Hand, data: QMimeData, at: QPoint, *, let_go: bool = True) -> bool:
    """Drag from another program to a place, and let go; whether it was taken."""
    actions, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, actions, data, LEFT, none)
    QApplication.sendEvent(hand.port, enter)
    move = QDragMoveEvent(at, actions, data, LEFT, none)
    QApplication.sendEvent(hand.port, move)
    if not let_go:
        return move.isAccepted()
    event = QDropEvent(QPointF(at), actions, data, LEFT, none)
    QApplication.sendEvent(hand.port, event)
    return event.isAccepted()


def test_a_table_goes_by_its_names_in_one_step(hand: Hand, heard: Heard) -> None:
    before = hand.document
    hand.click(hand.cell(0, 2))
    paste(hand, mime(GRID))
    assert hand.texts(0, 0)[-1] == "x"
    assert hand.texts(hand.lane("pain_points"), 0)[-1] == "z"
    assert [item.text for item in hand.document.inbox] == ["y"]
    assert heard.said == ["2 notes in 1 phase; 1 in the inbox: no phase “Nowhere”"]
    assert hand.steps == 1
    hand.undo()
    assert hand.document.same_content(before)


def test_the_phases_that_lack_are_made_instead(hand: Hand, heard: Heard) -> None:
    paste(hand, mime(GRID))
    heard.choices["Make 1 phase"]()
    assert hand.document.phases[-1].name == "Nowhere"
    assert hand.texts(0, 3) == ["y"]
    assert heard.said[-1] == "3 notes in 2 phases"
    assert hand.steps == 1, "the paste was taken back first"
    assert list(heard.choices) == ["As a list"]


def test_a_list_instead_of_a_table(hand: Hand, heard: Heard) -> None:
    hand.click(hand.cell(0, 2))
    paste(hand, mime(GRID))
    heard.choices["As a list"]()
    assert hand.texts(0, 2) == ["One", "Nowhere", "Touchpoints", "x", "y", "Pain points", "z"]
    assert hand.steps == 1


def test_when_the_map_went_on_the_paste_stays(hand: Hand, heard: Heard) -> None:
    hand.click(hand.cell(0, 2))
    paste(hand, mime(GRID))
    hand.key(Key.Key_Delete)
    after = hand.document
    heard.choices["As a list"]()
    assert hand.document is after
    assert "Undo until there" in heard.said[-1]


def test_columns_without_names_say_what_was_done(hand: Hand, heard: Heard) -> None:
    hand.click(hand.cell(0, 2))
    paste(hand, mime("p\tq\nr\ts"))
    assert hand.texts(0, 2) == ["p", "r"]
    assert heard.said == ["4 notes, one column in each step. 2 notes went to the inbox."]
    heard.choices["As a list"]()
    assert hand.texts(0, 2) == ["p", "q", "r", "s"]
    assert hand.document.inbox == ()


def test_html_is_read_where_there_is_no_text(hand: Hand) -> None:
    hand.click(hand.cell(0, 2))
    paste(hand, mime(html="<table><tr><td></td><td>One</td></tr><tr><td>Touchpoints</td><td>a<br>b</td></tr></table>"))
    assert hand.texts(0, 0)[-2:] == ["a", "b"]
    hand.click(hand.cell(0, 2))
    paste(hand, mime(html="<ul><li>first<li>second</ul>"))
    assert hand.texts(0, 2) == ["first", "second"]


def test_a_table_onto_a_map_without_phases(open_map: Any) -> None:
    hand = open_map(new_map("Empty", "en", (), ("touchpoints", "emotion")))
    heard = Heard(hand)
    paste(hand, mime("\tA\tB\tC\nTouchpoints\t1\t2\t3\nEmotion\t2\t0\t-2\n"))
    assert heard.said == ["3 notes in the inbox: no phase “A”, “B”, “C”"]
    heard.choices["Make 3 phases"]()
    assert [phase.name for phase in hand.document.phases] == ["A", "B", "C"]
    assert heard.said[-1] == "3 notes in 3 new phases"
    scores = {e.touchpoint_id: e.score for e in hand.document.emotion_table.values()}
    assert [scores[item.id] for item in hand.document.touchpoints] == [2, 0, -2]


# -- dropped ----------------------------------------------------------------------------------------------------------


def test_text_dropped_on_a_cell_becomes_cards_there(hand: Hand) -> None:
    assert drop(hand, mime("• one\n• two"), hand.cell(0, 2))
    assert hand.texts(0, 2) == ["one", "two"]
    assert hand.steps == 1
    assert len(hand.editor.selection.cards) == 2


def test_a_link_of_a_browser_is_its_address(hand: Hand) -> None:
    assert drop(hand, mime("https://example.org/", urls=("https://example.org/",)), hand.cell(0, 2))
    assert hand.texts(0, 2) == ["https://example.org/"]


def test_text_has_no_place_in_the_emotion_lane(hand: Hand) -> None:
    lane = hand.lane("emotion")
    assert not drop(hand, mime("words"), hand.cell(lane, 0, 0.5), let_go=False)
    assert hand.editor.tag.text == "Not here"
    assert not drop(hand, mime("words"), hand.cell(lane, 0, 0.5))
    assert hand.steps == 0


def test_a_dropped_table_goes_by_its_names_wherever_it_falls(hand: Hand, heard: Heard) -> None:
    assert drop(hand, mime(GRID), hand.cell(hand.lane("emotion"), 1, 0.5))
    assert hand.texts(0, 0)[-1] == "x"
    assert heard.said == ["2 notes in 1 phase; 1 in the inbox: no phase “Nowhere”"]
