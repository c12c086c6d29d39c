"""What starting the editor costs, against an empty QMainWindow: CPU time and peak memory to the first painted frame.

``python tests/bench/bench_start.py [--quick] [--rounds N] [--profile CASE]``.  Cases:

* ``floor``: an empty main window is painted, by a program that imports nothing else;
* ``shell``: ``journeywall``: its window is painted, the start screen follows;
* ``map``: ``journeywall MAP`` with 200 cards: the map is painted, fitted, in its window;
* ``ready``: the same, until bars, menus and panels are there, which come after the map.

Every run is a new process (``start_child.py``) with a home of its own, and the cases take turns, each of them right
after an empty window of its own: *in turn* is the median of the ratios of such pairs, which a machine that slows down
or speeds up between them disturbs least; *ratio* is that of the medians.  Wall time is too uneven to go by.  CPU time
is that of all threads and of child processes.  Modules are compiled already, as they are at a user's second start.
Needs a display, or QT_QPA_PLATFORM=offscreen.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CHILD = Path(__file__).with_name("start_child.py")
sys.path.insert(0, str(ROOT))

CASES = ("floor", "shell", "map", "ready")
AIMS = {"shell": 1.5, "map": 3.0}
CARDS = 200

_runs = count()


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


def environment(folder: Path) -> dict[str, str]:
    """As on a user's machine, with the compiled modules there, in a folder of this benchmark."""
    environ = {**os.environ, "JOURNEYWALL_HOME": str(folder / f"home{next(_runs)}"), "LANG": "nl_NL.UTF-8"}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    environ["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    return environ


def run_child(case: str, map_path: Path, folder: Path) -> dict[str, float]:
    """One start in a new process."""
    command = [sys.executable, str(CHILD), case, str(map_path)]
    done = subprocess.run(
        command, env=environment(folder), capture_output=True, text=True, timeout=60, check=True, cwd=folder
    )
    cost = next(line.split()[1:] for line in done.stdout.splitlines() if line.startswith("cost "))
    return dict(zip(("cpu", "mb", "modules"), map(float, cost), strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="3 rounds")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--profile", choices=CASES)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "start.journey"
        make_map(path)
        if options.profile:
            profile(options.profile, path, folder)
            return
        for case in CASES:
            run_child(case, path, folder)  # compiles
        runs: dict[str, list[dict[str, float]]] = {case: [] for case in CASES}
        in_turn: dict[str, list[float]] = {case: [] for case in CASES}
        for _ in range(3 if options.quick else options.rounds):
            for case in CASES[1:]:
                floor, done = (run_child(one, path, folder) for one in (CASES[0], case))
                runs[CASES[0]].append(floor)
                runs[case].append(done)
                in_turn[case].append(done["cpu"] / floor["cpu"])
        show(runs, in_turn)


def show(runs: dict[str, list[dict[str, float]]], in_turn: dict[str, list[float]]) -> None:
    """The table of medians, of the quickest runs, of ratios of the medians and of those within each pair."""
    cpu = {case: statistics.median(run["cpu"] for run in found) for case, found in runs.items()}
    least = {case: min(run["cpu"] for run in found) for case, found in runs.items()}
    memory = {case: statistics.median(run["mb"] for run in found) for case, found in runs.items()}
    heads = f"{'case':8} {'CPU ms':>8} {'least':>6} {'ratio':>6} {'in turn':>8} {'aim':>5}"
    print(f"{heads} {'MB':>7} {'ratio':>6} {'modules':>8}")
    for case in CASES:
        aim = f"{AIMS[case]:.1f}" if case in AIMS else ""
        pairs = f"{statistics.median(in_turn[case]):.2f}" if in_turn[case] else ""
        modules = runs[case][-1]["modules"]
        print(
            f"{case:8} {cpu[case]:8.0f} {least[case]:6.0f} {cpu[case] / cpu['floor']:6.2f} {pairs:>8} {aim:>5} "
            f"{memory[case]:7.1f} {memory[case] / memory['floor']:6.2f} {modules:8.0f}"
        )


def profile(case: str, path: Path, folder: Path) -> None:
    """Where the time of one start goes."""
    run_child(case, path, folder)
    environ = {**environment(folder), "BENCH_PROFILE": "1"}
    command = [sys.executable, "-m", "cProfile", "-s", "cumtime", str(CHILD), case, str(path)]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=120, check=False, cwd=folder)
    print("\n".join(done.stdout.splitlines()[:90]))


if __name__ == "__main__":
    main()
