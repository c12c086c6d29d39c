"""The command line and every export work where Qt cannot be loaded at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "resources" / "templates" / "example_en.journey"

DISPLAYS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}

# None in sys.modules makes each later import of that name fail, as it does without the system's libraries.
START = """
import sys
for name in ("PySide6", "shiboken6", "widgets"):
    sys.modules[name] = None
from app.cli import main
sys.exit(main(sys.argv[1:]))
"""


def without_qt(*arguments: str) -> subprocess.CompletedProcess[str]:
    """``journeywall`` with no Qt and no display."""
    environ = {name: value for name, value in os.environ.items() if name not in DISPLAYS}
    command = [sys.executable, "-c", START, *arguments]
    return subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["templates"], ["info", str(EXAMPLE), "--json"]])
def test_asking_needs_no_qt(arguments: list[str]) -> None:
    done = without_qt(*arguments)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


@pytest.mark.parametrize("suffix", ["pdf", "xlsx", "png", "mmd"])
def test_exporting_needs_no_qt(suffix: str, tmp_path: Path) -> None:
    out = tmp_path / f"map.{suffix}"
    done = without_qt("export", str(EXAMPLE), str(out))
    assert done.returncode in {0, 1}, done.stderr
    assert out.stat().st_size > 500


def test_opening_the_editor_without_a_display_is_one_sentence() -> None:
    done = without_qt(str(EXAMPLE))
    assert done.returncode == 2
    assert "display" in done.stderr
    assert "Traceback" not in done.stderr
