"""Draws a display list as the operators of a PDF page or form.

The space is that of the display list turned upside down: one unit is one px, x as given, y negated, so that the
page or form that shows the stream only has to scale it and put its origin at the top left.  A group becomes a
saved state with its own origin: equal notes then give equal bytes, which is what makes the file small.
Tags (PDF 32000-1, 14.7) come from the groups' roles; what has no role and no text is an artifact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from model.draw import marks
from model.draw.displaylist import Clip, Group, Icon, Op, Path, Picture, Rect, Text, ellipse
from model.draw.icons import icon_paths
from model.export.extent import bounds
from model.export.pdf_fonts import FontBook, GlyphFont
from model.export.pdf_operators import N, R, forget_numbers, outline, pdf_string, show, words
from model.export.pdf_painted import IconForm, Mark, MissingCharacter, Painted, Place
from model.export.pdf_pen import Pen, State
from model.export.pdf_pictures import PdfPicture, pdf_picture
from model.export.pdf_roles import PLACED, WHOLE_ROLES, holds_roles, kind_of
from model.text.breaking import HYPHEN
from model.text.fonts import is_ignorable
from model.text.shape import GlyphRun, TextLine
from model.values import replace

_Shown = tuple[int, TextLine, GlyphFont | None]
"""Where a line already stands in the stream, the line, and its font; None for one in a span of its own."""

_END_SHOWN = ") Tj\n"
"""What ends a line of letters: an entry of the stream by itself, so that a space can come before it."""

_MOST_LETTERS = 99
"""Each advance in the file is rounded to the hundredth of a thousandth of an em: so many letters in a row cannot be off
by the half of one that :func:`model.export.pdf_operators.show` makes up for."""


class Painter:
    """Turns display lists into PDF operators.

    ``color`` answers "#RRGGBB" or "#RRGGBBAA" for a colour of the list; ``grey``: pictures without colour.  ``tagged``
    False draws everything as one artifact, for marks that are no content.
    """

    def __init__(
        self, color: Callable[[str], str], fonts: FontBook, *, tagged: bool = True, grey: bool = False
    ) -> None:
        self.fonts, self.tagged, self.grey = fonts, tagged, grey
        self._pen = Pen(color)
        self._begin_list()

    def _begin_list(self) -> None:
        self._pen.start()
        self._marks: list[Mark] = []
        self._places: list[Place] = []
        self._missing: dict[MissingCharacter, None] = {}
        self._icons: dict[tuple[str, float, str], IconForm] = {}
        self._pictures: dict[tuple[str, int], tuple[str, PdfPicture | None]] = {}
        self._inside = self._artifact = self._spanned = False
        self._source: str | None = None
        self._lines: list[TextLine] = []
        self._from: tuple[float, float] | None = None
        """Where the line of the open text object begins; None outside of one."""
        self._last: _Shown | None = None
        """The line before in the same element; the next one parts its words from it."""

    def paint(self, ops: Iterable[Op]) -> Painted:
        """The operators of ``ops`` and what they hold."""
        ops = tuple(ops)
        forget_numbers()
        self._begin_list()
        pen = self._pen
        if not self.tagged:
            pen.out.append("/Artifact BMC\n")
            self._inside = True
        self._draw(ops, 0.0, 0.0)
        self._end_text()
        self._close_artifact()
        if not self.tagged:
            pen.out.append("EMC\n")
        return Painted(
            pen.code(),
            tuple(self._marks),
            tuple(self._places),
            tuple(self._missing),
            frozenset(pen.alphas),
            tuple(self._icons.values()),
            tuple((name, picture) for name, picture in self._pictures.values() if picture is not None),
            ops,
        )

    # -- structure ----------------------------------------------------------------------------------------------

    def _draw(self, ops: Iterable[Op], x: float, y: float) -> None:
        for op in ops:
            if isinstance(op, Text):  # most are
                if not self._letters(op):
                    self._text(op, x, y)
            elif isinstance(op, Group):
                if op.paper:
                    if op.role or op.x or op.y or op.source_id or op.opacity != 1.0:
                        self._group(op, x, y)
                    else:
                        self._draw(op.ops, x, y)
            elif isinstance(op, Clip):
                self._clip(op, x, y)
            else:
                if self._from is not None:
                    self._end_text()
                if not self._inside and not self._artifact:
                    self._pen.out.append("/Artifact BMC\n")
                    self._artifact = True
                self._draw_inside(op)

    def _draw_inside(self, op: Op) -> None:
        """A shape, inside whatever element or artifact is open."""
        if isinstance(op, Path):
            self._pen.path(op)
        elif isinstance(op, Icon):
            self._draw_icon(op)
        elif isinstance(op, Rect):
            self._pen.rect(op)
        elif isinstance(op, Picture):
            self._draw_picture(op)

    def _end_text(self) -> None:
        if self._from is not None:
            self._pen.out.append("ET\n")
            self._from = None

    def _close_artifact(self) -> None:
        if self._artifact:
            self._pen.out.append("EMC\n")
            self._artifact = False

    def _begin(self, kind: str, role: str, source_id: str | None, label: str, x: float, y: float) -> None:
        self._close_artifact()
        if kind:
            mcid = len(self._marks)
            self._marks.append(Mark(mcid, kind, role, source_id, label, x, y))
            self._pen.out.append(f"/{kind} <</MCID {mcid}>> BDC\n")
        else:
            self._pen.out.append("/Artifact BMC\n")
        self._inside = True
        self._lines, self._spanned, self._last = [], False, None

    def _end(self, kind: str) -> None:
        self._end_text()
        if kind and self._spanned:
            self._marks[-1] = replace(self._marks[-1], text=_joined(self._lines))
        self._pen.out.append("EMC\n")
        self._inside = False

    def _group(self, group: Group, x: float, y: float) -> None:
        x, y = x + group.x, y + group.y
        role, kind, element = group.role, "", False
        if role:
            if self._from is not None:
                self._end_text()
            if role in PLACED:
                self._place(group, x, y)
            if not self._inside and (role in WHOLE_ROLES or not holds_roles(group.ops)):
                kind, element = kind_of(group), True
                self._begin(kind, role, group.source_id, group.label, x, y)
        pen = self._pen
        outer_source, outer_opacity = self._source, pen.opacity
        self._source = group.source_id or outer_source
        pen.opacity = outer_opacity * group.opacity
        if group.x or group.y:
            self._save()
            pen.out.append(f"1 0 0 1 {N[group.x]} {N[-group.y]} cm\n")
            self._draw(group.ops, x, y)
            self._restore()
        else:
            self._draw(group.ops, x, y)
        self._source, pen.opacity = outer_source, outer_opacity
        if element:
            self._end(kind)

    def _place(self, group: Group, x: float, y: float) -> None:
        boxes = list(bounds(group.ops, x, y))
        if boxes:
            left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
            right, bottom = max(b[2] for b in boxes), max(b[3] for b in boxes)
            self._places.append(Place(group.role, group.source_id, group.label, left, top, right - left, bottom - top))

    def _clip(self, clip: Clip, x: float, y: float) -> None:
        self._save()
        self._pen.out.append(f"{N[clip.x]} {N[-clip.y - clip.h]} {N[clip.w]} {N[clip.h]} re W n\n")
        self._draw(clip.ops, x, y)
        self._restore()

    def _save(self) -> None:
        """Keep the state; what is open inside of it is closed before it ends."""
        if self._artifact and not self._inside:
            self._close_artifact()
        if self._from is not None:
            self._end_text()
        self._pen.save()

    def _restore(self) -> None:
        if self._artifact and not self._inside:
            self._close_artifact()
        if self._from is not None:
            self._end_text()
        self._pen.restore()

    def _draw_icon(self, op: Icon) -> None:
        pen = self._pen
        alpha = pen.inks[op.color][2]
        if alpha != pen.state.alpha or pen.opacity != 1.0:
            pen.see_through(alpha)
        key = (op.name, op.size, op.color)
        form = self._icons.get(key)
        if form is None:
            # A form takes the opacity from where it is shown.
            shown, state = pen.out, pen.state
            pen.out, pen.state = [], State.unknown(state.alpha)
            for part in icon_paths(op.name, op.size):
                fill, stroke = op.color if part.fill else None, op.color if part.stroke else None
                pen.path(Path(part.segments, fill, stroke, part.width, round_caps=True))
            form = self._icons[key] = IconForm(f"{op.name}-{len(self._icons)}", pen.code(), op.size)
            pen.out, pen.state = shown, state
        pen.out.append(f"q\n1 0 0 1 {N[op.x]} {N[-op.y]} cm\n/{form.name} Do\nQ\n")

    def _draw_picture(self, op: Picture) -> None:
        key = (op.asset.id, op.most)
        known = self._pictures.get(key)
        if known is None:
            made = pdf_picture(op.asset, grey=self.grey, most=op.most)
            known = self._pictures[key] = (f"Im{len(self._pictures)}", made)
        name, picture = known
        if picture is None:
            for part in marks.no_picture(op.x, op.y, op.w, op.h):
                self._draw_inside(part)
            return
        self._pen.see_through(255)
        x, y, w, h = op.filled()
        n = N
        shape = f"{n[op.x]} {n[-op.y - op.h]} {n[op.w]} {n[op.h]} re"
        if op.round:
            shape = outline(ellipse(op.x + op.w / 2, op.y + op.h / 2, op.w / 2, op.h / 2))
        self._pen.out.append(f"q\n{shape} W n\n{n[w]} 0 0 {n[h]} {n[x]} {n[-y - h]} cm\n/{name} Do\nQ\n")

    # -- text ---------------------------------------------------------------------------------------------------

    def _letters(self, op: Text) -> bool:
        """Draw a line of letters inside of an element, which nearly every line is; False for any other.

        It writes what :meth:`_text` would.
        """
        line = op.line
        runs = line.runs
        if not runs or not self._inside:
            return False
        run = runs[0]
        if not run.letters or len(run.glyphs) > _MOST_LETTERS:
            return False
        font = self.fonts.opened.get(run.font) or self.fonts.font(run.font)
        text, gap = line.text, font.gap
        try:
            codes = gap.join(map(font.words.__getitem__, text.split(" "))) if gap else font.words[text]
        except KeyError:
            spelt = font.learn(run, text)
            if spelt is None:
                return False
            codes = spelt
        pen = self._pen
        out, state = pen.out, pen.state
        last = self._last
        if last is not None:
            before = last[1]
            # As :func:`_parted`; a call for each line would cost a twentieth of it all.
            if (line.start != before.end or before.end - before.start > len(before.text)) and before.text[-1] != HYPHEN:
                if out[last[0]] is _END_SHOWN and last[2] is not None:
                    out[last[0]] = last[2].space() + _END_SHOWN
                else:
                    self._add_space(last)
        ink = pen.inks[op.color]
        if ink[0] != state.fill or ink[2] != state.alpha or pen.opacity != 1.0:
            pen.fill_with(ink)
        if state.font != font.name or state.size != run.size:
            self._set(font, run.size)
        x, y = R[op.x], R[-op.y]
        begun = self._from
        if begun is None:
            out.append(f"BT\n{N[x]} {N[y]} Td ({codes}")
        elif x == begun[0]:
            out.append(f"0 {N[y - begun[1]]} Td ({codes}")
        else:
            out.append(f"{N[x - begun[0]]} {N[y - begun[1]]} Td ({codes}")
        out.append(_END_SHOWN)
        self._from = x, y
        self._last = (len(out) - 1, line, font)
        self._lines.append(line)
        return True

    def _text(self, op: Text, x: float, y: float) -> None:
        line = op.line
        if not line.runs:
            return
        element = not self._inside
        if element:
            self._begin("P", "", self._source, "", x + op.x, y + op.y)
        if self._last is not None and _parted(self._last[1], line):
            self._add_space(self._last)
        self._last = None
        self._lines.append(line)
        self._pen.fill_with(self._pen.inks[op.color])
        runs = line.runs
        if line.rtl or runs[0].rtl or (len(runs) > 1 and any(run.rtl for run in runs)):
            self._spanned = True
            self._words(op)
        else:
            self._line(op)
        for run in runs:
            if 0 in run.glyphs:
                self._boxes(op, run)
        if element:
            self._end("P")

    def _line(self, op: Text) -> None:
        """A left-to-right line; where its glyphs alone would not read as its text, in a span that says the text.

        Poppler loses a space that is a run of its own between two fonts, so several runs get a span as well.

        PDFium leaves characters above U+FFFF out of a span's text; it reads them from the font's own table, so a
        run of emoji goes without.
        """
        line = op.line
        if len(line.runs) == 1:
            run = line.runs[0]
            font = self._font(run)
            if font.reads(run):
                self._set(font, run.size)
                x, y = round(op.x + run.xs[0], 2), round(-op.y, 2)
                out = self._pen.out
                if self._from is None:
                    out.append("BT\n")
                    move = f"{N[x]} {N[y]}"
                else:
                    move = f"{N[x - self._from[0]]} {N[y - self._from[1]]}"
                out.append(f"{move} Td {show(font, run, 0, len(run.glyphs))}\n")
                self._from = (x, y)
                self._last = (len(out) - 1, line, font)
                return
        self._end_text()
        self._spanned = True
        spans: list[tuple[list[GlyphRun], str]] = []
        if len(line.text.encode("utf-16-be", "surrogatepass")) == 2 * len(line.text):
            spans.append((list(line.runs), line.text))
        else:
            for run in line.runs:
                text = "".join(run.clusters)
                if any(char > "\uffff" for char in text):
                    spans.append(([run], ""))
                elif spans and spans[-1][1]:
                    spans[-1] = ([*spans[-1][0], run], spans[-1][1] + text)
                else:
                    spans.append(([run], text))
        if len(spans) == 1 and spans[0][1]:
            self._last = (len(self._pen.out), line, None)
        for runs, text in spans:
            if text:
                self._pen.out.append(f"/Span <</ActualText {pdf_string(text)}>> BDC\n")
            self._pen.out.append("BT\n")
            for index, run in enumerate(runs):
                font = self._select(run)
                left, base = op.x + run.xs[0], -op.y
                move = f"1 0 0 1 {N[left]} {N[base]} Tm" if index else f"{N[left]} {N[base]} Td"
                self._pen.out.append(f"{move} {show(font, run, 0, len(run.glyphs))}\n")
            self._pen.out.append("ET\n")
            if text:
                self._pen.out.append("EMC\n")

    def _add_space(self, shown: _Shown) -> None:
        """End a line with a space, which the paper does not show: else its last word reads as one with the next."""
        at, line, font = shown
        if font is None:
            self._pen.out[at] = f"/Span <</ActualText {pdf_string(line.text + ' ')}>> BDC\n"
            return
        head, mark, tail = self._pen.out[at].rpartition(")")
        if mark:
            self._pen.out[at] = head + font.space() + mark + tail

    def _words(self, op: Text) -> None:
        """A line with right-to-left text: each word a span of its own, in the order in which it is drawn.

        Readers of the page (PDFium, poppler) take the text of a span as drawn from left to right and turn the
        right-to-left stretches round themselves, so the letters stand in drawing order here; the order of reading
        is given by the element of the tag tree.
        """
        self._end_text()
        for run in op.line.runs:
            font = self._select(run)
            for start, end, text in words(run):
                if text:
                    drawn = text[::-1] if run.rtl else text
                    self._pen.out.append(f"/Span <</ActualText {pdf_string(drawn)}>> BDC\n")
                self._pen.out.append(f"BT {N[op.x + run.xs[start]]} {N[-op.y]} Td {show(font, run, start, end)} ET\n")
                if text:
                    self._pen.out.append("EMC\n")

    def _font(self, run: GlyphRun) -> GlyphFont:
        font = self.fonts.font(run.font)
        font.use(run)
        return font

    def _select(self, run: GlyphRun) -> GlyphFont:
        font = self._font(run)
        self._set(font, run.size)
        return font

    def _set(self, font: GlyphFont, size: float) -> None:
        state = self._pen.state
        if state.font != font.name or state.size != size:
            state.font, state.size = font.name, size
            self._pen.out.append(f"/{font.name} {N[size]} Tf\n")

    def _boxes(self, op: Text, run: GlyphRun) -> None:
        """A frame for each character that no font has: a note never prints as nothing."""
        for index, glyph in enumerate(run.glyphs):
            lacking = "".join(c for c in run.clusters[index] if not c.isspace() and not is_ignorable(c))
            if glyph or not lacking:
                continue
            self._missing[MissingCharacter(lacking, self._source)] = None
            self._end_text()
            width = max(run.advances[index], 0.4 * run.size)
            x, y = op.x + run.xs[index] + 0.1 * width, op.y - 0.7 * run.size
            self._pen.rect(Rect(x, y, 0.8 * width, 0.7 * run.size, stroke=op.color, width=0.06 * run.size))


def _parted(line: TextLine, following: TextLine) -> bool:
    """Whether a space or a line end stands between two lines, and no word goes on in the second."""
    if line.text.endswith(HYPHEN):
        return False
    return following.start != line.end or line.end - line.start > len(line.text)


def _joined(lines: Sequence[TextLine]) -> str:
    """The text of lines that follow each other, words that a hyphen parted put together again."""
    text = ""
    for index, line in enumerate(lines):
        text += line.text.removesuffix(HYPHEN)
        if index + 1 < len(lines) and _parted(line, lines[index + 1]):
            text += " "
    return text
