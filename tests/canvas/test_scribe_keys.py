"""The row of digits is the row of digits, whatever the layout writes there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from widgets.scribe.field import key_of, meaning

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def pressed(key: Qt.Key, modifiers: Qt.KeyboardModifier, scan: int = 0, virtual: int = 0, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, virtual, 0, text)


@pytest.mark.parametrize("platform", ["xcb", "wayland", "windows"])
def test_digits_of_a_belgian_keyboard(platform: str) -> None:
    for digit, written in enumerate("à&é\"'(§è!ç"):
        scan = 19 if digit == 0 else 9 + digit
        for modifiers, said in (
            (Modifier.AltModifier, ("to_phase", digit or 10)),
            (Modifier.ControlModifier, meaning(Key.Key_0 + digit, Modifier.ControlModifier)),
        ):
            event = pressed(Key(ord(written.upper())), modifiers, scan, 0x30 + digit)
            assert meaning(key_of(event, platform), event.modifiers()) == said


def test_letters_stay_letters() -> None:
    event = pressed(Key.Key_Ampersand, Modifier.NoModifier, 10, 0x31, "&")
    assert key_of(event, "xcb") == Key.Key_Ampersand, "without Ctrl or Alt it is text"
    for platform in ("xcb", "windows", "cocoa", "offscreen"):
        event = pressed(Key.Key_P, Modifier.AltModifier, 33, 0x50)
        assert meaning(key_of(event, platform), event.modifiers()) == ("letter", ord("p"))
    event = pressed(Key.Key_Ampersand, Modifier.ControlModifier | Modifier.ShiftModifier, 16, 0x37)
    assert meaning(key_of(event, "xcb"), event.modifiers()) is None, "another chord"
