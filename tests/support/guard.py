"""What a reader may touch while it reads: the file it was given, the program's own code and data, nothing else.

An audit hook sees every file that Python opens, every process, socket and library; a watched reader that reaches for
anything else is stopped by :class:`Reached`, which no handler of the program catches.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
CODE = tuple(str(Path(folder).resolve()) for folder in {sys.prefix, sys.base_prefix, str(Path(os.__file__).parent)})
OWN = tuple(str(ROOT / name) for name in ("app", "widgets", "model", "resources", "tests"))
_CODE_FILE = (".py", ".pyc", ".so", ".pyd", ".dic")
_QUESTIONS = re.compile(r"/proc/\d+/stat|/proc/self/ns/pid|/proc/sys/kernel/random/boot_id|/etc/machine-id")
"""What the program asks of the system to tell one process from another."""

_READS = {"open", "os.listdir", "os.scandir", "os.getxattr", "os.listxattr", "glob.glob", "os.walk"}
_WRITES = {
    *("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.truncate", "os.chmod", "os.chown", "os.link", "os.symlink"),
    *("os.utime", "os.setxattr", "os.removexattr", "shutil.rmtree", "shutil.move", "shutil.copyfile"),
}
_HARMLESS = {"socket.gethostname", "os.kill"}  # os.kill: only as a question, see below
_NEVER = re.compile(
    r"(socket|subprocess|urllib|http|ftplib|smtplib|poplib|imaplib|telnetlib|webbrowser|pty|sqlite3|winreg)\."
    r"|os\.(system|exec|fork|forkpty|posix_spawn|spawn|startfile|putenv|unsetenv|chdir)"
    r"|ctypes\.(dlopen|call_function|cdata)|pickle\.find_class|marshal\.loads|exec|compile|code\.__new__"
)


class Reached(BaseException):
    """A reader reached for what it was not given."""


class _Watch:
    def __init__(
        self, room: Path | None, writes: bool, given: Collection[str], stops: bool, starts: Collection[str]
    ) -> None:
        self.stops = stops
        self.starts = list(starts)
        self.given = frozenset(given)
        self.room = None if room is None else os.path.realpath(room)
        self.writes = writes
        self.touched: list[str] = []


_now: list[_Watch] = []
_installed: list[bool] = []


def _inside(path: object, folders: tuple[str, ...]) -> bool:
    if isinstance(path, bytes):
        path = os.fsdecode(path)
    if not isinstance(path, str | os.PathLike):
        return False
    full = os.path.abspath(path)  # noqa: PTH100 - a hook may not make a Path: that would ask the system for links
    return any(full == folder or full.startswith(folder + os.sep) for folder in folders)


def _importing() -> bool:
    frame: FrameType | None = sys._getframe(2)
    while frame is not None and frame.f_code.co_filename != "<frozen importlib._bootstrap>":
        frame = frame.f_back
    return frame is not None


def _allowed(watch: _Watch, event: str, args: tuple[Any, ...]) -> bool:
    room = () if watch.room is None else (watch.room,)
    if event in _HARMLESS:
        return event != "os.kill" or args[1] == 0
    if event in _READS:
        path = args[0]
        if isinstance(path, int) or path is None or (watch.starts and path == os.devnull):
            return True
        writing = event == "open" and _for_writing(args)
        if _inside(path, room):
            return watch.writes or not writing
        if writing:
            return False
        if isinstance(path, str | os.PathLike) and os.fspath(path) in watch.given:
            return True
        if isinstance(path, str | bytes) and _QUESTIONS.fullmatch(os.fsdecode(path)):
            return True
        return _inside(path, OWN) or (_inside(path, CODE) and str(path).endswith(_CODE_FILE)) or _importing()
    if event in _WRITES:
        return watch.writes and all(_inside(path, room) for path in args[:2] if isinstance(path, str | bytes))
    if _NEVER.match(event) is None:
        return True
    if event == "subprocess.Popen" and watch.starts and list(args[1]) == watch.starts:
        return True
    if event == "ctypes.dlopen":
        return args[0] is None or _importing()  # None: the library of the system that the process has anyway
    named = getattr(args[0], "co_filename", "") if event == "exec" else ""
    if event in ("compile", "code.__new__"):
        named = args[1]
    if isinstance(named, str) and (named == "<constructor>" or named.startswith("<constructor of ")):
        return True  # model.values writes the constructor of a class when its first value is made
    return not event.startswith(("socket", "subprocess", "os.")) and _importing()


def _for_writing(args: tuple[Any, ...]) -> bool:
    mode, flags = args[1], args[2]
    if isinstance(mode, str):
        return any(letter in mode for letter in "wax+")
    return isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC) != 0


def _hook(event: str, args: tuple[Any, ...]) -> None:
    if not _now:
        return
    watch = _now[-1]
    if not _allowed(watch, event, args):
        said = f"{event} {args[:2]!r}"[:300]
        watch.touched.append(said)
        if watch.stops:
            raise Reached(said)


@contextmanager
def watched(
    room: Path | None = None,
    *,
    writes: bool = False,
    given: Collection[str] = (),
    stops: bool = True,
    starts: Collection[str] = (),
) -> Iterator[list[str]]:
    """Stop whatever reaches outside ``room``; ``writes`` says that files in it may be made and changed.

    ``given`` are paths elsewhere that may be read, since the user pointed at them.  Without ``stops`` it is only noted.

    ``starts`` are the words of the one process that may be started.

    Gives the list of what was reached for, which is looked at as well: a hook's error can be lost in a thread.
    """
    if not _installed:
        sys.addaudithook(_hook)  # for ever: there is no way back, and without a watch it does nothing
        _installed.append(True)
    watch = _Watch(room, writes, given, stops, starts)
    _now.append(watch)
    leaves_none, sys.dont_write_bytecode = sys.dont_write_bytecode, True  # what is imported late leaves nothing either
    try:
        yield watch.touched
    finally:
        sys.dont_write_bytecode = leaves_none
        _now.remove(watch)


def limit_memory(most: int = 1024**3) -> None:
    """No more than ``most`` bytes of address space for this process from now on, where the system can say so."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
