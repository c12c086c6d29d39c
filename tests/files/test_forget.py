"""Forgetting a document: nothing of it stays in the program's own folders, everything of others does."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from maps import Builder
from model.commands import cards
from model.commands.places import Listing
from model.document import Document
from model.files import native, recovery, sessions, versions
from model.files.forget import ForgetError, Traces, forget_document, traces_of
from model.files.journal import Journal
from model.files.paths import log_folder, picture_file, sessions_folder
from model.files.store import RecentFiles
from model.newmap import new_map

NOTE = "Ontslag van Pietersen"
TITLE = "Reorganisatie Zuid"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv("JOURNEYWALL_HOME", str(folder))
    return folder


def traces(home: Path, *words: str) -> list[str]:
    """Where one of ``words`` stands below ``home``: in a name or in a file's bytes, unpacked where it is packed."""
    import zlib

    found = []
    for path in home.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        for word in words:
            needle = word.encode()
            if word in str(path.relative_to(home)) or needle in data:
                found.append(f"{path.relative_to(home)}: {word}")
                continue
            for start in (data.find(b"\x78\x9c"), data.find(b"\x78\x01"), data.find(b"\x78\xda")):
                try:
                    unpacked = zlib.decompressobj().decompress(data[start:]) if start >= 0 else b""
                except zlib.error:
                    unpacked = b""
                if needle in unpacked:
                    found.append(f"{path.relative_to(home)}: {word}, packed")
    return found


def leave_traces(document: Document, path: Path) -> None:
    """A saved map with versions, a session that crashed, one that was discarded, a picture, an entry, a log."""
    native.save(document, path)
    versions.keep(document.document_id, path.read_bytes(), why="save", path=path)
    builder = Builder(document)
    for kept in (True, False):
        journal = Journal(builder.document, path=path, sha256="ab")
        journal.append(builder.do(cards.add_cards(builder.document, "note", [NOTE], Listing("inbox"))))
        assert journal.flush()
        if kept:
            assert journal.close(keep=True)
        else:
            for end in ("_to_write", "_to_sync", "_to_base"):
                with journal._state:
                    journal._ending = True
                    getattr(journal, end).notify()
            info = sessions.read_info(journal.folder)
            info.pid = 2**22 + 3  # its process is gone
            sessions.write_info(journal.folder, info)
    RecentFiles().add(path, TITLE, document.document_id)
    picture_file(path).parent.mkdir(parents=True, exist_ok=True)
    picture_file(path).write_text("{}")
    log_folder().mkdir(parents=True, exist_ok=True)
    (log_folder() / "journeywall.log").write_text(f"a line\nlost: {path.name}\nanother line\n")


def secret_map() -> Document:
    made = new_map(TITLE, "nl", ("A",))
    builder = Builder(made)
    builder.do(cards.add_cards(builder.document, "note", [NOTE], Listing("inbox")))
    return builder.document


def test_nothing_of_it_stays_and_the_file_does(home: Path, tmp_path: Path) -> None:
    document, path = secret_map(), tmp_path / "zuid.journey"
    leave_traces(document, path)
    before = path.read_bytes()
    words = (document.document_id, TITLE, str(path), path.name, NOTE)
    assert len({line.split(": ")[1] for line in traces(home, *words)}) == len(words), "there is something to forget"
    found = traces_of(document.document_id, path)
    assert found == Traces(work=1, discarded=1, versions=1, picture=True, recent=True)
    forget_document(document.document_id, path)
    assert traces(home, *words) == []
    assert not traces_of(document.document_id, path)
    assert path.read_bytes() == before
    assert (log_folder() / "journeywall.log").read_text() == "a line\nanother line\n"


def test_other_documents_stay(home: Path, tmp_path: Path) -> None:
    mine, other = secret_map(), new_map("Andere", "nl", ("A",))
    leave_traces(mine, tmp_path / "zuid.journey")
    leave_traces(other, tmp_path / "andere.journey")
    forget_document(mine.document_id, tmp_path / "zuid.journey")
    assert traces_of(other.document_id, tmp_path / "andere.journey") == Traces(1, 1, 1, True, True)
    assert len(recovery.find_sessions()) == 1
    assert len(recovery.recently_discarded()) == 1


def test_a_map_that_was_never_in_a_file(home: Path) -> None:
    document = secret_map()
    journal = Journal(document, unsaved_base=True)
    assert journal.close(keep=True)
    assert traces_of(document.document_id) == Traces(discarded=1)
    forget_document(document.document_id)
    assert traces(home, document.document_id, NOTE, TITLE) == []


def test_a_map_without_a_known_id_goes_by_its_path(home: Path, tmp_path: Path) -> None:
    document, path = secret_map(), tmp_path / "zuid.journey"
    journal = Journal(document, path=path, sha256="ab", unsaved_base=True)
    assert journal.close(keep=True)
    RecentFiles().add(path, TITLE)
    forget_document("", path)
    assert traces(home, document.document_id, NOTE, TITLE, str(path)) == []


def test_not_while_a_program_has_it_open(home: Path, tmp_path: Path) -> None:
    document, path = secret_map(), tmp_path / "zuid.journey"
    journal = Journal(document, path=path, sha256="ab")
    assert journal.flush()
    with pytest.raises(ForgetError, match="open in another program"):
        forget_document(document.document_id, path)
    assert journal.folder.is_dir()
    assert journal.close(keep=False)
    forget_document(document.document_id, path)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs a system with owners")
def test_what_cannot_be_deleted_is_told_and_the_rest_is_gone(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

    document, path = secret_map(), tmp_path / "zuid.journey"
    leave_traces(document, path)

    def refuse(folder: Path, *_more: object, **_named: object) -> None:
        if Path(folder).parent == sessions_folder():
            raise PermissionError(13, "no")

    monkeypatch.setattr(shutil, "rmtree", refuse)
    with pytest.raises(ForgetError, match="Not everything"):
        forget_document(document.document_id, path)
    monkeypatch.undo()
    monkeypatch.setenv("JOURNEYWALL_HOME", str(home))
    left = traces_of(document.document_id, path)
    assert left == Traces(work=1, discarded=1)
