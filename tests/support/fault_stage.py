"""A stage for faults: a process that forks an actor per trial, so that strace can kill it or fail its calls.

Started by :class:`faults.Stage`.  Reads lines ``ACTION MODE FOLDER`` on standard input; for each it forks an actor
that prepares, stops itself, prints the actor's number, waits for its end and prints the exit status: 0 done, 3 a typed
error was raised (its sentence is in a file), 4 anything else was raised, negative the signal that killed it.
``MODE`` is ``stop``; ``record``, which stops before anything is prepared and shows in the trace what is said; or a
number of bytes, at which a file that grows kills the actor (-1: never).

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
import traceback
from pathlib import Path

import keeping_operations  # noqa: F401 - adds to the table
import session_operations  # noqa: F401 - adds to the table
import two_writers  # noqa: F401 - adds to the table
from maps import Builder
from model.commands import cards
from model.commands.places import Listing
from model.files import journal
from model.files.errors import FileError
from operations import OPERATIONS, Operation, Say, start_map, warm_up

TAG = os.environ.get("STAGE_TAG", "")
"""Tells the files of two stages apart that play in one folder."""
PR_SET_PTRACER = 0x59616D61
SAID, PREPARED = "/said-to-be-safe/", "prepared"
"""How what is said, and that the preparing is over, shows in a trace."""


class Tally:
    """A number that survives the process; setting it makes no system call."""

    def __init__(self, path: Path) -> None:
        path.write_bytes(b"\0" * 8)
        with path.open("r+b") as file:
            self._map = mmap.mmap(file.fileno(), 8)

    def set(self, value: int) -> None:
        """Remember ``value``."""
        self._map[:8] = struct.pack("<q", value)


def edit_and_type(folder: Path, say: Say) -> None:
    """Edit and type until killed; the tally counts what is synced.  The typed text is the time."""
    builder = Builder(start_map())
    kept = journal.Journal(builder.document, root=folder / "sessions", unsaved_base=True)
    for i in range(1_000_000):
        changes = builder.do(cards.add_cards(builder.document, "note", [f"kaart {i}"], Listing("inbox")))
        kept.append(changes, "user")
        kept.draft("item-typed", str(time.monotonic()))
        if i % 5 == 4 and kept.flush(5.0):
            say(i + 1)
        time.sleep(0.003)


class EditAndType(Operation):
    """See :func:`edit_and_type`; it ends by being killed, and :mod:`test_kills` judges it."""

    def act(self, folder: Path, say: Say) -> None:
        edit_and_type(folder, say)


def act(operation: Operation, mode: str, folder: Path) -> int:
    """Play one actor in this forked process; the exit status."""
    ctypes.CDLL(None).prctl(PR_SET_PTRACER, -1, 0, 0, 0)
    os.environ["JOURNEYWALL_HOME"] = str(folder / "home")
    say = Tally(folder.with_name(f"{folder.name}.{TAG}tally")).set
    if mode == "record":
        os.kill(os.getpid(), signal.SIGSTOP)
        say = _shown
    try:
        operation.prepare(folder)
    except BaseException:
        traceback.print_exc()
        return 5
    if mode == "stop":
        os.kill(os.getpid(), signal.SIGSTOP)
    elif mode == "record":
        _shown(PREPARED)
    elif mode != "-1":
        # Die at that byte: the signal, which Python ignores, does what a pulled plug does.
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(mode), int(mode)))
    sentence = folder.with_name(f"{folder.name}.{TAG}sentence")
    try:
        operation.act(folder, say)
    except FileError as error:
        sentence.write_text(str(error), encoding="utf-8")
        return 3
    except BaseException:
        sentence.write_text(traceback.format_exc(), encoding="utf-8")
        return 4
    return 0


def _shown(value: int | str) -> None:
    """Say ``value`` in the trace: a look at a path that is not there."""
    os.path.exists(f"{SAID}{value}")  # noqa: PTH110 - the plain call, once


def main() -> None:
    """Serve trials until standard input ends."""
    warm_up()
    OPERATIONS["edit_and_type"] = EditAndType()
    print("ready", flush=True)
    for line in sys.stdin:
        action, mode, folder = line.rstrip("\n").split(" ", 2)
        child = os.fork()
        if child == 0:
            os._exit(act(OPERATIONS[action], mode, Path(folder)))
        print(child, flush=True)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    main()
