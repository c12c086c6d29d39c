"""The journal: edits are on the disk within their time, failures are told, and what a crash leaves is found."""

from __future__ import annotations

import errno
import json
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from maps import Builder, full_map, large_map
from model.changes import Change, ChangeSet, apply
from model.commands import cards
from model.commands.places import Listing
from model.document import Document
from model.files import generation as generation_module
from model.files import journal as journal_module
from model.files import native, recovery, sessions
from model.files.drafts import field_key
from model.files.errors import ContentError
from model.files.journal import Journal
from model.files.journal_lines import encode_record, read_records
from model.files.journal_parts import Protection
from model.invariants import violations
from model.newmap import new_map
from stopwatch import Stopwatch, wait_for, within


class Desk:
    """Journals in a folder of their own, and a crash at will."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.open: list[Journal] = []

    def journal(self, document: Document, **more: object) -> Journal:
        made = Journal(document, root=self.root, **more)  # type: ignore[arg-type]  # passed through
        self.open.append(made)
        return made

    def crash(self, journal: Journal) -> Path:
        """What stands on the disk when the process dies now, as a session of a process that is gone."""
        folder = self.root.parent / "after" / journal.folder.name
        shutil.copytree(journal.folder, folder)
        info = sessions.read_info(folder)
        info.pid = 2**22 + 3
        sessions.write_info(folder, info)
        return folder

    def found(self, journal: Journal) -> recovery.FoundSession:
        """The session as the next start finds it."""
        folder = self.crash(journal)
        return next(s for s in recovery.find_sessions(folder.parent) if s.folder == folder)

    def close(self) -> None:
        for journal in self.open:
            journal.close(keep=False)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "sessions")
    yield made
    made.close()


def edits_on(document: Document, count: int, text: str = "kaart") -> Builder:
    """``count`` edits that each add a card to the inbox."""
    builder = Builder(document)
    for i in range(count):
        builder.do(cards.add_cards(builder.document, "note", [f"{text} {i}"], Listing("inbox")))
    return builder


def test_every_edit_comes_back(desk: Desk) -> None:
    start = new_map("Reis", "nl", ("A", "B"))
    builder = edits_on(start, 30)
    journal = desk.journal(start, path="/stick/reis.journey", sha256="ab")
    for changes in builder.edits:
        journal.append(changes, "user")
    assert journal.flush()
    found = desk.found(journal)
    assert (found.edits, found.title, found.path, found.draft) == (30, "Reis", "/stick/reis.journey", False)
    recovered = recovery.recover(found)
    assert recovered.document.same_content(builder.document)
    assert recovered.document.document_id == start.document_id
    assert recovered.edits == 30
    assert recovered.report.problems == []


def test_real_commands_come_back(desk: Desk) -> None:
    builder = full_map()
    start = new_map("Leeg", "nl", ("A",))
    first = Builder(start)
    from model.changes import diff

    journal = desk.journal(start)
    journal.append(first.do(diff(start, builder.document)), "user")
    assert journal.flush()
    assert recovery.recover(desk.found(journal)).document.same_content(builder.document)


def test_title_is_that_of_the_last_edit(desk: Desk) -> None:
    start = new_map("Oud", "nl", ("A",))
    journal = desk.journal(start)
    renamed = start.info.changed(title="Nieuw")
    journal.append(ChangeSet((Change("map", "map", start.info, renamed),)), "user")
    assert journal.flush()
    assert desk.found(journal).title == "Nieuw"


def test_removals_and_undo_come_back(desk: Desk) -> None:
    from model.changes import invert

    start = full_map().document
    gone = [item.id for item in start.placed[:2]]
    changes = cards.delete_cards(start, gone)
    journal = desk.journal(start)
    journal.append(changes, "user")
    journal.append(invert(changes), "undo")
    journal.append(changes, "redo")
    assert journal.flush()
    assert recovery.recover(desk.found(journal)).document.same_content(apply(changes, start))


def test_edit_is_on_the_disk_without_asking(desk: Desk) -> None:
    """JO2: nobody calls flush."""
    start = new_map("Reis", "nl", ("A",))
    builder = edits_on(start, 5)
    journal = desk.journal(start)
    assert journal.flush()
    for changes in builder.edits:
        journal.append(changes, "user")
        assert within(0.25 + 0.5, lambda: journal._synced == journal._made)  # and a slow disk


def test_burst_is_written_at_once_and_synced_in_time(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    start = full_map().document
    card = start.placed[0]
    syncs: list[float] = []
    sync = os.fdatasync
    journal = desk.journal(start)
    assert journal.flush()

    def counted(fd: int) -> None:
        syncs.append(time.monotonic())
        sync(fd)

    monkeypatch.setattr(os, "fdatasync", counted)
    document, begin = start, time.monotonic()
    for i in range(60):
        changes = cards.set_card(document, [card.id], severity=1 + i % 5)
        document = apply(changes, document)
        journal.append(changes, "user")
        time.sleep(0.01)
    last = time.monotonic()
    assert within(journal_module.SYNC_DELAY + 0.5, lambda: journal._synced == 60)  # and a slow disk
    # Not one sync for each of the 60 edits of the drag, but one each 250 ms.
    assert 2 <= len(syncs) <= (last - begin) / journal_module.SYNC_DELAY + 3


def test_append_is_cheap(desk: Desk) -> None:
    start = new_map("Reis", "nl", ("A",))
    builder = edits_on(start, 200)
    journal = desk.journal(start)
    costs = []
    for changes in builder.edits:
        begin = time.thread_time()
        journal.append(changes, "user")
        journal.draft("item-x", "tekst")
        costs.append(time.thread_time() - begin)
    assert sorted(costs)[int(len(costs) * 0.95)] < 0.001
    assert journal.flush()


def test_draft_is_kept_within_a_second_and_ends(desk: Desk) -> None:
    start = full_map().document
    card = start.placed[0]
    journal = desk.journal(start)
    assert journal.flush()
    for i in range(30):
        journal.draft(card.id, f"{card.text} en verder {i}")
        time.sleep(0.05)
    last = b"en verder 29"
    assert within(1.0 + 0.5, lambda: any(last in file.read_bytes() for file in journal.folder.glob("journal-*.jsonl")))
    found = desk.found(journal)
    assert found.draft
    recovered = recovery.recover(found)
    assert recovered.document.item_table[card.id].text == f"{card.text} en verder 29"
    assert recovered.drafts == (card.id,)
    records = read_records(sessions.journal_file(journal.folder, 1).read_bytes()).records
    assert 2 <= sum(record["op"] == "draft" for record in records) <= 4
    shutil.rmtree(found.folder)
    journal.draft("", "")
    assert journal.flush()
    assert recovery.find_sessions(desk.crash(journal).parent) == []


def test_draft_of_a_card_that_is_not_there_lies_in_the_inbox(desk: Desk) -> None:
    start = new_map("Reis", "nl", ("A",))
    journal = desk.journal(start)
    journal.draft("item-new", "half een zin")
    assert journal.flush()
    recovered = recovery.recover(desk.found(journal))
    assert [item.text for item in recovered.document.inbox] == ["half een zin"]
    assert violations(recovered.document) == []


def test_committed_text_ends_its_draft(desk: Desk) -> None:
    start = full_map().document
    card = start.placed[0]
    journal = desk.journal(start)
    journal.draft(card.id, "half")
    assert journal.flush()
    changes = cards.set_text(start, card.id, "heel")
    journal.append(changes, "user")
    assert journal.flush()
    recovered = recovery.recover(desk.found(journal))
    assert recovered.document.item_table[card.id].text == "heel"
    assert recovered.drafts == ()


def test_draft_of_a_phase_name(desk: Desk) -> None:
    start = full_map().document
    journal = desk.journal(start)
    journal.draft(start.phases[0].id, "Nieuwe naam")
    assert journal.flush()
    assert recovery.recover(desk.found(journal)).document.phases[0].name == "Nieuwe naam"


def test_draft_of_a_field(desk: Desk) -> None:
    start = full_map().document
    card, person = start.placed[0], start.personas[0]
    fields: list[tuple[str, Callable[[Document], str]]] = [
        (field_key("items", (card.id,), "description"), lambda after: after.item_table[card.id].description),
        (field_key("personas", (person.id,), "goals"), lambda after: after.personas[0].goals),
        (field_key("map", ("map",), "scope"), lambda after: after.info.scope),
    ]
    for key, read in fields:
        journal = desk.journal(start)
        journal.draft(key, "half een zin")
        assert journal.flush()
        found = desk.found(journal)
        assert found.draft
        recovered = recovery.recover(found)
        assert read(recovered.document) == "half een zin"
        assert len(recovered.document.item_table) == len(start.item_table)
        assert violations(recovered.document) == []


def test_draft_of_a_field_of_what_is_gone_lies_in_the_inbox(desk: Desk) -> None:
    journal = desk.journal(new_map("Reis", "nl", ("A",)))
    journal.draft(field_key("items", ("gone",), "description"), "half een zin")
    assert journal.flush()
    recovered = recovery.recover(desk.found(journal))
    assert [item.text for item in recovered.document.inbox] == ["half een zin"]


# -- saving and closing -----------------------------------------------------------------------------------------------


def test_saved_work_is_not_offered(desk: Desk) -> None:
    start = new_map("Reis", "nl", ("A",))
    builder = edits_on(start, 4)
    journal = desk.journal(start)
    for changes in builder.edits[:3]:
        journal.append(changes, "user")
    upto = journal.position()
    saved = builder.document.saved_as(1)
    journal.saved(upto, "/stick/reis.journey", "cd", saved)
    assert journal.flush()
    assert recovery.find_sessions(desk.crash(journal).parent) == []


def test_edits_made_while_saving_are_offered(desk: Desk) -> None:
    start = new_map("Reis", "nl", ("A",))
    builder = edits_on(start, 5)
    journal = desk.journal(start)
    for changes in builder.edits[:3]:
        journal.append(changes, "user")
    upto = journal.position()
    for changes in builder.edits[3:]:
        journal.append(changes, "user")
    journal.saved(upto, "/stick/reis.journey", "cd", start)
    assert journal.flush()
    found = desk.found(journal)
    assert (found.edits, found.path, found.info.file_sha256) == (2, "/stick/reis.journey", "cd")
    assert recovery.recover(found).document.same_content(builder.document)


def test_clean_close_removes_the_session(desk: Desk) -> None:
    journal = desk.journal(new_map("Reis", "nl", ("A",)))
    assert journal.flush()
    assert journal.folder.is_dir()
    assert journal.close(keep=False)
    assert not journal.folder.exists()


def test_closing_without_saving_keeps_the_work(desk: Desk) -> None:
    start = new_map("Reis", "nl", ("A",))
    builder = edits_on(start, 2)
    journal = desk.journal(start)
    for changes in builder.edits:
        journal.append(changes, "user")
    assert journal.close(keep=True)
    folder = desk.crash(journal).parent
    assert recovery.find_sessions(folder) == []
    (kept,) = recovery.recently_discarded(folder)
    assert recovery.recover(kept).document.same_content(builder.document)
    back = recovery.restore(kept)
    assert recovery.find_sessions(folder) == [back]


def test_closing_at_once_keeps_what_came_from_elsewhere(desk: Desk) -> None:
    document = full_map().document
    journal = desk.journal(document, unsaved_base=True)
    assert journal.close(keep=True)
    (kept,) = recovery.recently_discarded(desk.crash(journal).parent)
    assert recovery.recover(kept).document.same_content(document)


def test_imported_map_without_edits_is_offered(desk: Desk) -> None:
    journal = desk.journal(full_map().document, unsaved_base=True)
    assert journal.flush()
    assert desk.found(journal).edits == 0


def test_recovered_session_stays_until_its_copy_is_saved(desk: Desk) -> None:
    start = new_map("Reis", "nl", ("A",))
    builder = edits_on(start, 3)
    first = desk.journal(start)
    for changes in builder.edits:
        first.append(changes, "user")
    assert first.flush()
    found = desk.found(first)
    desk.root = found.folder.parent
    copy = recovery.recover(found)
    second = desk.journal(copy.document, unsaved_base=True, recovered_from=(found.folder,))
    assert second.flush()
    assert found.folder.exists()
    # The second run crashes as well: one offer, not two, with everything in it.
    info = sessions.read_info(second.folder)
    info.pid = 2**22 + 3
    sessions.write_info(second.folder, info)
    assert [session.folder for session in recovery.find_sessions(desk.root)] == [second.folder]
    assert found.folder.exists()
    second.saved(second.position(), "/stick/reis.journey", "ef", copy.document)
    assert second.flush()
    assert wait_for(lambda: not found.folder.exists())


def test_running_session_is_not_offered(desk: Desk) -> None:
    start = new_map("Reis", "nl", ("A",))
    journal = desk.journal(start)
    journal.append(edits_on(start, 1).edits[0], "user")
    assert journal.flush()
    assert recovery.find_sessions(desk.root) == []
    assert sessions.is_alive(journal.folder, sessions.read_info(journal.folder))
    info = sessions.read_info(journal.folder)
    info.process_started = "1"  # the number was given to another process since
    sessions.write_info(journal.folder, info)
    assert len(recovery.find_sessions(desk.root)) == 1
    info.host = "another machine"  # only the lock can tell
    sessions.write_info(journal.folder, info)
    assert recovery.find_sessions(desk.root) == []


def test_old_discards_go_but_never_the_newest(tmp_path: Path) -> None:
    now = time.time()
    for i in range(25):
        folder = tmp_path / f"doc{i:02d}-session"
        folder.mkdir()
        sessions.base_file(folder, 1).write_bytes(native.dumps(new_map(str(i))))
        sessions.write_info(folder, sessions.SessionInfo(pid=2**22 + 3))
        sessions.mark_closed(folder)
        os.utime(sessions.base_file(folder, 1), (now - i, now - i))
    assert recovery.purge_discarded(tmp_path, now) == 0
    assert recovery.purge_discarded(tmp_path, now + 31 * 86_400) == 5
    assert len(recovery.recently_discarded(tmp_path)) == 20


def test_left_sessions_without_work_go(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "reis.journey"
    saved = native.save(new_map("Reis", "nl", ("A",)), path)
    untouched = desk.journal(saved.document, path=path, sha256=saved.result.stamp.sha256)
    lost = desk.journal(saved.document, path=tmp_path / "gone.journey", sha256="ab")
    edited = desk.journal(saved.document, path=path, sha256=saved.result.stamp.sha256)
    edited.append(edits_on(saved.document, 1).edits[0], "user")
    folders = []
    for journal in (untouched, lost, edited):
        assert journal.flush()
        folders.append(desk.crash(journal))
    assert recovery.tidy(desk.root) == 0  # all of these live
    assert recovery.tidy(folders[0].parent) == 1
    assert [folder.exists() for folder in folders] == [False, True, True]
    assert recovery.tidy(folders[0].parent, time.time() + 31 * 86_400) == 1
    assert [folder.exists() for folder in folders] == [False, False, True]


# -- compaction -------------------------------------------------------------------------------------------------------


def test_long_journal_begins_anew(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_module, "COMPACT_RECORDS", 20)
    start = new_map("Reis", "nl", ("A",))
    builder = edits_on(start, 75)
    journal = desk.journal(start)
    for changes in builder.edits:
        journal.append(changes, "user")
        journal.draft("item-typed", "wordt getypt")
    assert journal.flush()
    assert wait_for(lambda: len(sessions.generations(journal.folder)) == 1)
    assert sessions.generations(journal.folder)[0] > 1
    found = desk.found(journal)
    assert found.edits == 75
    recovered = recovery.recover(found).document
    typed = [item for item in recovered.inbox if item.text == "wordt getypt"]
    assert len(typed) == 1
    assert len(recovered.inbox) == 76


def test_large_journal_begins_anew(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_module, "COMPACT_BYTES", 5_000)
    start = new_map("Reis", "nl", ("A",))
    builder = edits_on(start, 40)
    journal = desk.journal(start)
    for changes in builder.edits:
        journal.append(changes, "user")
        assert journal.flush()
    assert sessions.generations(journal.folder)[0] > 1
    assert recovery.recover(desk.found(journal)).document.same_content(builder.document)


def test_crash_between_new_base_and_new_journal(desk: Desk) -> None:
    start = new_map("Reis", "nl", ("A",))
    builder = edits_on(start, 6)
    journal = desk.journal(start)
    for changes in builder.edits:
        journal.append(changes, "user")
    assert journal.flush()
    folder = desk.crash(journal)
    sessions.base_file(folder, 2).write_bytes(native.dumps(builder.document))
    (found,) = recovery.find_sessions(folder.parent)
    assert found.edits == 6
    assert recovery.recover(found).document.same_content(builder.document)


def test_damaged_new_base_falls_back_to_the_older_one(desk: Desk) -> None:
    start = new_map("Reis", "nl", ("A",))
    builder = edits_on(start, 6)
    journal = desk.journal(start)
    for changes in builder.edits:
        journal.append(changes, "user")
    assert journal.flush()
    folder = desk.crash(journal)
    sessions.base_file(folder, 2).write_bytes(b"\0" * 4096)
    (found,) = recovery.find_sessions(folder.parent)
    assert recovery.recover(found).document.same_content(builder.document)


# -- failing ----------------------------------------------------------------------------------------------------------


def test_unwritable_folder_is_told_and_healed(tmp_path: Path) -> None:
    root = tmp_path / "sessions"
    root.write_bytes(b"a file where the folder should be")
    heard: list[Protection] = []
    start = new_map("Reis", "nl", ("A",))
    builder = edits_on(start, 3)
    journal = Journal(start, root=root, on_change=heard.append)
    try:
        for changes in builder.edits:
            journal.append(changes, "user")
        assert within(2, lambda: not journal.protection.safe)
        assert heard and not heard[0].safe
        assert heard[0].since is not None
        assert heard[0].since.strftime("%H:%M") in journal.protection.sentence
        assert not journal.flush(0.1)
        root.unlink()
        assert wait_for(lambda: journal.protection.safe)
        assert heard[-1].safe
        assert journal.flush()
        desk = Desk(root)
        found = desk.found(journal)
        assert recovery.recover(found).document.same_content(builder.document)
    finally:
        journal.close(keep=False)


@pytest.mark.parametrize("call", ["write", "fdatasync"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_failing_disk_is_told_and_nothing_is_lost(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    monkeypatch.setattr(journal_module, "RETRY_DELAY", 0.1)
    heard: list[Protection] = []
    start = new_map("Reis", "nl", ("A",))
    builder = edits_on(start, 9)
    journal = desk.journal(start, on_change=heard.append)
    for changes in builder.edits[:3]:
        journal.append(changes, "user")
    assert journal.flush()

    def refuse(*_args: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as broken:
        broken.setattr(os, call, refuse)
        for changes in builder.edits[3:6]:
            journal.append(changes, "user")
        assert within(2, lambda: not journal.protection.safe)
        assert not journal.flush(0.05)
        time.sleep(0.3)  # some tries that fail as well
    for changes in builder.edits[6:]:
        journal.append(changes, "user")
    assert wait_for(lambda: journal.protection.safe)
    assert journal.flush()
    assert [protection.safe for protection in heard] == [False, True]
    assert recovery.recover(desk.found(journal)).document.same_content(builder.document)


def test_emptied_folder_is_noticed(desk: Desk) -> None:
    start = new_map("Reis", "nl", ("A",))
    builder = edits_on(start, 2)
    journal = desk.journal(start)
    journal.append(builder.edits[0], "user")
    assert journal.flush()
    shutil.rmtree(journal.folder)
    journal.append(builder.edits[1], "user")
    assert wait_for(lambda: journal.folder.is_dir() and journal.protection.safe and journal.flush(0.2))
    assert recovery.recover(desk.found(journal)).document.same_content(builder.document)


def test_disk_that_hangs_becomes_visible(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    start = new_map("Reis", "nl", ("A",))
    journal = desk.journal(start)
    assert journal.flush()
    monkeypatch.setattr(journal_module, "BEHIND", 0.2)
    sync, stuck = os.fdatasync, [True]

    def hang(fd: int) -> None:
        while stuck:
            time.sleep(0.01)
        sync(fd)

    monkeypatch.setattr(os, "fdatasync", hang)
    journal.append(edits_on(start, 1).edits[0], "user")
    assert within(2, lambda: not journal.protection.safe)
    stuck.clear()
    assert wait_for(lambda: journal.protection.safe)


def test_fault_in_the_listener_does_not_stop_the_journal(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(journal_module, "RETRY_DELAY", 0.05)
    start = new_map("Reis", "nl", ("A",))

    def rude(_protection: Protection) -> None:
        raise RuntimeError("the window is gone")

    journal = desk.journal(start, on_change=rude)
    assert journal.flush()
    with monkeypatch.context() as broken:
        broken.setattr(os, "fdatasync", lambda _fd: (_ for _ in ()).throw(OSError(errno.EIO, "broken")))
        journal.append(edits_on(start, 1).edits[0], "user")
        assert within(2, lambda: not journal.protection.safe)
    assert wait_for(lambda: journal.protection.safe)
    assert "listener" in caplog.text


def test_log_holds_no_text_of_notes(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(journal_module, "RETRY_DELAY", 0.05)
    start = new_map("Geheim", "nl", ("A",))
    journal = desk.journal(start, path="/stick/geheim.journey")
    assert journal.flush()
    with monkeypatch.context() as broken:
        broken.setattr(os, "write", lambda *_a: (_ for _ in ()).throw(OSError(errno.EIO, "broken")))
        journal.append(edits_on(start, 1, "geheim").edits[0], "user")
        assert within(2, lambda: not journal.protection.safe)
    assert caplog.text
    assert "eheim" not in caplog.text


# -- what was handed in is written, whatever else the disk is busy with ----------------------------------------------


def written(journal: Journal) -> int:
    """How many edits a crash now would leave, as the next start counts them."""
    numbers = sessions.generations(journal.folder)
    data = sessions.journal_file(journal.folder, numbers[0]).read_bytes()
    records = read_records(data).records
    before: int = records[0]["unsaved"]
    return before + sum(bool(record["op"] == "edit") for record in records)


def test_an_edit_is_written_when_append_returns(desk: Desk) -> None:
    start = new_map("Reis", "nl", ("A",))
    journal = desk.journal(start)
    assert journal.flush()
    for count, changes in enumerate(edits_on(start, 50).edits, 1):
        journal.append(changes, "user")
        assert written(journal) == count


def test_edits_are_written_while_the_disk_syncs(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    start = new_map("Reis", "nl", ("A",))
    journal = desk.journal(start)
    assert journal.flush()
    began, go = threading.Event(), threading.Event()
    sync = os.fdatasync

    def slow(fd: int) -> None:
        began.set()
        go.wait(10)
        sync(fd)

    monkeypatch.setattr(os, "fdatasync", slow)
    builder = edits_on(start, 8)
    journal.append(builder.edits[0], "user")
    assert began.wait(5)
    for changes in builder.edits[1:]:
        journal.append(changes, "user")
    found = desk.found(journal)
    go.set()
    assert recovery.recover(found).document.same_content(builder.document)


@pytest.mark.parametrize("why", ["saved", "long"])
def test_edits_are_written_while_a_new_base_is_made(desk: Desk, monkeypatch: pytest.MonkeyPatch, why: str) -> None:
    """Of a large map that takes a while."""
    start = new_map("Reis", "nl", ("A",))
    journal = desk.journal(start)
    builder = edits_on(start, 12)
    for changes in builder.edits[:4]:
        journal.append(changes, "user")
    assert journal.flush()
    began, go = threading.Event(), threading.Event()

    def slow(document: Document) -> bytes:
        began.set()
        go.wait(10)
        return native.dumps(document)

    monkeypatch.setattr(journal_module, "dumps", slow)
    if why == "saved":
        journal.saved(4, "/stick/reis.journey", "cd", start)
    else:
        monkeypatch.setattr(journal_module, "COMPACT_RECORDS", 5)
        journal.append(builder.edits[4], "user")
    assert began.wait(5)
    for changes in builder.edits[4 if why == "saved" else 5 :]:
        journal.append(changes, "user")
    monkeypatch.setattr(journal_module, "COMPACT_RECORDS", 5_000)
    assert recovery.recover(desk.found(journal)).document.same_content(builder.document)
    go.set()
    assert journal.flush()
    assert sessions.generations(journal.folder) == [2]
    shutil.rmtree(desk.root.parent / "after")
    found = desk.found(journal)
    assert found.edits == (8 if why == "saved" else 12)
    assert recovery.recover(found).document.same_content(builder.document)


def test_a_base_that_cannot_be_written_leaves_the_journal_in_work(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    start = new_map("Reis", "nl", ("A",))
    builder = edits_on(start, 6)
    journal = desk.journal(start)
    journal.append(builder.edits[0], "user")
    assert journal.flush()
    monkeypatch.setattr(journal_module, "RETRY_DELAY", 0.05)
    with monkeypatch.context() as full:
        full.setattr(
            generation_module, "write_atomic", lambda *_a: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full"))
        )
        journal.saved(1, "/stick/reis.journey", "cd", start)
        assert within(2, lambda: not journal.protection.safe)
        for changes in builder.edits[1:]:
            journal.append(changes, "user")
        found = desk.found(journal)
        assert recovery.recover(found).document.same_content(builder.document)
    assert wait_for(lambda: journal.protection.safe)
    assert journal.flush()
    shutil.rmtree(found.folder)
    assert recovery.recover(desk.found(journal)).document.same_content(builder.document)


def test_a_fault_of_ours_in_a_record_is_told_and_the_journal_lives_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = new_map("Reis", "nl", ("A",))
    builder = edits_on(start, 6)
    journal = desk.journal(start)
    assert journal.flush()
    monkeypatch.setattr(journal_module, "RETRY_DELAY", 0.05)

    def fault(changes: object) -> bool:
        raise KeyError(changes)

    with monkeypatch.context() as broken:
        broken.setattr(journal_module, "commits_text", fault)
        for changes in builder.edits[:3]:
            journal.append(changes, "user")
        assert within(2, lambda: not journal.protection.safe)
    for changes in builder.edits[3:]:
        journal.append(changes, "user")
    assert wait_for(lambda: journal.protection.safe)
    assert journal.flush()
    assert recovery.recover(desk.found(journal)).document.same_content(builder.document)


def test_a_disk_that_hangs_holds_nobody_up(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    start = new_map("Reis", "nl", ("A",))
    builder = edits_on(start, 12)
    journal = desk.journal(start)
    assert journal.flush()
    write: Callable[[int, bytes], int] = os.write
    stuck = threading.Event()

    def hang(fd: int, data: bytes) -> int:
        stuck.wait(60)
        return write(fd, data)

    held = Stopwatch()
    with monkeypatch.context() as hung:
        hung.setattr(os, "write", hang)
        for changes in builder.edits:
            journal.append(changes, "user")
            journal.draft("item-x", "tekst")
        # It waits for the disk once, a moment; from then on it does not ask any more.
        assert held.seconds() < 3 * journal_module.PATIENCE + 0.2
        assert within(2, lambda: not journal.protection.safe)
        stuck.set()
        assert wait_for(lambda: journal.protection.safe)
    assert journal.flush()
    assert written(journal) == len(builder.edits)


# -- damage -----------------------------------------------------------------------------------------------------------


def small_journal() -> tuple[Document, list[ChangeSet], bytes, list[int]]:
    """A base, its edits, the journal's bytes, and where each record ends."""
    start = new_map("Reis", "nl", ("A",))
    builder = edits_on(start, 3)
    from model.changes import changes_to_rows

    data, ends = encode_record({"n": 0, "op": "begin", "unsaved": 0}), []
    ends.append(len(data))
    for i, changes in enumerate(builder.edits, 1):
        data += encode_record({"n": i, "op": "edit", "source": "user", "changes": changes_to_rows(changes)})
        ends.append(len(data))
    return start, builder.edits, data, ends


def session_of(tmp_path: Path, base: Document, data: bytes) -> recovery.FoundSession:
    folder = tmp_path / "doc-session"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    sessions.base_file(folder, 1).write_bytes(native.dumps(base))
    sessions.journal_file(folder, 1).write_bytes(data)
    (found,) = [s for s in map(recovery._found, [folder]) if s is not None]
    return found


def test_journal_cut_at_every_byte() -> None:
    _, _, data, ends = small_journal()
    for at in range(len(data) + 1):
        read = read_records(data[:at])
        whole = sum(end <= at for end in ends)
        assert len(read.records) == whole
        assert read.torn == (at not in (0, *ends))
        assert not read.damaged


def test_journal_with_every_single_bit_flipped() -> None:
    _, _, data, ends = small_journal()
    whole = read_records(data).records
    for at in range(len(data)):
        for bit in range(8):
            wounded = bytearray(data)
            wounded[at] ^= 1 << bit
            read = read_records(bytes(wounded))
            hit = sum(end <= at for end in ends)  # the record that was hit
            assert read.records[:hit] == whole[:hit]
            if len(read.records) > hit:
                assert read.records == whole  # a letter of the checksum's digits in the other case
            else:
                assert read.damaged or read.torn


def test_recovery_of_every_damaged_journal(tmp_path: Path) -> None:
    """Each 97th wound goes through the whole recovery: the good beginning, no exception, the raw file untouched."""
    start, edits, data, ends = small_journal()
    states = [start]
    for changes in edits:
        states.append(apply(changes, states[-1]))
    for at in range(ends[0], len(data), 97):
        wounded = bytearray(data)
        wounded[at] ^= 0x10
        found = session_of(tmp_path, start, bytes(wounded))
        recovered = recovery.recover(found)
        assert recovered.document.same_content(states[recovered.edits])
        assert recovered.edits >= sum(end <= at for end in ends) - 1
        assert sessions.journal_file(found.folder, 1).read_bytes() == wounded
        if recovered.edits < 3 and found.damaged:
            assert any(problem.code == "journal_damaged" for problem in recovered.report.problems)


@pytest.mark.parametrize(
    "changes",
    [
        None,
        5,
        [None],
        [{"table": "nothing", "id": "x", "old": None, "new": {"id": "x"}}],
        [{"table": "items", "id": "item-x", "old": None, "new": {"id": "item-y", "kind": "note", "number": 1}}],
        [{"table": "items", "id": "item-x", "old": None, "new": {"id": "item-x", "kind": "note", "number": -1}}],
        [{"table": "items", "id": 5, "new": None}],
        [{"table": [], "id": "x", "new": None}],
    ],
)
def test_sound_record_with_nonsense_ends_the_replay(tmp_path: Path, changes: object) -> None:
    start, edits, _, _ = small_journal()
    from model.changes import changes_to_rows

    data = encode_record({"n": 0, "op": "begin"})
    data += encode_record({"n": 1, "op": "edit", "changes": changes_to_rows(edits[0])})
    data += encode_record({"n": 2, "op": "edit", "changes": changes})
    data += encode_record({"n": 3, "op": "edit", "changes": changes_to_rows(edits[1])})
    recovered = recovery.recover(session_of(tmp_path, start, data))
    assert recovered.document.same_content(apply(edits[0], start))
    assert recovered.report.mended


def test_replay_that_breaks_the_map_is_mended(tmp_path: Path) -> None:
    start, _, _, _ = small_journal()
    step = start.steps[0]
    change = {"table": "steps", "id": step.id, "old": None, "new": None}
    data = encode_record({"n": 0, "op": "begin"}) + encode_record({"n": 1, "op": "edit", "changes": [change]})
    recovered = recovery.recover(session_of(tmp_path, start, data))
    assert violations(recovered.document) == []
    assert recovered.report.mended


def test_unreadable_session_says_where_its_files_are(tmp_path: Path) -> None:
    start, _, data, _ = small_journal()
    found = session_of(tmp_path, start, data)
    sessions.base_file(found.folder, 1).write_bytes(b"\0")
    with pytest.raises(ContentError) as caught:
        recovery.recover(found)
    assert str(found.folder) in str(caught.value)


@pytest.mark.parametrize("junk", [b"", b"\0\0", b"[]", b'{"pid": "x", "path": 5, "recovered_from": [1, "a"]}', b"\xff"])
def test_broken_session_file_is_no_obstacle(tmp_path: Path, junk: bytes) -> None:
    start, edits, data, _ = small_journal()
    found = session_of(tmp_path, start, data)
    (found.folder / "session.json").write_bytes(junk)
    (again,) = recovery.find_sessions(tmp_path)
    assert again.edits == len(edits)
    assert recovery.recover(again).edits == len(edits)


def test_folder_with_anything_in_it(tmp_path: Path) -> None:
    (tmp_path / "a file").write_bytes(b"x")
    (tmp_path / "empty").mkdir()
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "base-000001.json").mkdir()
    assert all(isinstance(s, recovery.FoundSession) for s in recovery.find_sessions(tmp_path))
    assert recovery.find_sessions(tmp_path / "missing") == []


def test_file_changed_meanwhile_is_told(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "reis.journey"
    saved = native.save(new_map("Reis", "nl", ("A",)), path)
    journal = desk.journal(saved.document, path=path, sha256=saved.result.stamp.sha256)
    journal.append(edits_on(saved.document, 1).edits[0], "user")
    assert journal.flush()
    found, answers = desk.found(journal), []
    answers.append(found.file_changed)
    native.save(large_map(3), path)
    answers.append(found.file_changed)
    path.unlink()
    answers.append(found.file_changed)
    assert answers == [False, True, None]


def test_records_are_readable_by_people(desk: Desk) -> None:
    start = new_map("Reis", "nl", ("A",))
    journal = desk.journal(start)
    journal.append(edits_on(start, 1).edits[0], "user")
    assert journal.flush()
    line = sessions.journal_file(journal.folder, 1).read_text(encoding="utf-8").splitlines()[1]
    record = json.loads(line[9:])
    assert record["op"] == "edit"
    assert {change["table"] for change in record["changes"]} == {"items", "map"}
    assert "kaart 0" in line
