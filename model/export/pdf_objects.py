"""The objects of a PDF and how they become bytes: reportlab's document, packed into object streams.

Import this module late: reportlab comes with it.  What reportlab leaves out or gets wrong is put right here:
no default font in the pages, an end of line before ``endstream``, and objects packed into object streams, which
halves a tagged file.
"""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from collections.abc import Iterable
from itertools import repeat, starmap
from operator import and_, sub
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from model.export.pdf_packing import Packing

_PACKED = 1000  # objects in one object stream
_ROW = 7  # bytes of a row of the cross-reference stream
_END_STREAM = b"endstream\n"


class Raw(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab carries no types
    """A dictionary whose entries are written by us."""

    def __init__(self, entries: str) -> None:
        self.entries = entries

    def format(self, document: Any) -> bytes:
        return f"<< {self.entries} >>".encode("ascii")


class Contents(pdfdoc.PDFStream):  # type: ignore[misc]  # reportlab carries no types
    """A page's or form's stream, compressed once, with the end of line before ``endstream`` that PDF/A asks for."""

    def __init__(self, code: str) -> None:
        super().__init__(content=code)
        self._packing = Packing(code.encode("latin-1"), 6)

    def format(self, document: Any) -> bytes:
        packed = self._packing.packed()
        self.dictionary["Filter"] = "/FlateDecode"
        self.dictionary["Length"] = len(packed)
        return bytes(self.dictionary.format(document)) + b"\nstream\n" + packed + b"\nendstream\n"


class _Info(pdfdoc.PDFInfo):  # type: ignore[misc]  # reportlab carries no types
    """The information dictionary: exactly what the metadata says, or PDF/A is broken."""

    entries = ""

    def format(self, document: Any) -> bytes:
        return f"<< {self.entries} >>".encode("ascii")


class Objects(pdfdoc.PDFDocument):  # type: ignore[misc]  # reportlab carries no types
    """reportlab's document, written with object streams and a cross-reference stream (PDF 32000-1, 7.5.7, 7.5.8).

    Objects that are ours are written when they are added, past reportlab: a tagged poster has more than a thousand.
    """

    def __init__(self, lang: str) -> None:
        super().__init__(compression=0, invariant=1, pdfVersion=(1, 7), lang=lang)
        self.info = _Info()
        self._written: dict[int, bytes] = {}

    def number(self, thing: Any) -> int:
        """The object number of ``thing``, given to it now if it had none."""
        return int(self.idToObjectNumberAndVersion[self.Reference(thing).name][0])

    def reserve(self) -> int:
        """The number of an object of ours, which :meth:`write` is given later."""
        self.objectcounter += 1
        return int(self.objectcounter)

    def write(self, number: int, entries: str, stream: bytes | None = None) -> None:
        """The dictionary of an object of ours, and its stream."""
        if stream is None:
            self._written[number] = f"<< {entries} >>".encode("ascii")
        else:
            head = f"<< {entries} /Length {len(stream)} >>\nstream\n".encode("ascii")
            self._written[number] = head + stream + b"\nendstream\n"

    def add(self, entries: str, stream: bytes | None = None) -> str:
        """Write an object of ours and answer its reference."""
        number = self.reserve()
        self.write(number, entries, stream)
        return f"{number} 0 R"

    def _bodies(self) -> list[bytes]:
        """The bytes of every object, from the first number on."""
        bodies: list[bytes] = []
        written, number = self._written, 1
        while number in written or number in self.numberToId:  # formatting an object may add others
            body = written.get(number)
            if body is None:
                body = pdfdoc.format(self.idToObject[self.numberToId[number]], self, toplevel=1)
            bodies.append(body)
            number += 1
        return bodies

    def format(self) -> bytes:
        self.Reference(self.Catalog)
        self.Reference(self.info)
        bodies = self._bodies()
        out = io.BytesIO()
        out.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        rows: list[tuple[int, int, int]] = [(0, 0, 65535)] + [(0, 0, 0)] * len(bodies)
        plain: list[int] = []
        for number, body in enumerate(bodies, 1):
            if body.endswith(_END_STREAM):
                rows[number] = (1, out.tell(), 0)
                out.write(b"%d 0 obj\n%bendobj\n" % (number, body))
            else:
                plain.append(number)
        for at in range(0, len(plain), _PACKED):
            members = plain[at : at + _PACKED]
            number, start = len(rows), 0
            chunk: list[bytes] = []
            heads: list[str] = []
            for index, member in enumerate(members):
                body = bodies[member - 1].strip()
                chunk.append(body)
                heads.append(f"{member} {start}")
                rows[member] = (2, number, index)
                start += len(body) + 1
            chunk.append(b"")  # each of them ends its line
            first = f"{' '.join(heads)}\n".encode("ascii")
            packed = zlib.compress(first + b"\n".join(chunk), 7)
            rows.append((1, out.tell(), 0))
            out.write(b"%d 0 obj\n<< /Type /ObjStm /N %d /First %d" % (number, len(members), len(first)))
            out.write(b" /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream\nendobj\n" % (len(packed), packed))
        start = out.tell()
        rows.append((1, start, 0))
        digest = hashlib.md5(out.getbuffer(), usedforsecurity=False).hexdigest().upper()
        packed = zlib.compress(_predicted(rows), 9)
        out.write(
            f"{len(rows) - 1} 0 obj\n<< /Type /XRef /Size {len(rows)} /W [1 4 2] /Filter /FlateDecode "
            f"/DecodeParms << /Predictor 12 /Columns {_ROW} >> /Root {self.number(self.Catalog)} 0 R "
            f"/Info {self.number(self.info)} 0 R /ID [<{digest}> <{digest}>] "
            f"/Length {len(packed)} >>\nstream\n".encode("ascii")
        )
        out.write(packed + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start)
        return out.getvalue()


def _predicted(rows: Iterable[tuple[int, int, int]]) -> bytes:
    """Cross-reference rows with PNG's Up predictor: the differences of near-equal rows pack well."""
    data = b"".join(starmap(struct.Struct(">BIH").pack, rows))
    differences = bytes(map(and_, map(sub, data, bytes(_ROW) + data), repeat(255)))
    out = bytearray(b"\x02") * (len(data) // _ROW * (_ROW + 1))
    for column in range(_ROW):
        out[column + 1 :: _ROW + 1] = differences[column::_ROW]
    return bytes(out)


class PlainCanvas(Canvas):  # type: ignore[misc]  # reportlab carries no types
    """reportlab's canvas without its preamble, which names an unembedded Helvetica in every page."""

    def __init__(self, lang: str) -> None:
        super().__init__(io.BytesIO(), pageCompression=0, invariant=1, pdfVersion=(1, 7), lang=lang)
        self._doc = Objects(lang)

    def _make_preamble(self) -> None:
        self._preamble = ""
