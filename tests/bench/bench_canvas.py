"""What the canvas costs with 200 and 1,000 cards: build, repaint, drag, drop, pan, zoom, typing.

``python tests/bench/bench_canvas.py [--quick] [--json] [--cards N ...]``, under the platform of ``QT_QPA_PLATFORM``
("offscreen" unless set).  Each size is measured in three processes; the table shows the medians in ms.

Method: after each step ``processEvents()`` and then an ``UpdateRequest`` to the window, because Qt puts paints off by
about 5 ms and a loop without it mostly measures nothing.  "bare" is a repaint of everything in view with nothing
changed; the aims are a drag of one card in 16.7 ms at p99, a drop that makes its row grow within 3 bare repaints, and
a build of 1,000 cards in 150 ms.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

TEXT = (
    "klant belt de winkel en vraagt naar een bestelling die nog niet klaar ligt want voorraad op de site klopt niet "
    "verzekering account aanmaken beoordelingen lezen schoen maat kopen ophalen wachten balie"
)
WORDS = TEXT.split()


def calibration() -> float:
    """Milliseconds of a fixed piece of plain Python, to compare machines and busy minutes."""
    start = time.perf_counter()
    table: dict[int, tuple[int, str]] = {}
    for i in range(60_000):
        table[i % 997] = (i, str(i))
    sum(value for value, _ in table.values())
    return (time.perf_counter() - start) * 1000


def make_map(count: int) -> Any:
    """A map of ``count`` cards of 6 to 12 words, touchpoints with feelings among them."""
    from model.kinds import LANE_KINDS
    from model.newmap import new_map
    from model.order import spread
    from model.records import Emotion, Item, Record

    document = new_map("Groot", "nl", [f"Fase {i + 1}" for i in range(max(8, count // 50))])
    chooser = random.Random(1)
    lanes = [(lane, LANE_KINDS[lane.kind].item or "") for lane in document.lanes if LANE_KINDS[lane.kind].item]
    rows: list[tuple[str, str, Record | None]] = []
    for i, key in enumerate(spread(count)):
        lane, kind = lanes[0] if i % 2 else lanes[i % len(lanes)]
        item = Item(
            id=f"i{i}",
            kind=kind,
            number=i + 1,
            text=" ".join(chooser.choice(WORDS) for _ in range(chooser.randint(6, 12))),
            place="map",
            lane_id=lane.id,
            step_id=document.steps[i % len(document.steps)].id,
            order=key,
            severity=3 if kind == "pain_point" else None,
        )
        rows.append(("items", item.id, item))
        if kind == "touchpoint":
            persona = document.personas[0].id
            feeling = Emotion(id=f"e{i}", touchpoint_id=item.id, persona_id=persona, score=chooser.randint(-2, 2))
            rows.append(("emotions", feeling.id, feeling))
    rows.append(("map", "map", document.info.changed(next_number=count + 1)))
    return document.with_changes(rows)


class Bench:
    """One editor under the stop-watch."""

    def __init__(self, count: int, quick: bool) -> None:
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
        self.figures: dict[str, float] = {}
        document = make_map(count)
        self.bridge = SessionBridge(Session(document, saved=True))
        # Each editor is closed again: one that still listens would lay out every edit a second time.
        self.figures["build, first"] = self.timed(lambda: MapEditor(self.bridge, Selection(self.bridge)).close_editor())
        self.figures["build"] = statistics.median(
            self.timed(lambda: MapEditor(self.bridge, Selection(self.bridge)).close_editor())
            for _ in range(self.repeats)
        )
        self.editor = MapEditor(self.bridge, Selection(self.bridge))
        self.view = self.editor.view
        self.port = self.view.viewport()
        self.editor.resize(1600, 900)
        self.editor.show()
        self.editor.activateWindow()
        self.editor.setFocus()
        self.frame()
        self.frame()

    def frame(self) -> None:
        """Let Qt do everything that is due, painting included."""
        from PySide6.QtCore import QEvent
        from PySide6.QtWidgets import QApplication

        self.app.processEvents()
        QApplication.sendEvent(self.editor.window(), QEvent(QEvent.Type.UpdateRequest))

    def timed(self, work: Callable[[], object]) -> float:
        start = time.perf_counter()
        work()
        return (time.perf_counter() - start) * 1000

    def shown(self, work: Callable[[], object]) -> float:
        """Milliseconds of ``work`` and of all painting that follows from it."""
        start = time.perf_counter()
        work()
        self.frame()
        return (time.perf_counter() - start) * 1000

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

    def spread_of(self, name: str, values: list[float]) -> None:
        ordered = sorted(values)
        self.figures[f"{name} p50"] = statistics.median(ordered)
        self.figures[f"{name} p99"] = ordered[min(len(ordered) - 1, round(len(ordered) * 0.99))]

    # -- cases -----------------------------------------------------------------------------------------------

    def bare(self) -> float:
        """A repaint of everything, headers included, with nothing changed."""

        def repaint() -> None:
            self.port.update()
            self.editor.update_bars()

        repaint()
        self.frame()
        return statistics.median(self.shown(repaint) for _ in range(self.repeats))

    def first_card(self) -> str:
        """A touchpoint card near the top left of what is in view."""
        area = self.view.shown_area()
        boxes = [
            box
            for box in self.editor.stage.layout.cards.values()
            if area.left() + 20 < box.x and area.top() + 20 < box.y and box.bottom < area.bottom()
        ]
        return min(boxes, key=lambda box: (box.x, box.y)).id

    def grab(self, card_id: str) -> tuple[float, float]:
        from PySide6.QtCore import QPointF

        box = self.editor.stage.layout.cards[card_id]
        point = self.view.viewportTransform().map(QPointF(box.x + box.w / 2, box.y + box.h / 2))
        return point.x(), point.y()

    def drag(self, name: str, *, everything: bool = False) -> None:
        """Drag in circles over the map, without an end."""
        import math

        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        card = self.first_card()
        if everything:
            self.editor.select_all()
        x, y = self.grab(card)
        self.figures[f"{name} press"] = self.shown(lambda: self.mouse("press", x, y))
        self.figures[f"{name} begins"] = self.shown(lambda: self.mouse("move", x + 8, y + 8))
        w, h = self.port.width(), self.port.height()
        times = []
        for n in range(self.moves):
            turn = n / self.moves * 6 * math.pi
            at = (w / 2 + w * 0.38 * math.cos(turn), h / 2 + h * 0.38 * math.sin(turn * 1.3))
            times.append(self.shown(partial(self.mouse, "move", *at)))
        self.spread_of(name, times)
        QTest.keyClick(self.view, Qt.Key.Key_Escape)
        self.mouse("release", x, y)
        self.frame()

    def drop(self, name: str) -> None:
        """Drop a card into the fullest cell of its lane, so that the row grows, until the last paint."""
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
        card_id = card.id
        before = layout.lanes[card.lane_id].h
        times = []
        for _ in range(self.repeats):
            x, y = self.grab(card_id)
            self.mouse("press", x, y)
            self.mouse("move", x + 8, y + 8)
            box = self.editor.stage.layout.stacks[card.lane_id, step][0]
            from PySide6.QtCore import QPointF

            at = self.view.viewportTransform().map(QPointF(box.x + 60, box.y + 6))
            self.mouse("move", at.x(), at.y())
            self.frame()
            times.append(self.shown(partial(self.mouse, "release", at.x(), at.y())))
            grown = self.editor.stage.layout.lanes[card.lane_id].h
            if grown <= before:
                raise SystemExit("the row did not grow: the case measures nothing")
            self.bridge.undo()
            self.frame()
        self.figures[name] = statistics.median(times)

    def links(self) -> None:
        """A drag and a drop with a link for every fifth card, all of them shown."""
        from bench_links import some_links

        from model.changes import Change, ChangeSet

        document = self.bridge.document
        links = some_links(document, len(document.item_table) // 5)
        self.bridge.apply(ChangeSet(tuple(Change("links", link.id, None, link) for link in links)))
        self.editor.stage.show_link_mode("all")
        self.frame()
        self.figures["bare with links"] = self.bare()
        self.drag("drag with links")
        self.drop("drop with links")
        self.editor.stage.show_link_mode("none")
        self.bridge.undo()
        self.frame()

    def pan(self) -> None:
        ways = [(7 if n < 50 else -7, 5 if n % 50 < 25 else -5) for n in range(100)]
        self.spread_of("pan", [self.shown(partial(self.view.scroll_by, *way)) for way in ways])

    def zoom(self) -> None:
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

        times = [self.shown(partial(wheel, 20 if n < 20 else -20)) for n in range(41)]
        self.spread_of("zoom step", times)
        self.figures["sharp again"] = self.shown(self.view.sharpen)

    def typing(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        self.editor.selection.choose_cards([self.first_card()])
        self.editor.edit_current()
        self.frame()
        text = " en nog wat woorden erbij zodat er een paar regels bij komen"
        times = [self.shown(partial(QTest.keyClicks, self.view, letter)) for letter in text]
        self.spread_of("letter", times)
        QTest.keyClick(self.view, Qt.Key.Key_Escape)
        self.bridge.undo()
        self.frame()

    def run(self) -> dict[str, float]:
        """All cases."""
        self.editor.fit()
        self.frame()
        self.figures["zoom at fit"] = self.editor.zoom
        self.figures["bare at fit"] = self.bare()
        self.drag("drag at fit")
        self.drop("drop at fit")
        self.editor.actual_size()
        self.frame()
        self.figures["bare"] = self.bare()
        self.drag("drag")
        self.drag("drag of all", everything=True)
        self.editor.selection.clear()
        self.drop("drop")
        self.links()
        self.pan()
        self.zoom()
        self.editor.actual_size()
        self.frame()
        self.typing()
        self.figures["drop : bare"] = self.figures["drop"] / self.figures["bare"]
        self.figures["drop : bare, at fit"] = self.figures["drop at fit"] / self.figures["bare at fit"]
        return self.figures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer repeats, one process for each size")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--cards", type=int, nargs="+", default=[200, 1000])
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one is not None:
        bench = Bench(options.one, options.quick)
        print(json.dumps(bench.run()))
        bench.editor.close_editor()
        return 0
    table: dict[int, dict[str, float]] = {}
    for count in options.cards:
        rounds: list[dict[str, float]] = []
        for _ in range(1 if options.quick else 3):
            unit = calibration()
            command = [sys.executable, __file__, "--one", str(count), *(["--quick"] if options.quick else [])]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            rounds.append({"calibration": unit, **json.loads(done.stdout.splitlines()[-1])})
        table[count] = {name: statistics.median(row[name] for row in rounds) for name in rounds[0]}
    if options.json:
        print(json.dumps(table, indent=1))
        return 0
    print(f"{'':26}" + "".join(f"{count:>10}" for count in table))
    for name in next(iter(table.values())):
        print(f"{name:26}" + "".join(f"{row[name]:10.2f}" for row in table.values()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
