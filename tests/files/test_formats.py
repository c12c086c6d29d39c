"""Every released version of the file opens for ever: one file of each, as it was written then, is never changed again.

A new version of the format adds its file and its line here; one that is read otherwise than it was is a fault.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest

from model.files import native
from model.files.errors import TooNew
from model.files.migrations import FORMAT_VERSION
from model.records import record_to_row

FOLDER = Path(__file__).resolve().parents[1] / "corpus" / "formats"

WRITTEN = {
    1: "4a8fff29efb11ce57f1f41401721530804af142e3c62eb11e5bb6180c7e3b730",
}
"""sha256 of the file of each released version."""

RECORDS = {
    1: {
        "map": 1,
        "phases": 2,
        "steps": 3,
        "lanes": 12,
        "personas": 2,
        "channels": 3,
        "items": 14,
        "links": 5,
        "emotions": 6,
        "actions": 3,
        "assets": 2,
    },
}
"""What is in it, by table."""


def file_of(version: int) -> Path:
    return FOLDER / f"format-{version}.journey"


def test_there_is_a_file_of_every_version() -> None:
    assert sorted(WRITTEN) == sorted(RECORDS) == list(range(1, FORMAT_VERSION + 1))


@pytest.mark.parametrize("version", sorted(WRITTEN))
def test_it_is_as_it_was_written(version: int) -> None:
    assert hashlib.sha256(file_of(version).read_bytes()).hexdigest() == WRITTEN[version]


@pytest.mark.parametrize("version", sorted(WRITTEN))
def test_it_opens_with_everything_in_it(version: int) -> None:
    loaded = native.load(file_of(version))
    assert loaded.report.format_version == version
    assert not loaded.report.damaged
    assert not loaded.report.mended
    counts = Counter({table: len(rows) for table, rows in loaded.document.tables.items() if rows})
    assert dict(counts) == RECORDS[version]
    assert loaded.document.extra == {"later_table": [{"id": "x", "text": "Van later"}], "later_switch": True}
    assert loaded.document.quarantine == (
        {"problem": "double", "table": "items", "row": {"id": "c1", "text": "Tweede"}},
    )
    later = loaded.document.item_table["item-later"]
    assert (later.kind, later.text, later.number) == ("metric_card", "Van later 😀 — مرحبا", 900)
    assert loaded.document.item_table["c3"].evidence == "observed"
    assert [action.text for action in loaded.document.action_table.values() if action.status == "done"] == [
        "Tablet kopen"
    ]


@pytest.mark.parametrize("version", sorted(WRITTEN))
def test_saving_and_reading_it_again_changes_nothing(version: int, tmp_path: Path) -> None:
    document = native.load(file_of(version)).document
    native.save(document, tmp_path / "map.journey")
    again = native.load(tmp_path / "map.journey").document
    assert again.same_content(document)
    assert again.quarantine == document.quarantine


def test_a_newer_file_that_may_be_read_is_read_and_stays_a_newer_one(tmp_path: Path) -> None:
    loaded = native.load(FOLDER / "newer-readable.journey")
    assert [problem.code for problem in loaded.report.problems if problem.code == "newer"] == ["newer"]
    assert loaded.report.format_version == 9
    native.save(loaded.document, tmp_path / "map.journey")
    raw = json.loads((tmp_path / "map.journey").read_bytes())
    assert (raw["format_version"], raw["min_reader"]) == (9, 1)
    assert raw["later_switch"] is True
    assert record_to_row(loaded.document.phases[0])["weather"] == "rain"
    assert raw["phases"][0]["weather"] == "rain"


def test_a_newer_file_that_may_not_be_read_says_so_and_is_untouched() -> None:
    path = FOLDER / "newer-not-readable.journey"
    before = path.read_bytes()
    with pytest.raises(TooNew) as caught:
        native.load(path)
    assert caught.value.needed == 9
    assert path.name in str(caught.value)
    assert path.read_bytes() == before
