"""Copies that sync programs make: CC1 to CC3."""

from __future__ import annotations

import os
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import pytest

from model.files import copies
from model.files.atomic import stamp_of
from model.files.copies import conflict_name, find_copies, is_copy_name
from model.files.native import dumps
from model.newmap import new_map

DAY = datetime(2026, 11, 22, 10, 14, tzinfo=UTC)
NAMES = [
    "map (Anna's conflicted copy 2026-11-22).journey",  # Dropbox
    "map (Conflicterende kopie van Anna 2026-11-22).journey",
    "map (in Konflikt stehende Kopie von Anna 2026-11-22).journey",
    "map (conflicted copy 2026-11-22 101400).journey",  # Nextcloud
    "map_conflict-20261122-101400.journey",  # ownCloud
    "map.sync-conflict-20261122-101400-ABCDEFG.journey",  # Syncthing
    "map-LAPTOP3.journey",  # OneDrive
    "map-DESKTOP-4F2K-2.journey",
    "map (1).journey",  # Google Drive
    "map 2.journey",  # iCloud
    "map (conflict 2026-11-22 laptop-3).journey",  # ours
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "map.journey"
    file.write_bytes(dumps(new_map("Given", "en")))
    return file


def document_id(path: Path) -> str:
    return copies._document_id(path)


def a_copy(path: Path, name: str) -> Path:
    beside = path.with_name(name)
    beside.write_bytes(path.read_bytes().replace(b"Given", b"Other"))
    return beside


@pytest.mark.parametrize("name", NAMES)
def test_cc1_every_sync_programs_names_are_known(path: Path, name: str) -> None:
    beside = a_copy(path, name)
    assert find_copies(path, document_id(path)) == (beside,)


@pytest.mark.parametrize(
    "name",
    ["map v2.journey", "map-final.journey", "map copy.json", "mapping.journey", "my map.journey", "map.journey.bak"],
)
def test_cc1_what_somebody_named_so_is_no_conflict(path: Path, name: str) -> None:
    a_copy(path, name)
    assert find_copies(path, document_id(path)) == ()


def test_cc1_another_map_of_such_a_name_is_none_of_our_business(path: Path) -> None:
    path.with_name("map (1).journey").write_bytes(dumps(new_map("Another", "en")))
    path.with_name("map (2).journey").write_bytes(b"\x89PNG" * 100)
    path.with_name("map (3).journey").mkdir()
    path.with_name("map (4).journey").symlink_to(path)
    os.mkfifo(path.with_name("map (5).journey"))
    assert find_copies(path, document_id(path)) == ()


def test_cc2_the_look_is_bounded(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "OPENED", 3)
    for number in range(9):
        a_copy(path, f"map ({number}).journey")
    assert len(find_copies(path, document_id(path))) == 3
    monkeypatch.setattr(copies, "LOOKED", 0)
    assert find_copies(path, document_id(path)) == ()


def test_cc2_only_the_beginning_of_a_file_is_read(path: Path) -> None:
    huge = path.with_name("map (1).journey")
    with huge.open("wb") as file:
        file.write(b'{"format": "journeywall",\n')
        file.truncate(2**40)
    assert find_copies(path, document_id(path)) == ()


def test_cc3_the_same_content_is_no_conflict(path: Path) -> None:
    path.with_name("map (1).journey").write_bytes(path.read_bytes())
    stamp = stamp_of(path)
    assert stamp is not None
    assert find_copies(path, document_id(path), stamp.sha256) == ()


def test_a_folder_that_cannot_be_looked_at_has_none(tmp_path: Path) -> None:
    assert find_copies(tmp_path / "gone" / "map.journey", "x") == ()


def test_the_normal_form_of_a_name_does_not_count() -> None:
    name = "étoile"
    assert is_copy_name(unicodedata.normalize("NFD", f"{name} (1).journey"), f"{name}.journey")


@pytest.mark.parametrize("stem", ["map", "m" * 247, "é" * 123, "😀" * 60])
def test_work_that_is_kept_beside_has_a_name_that_is_found_again(tmp_path: Path, stem: str) -> None:
    path = tmp_path / f"{stem}.journey"
    path.write_bytes(b"x")
    first = conflict_name(path, "laptop-3.local/../x", DAY)
    assert first.parent == tmp_path
    first.write_bytes(b"x")
    second = conflict_name(path, "laptop-3.local/../x", DAY)
    second.write_bytes(b"x")
    assert second != first
    assert "(conflict 2026-11-22 laptop-3.local-..-x" in first.name
    assert len(os.fsencode(second.name)) <= 255
    if len(stem) < 50:
        assert is_copy_name(first.name, path.name) and is_copy_name(second.name, path.name)
