"""Opens a poster again: the map that its PDF carries, as it was when the poster was made.

The PDF is read by PDFium; nothing of it is shown or run.  PDFium unpacks a file inside a PDF whole, whatever its size
(up to a gigabyte), so the packed parts are measured first, a little at a time, and one that swells beyond what a map
can be is refused before PDFium sees it.
"""

from __future__ import annotations

import re
import zlib

from model.document import Document
from model.files.errors import shown_name
from model.files.native import SUFFIXES, loads
from model.i18n import translate
from model.importers.report import Finding, ImportReport, NotImportable
from model.pdfium import PDFIUM

SIZE_LIMIT = 250 * 1024 * 1024
"""Bytes of a PDF, and of the map in it; our own maps have the same limit."""
MOST_UNPACKED = 300 * 1024 * 1024
"""Bytes that all packed parts of a PDF may come to."""
MOST_PARTS = 50_000
MOST_FILES = 20
"""How many of the files in a PDF are looked at."""

_PACKED = re.compile(rb"stream\r?\n(?=[\x08\x18\x28\x38\x48\x58\x68\x78])")
_FED, _STEP = 16 * 1024, 1024 * 1024


def read_poster(data: bytes, name: str) -> tuple[Document, ImportReport]:
    """The map that a poster carries, its id and save count with it.

    Raises NotImportable for a file that is no PDF or carries no map, and ContentError for a map that cannot be read.
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
    """(name, content) of the files in a PDF, none above the limit."""
    with PDFIUM:
        import pypdfium2

        try:
            pdf = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            text = translate("Import", "“{name}” is no PDF that can be opened: it is damaged, or asks for a password.")
            raise NotImportable(name, text.format(name=shown_name(name))) from error
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


def _check_size(data: bytes, name: str) -> None:
    """Refuse a PDF whose packed parts come to more than any map of ours."""
    view, unpacked = memoryview(data), 0
    for count, match in enumerate(_PACKED.finditer(data)):
        unpacked += _unpacked(view, match.end(), MOST_UNPACKED - unpacked)
        if unpacked > MOST_UNPACKED or count >= MOST_PARTS:
            text = translate("Import", "“{name}” is too large to be looked through; open the map’s own file instead.")
            raise NotImportable(name, text.format(name=shown_name(name)))


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
        except zlib.error:
            break  # damaged, or not packed this way: PDFium stops there as well
        fed = packer.unconsumed_tail
    return counted
