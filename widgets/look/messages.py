"""Messages that are larger than those of the program: on the wall, where a whole room reads them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from widgets.look.tokens import text_style

TEXT = text_style("body")[0]
"""px of what a message says at its usual size."""
_BUTTON_H, _BUTTON_W, _BESIDE = 28, 14, 8
"""px of its buttons: height, least width, room beside the words."""


def dress_message(message: QWidget, scale: float) -> None:
    """Make words and buttons of a message ``scale`` times as large; at 1.0 they are what the program's sheet says."""
    if scale == 1.0:
        if message.styleSheet():
            message.setStyleSheet("")
        return
    text, high, wide, beside = (round(size * scale) for size in (TEXT, _BUTTON_H, _BUTTON_W, _BESIDE))
    message.setStyleSheet(
        f"QLabel {{ font-size: {text}px; }}"
        f" QPushButton {{ font-size: {text}px; padding: 0px {beside}px; min-height: {high}px; min-width: {wide}px;"
        f" border-radius: {round(6 * scale)}px; }}"
    )
