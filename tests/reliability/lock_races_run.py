"""Processes that want one map at the same instant, as many rounds as one likes.

    python tests/reliability/lock_races_run.py [--rounds 1000] [--seed 1] [--naive]

Prints how often what happened; ends with 1 where two had the map at once, nobody got it, or a dead process kept it.
``--naive`` makes locks by a look and a plain write, to show that the harness bites.
"""

from __future__ import annotations

import argparse
import logging
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]

from lock_races import PROCESSES, failures, race  # noqa: E402 - found by the line above


def main() -> int:
    """Play and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--naive", action="store_true")
    options = parser.parse_args()
    logging.disable()  # a line for each take-over
    begin = time.monotonic()
    count = race(options.rounds, plain=options.naive, seed=options.seed)
    for what, times in sorted(count.items()):
        print(f"{times:6} {what}")
    took = time.monotonic() - begin
    print(f"{options.rounds} rounds of {PROCESSES} processes in {took:.0f} s, {failures(count)} failures")
    return 1 if failures(count) else 0


if __name__ == "__main__":
    sys.exit(main())
