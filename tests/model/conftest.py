"""Fixtures of the model's tests."""

from __future__ import annotations

import pytest

from rooms import Room


@pytest.fixture
def room() -> Room:
    return Room()
