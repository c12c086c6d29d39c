"""What the canvas costs: build, repaint, drag, drop, pan, zoom, typing, choosing; at 100 % and with the map in sight.

``python tests/bench/bench_canvas.py [--cards N ...] [--map FILE] [--only CASE ...] [--quick] [--json]``, under the
platform of ``QT_QPA_PLATFORM`` ("offscreen" unless set).  Each map is measured in three processes, in turn; what is
shown are the medians.  5,000 cards have only their drag measured, unless cases are named.

``--json`` prints one figure a line: ``figure``, ``cards``, ``zoom``, ``detail`` (what cards show at that zoom),
``value`` in ``unit`` by the clock, ``cpu`` the same of the processor, ``steps`` how many were measured; ``loop`` and
``loop_cpu`` the ms of a fixed piece of plain Python beside it, ``loops`` and ``cpu_loops`` the value in such loops;
``aim`` and ``met`` (None where none was set).

Method: after each step ``processEvents()`` and then an ``UpdateRequest`` to the window, because Qt puts paints off by
about 5 ms and a loop without it mostly measures nothing.  "bare repaint" is one of everything in view with nothing
changed.
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

ROOT = Path(__file__).resolve().parents[2]
for folder in (str(ROOT), str(Path(__file__).parent)):
    sys.path.insert(0, folder)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from canvas_cases import Bench, calibration  # noqa: E402 - found on the path made above
from canvas_map import make_map, read_map  # noqa: E402 - found on the path made above

__all__ = ["Bench", "calibration", "make_map"]

CASES = ("build", "drag", "all", "drop", "pan", "zoom", "links", "typing", "inspector")
LARGE = 3_000
"""From so many cards on only a drag is measured, unless cases are named."""


def one_process(options: argparse.Namespace) -> None:
    """Measure one map in this process."""
    given: Any = read_map(options.map) if options.map else options.one
    only = tuple(options.only) or (("drag",) if isinstance(given, int) and given >= LARGE else ())
    bench = Bench(given, options.quick, only)
    print(json.dumps(bench.run()))
    bench.editor.close_editor()


def middle(rounds: list[list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """One row for each figure: the medians of all rounds."""
    found = []
    for rows in zip(*rounds, strict=True):
        row = dict(rows[0])
        for name in ("value", "cpu", "loop", "loop_cpu"):
            row[name] = round(statistics.median(one[name] for one in rows), 2)
        ms = row["unit"] == "ms"
        row["loops"] = round(row["value"] / row["loop"], 2) if ms else None
        row["cpu_loops"] = round(row["cpu"] / row["loop_cpu"], 2) if ms else None
        row["met"] = None if row["aim"] is None else row["value"] <= row["aim"]
        found.append(row)
    return found


def table(rows: list[dict[str, Any]]) -> None:
    """Print the figures for people."""
    loop, cpu = (statistics.median(row[name] for row in rows) for name in ("loop", "loop_cpu"))
    print(f"{rows[0]['cards']} cards; a loop of {loop:.1f} ms, {cpu:.1f} ms of the processor")
    for row in rows:
        aim = "" if row["aim"] is None else f"aim {row['aim']:g}: {'met' if row['met'] else 'NOT MET'}"
        loops = "" if row["loops"] is None else f"{row['loops']:.2f} | {row['cpu_loops']:.2f} loops"
        measured = f"{row['value']:9.2f} {row['unit']:3}{row['cpu']:9.2f} cpu  {loops:19}"
        print(f"  {row['figure']:38}{measured} {row['zoom'] * 100:4.0f} %, {row['detail']:22} {aim}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer repeats, one process for each map")
    parser.add_argument("--json", action="store_true", help="print one figure a line as JSON")
    parser.add_argument("--cards", type=int, nargs="+", default=[200, 1000, 5000], help="sizes of maps that are made")
    parser.add_argument("--map", type=Path, help="a map to measure instead")
    parser.add_argument("--only", nargs="+", choices=CASES, default=[], help="these cases and nothing else")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one is not None:
        one_process(options)
        return 0
    passed = ["--quick"] if options.quick else []
    passed += ["--map", str(options.map)] if options.map else []
    passed += ["--only", *options.only] if options.only else []
    sizes = [0] if options.map else options.cards
    rounds: dict[int, list[list[dict[str, Any]]]] = {count: [] for count in sizes}
    for _ in range(1 if options.quick else 3):
        for count in sizes:
            command = [sys.executable, __file__, "--one", str(count), *passed]
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
            rounds[count].append(json.loads(done.stdout.splitlines()[-1]))
    for measured in rounds.values():
        rows = middle(measured)
        if options.json:
            for row in rows:
                print(json.dumps(row))
        else:
            table(rows)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
