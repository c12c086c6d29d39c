"""The screens that a wall can stand on.  Mirrored screens show the same, so they count as one."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QScreen

from model.i18n import translate


def screens() -> list[QScreen]:
    """The screens that show different things, in the system's order."""
    found: list[QScreen] = []
    for screen in QGuiApplication.screens():
        if all(screen.geometry() != other.geometry() for other in found):
            found.append(screen)
    return found


def named(name: str) -> QScreen | None:
    """The screen with a name, if it is there."""
    return next((screen for screen in QGuiApplication.screens() if screen.name() == name), None)


def title(screen: QScreen) -> str:
    """What a screen is called in a menu: its maker's words, or its name, and its size."""
    size = screen.geometry().size() * screen.devicePixelRatio()
    called = " ".join(word for word in (screen.manufacturer(), screen.model()) if word) or screen.name()
    if not called:
        called = translate("Wall", "Screen")
    return translate("Wall", "{screen}, {width} × {height}").format(
        screen=called, width=size.width(), height=size.height()
    )
