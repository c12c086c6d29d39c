"""Opens a poster again: the map that its PDF carries, as it was when the poster was made.

The PDF is read by PDFium, in a process of its own (:mod:`model.importers.pdfchild`) with limits of time and memory: a
file made to crash it, or to keep it busy, ends that process and takes no work along.  Nothing of the PDF is shown or
run.  PDFium unpacks a file inside a PDF whole, whatever its size (up to a gigabyte), so the packed parts are measured
first, a little at a time, and one that swells beyond what a map can be is refused before PDFium sees it.
"""

from __future__ import annotations

import re
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

from model.document import Document
from model.files.errors import shown_name
from model.files.native import SUFFIXES, loads
from model.i18n import translate
from model.importers import pdfchild
from model.importers.report import Finding, ImportReport, NotImportable
from model.progress import checkpoint

SIZE_LIMIT = 250 * 1024 * 1024
"""Bytes of a PDF, and of the map in it; our own maps have the same limit."""
MOST_UNPACKED = 300 * 1024 * 1024
"""Bytes that all packed parts of a PDF may come to."""
MOST_PARTS = 50_000
MOST_SECONDS = 20.0
"""How long the process may take, whatever else the computer does; it has less time of the processor than that."""

_PACKED = re.compile(rb"stream\r?\n(?=[\x08\x18\x28\x38\x48\x58\x68\x78])")
_FED, _STEP = 16 * 1024, 1024 * 1024
_PIECE, _BEYOND = 4 * 1024 * 1024, 16
_LOOK_SECONDS = 0.05
"""How soon it is noticed that the map is not wanted any more."""


def read_poster(data: bytes, name: str) -> tuple[Document, ImportReport]:
    """The map that a poster carries, its id and save count with it.

    Raises NotImportable for a file that is no PDF or carries no map, ContentError for a map that cannot be read, and
    Cancelled where whoever waits for it (:mod:`model.progress`) does not want it any more.
    """
    _check_size(data, name)
    carried = _files_in(data, name)
    maps = [(title, body) for title, body in carried if title.lower().endswith(SUFFIXES)]
    maps += [(title, body) for title, body in carried if not title.lower().endswith(SUFFIXES) and body[:1] == b"{"]
    if not maps:
        text = translate(
            "Import",
            "“{name}” carries no map: it was made without one, or by another program. Open the map’s own file instead.",
        )
        raise NotImportable(name, text.format(name=shown_name(name)))
    document, loaded = loads(maps[0][1], name)
    report = ImportReport()
    for problem in loaded.problems:
        target = report.notices if problem.severity == "notice" else report.findings
        target.append(Finding(problem.line or 0, problem.text))
    report.finish()
    return document, report


def _files_in(data: bytes, name: str) -> list[tuple[str, bytes]]:
    """(name, content) of the files in a PDF.  Raises NotImportable, also where reading ends badly."""
    status, answer = _asked(data)
    if status == pdfchild.NO_PDF:
        text = translate("Import", "“{name}” is no PDF that can be opened: it is damaged, or asks for a password.")
        raise NotImportable(name, text.format(name=shown_name(name)))
    files = _carried(answer) if status == 0 else None
    if files is None:
        text = translate(
            "Import",
            "“{name}” could not be looked through: it is damaged, or made to do harm. Open the map’s own file instead.",
        )
        raise NotImportable(name, text.format(name=shown_name(name)))
    return files


def child_command() -> list[str]:
    """How the reading process is started: this Python, and nothing of this program on its path."""
    return [sys.executable, "-P", str(Path(pdfchild.__file__))]


def _asked(data: bytes) -> tuple[int, bytes]:
    """(exit status, answer) of the process that reads; a status of its own kind where it had to be ended."""
    try:
        process = subprocess.Popen(  # noqa: S603 - this Python and a file of this program, without a shell
            child_command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return -1, b""
    with process:
        if process.stdin is None or process.stdout is None:
            raise ValueError("a process without pipes")
        got: list[tuple[int, bytes]] = []
        feeder = threading.Thread(target=_feed, args=(process.stdin, data), daemon=True)
        hearer = threading.Thread(target=lambda: got.append(_heard(process, feeder)), daemon=True)
        feeder.start()
        hearer.start()
        end = time.monotonic() + MOST_SECONDS
        try:
            while hearer.is_alive():
                hearer.join(_LOOK_SECONDS)
                checkpoint()
                if time.monotonic() > end:
                    process.kill()
        except BaseException:  # it is not wanted any more
            process.kill()
            hearer.join()
            raise
        return got[0]


def _heard(process: subprocess.Popen[bytes], feeder: threading.Thread) -> tuple[int, bytes]:
    """(exit status, answer) once it ended; one that says more than it can have to say is ended, and said nothing."""
    most = MOST_UNPACKED + 1024 * 1024
    answer = process.stdout.read(most + 1) if process.stdout is not None else b""
    if len(answer) > most:
        process.kill()
        answer = b""
    feeder.join()
    return process.wait(), answer


def _feed(pipe: IO[bytes], data: bytes) -> None:
    """Give the process the PDF; one that ended takes no more."""
    with suppress(OSError, ValueError):
        pipe.write(data)
    with suppress(OSError, ValueError):
        pipe.close()


def _carried(answer: bytes) -> list[tuple[str, bytes]] | None:
    """The files that the process answered with; None for what is no whole answer."""
    head, tail, lengths = pdfchild.HEAD, pdfchild.TAIL, pdfchild.LENGTHS
    if not answer.startswith(head) or not answer.endswith(tail):
        return None
    at, end = len(head), len(answer) - len(tail)
    found: list[tuple[str, bytes]] = []
    while at < end:
        if at + lengths.size > end:
            return None
        of_name, of_content = lengths.unpack_from(answer, at)
        at += lengths.size
        if at + of_name + of_content > end:
            return None
        name = answer[at : at + of_name].decode("utf-8", "replace")
        found.append((name, answer[at + of_name : at + of_name + of_content]))
        at += of_name + of_content
    return found


def _check_size(data: bytes, name: str) -> None:
    """Refuse a PDF whose packed parts come to more than any map of ours."""
    view, unpacked = memoryview(data), 0
    for count, at in enumerate(_packed_parts(data)):
        unpacked += _unpacked(view, at, MOST_UNPACKED - unpacked)
        if unpacked > MOST_UNPACKED or count >= MOST_PARTS:
            text = translate("Import", "“{name}” is too large to be looked through; open the map’s own file instead.")
            raise NotImportable(name, text.format(name=shown_name(name)))


def _packed_parts(data: bytes) -> Iterator[int]:
    """Where packed parts begin.  A piece is looked through at a time: other threads wait for as long as that takes."""
    for start in range(0, len(data), _PIECE):
        checkpoint()
        for match in _PACKED.finditer(data, start, start + _PIECE + _BEYOND):
            if match.start() < start + _PIECE:
                yield match.end()


def _unpacked(data: memoryview, at: int, most: int) -> int:
    """How many bytes the packed part at ``at`` comes to, counted until it ends, is damaged, or is above ``most``."""
    packer, counted = zlib.decompressobj(), 0
    fed: bytes | memoryview = b""
    while not packer.eof and counted <= most:
        if not fed:
            fed = data[at : at + _FED]
            at += len(fed)
            if not fed:
                break
        try:
            counted += len(packer.decompress(fed, _STEP))
            checkpoint()
        except zlib.error:
            break  # damaged, or not packed this way: PDFium stops there as well
        fed = packer.unconsumed_tail
    return counted
