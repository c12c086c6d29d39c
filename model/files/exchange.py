"""Letting two files change names in one step, so that what a save replaces can be looked at after it was replaced.

Between a last look at a file and the rename over it, another program may write; a plain rename would take away what it
wrote, and nobody would know.  An exchange gives it back.
"""

from __future__ import annotations

import errno
import os
import sys
from datetime import datetime
from pathlib import Path

_NOT_HERE = frozenset(
    getattr(errno, name)
    for name in ("EINVAL", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "ENOENT", "EPERM")
    if hasattr(errno, name)
)
"""The disk cannot do this, or one of the files is gone: then a rename says what is wrong, if anything is."""


def exchange(one: Path, other: Path) -> bool:
    """Let ``one`` and ``other`` change names, both or none; False when this system or disk cannot.  Raises OSError."""
    if sys.platform not in ("linux", "darwin"):
        return False
    import ctypes

    library = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "linux":
            here = -100  # AT_FDCWD: names are as they are everywhere else
            failed = library.renameat2(here, names[0], here, names[1], 2)
        else:
            failed = library.renamex_np(*names, 2)
    except AttributeError:  # a C library from before there was such a call
        return False
    if not failed:
        return True
    number = ctypes.get_errno()
    if number in _NOT_HERE:
        return False
    raise OSError(number, os.strerror(number))


def set_aside(file: Path, real: Path) -> Path:
    """Give ``file``, which holds what another program wrote to ``real``, a name beside it that people find."""
    moment = datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
    number = 1
    while True:
        words = moment if number == 1 else f"{moment} {number}"
        name = real.with_name(f"{real.stem[:80]} (conflict {words}){real.suffix}")
        try:
            os.link(file, name)
        except FileExistsError:
            number += 1
            continue
        except OSError:  # no room for another name, or a disk without such links
            if name.exists():
                number += 1
                continue
            file.replace(name)
            return name
        file.unlink()
        return name
