"""Handing pages over, without Qt: to the printing system of Linux, or to a file that is replaced only when whole.

On Linux a print is a PDF that CUPS takes.  Qt would hand it over itself, but tells nobody when CUPS refuses it and
cannot take it back, so the PDF is painted first and given to ``lp``, which says what is wrong.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from model.files.atomic import write_atomic
from model.i18n import translate

_PATIENCE = 60.0
"""Seconds that a printing system may take to take a file."""
_MOST_REASON = 200


class PrintFault(Exception):
    """Nothing was printed; ``str()`` is the sentence for the user."""


def spooler() -> str | None:
    """The program that hands files to the printing system, where that is how one prints."""
    return shutil.which("lp") if sys.platform.startswith("linux") else None


def paper_path() -> str:
    """A new file for pages on their way to a printer.  Raises PrintFault."""
    try:
        handle, path = tempfile.mkstemp(prefix="journeywall-print-", suffix=".pdf")
    except OSError as error:
        text = translate("Print", "There is no room for the pages on this computer ({reason}); nothing was printed.")
        raise PrintFault(text.format(reason=error.strerror)) from error
    os.close(handle)
    return path


def forget_paper(path: str) -> None:
    """Take the file away again."""
    with suppress(OSError):  # gone already, or cleared with the rest of its folder later
        Path(path).unlink()


def whole(path: str) -> bytes:
    """The pages in ``path``.  Raises PrintFault where they were not written to their end: the disk is full."""
    try:
        data = Path(path).read_bytes()
    except OSError:
        data = b""
    if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-64:]:
        text = translate("Print", "The pages could not be written whole: make room on the disk, then print again.")
        raise PrintFault(text)
    return data


def keep(path: str, target: str) -> None:
    """Save the pages as a file.  Raises PrintFault, and WriteError for a place that cannot be written."""
    write_atomic(target, whole(path))


def spool(program: str, path: str, printer: str, copies: int, title: str, options: Sequence[tuple[str, str]]) -> None:
    """Give the pages to the printing system, not to be scaled.  Raises PrintFault with its reason."""
    whole(path)
    told = [f"{name}={value}" if value else name for name, value in options]
    words = [program, "-d", printer, "-n", str(copies), "-t", title]
    for option in ("print-scaling=none", *told):
        words += ["-o", option]
    try:
        done = subprocess.run(  # noqa: S603 - a program of the system, by its full path, without a shell
            [*words, "--", path], capture_output=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PrintFault(_refused(printer, str(getattr(error, "strerror", None) or "-"))) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise PrintFault(_refused(printer, said[-1].removeprefix("lp: ")[:_MOST_REASON].rstrip(".") if said else "-"))


def _refused(printer: str, reason: str) -> str:
    text = translate(
        "Print", "“{printer}” did not take the pages ({reason}). Look whether it is on and try again, or save as PDF."
    )
    return text.format(printer=printer, reason=reason)
