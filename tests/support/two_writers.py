"""Two editors and an outside program on one file, interleaved: what became of what each of them wrote.

Editor A is stopped at one of its system calls.  Meanwhile another one writes: editor B, which loaded the same file, or
an outside program that writes in place or renames.  Then A goes on.  Locks are left out: with them B could not even
begin, and on a share, or with an outside program, there are none that help.

Nothing is lost when the card that each writer added is in the file, in a version, in a copy beside it, or, where the
writer was told that it was not saved, in its journal.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from pathlib import Path

import pytest

import app.documents
from app.documents import Documents
from fault_trials import Trials, at_home
from faults import Stage, calls_in, log_of, said_of, tally_of
from maps import Builder
from model.commands import cards
from model.commands.places import Listing
from model.document import Document
from model.files import atomic, journal, native, recovery, versions
from model.files.errors import FileError
from model.files.holder import own_holder
from model.files.locks import Lock
from operations import Broken, Operation, Say, operation, start_map

OUTSIDE = ("in_place", "rename", "slow")
"""What an outside program does: write in place, write beside and rename, or write in place in two halves."""


def without_lock(path: str | os.PathLike[str]) -> Lock:
    """As in a folder where no lock can be made."""
    return Lock(Path(path), own_holder(), problem="No lock can be made here.")


class Writer(Operation):
    """An editor that opened the file, added a card, and saves."""

    listed = False
    word = ""

    def scene(self, folder: Path) -> None:
        native.save(start_map(), folder / "map.journey")

    def prepare(self, folder: Path) -> None:
        journal.RETRY_DELAY = 0.02
        versions.LOCK_SECONDS = 0.3
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(app.documents, "acquire", without_lock)
        self.documents = Documents(journal_root=folder / "sessions")
        self.document = self.documents.open(folder / "map.journey")
        self.document.session.run(cards.add_cards, "note", [f"van {self.word}"], Listing("inbox"))
        assert self.document.journal.flush()

    def act(self, folder: Path, say: Say) -> None:
        job = self.document.prepare_save()
        result = job.run()
        say(1)
        job.keep(result)
        self.document.saved(job, result)
        self.document.journal.flush()

    def judge(self, folder: Path, said: int, returned: bool) -> str:
        return "saved" if said else "not saved"


@operation
class WriterA(Writer):
    """The editor that is stopped."""

    word = "A"


@operation
class WriterPlain(WriterA):
    """The editor as it would be with a look and a plain rename: shows that this bites."""

    def prepare(self, folder: Path) -> None:
        super().prepare(folder)
        self.patch.setattr(atomic, "exchange", lambda _one, _other: False)


@operation
class WriterB(Writer):
    """The other editor."""

    word = "B"


def outside(path: Path, how: str) -> None:
    """An outside program adds a card to what it finds."""
    data = _outside_data(path)
    if how == "rename":
        temp = path.with_name("outside.tmp")
        temp.write_bytes(data)
        temp.replace(path)
    else:
        with path.open("wb") as file:
            file.write(data)


def _outside_data(path: Path) -> bytes:
    builder = Builder(native.load(path).document)
    builder.do(cards.add_cards(builder.document, "note", ["van buiten"], Listing("inbox")))
    return native.dumps(builder.document)


def reachable(folder: Path) -> set[str]:
    """The cards in everything that a user finds: the file, copies beside it, versions, offered journals."""
    found: set[str] = set()
    for path in folder.glob("*.journey"):
        try:
            loaded = native.load(path)
        except FileError as error:
            raise Broken(f"{path.name} is unreadable: {error}") from error
        if loaded.report.damaged:
            raise Broken(f"{path.name} is damaged")
        found |= _cards(loaded.document)
    document_id = start_map().document_id
    for version in versions.versions(document_id):
        found |= _cards(versions.load(version).document)
    for session in recovery.find_sessions(folder / "sessions"):
        found |= _cards(recovery.recover(session).document)
    return found


def _cards(document: Document) -> set[str]:
    return {item.text for item in document.inbox if item.text.startswith("van ")}


class Interleavings:
    """Trials of two writers."""

    def __init__(self, root: Path, name: str = "writer_a") -> None:
        self.one, self.two = Stage(), Stage(tag="b")
        self.name = name
        self.trials = Trials(self.one, root, name)
        self.calls = [(call, k) for call, count in sorted(self.trials.calls().items()) for k in range(1, count + 1)]
        self.count = 0
        self.stopped = 0
        self.found: Counter[str] = Counter()
        self.faults: list[str] = []

    def last_look(self) -> tuple[str, int]:
        """The look at the file after which A does not look again before it takes the name."""
        with self.trials.folder() as folder:
            self.one.trace(self.name, folder)
            calls = calls_in(log_of(folder))
        took = next(
            i for i, (_, name, rest) in enumerate(calls) if name.startswith("rename") and 'map.journey"' in rest
        )
        return "newfstatat", sum(call[:2] == (calls[took][0], "newfstatat") for call in calls[:took])

    def close(self) -> None:
        """End the editors' processes."""
        try:
            self.one.close()
        finally:
            self.two.close()

    def run(self, point: tuple[str, int], other: str, second: tuple[str, int] | None = None) -> None:
        """Stop A at ``point``; let ``other`` ("B" or one of OUTSIDE) write; B may be stopped at ``second`` itself."""
        where = f"A stopped at {point[0]} {point[1]}, {other}" + (f" at {second[0]} {second[1]}" if second else "")
        self.count += 1
        with self.trials.folder() as folder:
            told_b = None
            path = folder / "map.journey"
            b = self.two.begin("writer_b", folder, _stop_at(second)) if other == "B" else None
            a = self.one.begin(self.name, folder, _stop_at(point))
            self.stopped += a.go_until_stopped()
            if b is not None and second is not None:
                b.go_until_stopped()
                status = a.finish()
                told_b = b.finish()
            elif b is not None:
                told_b = b.finish()
                status = a.finish()
            elif other == "slow":
                data = _outside_data(path)
                with path.open("wb") as file:
                    file.write(data[: len(data) // 2])
                    file.flush()
                    status = a.finish()
                    file.write(data[len(data) // 2 :])
            else:
                outside(path, other)
                status = a.finish()
            self._judge(folder, where, status, told_b, other)

    def _judge(self, folder: Path, where: str, status: int, told_b: int | None, other: str) -> None:
        for tag, each in (("", status), ("b", told_b)):
            if each not in (0, 3, None):
                self.faults.append(f"{where}: status {each}: {said_of(folder, tag)}")
        try:
            with at_home(folder):
                found = reachable(folder)
        except Broken as error:
            self.faults.append(f"{where}: {error}")
            return
        wanted = {"van A", "van B" if other == "B" else "van buiten"}
        if not wanted <= found:
            self.faults.append(f"{where}: lost {sorted(wanted - found)}")
        words = ["A saved" if tally_of(folder) else "A told"]
        if other == "B":
            words.append("B saved" if tally_of(folder, "b") else "B told")
        self.found[", ".join(words)] += 1


def _stop_at(point: tuple[str, int] | None) -> list[str]:
    if point is None:
        return ["-e", "trace=none"]
    return ["-e", f"trace={point[0]}", "-e", f"inject={point[0]}:signal=STOP:when={point[1]}"]


def interleave(made: Interleavings, trials: int, seed: int) -> None:
    """Each call of A with each of the others, as far as ``trials`` go; the rest by chance, B stopped as well."""
    dice = random.Random(seed)
    plan = [(point, other, None) for point in made.calls for other in ("B", *OUTSIDE)]
    dice.shuffle(plan)
    for point, other, second in plan[:trials]:
        made.run(point, other, second)
    for _ in range(trials - len(plan)):
        made.run(dice.choice(made.calls), "B", dice.choice(made.calls))
