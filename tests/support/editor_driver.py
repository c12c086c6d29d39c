"""Somebody who works in the running editor by real mouse and key events, at random, until the process is killed.

Test code around the program's own start: it learns of the window from ``Shell.begin``, which it wraps, and reports into
a file what was handed in, what was acknowledged, what was saved and what was typed.  Lines of a report:

    ready                          the map is on the screen, the work begins
    state N DIGEST                 edit N of this session is about to be committed, the map has this content then
    shown N                        edit N is committed and was painted: it is acknowledged
    typed TIME TEXT                a letter was typed (monotonic seconds), the text in work is this (JSON)
    idle                           no text is in work
    saved DIGEST                   "saved" was said, of this content
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from model.document import Document
from model.files.native import dumps

WORDS = (
    "klant",
    "zoekt",
    "winkel",
    "bestelling",
    "wachten",
    "balie",
    "één",
    "stap",
    "«verder»",
    "☺",
    "kassa",
    "retour",
    "schoen",
    "maat",
    "ophalen",
)


def digest(document: Document) -> str:
    """What a map holds, whatever its save count and stamp."""
    return hashlib.sha256(dumps(document.saved_as(0), saved_by={})).hexdigest()[:24]


class Report:
    """What happened, in a file that survives the process: one write for each line."""

    def __init__(self, path: Path) -> None:
        self._fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def say(self, *parts: object) -> None:
        """One line."""
        os.write(self._fd, (" ".join(map(str, parts)) + "\n").encode())


class Driver:
    """Works in one window, a step at a time, with the event loop in between."""

    def __init__(self, shell: Any, window: Any, report: Report, seed: int, *, calm: bool = False) -> None:
        from PySide6.QtCore import QTimer

        self.shell = shell
        self.window = window
        self.report = report
        self.dice = random.Random(seed)
        self.calm = calm
        self.states = 0
        self.shown = 0
        self._steps: Iterator[None] = iter(())
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._step)

    # -- life ------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Start working as soon as there is a map with its panels; press "Open" where left work is offered."""
        from PySide6.QtCore import QTimer
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QDialog, QPushButton

        workspace = self.window.workspace
        if workspace is None:
            dialogs = [each for each in self.window.findChildren(QDialog) if each.isVisible()]
            for button in dialogs[0].findChildren(QPushButton) if dialogs else ():
                if button.isVisible() and button.text() in ("Open", "Openen"):
                    QTest.mouseClick(button, _left())
                    break
            QTimer.singleShot(20, self.begin)
            return
        if not self.window.furnished or workspace._panels is None:
            QTimer.singleShot(20, self.begin)
            return
        self._listen(workspace.open_document)
        self.window.activateWindow()
        self.view.setFocus()
        self.report.say("ready", f"{time.process_time():.3f}")
        self._steps = self._work()
        self._timer.start(0)

    def _listen(self, document: Any) -> None:
        journal, session = document.journal, document.session
        append = journal.append
        self.report.say("state", 0, digest(session.document))
        self.report.say("shown", 0)

        def kept(changes: Any, source: str = "user") -> None:
            # The session holds the new document already; what comes now makes it safe.
            self.states += 1
            self.report.say("state", self.states, digest(session.document))
            append(changes, source)

        journal.append = kept
        self.shell.files.saver.saved.connect(
            lambda saved: self.report.say("saved", digest(saved.session.saved_document))
        )

    def _step(self) -> None:
        from PySide6.QtWidgets import QApplication

        try:
            next(self._steps)
        except StopIteration:
            self._steps = self._work()
        QApplication.processEvents()  # what was done is on the screen
        if self.states > self.shown:
            self.shown = self.states
            self.report.say("shown", self.shown)
        self._timer.start(self.dice.choice((0, 1, 2, 5, 12)))

    # -- what there is ---------------------------------------------------------------------------------------

    @property
    def editor(self) -> Any:
        return self.window.workspace.editor

    @property
    def view(self) -> Any:
        return self.editor.view

    @property
    def document(self) -> Document:
        found: Document = self.window.workspace.bridge.document
        return found

    def _on_view(self, x: float, y: float) -> Any:
        from PySide6.QtCore import QPointF

        return self.view.viewportTransform().map(QPointF(x, y)).toPoint()

    def _in_sight(self) -> list[Any]:
        area = self.view.viewport().rect()
        boxes = [box for box in self.editor.stage.layout.cards.values() if hasattr(box, "x")]
        return [b for b in boxes if area.contains(self._on_view(b.x + b.w / 2, b.y + b.h / 2))]

    # -- what is done ----------------------------------------------------------------------------------------

    def _work(self) -> Iterator[None]:
        acts: list[tuple[int, Callable[[], Iterator[None]]]] = [
            (6, self._new_notes),
            (3, self._write_on),
            (4, self._drag),
            (4, self._feel),
            (4, self._undo),
            (2, self._delete),
            (2, self._rename),
            (2, self._nudge),
            (2, self._save),
        ]
        while True:
            weights = [weight for weight, _ in acts]
            yield from self.dice.choices([act for _, act in acts], weights)[0]()

    def _key(self, name: str, *, ctrl: bool = False, shift: bool = False) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        held = Qt.KeyboardModifier.NoModifier
        if ctrl:
            held |= Qt.KeyboardModifier.ControlModifier
        if shift:
            held |= Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(self.view, getattr(Qt.Key, f"Key_{name}"), held)

    def _type(self, text: str) -> Iterator[None]:
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QKeyEvent
        from PySide6.QtWidgets import QApplication

        writer = self.editor.writer
        for letter in text:
            if not writer.active:
                return
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):  # QTest knows ASCII only
                event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self.view, event)
            self.report.say("typed", f"{time.monotonic():.4f}", json.dumps(writer.buffer.text))
            yield

    def _end_text(self, key: str) -> Iterator[None]:
        self._key(key)
        self.report.say("idle")
        yield

    def _words(self) -> str:
        return " ".join(self.dice.choices(WORDS, k=self.dice.randint(1, 5)))

    def _new_notes(self) -> Iterator[None]:
        box = self._some_card()
        if box is not None:
            self._click(box)
            yield
        self._key("Insert")
        yield
        for number in range(self.dice.randint(1, 3)):
            if number:
                yield from self._end_text("Return")
            yield from self._type(self._words())
        if self.dice.random() < 0.25:  # a long sentence, thought over
            for _ in range(3):
                for _ in range(60):
                    yield
                yield from self._type(" " + self._words())
        yield from self._end_text("Escape")

    def _write_on(self) -> Iterator[None]:
        box = self._some_card()
        if box is None:
            return
        self._click(box)
        yield
        self._key("F2")
        yield
        yield from self._type(" " + self._words())
        yield from self._end_text("Escape")

    def _some_card(self) -> Any:
        boxes = self._in_sight()
        return self.dice.choice(boxes) if boxes else None

    def _click(self, box: Any) -> None:
        from PySide6.QtTest import QTest

        at = self._on_view(box.x + min(30, box.w / 2), box.y + min(14, box.h / 2))
        QTest.mouseClick(self.view.viewport(), _left(), pos=at)

    def _drag(self) -> Iterator[None]:
        from PySide6.QtCore import QEvent, QPointF, Qt
        from PySide6.QtGui import QMouseEvent
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        box = self._some_card()
        if box is None:
            return
        port = self.view.viewport()
        start = self._on_view(box.x + box.w / 2, box.y + box.h / 2)
        area = port.rect().adjusted(40, 40, -40, -40)
        end = type(start)(self.dice.randint(area.left(), area.right()), self.dice.randint(area.top(), area.bottom()))
        QTest.mousePress(port, _left(), pos=start)
        for n in range(1, 7):
            at = QPointF(start + (end - start) * n / 6)
            move = QMouseEvent(
                QEvent.Type.MouseMove,
                at,
                QPointF(port.mapToGlobal(at.toPoint())),
                Qt.MouseButton.NoButton,
                _left(),
                Qt.KeyboardModifier.NoModifier,
            )
            QApplication.sendEvent(port, move)
            yield
        QTest.mouseRelease(port, _left(), pos=end)
        yield

    def _feel(self) -> Iterator[None]:
        boxes = [b for b in self._in_sight() if self.document.item_table[b.id].kind in ("touchpoint", "pain_point")]
        if not boxes:
            return
        self._click(self.dice.choice(boxes))
        yield
        for _ in range(self.dice.randint(1, 4)):
            self._key(str(self.dice.randint(1, 5)))
            yield

    def _undo(self) -> Iterator[None]:
        for _ in range(self.dice.randint(1, 5)):
            self._key("Z", ctrl=True, shift=self.dice.random() < 0.4)
            yield

    def _delete(self) -> Iterator[None]:
        box = self._some_card()
        if box is not None and len(self.document.item_table) > 8:
            self._click(box)
            yield
            self._key("Delete")
            yield

    def _nudge(self) -> Iterator[None]:
        box = self._some_card()
        if box is not None:
            self._click(box)
            yield
            self._key(self.dice.choice(("Left", "Right", "Up", "Down")), ctrl=True)
            yield

    def _rename(self) -> Iterator[None]:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        bar = self.editor.bar("phases")
        boxes = list(self.editor.stage.layout.phases.values())
        if not boxes:
            return
        rect = bar.header_rect(self.dice.choice(boxes))
        at = (bar.origin() + rect.center() * self.view.zoom).toPoint()
        if not bar.rect().contains(at):
            return
        none = Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(bar, _left(), none, at)
        QTest.mouseDClick(bar, _left(), none, at)
        QTest.mouseRelease(bar, _left(), none, at)
        yield
        if self.editor.writer.active:
            yield from self._type(self._words())
            yield from self._end_text("Escape")

    def _save(self) -> Iterator[None]:
        if self.window.workspace.open_document.path is not None:
            self._key("S", ctrl=True)
        yield


def _left() -> Any:
    from PySide6.QtCore import Qt

    return Qt.MouseButton.LeftButton


def drive(report: Path, seed: int) -> None:
    """Let a driver begin to work when the program shows its first window."""
    import app.shell

    begin = app.shell.Shell.begin
    said = Report(report)

    def work(shell: Any, window: Any, path: Path | None) -> None:
        begin(shell, window, path)
        driver = Driver(shell, window, said, seed)
        window.driver = driver
        driver.begin()

    app.shell.Shell.begin = work  # type: ignore[method-assign,assignment]  # the test's own wrapping of the start
