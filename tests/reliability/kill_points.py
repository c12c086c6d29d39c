"""Every operation killed at every system call, every call failed with every error, and death at 64 bytes.

    python tests/reliability/kill_points.py --all                  kill at every call, and at 64 bytes
    python tests/reliability/kill_points.py --errors               fail every call: those of saving with each of six
                                                                   errors, the others with one of them in turn
    python tests/reliability/kill_points.py --errors --each        fail every call with each of the six; takes long
    python tests/reliability/kill_points.py --naive --all          what must not be done: shows that this bites
    python tests/reliability/kill_points.py --only save,recover    these operations

Ends with 1 when anything was broken.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]


def main() -> int:
    """Run; the exit status."""
    from fault_trials import HEAD, Count, Trials, every
    from faults import Stage
    from operations import NAIVE, listed

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true", help="kill at every call, and die at 64 bytes")
    parser.add_argument("--bytes", action="store_true", help="only die at 64 bytes")
    parser.add_argument("--errors", action="store_true", help="fail every call")
    parser.add_argument("--each", action="store_true", help="fail the calls of every operation with every error")
    parser.add_argument("--naive", action="store_true", help="only what must not be done")
    parser.add_argument("--only", default="", help="names of operations, with commas between")
    parser.add_argument("--show", type=int, default=6, help="so many faults of each operation are told (6)")
    options = parser.parse_args()
    names = list(NAIVE) if options.naive else listed()
    names = [name for name in names if not options.only or name in options.only.split(",")]
    begin, totals = time.monotonic(), {}
    with tempfile.TemporaryDirectory(prefix="journeywall-kills-") as folder:
        stage = Stage()
        kinds = ["kill"] * options.all + ["bytes"] * (options.all or options.bytes) + ["error"] * options.errors
        for kind in kinds or ["kill"]:
            total = totals[kind] = Count()
            print(f"\n{kind}\n{HEAD}", flush=True)
            for name in names:
                trials = Trials(stage, Path(folder) / kind, name)
                if kind == "bytes":
                    count = trials.bytes()
                elif kind == "kill":
                    count = trials.kills(every(trials.calls()))
                else:
                    in_turn = not (options.each or name.startswith(("save", "naive")))
                    count = trials.errors(every(trials.calls()), in_turn=in_turn)
                print(count.line(name), flush=True)
                for fault in (*count.faults, *(f"missed: {each}" for each in count.missed))[: options.show]:
                    print(f"    {fault}", flush=True)
                total.add(count)
            print(total.line("all"), flush=True)
        stage.close()
    print(f"\n{time.monotonic() - begin:.0f} s", flush=True)
    return int(any(total.faults for total in totals.values()))


if __name__ == "__main__":
    sys.exit(main())
