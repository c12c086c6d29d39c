"""Fonts of a PDF: shaped glyphs in, embedded subsets out.

reportlab's own TrueType support splits a font into subsets of 256 characters and cannot name a glyph that has no
character, so it loses what shaping made.  A :class:`GlyphFont` is a Type 0 font with the Identity-H encoding: the
codes in the page are the glyph ids of the file, HarfBuzz cuts the file down to the glyphs in use and keeps their
ids, and the ToUnicode table gives each glyph the text of its cluster.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator

import uharfbuzz as hb

from model.text.shape import GlyphRun

_SOFT_HYPHEN = "\u00ad"
_NOTHING = "\u200b"
"""What a mark stands for whose letter already carries the text of both."""

_ESCAPED = {ord(char): "\\" + char for char in "()\\"} | {ord("\r"): "\\r"}
"""What a literal string has to escape: a bare CR is read as an end of line (PDF 32000-1, 7.3.4.2)."""

_KEEP = ("head", "hhea", "hmtx", "maxp", "loca", "glyf")


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")


def _table(face: hb.Face, name: str) -> bytes:
    return bytes(face.reference_table(name).data)


def code_of(glyph: int) -> str:
    """The two bytes of a glyph id as they stand in a literal string, each a character of Latin-1.

    Four hexadecimal digits would say the same; a poster of bytes is a sixth smaller when it is packed, and sooner.
    """
    text = chr(glyph >> 8) + chr(glyph & 0xFF)
    return text.translate(_ESCAPED)


def clusters(run: GlyphRun) -> Iterator[tuple[int, int, str]]:
    """(first glyph, end, text) of each cluster of a run, in drawing order."""
    starts = [i for i, text in enumerate(run.clusters) if text]
    for first, end in zip(starts, [*starts[1:], len(run.clusters)], strict=True):
        yield first, end, run.clusters[first]


class _Words(dict[str, str]):
    """Word -> the codes of its ``letters``; most words of a map come back many times."""

    def __init__(self) -> None:
        super().__init__()
        self.letters: dict[str, str] = {}

    def __missing__(self, word: str) -> str:
        found = self[word] = "".join(map(self.letters.__getitem__, word))
        return found


class GlyphFont:
    """One font file of a PDF and the glyphs that the PDF uses of it.

    ``name`` is the resource name in the pages ("F1"); ``data`` the TrueType file.  Raises ValueError where the
    file has no TrueType outlines, which is what CIDFontType2 can carry.
    """

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self._face = hb.Face(data)
        if "glyf" not in self._face.table_tags:
            raise ValueError("a PDF font needs TrueType outlines")
        self.upem: int = self._face.upem
        self.used: set[int] = set()
        self.text_of: dict[int, str] = {}
        """Glyph id -> the text it stands for."""
        self._widths = self._read_widths()
        self._space: str | None = None
        self.codes: dict[int, str] = {}
        """Glyph id -> its code as it stands in a string, for the glyphs met so far."""
        self.advances: dict[int, float] = {}
        """Glyph id -> its advance in em, as rounded in the file, for the glyphs met so far."""
        self.words = _Words()
        """Word -> the codes that show it, where its letters (``GlyphRun.letters``) were met; KeyError for any other."""
        self.gap = ""
        """The code of the space between words, "" before it was met."""

    def space(self) -> str:
        """The code of a space, or "" where the font has none."""
        if self._space is None:
            glyph = hb.Font(self._face).get_nominal_glyph(0x20)
            self._space = code_of(glyph) if glyph else ""
            if glyph and glyph not in self.used:
                self.used.add(glyph)
                self.codes[glyph], self.advances[glyph] = self._space, self.width(glyph) / 1000
                self.text_of.setdefault(glyph, " ")
        return self._space

    def _read_widths(self) -> tuple[int, ...]:
        """Advances of all glyphs in font units, from hmtx."""
        count: int = struct.unpack(">H", _table(self._face, "hhea")[34:36])[0]
        table = _table(self._face, "hmtx")
        widths: tuple[int, ...] = struct.unpack(">" + "Hh" * count, table[: 4 * count])[::2]
        return widths + (widths[-1],) * (int(self._face.glyph_count) - count)

    def width(self, glyph: int) -> float:
        """Advance of a glyph in thousandths of an em, rounded as the PDF's /W says it."""
        return round(self._widths[glyph] * 1000 / self.upem, 2)

    def use(self, run: GlyphRun) -> None:
        """Note the glyphs of ``run`` and the text each stands for."""
        if self.used.issuperset(run.glyphs):
            return
        for glyph in run.glyphs:
            if glyph not in self.codes:
                self.codes[glyph] = code_of(glyph)
                self.advances[glyph] = self.width(glyph) / 1000
        self.used.update(run.glyphs)
        if run.letters:
            for glyph, text in zip(run.glyphs, run.clusters, strict=True):
                self.text_of.setdefault(glyph, "-" if text == _SOFT_HYPHEN else text)
            return
        for first, end, text in clusters(run):
            # The letter carries its cluster's text, also where its mark is drawn first.
            carrier = run.glyphs[max(range(first, end), key=lambda i: (run.advances[i] > 0, -i))]
            text = "-" if text == _SOFT_HYPHEN else text
            # What a glyph stands for is never changed: lines painted before rely on it.
            self.text_of.setdefault(carrier, text)

    def learn(self, run: GlyphRun, text: str) -> str | None:
        """Note the letters of ``run``, which is all of ``text``, and answer the codes that show it.

        None where the glyph of a character reads as another one: then the run needs a span that says its text.
        """
        self.use(run)
        letters, text_of = self.words.letters, self.text_of
        for glyph, char in zip(run.glyphs, run.clusters, strict=True):
            if char not in letters and text_of.get(glyph) == char:
                letters[char] = self.codes[glyph]
        self.gap = letters.get(" ", "")
        return "".join(map(letters.__getitem__, text)) if letters.keys() >= set(text) else None

    def reads(self, run: GlyphRun) -> bool:
        """Whether the glyphs of ``run``, read one by one from ToUnicode, give its text."""
        return tuple(map(self.text_of.get, run.glyphs)) == run.clusters

    def subset(self) -> bytes:
        """The font file cut down to the glyphs in use, ids kept, without hinting and layout tables."""
        wanted = hb.SubsetInput()
        wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        wanted.glyph_set.update(sorted(self.used))
        wanted.drop_table_tag_set.update(_tag(name) for name in self._face.table_tags if name not in _KEEP)
        return bytes(hb.subset(self._face, wanted).blob.data)

    @property
    def postscript_name(self) -> str:
        """The subset's name: six letters that depend on its glyphs, and the font's PostScript name."""
        digest = hashlib.md5(repr(sorted(self.used)).encode(), usedforsecurity=False).digest()
        letters = "".join(chr(65 + byte % 26) for byte in digest[:6])
        name = self._face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or "Font"
        return f"{letters}+" + "".join(c for c in name if c.isascii() and (c.isalnum() or c == "-"))

    def to_unicode(self) -> bytes:
        """The ToUnicode table: UTF-16BE of the text of each glyph (PDF 32000-1, 9.10.3)."""
        entries = [
            f"<{glyph:04X}> <{self.text_of.get(glyph, _NOTHING).encode('utf-16-be', 'replace').hex().upper()}>"
            for glyph in sorted(self.used)
            if glyph
        ]
        # A block holds at most a hundred entries.
        blocks = [entries[at : at + 100] for at in range(0, len(entries), 100)]
        body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{body}\n"
            "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
        ).encode("ascii")

    def descriptor(self) -> str:
        """Entries of the font descriptor that come from the font itself, in thousandths of an em."""
        head, hhea = _table(self._face, "head"), _table(self._face, "hhea")
        scale = 1000 / self.upem
        box = " ".join(str(round(v * scale)) for v in struct.unpack(">4h", head[36:44]))
        ascent, descent = struct.unpack(">2h", hhea[4:8])
        italic = bool(struct.unpack(">H", head[44:46])[0] & 2)
        cap = ascent
        if "OS/2" in self._face.table_tags:
            os2 = _table(self._face, "OS/2")
            if len(os2) >= 90 and struct.unpack(">H", os2[:2])[0] >= 2:
                cap = struct.unpack(">h", os2[88:90])[0] or ascent
        angle = 0.0
        if "post" in self._face.table_tags:
            angle = struct.unpack(">i", _table(self._face, "post")[4:8])[0] / 65536
        flags = 4 | (64 if italic else 0)  # symbolic: the codes are glyph ids and no standard encoding
        return (
            f"/Flags {flags} /FontBBox [{box}] /ItalicAngle {angle:g} /Ascent {round(ascent * scale)} "
            f"/Descent {round(descent * scale)} /CapHeight {round(cap * scale)} /StemV 80"
        )

    def width_array(self) -> str:
        """/W: advances by runs of consecutive glyph ids."""
        parts: list[str] = []
        previous = -2
        for glyph in sorted(self.used):
            value = f"{self.width(glyph):g}"
            if glyph == previous + 1:
                parts[-1] += f" {value}"
            else:
                parts.append(f"{glyph} [{value}")
            previous = glyph
        return "[" + " ".join(part + "]" for part in parts) + "]"

    def write(self, add: Callable[[str, bytes | None], str]) -> str:
        """Write the font's objects and answer the reference of the Type 0 font.

        ``add(dictionary entries, stream or None)`` stores one object and answers its reference.
        """
        name = self.postscript_name
        subset = self.subset()
        packed = zlib.compress(subset, 9)
        file = add(f"/Length1 {len(subset)} /Filter /FlateDecode", packed)
        mapping = add("/Filter /FlateDecode", zlib.compress(self.to_unicode(), 9))
        descriptor = add(f"/Type /FontDescriptor /FontName /{name} {self.descriptor()} /FontFile2 {file}", None)
        cid = add(
            f"/Type /Font /Subtype /CIDFontType2 /BaseFont /{name} "
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            f"/FontDescriptor {descriptor} /CIDToGIDMap /Identity /DW 0 /W {self.width_array()}",
            None,
        )
        return add(
            f"/Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
            f"/DescendantFonts [{cid}] /ToUnicode {mapping}",
            None,
        )


class FontBook:
    """The fonts of one PDF.  ``read`` answers the TrueType file of a key of :data:`model.text.fonts.FONTS`."""

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self._read = read
        self.opened: dict[str, GlyphFont] = {}
        """The fonts opened so far, by key."""

    def font(self, key: str) -> GlyphFont:
        """The font of a run, opened when first asked for."""
        found = self.opened.get(key)
        if found is None:
            found = self.opened[key] = GlyphFont(f"F{len(self.opened) + 1}", self._read(key))
        return found

    def fonts(self) -> Iterable[GlyphFont]:
        """Every font in use, in the order of first use."""
        return [font for font in self.opened.values() if font.used]
