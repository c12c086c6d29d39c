"""The hostile inputs beside maps (tests/support/hostile_inputs.py): each has the one outcome that it may have."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import hostile
from hostile_inputs import FOLDER, inputs, large
from model.files import native
from model.layout.arrange import lay_out
from reader_samples import maps
from readers import reader, take

INPUTS = inputs()


@pytest.fixture(scope="module", autouse=True)
def _all_is_loaded(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Modules, fonts and translations are read once, before anything is watched."""
    lay_out(native.loads(maps()["full"])[0])
    for name in sorted({row.reader for row in (*INPUTS.values(), *large().values())}):
        for data in (next(iter(reader(name).samples().values())), b"\0"):
            take(reader(name), data, tmp_path_factory.mktemp("warm"), seconds=60)


@pytest.mark.parametrize("name", sorted(INPUTS))
def test_outcome(name: str, tmp_path: Path) -> None:
    row = INPUTS[name]
    reading = take(reader(row.reader), row.data, tmp_path)
    assert reading.fault == ""
    assert reading.outcome == row.outcome


def test_outcome_of_large_ones(tmp_path: Path) -> None:
    for name, row in large().items():
        room = tmp_path / "room"
        room.mkdir()
        reading = take(reader(row.reader), row.data, room, seconds=6)
        assert (reading.fault, reading.outcome) == ("", row.outcome), name
        shutil.rmtree(room)


def test_there_are_many_and_those_of_the_script() -> None:
    assert len(INPUTS) + len(hostile.cases()) >= 150
    assert {path.name for path in FOLDER.iterdir()} == set(INPUTS)
    for name, row in INPUTS.items():
        assert (FOLDER / name).read_bytes() == row.data, name
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 600_000
