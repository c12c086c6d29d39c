"""What starting the editor costs, against an empty QMainWindow: CPU time and peak memory to the first painted frame.

``python tests/bench/bench_start.py [--quick] [--rounds N] [--profile CASE]``.  Cases: ``floor`` (an empty main
window), ``shell`` (``journeywall``: the window is painted, the start screen follows), ``map`` (``journeywall MAP`` with
200 cards: the map is painted, fitted, in its window).  Every run is a new process, the cases take turns, and the
ratios are of medians: wall time is too uneven to go by.  Needs a display, or QT_QPA_PLATFORM=offscreen.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

CASES = ("floor", "shell", "map")
AIMS = {"shell": 1.5, "map": 3.0}
CARDS = 200


def report() -> None:
    """Print CPU seconds and peak memory of this process and end it, without taking anything down."""
    used = os.times()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"cpu": used.user + used.system, "mb": peak, "modules": len(sys.modules)}), flush=True)
    if not os.environ.get("BENCH_PROFILE"):
        os._exit(0)
    from PySide6.QtWidgets import QApplication

    QApplication.exit(0)


def floor() -> None:
    """An empty main window."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Empty(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, report)

    app = QApplication(sys.argv[:1])
    window = Empty()
    window.resize(1600, 1000)
    window.show()
    app.exec()


def editor(path: str | None) -> None:
    """The editor, up to the first paint of its shell, or of the map at ``path``."""
    from app.cli import main

    sys.argv = ["journeywall", *([path] if path else [])]
    from PySide6.QtCore import QTimer

    import app.gui
    import app.shell
    from app.window import MainWindow

    def begun(shell: app.shell.Shell, window: MainWindow, opened: Path | None) -> None:
        if opened is None:
            report()
            return
        from widgets.canvas.view import MapView

        paint = MapView.paintEvent
        begin(shell, window, opened)

        def painted(view: MapView, event: object) -> None:
            paint(view, event)  # type: ignore[arg-type]  # Qt's own event, passed on
            if view.fitted:
                QTimer.singleShot(0, report)

        MapView.paintEvent = painted  # type: ignore[method-assign,assignment]  # to see when it happens

    begin = app.shell.Shell.begin
    app.shell.Shell.begin = begun  # type: ignore[method-assign,assignment]  # to see when it happens
    main()


def make_map(path: Path) -> None:
    """A map of :data:`CARDS` cards, with feelings."""
    from model.commands.cards import add_cards, set_emotion
    from model.commands.places import Cell
    from model.files.native import dumps
    from model.kinds import LANE_KINDS
    from model.newmap import new_map

    chooser = random.Random(7)
    words = [
        "klant",
        "belt",
        "de",
        "winkel",
        "en",
        "vraagt",
        "naar",
        "een",
        "bestelling",
        "die",
        "niet",
        "klaar",
        "ligt",
    ]
    document = new_map("Start", "nl", [f"Fase {i}" for i in range(1, 9)])
    lanes = [(lane.id, LANE_KINDS[lane.kind].item) for lane in document.lanes if LANE_KINDS[lane.kind].item]
    for number in range(CARDS):
        lane, kind = lanes[number % len(lanes)]
        step = chooser.choice(document.steps).id
        text = " ".join(chooser.choices(words, k=chooser.randint(3, 10)))
        changes = add_cards(document, kind or "note", [text], Cell(lane, step))
        document = document.with_changes((c.table, c.id, c.new) for c in changes)
    for card in document.touchpoints:
        changes = set_emotion(document, card.id, document.personas[0].id, score=chooser.randint(-2, 2))
        document = document.with_changes((c.table, c.id, c.new) for c in changes)
    path.write_bytes(dumps(document))


def environment(home: Path) -> dict[str, str]:
    """As on a user's machine at the second start: with the compiled modules there, in a folder of this benchmark."""
    environ = {**os.environ, "JOURNEYWALL_HOME": str(home), "LANG": "nl_NL.UTF-8"}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    environ["PYTHONPYCACHEPREFIX"] = str(home / "compiled")
    return environ


def run_child(case: str, map_path: Path, home: Path) -> dict[str, float]:
    """One start in a new process."""
    environ = environment(home)
    command = [sys.executable, __file__, "--child", case, "--map", str(map_path)]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=60, check=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="3 rounds")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--profile", choices=CASES)
    parser.add_argument("--child", choices=CASES)
    parser.add_argument("--map", type=Path)
    options = parser.parse_args()
    if options.child:
        floor() if options.child == "floor" else editor(str(options.map) if options.child == "map" else None)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "start.journey"
        make_map(path)
        if options.profile:
            profile(options.profile, path, Path(folder))
            return
        for case in CASES:
            run_child(case, path, Path(folder) / "home")  # compiles
        runs: dict[str, list[dict[str, float]]] = {case: [] for case in CASES}
        for _ in range(3 if options.quick else options.rounds):
            for case in CASES:
                runs[case].append(run_child(case, path, Path(folder) / "home"))
        show(runs)


def show(runs: dict[str, list[dict[str, float]]]) -> None:
    """The table of medians and ratios."""
    cpu = {case: statistics.median(run["cpu"] for run in found) for case, found in runs.items()}
    memory = {case: statistics.median(run["mb"] for run in found) for case, found in runs.items()}
    print(f"{'case':8} {'CPU ms':>8} {'ratio':>6} {'aim':>5} {'MB':>7} {'ratio':>6} {'modules':>8}")
    for case in CASES:
        aim = f"{AIMS[case]:.1f}" if case in AIMS else ""
        modules = runs[case][-1]["modules"]
        print(
            f"{case:8} {cpu[case] * 1000:8.0f} {cpu[case] / cpu['floor']:6.2f} {aim:>5} "
            f"{memory[case]:7.1f} {memory[case] / memory['floor']:6.2f} {modules:8.0f}"
        )


def profile(case: str, path: Path, folder: Path) -> None:
    """Where the time of one start goes."""
    run_child(case, path, folder / "home")
    environ = {**environment(folder / "home"), "BENCH_PROFILE": "1"}
    command = [sys.executable, "-m", "cProfile", "-s", "cumtime", __file__, "--child", case, "--map", str(path)]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=120, check=False)
    print("\n".join(done.stdout.splitlines()[:90]))


if __name__ == "__main__":
    main()
