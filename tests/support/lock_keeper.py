"""Another process that has a map open by its lock, and locks of machines that are made up."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from model.files.holder import Holder, own_holder
from model.files.locks import lock_path
from model.values import replace

ROOT = Path(__file__).resolve().parents[2]
_KEEP = """
import sys
from model.files.locks import Lock, acquire
got = acquire(sys.argv[1])
print("held" if isinstance(got, Lock) and got.held else got.who, flush=True)
sys.stdin.readline()
if isinstance(got, Lock):
    got.release()
"""


def started(path: Path) -> subprocess.Popen[str]:
    """A process that tries to lock ``path``, says how that went, and lets go when it gets a line."""
    command = [sys.executable, "-c", _KEEP, str(path)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)


class Other:
    """Another process that opens a map and keeps it until it is told to close, or killed."""

    def __init__(self, path: Path) -> None:
        self.process = started(path)
        assert self.process.stdout is not None
        self.said = self.process.stdout.readline().strip()

    def close(self) -> None:
        self.process.communicate("\n", timeout=20)

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(20)

    def end(self) -> None:
        if self.process.poll() is None:
            self.kill()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None and not stream.closed:
                stream.close()


def on_laptop_3(**values: Any) -> Holder:
    """Anna's process on another machine."""
    return replace(own_holder(), **({"user": "Anna", "host": "laptop-3", "machine": "other"} | values))


def write_lock(path: Path, holder: Holder) -> None:
    """Lay the lock of ``holder`` beside a map, whoever has it."""
    lock_path(path).write_text(json.dumps(holder.as_json()), encoding="utf-8")
