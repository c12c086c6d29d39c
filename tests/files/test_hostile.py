"""Hostile files and mutated ones: opened, opened with a list, or one sentence; quickly, and touching nothing else."""

from __future__ import annotations

import json
import os
import random
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import model.judge  # noqa: F401 - reads files while it is imported, which is not the map's doing
from hostile import FOLDER, cases, large_cases
from maps import full_map
from model.check import check_document
from model.document import Document
from model.files import native
from model.files.errors import ContentError, FileError
from model.invariants import violations
from model.layout.arrange import lay_out
from model.layout.maplayout import LayoutOptions
from model.overview import overview
from model.trace import trace_back, trace_forward

CASES = cases()
MUTANTS = 100_000 if os.environ.get("JOURNEYWALL_FULL") else 1_000

_touched: list[str] = []
_watching: list[bool] = []


def _watch(event: str, args: tuple[Any, ...]) -> None:
    if event == "exec" and args[0].co_filename.startswith("<constructor of "):
        return  # model.values writes the constructor of a class when its first value is made
    if _watching and (event.startswith(("socket.", "subprocess.", "os.", "shutil.")) or event in ("open", "exec")):
        _touched.append(f"{event} {args[:1]}")


sys.addaudithook(_watch)


def outcome_of(data: bytes, seconds: float = 2) -> str:
    """What reading ``data`` came to; fails on anything but the three allowed outcomes."""
    _touched.clear()
    begin = time.thread_time()
    _watching.append(True)
    try:
        document, report = native.loads(data, "map.journey")
    except ContentError as error:
        sentence = str(error)
        assert sentence and "\n" not in sentence and "map.journey" in sentence
        return "refused"
    finally:
        _watching.clear()
        assert time.thread_time() - begin < seconds
        assert _touched == []
    assert violations(document) == []
    assert all(problem.text and "{" not in problem.text.replace("{'", "") for problem in report.problems)
    assert native.loads(native.dumps(document))[0].same_content(document)
    return "mended" if report.serious else "opened"


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """Translations and modules are read once, before anything is watched."""
    native.loads(native.dumps(full_map().document))
    native.loads(CASES["wrong-types.journey"].data)  # what judges bad values is loaded with the first of them
    with pytest.raises(FileError):
        native.loads(b"", "map.journey")


@pytest.mark.parametrize("name", sorted(CASES))
def test_outcome(name: str) -> None:
    assert outcome_of(CASES[name].data) == CASES[name].outcome


@pytest.mark.parametrize("name", sorted(name for name in CASES if CASES[name].outcome != "refused"))
def test_no_text_is_lost(name: str) -> None:
    """Every text of the sound map is in the document or among what was put aside, or the file does not hold it."""
    data = CASES[name].data
    document, _ = native.loads(data)
    kept = native.dumps(document).decode()
    held = data.decode("utf-8", "replace")
    for text in ("Schoenen", "Zoeken", "Kopen", "Sanne", "Zoekt", "Traag", "Los", "Vast"):
        if f'"{text}"' in held:
            assert text in kept, text


def test_outcome_of_large_files() -> None:
    for name, case in large_cases().items():
        assert outcome_of(case.data, seconds=15) == case.outcome, name


@pytest.mark.parametrize("name", sorted(name for name in CASES if CASES[name].outcome != "refused"))
def test_what_opens_is_checked_told_traced_and_laid_out(name: str) -> None:
    look_over(native.loads(CASES[name].data)[0])


def test_a_ring_of_5000_insights_is_looked_over() -> None:
    look_over(native.loads(large_cases()["ring-of-5000-insights.journey"].data)[0], seconds=20)


def look_over(document: Document, seconds: float = 5) -> None:
    """Check, tell, trace and lay out a map, in so many seconds of computing: another process may have the core."""
    begin = time.thread_time()
    check_document(document)
    json.dumps(overview(document, 1))
    for item in list(document.item_table)[:20]:
        assert sum(1 for _ in trace_back(document, item).walk()) < 20_000
        assert sum(1 for _ in trace_forward(document, item).walk()) < 20_000
    if len(document.item_table) < 100:
        lay_out(document, LayoutOptions(links="all", aimed=True, blind_spots=True))
    assert time.thread_time() - begin < seconds


def test_broken_pictures_are_named_by_the_check() -> None:
    for name in ("not-base64", "other-bytes", "of-markup", "mime-of-anything"):
        document, _ = native.loads(CASES[f"picture-{name}.journey"].data)
        assert [f.rule for f in check_document(document) if f.level == "error"] == ["K4"], name


def test_committed_files_are_those_of_the_script() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(CASES)
    for name, case in CASES.items():
        assert (FOLDER / name).read_bytes() == case.data, name


def test_files_are_left_alone(tmp_path: Path) -> None:
    for name, case in CASES.items():
        path = tmp_path / name
        path.write_bytes(case.data)
        try:
            native.load(path)
        except FileError:
            pass
        assert path.read_bytes() == case.data
    assert len(list(tmp_path.iterdir())) == len(CASES)


def mutate(data: bytes, dice: random.Random) -> bytes:
    """``data`` with one to four random wounds."""
    wounded = bytearray(data)
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(wounded) + 1)
        kind = dice.randrange(7)
        if kind == 0 and wounded:
            wounded[at % len(wounded)] ^= 1 << dice.randrange(8)
        elif kind == 1:
            del wounded[at : at + dice.randint(1, 200)]
        elif kind == 2:
            wounded[at:at] = wounded[: dice.randint(1, 300)]
        elif kind == 3:
            del wounded[at:]
        elif kind == 4:
            wounded[at : at + 40] = bytes(dice.randrange(256) for _ in range(40))
        elif kind == 5:
            rows = bytes(wounded).split(b"\n")
            a, b = dice.randrange(len(rows)), dice.randrange(len(rows))
            rows[a], rows[b] = rows[b], rows[a]
            wounded = bytearray(b"\n".join(rows))
        else:
            token = dice.choice([b"null", b"{}", b"[]", b'""', b"-1", b"1e400", b"NaN", b'"map"', b"true", b'"x":1,'])
            values = [i for i in range(len(wounded)) if wounded[i : i + 2] == b": "]
            if values:
                start = dice.choice(values) + 2
                end = min((e for e in (wounded.find(c, start) for c in b",}\n") if e > 0), default=start)
                wounded[start:end] = token
    return bytes(wounded)


def test_mutated_maps() -> None:
    """Seeded; a failing seed is printed by the assertion."""
    data = native.dumps(full_map().document, saved_by={})
    outcomes: dict[str, int] = {}
    for seed in range(MUTANTS):
        mutant = mutate(data, random.Random(seed))
        try:
            outcome = outcome_of(mutant)
        except Exception as error:  # the seed is what a reader of the failure needs
            pytest.fail(f"seed {seed}: {error!r}")
        outcomes[outcome] = outcomes.get(outcome, 0) + 1
    assert sum(outcomes.values()) == MUTANTS
    # A fuzzer that finds one outcome only is aimed beside the reader.
    assert min(outcomes.get(kind, 0) for kind in ("opened", "mended", "refused")) > MUTANTS // 200, outcomes
