"""What Qt needs from the system before it may be started: a display that answers, and shared libraries.

Qt ends the whole process when its window plug-in lacks a library or the display does not answer, and nothing in the
process can catch that. So both are looked at first, without Qt: libraries by loading them, displays by connecting.
The editor's start asks for the display only, and for libraries when Qt did not load: see :func:`app.cli.main`.
Standard library only: ``packaging/dev.py`` uses this module before anything is installed.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from pathlib import Path
from typing import NamedTuple


class Library(NamedTuple):
    """A shared library and the packages that hold it.

    ``comes_with`` names the Debian package that brings it along: where that one is to be installed anyway, this one
    is not named, which keeps the line short enough to type.
    """

    soname: str
    debian: str
    fedora: str
    comes_with: str = ""


# Read from the dynamic sections of the PySide6-Essentials 6.11 libraries and plug-ins, less what every system has.
BASE = (
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libgthread-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libGL.so.1", "libgl1", "libglvnd-glx"),
    Library("libEGL.so.1", "libegl1", "libglvnd-egl"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Library("libfreetype.so.6", "libfreetype6", "freetype", comes_with="libfontconfig1"),
    Library("libX11.so.6", "libx11-6", "libX11", comes_with="libgl1"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Library("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5-libs"),
)
"""Needed to import Qt at all, also with the offscreen platform."""

XCB = (
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", comes_with="libxcb-cursor0"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil", comes_with="libxcb-cursor0"),
    Library("libxcb-util.so.1", "libxcb-util1", "xcb-util", comes_with="libxcb-cursor0"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", comes_with="libxkbcommon-x11-0"),
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", comes_with="libgl1"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb", comes_with="libgl1"),
    Library("libxcb-shm.so.0", "libxcb-shm0", "libxcb", comes_with="libgl1"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb", comes_with="libgl1"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb", comes_with="libgl1"),
    Library("libxcb-render.so.0", "libxcb-render0", "libxcb", comes_with="libxcb-cursor0"),
)
"""Needed besides for a window on an X display."""

WAYLAND = (
    Library("libwayland-client.so.0", "libwayland-client0", "libwayland-client", comes_with="libwayland-cursor0"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor"),
)
"""Needed besides for a window on a Wayland display."""


WINDOWLESS = frozenset({"offscreen", "minimal"})
"""Qt platforms that show nothing, so that they need no display."""


class Display(Enum):
    """What windows would be shown on."""

    NONE = "none"
    NATIVE = "native"
    """Windows, macOS, or a Qt platform chosen by hand: nothing to look at."""
    X11 = "x11"
    WAYLAND = "wayland"
    EITHER = "either"
    """A Wayland session with an X server beside it: Qt takes the other one when the first cannot be loaded."""


def loads(soname: str) -> bool:
    """Whether the system's loader finds ``soname`` and all it needs."""
    import ctypes  # not above: where all is well, nobody asks

    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing(libraries: Iterable[Library], loads: Callable[[str], bool] = loads) -> tuple[Library, ...]:
    """Those of ``libraries`` that cannot be loaded; none on systems whose Qt brings everything along."""
    if not sys.platform.startswith("linux"):
        return ()
    return tuple(library for library in libraries if not loads(library.soname))


def display(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Display:
    """The display that ``environ`` names and that answers."""
    if not platform.startswith("linux"):
        return Display.NATIVE
    chosen = environ.get("QT_QPA_PLATFORM", "").partition(";")[0].partition(":")[0]
    if chosen in WINDOWLESS:
        return Display.NONE
    if chosen and chosen != "xcb" and not chosen.startswith("wayland"):
        return Display.NATIVE
    wayland = not chosen.startswith("xcb") and wayland_answers(environ)
    x11 = not chosen.startswith("wayland") and x_answers(environ)
    if wayland and x11:
        return Display.EITHER
    return Display.WAYLAND if wayland else Display.X11 if x11 else Display.NONE


def missing_for_window(environ: Mapping[str, str] = os.environ) -> tuple[Library, ...]:
    """The libraries that a window needs and the system lacks; a window also needs ``display() != Display.NONE``."""
    shown_on = display(environ)
    if shown_on is Display.X11 or (shown_on is Display.EITHER and missing(WAYLAND)):
        return missing(BASE) + missing(XCB)
    return missing(BASE) + (missing(WAYLAND) if shown_on is Display.WAYLAND else ())


def wayland_answers(environ: Mapping[str, str]) -> bool:
    """Whether a Wayland compositor listens where ``WAYLAND_DISPLAY`` points."""
    name = environ.get("WAYLAND_DISPLAY", "")
    return bool(name) and _connects(str(Path(environ.get("XDG_RUNTIME_DIR", "/"), name)))


def x_answers(environ: Mapping[str, str]) -> bool:
    """Whether an X server listens where ``DISPLAY`` points."""
    found = re.fullmatch(r"(?:(unix|[^/:]*)/)?([^/:]*|/.*):(\d+)(?:\.\d+)?", environ.get("DISPLAY", ""))
    if not found:
        return False
    host, number = found[2], int(found[3])
    if host.startswith("/"):  # macOS gives the whole path of the socket
        return _connects(f"{host}:{number}")
    local = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where every X server listens, not a file of ours
    if host in {"", "unix"}:
        return _connects(local) or _connects(f"\0{local}")
    return _connects((host, 6000 + number))


def _connects(address: str | tuple[str, int]) -> bool:
    """Whether somebody listens at a path, or at a host and port."""
    import socket  # not above: a platform without a display has no use for it

    family = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as connection:
        connection.settimeout(2)
        try:
            connection.connect(address)
        except OSError:
            return False
    return True


def install_line(libraries: Iterable[Library], *, root: Path = Path("/"), administrator: bool | None = None) -> str:
    """The one line that installs ``libraries``, or the bare names where the system's installer is not known.

    ``root`` is where the system stands (tests use another one). An ``apt-get update`` goes before it only where the
    system has never fetched its package lists. ``sudo`` is named unless the user is the administrator already.
    """
    libraries = tuple(libraries)
    if administrator is None:
        administrator = hasattr(os, "geteuid") and os.geteuid() == 0
    sudo = "" if administrator else "sudo "
    if (root / "usr/bin/apt-get").exists():
        wanted = {library.debian for library in libraries}
        names = dict.fromkeys(library.debian for library in libraries if library.comes_with not in wanted)
        lists = any((root / "var/lib/apt/lists").glob("*_Packages*"))
        update = "" if lists else f"{sudo}apt-get update && "
        return f"{update}{sudo}apt-get install -y --no-install-recommends {' '.join(names)}"
    names = dict.fromkeys(library.fedora for library in libraries)
    if (root / "usr/bin/dnf").exists():
        return f"{sudo}dnf install -y {' '.join(names)}"
    return " ".join(library.soname for library in libraries)


def why_no_window(environ: Mapping[str, str] = os.environ) -> str | None:
    """One sentence saying why the editor cannot be opened and what to do, in the current language; None if it can."""
    return why_no_display(display(environ), environ) or why_no_libraries(environ)


def why_no_display(shown_on: Display, environ: Mapping[str, str] = os.environ) -> str | None:
    """The sentence for a system where nothing can be shown; None where something can.  ``shown_on`` is its display."""
    from model.i18n import translate

    chosen = environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if shown_on is Display.NONE and chosen not in WINDOWLESS:
        return translate(
            "SystemLibraries",
            "There is no display to open the editor on. Without one, maps can be exported: journeywall export MAP OUT",
        )
    return None


def why_no_libraries(environ: Mapping[str, str] = os.environ) -> str | None:
    """The sentence for a system that lacks libraries a window needs; None where they are there."""
    from model.i18n import translate

    if lacking := missing_for_window(environ):
        return translate(
            "SystemLibraries", "The editor needs system libraries that are not installed. Install them with: {line}"
        ).format(line=install_line(lacking))
    return None
