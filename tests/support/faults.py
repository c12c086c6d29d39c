"""Faults at every system call, injected by strace: the caller's side of ``fault_stage.py``.

strace counts ``when=`` per call name and fires *before* the call; so a run is traced once, and then each (name, k) is
a trial of its own.  A trial that should have died and did not is told apart, since an injection that never fires
proves nothing.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
CALLS = (
    "openat", "write", "fsync", "fdatasync", "fchmod", "fchown", "rename", "link", "unlink", "unlinkat", "mkdir",
    "newfstatat", "fstat", "close", "flistxattr", "listxattr", "fsetxattr", "fadvise64", "lseek", "read", "ftruncate",
    "flock", "getdents64", "rmdir",
)  # fmt: skip
"""The calls that saving makes, and at each of which a fault is injected."""


def needs_strace() -> None:
    """Skip the module where strace is not installed or may not attach."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed", allow_module_level=True)
    probe = subprocess.run(["strace", "-qq", "-e", "trace=none", "true"], capture_output=True, timeout=20, check=False)
    if probe.returncode != 0:
        pytest.skip("strace may not trace here", allow_module_level=True)


class Stage:
    """A process that plays actors; each trial takes some 40 ms."""

    def __init__(self) -> None:
        env = dict(os.environ, PYTHONPATH=os.pathsep.join([str(HERE.parent.parent), str(HERE)]))
        self._process = subprocess.Popen(
            [sys.executable, str(HERE / "fault_stage.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=env,
        )
        assert self._line() == "ready"

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(10)

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def _start(self, action: str, folder: Path, limit: int) -> int:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{action} {limit} {folder}\n")
        self._process.stdin.flush()
        return int(self._line())

    def trace(self, action: str, folder: Path) -> Counter[str]:
        """Play ``action`` undisturbed; how often each call was made."""
        self.play(action, folder, ["-e", f"trace={','.join(CALLS)}"])
        log = (folder / "strace").read_text(encoding="utf-8", errors="replace")
        return Counter(re.findall(r"^(?:\d+ +)?([a-z0-9_]+)\(", log, re.MULTILINE))

    def play(self, action: str, folder: Path, options: list[str]) -> int:
        """Play ``action`` in ``folder`` under strace with ``options``; the exit status, -9 when it was killed."""
        actor = self._start(action, folder, -1)
        _wait_for_state(actor, "T")
        tracer = subprocess.Popen(
            ["strace", "-f", "-qq", "-o", str(folder / "strace"), *options, "-p", str(actor)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        _wait_for_tracer(actor, tracer)
        os.kill(actor, signal.SIGCONT)
        status = int(self._line())
        tracer.wait(20)
        assert tracer.stderr is not None
        tracer.stderr.close()
        return status

    def kill_after(self, action: str, folder: Path, seconds: float) -> float:
        """Play ``action`` and kill it after ``seconds``; the time (monotonic) of the kill."""
        actor = self._start(action, folder, -1)
        _wait_for_state(actor, "T")
        os.kill(actor, signal.SIGCONT)
        time.sleep(seconds)
        moment = time.monotonic()
        os.kill(actor, signal.SIGKILL)
        assert int(self._line()) == -9
        return moment

    def die_at_byte(self, action: str, folder: Path, limit: int) -> int:
        """Play ``action`` and die when a file grows beyond ``limit`` bytes; the exit status."""
        self._start(action, folder, limit)
        return int(self._line())


def kill(call: str, count: int) -> list[str]:
    """Options that kill the actor before its ``count``-th ``call``."""
    return ["-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={count}"]


def fail(call: str, count: int, error: str) -> list[str]:
    """Options that fail the ``count``-th ``call``."""
    return ["-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={count}"]


def _wait_for_state(pid: int, state: str) -> None:
    end = time.monotonic() + 10
    while time.monotonic() < end:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        if fields[0] == state:
            return
        time.sleep(0.001)
    raise TimeoutError(f"the actor did not reach {state}")


def _wait_for_tracer(pid: int, tracer: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 10
    while time.monotonic() < end:
        if tracer.poll() is not None:
            assert tracer.stderr is not None
            raise RuntimeError(f"strace could not attach: {tracer.stderr.read().decode(errors='replace')}")
        if "TracerPid:\t0\n" not in Path(f"/proc/{pid}/status").read_text(encoding="utf-8"):
            return
        time.sleep(0.001)
    raise TimeoutError("strace did not attach")
