"""One script from the start screen to the printed tiles, by real events, with what each part costs.

An action is a click, a drag, or a key or chord beyond the text that is typed.  The limits are those of the design, got
by counting in other programs.  Everything goes to the widget that has the keyboard or lies under the pointer: nothing
is called that a person could not do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.shell import Shell
from app.window import MainWindow
from app.workspace import Workspace
from model.document import Document
from model.files import native
from running_shell import shells
from widgets.dialogs.export import ExportDialog
from widgets.dialogs.exports.poster_form import PosterForm
from widgets.start import StartScreen

Key = Qt.Key
NO, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
LEFT = Qt.MouseButton.LeftButton


class Facilitator:
    """Somebody before the program; every action is counted, the letters of texts are not."""

    def __init__(self, qtbot: QtBot, shell: Shell, window: MainWindow) -> None:
        self.qtbot, self.shell, self.window = qtbot, shell, window
        self.actions = 0

    # -- what is there ---------------------------------------------------------------------------------------------

    @property
    def workspace(self) -> Workspace:
        assert self.window.workspace is not None
        return self.window.workspace

    @property
    def document(self) -> Document:
        return self.workspace.bridge.document

    @property
    def start(self) -> StartScreen:
        page = self.window.pages.currentWidget()
        assert isinstance(page, StartScreen)
        return page

    def lane(self, kind: str) -> int:
        return next(place for place, lane in enumerate(self.document.lanes) if lane.kind == kind)

    def texts(self, kind: str, step: int) -> list[str]:
        lane = self.document.lanes[self.lane(kind)]
        return [item.text for item in self.document.cell(lane.id, self.document.steps[step].id)]

    # -- doing -----------------------------------------------------------------------------------------------------

    def counted(self) -> int:
        """The actions since the last time."""
        counted, self.actions = self.actions, 0
        return counted

    def _target(self) -> QWidget:
        above: QWidget | None = QApplication.activePopupWidget()
        above = above if above is not None else QApplication.activeModalWidget()
        if above is not None:
            inside: QWidget | None = above.focusWidget()
            return inside if inside is not None else above
        here: QWidget | None = QApplication.focusWidget()
        before: QWidget | None = self.window.focusWidget()
        return here or before or self.window

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO) -> None:
        self.actions += 1
        QTest.keyClick(self._target(), key, modifiers)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        QTest.keyClicks(self._target(), text)
        QApplication.processEvents()

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        self.actions += 1
        QTest.mouseClick(widget, LEFT, NO, at if at is not None else widget.rect().center())
        QApplication.processEvents()

    def on_map(self, x: float, y: float) -> QPoint:
        return self.workspace.editor.view.viewportTransform().map(QPointF(x, y)).toPoint()

    def card(self, text: str) -> QPoint:
        item = next(item.id for item in self.document.item_table.values() if item.text == text)
        box = self.workspace.editor.stage.layout.cards[item]
        return self.on_map(box.x + box.w / 2, box.y + 12)

    def cell(self, kind: str, step: int) -> QPoint:
        layout = self.workspace.editor.stage.layout
        lane, column = layout.lanes[self.document.lanes[self.lane(kind)].id], list(layout.steps.values())[step]
        return self.on_map(column.x + column.w / 2, lane.bottom - 6)

    def drag(self, start: QPoint, end: QPoint) -> None:
        self.actions += 1
        port = self.workspace.editor.view.viewport()
        QTest.mousePress(port, LEFT, NO, start)
        for n in range(1, 9):
            at = start + (end - start) * n / 8
            event = QMouseEvent(
                QEvent.Type.MouseMove, QPointF(at), QPointF(port.mapToGlobal(at)), Qt.MouseButton.NoButton, LEFT, NO
            )
            QApplication.sendEvent(port, event)
        QTest.mouseRelease(port, LEFT, NO, end)
        QApplication.processEvents()

    def in_file_dialog(self, path: Path, opens: Callable[[], None]) -> None:
        """Do what ``opens`` a dialog for a file; the name is typed there, and Enter, counted, saves."""
        done: list[bool] = []

        def answer(tries: int = 0) -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QFileDialog) or not dialog.isVisible():
                if tries < 400:
                    QTimer.singleShot(25, lambda: answer(tries + 1))
                return
            dialog.setDirectory(str(path.parent))  # the folder of this test, not that of the person
            field = dialog.findChild(QLineEdit, "fileNameEdit")
            assert isinstance(field, QLineEdit)
            assert field.text(), "a name is proposed"
            field.selectAll()
            QTest.keyClicks(field, path.name)
            popup = QApplication.activePopupWidget()  # proposals of names
            if popup is not None:
                popup.hide()
            self.actions += 1
            QTest.keyClick(field, Key.Key_Return)
            done.append(True)

        QTimer.singleShot(0, answer)
        opens()
        self.qtbot.waitUntil(lambda: bool(done))

    def back(self) -> None:
        """A desktop gives the keyboard back when a dialog closes; the offscreen platform has to be told."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.workspace.editor.setFocus()

    def saved(self) -> None:
        document = self.workspace.open_document
        self.back()
        self.qtbot.waitUntil(lambda: not self.shell.files.saver.busy_with(document) and not document.modified)

    def export(self, shortcut: tuple[Qt.Key, Qt.KeyboardModifier], path: Path, tiles: bool = False) -> None:
        """Print or export by a chord, Enter in the dialog, Enter in the dialog for the file."""
        self.key(*shortcut)
        dialog = next(w for w in self.window.findChildren(ExportDialog) if w.isVisible())
        if tiles:
            form = dialog.form
            assert isinstance(form, PosterForm)
            self.click(form.paper_fields.presets.cards["home"])
        made: list[str] = []
        dialog.exported.connect(made.append)

        def press() -> None:
            self.actions += 1
            QTest.keyClick(dialog, Key.Key_Return)

        self.in_file_dialog(path, press)
        self.qtbot.waitUntil(lambda: bool(made), timeout=60_000)
        assert path.stat().st_size > 1_000
        self.back()


@pytest.fixture
def facilitator(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Facilitator]:
    """Before the start screen of a program in a home of its own."""
    monkeypatch.setenv("JOURNEYWALL_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    with shells(qapp) as started:
        shell = Shell(qapp)
        started.append(shell)
        window = shell.new_window()
        qtbot.waitExposed(window)
        shell.begin(window, None)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        yield Facilitator(qtbot, shell, window)


def sheets(path: Path) -> list[tuple[int, int]]:
    """The pages of a PDF, in whole mm."""
    with pypdfium2.PdfDocument(str(path)) as pdf:
        sizes = [pdf.get_page_size(number) for number in range(len(pdf))]
    return [(round(w / 72 * 25.4), round(h / 72 * 25.4)) for w, h in sizes]


def test_five_phases_from_a_template(facilitator: Facilitator) -> None:
    me = facilitator
    me.type("Shoes")
    me.click(next(card for card in me.start.template_cards() if card.template_id == "common-five"))
    me.key(Key.Key_Return)
    assert me.counted() <= 2
    assert (len(me.document.phases), me.document.info.title) == (5, "Shoes")
    assert {lane.kind for lane in me.document.lanes} >= {"touchpoints", "emotion", "pain_points"}, (
        "three lanes are there"
    )


def test_the_whole_script(facilitator: Facilitator, tmp_path: Path) -> None:
    me = facilitator
    # A map with five phases of one's own: 8.
    me.click(next(card for card in me.start.template_cards() if card.template_id == "empty"))
    me.key(Key.Key_Return)
    me.key(Key.Key_P, CTRL | SHIFT)
    for place, name in enumerate(("Search", "Choose", "Buy", "Use", "Leave")):
        if place:
            me.key(Key.Key_Return)
        me.type(name)
    me.key(Key.Key_Escape)
    assert me.counted() <= 8
    assert [phase.name for phase in me.document.phases] == ["Search", "Choose", "Buy", "Use", "Leave"]

    # Three lanes more: 4.
    me.key(Key.Key_L, CTRL | SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for place, kind in enumerate(("needs", "actions", "notes")):
        me.actions += 1
        action = next(a for a in menu.actions() if a.data() == kind)
        QTest.mouseClick(menu, LEFT, CTRL if place < 2 else NO, menu.actionGeometry(action).center())
    me.type("Ideas")
    assert me.counted() <= 4

    # Ten touchpoints, two in each phase: 15.  The first click ends the name of the lane: nothing has to be closed.
    me.click(me.workspace.editor.view.viewport(), me.cell("touchpoints", 0))
    assert [lane.kind for lane in me.document.lanes[-3:]] == ["needs", "actions", "notes"]
    assert me.document.lanes[-1].name == "Ideas"
    me.key(Key.Key_Return)
    for step in range(5):
        me.type(f"a{step}")
        me.key(Key.Key_Return)
        me.type(f"b{step}")
        me.key(Key.Key_Tab if step < 4 else Key.Key_Escape)
    assert me.counted() <= 15
    assert [me.texts("touchpoints", step) for step in range(5)] == [[f"a{n}", f"b{n}"] for n in range(5)]

    # Ten feelings: 12.
    me.key(Key.Key_Home)
    for digit in "5432112345":
        me.key(Key(ord(digit)))
    assert me.counted() <= 12
    persona = me.document.personas[0].id
    felt = [me.document.emotions[item.id, persona].score for item in me.document.touchpoints]
    assert felt == [2, 1, 0, -1, -2, -2, -1, 0, 1, 2]

    # Three moves: 3 drags.
    for text, step in (("a0", 1), ("b2", 3), ("a4", 0)):
        me.drag(me.card(text), me.cell("touchpoints", step))
    assert me.counted() == 3
    assert "a0" in me.texts("touchpoints", 1)
    assert "b2" in me.texts("touchpoints", 3)
    assert "a4" in me.texts("touchpoints", 0)

    # The last five things undone: 5, whatever they were.
    for _ in range(5):
        me.key(Key.Key_Z, CTRL)
    assert me.counted() == 5
    assert [me.texts("touchpoints", step) for step in range(5)] == [[f"a{n}", f"b{n}"] for n in range(5)]
    assert sum(e.score is not None for e in me.document.emotion_table.values()) == 8

    # Two pain points that hang on touchpoints: 6.
    me.key(Key.Key_Home)
    me.key(Key.Key_P)
    me.type("slow")
    me.key(Key.Key_Escape)
    me.click(me.workspace.editor.view.viewport(), me.card("b0"))
    me.key(Key.Key_P)
    me.type("dear")
    me.key(Key.Key_Escape)
    assert me.counted() <= 6
    hanging = {
        i.text: [t.text for t in me.document.targets[i.id]] for i in me.document.placed if i.kind == "pain_point"
    }
    assert hanging["dear"] == ["b0"]
    assert len(hanging["slow"]) == 1

    # Saved: 2, then 1.
    path = tmp_path / "wall.journey"
    me.in_file_dialog(path, lambda: me.key(Key.Key_S, CTRL))
    me.saved()
    assert me.counted() == 2
    me.key(Key.Key_Delete)
    me.counted()
    me.key(Key.Key_S, CTRL)
    me.saved()
    assert me.counted() == 1
    kept = me.document
    assert native.load(path).document.same_content(kept)

    # Reopened: 2.
    me.key(Key.Key_W, CTRL)
    me.qtbot.waitUntil(lambda: me.window.workspace is None)
    me.click(me.start.recent_rows()[0])
    me.qtbot.waitUntil(lambda: me.window.workspace is not None)
    assert me.counted() == 2
    assert me.document.same_content(kept)

    # A PDF: 3, a picture: 3, an A1 on sheets of A4: 4.
    me.export((Key.Key_P, CTRL), tmp_path / "poster.pdf")
    assert me.counted() == 3
    assert sheets(tmp_path / "poster.pdf")
    me.export((Key.Key_E, CTRL | SHIFT), tmp_path / "wall.png")
    assert me.counted() == 3
    assert (tmp_path / "wall.png").read_bytes().startswith(b"\x89PNG")
    me.export((Key.Key_P, CTRL), tmp_path / "tiles.pdf", tiles=True)
    assert me.counted() == 4
    assert set(sheets(tmp_path / "tiles.pdf")) <= {(210, 297), (297, 210)}
    assert len(sheets(tmp_path / "tiles.pdf")) >= 8, "an A1 is as large as eight of them"


def test_a_pasted_list_and_moves_by_key(facilitator: Facilitator) -> None:
    me = facilitator
    me.click(next(card for card in me.start.template_cards() if card.template_id == "common-five"))
    me.key(Key.Key_Return)
    me.counted()
    # Ten touchpoints from a list: 3, one of them for copying it elsewhere.
    QGuiApplication.clipboard().setText("\n".join(f"- t{n}" for n in range(10)))
    me.actions += 1
    me.click(me.workspace.editor.view.viewport(), me.cell("touchpoints", 0))
    me.key(Key.Key_V, CTRL)
    assert me.counted() == 3
    assert me.texts("touchpoints", 0) == [f"t{n}" for n in range(10)]
    # Three moves by key: 12.
    me.key(Key.Key_Home)
    me.key(Key.Key_Right, CTRL)
    me.key(Key.Key_Left)
    me.key(Key.Key_Down, CTRL)
    me.key(Key.Key_Down)
    me.key(Key.Key_Right, CTRL)
    assert me.counted() <= 12
    assert len(me.workspace.bridge.session.history.done) == 4
