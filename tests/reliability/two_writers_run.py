"""Two editors and an outside program on one file, interleaved at system calls.

    python tests/reliability/two_writers_run.py                 1,000 interleavings
    python tests/reliability/two_writers_run.py --trials 100    fewer
    python tests/reliability/two_writers_run.py --plain --trials 5   an editor that looks and then renames, always
                                                                     overtaken in between: shows that this bites

Ends with 1 when anything was lost that was called saved, or that its writer was not told of.
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
    from two_writers import Interleavings, interleave

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trials", type=int, default=1000, help="so many interleavings (1000)")
    parser.add_argument("--plain", action="store_true", help="with a look and a plain rename: shows that this bites")
    parser.add_argument("--seed", type=int, default=2026)
    options = parser.parse_args()
    begin = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="journeywall-writers-") as folder:
        made = Interleavings(Path(folder), "writer_plain" if options.plain else "writer_a")
        if options.plain:
            for _ in range(options.trials):
                made.run(made.last_look(), "rename")
        else:
            interleave(made, options.trials, options.seed)
        made.close()
    for fault in made.faults[:20]:
        print(fault)
    print(", ".join(f"{count} {words}" for words, count in sorted(made.found.items())))
    print(f"{made.count} interleavings, {made.stopped} stopped, {len(made.faults)} broken")
    print(f"{time.monotonic() - begin:.0f} s")
    return int(bool(made.faults))


if __name__ == "__main__":
    sys.exit(main())
