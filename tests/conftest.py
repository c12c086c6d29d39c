"""What holds for every test: no window on a real display, and no reach into the user's own settings and journals."""

from __future__ import annotations

import os
import tempfile

import pytest

# Before Qt is imported by anything: Qt reads it once, and ends the process where no display answers.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The tests' tools bring lxml along, users do not have it: workbooks are written here as they are written there.
os.environ["OPENPYXL_LXML"] = "False"


def pytest_configure(config: pytest.Config) -> None:
    """Give this run a home of its own, thrown away afterwards; tests that look into it set one more of their own."""
    home = tempfile.TemporaryDirectory(prefix="journeywall-tests-", ignore_cleanup_errors=True)
    os.environ["JOURNEYWALL_HOME"] = home.name
    config.add_cleanup(home.cleanup)
