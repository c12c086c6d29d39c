"""docs/screens.md shows every screen in every variant, and the folder holds these pictures and no others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from screens import SCREENS

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "pictures" / "screens"
VARIANTS = ("light", "dark", "dutch", "200")
STATES_IN = "light"
"""The variant in which other states of a screen are kept too."""
MOST = 6_500 * 1024
"""Bytes that all of them take at most."""
AGAIN = "take the pictures again: python tests/pictures.py"


@pytest.fixture(scope="module")
def shown() -> list[str]:
    page = (ROOT / "docs" / "screens.md").read_text(encoding="utf-8")
    return re.findall(r'<img src="pictures/screens/([^"]+)"', page)


def wanted() -> set[str]:
    return {
        f"{variant}/{screen.name}.png"
        for screen in SCREENS
        for variant in VARIANTS
        if variant == STATES_IN or not screen.state
    }


def test_the_page_shows_every_screen(shown: list[str]) -> None:
    assert len(shown) == len(set(shown))
    assert set(shown) == wanted(), AGAIN


def test_the_folder_holds_what_the_page_shows(shown: list[str]) -> None:
    found = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.png")}
    assert found == set(shown), AGAIN


def test_the_pictures_are_small() -> None:
    assert 0 < sum(path.stat().st_size for path in FOLDER.rglob("*.png")) <= MOST
