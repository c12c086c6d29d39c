"""Qt is imported sooner: PySide's own Python is compiled once, not at each start.

Its libraries carry some fourteen modules as source text in an archive, which the interpreter compiles whenever Qt is
imported: a tenth of the start.  What comes of it is kept beside the compiled modules of this program, by the rules of
these: for the interpreter that made it, where files may be written, and made anew when the source is another one.

Standard library only, since nothing of Qt may be there yet.
"""

from __future__ import annotations

import builtins
import marshal
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from types import CodeType
from typing import Any
from zlib import crc32

OWN = ("shibokensupport/", "signature_bootstrap.py")
"""How the names of PySide's own sources begin."""

Kept = dict[tuple[str, int, int], CodeType]
"""Code by the name, the length and the checksum of its source."""


@contextmanager
def loading() -> Iterator[None]:
    """Import what needs Qt in here, the first time."""
    if "PySide6" in sys.modules:
        yield
        return
    with keeping(kept_at()):
        yield


def kept_at() -> Path:
    """The file of what was compiled: with the compiled modules of this version of Python."""
    return Path(cache_from_source(__file__)).with_suffix(".pyside")


@contextmanager
def keeping(path: Path) -> Iterator[None]:
    """Import PySide in here: its sources are taken from ``path``, and compiled where they are not in it."""
    kept = read(path)
    standard = builtins.compile
    made: Kept = {}

    def compile_or_take(source: Any, filename: Any, *more: Any, **named: Any) -> Any:
        if not (isinstance(filename, str) and filename.startswith(OWN) and more == ("exec",) and not named):
            return standard(source, filename, *more, **named)
        text = source.encode() if isinstance(source, str) else source
        key = filename, len(text), crc32(text)
        code = kept.get(key)
        if code is None:
            code = made[key] = standard(source, filename, *more)
        return code

    builtins.compile = compile_or_take
    try:
        yield
    finally:
        builtins.compile = standard
    if made:
        write(path, kept | made)


def read(path: Path) -> Kept:
    """What is kept; nothing where the file is missing, damaged, or of another interpreter."""
    try:
        found = path.read_bytes()
    except OSError:
        return {}
    body = found[8:]
    if found[:8] != _head(body):
        return {}
    kept: Kept = marshal.loads(body)  # noqa: S302 - code like that of the compiled modules beside it
    return kept


def write(path: Path, kept: Kept) -> None:
    """Keep it, whole or not at all; where nothing may be written it is compiled at each start."""
    if sys.dont_write_bytecode:
        return
    body = marshal.dumps(kept)
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(_head(body) + body)
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()


def _head(body: bytes) -> bytes:
    """Says which interpreter made ``body``, and whether it is whole."""
    return MAGIC_NUMBER + crc32(body).to_bytes(4, "little")
