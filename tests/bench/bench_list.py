"""How long the list of every note takes on a map of 1,000 notes: CPU time of the interface's thread, and as a ratio.

``python tests/bench/bench_list.py [--quick] [--json] [--map FILE]``.  The aims: 200 ms until the list is painted, and
50 ms for another order until that is painted, on a machine whose loop takes 10.7 ms; so 19 and 4.7 loops.  The loop is
a fixed piece of plain Python, run before and after each figure.  The list is 1,100 x 900 px, as beside the panels of a
window of 1,600; its editor has been shown, so that what is opened is the list and not the program's first fonts.  With
``--json`` a figure is an object on a line of its own, with the ratio of processor time and of the clock.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

AIMS = {"opened until it is painted": 19.0, "sorted, until it is painted": 4.7}
"""Loops."""
COLUMNS = ("text", "number", "kind", "phase", "severity", "evidence")


def calibration() -> tuple[float, float]:
    """Milliseconds of a fixed piece of plain Python: of the processor, and by the clock."""
    cpu, clock = time.thread_time(), time.perf_counter()
    table: dict[int, tuple[int, str]] = {}
    for i in range(60_000):
        table[i % 997] = (i, str(i))
    sum(value for value, _ in table.values())
    return (time.thread_time() - cpu) * 1000, (time.perf_counter() - clock) * 1000


class Figure:
    """Rounds of one case: each with the loop that was timed just before."""

    def __init__(self) -> None:
        self.cpu: list[float] = []
        self.clock: list[float] = []
        self.cpu_ratio: list[float] = []
        self.clock_ratio: list[float] = []

    def add(self, what: Callable[[], object]) -> None:
        """One round."""
        unit_cpu, unit_clock = calibration()
        cpu, clock = time.thread_time(), time.perf_counter()
        what()
        cpu, clock = (time.thread_time() - cpu) * 1000, (time.perf_counter() - clock) * 1000
        self.cpu.append(cpu)
        self.clock.append(clock)
        self.cpu_ratio.append(cpu / unit_cpu)
        self.clock_ratio.append(clock / unit_clock)


def figures(quick: bool, path: Path | None) -> Iterator[tuple[str, Figure]]:
    """Each case with its rounds."""
    from canvas_map import make_map, read_map
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from model.finding import Filter
    from model.session import Session
    from widgets.bridge import SessionBridge
    from widgets.canvas.editor import MapEditor
    from widgets.filters.state import MapFilter
    from widgets.lists.itempage import ItemPage
    from widgets.look.theme import install
    from widgets.selection import Selection

    app = QApplication.instance() or QApplication([])
    if not isinstance(app, QApplication):
        raise TypeError("widgets need an application of widgets")
    install(app, "light").reduce_motion(True)
    document = read_map(path) if path is not None else make_map(60 if quick else 1000)
    bridge = SessionBridge(Session(document, saved=True))
    selection = Selection(bridge)
    editor = MapEditor(bridge, selection)
    editor.resize(1600, 900)
    editor.show()
    state = MapFilter(bridge, editor)
    rounds = 1 if quick else 7

    def settle() -> None:
        for _ in range(2):
            app.processEvents()
            for window in app.topLevelWidgets():  # Qt puts paints off by some ms
                if window.isVisible():
                    QApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))

    pages: list[ItemPage] = []

    def open_list() -> None:
        page = ItemPage(bridge, selection, state, {})
        pages.append(page)
        page.resize(1100, 900)
        page.show()
        page.take_keyboard()
        settle()

    settle()
    editor.hide()  # as in the window, where the list stands in its place
    opened, first = Figure(), Figure()
    first.add(open_list)
    for _ in range(rounds):
        pages.pop().deleteLater()
        settle()
        opened.add(open_list)
    yield "opened until it is painted", opened
    yield "opened for the first time", first
    page = pages[0]
    model, table = page.model, page.table
    if len(model.lines) != len(document.item_table):
        raise AssertionError("a note is missing in the list")
    shown = [column for column in model.columns if model.shows(column)]

    def sort(column_id: str, turned: bool) -> None:
        table.sort_by(next(column for column in shown if column.id == column_id), turned=turned)
        settle()

    figure = Figure()
    for turned in (False, True) * rounds:
        for column_id in COLUMNS:
            if any(column.id == column_id for column in shown):
                figure.add(partial(sort, column_id, turned))
                keys = [model.key_of(next(c for c in shown if c.id == column_id), line) for line in model.lines]
                if keys != sorted(keys, reverse=turned):
                    raise AssertionError(f"the list is not sorted by {column_id}")
    yield "sorted, until it is painted", figure
    table.sort_by(None)
    settle()

    figure = Figure()
    for _ in range(rounds * 5):
        figure.add(table.viewport().repaint)
    yield "bare repaint", figure

    bar = table.verticalScrollBar()

    def scroll(by: int) -> None:
        bar.setValue(bar.value() + by)
        settle()

    figure = Figure()
    for by in (120, 120, 120, 120, 120, -120, -120, -120) * rounds:
        figure.add(partial(scroll, by))
    yield "a step of the wheel", figure
    figure = Figure()
    for _ in range(rounds * 4):
        figure.add(partial(scroll, table.viewport().height()))
    yield "another page of it", figure

    def press(key: Qt.Key) -> None:
        QTest.keyClick(table, key)
        settle()

    table.go_to(model.lines[0].id, "text")
    figure = Figure()
    for _ in range(rounds * 6):
        figure.add(partial(press, Qt.Key.Key_Down))
    yield "the row below, by key", figure

    def choose_all() -> None:
        table.selectAll()
        settle()

    figure = Figure()
    for _ in range(rounds):
        figure.add(choose_all)
        table.go_to(model.lines[0].id, "text")
        settle()
    yield "every row chosen", figure

    def look_for(word: str) -> None:
        state.look_for(Filter(words=word))
        settle()

    figure = Figure()
    for word in ("winkel", "klant") * rounds:
        figure.add(partial(look_for, word))
    yield "another word looked for", figure
    state.clear()
    settle()

    def write(row: int) -> None:
        model.setData(model.index(row, model.column_of("text")), f"Opnieuw gezegd {row}")
        settle()

    figure = Figure()
    for row in range(rounds * 3):
        figure.add(partial(write, row))
    yield "another text of a note", figure
    editor.close_editor()
    bridge.close()


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="60 notes, a round each: no figures to publish")
    parser.add_argument("--json", action="store_true", help="an object a line")
    parser.add_argument("--map", type=Path, help="a map of one's own")
    options = parser.parse_args()
    units = [calibration() for _ in range(5)]
    if not options.json:
        print(f"calibration {statistics.median(cpu for cpu, _ in units):.2f} ms; loops by processor time, p50 and p95")
    for name, figure in figures(options.quick, options.map):
        p95 = sorted(figure.cpu_ratio)[int(0.95 * len(figure.cpu_ratio))]
        row = {
            "bench": "list",
            "case": name,
            "rounds": len(figure.cpu),
            "cpu_ms": round(statistics.median(figure.cpu), 2),
            "clock_ms": round(statistics.median(figure.clock), 2),
            "cpu_loops": round(statistics.median(figure.cpu_ratio), 2),
            "cpu_loops_p95": round(p95, 2),
            "clock_loops": round(statistics.median(figure.clock_ratio), 2),
            "aim_loops": AIMS.get(name),
        }
        if options.json:
            print(json.dumps(row), flush=True)
        else:
            aim = f"  aim {AIMS[name]}" if name in AIMS else ""
            print(f"list, {name:30} {row['cpu_ms']:9.2f} ms  x {row['cpu_loops']:6.2f} {p95:6.2f}{aim}", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
