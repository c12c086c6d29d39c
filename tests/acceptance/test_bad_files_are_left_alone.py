"""A broken, foreign, newer or huge file: one clear sentence, or what is valid and a list; never overwritten by opening.

Through the command line and through the documents of the editor, with every file of the hostile corpus.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from app import cli
from app.documents import Documents
from cli_room import Out, english_folder
from hostile import cases
from model.commands import cards
from model.commands.places import Listing
from model.files.errors import FileError
from model.files.locks import lock_path
from model.files.native import load
from model.session import OnlyToLookAt

CASES = cases()
NEWER = ("newer-refused.journey", "template-newer.journeytemplate")
"""What only a newer program understands: never written, and read as far as it is understood."""

HUGE = 300 * 1024 * 1024


@pytest.fixture(autouse=True)
def room(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An English user in a folder of their own."""
    return english_folder(monkeypatch, tmp_path)


def state(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    """Every file of a folder with its bytes, the time it was changed, and which file it is."""
    return {
        path.name: (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino)
        for path in folder.iterdir()
        if path.is_file()
    }


def is_a_sentence(text: str, name: str) -> bool:
    """One line that begins like a sentence, ends like one, names the file, and is not Python's."""
    plain = text.strip()
    return (
        "\n" not in plain
        and plain.endswith(".")
        and len(plain) > 20
        and name in plain
        and not any(word in plain for word in ("Traceback", "Error:", "Exception", "None", "<"))
    )


def copy_of(name: str, folder: Path) -> Path:
    path = folder / f"wall{Path(name).suffix}"
    path.write_bytes(CASES[name].data)
    return path


@pytest.mark.parametrize("name", sorted(CASES))
def test_by_the_command_line(capsys: Out, room: Path, name: str) -> None:
    path = copy_of(name, room)
    before = state(room)
    outcome = CASES[name].outcome
    for command in (["info", path.name], ["info", path.name, "--json"], ["check", path.name]):
        status = cli.main(command)
        out, err = capsys.readouterr()
        assert state(room) == before, command
        if name in NEWER:
            assert status == 1
            assert "needs a newer Journeywall" in out + err
        elif outcome == "refused":
            assert status == 2
            assert out == ""
            assert is_a_sentence(err, path.name), err
        elif outcome == "mended":
            assert status == 1
            assert (out if command[0] == "check" else err).strip(), "what was mended is told"
        elif command[0] == "info":
            assert status == 0, err
            assert out.strip()


@pytest.mark.parametrize("name", sorted(n for n in CASES if CASES[n].outcome == "refused" and n not in NEWER))
def test_a_refused_file_is_neither_exported_nor_imported(capsys: Out, room: Path, name: str) -> None:
    path = copy_of(name, room)
    before = state(room)
    for command in (["export", path.name, "out.mmd"], ["import", path.name, "out.json", "--from", "json"]):
        assert cli.main(command) == 2
        out, err = capsys.readouterr()
        assert (out, state(room)) == ("", before)
        assert is_a_sentence(err, path.name), err


@pytest.mark.parametrize("name", sorted(CASES.keys() - {"newer-refused.journey"}))
def test_by_the_editor(room: Path, tmp_path: Path, name: str) -> None:
    path = copy_of(name, room)
    before = state(room)
    documents = Documents(journal_root=tmp_path / "journals")
    if CASES[name].outcome == "refused":
        with pytest.raises(FileError) as caught:
            documents.open(path)
        assert is_a_sentence(str(caught.value), path.name), str(caught.value)
        assert documents.all == ()
    else:
        opened = documents.open(path)
        assert bool(opened.report.serious) == (CASES[name].outcome == "mended")
        assert opened.session.document.personas, "there is a map to work with"
        opened.session.run(cards.add_cards, "note", ["work on it"], Listing("inbox"))
        now = state(room)
        locked = now.pop(lock_path(path).name, None)
        assert now == before, "neither opening nor working writes the file"
        assert (locked is None) == (opened.path is None), "what may be saved is locked, and nothing else"
        if opened.report.damaged:
            assert opened.path is None, "saving asks for another name, what was not understood is kept"
        documents.close(opened)
    assert state(room) == before


def test_a_huge_file(capsys: Out, room: Path, tmp_path: Path) -> None:
    path = room / "huge.journey"
    with path.open("wb") as file:
        file.truncate(HUGE)
    times = (path.stat().st_mtime_ns, path.stat().st_size)
    assert cli.main(["info", path.name]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert is_a_sentence(err, path.name), err
    with pytest.raises(FileError) as caught:
        Documents(journal_root=tmp_path / "journals").open(path)
    assert is_a_sentence(str(caught.value), path.name)
    assert (path.stat().st_mtime_ns, path.stat().st_size) == times
    assert [p.name for p in room.iterdir()] == [path.name]


def test_a_newer_map_is_shown_says_what_it_needs_and_is_never_written(room: Path, tmp_path: Path) -> None:
    path = copy_of("newer-refused.journey", room)
    before = state(room)
    opened = Documents(journal_root=tmp_path / "journals").open(path)
    assert opened.session.document.personas, "there is a map to look at"
    assert "newer" in opened.why_not()
    with pytest.raises(OnlyToLookAt):
        opened.session.run(cards.add_cards, "note", ["work on it"], Listing("inbox"))
    with pytest.raises(ValueError, match="newer"):
        opened.save()
    assert state(room) == before


def test_what_a_newer_map_holds_survives_opening_editing_and_saving(room: Path, tmp_path: Path) -> None:
    path = copy_of("newer-readable.journey", room)
    documents = Documents(journal_root=tmp_path / "journals")
    opened = documents.open(path)
    extra, quarantine = dict(opened.session.document.extra), opened.session.document.quarantine
    opened.session.run(cards.add_cards, "note", ["new"], Listing("inbox"))
    opened.save()
    documents.close(opened)
    again = load(path).document
    assert dict(again.extra) == extra
    assert extra
    assert again.quarantine == quarantine
    assert [item.text for item in again.inbox][-1] == "new"
