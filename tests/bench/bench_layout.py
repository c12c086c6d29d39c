"""How long laying out takes: cold, after one edit, and the picture; also as a ratio to a loop that calibrates.

``python tests/bench/bench_layout.py [--quick]``.  The ratio is to a fixed loop of plain Python run just before, so that
figures of machines and of busy minutes can be compared.  Each cold run is a new process: fonts and words are loaded
anew.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

TEXT = (
    "klant belt de winkel en vraagt naar een bestelling die nog niet klaar ligt want voorraad op de site klopt niet "
    "verzekering account aanmaken beoordelingen lezen schoen maat kopen ophalen wachten balie"
)
WORDS = TEXT.split()
COUNTS = (200, 1000)


def calibration() -> float:
    """Milliseconds of a fixed piece of plain Python."""
    start = time.perf_counter()
    table: dict[int, tuple[int, str]] = {}
    for i in range(60_000):
        table[i % 997] = (i, str(i))
    sum(value for value, _ in table.values())
    return (time.perf_counter() - start) * 1000


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def one_run(count: int) -> dict[str, float]:
    """Everything about a map of ``count`` cards, in ms, in this process."""
    from model.document import Document
    from model.draw.map_painter import paint_map
    from model.kinds import LANE_KINDS
    from model.layout.arrange import lay_out
    from model.newmap import new_map
    from model.order import spread
    from model.records import Emotion, Item, Record

    base = new_map("Groot", "nl", [f"Fase {i}" for i in range(max(8, count // 50))])
    rows: list[tuple[str, str, Record | None]] = []
    chooser = random.Random(1)
    lanes = [(lane, LANE_KINDS[lane.kind].item) for lane in base.lanes if LANE_KINDS[lane.kind].item]
    steps = base.steps
    for i, key in enumerate(spread(count)):
        lane, kind = lanes[0] if i % 2 else lanes[i % len(lanes)]
        text = " ".join(chooser.choice(WORDS) for _ in range(chooser.randint(5, 14)))
        item = Item(
            id=f"i{i}",
            kind=kind or "",
            number=i + 1,
            text=text,
            place="map",
            lane_id=lane.id,
            step_id=steps[i % len(steps)].id,
            order=key,
            severity=3 if kind == "pain_point" else None,
        )
        rows.append(("items", item.id, item))
        if kind == "touchpoint":
            feeling = Emotion(
                id=f"e{i}", touchpoint_id=item.id, persona_id=base.personas[0].id, score=chooser.randint(-2, 2)
            )
            rows.append(("emotions", feeling.id, feeling))
    document: Document = base.with_changes(rows)
    unit = statistics.median(calibration() for _ in range(5))
    gc.disable()  # as the program has it until its first map is shown (app/gui.py)
    cold = timed(lambda: lay_out(document))
    gc.enable()
    layout = lay_out(document)
    warm: list[float] = []
    for n in range(15):
        item = document.item_table[f"i{n}"]
        document = document.with_changes([("items", item.id, item.changed(text=f"{item.text} en {n} meer"))])
        before = layout
        start = time.perf_counter()
        layout = lay_out(document, previous=before)
        layout.diff(before)
        warm.append((time.perf_counter() - start) * 1000)
    again = min(timed(lambda: lay_out(document)) for _ in range(3))
    paint = min(timed(lambda: paint_map(layout, document)) for _ in range(3))
    return {
        "unit": unit,
        "cold": cold,
        "from scratch, words known": again,
        "after one edit": statistics.median(warm),
        "after one edit, worst": max(warm),
        "picture": paint,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one round instead of five")
    parser.add_argument("--one", type=int, metavar="COUNT", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(one_run(options.one)))
        return
    rounds = 1 if options.quick else 5
    for count in COUNTS:
        runs: list[dict[str, float]] = []
        for _ in range(rounds):
            command = [sys.executable, __file__, "--one", str(count)]
            runs.append(json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout))
        unit = statistics.median(run["unit"] for run in runs)
        print(f"{count} cards (calibration loop {unit:.1f} ms)")
        for name in runs[0]:
            if name != "unit":
                value = statistics.median(run[name] for run in runs)
                print(f"  {name:<28} {value:8.1f} ms   {value / unit:6.2f} x")


if __name__ == "__main__":
    main()
