"""Reads the files in a PDF, as a program of its own: what goes wrong in PDFium goes wrong here and nowhere else.

Started by :mod:`model.importers.posterfile` with the PDF on its standard input; it answers on its standard output, and
opens, writes and starts nothing.  It imports nothing of this program, so that it starts at once.

The answer is :data:`HEAD`, then for each file the lengths of its name and its content (:data:`LENGTHS`), the name in
UTF-8 and the content; then :data:`TAIL`.  It ends with :data:`NO_PDF` for what PDFium does not open.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Iterable

HEAD, TAIL = b"journeywall files 1\n", b"end\n"
LENGTHS = struct.Struct(">IQ")
NO_PDF = 3
MOST_FILES = 20
"""How many of the files in a PDF are looked at."""
MOST_MEMORY = 2 * 1024**3
"""Bytes of address space: the largest PDF, the largest map in it, and as much again for PDFium."""
MOST_SECONDS = 5
"""Seconds of the processor."""


class NoPdf(Exception):
    """PDFium opens no such file."""


def files_in(data: bytes) -> list[tuple[str, bytes]]:
    """(name, content) of the files in a PDF.  Raises NoPdf."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise NoPdf(str(error)) from error
    try:
        found: list[tuple[str, bytes]] = []
        for index in range(min(pdf.count_attachments(), MOST_FILES)):
            try:
                attachment = pdf.get_attachment(index)
                found.append((attachment.get_name(), bytes(attachment.get_data())))
            except pypdfium2.PdfiumError:
                continue  # an entry without a file: there may be others
        return found
    finally:
        pdf.close()


def answer(files: Iterable[tuple[str, bytes]]) -> Iterable[bytes]:
    """What is written for these files."""
    yield HEAD
    for name, content in files:
        told = name.encode("utf-8", "replace")
        yield LENGTHS.pack(len(told), len(content))
        yield told
        yield content
    yield TAIL


def limit() -> None:
    """No more memory, time and files than reading takes, where the system can say so."""
    try:
        import resource
    except ImportError:  # Windows
        return
    wanted = (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    )
    for what, most in wanted:
        _, hard = resource.getrlimit(what)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(what, (most, most))
        except (OSError, ValueError):  # macOS knows some and refuses them
            continue


def main() -> int:
    """Read, answer, and return the exit status."""
    limit()
    data = sys.stdin.buffer.read()
    try:
        found = files_in(data)
    except NoPdf:
        return NO_PDF
    for part in answer(found):
        sys.stdout.buffer.write(part)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
