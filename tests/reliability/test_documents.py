"""CI's share of documents made from the tables of records; all of them: tests/reliability/documents.py."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from any_documents import FIELDS, check, run
from model.files import native
from model.records import TABLES, record_fields, row_to_record

ROOT = Path(__file__).resolve().parents[2]
COUNT = 10_000 if os.environ.get("JOURNEYWALL_FULL") else 250
SMALL: dict[str, Any] = {
    **{table: [] for table in FIELDS},
    "map": {"title": "Schoenen"},
    "assets": {},
    "items": [{"id": "item-1", "kind": "note", "number": 1, "text": "Een"}],
}


def test_any_document_comes_back() -> None:
    tally = run(COUNT)
    assert tally["documents"] == COUNT
    assert tally["whole"] > COUNT // 20, "files that hold together are made as well"
    assert tally["put aside"] > COUNT, "and files that do not"
    assert tally["records"] > 8 * COUNT


def test_the_tables_name_every_field() -> None:
    """A field that is new joins here, or it is never saved and loaded with anything in it."""
    samples = {"id": "x-1", "kind": "note", "number": 1, "phase_id": "p", "source_id": "a", "target_id": "b"}
    samples |= {"touchpoint_id": "a", "persona_id": "p", "item_id": "a"}
    for table in TABLES:
        if table in FIELDS:
            _, needed, optional = FIELDS[table]
            known = record_fields(row_to_record(table, {k: v for k, v in samples.items() if k in {"id", *needed}}))
            assert known.keys() <= {"id"} | needed.keys() | optional.keys(), table


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("a lost text", lambda data: data.replace(b"Een", b"")),
        ("a lost record", lambda data: data.replace(b'{"id": "item-1"', b'{"id": "item-2"')),
        ("other bytes", lambda data: data.replace(b'"items": [', b'"items":  [')),
    ],
)
def test_the_check_bites(name: str, wrong: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    check(json.loads(json.dumps(SMALL)))
    original, calls = native.dumps, [0]

    def dumps(*given: Any, **named: Any) -> bytes:
        calls[0] += 1
        data = original(*given, **named)
        return wrong(data) if calls[0] % 2 else data

    monkeypatch.setattr(native, "dumps", dumps)
    with pytest.raises(AssertionError):
        check(json.loads(json.dumps(SMALL)))


def test_the_script_counts() -> None:
    script = ROOT / "tests" / "reliability" / "documents.py"
    done = subprocess.run(
        [sys.executable, str(script), "--count", "20"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert "20 documents" in done.stdout
