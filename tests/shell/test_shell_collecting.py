"""Unreachable objects are let go on the interface's thread only: Qt ends a process whose widgets go on another."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref

import pytest
from PySide6.QtWidgets import QApplication

from app.memory import Collector

PROGRAM = """
import gc, sys, threading
threads = set()
gc.callbacks.append(lambda phase, _: threads.add(threading.current_thread().name))

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app import gui


def litter():
    for _ in range(300_000):
        ring = []
        ring.append(ring)


def begin():
    worker = threading.Thread(target=litter, name="worker")
    worker.start()
    QTimer.singleShot(1500, lambda: (worker.join(), QApplication.quit()))


real = gui.Application
gui.Application = lambda *arguments: (made := real(*arguments), QTimer.singleShot(1500, begin))[0]
gui.run(None)
print("THREADS", sorted(threads))
"""


def test_only_the_interface_s_thread_looks_for_what_can_go() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    said = [line for line in done.stdout.splitlines() if line.startswith("THREADS")]
    assert said == ["THREADS ['MainThread']"], done.stdout + done.stderr


def test_the_collector_finds_rings_of_objects(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    was = gc.isenabled()
    collector = Collector(qapp)
    try:
        assert not gc.isenabled()

        class Ring(list["Ring"]):
            pass

        gc.collect()
        ring = Ring()
        ring.append(ring)
        gone = weakref.ref(ring)
        del ring
        kept: list[list[object]] = [[] for _ in range(gc.get_threshold()[0] + 100)]
        collector.look()
        assert gone() is None
        assert len(kept) > 0
    finally:
        collector.deleteLater()
        if was:
            gc.enable()
