"""What holds for every test: no window on a real display, and no reach into the user's own settings and journals."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from model.i18n import set_language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# Before Qt is imported by anything: Qt reads it once, and ends the process where no display answers.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The tests' tools bring lxml along, users do not have it: workbooks are written here as they are written there.
os.environ["OPENPYXL_LXML"] = "False"
# Hundreds of tests start the program: compiled once, it starts twice as fast, wherever somebody prefers to leave none.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# What a run finds must not depend on luck, nor on how busy the machine is; JOURNEYWALL_FULL tries new examples.
settings.register_profile("steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("full", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("full" if os.environ.get("JOURNEYWALL_FULL") else "steady")

PATIENCE_MS = 60_000
"""How long a test waits for something, unless it says so itself: what never comes is all that it is to find out."""

WITH_WIDGETS = frozenset({"acceptance", "bench", "canvas", "dialogs", "lists", "panels", "shell", "widgets_look"})
"""The folders of tests in which widgets are made."""


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let no thread of a journal take apart widgets that a test left: what :mod:`app.memory` is for in the program."""
    if item.path.parent.name in WITH_WIDGETS:
        gc.disable()
    elif not gc.isenabled():
        gc.collect()
        gc.enable()


def pytest_runtest_teardown() -> None:
    """Look for what can go, on this thread, in the interpreter's own steps."""
    counts, limits = gc.get_count(), gc.get_threshold()
    due = next((step for step in (2, 1, 0) if counts[step] > limits[step]), None)
    if due is not None and not gc.isenabled():
        gc.collect(due)


def pytest_configure(config: pytest.Config) -> None:
    """Give this run a home of its own, thrown away afterwards; tests that look into it set one more of their own."""
    from pytestqt.qtbot import QtBot

    for wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitActive, QtBot.waitExposed):
        defaults = wait.__kwdefaults__
        assert defaults is not None and defaults["timeout"] == 5000
        defaults["timeout"] = PATIENCE_MS
    home = tempfile.TemporaryDirectory(prefix="journeywall-tests-", ignore_cleanup_errors=True)
    os.environ["JOURNEYWALL_HOME"] = home.name
    config.add_cleanup(home.cleanup)


LONG = ("bench", "reliability", "build", "export_xlsx")
"""The folders with tests of many seconds: begun first, or one worker is still at one when the others are done."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long."""
    order = {folder: place for place, folder in enumerate(LONG)}
    items.sort(key=lambda item: order.get(item.path.parent.name, len(LONG)))


def pytest_collection_finish() -> None:
    """Set apart what the run itself holds: thousands of tests, which each look through the memory would go through."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _apart(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What is set apart stays so, whatever the program does to find a closed map in a memory of its own."""
    if request.node.get_closest_marker("whole_memory") is None:
        monkeypatch.setattr(gc, "freeze", lambda: None)
        monkeypatch.setattr(gc, "unfreeze", lambda: None)
        yield
    else:
        yield
        gc.collect()
        gc.freeze()


@pytest.fixture(autouse=True)
def _english() -> None:
    """Each test begins in English, whatever the one before it spoke: on several cores that is another one each time."""
    set_language("en")


@pytest.fixture(autouse=True)
def _no_window_stays() -> Iterator[None]:
    """Delete the windows that a test leaves, once it is over.

    A closed window lives on until Python's collector comes by. Hundreds of them make each change of theme, which
    styles every widget there is, take minutes, and answer to what later tests do.
    """
    before = set(_windows())
    yield
    left = [window for window in _windows() if window not in before]
    if left:
        from PySide6.QtCore import QCoreApplication, QEvent

        for window in left:
            window.deleteLater()
        del left, window
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _windows() -> list[QWidget]:
    """The top-level widgets there are; most tests never load Qt, and are not made to."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    from shiboken6 import isValid

    return [window for window in widgets.QApplication.topLevelWidgets() if isValid(window)]
