"""Older files go through numbered steps; a step that is missing or fails is one sentence and no change."""

from __future__ import annotations

import json
from typing import Any

import pytest

from maps import full_map
from model.files import native, reading
from model.files.errors import ContentError
from model.files.migrations import FORMAT_VERSION, MIGRATIONS, Migration, MigrationError, migrate, register


def step_one(data: dict[str, Any]) -> dict[str, Any]:
    data["phases"] = data.pop("columns")
    return data


def step_two(data: dict[str, Any]) -> dict[str, Any]:
    for row in data["phases"]:
        row["name"] = row.pop("label")
    return data


STEPS: dict[int, Migration] = {}
register(STEPS, Migration(1, "columns become phases", step_one, ("Columns are called phases now.",)))
register(STEPS, Migration(2, "labels become names", step_two))


def test_steps_run_in_order_and_leave_the_input_alone() -> None:
    old = {"format_version": 1, "columns": [{"label": "Zoeken"}]}
    before = json.dumps(old)
    data, taken = migrate(old, 1, 3, STEPS)
    assert data == {"format_version": 3, "phases": [{"name": "Zoeken"}]}
    assert [step.name for step in taken] == ["columns become phases", "labels become names"]
    assert json.dumps(old) == before


def test_newest_version_needs_no_step() -> None:
    value = {"format_version": 3}
    assert migrate(value, 3, 3, STEPS) == (value, [])
    assert migrate({"format_version": 9}, 9, 3, STEPS)[1] == []


def test_missing_and_failing_steps_are_told() -> None:
    with pytest.raises(MigrationError, match="version 3"):
        migrate({"columns": []}, 1, 4, STEPS)
    with pytest.raises(MigrationError, match="columns become phases"):
        migrate({}, 1, 3, STEPS)


def test_two_steps_from_one_version_are_a_fault() -> None:
    with pytest.raises(ValueError, match="two migrations"):
        register(STEPS, Migration(2, "again", step_two))


def test_the_programs_own_steps_have_no_gap() -> None:
    assert sorted(MIGRATIONS) == list(range(FORMAT_VERSION - len(MIGRATIONS), FORMAT_VERSION))


@pytest.fixture
def version_two(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program whose format is version 2, in which phases were once called columns."""
    monkeypatch.setattr(reading, "FORMAT_VERSION", 2)
    monkeypatch.setattr(reading, "migrate", lambda data, version: migrate(data, version, 2, STEPS))


def old_file() -> bytes:
    value = json.loads(native.dumps(full_map().document))
    value["columns"] = value.pop("phases")
    value.pop("integrity")
    return json.dumps(value).encode()


@pytest.mark.usefixtures("version_two")
def test_old_file_opens_and_says_what_changed() -> None:
    document, report = native.loads(old_file(), "map.journey")
    assert [phase.name for phase in document.phases] == ["Behoefte", "Oriëntatie", "Aankoop"]
    assert report.migrated == ["columns become phases"]
    assert [problem.code for problem in report.problems] == ["migrated"]
    assert report.format_version == 1


@pytest.mark.usefixtures("version_two")
def test_old_file_whose_step_fails_is_one_sentence() -> None:
    with pytest.raises(ContentError) as caught:
        native.loads(old_file().replace(b'"columns"', b'"pillars"'), "map.journey")
    assert "map.journey" in str(caught.value)
