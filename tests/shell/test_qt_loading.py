"""Qt is imported sooner, and what comes of it is what the standard way gives."""

from __future__ import annotations

import builtins
import os
import subprocess
import sys
from pathlib import Path
from types import CodeType

import pytest

from app import qtloading

ROOT = Path(__file__).resolve().parents[2]

IMPORT = """
import builtins, sys
standard, compiled = builtins.compile, []
def count(source, filename, *more, **named):
    if str(filename).startswith(("shibokensupport/", "signature_bootstrap.py")):
        compiled.append(filename)
    return standard(source, filename, *more, **named)
builtins.compile = count
from app.qtloading import kept_at, loading
with loading():
    from PySide6.QtCore import QPoint, QSize
assert builtins.compile is count
try:
    QSize("no", "numbers")
except TypeError as error:
    assert "QSize" in str(error)
print(len(compiled), kept_at(), *QPoint(3, 4).toTuple())
"""


def imported(folder: Path, **environ: str) -> tuple[int, Path]:
    """How many of PySide's sources a new process compiles, and where it keeps what came of them."""
    around = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder), **environ}
    if "PYTHONDONTWRITEBYTECODE" not in environ:
        around.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-c", IMPORT], cwd=ROOT, env=around, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    count, path, *point = done.stdout.split()
    assert point == ["3", "4"]
    return int(count), Path(path)


def test_sources_of_pyside_are_compiled_once(tmp_path: Path) -> None:
    first, path = imported(tmp_path)
    assert first > 5
    assert path.is_relative_to(tmp_path)
    assert [one.name for one in path.parent.iterdir() if path.suffix in one.name] == [path.name], "nothing beside it"
    assert imported(tmp_path) == (0, path)


def test_a_file_that_was_damaged_is_made_anew(tmp_path: Path) -> None:
    first, path = imported(tmp_path)
    whole = path.read_bytes()
    for damaged in (b"", whole[:9], whole[:-1], whole[:500] + b"\xff" + whole[501:], b"\0" * 4 + whole[4:]):
        path.write_bytes(damaged)
        assert qtloading.read(path) == {}
    assert imported(tmp_path)[0] == first
    assert path.read_bytes()[:8] == whole[:8]
    assert imported(tmp_path)[0] == 0


def test_nothing_is_kept_where_nothing_may_be_written(tmp_path: Path) -> None:
    first, path = imported(tmp_path, PYTHONDONTWRITEBYTECODE="1")
    assert first > 5
    assert not path.exists()
    path.parent.mkdir(parents=True)
    path.mkdir()  # a file cannot take its place
    assert imported(tmp_path)[0] == first
    assert [one for one in path.parent.iterdir() if one.suffix not in (".pyc", path.suffix)] == []


def test_another_source_is_compiled_anew_and_other_code_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    path = tmp_path / "kept"
    name = f"{qtloading.OWN[0]}x.py"
    standard = builtins.compile
    with qtloading.keeping(path):
        first = compile("a = 1", name, "exec")
        compile("b = 1", "elsewhere.py", "exec")
    assert builtins.compile is standard
    assert [key[0] for key in qtloading.read(path)] == [name]
    with qtloading.keeping(path):
        assert compile("a = 1", name, "exec") == first
        changed = compile("a = 2", name, "exec")
    assert 2 in changed.co_consts
    kept = qtloading.read(path)
    assert len(kept) == 2
    assert all(isinstance(code, CodeType) for code in kept.values())
