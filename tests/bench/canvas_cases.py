"""What is measured of the canvas, in one process: each step of a gesture with all the painting that follows from it.

A *figure* is one number: what was done, p50, p95 or p99 of so many steps, the zoom and the level of detail it was
done at, in ms by the clock (``ms``) and of the processor (``cpu``, which other work on the machine makes longer only
by its share of the caches).
"""

from __future__ import annotations

import gc
import math
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
for folder in (str(ROOT), str(Path(__file__).parent)):
    if folder not in sys.path:
        sys.path.insert(0, folder)

Sample = tuple[float, float]
"""ms by the clock, ms of the processor."""

DETAILS = ((0.25, "blocks"), (0.5, "lines for text"), (1.25, "text"), (math.inf, "text, numbers and notes"))
"""What cards show below each zoom (model/draw/card_painter.py)."""
FRAME = 16.7
AIMS = {
    "drag of one card p99": FRAME,
    "drag of all cards p99": FRAME,
    "pan p99": FRAME,
    "zoom step p95": FRAME,
    "letter p99": 33.0,
    "inspector follows p99": 50.0,
    "build": 150.0,
    "drop : bare repaint": 3.0,
}
SHARES = {"p50": 0.5, "p95": 0.95, "p99": 0.99}


def calibration() -> float:
    """Milliseconds of a fixed piece of plain Python, to compare machines and busy minutes."""
    start = time.perf_counter()
    table: dict[int, tuple[int, str]] = {}
    for i in range(60_000):
        table[i % 997] = (i, str(i))
    sum(value for value, _ in table.values())
    return (time.perf_counter() - start) * 1000


def sampled(work: Callable[[], object]) -> Sample:
    """What ``work`` takes."""
    clock, cpu = time.perf_counter(), time.thread_time()
    work()
    return (time.perf_counter() - clock) * 1000, (time.thread_time() - cpu) * 1000


def detail_at(zoom: float) -> str:
    """What cards show at a zoom."""
    return next(name for below, name in DETAILS if zoom < below)


class Bench:
    """One editor under the stop-watch, with a map or one of so many cards."""

    def __init__(self, given: Any, quick: bool, only: tuple[str, ...] = ()) -> None:
        from canvas_map import make_map
        from PySide6.QtWidgets import QApplication

        from model.session import Session
        from widgets.bridge import SessionBridge
        from widgets.canvas.editor import MapEditor
        from widgets.look.theme import install
        from widgets.selection import Selection

        existing = QApplication.instance()
        self.app = existing if isinstance(existing, QApplication) else QApplication([])
        install(self.app, "light")
        self.repeats = 3 if quick else 9
        self.moves = 60 if quick else 300
        self.only = only
        self.rows: list[dict[str, Any]] = []
        document = make_map(given) if isinstance(given, int) else given
        self.bridge = SessionBridge(Session(document, saved=True))
        self.loops = [sampled(calibration) for _ in range(3)]

        def build() -> None:
            # Each editor is closed again: one that still listens would lay out every edit a second time.
            MapEditor(self.bridge, Selection(self.bridge)).close_editor()

        self._builds = [sampled(build) for _ in range(1 if only and "build" not in only else self.repeats + 1)]
        self.selection = Selection(self.bridge)
        self.editor = MapEditor(self.bridge, self.selection)
        self.view = self.editor.view
        self.port = self.view.viewport()
        self.editor.resize(1600, 900)
        self.editor.show()
        self.editor.activateWindow()
        self.editor.setFocus()
        self.frame()
        self.frame()
        gc.collect()
        gc.freeze()  # as the program does when everything is loaded that stays (app/gui.py)

    def frame(self) -> None:
        """Let Qt do everything that is due, painting included."""
        from PySide6.QtCore import QEvent
        from PySide6.QtWidgets import QApplication

        self.app.processEvents()
        QApplication.sendEvent(self.editor.window(), QEvent(QEvent.Type.UpdateRequest))

    def sample(self, work: Callable[[], object]) -> Sample:
        """What ``work`` takes with all painting that follows from it."""

        def whole() -> None:
            work()
            self.frame()

        return sampled(whole)

    def shown(self, work: Callable[[], object]) -> float:
        """Milliseconds of ``work`` and of all painting that follows from it."""
        return self.sample(work)[0]

    # -- figures ---------------------------------------------------------------------------------------------

    def put(self, name: str, ms: float, cpu: float, *, unit: str = "ms", steps: int = 1) -> None:
        """One figure, with where it was measured."""
        zoom = round(self.editor.zoom, 2)
        row = {"figure": name, "unit": unit, "value": ms, "cpu": cpu, "steps": steps, "zoom": zoom}
        row |= {"detail": detail_at(zoom), "aim": AIMS.get(name)}
        self.rows.append(row)

    def spread(self, name: str, samples: list[Sample], *shares: str) -> None:
        """Figures of many steps."""
        for share in shares:
            at = min(len(samples) - 1, round(len(samples) * SHARES[share]))
            ms, cpu = (sorted(one[i] for one in samples)[at] for i in (0, 1))
            self.put(f"{name} {share}", ms, cpu, steps=len(samples))

    def middle(self, name: str, samples: list[Sample]) -> Sample:
        """The figure of the middle one of some samples."""
        ms, cpu = (statistics.median(one[i] for one in samples) for i in (0, 1))
        self.put(name, ms, cpu, steps=len(samples))
        return ms, cpu

    def wants(self, case: str) -> bool:
        """Whether a case is asked for."""
        return not self.only or case in self.only

    # -- hands -----------------------------------------------------------------------------------------------

    def mouse(self, kind: str, x: float, y: float, held: bool = True) -> None:
        from PySide6.QtCore import QEvent, QPointF, Qt
        from PySide6.QtGui import QMouseEvent
        from PySide6.QtWidgets import QApplication

        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        types = {
            "press": (QEvent.Type.MouseButtonPress, left),
            "move": (QEvent.Type.MouseMove, none),
            "release": (QEvent.Type.MouseButtonRelease, left),
        }
        event_type, button = types[kind]
        at = QPointF(round(x), round(y))
        buttons = left if held and kind != "release" else none
        everywhere = QPointF(self.port.mapToGlobal(at.toPoint()))
        event = QMouseEvent(event_type, at, everywhere, button, buttons, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.port, event)

    def first_card(self) -> str:
        """A touchpoint near the top left of what is in view, else any card there."""
        area = self.view.shown_area()
        boxes = [
            box
            for box in self.editor.stage.layout.cards.values()
            if area.left() + 20 < box.x and area.top() + 20 < box.y and box.bottom < area.bottom()
        ]
        return min(boxes, key=lambda box: (box.body.kind != "touchpoint", box.x, box.y)).id

    def grab(self, card_id: str) -> tuple[float, float]:
        from PySide6.QtCore import QPointF

        box = self.editor.stage.layout.cards[card_id]
        point = self.view.viewportTransform().map(QPointF(box.x + box.w / 2, box.y + box.h / 2))
        return point.x(), point.y()

    # -- cases -----------------------------------------------------------------------------------------------

    def bare(self) -> Sample:
        """A repaint of everything, headers included, with nothing changed."""

        def repaint() -> None:
            self.port.update()
            self.editor.update_bars()

        for _ in range(2):
            repaint()
            self.frame()
        return self.middle("bare repaint", [self.sample(repaint) for _ in range(self.repeats)])

    def drag(self, name: str, *, everything: bool = False) -> None:
        """Drag in circles over the map, without an end."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        card = self.first_card()
        if everything:
            self.editor.select_all()
        x, y = self.grab(card)
        self.put(f"{name} press", *self.sample(lambda: self.mouse("press", x, y)))
        self.put(f"{name} begins", *self.sample(lambda: self.mouse("move", x + 8, y + 8)))
        w, h = self.port.width(), self.port.height()
        samples = []
        for n in range(self.moves):
            turn = n / self.moves * 6 * math.pi
            at = (w / 2 + w * 0.38 * math.cos(turn), h / 2 + h * 0.38 * math.sin(turn * 1.3))
            samples.append(self.sample(partial(self.mouse, "move", *at)))
        self.spread(name, samples, "p50", "p99")
        QTest.keyClick(self.view, Qt.Key.Key_Escape)
        self.mouse("release", x, y)
        self.editor.selection.clear()
        self.frame()

    def drop(self, bare: Sample, name: str = "drop") -> None:
        """Drop a card into the fullest cell of its lane, so that the row grows, until the last paint."""
        from PySide6.QtCore import QPointF

        layout = self.editor.stage.layout
        lane_id = layout.cards[self.first_card()].lane_id
        stacks = {step: stack for (lane, step), stack in layout.stacks.items() if lane == lane_id}
        steps = list(stacks)
        step = max(steps, key=lambda step: stacks[step][-1].bottom)
        beside = steps[steps.index(step) - 1] if step != steps[0] else steps[1]
        self.editor.reveal(stacks[beside][0].id)
        self.editor.reveal(stacks[step][0].id)
        self.frame()
        card = stacks[beside][0]
        before = layout.lanes[card.lane_id].h
        samples = []
        for _ in range(self.repeats):
            x, y = self.grab(card.id)
            self.mouse("press", x, y)
            self.mouse("move", x + 8, y + 8)
            box = self.editor.stage.layout.stacks[card.lane_id, step][0]
            at = self.view.viewportTransform().map(QPointF(box.x + 60, box.y + 6))
            self.mouse("move", at.x(), at.y())
            self.frame()
            samples.append(self.sample(partial(self.mouse, "release", at.x(), at.y())))
            if self.editor.stage.layout.lanes[card.lane_id].h <= before:
                raise SystemExit("the row did not grow: the case measures nothing")
            self.bridge.undo()
            self.frame()
        ms, cpu = self.middle(name, samples)
        self.put(f"{name} : bare repaint", ms / bare[0], cpu / bare[1], unit="x", steps=len(samples))

    def links(self) -> None:
        """A drag and a drop with a link for every fifth card, all of them shown."""
        from bench_links import some_links

        from model.changes import Change, ChangeSet

        document = self.bridge.document
        # Hung on another touchpoint a card would have to stand in another step: links of the other kinds.
        made = (link for link in some_links(document, len(document.placed) // 4) if link.kind != "attach")
        links = {frozenset((link.source_id, link.target_id)): link for link in made}.values()
        if not self.bridge.apply(ChangeSet(tuple(Change("links", link.id, None, link) for link in links))):
            raise SystemExit("the links were refused: the case measures nothing")
        self.editor.stage.show_link_mode("all")
        self.frame()
        self.drag("drag with links shown")
        self.drop(self.bare(), "drop with links shown")
        self.editor.stage.show_link_mode("none")
        self.bridge.undo()
        self.frame()

    def pan(self) -> None:
        ways = [(7 if n < 50 else -7, 5 if n % 50 < 25 else -5) for n in range(100)]
        self.spread("pan", [self.sample(partial(self.view.scroll_by, *way)) for way in ways], "p50", "p99")

    def zoom(self) -> None:
        """Turn the wheel in and out again; the first step takes the picture that the others show."""
        from PySide6.QtCore import QPoint, QPointF, Qt
        from PySide6.QtGui import QWheelEvent
        from PySide6.QtWidgets import QApplication

        def wheel(delta: int) -> None:
            at = QPointF(700, 400)
            event = QWheelEvent(
                at,
                QPointF(self.port.mapToGlobal(at.toPoint())),
                QPoint(),
                QPoint(0, delta),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.ControlModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(self.port, event)

        zoom = self.editor.zoom
        samples = [self.sample(partial(wheel, 20 if n < 20 else -20)) for n in range(40)]
        if abs(self.editor.zoom - zoom) > 0.01:
            raise SystemExit(f"the wheel did not come back: {self.editor.zoom:.2f} for {zoom:.2f}")
        self.put("zoom step, the first", *samples[0])
        self.spread("zoom step", samples, "p50", "p95")
        self.put("sharp again", *self.sample(self.view.sharpen))

    def typing(self) -> None:
        """Letters at the end of some cards, lines and growing rows among them."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        text = " en nog wat woorden erbij zodat er een paar regels bij komen"
        samples = []
        first = self.first_card()
        cards = list(self.editor.stage.layout.cards)
        for card in cards[cards.index(first) :][: 1 if self.repeats < 5 else 5]:
            self.editor.selection.choose_cards([card])
            self.editor.reveal(card)
            self.editor.edit_current()
            self.frame()
            samples += [self.sample(partial(QTest.keyClicks, self.view, letter)) for letter in text]
            QTest.keyClick(self.view, Qt.Key.Key_Escape)
            self.bridge.undo()
            self.frame()
        self.spread("letter", samples, "p50", "p99")

    def inspect(self) -> None:
        """Choose one card after the other with the inspector beside the map, until both are painted."""
        from PySide6.QtCore import QEvent
        from PySide6.QtWidgets import QApplication

        from widgets.panels.inspector import Inspector

        inspector = Inspector(self.bridge, self.selection, self.editor)
        inspector.resize(300, 900)
        inspector.show()

        def choose(card_id: str) -> None:
            self.selection.choose_cards([card_id])
            self.app.processEvents()
            QApplication.sendEvent(inspector.window(), QEvent(QEvent.Type.UpdateRequest))

        cards = list(self.editor.stage.layout.cards)
        every = cards[:: max(1, len(cards) // (12 if self.repeats < 5 else 100))]
        self.put("inspector, the first card", *self.sample(partial(choose, every[0])))
        for card_id in every[: len(every) // 2]:  # each kind of field is built once
            choose(card_id)
        self.spread("inspector follows", [self.sample(partial(choose, i)) for i in every], "p50", "p99")
        inspector.close()
        inspector.deleteLater()
        self.selection.clear()
        self.frame()

    def at_one_zoom(self) -> None:
        """What is measured at 100 % and at fit."""
        bare = self.bare() if self.wants("drop") else (1.0, 1.0)
        if self.wants("drag"):
            self.drag("drag of one card")
        if self.wants("all"):
            self.drag("drag of all cards", everything=True)
        if self.wants("drop"):
            self.drop(bare)
        if self.wants("pan"):
            self.pan()
        if self.wants("zoom"):
            self.zoom()

    def run(self) -> list[dict[str, Any]]:
        """All cases; the rows hold what they were measured with."""
        if self.wants("build"):
            self.put("build, the first", *self._builds[0])
            self.middle("build", self._builds[1:])
        self.editor.fit()
        self.frame()
        self.at_one_zoom()
        self.editor.actual_size()
        self.frame()
        self.at_one_zoom()
        if self.wants("links"):
            self.links()
        if self.wants("typing"):
            self.typing()
        if self.wants("inspector"):
            self.inspect()
        self.loops += [sampled(calibration) for _ in range(3)]
        loop, cpu = (statistics.median(one[i] for one in self.loops) for i in (0, 1))
        cards = len(self.bridge.document.placed)
        return [{**row, "cards": cards, "loop": loop, "loop_cpu": cpu} for row in self.rows]
