"""One run of orange-canvas-core for ``bench_peers.py``: ``orange_child.py COUNT MOVES`` prints its figures as JSON.

Its editor with so many nodes in a grid, without links: how long it takes until they stand in it, and what a step of a
drag of one node takes with all painting that follows, along the way that ``canvas_cases.py`` goes.
"""

from __future__ import annotations

import json
import math
import os
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
WIDE, HIGH = 150, 130
"""Units of the scene between two nodes: a node with its name has room, as a card has on our map."""


def sampled(work: Callable[[], object]) -> tuple[float, float]:
    """ms by the clock and of the processor that ``work`` takes."""
    clock, cpu = time.perf_counter(), time.thread_time()
    work()
    return (time.perf_counter() - clock) * 1000, (time.thread_time() - cpu) * 1000


def main() -> None:
    from AnyQt.QtCore import QEvent, QPointF, Qt
    from AnyQt.QtGui import QMouseEvent
    from AnyQt.QtWidgets import QApplication
    from orangecanvas.document.schemeedit import SchemeEditWidget
    from orangecanvas.registry import CategoryDescription, WidgetDescription, WidgetRegistry
    from orangecanvas.scheme import Scheme, SchemeNode

    count, moves = int(sys.argv[1]), int(sys.argv[2])
    app = QApplication([])
    registry = WidgetRegistry()
    registry.register_category(CategoryDescription("Notes"))
    kind = WidgetDescription("note", "note", "Notes", qualified_name="note", package="orangecanvas")
    registry.register_widget(kind)
    editor = SchemeEditWidget()
    editor.setRegistry(registry)
    editor.resize(1600, 900)
    editor.show()

    def frame() -> None:
        app.processEvents()
        QApplication.sendEvent(editor.window(), QEvent(QEvent.Type.UpdateRequest))

    def build() -> None:
        scheme = Scheme()
        for n in range(count):
            place = (n % 40 * WIDE, n // 40 * HIGH)
            scheme.add_node(SchemeNode(kind, title=f"klant belt de winkel {n}", position=place))
        editor.setScheme(scheme)

    frame()
    built = sampled(build)
    for _ in range(3):
        frame()
    view, port = editor.view(), editor.view().viewport()

    def mouse(kind: Any, x: float, y: float, button: Any, held: Any) -> None:
        at = QPointF(round(x), round(y))
        everywhere = QPointF(port.mapToGlobal(at.toPoint()))
        QApplication.sendEvent(port, QMouseEvent(kind, at, everywhere, button, held, Qt.KeyboardModifier.NoModifier))

    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton

    def drag() -> dict[str, float]:
        scene, area = editor.scene(), view.mapToScene(port.rect()).boundingRect()
        nodes = [scene.item_for_node(node) for node in editor.scheme().nodes]
        item = min(
            (i for i in nodes if area.contains(i.pos())), key=lambda i: (i.pos() - area.center()).manhattanLength()
        )
        start, before = view.mapFromScene(item.pos()), item.pos()
        x, y, w, h = start.x(), start.y(), port.width(), port.height()
        time.sleep(QApplication.doubleClickInterval() / 1000 + 0.1)  # it takes no press sooner after the last
        mouse(QEvent.Type.MouseButtonPress, x, y, left, left)
        mouse(QEvent.Type.MouseMove, x + 12, y + 12, none, left)
        frame()
        samples = []
        for n in range(moves):
            turn = n / moves * 6 * math.pi
            to = (w / 2 + w * 0.38 * math.cos(turn), h / 2 + h * 0.38 * math.sin(turn * 1.3))

            def step(to: tuple[float, float] = to) -> None:
                mouse(QEvent.Type.MouseMove, *to, none, left)
                frame()

            samples.append(sampled(step))
        if item.pos() == before:
            sys.exit("the node did not move: the case measures nothing")
        mouse(QEvent.Type.MouseButtonRelease, x, y, left, none)
        frame()
        clock, cpu = (statistics.median(one[i] for one in samples) for i in (0, 1))
        return {"ms": clock, "cpu": cpu}

    found = {"build": {"ms": built[0], "cpu": built[1]}, "drag at 100 %": drag()}
    view.fitInView(editor.scene().itemsBoundingRect(), Qt.AspectRatioMode.KeepAspectRatio)
    frame()
    found["drag at fit"] = drag()
    print(json.dumps(found), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
