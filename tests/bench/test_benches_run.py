"""Every bench loads, and runs and gives figures in a full run: a script that stands still for a year would otherwise
be found broken on the day its figures are needed.  What the figures are is no test's business, but the machine's.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
BENCHES = sorted(path.stem for path in HERE.glob("bench_*.py"))
ALWAYS = {"bench_layout", "bench_links"}
"""Those that are run each time, since they take seconds; the others only where JOURNEYWALL_FULL is set."""
SMALL = {"bench_canvas": ["--quick", "--cards", "60"], "bench_start": ["--rounds", "1"]}
"""Arguments that make a bench smaller still than ``--quick`` does."""
HEADS = {
    "bench_canvas": "drag of one card p99",
    "bench_layout": "after one edit",
    "bench_poster": "poster",
    "bench_start": "shell",
}
"""The first words of a line that ends in figures; benches not named here have one that starts with their own name."""


@pytest.mark.parametrize("bench", BENCHES)
def test_the_bench_loads_and_says_what_it_measures(bench: str) -> None:
    command = [sys.executable, str(HERE / f"{bench}.py"), "--help"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"usage: {bench}.py")
    assert len(done.stdout.split("\n\n")[1]) > 60, "what it measures"


@pytest.mark.parametrize("bench", [bench for bench in BENCHES if bench in ALWAYS or os.environ.get("JOURNEYWALL_FULL")])
def test_the_bench_runs_and_gives_figures(bench: str, tmp_path: Path) -> None:
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "JOURNEYWALL_HOME": str(tmp_path)}
    command = [sys.executable, str(HERE / f"{bench}.py"), *SMALL.get(bench, ["--quick"])]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr
    head = HEADS.get(bench, bench.removeprefix("bench_"))
    lines = [line for line in done.stdout.splitlines() if line.strip().startswith(head)]
    assert lines, f"no line starts with {head!r}:\n{done.stdout}"
    assert any(character.isdigit() for character in lines[0].removeprefix(head)), lines[0]


def test_the_runner_finds_every_bench_and_passes_a_failure_on(tmp_path: Path) -> None:
    command = [sys.executable, str(HERE / "run_all.py"), "--quick", "--only"]
    unknown = subprocess.run([*command, "nothing"], capture_output=True, text=True, timeout=60, check=False)
    assert unknown.returncode == 2
    assert "nothing" in unknown.stderr
    (tmp_path / "run_all.py").write_text((HERE / "run_all.py").read_text("utf-8"), "utf-8")
    (tmp_path / "bench_broken.py").write_text("raise SystemExit(3)\n", "utf-8")
    runner = [sys.executable, str(tmp_path / "run_all.py"), "--only", "broken"]
    broken = subprocess.run(runner, capture_output=True, text=True, timeout=60, check=False)
    assert broken.returncode == 1
    assert "bench_broken" in broken.stderr
