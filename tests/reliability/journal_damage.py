"""A journal cut at every byte, with every single bit of it flipped, each through the whole recovery.

    python tests/reliability/journal_damage.py             every cut and every bit
    python tests/reliability/journal_damage.py --every 97  each 97th of the bits

Ends with 1 when anything but the good beginning came back, or an error was raised.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import traceback
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]


def main() -> int:
    """Run; the exit status."""
    from damaged_journals import check_reading, check_recovery, sample

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1, help="each so-manieth bit (1)")
    options = parser.parse_args()
    made, begin, broken, cuts, flips = sample(), time.monotonic(), 0, 0, 0
    with tempfile.TemporaryDirectory(prefix="journeywall-damage-") as name:
        folder = Path(name)
        wounds = [(made.data[:at], at) for at in range(len(made.data) + 1)]
        cuts = len(wounds)
        for bit in range(0, len(made.data) * 8, options.every):
            wounded = bytearray(made.data)
            wounded[bit // 8] ^= 1 << bit % 8
            wounds.append((bytes(wounded), bit // 8))
        flips = len(wounds) - cuts
        for wounded_data, hurt in wounds:
            try:
                check_reading(made, wounded_data, hurt)
                check_recovery(made, wounded_data, hurt, folder)
            except Exception:  # whatever it is, it is counted and told
                broken += 1
                if broken <= 5:
                    print(f"at byte {hurt}:")
                    traceback.print_exc()
    seconds = time.monotonic() - begin
    print(
        f"{len(made.data)} bytes, {len(made.ends)} records, {cuts} cuts, {flips} bits, {broken} broken, {seconds:.0f} s"
    )
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main())
