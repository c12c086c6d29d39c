"""CI's share of wounded inputs for every reader, the table of readers itself, and that the harness finds faults."""

from __future__ import annotations

import ast
import importlib
import inspect
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from types import CodeType, FrameType
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from model.files import native
from model.importers.base import IMPORTERS
from model.layout.arrange import lay_out
from reader_samples import maps
from readers import NO_READERS, READERS, take

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(Path(__file__).resolve().parent))
mutations = importlib.import_module("mutations")

COUNT = 100_000 if os.environ.get("JOURNEYWALL_FULL") else 600
NOT_OPENED = {"SOURCES.md", "copies of a sync folder"}
"""A page without a diagram; files of which not each is a copy of the map."""


@pytest.fixture(scope="module", autouse=True)
def _fonts_are_known(qapp: QApplication) -> None:
    """The fonts of the computer are looked for once, before anything is watched."""
    lay_out(native.loads(maps()["full"])[0])


def test_wounded_inputs() -> None:
    tally = mutations.run(COUNT)
    assert tally.faults == [], mutations.report(tally)
    assert tally.inputs == COUNT
    assert tally.looked_over > COUNT // 40
    read = {name for name, _ in tally.outcomes}
    assert read == {row.name for row in READERS}
    # Inputs that all fare alike are aimed beside the reader.
    for kind in ("opened", "listed", "refused"):
        assert sum(count for (_, outcome), count in tally.outcomes.items() if outcome == kind) > COUNT // 50, kind
    assert 0 < tally.memory < 1024


def test_the_harness_bites() -> None:
    """A reader with faults: an error, a look at a folder, a slow one, a gigabyte too much, a death."""
    tally = mutations.run(40, names=["pasted list"], plant=True)
    said = "\n".join(row["fault"] for row in tally.faults)
    for sign in ("KeyError at", "reached for", "took 2.", "out of memory", "the process died"):
        assert sign in said, (sign, said)
    assert len(tally.faults) < 40, "and not everything is one"


@pytest.mark.parametrize("name", [row.name for row in READERS])
def test_sound_inputs_open(name: str, qapp: QApplication, tmp_path: Path) -> None:
    """And each row of the table runs through the doors that it names."""
    row = next(row for row in READERS if row.name == name)
    samples = row.samples()
    assert samples
    ran: set[CodeType] = set()

    def note(frame: FrameType, event: str, _value: object) -> None:
        if event == "call":
            ran.add(frame.f_code)

    for number, (sample, data) in enumerate(samples.items()):
        room = tmp_path / str(len(list(tmp_path.iterdir())))
        room.mkdir()
        broken = tmp_path / f"{room.name}-broken"
        broken.mkdir()
        sys.setprofile(note)
        try:
            reading = take(row, data, room, seconds=120)
            wounded = [take(row, data[: len(data) // 2] + b'{"a": 1, "a"', broken, seconds=120)]
            for seed in range(4 if number == 0 else 0):
                again = tmp_path / f"{room.name}-{seed}"
                again.mkdir()
                wounded.append(take(row, row.mutators[0](data, Random(seed)), again, seconds=120))
        finally:
            sys.setprofile(None)
        assert reading.fault == "", sample
        assert [fault for one in wounded if (fault := one.fault)] == [], sample
        assert reading.outcome in {"opened", "listed"} or {name, sample} & NOT_OPENED, sample
    missed = [door for door in row.doors if code_of(door) not in ran]
    assert missed == []


def code_of(door: str) -> CodeType:
    module, _, name = door.partition(":")
    found: Any = importlib.import_module(module)
    for part in name.split("."):
        found = inspect.getattr_static(found, part)
    code: CodeType = inspect.unwrap(found).__code__
    return code


# -- every door --------------------------------------------------------------------------------------------------

_READING = {
    *("read_bytes", "read_text", "read_json", "read_file", "b64decode", "fromstring", "iterparse", "load_workbook"),
    *(
        "ZipFile",
        "QImageReader",
        "fromData",
        "loadFromData",
        "mimeData",
        "clipboard",
        "urls",
        "toLocalFile",
        "QSettings",
    ),
    *("unpack_archive", "QTemporaryFile", "literal_eval", "yaml_load", "DictReader"),
}
_OF_MODULES = {("json", "loads"), ("json", "load"), ("csv", "reader"), ("pickle", "loads"), ("pickle", "load")}
_OPENING = {("os", "open"), ("os", "fdopen"), ("Image", "open"), ("io", "open"), ("os", "read"), ("parser", "read")}
_ONLY_WRITING = ("O_WRONLY", "O_CREAT", "O_EXCL")


def doors(path: Path) -> Iterator[str]:
    """Where bytes come into a module: functions that read files, the clipboard, JSON or pictures."""
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")

    def walk(node: ast.AST, names: tuple[str, ...]) -> Iterator[str]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.ClassDef):
                yield from walk(child, (*names, child.name))
                continue
            if isinstance(child, ast.Call) and _reads(child):
                yield f"{module}:{'.'.join(names)}"
            yield from walk(child, names)

    yield from walk(ast.parse(path.read_text(encoding="utf-8")), ())


def _reads(call: ast.Call) -> bool:
    function = call.func
    name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
    owner = function.value.id if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) else ""
    said = ast.unparse(call)
    if name in _READING or (owner, name) in _OF_MODULES:
        return True
    if (owner, name) in _OPENING:
        return not any(flag in said for flag in _ONLY_WRITING)
    if name == "open" and call.args and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str):
        return "r" in call.args[0].value  # a path's, with its mode
    return isinstance(function, ast.Name) and name == "open"


def test_every_door_is_in_the_table() -> None:
    """A function that begins to read anything from outside joins a row of the table, or says why it need not."""
    found = {
        door for folder in ("app", "widgets", "model") for path in (ROOT / folder).rglob("*.py") for door in doors(path)
    }
    covered = {door for row in READERS for door in row.doors}
    assert found - covered - NO_READERS.keys() == set(), "read by nobody in tests/support/readers.py"
    assert NO_READERS.keys() - found == set(), "these are no doors any more"
    assert covered & NO_READERS.keys() == set()
    for door in covered:
        code_of(door)


def test_every_importer_is_in_the_table() -> None:
    suffixes = {"mermaid": ".mmd", "markdown": ".md", "poster": ".pdf", "json": ".json"}
    assert IMPORTERS.keys() == suffixes.keys(), "a reader of another format joins tests/support/readers.py"
    assert {"mermaid", "markdown", "poster", "json import"} <= {row.name for row in READERS}


def test_a_door_that_is_new_is_seen(tmp_path: Path) -> None:
    code = "import json\nclass A:\n    def b(self, path):\n        return json.loads(path.read_bytes())\n"
    path = ROOT / "model" / "nothing_of_the_kind.py"
    tree = ast.parse(code)
    assert [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _reads(node)]
    assert not path.exists()
    for line, reads in (
        ("open(p)", True),
        ("p.open('rb')", True),
        ("p.open('w')", False),
        ("dialog.open()", False),
        ("os.open(p, os.O_RDONLY)", True),
        ("os.open(p, os.O_WRONLY | os.O_CREAT)", False),
        ("Image.open(io.BytesIO(data))", True),
        ("QGuiApplication.clipboard().mimeData()", True),
    ):
        call = ast.parse(line).body[0]
        assert isinstance(call, ast.Expr)
        assert isinstance(call.value, ast.Call)
        assert _reads(call.value) is reads, line
