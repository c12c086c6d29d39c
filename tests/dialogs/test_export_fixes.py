"""While it is worked out what makes a poster read farther: it is said, it can be left, and the dialog goes on."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow
from pytestqt.qtbot import QtBot

from export_room import settle
from maps import large_map
from model.document import Document
from model.export import remedies
from model.export.base import ExportOptions
from model.export.remedies import KINDS, Kind, Remedy, remedy
from model.files.native import load
from model.progress import checkpoint, listening, step
from model.templates import example_path
from widgets.dialogs.export import ExportDialog
from widgets.dialogs.exports import beside
from widgets.dialogs.exports.poster_form import PosterForm

Shower = Callable[[QDialog], None]


class Gate:
    """A remedy that is as long under way as the test wants."""

    def __init__(self) -> None:
        self.go, self.begun, self.left = threading.Event(), threading.Event(), threading.Event()
        self.thread = 0

    def __call__(self, kind: Kind, *_more: object) -> Remedy | None:
        self.thread = threading.get_ident()
        step(2, 5)
        self.begun.set()
        try:
            while not self.go.wait(0.005):
                checkpoint()
        except BaseException:
            self.left.set()
            raise
        return None


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    made = Gate()
    monkeypatch.setattr(beside, "remedy", made)
    yield made
    made.go.set()


@pytest.fixture(scope="module")
def example() -> Document:
    return load(example_path("en")).document


def opened(document: Document, window: QMainWindow, show: Shower, qtbot: QtBot, tmp_path: Path) -> ExportDialog:
    window.resize(1366, 768)
    dialog = ExportDialog(document, tmp_path / "Shoes", "poster", window)
    show(dialog)
    settle(dialog, qtbot)
    return dialog


@pytest.fixture
def dialog(example: Document, window: QMainWindow, show: Shower, qtbot: QtBot, tmp_path: Path) -> ExportDialog:
    """The example on A1, which reads less than 2 m far."""
    return opened(example, window, show, qtbot, tmp_path)


def press_fix(dialog: ExportDialog, kind: str, gate: Gate, qtbot: QtBot) -> None:
    QTest.mouseClick(dialog.pane.reading.fixes[kind], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(gate.begun.is_set)


def test_it_is_said_how_far_it_is_and_the_dialog_answers_meanwhile(
    dialog: ExportDialog, gate: Gate, qtbot: QtBot
) -> None:
    bar = dialog.pane.reading
    before = bar.text()
    press_fix(dialog, "phases", gate, qtbot)
    assert gate.thread != threading.get_ident(), "not in the thread of the interface"
    qtbot.waitUntil(lambda: bar.text().startswith("Split by phase: being worked out, 2 of 5…"))
    assert before in bar.text(), "what is known stays"
    assert bar.stop.isVisible() and not any(button.isVisible() for button in bar.fixes.values())
    assert dialog.save.isEnabled()
    QTest.mouseClick(dialog.pages.button("workbook"), Qt.MouseButton.LeftButton)
    assert dialog.page == "workbook", "one may go elsewhere"
    QTest.mouseClick(dialog.pages.button("poster"), Qt.MouseButton.LeftButton)
    gate.go.set()
    settle(dialog, qtbot)
    settle(dialog, qtbot)
    assert "being worked out" not in bar.text()
    assert not bar.stop.isVisible() and all(button.isVisible() for button in bar.fixes.values())


def test_cancel_leaves_everything_as_it_is(dialog: ExportDialog, gate: Gate, qtbot: QtBot) -> None:
    form, bar = dialog.form_of("poster"), dialog.pane.reading
    before, said = form.options(), bar.text()
    press_fix(dialog, "paper", gate, qtbot)
    QTest.mouseClick(bar.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(gate.left.is_set)
    settle(dialog, qtbot)
    assert form.options() == before
    assert bar.text() == said
    assert not bar.stop.isVisible() and all(button.isVisible() for button in bar.fixes.values())
    assert isinstance(form, PosterForm) and not form.fixed
    gate.begun.clear()
    press_fix(dialog, "paper", gate, qtbot)
    assert bar.stop.isVisible(), "and it can be asked for again"


def test_the_keyboard_goes_along(dialog: ExportDialog, gate: Gate, qtbot: QtBot) -> None:
    bar = dialog.pane.reading
    bar.fixes["phases"].setFocus()
    QTest.keyClick(bar.fixes["phases"], Qt.Key.Key_Space)
    qtbot.waitUntil(gate.begun.is_set)
    assert QApplication.focusWidget() is bar.stop
    QTest.keyClick(bar.stop, Qt.Key.Key_Space)
    settle(dialog, qtbot)
    assert QApplication.focusWidget() is bar.fixes["paper"]


def test_a_change_meanwhile_ends_it(dialog: ExportDialog, gate: Gate, qtbot: QtBot) -> None:
    """What helped the poster of before is of no use."""
    form = dialog.form_of("poster")
    assert isinstance(form, PosterForm)
    press_fix(dialog, "phases", gate, qtbot)
    QTest.mouseClick(form.paper_fields.presets.cards["handout"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(gate.left.is_set)
    settle(dialog, qtbot)
    assert "being worked out" not in dialog.pane.reading.text()
    assert not dialog.pane.reading.stop.isVisible()


def test_the_interface_does_not_stand_still_for_a_thousand_notes(
    window: QMainWindow, show: Shower, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All that takes long is done by the other thread: the interface's own takes a small part of the time."""
    dialog = opened(large_map(1000), window, show, qtbot, tmp_path)
    for kind in ("phases", "paper"):
        worked, ready = list[float](), threading.Event()

        def timed(*arguments: object, worked: list[float] = worked, ready: threading.Event = ready) -> Remedy | None:
            begun = time.thread_time()
            try:
                return remedy(*arguments)  # type: ignore[arg-type]  # as the dialog calls it
            finally:
                worked.append(time.thread_time() - begun)
                ready.set()

        monkeypatch.setattr(beside, "remedy", timed)
        begun = time.thread_time()
        QTest.mouseClick(dialog.pane.reading.fixes[kind], Qt.MouseButton.LeftButton)
        qtbot.waitUntil(ready.is_set, timeout=60_000)
        own = time.thread_time() - begun
        assert own < 0.7 * worked[0], (kind, own, worked)
        settle(dialog, qtbot)
        settle(dialog, qtbot)
        form = dialog.form_of("poster")
        assert isinstance(form, PosterForm) and form.fixed
        QTest.mouseClick(dialog.pane.reading.back, Qt.MouseButton.LeftButton)
        settle(dialog, qtbot)


@pytest.mark.parametrize("kind", KINDS)
def test_every_remedy_tells_its_steps_and_ends_where_it_is_not_wanted(kind: Kind, example: Document) -> None:
    told: list[tuple[int, int]] = []

    def listen(done: int, total: int) -> None:
        told.append((done, total))

    with listening(listen):
        remedies.remedy(kind, example, ExportOptions(paper="A1"), 1.2, 0.47)
    assert (0, 0) in told, "it looks whether it is wanted"
    steps = [each for each in told if each != (0, 0)]
    assert steps == sorted(steps)
    assert steps or kind == "sheets", "which is a single step"
    assert all(0 < done <= total for done, total in steps)
