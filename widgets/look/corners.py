"""Round corners of menus, tooltips, popups and dialogs, also where the desktop cannot blend windows.

With a compositor a see-through window shows its corners and its shadow softly.  Under X11 without one the same
pixels would be black, so the window is cut to its panel there, and goes without a shadow.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainterPath, QRegion
from PySide6.QtWidgets import QWidget


@cache
def windows_blend() -> bool:
    """Whether see-through windows show what is behind them.  Asked once per run."""
    return QGuiApplication.platformName() != "xcb" or x11_compositor_runs()


def x11_compositor_runs() -> bool:
    """Whether somebody owns the selection ``_NET_WM_CM_S<screen>``, as a compositing manager does (EWMH)."""
    import ctypes.util  # only where it is needed: start-up has no use for it

    name = ctypes.util.find_library("X11")
    if name is None:
        return False
    x11 = ctypes.CDLL(name)
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XOpenDisplay.argtypes = [ctypes.c_char_p]
    x11.XDefaultScreen.argtypes = [ctypes.c_void_p]
    x11.XInternAtom.restype = ctypes.c_ulong
    x11.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    x11.XGetSelectionOwner.restype = ctypes.c_ulong
    x11.XGetSelectionOwner.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
    x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
    display = x11.XOpenDisplay(None)
    if not display:
        return False
    atom = x11.XInternAtom(display, f"_NET_WM_CM_S{x11.XDefaultScreen(display)}".encode(), 0)
    owner = x11.XGetSelectionOwner(display, atom)
    x11.XCloseDisplay(display)
    return bool(owner)


class _Cutter(QObject):
    """Cuts its parent to a rounded panel whenever it changes its size."""

    def __init__(self, window: QWidget, radius: int, shadow: int) -> None:
        super().__init__(window)
        self._radius, self._shadow = radius, shadow
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Never takes an event away."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show) and isinstance(watched, QWidget):
            path = QPainterPath()
            panel = QRectF(watched.rect()).adjusted(0, 0, 0, -self._shadow)
            path.addRoundedRect(panel, self._radius, self._radius)
            watched.setMask(QRegion(path.toFillPolygon().toPolygon()))
        return False


def round_corners(window: QWidget, radius: int, shadow: int = 0) -> None:
    """Give ``window`` round corners; it paints its panel itself, and its shadow in the lowest ``shadow`` px."""
    window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    window.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
    window.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    if not windows_blend():
        _Cutter(window, radius, shadow)
