"""The command line as its users meet it: a process, its streams, its exit status, and what it loads."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from model.files.native import load
from model.templates import example_path

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "tests" / "corpus" / "mermaid"
EXAMPLE = str(example_path("nl"))

LOADED = """
import sys
from app.cli import main
status = main(sys.argv[1:])
loaded = sorted(name for name in sys.modules if name.partition(".")[0] in {"PySide6", "shiboken6"})
print("status", status, *loaded, file=sys.stderr)
"""


def environment(home: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "SYSTEMROOT"}}
    return {**kept, "PYTHONPATH": str(ROOT), "JOURNEYWALL_HOME": str(home), "LANG": "C.UTF-8", **more}


def journeywall(tmp_path: Path, *arguments: str | Path, **more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "app", *map(str, arguments)],
        cwd=tmp_path,
        env=environment(tmp_path / "home", **more),
        capture_output=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    ("status", "arguments"),
    [
        (0, ["--version"]),
        (0, ["--help"]),
        (0, ["new", "a.journey"]),
        (0, ["templates", "--json"]),
        (0, ["info", EXAMPLE]),
        (0, ["check", EXAMPLE, "--strict"]),
        (0, ["import", str(CORPUS / "kdense_ecommerce_two_personas.mmd"), "a.journey"]),
        (0, ["export", EXAMPLE, "a.pdf", "--tile", "A3"]),
        (0, ["export", EXAMPLE, "a.xlsx"]),
        (0, ["export", EXAMPLE, "a.png", "--paper", "A4"]),
        (1, ["export", EXAMPLE, "a.mmd"]),
        (2, ["info", "nothing.journey"]),
        (2, [EXAMPLE]),
    ],
)
def test_no_command_loads_qt(tmp_path: Path, status: int, arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments],
        cwd=tmp_path,
        env=environment(tmp_path / "home"),
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.stderr.decode().splitlines()[-1] == f"status {status}"


def test_from_a_diagram_to_a_poster_and_back(tmp_path: Path) -> None:
    made = journeywall(tmp_path, "import", CORPUS / "wdfb_nl_programmeerreis.mmd", "reis.journey")
    assert (made.returncode, made.stdout, made.stderr) == (0, b"", b"")
    held = json.loads(journeywall(tmp_path, "info", "reis.journey", "--json").stdout)
    assert [phase["touchpoints"] for phase in held["phases"]] == [3, 3, 3]
    assert len(held["emotions"]) == 9
    for name in ("reis.pdf", "reis.xlsx", "reis.png"):
        assert journeywall(tmp_path, "export", "reis.journey", name).returncode == 0
        assert (tmp_path / name).stat().st_size > 1000
    shown = journeywall(tmp_path, "export", "reis.journey", "-", "--to", "mermaid")
    assert shown.returncode == 0
    assert shown.stdout.startswith(b"journey\n")
    (tmp_path / "again.mmd").write_bytes(shown.stdout)
    assert journeywall(tmp_path, "import", "again.mmd", "again.journey").returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "again.journey",
        "again.mmd",
        "reis.journey",
        "reis.pdf",
        "reis.png",
        "reis.xlsx",
    ]


def test_a_terminal_of_few_letters(tmp_path: Path) -> None:
    assert journeywall(tmp_path, "new", "kaart.journey", "--title", "Reis 🛒 één").returncode == 0
    poor = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    told = journeywall(tmp_path, "info", "kaart.journey", **poor)
    assert (told.returncode, told.stderr) == (0, b"")
    held = journeywall(tmp_path, "info", "kaart.journey", "--json", **poor)
    assert json.loads(held.stdout.decode("ascii"))["title"] == "Reis 🛒 één"
    refused = journeywall(tmp_path, "info", "één.journey", **poor)
    assert refused.returncode == 2
    assert len(refused.stderr.splitlines()) == 1


def test_a_reader_that_has_had_enough(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "app", "info", EXAMPLE, "--json"],
        cwd=tmp_path,
        env=environment(tmp_path / "home"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


def test_dutch_where_the_system_speaks_it(tmp_path: Path) -> None:
    assert journeywall(tmp_path, "new", "a.journey", LANG="nl_NL.UTF-8").returncode == 0
    assert load(tmp_path / "a.journey").document.info.language == "nl"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may write anywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    done = journeywall(tmp_path, "new", "locked/a.journey")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "app", "info", EXAMPLE, "--json"],
            cwd=tmp_path,
            env=environment(tmp_path / "home"),
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1, done.stderr


def test_a_name_that_is_not_there_is_said_with_the_folder_that_was_looked_in(tmp_path: Path) -> None:
    done = journeywall(tmp_path, "info", "bike.journey")
    assert done.returncode == 2
    assert f"“bike.journey” is not there; it was looked for in “{tmp_path}”." in done.stderr.decode()
    whole = journeywall(tmp_path, "info", tmp_path / "other" / "bike.journey")
    assert "“bike.journey” is not there; check the name and the folder." in whole.stderr.decode()
