"""One PDF file: pages and forms of painted display lists, made PDF/A-3b, tagged and packed by reportlab's canvas.

Import this module late: reportlab comes with it.  What reportlab leaves out or gets wrong is put right here:
no default font in the pages, no empty /Trans, an end of line before ``endstream``, an output intent, metadata,
tags, attachments, and objects packed into object streams, which halves a tagged file.
Nothing here asks the clock: the same pages give the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from model.export.leaves import Leaf, Stamped, kept_leaves
from model.export.pdf_fonts import FontBook
from model.export.pdf_operators import pdf_string
from model.export.pdf_painted import Mark, Painted
from model.export.reading_order import Section
from model.export.srgb import profile
from model.values import dataclass
from model.version import __version__

PRODUCER = "Journeywall"
MAX_SIDE = 14400.0
"""The longest side of a page in pt that viewers must support (PDF 32000-1, annex C): 5.08 m."""

_PACKED = 1000  # objects in one object stream


class _Raw(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab carries no types
    """An object whose bytes are written by us; a stream if ``stream`` is given."""

    def __init__(self, entries: str, stream: bytes | None = None, *, whole: bool = False) -> None:
        self.entries, self.stream, self.whole = entries, stream, whole

    def format(self, document: Any) -> bytes:
        if self.whole:
            return self.entries.encode("ascii")
        if self.stream is None:
            return f"<< {self.entries} >>".encode("ascii")
        head = f"<< {self.entries} /Length {len(self.stream)} >>\nstream\n".encode("ascii")
        return head + self.stream + b"\nendstream\n"


class _Contents(pdfdoc.PDFStream):  # type: ignore[misc]  # reportlab carries no types
    """A page's or form's stream, compressed once, with the end of line before ``endstream`` that PDF/A asks for."""

    def __init__(self, code: str) -> None:
        super().__init__(content=code)

    def format(self, document: Any) -> bytes:
        packed = zlib.compress(self.content.encode("latin-1"), 6)
        self.dictionary["Filter"] = "/FlateDecode"
        self.dictionary["Length"] = len(packed)
        return bytes(self.dictionary.format(document)) + b"\nstream\n" + packed + b"\nendstream\n"


class _Info(pdfdoc.PDFInfo):  # type: ignore[misc]  # reportlab carries no types
    """The information dictionary: exactly what the metadata says, or PDF/A is broken."""

    entries = ""

    def format(self, document: Any) -> bytes:
        return f"<< {self.entries} >>".encode("ascii")


class _Document(pdfdoc.PDFDocument):  # type: ignore[misc]  # reportlab carries no types
    """reportlab's document, written with object streams and a cross-reference stream (PDF 32000-1, 7.5.7, 7.5.8)."""

    def number(self, thing: Any) -> int:
        """The object number of ``thing``, given to it now if it had none."""
        return int(self.idToObjectNumberAndVersion[self.Reference(thing).name][0])

    def format(self) -> bytes:
        self.Reference(self.Catalog)
        self.Reference(self.info)
        bodies: list[bytes] = []
        while len(bodies) + 1 in self.numberToId:  # formatting an object may add others
            thing = self.idToObject[self.numberToId[len(bodies) + 1]]
            bodies.append(pdfdoc.format(thing, self, toplevel=1))
        out = io.BytesIO()
        out.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        rows: list[tuple[int, int, int]] = [(0, 0, 65535)] + [(0, 0, 0)] * len(bodies)
        plain = [i for i, body in enumerate(bodies, 1) if not body.endswith(b"endstream\n")]
        for number, body in enumerate(bodies, 1):
            if body.endswith(b"endstream\n"):
                rows[number] = (1, out.tell(), 0)
                out.write(b"%d 0 obj\n%bendobj\n" % (number, body))
        for at in range(0, len(plain), _PACKED):
            chunk = plain[at : at + _PACKED]
            number = len(rows)
            heads, content = [], bytearray()
            for index, member in enumerate(chunk):
                heads.append(b"%d %d" % (member, len(content)))
                content += bodies[member - 1].strip() + b"\n"
                rows[member] = (2, number, index)
            first = b" ".join(heads) + b"\n"
            packed = zlib.compress(first + bytes(content), 7)
            rows.append((1, out.tell(), 0))
            out.write(b"%d 0 obj\n<< /Type /ObjStm /N %d /First %d" % (number, len(chunk), len(first)))
            out.write(b" /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream\nendobj\n" % (len(packed), packed))
        start = out.tell()
        rows.append((1, start, 0))
        digest = hashlib.md5(out.getvalue(), usedforsecurity=False).hexdigest().upper()
        packed = zlib.compress(_predicted(rows), 9)
        out.write(
            f"{len(rows) - 1} 0 obj\n<< /Type /XRef /Size {len(rows)} /W [1 4 2] /Filter /FlateDecode "
            f"/DecodeParms << /Predictor 12 /Columns 7 >> /Root {self.number(self.Catalog)} 0 R "
            f"/Info {self.number(self.info)} 0 R /ID [<{digest}> <{digest}>] "
            f"/Length {len(packed)} >>\nstream\n".encode("ascii")
        )
        out.write(packed + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start)
        return out.getvalue()


def _predicted(rows: Iterable[tuple[int, int, int]]) -> bytes:
    """Cross-reference rows with PNG's Up predictor: the differences of near-equal rows pack well."""
    out = bytearray()
    above = bytes(7)
    for row in rows:
        data = struct.pack(">BIH", *row)
        out.append(2)
        out += bytes((a - b) & 255 for a, b in zip(data, above, strict=True))
        above = data
    return bytes(out)


class _Canvas(Canvas):  # type: ignore[misc]  # reportlab carries no types
    """reportlab's canvas without its preamble, which names an unembedded Helvetica in every page."""

    def __init__(self, lang: str) -> None:
        super().__init__(io.BytesIO(), pageCompression=0, invariant=1, pdfVersion=(1, 7), lang=lang)
        self._doc = _Document(compression=0, invariant=1, pdfVersion=(1, 7), lang=lang)
        self._doc.info = _Info()

    def _make_preamble(self) -> None:
        self._preamble = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A form shown on a page: scaled by ``scale`` pt per px, its top left at (x, y) pt from the page's bottom left.

    ``window`` (x, y, w, h in pt from the bottom left) hides what lies outside of it.  ``reads`` False: a picture of
    the form, whose text is read on another page.
    """

    form: str
    scale: float
    x: float
    y: float
    window: tuple[float, float, float, float] | None = None
    reads: bool = True

    def shows(self, x: float, y: float) -> bool:
        """Whether a point of the form, in px from its top left, stands in the window."""
        if self.window is None:
            return True
        left, bottom, width, height = self.window
        at_x, at_y = self.x + x * self.scale, self.y - y * self.scale
        return left <= at_x < left + width and bottom < at_y <= bottom + height


def _leaf(width: float, height: float, shown: Sequence[Shown], over: Painted | None) -> Leaf:
    """The page as a printer draws it: from its top left, y down."""
    stamps = []
    for show in shown:
        window = None
        if show.window is not None:
            left, bottom, across, down = show.window
            window = (left, height - bottom - down, across, down)
        stamps.append(Stamped(show.form, show.x, height - show.y, show.scale, window, show.reads))
    return Leaf(width, height, tuple(stamps), over.ops if over else (), bool(over and over.marks))


class PdfFile:
    """A PDF in the making.  Give it forms and pages in order, then :meth:`save` once.

    ``created`` is written as the file's date; without it the file has none.
    """

    def __init__(self, fonts: FontBook, *, title: str, lang: str, created: datetime | None = None) -> None:
        self._canvas = _Canvas(lang)
        self._doc: _Document = self._canvas._doc
        self.fonts = fonts
        self._title, self._created = title, created
        self._leaves = kept_leaves()
        self._streams: list[_Tagged] = []
        self._files: list[tuple[str, int]] = []
        self._images: dict[str, str] = {}
        self._labels: list[str] = []
        self._canvas.setViewerPreference("PrintScaling", "None")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")

    def form(self, name: str, painted: Painted, width: float, height: float) -> None:
        """Store a painted display list of ``width`` x ``height`` px, to be shown on pages as often as wanted."""
        if self._leaves is not None:
            self._leaves.keep(name, painted.ops, content=bool(painted.marks))
        contents = _Contents(painted.code)
        resources = self._resources(painted.alphas, self._icons(name, painted), self._pictures(painted))
        self._canvas.beginForm(name, 0, -height, width, 0)
        self._canvas.endForm(Contents=contents, Resources=resources, compression=0)
        form = self._doc.idToObject[pdfdoc.xObjectName(name)]
        if painted.marks:
            contents.dictionary["StructParents"] = len(self._streams)
            self._streams.append(_Tagged(painted.marks, form=self._doc.number(form), name=name))

    def page(
        self,
        width: float,
        height: float,
        *,
        shown: Sequence[Shown] = (),
        over: Painted | None = None,
        label: str = "",
        trim: tuple[float, float, float, float] | None = None,
        bookmarks: Mapping[str, tuple[float, float]] | None = None,
    ) -> None:
        """Add a page of ``width`` x ``height`` pt: forms first, then ``over``, a display list in pt.

        ``bookmarks`` are names for :meth:`outline` with their places in pt from the bottom left.
        Raises ValueError for a side over 5.08 m.
        """
        if max(width, height) > MAX_SIDE:
            raise ValueError("a PDF page cannot be longer than 5.08 m")
        if self._leaves is not None:
            self._leaves.pages.append(_leaf(width, height, shown, over))
        canvas = self._canvas
        canvas.setPageSize((width, height))
        code: list[str] = []
        for show in shown:
            code.append("q")
            if show.window:
                code.append(" ".join(f"{v:.3f}" for v in show.window) + " re W n")
            code.append(f"{show.scale:.7f} 0 0 {show.scale:.7f} {show.x:.3f} {show.y:.3f} cm")
            code.append(f"/{pdfdoc.xObjectName(show.form)} Do\nQ")
        if over:
            code.append(f"q\n1 0 0 1 0 {height:.3f} cm\n{over.code}\nQ")
        for key, (x, y) in (bookmarks or {}).items():
            canvas.bookmarkPage(key, fit="XYZ", left=x, top=y, zoom=0)
        self._labels.append(label or str(len(self._labels) + 1))
        canvas.showPage()
        page = self._doc.Pages.pages[-1]
        page.Contents = _Contents("\n".join(code))
        forms = {pdfdoc.xObjectName(show.form): show.form for show in shown}
        if over:
            forms |= self._icons(f"page{len(self._labels)}", over)
        page.Resources = self._resources(
            over.alphas if over else frozenset(), forms, self._pictures(over) if over else {}
        )
        # Instance attributes: reportlab writes only the keys listed in them.
        page.__NoDefault__ = [*type(page).__NoDefault__, "StructParents", "Tabs", "Group"]
        page.Trans, page.Tabs = None, "/S"
        page.Group = "<< /Type /Group /S /Transparency /CS /DeviceRGB >>"
        if trim:
            page.TrimBox = pdfdoc.PDFArrayCompact([round(v, 3) for v in trim])
        number = self._doc.number(page)
        page.StructParents = len(self._streams)
        marks = over.marks if over else ()
        self._streams.append(_Tagged(marks, page=number))
        for show in shown:
            for tagged in self._streams:
                if show.reads and tagged.name == show.form:
                    tagged.pages.append((number, show))

    def _icons(self, prefix: str, painted: Painted) -> dict[str, str]:
        """Store the icons of a painted list as forms: resource name -> form name."""
        names: dict[str, str] = {}
        for icon in painted.icons:
            names[icon.name] = f"{prefix}.{icon.name}"
            room = icon.size / 10  # strokes reach a little over the square
            self._canvas.beginForm(names[icon.name], -room, -icon.size - room, icon.size + room, room)
            self._canvas.endForm(Contents=_Contents(icon.code), Resources=self._resources(), compression=0)
        return names

    def _pictures(self, painted: Painted) -> dict[str, str]:
        """Store the pictures of a painted list, each once in the file: resource name -> reference."""
        names: dict[str, str] = {}
        for name, picture in painted.pictures:
            reference = self._images.get(picture.id)
            if reference is None:
                mask = f" /SMask {self._add(picture.mask_entries, picture.mask)}" if picture.mask else ""
                reference = self._images[picture.id] = self._add(picture.entries + mask, picture.data)
            names[name] = reference
        return names

    def _resources(
        self,
        alphas: frozenset[int] = frozenset(),
        forms: Mapping[str, str] | None = None,
        images: Mapping[str, str] | None = None,
    ) -> Any:
        """A resource dictionary with all fonts, the opacities, forms (resource name -> form name) and pictures
        (resource name -> reference)."""
        resources = pdfdoc.PDFResourceDictionary()
        resources.basicFonts()
        resources.ProcSet = []
        for alpha in sorted(alphas):
            resources.ExtGState[f"A{alpha}"] = f"<< /ca {alpha / 255:.4f} /CA {alpha / 255:.4f} >>"
        for name, form in (forms or {}).items():
            resources.XObject[name] = pdfdoc.PDFObjectReference(pdfdoc.xObjectName(form))
        for name, reference in (images or {}).items():
            resources.XObject[name] = reference
        return resources

    def outline(self, entries: Iterable[tuple[str, str, int]]) -> None:
        """Bookmarks in order: (title, name given to a page, level from 0)."""
        for title, key, level in entries:
            self._canvas.addOutlineEntry(title, key, level=level)

    def attach(self, name: str, data: bytes, *, description: str, mime: str = "application/json") -> None:
        """Embed the file that this PDF was made from (PDF 32000-1, 7.11.4; PDF/A-3, 6.8)."""
        packed = zlib.compress(data, 7)
        digest = hashlib.md5(data, usedforsecurity=False).hexdigest().upper()
        date = f" /ModDate {_pdf_date(self._created)}" if self._created else ""
        stream = self._add(
            f"/Type /EmbeddedFile /Subtype /{mime.replace('/', '#2F')} /Filter /FlateDecode "
            f"/Params << /Size {len(data)} /CheckSum <{digest}>{date} >>",
            packed,
        )
        plain = "".join(c if c.isascii() and (c.isalnum() or c in "-_.") else "_" for c in name)
        spec = _Raw(
            f"/Type /Filespec /F {pdf_string(plain)} /UF {pdf_string(name)} /EF << /F {stream} /UF {stream} >> "
            f"/AFRelationship /Source /Desc {pdf_string(description)}"
        )
        self._files.append((name, self._doc.number(spec)))

    def _add(self, entries: str, stream: bytes | None = None) -> str:
        return f"{self._doc.number(_Raw(entries, stream))} 0 R"

    def save(self, reading: Sequence[Section] = (), *, lanes: str = "") -> bytes:
        """The file's bytes.  ``reading`` gives the phases and the order in which their cards are read.

        ``lanes`` names the section that holds the names of the lanes.
        """
        doc, catalog = self._doc, self._doc.Catalog
        catalog.__NoDefault__ = [*type(catalog).__NoDefault__, "OutputIntents", "AF"]
        fonts = doc.idToObject[pdfdoc.BasicFonts]
        for font in self.fonts.fonts():
            fonts[font.name] = font.write(self._add)
        self._describe(catalog)
        labels = " ".join(f"{page} << /P {pdf_string(label)} >>" for page, label in enumerate(self._labels))
        catalog.PageLabels = f"<< /Nums [{labels}] >>"
        if self._files:
            names = " ".join(f"{pdf_string(name)} {number} 0 R" for name, number in sorted(self._files))
            catalog.Names = _Raw(f"/EmbeddedFiles << /Names [{names}] >>")
            catalog.AF = "[" + " ".join(f"{number} 0 R" for _, number in self._files) + "]"
        if any(tagged.marks for tagged in self._streams):
            catalog.MarkInfo = "<< /Marked true >>"
            catalog.StructTreeRoot = f"{self._tree(reading, lanes)} 0 R"
        return bytes(doc.GetPDFData(self._canvas))

    def _describe(self, catalog: Any) -> None:
        creator = f"Journeywall {__version__}"
        entries = f"/Title {pdf_string(self._title)} /Creator {pdf_string(creator)} /Producer {pdf_string(PRODUCER)}"
        dates = ""
        if self._created:
            stamp, iso = _pdf_date(self._created), self._created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            entries += f" /CreationDate {stamp} /ModDate {stamp}"
            dates = f"<xmp:CreateDate>{iso}</xmp:CreateDate><xmp:ModifyDate>{iso}</xmp:ModifyDate>"
        self._doc.info.entries = entries
        xmp = (
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
            '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
            '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" '
            'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">'
            f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(self._title)}</rdf:li></rdf:Alt></dc:title>'
            f"<xmp:CreatorTool>{escape(creator)}</xmp:CreatorTool>{dates}<pdf:Producer>{PRODUCER}</pdf:Producer>"
            "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
            '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
        )
        catalog.Metadata = self._add("/Type /Metadata /Subtype /XML", xmp.encode("utf-8"))
        icc = self._add("/N 3 /Filter /FlateDecode", zlib.compress(profile(), 9))
        catalog.OutputIntents = (
            "[<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) "
            f"/Info (sRGB IEC61966-2.1) /DestOutputProfile {icc} >>]"
        )

    # -- the tag tree -------------------------------------------------------------------------------------------

    def _tree(self, reading: Sequence[Section], lanes: str) -> int:
        """Write the structure tree and answer its root's number.

        A Document with a Sect for each phase, in it one for each lane, in it the notes in order.
        """
        root = _Raw("")
        document = _Element("Document")
        sections = {section.source_id: _Element("Sect", title=section.name) for section in reading}
        rows = _Element("Sect", title=lanes)
        stretches: list[tuple[_Element, _Element]] = []
        owner: dict[str, tuple[_Element, int]] = {}
        for section in reading:
            for stretch in section.stretches:
                inner = _Element("Sect", title=stretch.lane)
                stretches.append((sections[section.source_id], inner))
                owner |= {member: (inner, rank) for rank, member in enumerate(stretch.members)}
        elements: dict[tuple[str, str], _Element] = {}
        late: list[tuple[int, _Element, _Element]] = []
        for index, tagged in enumerate(self._streams):
            for mark in tagged.marks:
                key = (mark.kind, mark.source_id or f"{index}.{mark.mcid}")
                element = elements.get(key)
                if element is None:
                    element = elements[key] = _Element(mark.kind, alt=mark.label if mark.kind == "Figure" else "")
                    if mark.role == "phase" and mark.source_id in sections:
                        sections[mark.source_id].children.insert(0, element)
                    elif mark.role == "lane":
                        rows.children.append(element)
                    elif mark.source_id in owner:
                        inner, rank = owner[mark.source_id]
                        late.append((rank, inner, element))
                    else:
                        document.children.append(element)
                element.content.append((index, mark.mcid))
                element.text = " ".join(filter(None, (element.text, mark.text)))
        for _, inner, element in sorted(late, key=lambda entry: entry[0]):
            inner.children.append(element)
        for outer, inner in stretches:
            if inner.children:
                outer.children.append(inner)
        document.children += [e for e in (rows, *sections.values()) if e.children]
        parents: dict[tuple[int, int], int] = {}
        top = self._write(document, self._doc.number(root), parents)
        numbers: list[str] = []
        for index, tagged in enumerate(self._streams):
            owners = " ".join(f"{parents[index, mark.mcid]} 0 R" for mark in tagged.marks)
            numbers.append(f"{index} [{owners}]")
        tree = self._add(f"/Nums [{' '.join(numbers)}]")
        root.entries = (
            f"/Type /StructTreeRoot /K [{top} 0 R] /ParentTree {tree} /ParentTreeNextKey {len(self._streams)}"
        )
        return self._doc.number(root)

    def _write(self, element: _Element, parent: int, parents: dict[tuple[int, int], int]) -> int:
        raw = _Raw("")
        number = self._doc.number(raw)
        kids = [f"{self._write(child, number, parents)} 0 R" for child in element.children]
        entries = f"/Type /StructElem /S /{element.kind} /P {parent} 0 R"
        for index, mcid in element.content:
            parents[index, mcid] = number
            tagged = self._streams[index]
            stream = f" /Stm {tagged.form} 0 R" if tagged.form else ""
            kids.append(f"<< /Type /MCR /Pg {tagged.page_of(mcid)} 0 R{stream} /MCID {mcid} >>")
        if element.title:
            entries += f" /T {pdf_string(element.title)}"
        if element.alt:
            entries += f" /Alt {pdf_string(element.alt)}"
        if element.text:
            entries += f" /ActualText {pdf_string(element.text)}"
        raw.entries = entries + (f" /K {kids[0]}" if len(kids) == 1 else f" /K [{' '.join(kids)}]")
        return number


class _Tagged:
    """A content stream with marked content: a page's own (``page``), or a form's and the pages that show it."""

    __slots__ = ("form", "marks", "name", "page", "pages")

    def __init__(self, marks: tuple[Mark, ...], *, page: int = 0, form: int = 0, name: str = "") -> None:
        self.marks, self.page, self.form, self.name = marks, page, form, name
        self.pages: list[tuple[int, Shown]] = []

    def page_of(self, mcid: int) -> int:
        """The object number of the page on which a mark begins, or of the first that shows its form."""
        if not self.form:
            return self.page
        mark = self.marks[mcid]
        found = (number for number, show in self.pages if show.shows(mark.x, mark.y))
        return next(found, self.pages[0][0])


class _Element:
    """An element of the tag tree; ``content`` are (stream, MCID)."""

    __slots__ = ("alt", "children", "content", "kind", "text", "title")

    def __init__(self, kind: str, *, title: str = "", alt: str = "") -> None:
        self.kind, self.title, self.alt = kind, title, alt
        self.text = ""
        self.children: list[_Element] = []
        self.content: list[tuple[int, int]] = []


def _pdf_date(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("(D:%Y%m%d%H%M%SZ)")
