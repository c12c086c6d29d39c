"""Our canvas beside that of orange-canvas-core, the nearest relative in Python and Qt, in turn in one run.

``python tests/bench/bench_peers.py [--python PATH] [--cards N] [--rounds N] [--json]``.  ``--python`` is an interpreter
that has orange-canvas-core and a Qt for it (``pip install orange-canvas-core PyQt6`` in an environment of its own);
without the package the bench says so in one sentence and ends.

Each program is built and dragged in processes of its own, in turn: ours as in ``bench_canvas.py`` (cards with text,
badges, feelings), theirs as in ``orange_child.py`` (nodes with a name).  The figures are medians of the rounds, of the
processor and by the clock, and their ratio: ours to theirs, less is better.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
AIMS = {"build": 0.05, "drag at 100 %": 0.1, "drag at fit": 0.1}
Found = dict[str, dict[str, float]]


def ours(cards: int, env: dict[str, str]) -> Found:
    """One run of our editor.  Its first build counts: fonts and words are new to it, as they are to theirs."""
    command = [sys.executable, str(HERE / "bench_canvas.py"), "--one", str(cards), "--only", "build", "drag"]
    done = subprocess.run(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True)
    rows: list[dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])
    of = {"ms": "value", "cpu": "cpu"}
    drags = [row for row in rows if row["figure"] == "drag of one card p50"]
    named = {"build": next(row for row in rows if row["figure"] == "build, the first")}
    named |= {"drag at 100 %" if row["zoom"] == 1.0 else "drag at fit": row for row in drags}
    return {name: {unit: row[of[unit]] for unit in of} for name, row in named.items()}


def theirs(python: str, cards: int, env: dict[str, str]) -> Found:
    """One run of orange-canvas-core."""
    command = [python, str(HERE / "orange_child.py"), str(cards), "300"]
    done = subprocess.run(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True)
    found: Found = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", default=sys.executable, help="an interpreter that has orange-canvas-core")
    parser.add_argument("--cards", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="few cards, one round")
    parser.add_argument("--json", action="store_true", help="print one figure a line as JSON")
    options = parser.parse_args()
    env = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    asked = [options.python, "-c", "import orangecanvas, AnyQt.QtWidgets"]
    if subprocess.run(asked, env=env, capture_output=True, check=False).returncode:
        print("peers: nothing was measured, for orange-canvas-core (as 0.2.9) is not installed for this Python.")
        return 0
    cards, rounds = (60, 1) if options.quick else (options.cards, options.rounds)
    env_theirs = {"QT_API": "pyqt6", **env}
    runs = [(ours(cards, env), theirs(options.python, cards, env_theirs)) for _ in range(rounds)]
    for name, aim in AIMS.items():
        row: dict[str, Any] = {"figure": name, "cards": cards, "aim": aim}
        for unit in ("ms", "cpu"):
            mine, other = (statistics.median(run[i][name][unit] for run in runs) for i in (0, 1))
            row |= {f"ours {unit}": round(mine, 2), f"orange {unit}": round(other, 2)}
            row[f"ratio {unit}"] = round(mine / other, 3)
        row["met"] = row["ratio cpu"] <= aim
        if options.json:
            print(json.dumps(row))
        else:
            said = "  ".join(
                f"{unit}: {row[f'ours {unit}']} : {row[f'orange {unit}']} = {row[f'ratio {unit}']}"
                for unit in ("ms", "cpu")
            )
            print(f"peers, {name:14} {said}  aim {aim}: {'met' if row['met'] else 'NOT MET'}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
