"""Qt is imported sooner, and what comes of it is what the standard way gives."""

from __future__ import annotations

import builtins
import copy
import enum
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType
from typing import Any

import pytest

from app import enumerations, qtloading

ROOT = Path(__file__).resolve().parents[2]
BASES = list(enumerations.BASES)
looked_at = pytest.mark.skipif(
    sys.version_info[:2] not in enumerations.LOOKED_AT, reason="this version of Python is left to its own ways"
)


@pytest.fixture
def at_once() -> Iterator[None]:
    before = enum.EnumType._create_  # type: ignore[attr-defined]  # what enum.Enum("Name", pairs) calls
    enumerations.make_at_once()
    yield
    enum.EnumType._create_ = before  # type: ignore[attr-defined]  # as it was


# -- enumerations -------------------------------------------------------------------------------------------------

EVERY = """
import enum, sys
from app import enumerations

made = []
def remember(cls, name, names, **named):
    made.append((cls, name, list(names), named))
    return enumerations._standard(cls, name, names, **named)

enum.EnumType._create_ = remember
from PySide6 import QtCore, QtGui, QtNetwork, QtPrintSupport, QtSvg, QtWidgets
for module in (QtCore, QtGui, QtWidgets, QtNetwork, QtPrintSupport, QtSvg):
    for name in dir(module):
        getattr(module, name)
enumerations.make_one_by_one()

def all_of(made):
    held = {name: (type(value).__name__, repr(value)) for name, value in vars(made).items()}
    for name, member in made._member_map_.items():
        own = {key: value for key, value in vars(member).items() if key != "__objclass__"}
        held["of " + name] = own, member.__objclass__ is made, getattr(made, name) is member, type(member) is made
    return held | {"names": (made.__qualname__, made.__module__, made.__mro__[1:]), "all": [*map(repr, made)]}

quick = 0
for cls, name, names, named in made:
    named["module"] = named["module"] or "PySide6"
    one, other = enumerations._standard(cls, name, names, **named), enumerations._create(cls, name, names, **named)
    ours, theirs = all_of(other), all_of(one)
    assert ours == theirs, (name, [key for key in theirs | ours if theirs.get(key) != ours.get(key)])
    quick += enumerations._is_plain(cls, names)
print(len(made), quick)
"""


@looked_at
def test_every_enumeration_of_qt_is_as_the_standard_library_makes_it() -> None:
    """In a process of its own, attribute by attribute, members and aliases."""
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", EVERY], cwd=ROOT, env=environ, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    made, quick = map(int, done.stdout.split())
    assert made > 500
    assert quick > 0.95 * made, "nearly all of them are plain"


@looked_at
@pytest.mark.parametrize("base", BASES)
def test_an_enumeration_does_what_others_do(base: Any, at_once: None) -> None:
    pairs = [("none", 0), ("left", 1), ("right", 2), ("beside", 2), ("both", 3), ("up", 4)]
    made: Any = base("Way", pairs, module=__name__, qualname="Way", boundary=enum.KEEP)
    assert made(2) is made.right is made["right"] is made.beside
    assert made.left.name == "left"
    assert made.left.value == 1
    assert copy.deepcopy(made.up) is made.up
    assert list(made.__members__) == [name for name, _ in pairs]
    with pytest.raises(AttributeError, match="cannot reassign"):
        made.left = 3
    with pytest.raises(AttributeError, match="cannot delete"):
        del made.left
    if issubclass(base, enum.Flag):
        assert list(made) == [made.left, made.right, made.up]
        assert made.left | made.right == made.both
        assert made.left in made.both
        assert (made.left | made.up).value == 5
        assert ~made.left == made.right | made.up
        assert made(8 | 1).value == 9, "bits without a name are kept"
    else:
        assert [one.value for one in made] == [0, 1, 2, 3, 4]
        with pytest.raises(ValueError, match="9 is not a valid"):
            made(9)
    if issubclass(base, int):
        assert made.up + 1 == 5


@looked_at
def test_a_member_can_be_pickled(at_once: None, monkeypatch: pytest.MonkeyPatch) -> None:
    base: Any = enum.IntFlag
    way = base("Way", [("one", 1), ("two", 2)], module=__name__, qualname="Way")
    monkeypatch.setattr(sys.modules[__name__], "Way", way, raising=False)
    assert pickle.loads(pickle.dumps(way.two)) is way.two  # noqa: S301 - written in this line


def test_what_is_not_plain_is_left_to_the_standard_library(at_once: None) -> None:
    made: Any = enum.Enum  # by a name that the type checker does not know
    assert [one.value for one in made("Words", "red green")] == [1, 2]
    assert made("Texts", [("a", "x")])("x").name == "a"
    properties = made("Properties", [("name", 1), ("value", 2)])
    assert properties.name.value == 1
    assert properties.value.name == "value"
    assert made("Called", [("a", 1)]).__module__ == __name__
    for bad in ([("a", 1), ("a", 2)], [("mro", 1)], [("_order_", 1)]):
        with pytest.raises((TypeError, ValueError)):
            made("Bad", bad)


# -- what was compiled --------------------------------------------------------------------------------------------

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
