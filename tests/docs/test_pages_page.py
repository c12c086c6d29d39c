"""docs/pages.md shows its pictures, the folder holds these and no others, and the script that takes them still runs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "pictures" / "pages"
MOST = 1_500_000
"""Bytes that all of them take at most."""


def test_the_page_shows_the_pictures_of_its_folder() -> None:
    shown = re.findall(r"\]\(pictures/pages/([^)]+)\)", (ROOT / "docs" / "pages.md").read_text(encoding="utf-8"))
    found = sorted(FOLDER.iterdir())
    assert sorted(shown) == [path.name for path in found], "take them again: python tests/pages.py --docs"
    assert len(shown) == len(set(shown)) >= 6
    assert sum(path.stat().st_size for path in found) < MOST
    for path in found:
        with Image.open(path) as picture:
            assert len(picture.convert("RGB").getcolors(1 << 24) or []) > 8, f"{path.name} is blank"


def test_the_script_prints_pages_and_a_sheet_of_them(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "tests" / "pages.py"), "five", "--only", "tiles", "actions"]
    done = subprocess.run(
        [*command, "--whole", "--out", str(tmp_path)], capture_output=True, text=True, check=True, timeout=240
    )
    assert "five tiles: " in done.stdout
    assert "five actions: " in done.stdout
    made = {path.name for path in tmp_path.iterdir()}
    assert {"five-tiles.pdf", "five-tiles.png", "five-tiles-00.png", "five-tiles-01.png"} <= made
