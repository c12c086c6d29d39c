"""Versions of a map: byte for byte or not at all, named when damaged, never in the way of a save (VE1 to VE6)."""

from __future__ import annotations

import base64
import errno
import gzip
import hashlib
import os
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from model.document import Document
from model.files import keeping, native, version_files, versions
from model.files.atomic import ABSENT, write_atomic
from model.files.errors import ContentError
from model.files.sessions import FolderLock
from model.files.thinning import KEEP_SAVES, KEEP_WORK
from model.files.versions import VersionError
from model.records import Asset
from small_maps import every_kind_map

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "versions"


def _map(title: str = "Schoenen", like: Document | None = None) -> Document:
    document = like or Document(every_kind_map().tables)
    return document.with_changes([("map", "map", document.info.changed(title=title))])


def _picture(seed: int, size: int = 30_000) -> Asset:
    data = random.Random(seed).randbytes(size)
    text = base64.b64encode(data).decode()
    return Asset(id=hashlib.sha256(data).hexdigest(), mime="image/png", w=40, h=30, base64=text)


def _written(document: Document, root: Path, why: versions.Why = "save", minutes: int = 0) -> None:
    """Keep one and let none go: quick, where many are wanted."""
    at = NOON + timedelta(minutes=minutes)
    versions.keep(document.document_id, native.dumps(document), why=why, at=at, root=root)


def _kept(document: Document, root: Path, why: versions.Why = "save", minutes: int = 0) -> versions.Version | None:
    at = NOON + timedelta(minutes=minutes)
    data = native.dumps(document)
    return versions.rotate(document.document_id, data, why=why, path="/maps/a.journey", at=at, root=root)


# -- keeping and giving back ------------------------------------------------------------------------------------------


def test_a_version_gives_back_the_bytes_of_the_file(root: Path) -> None:
    document = _map("Één map — 👟").with_changes(("assets", a.id, a) for a in map(_picture, range(3)))
    data = native.dumps(document)
    kept = versions.rotate(document.document_id, data, why="save", path="/maps/één.journey", at=NOON, root=root)
    assert kept is not None and kept.title == "Één map — 👟" and kept.path == "/maps/één.journey"
    (found,) = versions.versions(document.document_id, root)
    assert found == kept and found.why == "save" and found.time == NOON
    assert version_files.unpack(found) == data
    assert versions.load(found).document.same_content(document)
    assert len(version_files.unpack_rest(found)[1]) < 30_000 < len(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no json at all",
        b'{"base64": "' + b"A" * 5000,
        b'{"base64": "' + b"A" * 5000 + b'", "base64" : "short", "base64":3, "base64"}' + b"\0\xff" * 3000,
        b'"base64": "' + b"B" * 4096 + b'""base64":"' + b"C" * 9000 + b'"',
    ],
)
def test_whatever_another_program_left_comes_back_as_it_was(root: Path, data: bytes) -> None:
    document = _map()
    kept = versions.keep(document.document_id, data, why="before", root=root)
    assert kept is not None
    assert version_files.unpack(kept) == data
    assert not versions.is_sound(kept)


def test_a_version_without_pictures_is_opened_by_any_gunzip(root: Path) -> None:
    """A map can be saved from its versions by hand, without this program."""
    document = _map()
    kept = _kept(document, root)
    assert kept is not None
    assert gzip.decompress(kept.file.read_bytes()) == native.dumps(document) or native.loads(
        gzip.decompress(kept.file.read_bytes())
    )[0].same_content(document)


def test_pictures_are_kept_once_and_go_with_the_last_version(root: Path) -> None:
    """VE3."""
    document = _map().with_changes(("assets", a.id, a) for a in map(_picture, range(4)))
    for i in range(5):
        _kept(_map(f"Versie {i}", document), root, minutes=i)
    folder = version_files.pictures_of(versions.folder_of(document.document_id, root))
    assert len(list(folder.iterdir())) == 4
    bare = document.with_changes(("assets", key, None) for key in document.asset_table)
    for i in range(KEEP_SAVES):
        _written(_map(f"Later {i}", bare), root, minutes=5)
    versions.thin(document.document_id, root=root)
    assert list(folder.iterdir()) == []
    assert all(versions.is_sound(version) for version in versions.versions(document.document_id, root))


def test_a_picture_that_the_disk_spoiled_is_written_anew(root: Path) -> None:
    document = _map().with_changes(("assets", a.id, a) for a in map(_picture, range(2)))
    first = _kept(document, root)
    assert first is not None
    folder = version_files.pictures_of(first.file.parent)
    spoiled = sorted(folder.iterdir())[0]
    spoiled.write_bytes(b"x" * spoiled.stat().st_size)
    assert not versions.is_sound(first)
    second = _kept(_map("Anders", document), root, minutes=1)
    assert second is not None and versions.is_sound(second) and versions.is_sound(first)


def test_the_same_content_is_kept_once(root: Path) -> None:
    """VE3: the time and the count of a save are no content."""
    document = _map()
    assert _kept(document, root) is not None
    assert _kept(document.saved_as(9), root, minutes=1) is None
    assert _kept(document, root, "work", minutes=2) is None
    other = _kept(_map("Anders", document), root, minutes=3)
    again = _kept(document, root, minutes=4)
    assert again is not None
    assert versions.versions(document.document_id, root) == [again, other]


def test_a_save_of_what_was_kept_while_working_is_told_as_saved(root: Path) -> None:
    document = _map()
    _kept(document, root, "work")
    saved = _kept(document, root, "save", minutes=1)
    assert versions.versions(document.document_id, root) == [saved]


def test_the_same_content_is_kept_again_where_the_newest_is_damaged(root: Path) -> None:
    document = _map()
    first = _kept(document, root)
    assert first is not None
    first.file.write_bytes(first.file.read_bytes()[:-30])
    second = _kept(document, root, minutes=1)
    assert second is not None and versions.is_sound(second)


# -- order ------------------------------------------------------------------------------------------------------------


def test_numbers_order_not_clocks_and_they_go_on_over_all_maps(root: Path) -> None:
    a, b = _map("A"), _map("B")
    first = _kept(a, root, minutes=600)
    second = _kept(b, root, minutes=-90_000)
    third = _kept(_map("A2", a), root, minutes=-900_000)
    assert first and second and third
    assert first.number < second.number < third.number
    assert versions.versions(a.document_id, root) == [third, first]
    assert versions.newest_sound(a.document_id, root) == third


def test_a_clock_set_back_and_forth_loses_no_version(root: Path) -> None:
    document = _map()
    jumps = [0, -9_000_000, 9_000_000, -5, 40_000_000, 3]
    kept = [_kept(_map(f"Versie {i}", document), root, minutes=minutes) for i, minutes in enumerate(jumps)]
    for i in range(KEEP_SAVES + 3):
        _written(_map(f"Later {i}", document), root, minutes=50_000_000)
    versions.thin(document.document_id, root=root)
    left = versions.versions(document.document_id, root)
    assert all(version in left for version in kept)


def test_a_long_day_keeps_its_saves_its_work_and_its_hours(root: Path) -> None:
    document = _map()
    for i in range(48):
        _written(_map(f"Werk {i}", document), root, "work", minutes=10 * i)
    for i in range(KEEP_SAVES + 10):
        _written(_map(f"Versie {i}", document), root, minutes=480 + i % 7)
    versions.thin(document.document_id, root=root)
    left = versions.versions(document.document_id, root)
    assert sum(version.why == "save" for version in left) == KEEP_SAVES
    work = [version for version in left if version.why == "work"]
    assert [version.title for version in work[:KEEP_WORK]] == [f"Werk {47 - i}" for i in range(KEEP_WORK)]
    assert {version.time.astimezone(UTC).hour for version in work} == set(range(12, 20))


# -- damage -----------------------------------------------------------------------------------------------------------


def test_a_damaged_version_is_named_and_never_the_newest(root: Path) -> None:
    """VE5: cut anywhere, or with a bit turned, it is never taken for the map."""
    document = _map()
    good = _kept(document, root)
    bad = _kept(_map("Kapot", document), root, minutes=1)
    assert good and bad
    data = bad.file.read_bytes()
    for place in range(0, len(data), 97):
        bad.file.write_bytes(data[:place] + bytes([data[place] ^ 4]) + data[place + 1 :])
        harmless = versions.is_sound(bad)
        assert not harmless or version_files.unpack(bad) == gzip.decompress(data)
        bad.file.write_bytes(data[:place])
        found = versions.versions(document.document_id, root)
        assert len(found) == 2 and found[0].number == bad.number
        assert versions.newest_sound(document.document_id, root) == good
        with pytest.raises(ContentError, match="damaged"):
            version_files.unpack(found[0])


def test_a_head_of_nonsense_is_listed_without_a_head(root: Path) -> None:
    document = _map()
    kept = _kept(document, root)
    assert kept
    for head in (b"[]", b"{}", b'{"size": true}', b"\xff", b"[" * 100_000, b'{"pieces": [[0, "../../x"]]}'):
        check = hashlib.sha256(head).hexdigest()[:16].encode()
        kept.file.write_bytes(kept.file.read_bytes()[:10] + check + b" " + head + b"\0rest")
        (found,) = versions.versions(document.document_id, root)
        assert found.head is None and found.title == ""


def test_nothing_goes_while_what_stands_for_it_is_damaged(root: Path) -> None:
    """VE1: twenty new saves that the disk spoiled are no reason to let the sound ones before them go."""
    document = _map()
    good = [_kept(_map(f"Goed {i}", document), root, minutes=i) for i in range(5)]
    spoiled = [_kept(_map(f"Kapot {i}", document), root, minutes=10 + i) for i in range(KEEP_SAVES - 5)]
    for version in spoiled:
        assert version
        version.file.write_bytes(version.file.read_bytes()[:-20])
    for i in range(5):
        _kept(_map(f"Later {i}", document), root, minutes=30)
    left = versions.versions(document.document_id, root)
    assert all(version in left for version in good)
    assert all(version in left for version in spoiled)
    assert versions.newest_sound(document.document_id, root) == left[0]


def test_when_nothing_can_be_read_nothing_goes(root: Path) -> None:
    document = _map()
    for i in range(KEEP_SAVES + 2):
        versions.keep(document.document_id, native.dumps(_map(f"{i}", document)), why="save", at=NOON, root=root)
    for version in versions.versions(document.document_id, root):
        version.file.write_bytes(version.file.read_bytes()[:-20])
    assert versions.thin(document.document_id, root=root) == []


# -- room -------------------------------------------------------------------------------------------------------------


def test_the_cap_takes_the_oldest_of_all_maps_but_never_a_maps_last_sound_one(root: Path) -> None:
    """VE4."""
    old = _map("Oud").with_changes([("assets", a.id, a) for a in [_picture(1)]])
    kept_old = _kept(old, root)
    new = _map("Nieuw")
    kept_new = []
    for i in range(6):
        filled = _map(f"Versie {i}", new).with_changes([("assets", a.id, a) for a in [_picture(100 + i)]])
        kept_new.append(_kept(filled, root, minutes=i))
    gone = versions.thin(new.document_id, root=root, cap=190_000)
    assert gone == kept_new[:3]
    assert versions.versions(old.document_id, root) == [kept_old]
    assert versions.is_sound(kept_old) and versions.is_sound(kept_new[-1])  # type: ignore[arg-type]  # they were kept
    versions.thin(new.document_id, root=root, cap=0)
    assert versions.versions(old.document_id, root) == [kept_old]
    assert versions.versions(new.document_id, root) == [kept_new[-1]]


def test_the_cap_spares_the_last_sound_one_below_damaged_ones(root: Path) -> None:
    document = _map()
    good = _kept(document, root)
    bad = _kept(_map("Kapot", document), root, minutes=1)
    assert bad
    bad.file.write_bytes(bad.file.read_bytes()[:-20])
    versions.thin(document.document_id, root=root, cap=0)
    assert good in versions.versions(document.document_id, root)


def test_forgetting_a_map_leaves_nothing_of_it_and_all_of_others(root: Path) -> None:
    gone, stays = _map("Weg"), _map("Blijft")
    _kept(gone.with_changes([("assets", a.id, a) for a in [_picture(1)]]), root)
    _kept(stays, root)
    versions.forget(gone.document_id, root)
    versions.forget(gone.document_id, root)
    assert [path.name for path in root.iterdir()] == [stays.document_id]
    assert len(versions.versions(stays.document_id, root)) == 1


# -- what fails -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("number", "said"), [(errno.ENOSPC, "no room"), (errno.EIO, "fails"), (errno.EROFS, "fails")])
def test_a_disk_that_refuses_is_told_and_loses_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    document = _map()
    first = _kept(document, root)

    def refuse(*_args: object) -> int:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", refuse)
        with pytest.raises(VersionError, match=said):
            _kept(_map("Anders", document), root, minutes=1)
    assert versions.versions(document.document_id, root) == [first]
    assert _kept(_map("Anders", document), root, minutes=2) is not None


def test_a_folder_that_is_a_file_is_told(root: Path) -> None:
    root.write_text("in the way")
    document = _map()
    with pytest.raises(VersionError, match="cannot be kept"):
        _kept(document, root)
    assert versions.versions(document.document_id, root) == []


@pytest.mark.parametrize("name", ["", "..", "../../etc", "ABCDEF", ".a", "a" * 81])
def test_what_is_no_id_names_no_folder(root: Path, name: str) -> None:
    with pytest.raises(VersionError):
        versions.keep(name, b"x", why="save", root=root)
    assert versions.versions(name, root) == []
    with pytest.raises(VersionError):
        versions.forget(name, root)


def test_another_program_at_work_is_waited_for(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = _map()
    _kept(document, root)
    monkeypatch.setattr(versions, "LOCK_SECONDS", 0.05)
    lock = FolderLock(versions.folder_of(document.document_id, root))
    assert lock.acquire()
    with pytest.raises(VersionError, match="busy"):
        _kept(_map("Anders", document), root)
    lock.release()
    assert _kept(_map("Anders", document), root) is not None


def test_two_that_number_alike_keep_both(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a disk without locks two programs may count alike; neither overwrites the other's version."""
    document = _map()
    monkeypatch.setattr(versions, "_highest_number", lambda _root: 41)
    first, second = _kept(document, root), _kept(_map("Anders", document), root)
    assert first and second and {first.number, second.number} == {42, 43}
    assert versions.versions(document.document_id, root) == [second, first]


# -- what saving does -------------------------------------------------------------------------------------------------


def test_what_a_save_replaces_is_kept_before(root: Path, tmp_path: Path) -> None:
    """KE1: also what another program left, and only once."""
    file = tmp_path / "a.journey"
    document = _map("Eerst")
    stamp = write_atomic(file, native.dumps(document)).stamp
    kept = keeping.keep_replaced(document.document_id, file, stamp, root)
    assert kept and kept.why == "before" and kept.title == "Eerst" and kept.path == str(file)
    assert keeping.keep_replaced(document.document_id, file, stamp, root) is None
    stamp = write_atomic(file, b"what another program wrote").stamp
    kept = keeping.keep_replaced(document.document_id, file, stamp, root)
    assert kept and version_files.unpack(kept) == b"what another program wrote"


def test_another_map_that_is_replaced_is_a_version_of_that_map(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.journey"
    other = _map("Een andere kaart")
    write_atomic(file, native.dumps(other))
    keeping.keep_replaced(_map().document_id, file, None, root)
    assert [version.title for version in versions.versions(other.document_id, root)] == ["Een andere kaart"]


def test_an_older_format_is_kept_as_it_was(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.journey"
    document = _map()
    stamp = write_atomic(file, native.dumps(document)).stamp
    monkeypatch.setattr(keeping, "FORMAT_VERSION", 2)
    kept = keeping.keep_replaced(document.document_id, file, stamp, root)
    assert kept and kept.why == "migration" and version_files.unpack(kept) == file.read_bytes()


def test_where_nothing_stands_nothing_is_kept(root: Path, tmp_path: Path) -> None:
    document = _map()
    assert keeping.keep_replaced(document.document_id, tmp_path / "new.journey", ABSENT, root) is None
    assert keeping.keep_replaced(document.document_id, tmp_path / "new.journey", None, root) is None
    assert not root.exists()


def test_what_was_saved_is_kept_also_when_the_stick_is_gone(root: Path, tmp_path: Path) -> None:
    """KE2."""
    document = _map()
    file = tmp_path / "a.journey"
    result = write_atomic(file, native.dumps(document))
    kept = keeping.keep_saved(document, file, result.stamp.sha256, root)
    assert kept and kept.head and kept.head.sha256 == result.stamp.sha256
    other = _map("Anders", document)
    kept = keeping.keep_saved(other, tmp_path / "gone" / "a.journey", "0" * 64, root)
    assert kept and versions.load(kept).document.same_content(other)


def test_what_cannot_be_kept_before_a_save_does_not_stop_it(
    root: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """KE1, VE6: and the log names no note."""
    root.write_text("in the way")
    file = tmp_path / "a.journey"
    document = _map("Geheim")
    stamp = write_atomic(file, native.dumps(document)).stamp
    assert keeping.keep_replaced(document.document_id, file, stamp, root) is None
    assert "was not kept" in caplog.text and "Geheim" not in caplog.text


def test_work_is_kept_under_its_own_name(root: Path) -> None:
    document = _map()
    kept = keeping.keep_work(document, root=root)
    assert kept and kept.why == "work" and kept.path == ""


def test_a_file_that_was_edited_by_hand_is_another_one_whatever_its_hash_says(root: Path, tmp_path: Path) -> None:
    """The hash that stands in a file is believed of our own bytes only: an edited file still carries the old one."""
    file = tmp_path / "a.journey"
    document = _map("Schoenen")
    data = native.dumps(document)
    assert version_files.content_hash(data, ours=True) == version_files.content_hash(data)
    write_atomic(file, data)
    keeping.keep_saved(document, file, hashlib.sha256(data).hexdigest(), root)
    edited = write_atomic(file, data.replace(b"Schoenen", b"Laarzen!"))
    kept = keeping.keep_replaced(document.document_id, file, edited.stamp, root)
    assert kept is not None and kept.title == "Laarzen!"
    assert len(versions.versions(document.document_id, root)) == 2
