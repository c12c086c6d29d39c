"""How long the inspector takes to show another note of the example: CPU time, and as a ratio.

``python tests/bench/bench_inspector.py [--quick]``.  The aim: 16 ms, so that arrow keys held down on the map are
followed.  The ratio is to a fixed loop of plain Python, run just before.  What is counted is the
choice of the note with everything that follows from it, up to the painting; the first note also builds the page.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

AIM_MS = 16.0


def calibration() -> float:
    """Milliseconds of a fixed piece of plain Python."""
    start = time.process_time()
    table: dict[int, tuple[int, str]] = {}
    for i in range(60_000):
        table[i % 997] = (i, str(i))
    sum(value for value, _ in table.values())
    return (time.process_time() - start) * 1000


def figures(quick: bool) -> dict[str, float]:
    """Milliseconds by case."""
    from PySide6.QtWidgets import QApplication

    from model.files import native
    from model.session import Session
    from model.templates import example_path
    from widgets.bridge import SessionBridge
    from widgets.canvas.editor import MapEditor
    from widgets.look.theme import install
    from widgets.panels.inspector import Inspector
    from widgets.selection import Selection

    app = QApplication.instance() or QApplication([])
    if not isinstance(app, QApplication):
        raise TypeError("widgets need an application of widgets")
    install(app, "light")
    document = native.load(example_path("nl")).document
    bridge = SessionBridge(Session(document, saved=True))
    selection = Selection(bridge)
    editor = MapEditor(bridge, selection)
    inspector = Inspector(bridge, selection, editor)
    inspector.resize(300, 900)
    inspector.show()

    def shown(ids: list[str]) -> float:
        begun = time.process_time()
        selection.choose_cards(ids)
        took = (time.process_time() - begun) * 1000
        app.processEvents()
        return took

    ids = [item.id for item in document.placed]
    first = shown(ids[:1])
    for item_id in ids if not quick else ids[:8]:  # each kind of field is built once
        shown([item_id])
    rounds = 1 if quick else 4
    every = [shown([item_id]) for _ in range(rounds) for item_id in (ids[:8] if quick else ids)]
    touchpoints = [item.id for item in document.touchpoints]
    several = [shown(touchpoints[at : at + 3]) for at in range(0, 6 if quick else len(touchpoints) - 3, 3)]
    result = {
        "inspector, another note": statistics.median(every),
        "inspector, another note, p90": sorted(every)[int(0.9 * len(every))],
        "inspector, three notes": statistics.median(several),
        "inspector, the first note": first,
    }
    editor.close_editor()
    bridge.close()
    return result


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    unit = statistics.median(calibration() for _ in range(5))
    print(f"calibration {unit:.2f} ms, aim {AIM_MS:.0f} ms")
    for name, value in figures(options.quick).items():
        print(f"{name:30} {value:9.2f}  x {value / unit:5.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
