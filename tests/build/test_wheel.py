"""The wheel: one journeywall/ folder, everything inside it, and it runs where nothing else of the project is."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from model.version import __version__

ROOT = Path(__file__).resolve().parents[2]
CODE = ("app", "widgets", "model", "resources")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's content as it lands in site-packages."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run(unpacked: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """``journeywall`` from the wheel; the project's own folder is not on the path."""
    environ = {**os.environ, "PYTHONPATH": str(unpacked), "PYTHONSAFEPATH": "1"}
    command = [sys.executable, "-m", "journeywall", *arguments]
    return subprocess.run(command, cwd=unpacked.parent, env=environ, capture_output=True, text=True, check=False)


def test_only_one_folder_lands_in_site_packages(unpacked: Path) -> None:
    """``app`` and ``model`` are names that others have too."""
    assert sorted(path.name for path in unpacked.iterdir()) == [
        "journeywall",
        f"journeywall-{__version__}.dist-info",
    ]


def test_the_wheel_holds_every_file_of_the_program(unpacked: Path) -> None:
    expected = {
        path.relative_to(ROOT).as_posix()
        for name in CODE
        for path in (ROOT / name).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    inside = unpacked / "journeywall"
    there = {path.relative_to(inside).as_posix() for path in inside.rglob("*") if path.is_file()}
    assert there == expected | {"__main__.py"}


@pytest.mark.parametrize(
    "pattern",
    [
        "resources/fonts/*.ttf",
        "resources/fonts/OFL*.txt",
        "resources/icons/*",
        "resources/i18n/journeywall_nl.ts",
        "resources/templates/example_nl.journey",
        "resources/templates/example_en.journey",
        "resources/tokens.json",
    ],
)
def test_the_data_is_inside(unpacked: Path, pattern: str) -> None:
    assert [path for path in (unpacked / "journeywall").glob(pattern) if path.suffix != ".py"]


def test_licence_and_entry_point_are_inside(unpacked: Path) -> None:
    info = unpacked / f"journeywall-{__version__}.dist-info"
    assert "Permission is hereby granted" in (info / "licenses" / "LICENSE").read_text("utf-8")
    assert "journeywall = journeywall.__main__:main" in (info / "entry_points.txt").read_text("utf-8")


def test_the_wheel_says_its_version(unpacked: Path) -> None:
    done = run(unpacked, "--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert __version__ in done.stdout


def test_the_wheel_makes_a_map_and_exports_it(unpacked: Path, tmp_path: Path) -> None:
    """Fonts, icons, colours and templates are found in the wheel too."""
    example = unpacked / "journeywall" / "resources" / "templates" / "example_nl.journey"
    for name in ("map.pdf", "map.xlsx", "map.png"):
        done = run(unpacked, "export", str(example), str(tmp_path / name))
        assert done.returncode in {0, 1}, done.stderr
        assert (tmp_path / name).stat().st_size > 5_000
