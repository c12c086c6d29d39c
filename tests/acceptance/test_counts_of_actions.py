"""What a map costs in keys, against the counts of other programs; and cards from one window to another.

An action is a key or a chord; the texts are free. The whole script, from the start screen to the printed tiles, is in
test_script_of_actions.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.changes import apply
from model.commands.cards import add_cards, set_emotion
from model.commands.places import Cell
from model.document import Document
from model.i18n import set_language
from model.newmap import new_map
from model.session import Session
from widgets.bridge import SessionBridge
from widgets.canvas.editor import MapEditor
from widgets.canvas.items import plus_center
from widgets.selection import Selection

Key = Qt.Key
NO, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class Keys:
    """Somebody with a keyboard before a map; counts what is pressed."""

    def __init__(self, editor: MapEditor) -> None:
        self.editor = editor
        self.pressed = 0

    @property
    def document(self) -> Document:
        return self.editor.bridge.document

    @property
    def steps(self) -> int:
        return len(self.editor.bridge.session.history.done)

    def press(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = NO) -> None:
        for key in keys:
            self.pressed += 1
            QTest.keyClick(self.editor.view, key, modifiers)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.editor.view, text)

    def rows(self, lane: int) -> list[list[str]]:
        """The texts of a lane, step by step."""
        document = self.document
        return [[i.text for i in document.cell(document.lanes[lane].id, step.id)] for step in document.steps]


Maker = Callable[[Document], Keys]


@pytest.fixture
def before(qtbot: QtBot, qapp: QApplication) -> Iterator[Maker]:
    """Opens a window with a map."""
    set_language("en")
    editors: list[MapEditor] = []

    def make(document: Document) -> Keys:
        bridge = SessionBridge(Session(document, saved=True))
        editor = MapEditor(bridge, Selection(bridge))
        qtbot.addWidget(editor)
        editor.resize(1200, 800)
        editor.show()
        qtbot.waitExposed(editor)
        editor.activateWindow()
        editor.setFocus()
        editors.append(editor)
        return Keys(editor)

    yield make
    for editor in editors:
        editor.close_editor()
    QGuiApplication.clipboard().clear()


@pytest.fixture
def ten() -> Document:
    """Five phases with two touchpoints each, and lanes for pain points and feelings."""
    document = new_map("Ten", "en", ["P1", "P2", "P3", "P4", "P5"], ["touchpoints", "emotion", "pain_points"])
    for n, step in enumerate(document.steps):
        texts = [f"a{n}", f"b{n}"]
        cell = Cell(document.lanes[0].id, step.id)
        document = apply(add_cards(document, "touchpoint", texts, cell), document)
    return document


def test_three_lanes_are_there(before: Maker) -> None:
    """Task 2: nothing to press with the lanes of a new map; elsewhere it takes 9 to 15 actions."""
    kinds = {lane.kind for lane in before(new_map("New", "en")).document.lanes}
    assert kinds >= {"touchpoints", "emotion", "pain_points"}


def test_three_moves_in_twelve_keys(before: Maker, ten: Document) -> None:
    """Task 4: a0 to the second phase, b1 up one place, a2 to the fourth phase."""
    keys = before(ten)
    keys.press(Key.Key_Home)
    keys.press(Key.Key_Right, modifiers=CTRL)
    assert keys.rows(0)[:2] == [["b0"], ["a0", "a1", "b1"]]
    keys.press(Key.Key_Down, Key.Key_Down)
    keys.press(Key.Key_Up, modifiers=CTRL)
    assert keys.rows(0)[1] == ["a0", "b1", "a1"]
    keys.press(Key.Key_Right, Key.Key_Up)
    assert keys.document.item_table[keys.editor.selection.cards[0]].text == "a2"
    keys.press(Key.Key_Right, modifiers=CTRL)
    assert "a2" in keys.rows(0)[3]
    assert keys.pressed <= 12
    assert keys.steps == 3


def test_a_hand_over_by_number_in_six_keys(before: Maker, ten: Document) -> None:
    """From the chosen card: L (the window's key), the number, Enter, down twice to the kind of path, Enter."""
    keys = before(ten)
    keys.press(Key.Key_Home)
    keys.pressed += 1
    assert keys.editor.begin_connecting()
    field = keys.editor.connecting.field.edit  # type: ignore[union-attr]  # it has begun
    QTest.keyClicks(field, "4")
    QTest.keyClick(field, Key.Key_Return)
    menu = keys.editor.link_work.menu
    assert menu is not None
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Return):
        QTest.keyClick(menu, key)
    keys.pressed += 4
    (link,) = keys.document.link_table.values()
    ends = [keys.document.item_table[i].text for i in (link.source_id, link.target_id)]
    assert (link.kind, ends) == ("handover", ["a0", "b1"])
    assert keys.pressed <= 6
    assert keys.steps == 1


def test_a_link_by_hand_is_one_drag(before: Maker, ten: Document) -> None:
    """From the round plus of a card to the other card; the keyboard needs L, the number and Enter."""
    keys = before(ten)
    view, cards = keys.editor.view, keys.editor.stage.layout.cards
    source, target = (keys.document.touchpoints[n] for n in (0, 2))
    keys.editor.selection.choose_cards([source.id])

    def on_view(point: QPointF) -> QPoint:
        return view.viewportTransform().map(point).toPoint()

    end = cards[target.id]
    start, stop = on_view(plus_center(cards[source.id])), on_view(QPointF(end.x + end.w / 2, end.y + end.h / 2))
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, NO, start)
    for n in range(1, 6):
        at = start + (stop - start) * n / 5
        held = Qt.MouseButton.LeftButton
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(at),
            QPointF(view.viewport().mapToGlobal(at)),
            Qt.MouseButton.NoButton,
            held,
            NO,
        )
        QApplication.sendEvent(view.viewport(), event)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, NO, stop)
    (link,) = keys.document.link_table.values()
    assert (link.source_id, link.target_id) == (source.id, target.id)
    menu = keys.editor.link_work.menu
    assert menu is not None and menu.isVisible()
    menu.close()


def test_two_pain_points_on_their_touchpoints_in_six_actions(before: Maker, ten: Document) -> None:
    """Task 6: linked, not just written down somewhere.  P is the window's key for it, counted as one."""
    keys = before(ten)
    keys.press(Key.Key_Home)
    for text in ("slow", "dear"):
        keys.pressed += 1
        keys.editor.new_attached("pain_point")
        keys.type(text)
        keys.press(Key.Key_Escape)
        if text == "slow":
            keys.editor.selection.choose_cards([keys.document.touchpoints[1].id])
            keys.pressed += 1
    hanging = {i.text: [t.text for t in keys.document.targets[i.id]] for i in keys.document.placed if "pain" in i.kind}
    assert hanging == {"slow": ["a0"], "dear": ["b0"]}
    assert keys.pressed <= 6
    assert keys.steps == 2


def test_five_steps_back_in_five_keys(before: Maker, ten: Document) -> None:
    """Task 7: one step of history for each thing done, whatever it was; and five keys forward again."""
    keys = before(ten)
    start = keys.document
    keys.press(Key.Key_Home)
    keys.press(Key.Key_Right, modifiers=CTRL)
    keys.press(Key.Key_F2)
    keys.type(" and a longer text")
    keys.press(Key.Key_Escape)
    keys.press(Key.Key_5)
    keys.press(Key.Key_Delete)
    keys.press(Key.Key_D, modifiers=CTRL)
    done = keys.document
    assert keys.steps == 5
    keys.pressed = 0
    keys.press(*[Key.Key_Z] * 5, modifiers=CTRL)
    assert keys.document.same_content(start)
    assert keys.pressed == 5
    keys.press(*[Key.Key_Z] * 5, modifiers=CTRL | SHIFT)
    assert keys.document.same_content(done)


def test_cards_go_from_one_window_to_another(before: Maker, ten: Document) -> None:
    """Ctrl+C in the window of one map, Ctrl+V in that of another: with what hangs on them and what is felt."""
    touchpoint = ten.touchpoints[0].id
    ten = apply(set_emotion(ten, touchpoint, ten.personas[0].id, score=-2, word="angry"), ten)
    one, other = before(ten), before(new_map("Other", "en", ["X"], ["touchpoints", "emotion", "pain_points"]))
    one.editor.activateWindow()
    one.editor.setFocus()
    one.press(Key.Key_Home)
    one.editor.new_attached("pain_point")
    one.type("slow")
    one.press(Key.Key_Escape)
    one.editor.selection.choose_cards([touchpoint, next(i.id for i in one.document.placed if i.text == "slow")])
    one.press(Key.Key_C, modifiers=CTRL)
    other.editor.activateWindow()
    other.editor.setFocus()
    other.press(Key.Key_Home)
    other.press(Key.Key_V, modifiers=CTRL)
    assert other.rows(0) == [["a0"]]
    assert other.rows(2) == [["slow"]]
    pasted, pain = other.document.placed
    assert [t.id for t in other.document.targets[pain.id]] == [pasted.id]
    felt = list(other.document.emotion_table.values())
    assert [(e.score, e.word) for e in felt] == [(-2, "angry")]
    assert other.steps == 1
    one.press(Key.Key_X, modifiers=CTRL)
    assert touchpoint not in one.document.item_table
    assert other.rows(0) == [["a0"]], "the other map is another map"


@pytest.mark.parametrize("table", ["phases", "lanes", "steps"])
def test_what_is_removed_leaves_its_cards_in_the_inbox_in_one_step(before: Maker, ten: Document, table: str) -> None:
    keys = before(ten)
    kind = table.removesuffix("s")
    if table == "steps":
        keys.editor.selection.choose("phase", [ten.phases[0].id])
        keys.editor.add_step()
        keys.type("second")
        keys.press(Key.Key_Escape)
    record = getattr(keys.document, table)[0].id
    start, steps = keys.document, keys.steps
    keys.editor.selection.choose(kind, [record])  # type: ignore[arg-type]  # "phase", "lane" or "step"
    keys.press(Key.Key_Delete)
    assert record not in keys.document.tables[table]
    gone = [i.text for i in start.placed if i.text in ("a0", "b0") or table == "lanes"]
    assert [i.text for i in keys.document.inbox] == gone
    assert keys.steps == steps + 1
    keys.press(Key.Key_Z, modifiers=CTRL)
    assert keys.document.same_content(start)
