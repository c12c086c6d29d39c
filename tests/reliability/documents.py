"""Documents made from the tables of records, saved and loaded: ``python tests/reliability/documents.py [--count N]``.

Every record, of any kind, with any sound value in any field and fields of a newer version, in any number and order,
with links that hold and links that do not.  For each: what is loaded is sound; saved and loaded again it is equal, with
every unknown field and table and all that was put aside; nothing that somebody wrote is gone; and saved unchanged, only
the save's stamp and count are other bytes.  N is 10,000 where nothing is said.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    from any_documents import run

    begin = time.monotonic()
    tally: dict[str, int] = {}
    done = 0
    while done < options.count:  # hypothesis keeps all it made in mind: a thousand at a time
        part = run(min(1_000, options.count - done), options.seed + done)
        tally = {name: tally.get(name, 0) + count for name, count in part.items()}
        done += min(1_000, options.count - done)
        print(f"{done} of {options.count}, {time.monotonic() - begin:.0f} s", flush=True)
    print(", ".join(f"{count} {name}" for name, count in tally.items()))
    return 0 if tally["documents"] >= options.count else 1


if __name__ == "__main__":
    sys.exit(main())
