"""Whether the system asks programs to keep still.  Qt does not say so; each system is asked its own way."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_CLIENT_AREA_ANIMATION = 0x1042  # SPI_GETCLIENTAREAANIMATION of the Windows interface


def system_reduces_motion() -> bool:
    """Whether animations are switched off: in Windows' accessibility settings, in KDE's, or in GTK's.

    Anything unreadable means no: motion is short here, and can be switched off in the program as well.
    """
    system = str(sys.platform)  # a plain text: the type checker would call the other systems' lines unreachable
    if system == "win32":
        return _windows_is_still()
    if system.startswith("linux"):
        return _kde_is_still(_config_folder() / "kdeglobals") or any(
            _gtk_is_still(_config_folder() / folder / "settings.ini") for folder in ("gtk-4.0", "gtk-3.0")
        )
    return False


def _config_folder() -> Path:
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")


def _windows_is_still() -> bool:
    import ctypes

    animated = ctypes.c_int(1)
    user32 = getattr(ctypes, "windll").user32  # noqa: B009 - a plain name would not type-check on other systems
    answered = user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(animated), 0)
    return bool(answered) and not animated.value


def _kde_is_still(path: Path) -> bool:
    value = _setting(path, "KDE", "AnimationDurationFactor")
    try:
        return value is not None and float(value) == 0
    except ValueError:
        return False


def _gtk_is_still(path: Path) -> bool:
    value = _setting(path, "Settings", "gtk-enable-animations")
    return value is not None and value.strip().lower() in {"false", "0", "no"}


def _setting(path: Path, section: str, key: str) -> str | None:
    if not path.is_file():
        return None
    import configparser  # most desktops have no such file, and start-up is short

    parser = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        parser.read(path, encoding="utf-8")
        return parser.get(section, key, fallback=None)
    except (OSError, UnicodeDecodeError, configparser.Error):
        return None
