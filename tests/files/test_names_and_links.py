"""What hangs on a map's name survives the whole road: opened, locked, edited, saved, closed.

``test_atomic.py`` holds the writer alone to the same; here it is the documents of the program, with lock and watch.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import struct
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from app.documents import Documents, OpenDocument
from model.commands.cards import add_cards
from model.commands.places import Listing
from model.files import atomic
from model.files.atomic import stamp_of, sweep, write_atomic
from model.files.errors import DiskFull, FolderMissing, NotWritable, WriteError
from model.files.locks import lock_path
from model.files.native import dumps, load
from model.newmap import new_map

NAMES = [
    "klantreis sportschoenen 😀.journey",
    "e\u0301toile.journey",
    "\u00e9toile.journey",
    "مسار.journey",
    "a" * 247 + ".journey",
    "é" * 123 + ".journey",
    " leading and trailing ",
    "-rf",
    "new\nline.journey",
    "per%cent {brace} 'quote' [*].journey",
    ".hidden.journey",
    "CON.journey",
    os.fsdecode(b"not utf-8 \xff\xfe.journey"),
]


@pytest.fixture
def documents(tmp_path_factory: pytest.TempPathFactory) -> Documents:
    return Documents(journal_root=tmp_path_factory.mktemp("journals"))


def a_map(path: Path) -> Path:
    path.write_bytes(dumps(new_map("Given", "en", ("One", "Two"))))
    return path


def edit_and_save(documents: Documents, path: Path, text: str = "More") -> OpenDocument:
    document = documents.open(path)
    document.begin_watch(lambda _seen: None)
    document.session.run(add_cards, "note", [text], Listing("inbox"))
    document.save()
    return document


def notes(path: Path) -> list[str]:
    return [item.text for item in load(path).document.inbox]


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_opened_locked_saved_and_let_go(tmp_path: Path, documents: Documents, name: str) -> None:
    folder = tmp_path / "map é 😀"
    folder.mkdir()
    path = a_map(folder / name)
    document = edit_and_save(documents, path)
    assert notes(path) == ["More"]
    assert sorted(p.name for p in folder.iterdir()) == sorted([name, lock_path(path).name])
    assert documents.close(document)
    assert [p.name for p in folder.iterdir()] == [name]


def test_two_normal_forms_of_a_name_are_two_files_where_the_disk_says_so(tmp_path: Path, documents: Documents) -> None:
    composed = a_map(tmp_path / unicodedata.normalize("NFC", "étoile.journey"))
    decomposed = tmp_path / unicodedata.normalize("NFD", "étoile.journey")
    if decomposed.exists():
        pytest.skip("this disk takes both for one name")
    a_map(decomposed)
    one, two = edit_and_save(documents, composed, "composed"), edit_and_save(documents, decomposed, "decomposed")
    assert one is not two
    assert (notes(composed), notes(decomposed)) == (["composed"], ["decomposed"])
    for document in (one, two):
        documents.close(document)
    assert len(list(tmp_path.iterdir())) == 2


def test_a_chain_of_relative_links_through_a_linked_folder(tmp_path: Path, documents: Documents) -> None:
    real = tmp_path / "real"
    real.mkdir()
    path = a_map(real / "map.journey")
    (tmp_path / "folder").symlink_to("real")
    (real / "second.journey").symlink_to("map.journey")
    first = tmp_path / "first.journey"
    first.symlink_to("folder/second.journey")
    document = edit_and_save(documents, first)
    assert documents.open(path) is document
    assert notes(path) == ["More"]
    assert first.is_symlink() and (real / "second.journey").is_symlink() and not path.is_symlink()
    assert lock_path(first) == real / ".map.journey.lock"
    documents.close(document)
    assert sorted(p.name for p in real.iterdir()) == ["map.journey", "second.journey"]


def test_a_link_that_is_turned_round_meanwhile_writes_over_nobody(tmp_path: Path, documents: Documents) -> None:
    one, two = a_map(tmp_path / "one.journey"), a_map(tmp_path / "two.journey")
    before = two.read_bytes()
    link = tmp_path / "link.journey"
    link.symlink_to(one)
    document = documents.open(link)
    document.session.run(add_cards, "note", ["More"], Listing("inbox"))
    link.unlink()
    link.symlink_to(two)
    with pytest.raises(WriteError):
        document.save()
    assert two.read_bytes() == before
    documents.close(document)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["link.journey", "one.journey", "two.journey"]


def test_broken_links_and_circles_are_one_sentence(tmp_path: Path, documents: Documents) -> None:
    (tmp_path / "broken").symlink_to(tmp_path / "nothing" / "here")
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    document = documents.new(new_map("New", "en"))
    for name, error in (("broken", FolderMissing), ("a", WriteError)):
        with pytest.raises(error) as caught:
            document.save(tmp_path / name)
        assert name in str(caught.value)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a", "b", "broken"]
    documents.close(document)


def test_hard_links_modes_and_attributes_survive_two_saves(tmp_path: Path, documents: Documents) -> None:
    path = a_map(tmp_path / "map.journey")
    path.chmod(0o640)
    nobody = 0xFFFFFFFF
    entries = [(1, 6, nobody), (2, 4, 12345), (4, 4, nobody), (0x10, 4, nobody), (0x20, 0, nobody)]
    acl = struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)
    attributes = {"user.origin": b"workshop", "user.empty": b"", "user.xdg.tags": "klant,é".encode()}
    kept = {}
    for name, value in {**attributes, "system.posix_acl_access": acl}.items():
        try:
            os.setxattr(path, name, value)
        except OSError:
            continue  # this disk has no such attribute
        kept[name] = value
    document = edit_and_save(documents, path, "first")
    os.link(path, tmp_path / "twin.journey")
    document.session.run(add_cards, "note", ["second"], Listing("inbox"))
    document.save()
    assert (tmp_path / "twin.journey").read_bytes() == path.read_bytes()
    assert path.stat().st_nlink == 2
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert {name: os.getxattr(path, name) for name in kept} == kept
    assert document.session.modified is False
    documents.close(document)


@pytest.mark.parametrize(
    ("number", "kind"),
    [(errno.EROFS, NotWritable), (errno.EACCES, NotWritable), (errno.ENOSPC, DiskFull), (errno.EDQUOT, DiskFull)],
)
def test_a_folder_that_takes_no_file_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[WriteError]
) -> None:
    """A folder or disk that is merely read-only is never written in place, though the file itself could be."""
    path = a_map(tmp_path / "map.journey")
    before = stamp_of(path)
    real = os.open

    def refuse(name: str | os.PathLike[str], flags: int, mode: int = 0o777) -> int:
        if flags & os.O_CREAT:
            raise OSError(number, os.strerror(number))
        return real(name, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(kind):
        write_atomic(path, b"new")
    monkeypatch.undo()
    assert stamp_of(path) == before


@pytest.mark.parametrize("moment", [978_307_200.0, 4_102_444_800.0], ids=["2001", "2100"])
def test_a_clock_that_jumps_changes_nothing(
    tmp_path: Path, documents: Documents, monkeypatch: pytest.MonkeyPatch, moment: float
) -> None:
    path = a_map(tmp_path / "map.journey")
    document = documents.open(path)
    monkeypatch.setattr(time, "time", lambda: moment)
    document.session.run(add_cards, "note", ["More"], Listing("inbox"))
    document.save()
    os.utime(path, (moment, moment))
    document.session.run(add_cards, "note", ["again"], Listing("inbox"))
    document.save()
    mine = tmp_path / f".journeywall-{atomic._host_tag()}-{os.getpid()}-0123456789abcdef.tmp"
    if moment < 2e9:
        mine.write_bytes(b"half")
        assert sweep(tmp_path) == []
        mine.unlink()
    documents.close(document)
    assert sorted(notes(path)) == ["More", "again"]


def test_names_of_our_own_differ_in_more_than_their_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that does not tell Map from map must not mix up two files of ours."""
    made: list[str] = []
    real: Callable[[Path, int], tuple[int, Path]] = atomic.new_temp

    def noted(folder: Path, mode: int) -> tuple[int, Path]:
        fd, temp = real(folder, mode)
        made.append(temp.name)
        return fd, temp

    monkeypatch.setattr(atomic, "new_temp", noted)
    for number in range(20):
        write_atomic(tmp_path / f"map {number}.journey", b"x")
    long = [lock_path(tmp_path / ("A" * 250 + str(number))).name for number in range(20)]
    assert len({name.casefold() for name in (*made, *long)}) == 40
    assert all(re.fullmatch(r"\.journeywall-[0-9a-f]{8}-\d+-[0-9a-f]{16}\.tmp", name) for name in made)
    assert all(re.fullmatch(r"\.[0-9a-f]{32}\.lock", name) for name in long)
