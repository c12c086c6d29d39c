"""A stage for faults: a process that forks an actor per trial, so that strace can kill it or fail its calls.

Started by :class:`faults.Stage`.  Reads lines ``ACTION LIMIT FOLDER`` on standard input; for each it forks an actor
that stops itself, prints the actor's number, waits for its end and prints the exit status: 0 done, 3 a typed error was
raised (its sentence is in a file), 4 anything else was raised, negative the signal that killed it.

Actors keep their tally of what was confirmed in a file mapped into memory: that makes no system call, and survives.
"""

from __future__ import annotations

import ctypes
import mmap
import os
import resource
import signal
import struct
import sys
import time
from collections.abc import Callable
from pathlib import Path

from maps import Builder, large_map
from model.commands import cards
from model.commands.places import Listing
from model.document import Document
from model.files import journal, native, recovery
from model.files.atomic import ABSENT, read_file, write_atomic
from model.files.errors import FileError
from model.newmap import new_map

EDITS = 24
NEW = [b""]
"""What is to be saved; read before the faults begin."""
PR_SET_PTRACER = 0x59616D61


class Tally:
    """A number that survives the process; setting it makes no system call."""

    def __init__(self, path: Path) -> None:
        path.write_bytes(b"\0" * 8)
        with path.open("r+b") as file:
            self._map = mmap.mmap(file.fileno(), 8)

    def set(self, value: int) -> None:
        """Remember ``value``."""
        self._map[:8] = struct.pack("<q", value)


def start_map() -> Document:
    """The map that every session of the stage begins with; always the same."""
    return Document(new_map("Proef").tables, document_id="3f0c1f6e-6d1e-4b7e-9a53-2f6f3ad1c0de")


def save(folder: Path, _tally: Tally) -> None:
    """Save over an older file, with a look at its base."""
    path = folder / "map.journey"
    _, stamp = read_file(path)
    write_atomic(path, NEW[0], expected=stamp)


def save_new(folder: Path, _tally: Tally) -> None:
    """Save under a name that is free."""
    write_atomic(folder / "map.journey", NEW[0], expected=ABSENT)


def save_naively(folder: Path, _tally: Tally) -> None:
    """What must not be done; shows that the harness bites."""
    with (folder / "map.journey").open("wb") as file:
        file.write(NEW[0])


def edit(folder: Path, tally: Tally) -> None:
    """A session of edits with compactions; the tally counts those that are on the disk for sure."""
    journal.COMPACT_RECORDS = 10
    journal.RETRY_DELAY = 0.02
    builder = Builder(start_map())
    kept = journal.Journal(builder.document, root=folder / "sessions", unsaved_base=True)
    for i in range(EDITS):
        changes = builder.do(cards.add_cards(builder.document, "note", [f"kaart {i}"], Listing("inbox")))
        kept.append(changes, "user")
        if i % 3 == 2 and kept.flush(2.0):
            tally.set(i + 1)
    end = time.monotonic() + 5.0
    while not kept.flush(1.0) and time.monotonic() < end:
        time.sleep(0.01)
    tally.set(EDITS)


def recover(folder: Path, tally: Tally) -> None:
    """Recover what a crash left, go on in a new session, save."""
    (found,) = recovery.find_sessions(folder / "sessions")
    copy = recovery.recover(found)
    kept = journal.Journal(copy.document, root=folder / "sessions", unsaved_base=True, recovered_from=(found.folder,))
    kept.flush(2.0)
    saved = native.save(copy.document, folder / "map.journey")
    tally.set(1)
    kept.saved(kept.position(), folder / "map.journey", saved.result.stamp.sha256, saved.document)
    kept.flush(2.0)
    kept.close(keep=False)


def edit_and_type(folder: Path, tally: Tally) -> None:
    """Edit and type until killed; the tally counts what is synced.  The typed text is the time."""
    builder = Builder(start_map())
    kept = journal.Journal(builder.document, root=folder / "sessions", unsaved_base=True)
    for i in range(1_000_000):
        changes = builder.do(cards.add_cards(builder.document, "note", [f"kaart {i}"], Listing("inbox")))
        kept.append(changes, "user")
        kept.draft("item-typed", str(time.monotonic()))
        if i % 5 == 4 and kept.flush(5.0):
            tally.set(i + 1)
        time.sleep(0.003)


ACTIONS: dict[str, Callable[[Path, Tally], None]] = {
    "save": save,
    "save_new": save_new,
    "save_naively": save_naively,
    "edit": edit,
    "edit_and_type": edit_and_type,
    "recover": recover,
}


def act(action: str, folder: Path, limit: int) -> int:
    """Play one actor in this forked process; the exit status."""
    ctypes.CDLL(None).prctl(PR_SET_PTRACER, -1, 0, 0, 0)
    tally = Tally(folder / "tally")
    NEW[0] = (folder / "new").read_bytes()
    if limit >= 0:
        # Die at that byte: the signal, which Python ignores, does what a pulled plug does.
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    else:
        os.kill(os.getpid(), signal.SIGSTOP)
    try:
        ACTIONS[action](folder, tally)
    except FileError as error:
        (folder / "sentence").write_text(str(error), encoding="utf-8")
        return 3
    except BaseException as error:
        (folder / "sentence").write_text(repr(error), encoding="utf-8")
        return 4
    return 0


def main() -> None:
    """Serve trials until standard input ends."""
    native.loads(native.dumps(large_map(3)))  # everything is imported and read once
    print("ready", flush=True)
    for line in sys.stdin:
        action, limit, folder = line.rstrip("\n").split(" ", 2)
        child = os.fork()
        if child == 0:
            os._exit(act(action, Path(folder), int(limit)))
        print(child, flush=True)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    main()
