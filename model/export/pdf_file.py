"""One PDF file: pages and forms of painted display lists, made PDF/A-3b, tagged and packed.

Import this module late: reportlab comes with it.  What its canvas leaves out or gets wrong is put right here and in
:mod:`model.export.pdf_objects`: no empty /Trans, an output intent, metadata, tags, attachments.
Nothing here asks the clock: the same pages give the same bytes.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from math import inf
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

from model.export.leaves import Leaf, Stamped, kept_leaves
from model.export.pdf_fonts import FontBook
from model.export.pdf_objects import Contents, Objects, PlainCanvas, Raw
from model.export.pdf_operators import pdf_string
from model.export.pdf_packing import Packing
from model.export.pdf_painted import Painted
from model.export.pdf_tags import Tagged, write_tags
from model.export.reading_order import Section
from model.export.srgb import profile
from model.values import dataclass
from model.version import __version__

PRODUCER = "Journeywall"
MAX_SIDE = 14400.0
"""The longest side of a page in pt that viewers must support (PDF 32000-1, annex C): 5.08 m."""


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

    @property
    def seen(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of the window; without one everything."""
        if self.window is None:
            return -inf, -inf, inf, inf
        left, bottom, width, height = self.window
        return left, bottom, left + width, bottom + height


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

    ``created`` is written as the file's date; without it the file has none.  ``one_sided`` asks printers to leave the
    backs of sheets empty, as those that are hung or cut have to be.
    """

    def __init__(
        self, fonts: FontBook, *, title: str, lang: str, created: datetime | None = None, one_sided: bool = False
    ) -> None:
        self._canvas = PlainCanvas(lang)
        self._doc: Objects = self._canvas._doc
        self.fonts = fonts
        self._title, self._created = title, created
        self._leaves = kept_leaves()
        self._streams: list[Tagged] = []
        self._files: list[tuple[str, str]] = []
        self._images: dict[str, str] = {}
        self._labels: list[str] = []
        self._canvas.setViewerPreference("PrintScaling", "None")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        if one_sided:
            self._canvas.setViewerPreference("Duplex", "Simplex")

    def form(self, name: str, painted: Painted, width: float, height: float) -> None:
        """Store a painted display list of ``width`` x ``height`` px, to be shown on pages as often as wanted."""
        if self._leaves is not None:
            self._leaves.keep(name, painted.ops, content=bool(painted.marks))
        contents = Contents(painted.code)
        resources = self._resources(painted.alphas, self._icons(name, painted), self._pictures(painted))
        self._canvas.beginForm(name, 0, -height, width, 0)
        self._canvas.endForm(Contents=contents, Resources=resources, compression=0)
        form = self._doc.idToObject[pdfdoc.xObjectName(name)]
        if painted.marks:
            contents.dictionary["StructParents"] = len(self._streams)
            self._streams.append(Tagged(painted.marks, form=self._doc.number(form), name=name))

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
        page.Contents = Contents("\n".join(code))
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
        self._streams.append(Tagged(marks, page=number))
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
            self._canvas.endForm(Contents=Contents(icon.code), Resources=self._resources(), compression=0)
        return names

    def _pictures(self, painted: Painted) -> dict[str, str]:
        """Store the pictures of a painted list, each once in the file: resource name -> reference."""
        names: dict[str, str] = {}
        for name, picture in painted.pictures:
            reference = self._images.get(picture.id)
            if reference is None:
                mask = f" /SMask {self._doc.add(picture.mask_entries, picture.mask)}" if picture.mask else ""
                reference = self._images[picture.id] = self._doc.add(picture.entries + mask, picture.data)
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

    def attach(self, name: str, file: Packing, *, description: str, mime: str = "application/json") -> None:
        """Embed the file that this PDF was made from (PDF 32000-1, 7.11.4; PDF/A-3, 6.8)."""
        digest = hashlib.md5(file.data, usedforsecurity=False).hexdigest().upper()
        date = f" /ModDate {_pdf_date(self._created)}" if self._created else ""
        stream = self._doc.add(
            f"/Type /EmbeddedFile /Subtype /{mime.replace('/', '#2F')} /Filter /FlateDecode "
            f"/Params << /Size {len(file.data)} /CheckSum <{digest}>{date} >>",
            file.packed(),
        )
        plain = "".join(c if c.isascii() and (c.isalnum() or c in "-_.") else "_" for c in name)
        spec = self._doc.add(
            f"/Type /Filespec /F {pdf_string(plain)} /UF {pdf_string(name)} /EF << /F {stream} /UF {stream} >> "
            f"/AFRelationship /Source /Desc {pdf_string(description)}"
        )
        self._files.append((name, spec))

    def save(self, reading: Sequence[Section] = (), *, lanes: str = "") -> bytes:
        """The file's bytes.  ``reading`` gives the phases and the order in which their cards are read.

        ``lanes`` names the section that holds the names of the lanes.
        """
        doc, catalog = self._doc, self._doc.Catalog
        catalog.__NoDefault__ = [*type(catalog).__NoDefault__, "OutputIntents", "AF"]
        fonts = doc.idToObject[pdfdoc.BasicFonts]
        for font in self.fonts.fonts():
            fonts[font.name] = font.write(self._doc.add)
        self._describe(catalog)
        labels = " ".join(f"{page} << /P {pdf_string(label)} >>" for page, label in enumerate(self._labels))
        catalog.PageLabels = f"<< /Nums [{labels}] >>"
        if self._files:
            names = " ".join(f"{pdf_string(name)} {spec}" for name, spec in sorted(self._files))
            catalog.Names = Raw(f"/EmbeddedFiles << /Names [{names}] >>")
            catalog.AF = "[" + " ".join(spec for _, spec in self._files) + "]"
        if any(tagged.marks for tagged in self._streams):
            catalog.MarkInfo = "<< /Marked true >>"
            catalog.StructTreeRoot = f"{write_tags(self._streams, reading, lanes, self._doc)} 0 R"
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
        catalog.Metadata = self._doc.add("/Type /Metadata /Subtype /XML", xmp.encode("utf-8"))
        icc = self._doc.add("/N 3 /Filter /FlateDecode", zlib.compress(profile(), 9))
        catalog.OutputIntents = (
            "[<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) "
            f"/Info (sRGB IEC61966-2.1) /DestOutputProfile {icc} >>]"
        )


def _pdf_date(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("(D:%Y%m%d%H%M%SZ)")
