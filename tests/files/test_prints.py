"""What is remembered of printing: settings and the last print, kept at home, forgotten with the map."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from model.document import Document
from model.files import prints
from model.files.forget import forget_document, traces_of
from model.files.prints import (
    forget_prints,
    has_prints,
    last_print,
    prints_folder,
    remember_print,
    remember_settings,
    settings_of,
)
from small_maps import every_kind_map

AT = datetime(2026, 5, 21, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNEYWALL_HOME", str(tmp_path / "home"))


@pytest.fixture(scope="module")
def document() -> Document:
    return every_kind_map()


def test_the_last_print_is_the_map_as_it_was(document: Document) -> None:
    assert last_print(document.document_id) is None
    remember_print(document, {"paper": "A1"}, AT)
    found = last_print(document.document_id)
    assert found is not None
    assert found.document.tables == document.tables
    assert (found.settings, found.at) == ({"paper": "A1"}, AT)


def test_settings_are_those_of_the_map(document: Document) -> None:
    remember_settings(document.document_id, {"poster": {"paper": "A2"}})
    assert settings_of(document.document_id) == {"poster": {"paper": "A2"}}
    assert settings_of("another") == {}


@pytest.mark.parametrize("damage", [b"", b"no gzip", b"\x1f\x8b\x08\x00"])
def test_what_is_broken_counts_as_none(document: Document, damage: bytes) -> None:
    remember_print(document, {}, AT)
    remember_settings(document.document_id, {"a": 1})
    for file in prints_folder().iterdir():
        file.write_bytes(damage)
    assert last_print(document.document_id) is None
    assert settings_of(document.document_id) == {}


def test_a_cut_off_print_counts_as_none(document: Document) -> None:
    remember_print(document, {}, AT)
    file = next(prints_folder().glob("*.print"))
    file.write_bytes(file.read_bytes()[:-20])
    assert last_print(document.document_id) is None


def test_forgetting_a_map_forgets_its_prints(document: Document) -> None:
    remember_print(document, {}, AT)
    remember_settings(document.document_id, {"a": 1})
    assert traces_of(document.document_id).prints
    forget_document(document.document_id)
    assert list(prints_folder().iterdir()) == []
    assert not traces_of(document.document_id).prints
    forget_prints(document.document_id)


def test_the_prints_of_the_newest_maps_are_kept(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prints, "MOST", 2)
    ids = ["00000000-0000-4000-8000-00000000000" + digit for digit in "123"]
    for each in ids:
        remember_print(Document(document.tables, document_id=each), {}, AT)
    assert [has_prints(each) for each in ids] == [False, True, True]
