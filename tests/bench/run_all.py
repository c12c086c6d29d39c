"""Run every bench_*.py of this folder, one after the other, and say how busy the machine was meanwhile.

    python tests/bench/run_all.py [--quick] [--only NAME ...] [--wait MINUTES]

Each bench runs in a process of its own with an empty ``JOURNEYWALL_HOME`` in a temporary folder, on Qt's offscreen
platform unless ``QT_QPA_PLATFORM`` says otherwise.  Before and after each, a fixed loop of plain Python is timed: where
the two differ much from the best of the run, other work was going on, and only the ratios of that bench count.
``--wait`` holds each bench back until the machine has been quiet, for at most so many minutes.  What is published in
docs/performance.md comes from here.  Exit status: 0 when every bench ended with 0.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).resolve().parent
QUIET = 0.7
"""Load (1 minute) per core below which the machine counts as quiet."""


def calibrate() -> float:
    """Seconds of a fixed loop of plain Python, the best of three."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        total = 0
        for i in range(2_000_000):
            total += i % 7
        best = min(best, time.perf_counter() - start)
    return best


def load() -> float:
    """Processes that want a core, per core, over the last minute; 0 where the system does not say."""
    return os.getloadavg()[0] / (os.cpu_count() or 1) if hasattr(os, "getloadavg") else 0.0


def wait_until_quiet(minutes: float) -> None:
    """Sleep until other work has gone, for at most ``minutes``."""
    until = time.monotonic() + minutes * 60
    while load() > QUIET and time.monotonic() < until:
        time.sleep(5)


def benches(only: list[str]) -> list[Path]:
    """The scripts to run, by name."""
    found = sorted(HERE.glob("bench_*.py"))
    return [path for path in found if not only or path.stem.removeprefix("bench_") in only]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="only whether each runs: no figures to publish")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="start, canvas, layout ...")
    parser.add_argument("--wait", type=float, default=0, metavar="MINUTES", help="wait so long for a quiet machine")
    options = parser.parse_args()
    chosen = benches(options.only)
    if not chosen:
        parser.error(f"no bench is called {' or '.join(options.only)}")
    print(
        f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"PySide6 {version('PySide6-Essentials')}"
    )
    failed = []
    for path in chosen:
        wait_until_quiet(options.wait)
        before, busy = calibrate(), load()
        print(f"\n=== {path.stem} (loop {before * 1000:.0f} ms, load {busy:.2f} per core)", flush=True)
        with tempfile.TemporaryDirectory(prefix="journeywall-bench-") as home:
            environ = {**os.environ, "JOURNEYWALL_HOME": home}
            environ.setdefault("QT_QPA_PLATFORM", "offscreen")
            command = [sys.executable, str(path), *(["--quick"] if options.quick else [])]
            start = time.perf_counter()
            status = subprocess.run(command, env=environ, check=False).returncode
        seconds = time.perf_counter() - start
        print(f"--- {path.stem}: {seconds:.0f} s, loop {calibrate() * 1000:.0f} ms, status {status}", flush=True)
        if status:
            failed.append(path.stem)
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
