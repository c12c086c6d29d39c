"""Operations on open documents: journals, recovery, discarding, and a document saved with its journal.

All of them work on a map to which numbered cards are added: "kaart 0", "kaart 1", and so on.  What a judge counts is
how many of them the next start finds, in the file or in what is offered, without a gap and in their order.
"""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from app.documents import Documents, OpenDocument
from maps import Builder
from model.commands import cards
from model.commands.places import Listing
from model.document import Document
from model.files import journal, native, recovery, sessions
from model.files.errors import ContentError, FileError, ReadError
from model.files.journal import Journal
from operations import Broken, NextFormat, Operation, Say, old_map, operation, start_map

PATIENCE = 5.0
"""Seconds that an actor waits for a journal that failed and is tried again."""


def texts_of(document: Document) -> list[str]:
    """The numbered cards, checked to be a state that the map was in."""
    texts = [item.text for item in document.inbox if item.text.startswith("kaart ")]
    if texts != [f"kaart {i}" for i in range(len(texts))]:
        raise Broken(f"the cards are {texts}")
    return texts


def offered(folder: Path) -> list[recovery.Recovered]:
    """Everything that the next start offers, discarded work as well, opened as it would be."""
    root = folder / "sessions"
    found = [*recovery.find_sessions(root), *recovery.recently_discarded(root)]
    recovered = []
    for session in found:
        try:
            recovered.append(recovery.recover(session))
        except ContentError as error:
            raise Broken(f"a session cannot be read: {error}") from error
    return recovered


def most(folder: Path) -> int:
    """The largest number of cards found in a session or in the file; -1 when there is neither."""
    counts = [len(texts_of(found.document)) for found in offered(folder)]
    path = folder / "map.journey"
    if path.exists():
        try:
            loaded = native.load(path)
        except FileError as error:
            raise Broken(f"unreadable: {error}") from error
        if loaded.report.damaged:
            raise Broken("the file is damaged")
        counts.append(len(texts_of(loaded.document)))
    return max(counts, default=-1)


def add(builder: Builder, kept: Journal, number: int) -> None:
    """One edit, into the journal."""
    kept.append(builder.do(cards.add_cards(builder.document, "note", [f"kaart {number}"], Listing("inbox"))), "user")


def flushed(kept: Journal) -> bool:
    """Wait for the disk, also over a failure that passes."""
    end = time.monotonic() + PATIENCE
    while not kept.flush(1.0):
        if time.monotonic() > end:
            return False
        time.sleep(0.005)
    return True


def dead_session(
    root: Path, count: int, *, recovered_from: tuple[Path, ...] = (), start: Document | None = None
) -> Path:
    """A session with ``count`` cards more, whose process is gone."""
    builder = Builder(start if start is not None else start_map())
    before = len(texts_of(builder.document))
    kept = Journal(builder.document, root=root, unsaved_base=True, recovered_from=recovered_from)
    for i in range(count):
        add(builder, kept, before + i)
    assert kept.flush()
    folder = kept.folder
    # The same end as a crash: the thread stops, the folders stay, and no process has them.
    kept.info.recovered_from = ()
    with TemporaryDirectory() as aside:
        shutil.copytree(folder, aside, dirs_exist_ok=True)
        kept.close(keep=False)
        shutil.copytree(aside, folder)
    info = sessions.read_info(folder)
    info.process_started = "0"
    sessions.write_info(folder, info)
    return folder


class SessionOperation(Operation):
    """An operation on sessions; ``before`` cards are there when it begins."""

    before = 0
    after = 0
    """How many are there when it went through."""

    builder: Builder
    kept: Journal

    def judge(self, folder: Path, said: int, returned: bool) -> str:
        found = most(folder)
        least = max(said, self.before, self.after if returned else 0)
        if max(found, 0) < least:
            raise Broken(f"{least} edits were confirmed, {found} are found")
        return "all" if found >= self.after else f"{max(found, 0)} edits"

    def begin(self, folder: Path, count: int) -> None:
        """A journal of this process with ``count`` cards in it, all on the disk, and quick to try again."""
        journal.RETRY_DELAY = 0.02
        self.builder = Builder(start_map())
        self.kept = Journal(self.builder.document, root=folder / "sessions", unsaved_base=True)
        for i in range(count):
            add(self.builder, self.kept, i)
            assert flushed(self.kept)


@operation
class JournalBegin(SessionOperation):
    """Open a journal: folder, lock, description, base, first edit."""

    after = 1

    def prepare(self, folder: Path) -> None:
        journal.RETRY_DELAY = 0.02

    def act(self, folder: Path, say: Say) -> None:
        self.begin_under_faults(folder)
        if flushed(self.kept):
            say(1)

    def begin_under_faults(self, folder: Path) -> None:
        self.builder = Builder(start_map())
        self.kept = Journal(self.builder.document, root=folder / "home" / "sessions", unsaved_base=True)
        add(self.builder, self.kept, 0)

    def judge(self, folder: Path, said: int, returned: bool) -> str:
        return super().judge(folder / "home", said, returned and said == 1)


@operation
class JournalAppend(SessionOperation):
    """Edits and texts being typed, each waited for."""

    before, after = 2, 6

    def prepare(self, folder: Path) -> None:
        self.begin(folder, self.before)

    def act(self, folder: Path, say: Say) -> None:
        for i in range(self.before, self.after):
            self.kept.draft("item-typed", "wordt getypt " + "x" * i)
            add(self.builder, self.kept, i)
            if flushed(self.kept):
                say(i + 1)

    def judge(self, folder: Path, said: int, returned: bool) -> str:
        return super().judge(folder, said, returned and said == self.after)

    def written(self, folder: Path) -> tuple[int, int]:
        (path,) = folder.rglob("journal-*.jsonl")
        data = path.read_bytes()
        return data.find(b"wordt getypt"), len(data)


@operation
class JournalCompact(SessionOperation):
    """The edit after which a journal begins anew: new base, new journal, then the old ones go."""

    before, after = 5, 7

    def prepare(self, folder: Path) -> None:
        self.begin(folder, self.before)
        journal.COMPACT_RECORDS = self.before + 2

    def act(self, folder: Path, say: Say) -> None:
        for i in range(self.before, self.after):
            add(self.builder, self.kept, i)
            if flushed(self.kept):
                say(i + 1)

    def judge(self, folder: Path, said: int, returned: bool) -> str:
        return super().judge(folder, said, returned and said == self.after)


def only(found: list[recovery.FoundSession]) -> recovery.FoundSession:
    """What is offered.  A disk that does not answer at the start offers nothing now; it is there the next time."""
    if not found:
        raise ReadError("sessions", "Nothing is offered at this start.")
    return found[0]  # the newest: where a look fails, what it continues may be offered beside it


def recover_all(folder: Path, say: Say, found: recovery.FoundSession, count: int) -> None:
    """Open found work, go on in a journal of its own, save it, let go of the session: what a user does."""
    journal.RETRY_DELAY = 0.02
    copy = recovery.recover(found)
    kept = Journal(copy.document, root=folder / "sessions", unsaved_base=True, recovered_from=(found.folder,))
    if flushed(kept):
        say(count)
    saved = native.save(copy.document, folder / "map.journey")
    if saved.result.confirmed:
        kept.saved(kept.position(), folder / "map.journey", saved.result.stamp.sha256, saved.document)
        flushed(kept)
        kept.close(keep=False)


@operation
class Recover(SessionOperation):
    """Recover what a crash left, go on in a new session, save, let go."""

    before = after = 6

    def scene(self, folder: Path) -> None:
        dead_session(folder / "sessions", self.before)

    def act(self, folder: Path, say: Say) -> None:
        recover_all(folder, say, only(recovery.find_sessions(folder / "sessions")), self.after)

    def judge(self, folder: Path, said: int, returned: bool) -> str:
        word = super().judge(folder, said, returned)
        # And a second recovery goes through from whatever the crash left.
        for found in recovery.find_sessions(folder / "sessions"):
            again = recovery.recover(found)
            if again.report.damaged:
                raise Broken("the recovered map is damaged")
        return word


@operation
class RecoverAgain(Recover):
    """Recover from a crash that fell into a recovery, after work in it: two sessions, one continues the other."""

    before = after = 8

    def scene(self, folder: Path) -> None:
        first = dead_session(folder / "sessions", 6)
        (found,) = recovery.find_sessions(folder / "sessions")
        dead_session(folder / "sessions", 2, recovered_from=(first,), start=recovery.recover(found).document)


@operation
class Discard(SessionOperation):
    """Put found work among the recently discarded."""

    before = after = 4

    def scene(self, folder: Path) -> None:
        dead_session(folder / "sessions", self.before)

    def act(self, folder: Path, say: Say) -> None:
        recovery.discard(only(recovery.find_sessions(folder / "sessions")))


@operation
class Restore(Recover):
    """Take discarded work back, go on, save."""

    before = after = 4

    def scene(self, folder: Path) -> None:
        sessions.mark_closed(dead_session(folder / "sessions", self.before))

    def act(self, folder: Path, say: Say) -> None:
        found = only(recovery.recently_discarded(folder / "sessions"))
        recover_all(folder, say, recovery.restore(found), self.after)


@operation
class CloseUnsaved(SessionOperation):
    """Close a map with work in no file: it is kept as recently discarded."""

    before = after = 3

    def prepare(self, folder: Path) -> None:
        self.begin(folder, self.before)

    def act(self, folder: Path, say: Say) -> None:
        if self.kept.close(keep=True):
            say(self.after)


# -- an open document, as the window saves it -------------------------------------------------------------------------


class DocumentOperation(SessionOperation):
    """An open document with three cards more than its file."""

    before = after = 3
    document: OpenDocument

    def scene(self, folder: Path) -> None:
        native.save(start_map(), folder / "map.journey")

    def prepare(self, folder: Path) -> None:
        journal.RETRY_DELAY = 0.02
        self.document = Documents(journal_root=folder / "sessions").open(folder / "map.journey")
        for i in range(self.before):
            self.document.session.run(cards.add_cards, "note", [f"kaart {i}"], Listing("inbox"))
        assert flushed(self.document.journal)

    def file_cards(self, path: Path) -> int:
        """How many of the cards are in a file."""
        try:
            loaded = native.load(path)
        except FileError as error:
            raise Broken(f"unreadable: {error}") from error
        if loaded.report.damaged:
            raise Broken("the file is damaged")
        return len(texts_of(loaded.document))


@operation
class DocumentSave(DocumentOperation):
    """Save an open document and tell its journal."""

    def act(self, folder: Path, say: Say) -> None:
        result = self.document.save()
        if result.confirmed:
            say(self.after)
        flushed(self.document.journal)

    def judge(self, folder: Path, said: int, returned: bool) -> str:
        found = self.file_cards(folder / "map.journey")
        if (said or returned) and found != self.after:
            raise Broken("it was called saved, and the old one is there")
        super().judge(folder, said, returned)
        return "new" if found else "old"


@operation
class DocumentSaveAs(DocumentOperation):
    """Save an open document under another name: the old file stays what it was."""

    def act(self, folder: Path, say: Say) -> None:
        result = self.document.save(folder / "other.journey")
        if result.confirmed:
            say(self.after)
        flushed(self.document.journal)

    def judge(self, folder: Path, said: int, returned: bool) -> str:
        if self.file_cards(folder / "map.journey"):
            raise Broken("the old file was touched")
        there = (folder / "other.journey").exists()
        found = self.file_cards(folder / "other.journey") if there else -1
        if there and found != self.after:
            raise Broken("the new file is not whole")
        if (said or returned) and found != self.after:
            raise Broken("it was called saved, and is not there")
        kept = max((len(texts_of(each.document)) for each in offered(folder)), default=-1)
        if max(kept, found) < self.after:
            raise Broken("the edits are neither in the file nor in the journal")
        return "new" if there else "none"


@operation
class MigrateAndSave(DocumentOperation):
    """Open a file of an older format, and save it for the first time in the new one."""

    def scene(self, folder: Path) -> None:
        (folder / "map.journey").write_bytes(NextFormat.old_file())

    def prepare(self, folder: Path) -> None:
        NextFormat().__enter__()

    def act(self, folder: Path, say: Say) -> None:
        journal.RETRY_DELAY = 0.02
        self.document = Documents(journal_root=folder / "sessions").open(folder / "map.journey")
        for i in range(self.before):
            self.document.session.run(cards.add_cards, "note", [f"kaart {i}"], Listing("inbox"))
        flushed(self.document.journal)
        if self.document.save().confirmed:
            say(self.after)
        flushed(self.document.journal)

    def judge(self, folder: Path, said: int, returned: bool) -> str:
        with NextFormat():
            loaded = native.load(folder / "map.journey")
            if (folder / "map.journey").read_bytes() == NextFormat.old_file():
                if said or returned:
                    raise Broken("it was called saved, and the old one is there")
                return "old"
            if loaded.report.damaged or loaded.report.migrated:
                raise Broken("the new file is not whole")
            if len(texts_of(loaded.document)) != self.after:
                raise Broken("the new file lacks work")
            if {phase.name for phase in loaded.document.phases} != {phase.name for phase in old_map().phases}:
                raise Broken("the phases were lost")
        return "new"
