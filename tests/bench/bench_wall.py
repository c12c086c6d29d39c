"""What a wall costs beside the editor on a map of 1,000 notes: CPU time of the interface's thread, and as a ratio.

``python tests/bench/bench_wall.py [--quick]``.  The aim: an edit with a wall open costs no more than one without, and
the repaint of what changed there.  The ratio is to a fixed loop of plain Python, run just before.  An edit is another
text of one note, until both windows are painted; the wall is 1920 x 1080 on Qt's offscreen platform, the editor's
canvas 1600 x 1000.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def calibration() -> float:
    """Milliseconds of a fixed piece of plain Python."""
    start = time.thread_time()
    table: dict[int, tuple[int, str]] = {}
    for i in range(60_000):
        table[i % 997] = (i, str(i))
    sum(value for value, _ in table.values())
    return (time.thread_time() - start) * 1000


def figures(quick: bool) -> dict[str, float]:
    """Milliseconds by case."""
    from canvas_map import make_map
    from PySide6.QtWidgets import QApplication

    from model.commands.cards import set_text
    from model.legibility import Room
    from model.session import Session
    from widgets.bridge import SessionBridge
    from widgets.canvas.editor import MapEditor
    from widgets.look.theme import install
    from widgets.scribe.line import ScribeLine
    from widgets.selection import Selection
    from widgets.wall.plan import usual_lanes
    from widgets.wall.window import WallWindow

    app = QApplication.instance() or QApplication([])
    if not isinstance(app, QApplication):
        raise TypeError("widgets need an application of widgets")
    install(app, "light").reduce_motion(True)
    document = make_map(60 if quick else 1000)
    bridge = SessionBridge(Session(document, saved=True))
    selection = Selection(bridge)
    editor = MapEditor(bridge, selection)
    line = ScribeLine(bridge, editor)
    editor.resize(1600, 1000)
    editor.show()

    def settle() -> None:
        for _ in range(4):
            app.processEvents()

    def cost(what: Callable[[], object]) -> float:
        begun = time.thread_time()
        what()
        settle()
        return (time.thread_time() - begun) * 1000

    cards = [item.id for item in document.touchpoints]
    count = iter(range(10**6))

    def edits(ids: list[str]) -> list[float]:
        return [cost(partial(bridge.run, set_text, card, f"Said anew, {next(count)}")) for card in ids]

    near, far = (cards[:5], cards[-5:]) if quick else (cards[:40], cards[-40:])
    settle()
    edits(near)
    result = {"wall, an edit while it is closed": statistics.median(edits(near))}
    lanes = usual_lanes(document)
    opened: list[WallWindow] = []

    def show() -> None:
        wall = WallWindow(bridge, editor.stage, line, lanes, Room(), "light")
        opened.append(wall)
        wall.resize(1920, 1080)
        wall.show()

    result["wall, opened until it is painted"] = cost(show)
    wall = opened[0]
    edits(near)
    result["wall, an edit that it shows"] = statistics.median(edits(near))
    result["wall, an edit out of its sight"] = statistics.median(edits(far))
    repaints = [cost(wall.view.repaint) for _ in range(3 if quick else 20)]
    result["wall, bare repaint of all of it"] = statistics.median(repaints)
    result["wall, the next phase"] = statistics.median(cost(partial(wall.view.scroll_phases, 1)) for _ in range(3))
    wall.end()
    wall.close()
    edits(near)
    result["wall, an edit when it was closed again"] = statistics.median(edits(near))
    editor.close_editor()
    bridge.close()
    return result


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    unit = statistics.median(calibration() for _ in range(5))
    print(f"calibration {unit:.2f} ms")
    for name, value in figures(options.quick).items():
        print(f"{name:40} {value:9.2f}  x {value / unit:5.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
