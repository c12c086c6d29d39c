"""How old an edit can be that a power cut takes: at most 250 ms and the sync that is running.

    python tests/reliability/lost_edits.py               30 bursts, on this disk, and as if a sync took 30 and 200 ms
    python tests/reliability/lost_edits.py --bursts 5    fewer

Ends with 1 when an edit was at risk for longer than 250 ms, the syncs running meanwhile and 50 ms of a busy machine.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]


def main() -> int:
    """Run; the exit status."""
    from lost_at_power_cut import measure

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bursts", type=int, default=30, help="so many drags, with what is typed between (30)")
    options = parser.parse_args()
    late = 0
    print("sync takes   edits   syncs   median    p95    max   max without the syncs running (ms)")
    for delay in (0.0, 0.03, 0.2):
        with tempfile.TemporaryDirectory(prefix="journeywall-lost-") as folder:
            recorder = measure(Path(folder), delay=delay, bursts=options.bursts)
        ages = [age * 1000 for age, _ in recorder.ages()]
        without = [(age - running) * 1000 for age, running in recorder.ages()]
        late += sum(each > 300 for each in without)
        name = "as it is" if not delay else f"+{delay * 1000:.0f} ms"
        p95 = statistics.quantiles(ages, n=20)[-1]
        figures = f"{statistics.median(ages):8.0f} {p95:6.0f} {max(ages):6.0f} {max(without):8.0f}"
        print(f"{name:10} {len(ages):7} {len(recorder.syncs):7} {figures}", flush=True)
    print(f"{late} too late")
    return int(late > 0)


if __name__ == "__main__":
    sys.exit(main())
