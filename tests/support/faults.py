"""Faults at every system call, injected by strace: the caller's side of ``fault_stage.py``.

strace counts ``when=`` per call name and fires *before* the call; so a run is traced once, and then each (name, k) is
a trial of its own.  A trial that should have died and did not is told apart, since an injection that never fires
proves nothing.
"""

from __future__ import annotations

import contextlib
import os
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
CALLS = "trace=%file,%desc"
"""What strace shows: every call that names a file or works on a descriptor."""
NOT_COUNTED = frozenset(
    {"mmap", "poll", "ppoll", "select", "pselect6", "epoll_wait", "epoll_ctl", "execve", "pipe2", "eventfd2"}
)
"""Calls that neither look at the disk nor change it: to die before one is to die before the next that does."""
ERRORS = ("EIO", "ENOSPC", "EDQUOT", "EACCES", "EROFS", "EBUSY")
PATIENCE = 60.0
"""Seconds after which an actor that goes on counts as hanging."""
_CALL = re.compile(r"^(\d+) +([a-z0-9_]+)\((.*)$", re.MULTILINE)


class Hangs(AssertionError):
    """An actor did not come to an end."""


def needs_strace() -> None:
    """Skip the module where strace is not installed or may not attach."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed", allow_module_level=True)
    probe = subprocess.run(["strace", "-qq", "-e", "trace=none", "true"], capture_output=True, timeout=20, check=False)
    if probe.returncode != 0:
        pytest.skip("strace may not trace here", allow_module_level=True)


class Stage:
    """A process that plays actors; each trial takes some 40 ms."""

    def __init__(self, tag: str = "") -> None:
        env = dict(os.environ, PYTHONPATH=os.pathsep.join([str(HERE.parent.parent), str(HERE)]), STAGE_TAG=tag)
        self._process = subprocess.Popen(
            [sys.executable, str(HERE / "fault_stage.py")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env
        )
        self._heard = b""
        self._tag = tag
        self._actor: int | None = None
        self._tracer: subprocess.Popen[bytes] | None = None
        try:
            assert self._line() == "ready"
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """End the process, and what it plays: after a trial that broke off, that is an actor that waits for ever."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._end_tracer()
        if self._actor is not None:
            _kill(self._actor)
        self._process.stdin.close()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            raise
        finally:
            self._process.stdout.close()

    def _end_tracer(self) -> None:
        if self._tracer is None:
            return
        tracer, self._tracer = self._tracer, None
        tracer.kill()
        tracer.wait()
        assert tracer.stderr is not None
        tracer.stderr.close()

    def tracer_ends(self) -> None:
        """Wait for the end of what traced an actor that ended."""
        assert self._tracer is not None
        try:
            self._tracer.wait(PATIENCE)
        finally:
            self._end_tracer()

    def give_up(self) -> None:
        """End the actor there is, whatever it does, and what traces it."""
        self._end_tracer()
        if self._actor is not None:
            _kill(self._actor)
            self.end_of(self._actor)

    def _line(self, patience: float = PATIENCE) -> str:
        assert self._process.stdout is not None
        end = time.monotonic() + patience
        while b"\n" not in self._heard:
            ready, _, _ = select.select([self._process.stdout], [], [], max(0.0, end - time.monotonic()))
            if not ready:
                raise Hangs(f"nothing was heard for {patience} seconds")
            more = os.read(self._process.stdout.fileno(), 4096)
            assert more, "the stage ended"
            self._heard += more
        line, _, self._heard = self._heard.partition(b"\n")
        return line.decode()

    def end_of(self, actor: int, nudge: Callable[[], None] | None = None) -> int:
        """Wait for the end of ``actor``; its exit status.  ``nudge`` is called now and then while it takes long."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                status = int(self._line(0.5))
                self._actor = None
                return status
            except Hangs:
                if time.monotonic() > end:
                    _kill(actor)
                    self._line()
                    self._actor = None
                    raise
            if nudge is not None:
                nudge()

    def _start(self, action: str, mode: str, folder: Path) -> int:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{action} {mode} {folder}\n".encode())
        self._process.stdin.flush()
        self._actor = int(self._line())
        return self._actor

    def trace(self, action: str, folder: Path) -> Counter[str]:
        """Play ``action`` undisturbed; how often each call was made by the thread that made it most often.

        strace counts for each thread of its own, and a fault falls on the first thread that comes to the number.
        """
        status = self.play(action, folder, ["-e", CALLS])
        assert status == 0, said_of(folder)
        return most_calls(log_of(folder))

    def play(self, action: str, folder: Path, options: list[str], mode: str = "stop") -> int:
        """Play ``action`` in ``folder`` under strace with ``options``; the exit status, -9 when it was killed."""
        return self.begin(action, folder, options, mode).finish()

    def begin(self, action: str, folder: Path, options: list[str], mode: str = "stop") -> Actor:
        """An actor of ``action`` that is stopped and traced with ``options``."""
        actor = self._start(action, mode, folder)
        try:
            _wait_for_state(actor, "T")
            log = log_of(folder, self._tag)
            self._tracer = tracer = subprocess.Popen(
                ["strace", "-f", "-qq", "-o", str(log), *options, "-p", str(actor)],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            )
            _wait_for_tracer(actor, tracer)
        except BaseException:
            self.give_up()
            raise
        return Actor(self, actor, tracer, log)

    def run(self, action: str, folder: Path) -> int:
        """Play ``action`` with nothing in its way; the exit status."""
        return self.end_of(self._start(action, "-1", folder))

    def kill_after(self, action: str, folder: Path, seconds: float) -> float:
        """Play ``action`` and kill it after ``seconds``; the time (monotonic) of the kill."""
        actor = self._start(action, "stop", folder)
        try:
            _wait_for_state(actor, "T")
        except BaseException:
            self.give_up()
            raise
        os.kill(actor, signal.SIGCONT)
        time.sleep(seconds)
        moment = time.monotonic()
        os.kill(actor, signal.SIGKILL)
        assert self.end_of(actor) == -9
        return moment

    def die_at_byte(self, action: str, folder: Path, limit: int) -> int:
        """Play ``action`` and die when a file grows beyond ``limit`` bytes; the exit status."""
        return self.end_of(self._start(action, str(limit), folder))


class Actor:
    """An actor under strace, stopped."""

    def __init__(self, stage: Stage, pid: int, tracer: subprocess.Popen[bytes], log: Path) -> None:
        self._stage, self._pid, self._tracer, self._log = stage, pid, tracer, log

    def _go_on(self) -> None:
        """Each of its threads may come to the call that stops it."""
        if self._tracer.poll() is None and _state(self._pid) in "Tt":
            os.kill(self._pid, signal.SIGCONT)

    def is_there(self) -> bool:
        """Whether it has not come to its end."""
        return _state(self._pid) not in "XZ"

    def go_until_stopped(self) -> bool:
        """Let it go until a signal stops it again; False when it came to its end instead."""
        os.kill(self._pid, signal.SIGCONT)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            # The signal is delivered, and then stops it; being attached to a stopped one shows as a stop alone.
            if b"stopped by SIGSTOP" in self._log.read_bytes().partition(b"--- SIGSTOP {")[2]:
                return True
            if self._tracer.poll() is not None:
                return False
            time.sleep(0.001)
        raise Hangs("an actor neither stopped nor ended")

    def finish(self) -> int:
        """Let it go to its end; the exit status, -9 when it was killed."""
        if self._tracer.poll() is None:
            os.kill(self._pid, signal.SIGCONT)
        try:
            return self._stage.end_of(self._pid, self._go_on)
        finally:
            self._stage.tracer_ends()


def calls_in(log: Path) -> list[tuple[str, str, str]]:
    """The calls of a trace in the order in which they began: thread (its number), name, what follows.

    strace pads the numbers to five places: where they are small, more than one space follows.
    """
    return _CALL.findall(log.read_text(encoding="utf-8", errors="replace"))


def most_calls(log: Path) -> Counter[str]:
    """How often each call is in a trace, by the thread that made it most often."""
    most: Counter[str] = Counter()
    for (_, call), count in Counter((thread, call) for thread, call, _ in calls_in(log)).items():
        if call not in NOT_COUNTED:
            most[call] = max(most[call], count)
    return most


def log_of(folder: Path, tag: str = "") -> Path:
    """Where strace writes what it saw in a trial."""
    return folder.with_name(f"{folder.name}.{tag}strace")


def tally_of(folder: Path, tag: str = "") -> int:
    """What the actor of a trial said to be safe; ``tag`` is its stage's."""
    value: int = struct.unpack("<q", folder.with_name(f"{folder.name}.{tag}tally").read_bytes())[0]
    return value


def said_of(folder: Path, tag: str = "") -> str:
    """The sentence or traceback that the actor of a trial ended with; "" when there is none."""
    path = folder.with_name(f"{folder.name}.{tag}sentence")
    return path.read_text(encoding="utf-8") if path.exists() else ""


def kill(call: str, count: int) -> list[str]:
    """Options that kill the actor before its ``count``-th ``call`` (of a thread)."""
    return ["-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={count}"]


def fail(call: str, count: int, error: str) -> list[str]:
    """Options that fail the ``count``-th ``call``."""
    return ["-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={count}"]


def _state(pid: int) -> str:
    """The letter for what a process does; "X" for one that is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return "X"


def _kill(pid: int) -> None:
    """Kill a process that may be gone already."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def _wait_for_state(pid: int, state: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        now = _state(pid)
        if now == state:
            return
        if now in "XZ":
            raise RuntimeError(f"the actor ended before it reached {state}")
        time.sleep(0.001)
    raise TimeoutError(f"the actor did not reach {state}")


def _wait_for_tracer(pid: int, tracer: subprocess.Popen[bytes]) -> None:
    """Until strace has every thread."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if tracer.poll() is not None:
            assert tracer.stderr is not None
            raise RuntimeError(f"strace could not attach: {tracer.stderr.read().decode(errors='replace')}")
        threads = Path(f"/proc/{pid}/task").iterdir()
        if all("TracerPid:\t0\n" not in (each / "status").read_text(encoding="utf-8") for each in threads):
            return
        time.sleep(0.001)
    raise TimeoutError("strace did not attach")
