"""A real screen with a real mouse, a private X server driven by xdotool, for what the offscreen platform cannot do.

A drag and drop of the system is such a thing: its platform plugin has none.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

MISSING = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
"""What has to be installed first; nothing where all of it is."""
ROOT = Path(__file__).resolve().parents[2]
_STAGE = Path(__file__).with_name("desktop_stage.py")
_PATIENCE = 40.0
"""s for a program to say something on a machine that is busy."""


class Screen:
    """A screen of 1700 x 1000 px, without a window manager."""

    def __init__(self) -> None:
        read_end, write_end = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1700x1000x24", "-nolisten", "tcp"],
            pass_fds=[write_end],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(write_end)
        with os.fdopen(read_end) as told:
            self.name = f":{told.readline().strip()}"
        self._programs: list[Program] = []

    def __enter__(self) -> Screen:
        return self

    def __exit__(self, *_: object) -> None:
        for program in self._programs:
            program.end()
        self._server.terminate()
        self._server.wait(10)

    def program(self, home: Path, *words: str) -> Program:
        """Start a scene of desktop_stage.py."""
        made = Program(self.name, home, words)
        self._programs.append(made)
        return made

    def xdo(self, *words: object) -> None:
        """One xdotool command."""
        env = {**os.environ, "DISPLAY": self.name}
        subprocess.run(["xdotool", *map(str, words)], env=env, check=True, timeout=20)

    def drag(self, start: Sequence[int], end: Sequence[int], *, escape: bool = False) -> None:
        """Press at one place, move in small steps, let go at the other; or press Esc before that."""
        self.xdo("mousemove", *start)
        time.sleep(0.2)
        self.xdo("mousedown", 1)
        count = 24
        for number in range(1, count + 1):
            at = [round(a + (b - a) * number / count) for a, b in zip(start, end, strict=True)]
            self.xdo("mousemove", *at)
            time.sleep(0.02)
        time.sleep(0.3)
        if escape:
            self.xdo("key", "Escape")
            time.sleep(0.2)
        self.xdo("mouseup", 1)


class Program:
    """A scene that runs; it says what happens in lines of JSON."""

    def __init__(self, display: str, home: Path, words: Sequence[str]) -> None:
        env = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "JOURNEYWALL_HOME": str(home)}
        env["PYTHONPATH"] = str(ROOT)
        self._process = subprocess.Popen(
            [sys.executable, str(_STAGE), *words], env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def hear(self, patience: float = _PATIENCE) -> dict[str, Any] | None:
        """What it says next; None when it says nothing for so many seconds."""
        pipe = self._process.stdout
        assert pipe is not None
        ready, _, _ = select.select([pipe], [], [], patience)
        line = pipe.readline() if ready else b""
        return dict(json.loads(line)) if line else None

    def end(self) -> None:
        """End it, whatever it is doing."""
        self._process.kill()
        self._process.wait(10)
        if self._process.stdout is not None:
            self._process.stdout.close()
