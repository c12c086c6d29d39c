"""CI's share of the soak; the full count is a run of soak.py."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtWidgets import QApplication

HERE = Path(__file__).resolve().parent
EDITS = 200_000 if os.environ.get("JOURNEYWALL_FULL") else 1_500

pytestmark = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="reads its memory as Linux shows it")


@pytest.fixture
def harness(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setenv("JOURNEYWALL_HOME", str(tmp_path / "home"))
    spec = importlib.util.spec_from_file_location("soak", HERE / "soak.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "soak", module)
    spec.loader.exec_module(module)
    return module


def test_random_work_is_what_a_plain_second_model_says(harness: ModuleType, tmp_path: Path) -> None:
    soaked = harness.soak(EDITS, 7, tmp_path)
    assert soaked.edits >= EDITS
    for act in ("undo", "redo", "save", "reload", "recover", "removals", "moves"):
        assert soaked.acts[act], soaked.line()


def test_the_same_in_the_editor(harness: ModuleType, tmp_path: Path, qapp: QApplication) -> None:
    soaked = harness.soak(60, 7, tmp_path, editor=True)
    assert soaked.edits >= 60
    assert soaked.acts["undo"], soaked.line()


def test_the_oracle_bites(harness: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An undo that forgets one record is found out."""
    import model.session
    from model.changes import ChangeSet, invert

    monkeypatch.setattr(model.session, "invert", lambda changes: ChangeSet(invert(changes).changes[1:]))
    with pytest.raises((AssertionError, ValueError)):
        harness.soak(2_000, 7, tmp_path)
