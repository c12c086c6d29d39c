"""Power loss: each operation recorded once, and the states that the disk may then be in judged.

    python tests/reliability/power_loss.py                     up to 1,000 states of each operation
    python tests/reliability/power_loss.py --states 100        fewer
    python tests/reliability/power_loss.py --failing           with each sync failing in turn: nothing false is said
    python tests/reliability/power_loss.py --naive             what must not be done: shows that this bites
    python tests/reliability/power_loss.py --only save         these operations

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
    from fault_trials import Trials
    from faults import Stage
    from operations import NAIVE, listed
    from powerloss import LOSS_HEAD, replay, syncs

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--states", type=int, default=1000, help="so many of each operation at most (1000)")
    parser.add_argument("--failing", action="store_true", help="with each sync failing in turn")
    parser.add_argument("--naive", action="store_true", help="only what must not be done")
    parser.add_argument("--only", default="", help="names of operations, with commas between")
    parser.add_argument("--show", type=int, default=6, help="so many faults of each operation are told (6)")
    options = parser.parse_args()
    names = list(NAIVE) if options.naive else listed()
    names = [name for name in names if not options.only or name in options.only.split(",")]
    begin, broken, total = time.monotonic(), 0, 0
    with tempfile.TemporaryDirectory(prefix="journeywall-power-") as folder:
        stage = Stage()
        print(LOSS_HEAD, flush=True)
        for name in names:
            trials = Trials(stage, Path(folder), name)
            runs: list[tuple[str, tuple[str, ...]]] = [("", ())]
            if options.failing:
                runs = [(f" {call} {k}", ("-e", f"inject={call}:error=EIO:when={k}")) for call, k in syncs(trials)]
            for words, inject in runs:
                loss = replay(trials, options.states, inject=inject)
                print(loss.line(name + words), flush=True)
                for fault in loss.faults[: options.show]:
                    print(f"    {fault}", flush=True)
                broken, total = broken + len(loss.faults), total + loss.states
        stage.close()
    print(f"\n{total} states, {broken} broken, {time.monotonic() - begin:.0f} s", flush=True)
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main())
