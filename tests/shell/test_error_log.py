"""The log keeps what is newest, in a few files of limited size."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from app import errorlog


def warn(text: str) -> Path | None:
    return errorlog.write_record(logging.LogRecord("journeywall", logging.WARNING, "", 0, "%s", (text,), None))


def test_old_lines_move_to_numbered_files_and_the_oldest_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(errorlog, "_SIZE", 200)
    path = None
    for number in range(40):
        path = warn(f"line {number}")
    assert path is not None
    files = [path, *(path.with_name(f"{path.name}.{number}") for number in (1, 2, 3))]
    assert sorted(path.parent.iterdir()) == sorted(files)
    lines = [line for file in reversed(files) for line in file.read_text("utf-8").splitlines()]
    kept = [int(line.rpartition(" ")[2]) for line in lines]
    assert kept == list(range(kept[0], 40)), "in order, without a gap, up to the newest"
    assert kept[0] > 0
    assert all(file.stat().st_size < 200 for file in files)


def test_a_log_that_cannot_be_written_is_no_error(home: Path) -> None:
    home.mkdir(parents=True, exist_ok=True)
    (home / "logs").write_text("in the way")
    assert warn("x") is None
