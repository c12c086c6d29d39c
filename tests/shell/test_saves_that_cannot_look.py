"""Saving where a look at the disk, or at the program's own files, fails: the save stands, or says why not."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from app.documents import Documents, OpenDocument
from app.files import Files
from model.commands.cards import add_cards
from model.commands.places import Listing
from model.files.errors import ChangedOnDisk
from model.files.native import dumps, load
from model.files.versions import versions
from model.newmap import new_map
from shell_person import Person


@pytest.fixture
def document(tmp_path: Path) -> OpenDocument:
    path = tmp_path / "map.journey"
    path.write_bytes(dumps(new_map("Given", "en", ("One",))))
    opened = Documents(journal_root=tmp_path / "sessions").open(path)
    opened.session.run(add_cards, "note", ["Mine"], Listing("inbox"))
    return opened


def cannot_look_at(monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    plain = os.stat

    def broken(path: object, *rest: object, **more: object) -> os.stat_result:
        if isinstance(path, str | os.PathLike) and Path(path) == place:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return plain(path, *rest, **more)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(os, "stat", broken)


def test_a_program_that_cannot_be_read_again_saves_all_the_same(
    document: OpenDocument, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, "model.files.keeping", None)
    assert document.save().confirmed
    assert document.path is not None
    assert [item.text for item in load(document.path).document.item_table.values()] == ["Mine"]
    assert "what a save replaces was not kept" in caplog.text and "a version was not kept" in caplog.text
    assert versions(document.session.document.document_id) == []
    monkeypatch.undo()
    document.session.run(add_cards, "note", ["More"], Listing("inbox"))
    document.save()
    assert versions(document.session.document.document_id), "as soon as it can be read"
    document.close()


def test_nothing_is_replaced_unseen(document: OpenDocument, tmp_path: Path) -> None:
    other = tmp_path / "other.journey"
    other.write_bytes(b"somebody's")
    with pytest.MonkeyPatch.context() as broken:
        cannot_look_at(broken, other)
        job = document.prepare_save(other)
    with pytest.raises(ChangedOnDisk):
        job.run()
    assert other.read_bytes() == b"somebody's"
    document.close()


def test_a_name_that_cannot_be_looked_at_is_told(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files: Files = person.shell.files
    with pytest.MonkeyPatch.context() as broken:
        cannot_look_at(broken, tmp_path / "new.journey")
        assert files.named(str(tmp_path / "new"), (".journey",), person.window) is None
    bar = person.window.bars.bar("told")
    assert bar is not None and "The disk failed while saving “new.journey”" in bar.text()
    assert files.named(str(tmp_path / "new"), (".journey",), person.window) == tmp_path / "new.journey"
