"""Export of a map as a picture: the first page of its own PDF, rendered by PDFium, so that no Qt is needed.

PDFium is not safe to use from two threads at once; everything that renders takes :data:`model.pdfium.PDFIUM`.
"""

from __future__ import annotations

import os
import struct
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from model.document import Document
from model.export.errors import ExportError
from model.export.pdf import ExportReport, PosterOptions, poster_pdf
from model.files.atomic import write_atomic
from model.i18n import translate
from model.pdfium import PDFIUM

DEFAULT_DPI = 96
MAX_PIXELS = 150_000_000
"""The largest picture: A0 at 300 dpi is 140 million pixels and takes 0.4 GB while it is made."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_INCH_PER_PT = 1 / 72
_METRE_PER_INCH = 0.0254


def export_png(
    document: Document,
    target: str | os.PathLike[str] | BinaryIO,
    options: PosterOptions,
    dpi: float = DEFAULT_DPI,
) -> ExportReport:
    """Write the poster of ``document`` as a PNG to a path, replaced only when whole, or to a stream.

    The picture shows the whole poster, whatever ``options`` say of tiles.
    Raises ExportError for a picture that would be too large and model.files.errors.WriteError for a file that
    cannot be written.
    """
    pdf, report = poster_pdf(document, replace(options, tile=None, attach=False))
    check_size(report.width_mm, report.height_mm, dpi)
    data = png_of_pdf(pdf, dpi)
    if isinstance(target, str | os.PathLike):
        write_atomic(Path(target), data)
    else:
        target.write(data)
    return replace(report, size=len(data))


def check_size(width_mm: float, height_mm: float, dpi: float) -> None:
    """Raise ExportError where a picture of this size would not fit into memory, or have no pixel."""
    if dpi <= 0:
        raise ExportError(translate("Export", "The dots per inch must be more than 0."))
    width, height = (side / 25.4 * dpi for side in (width_mm, height_mm))
    if width * height > MAX_PIXELS:
        most = int((MAX_PIXELS / (width_mm * height_mm)) ** 0.5 * 25.4)
        text = translate(
            "Export", "A picture of {width} × {height} pixels is too large; use {most} dpi at most, or a PDF."
        )
        raise ExportError(text.format(width=round(width), height=round(height), most=most))


def png_of_pdf(pdf: bytes, dpi: float, page: int = 0) -> bytes:
    """One page of a PDF as a PNG."""
    with PDFIUM:
        import pypdfium2

        document = pypdfium2.PdfDocument(pdf)
        try:
            bitmap = document[page].render(scale=dpi * _INCH_PER_PT, rev_byteorder=True)
            try:
                return encode_png(bitmap.width, bitmap.height, bitmap.stride, bitmap.buffer, dpi)
            finally:
                bitmap.close()
        finally:
            document.close()


def encode_png(width: int, height: int, stride: int, pixels: Any, dpi: float) -> bytes:
    """8-bit RGB rows of ``stride`` bytes as a PNG (ISO/IEC 15948) that says its dots per inch.

    Rows are stored unfiltered: the flat colours of a map pack better that way, and in half the time.
    """
    rows = memoryview(pixels).cast("B")
    packer = zlib.compressobj(6)
    packed = bytearray()
    for row in range(height):
        start = row * stride
        packed += packer.compress(b"\0" + bytes(rows[start : start + 3 * width]))
    packed += packer.flush()
    per_metre = round(dpi / _METRE_PER_INCH)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
            _chunk(b"sRGB", b"\0"),
            _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)),
            _chunk(b"IDAT", bytes(packed)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
