"""The machine of ``tests/support/editing.py``: what must hold does, and every way back leads back."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

from editing import Editing

Editing.TestCase.settings = settings(
    max_examples=80, stateful_step_count=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestEditing = Editing.TestCase
