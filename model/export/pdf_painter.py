"""Draws a display list as the operators of a PDF page or form.

The space is that of the display list turned upside down: one unit is one px, x as given, y negated, so that the
page or form that shows the stream only has to scale it and put its origin at the top left.  A group becomes a
saved state with its own origin: equal notes then give equal bytes, which is what makes the file small.
Tags (PDF 32000-1, 14.7) come from the groups' roles; what has no role and no text is an artifact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from model.draw import marks
from model.draw.displaylist import Clip, Group, Icon, Op, Path, Picture, Rect, Text, ellipse
from model.draw.icons import icon_ops
from model.export.extent import bounds
from model.export.pdf_fonts import FontBook, GlyphFont
from model.export.pdf_operators import N, forget_numbers, outline, pdf_string, rounded, show, words
from model.export.pdf_painted import IconForm, Mark, MissingCharacter, Painted, Place
from model.export.pdf_pictures import PdfPicture, pdf_picture
from model.export.pdf_roles import PLACED, WHOLE_ROLES, holds_roles, kind_of
from model.text.breaking import HYPHEN
from model.text.fonts import is_ignorable
from model.text.shape import GlyphRun, TextLine
from model.values import replace


@dataclass(slots=True)
class _State:
    """What the graphics state of the PDF is now, so that it is said only when it changes."""

    fill: str = ""
    stroke: str = ""
    width: float = 1.0
    dash: tuple[float, ...] = ()
    round_caps: bool | None = False
    alpha: int = 255
    font: str = ""
    size: float = 0.0

    def copy(self) -> _State:
        return _State(
            self.fill, self.stroke, self.width, self.dash, self.round_caps, self.alpha, self.font, self.size
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Shown:
    """A line already in the stream: at ``index`` by the glyphs of ``font``, or in a span of its own (font None)."""

    index: int
    line: TextLine
    font: GlyphFont | None = None


@dataclass(slots=True)
class Painter:
    """Turns display lists into PDF operators.

    ``color`` answers "#RRGGBB" or "#RRGGBBAA" for a colour of the list; ``grey``: pictures without colour.  ``tagged``
    False draws everything as one artifact, for marks that are no content.
    """

    color: Callable[[str], str]
    fonts: FontBook
    tagged: bool = True
    grey: bool = False
    _out: list[str] = field(default_factory=list)
    _state: _State = field(default_factory=_State)
    _stack: list[_State] = field(default_factory=list)
    _marks: list[Mark] = field(default_factory=list)
    _places: list[Place] = field(default_factory=list)
    _missing: dict[MissingCharacter, None] = field(default_factory=dict)
    _alphas: set[int] = field(default_factory=set)
    _colors: dict[str, tuple[str, int]] = field(default_factory=dict)
    _icons: dict[tuple[str, float, str], IconForm] = field(default_factory=dict)
    _pictures: dict[tuple[str, int], tuple[str, PdfPicture | None]] = field(default_factory=dict)
    _inside: bool = False
    _artifact: bool = False
    _opacity: float = 1.0
    _source: str | None = None
    _lines: list[TextLine] = field(default_factory=list)
    _spanned: bool = False
    _pen: tuple[float, float] | None = None
    """Where the line of the open text object begins; None outside of one."""
    _last: _Shown | None = None
    """The line before in the same element; the next one parts its words from it."""

    def paint(self, ops: Iterable[Op]) -> Painted:
        """The operators of ``ops`` and what they hold."""
        ops = tuple(ops)
        forget_numbers()
        self._out, self._marks, self._places, self._missing, self._alphas = [], [], [], {}, set()
        self._state, self._stack, self._icons, self._last = _State(), [], {}, None
        self._pictures = {}
        if not self.tagged:
            self._out.append("/Artifact BMC")
            self._inside = True
        self._draw(ops, 0.0, 0.0)
        self._end_text()
        self._close_artifact()
        if not self.tagged:
            self._out.append("EMC")
            self._inside = False
        return Painted(
            "\n".join(self._out),
            tuple(self._marks),
            tuple(self._places),
            tuple(self._missing),
            frozenset(self._alphas),
            tuple(self._icons.values()),
            tuple((name, picture) for name, picture in self._pictures.values() if picture is not None),
            ops,
        )

    # -- structure ----------------------------------------------------------------------------------------------

    def _draw(self, ops: Iterable[Op], x: float, y: float) -> None:
        for op in ops:
            if isinstance(op, Text):  # most are
                self._text(op, x, y)
            elif isinstance(op, Group):
                if op.paper:
                    self._group(op, x, y)
            elif isinstance(op, Clip):
                self._clip(op, x, y)
            else:
                self._end_text()
                if not self._inside and not self._artifact:
                    self._out.append("/Artifact BMC")
                    self._artifact = True
                self._draw_inside(op)

    def _draw_inside(self, op: Op) -> None:
        """A shape, inside whatever element or artifact is open."""
        if isinstance(op, Rect):
            self._rect(op)
        elif isinstance(op, Path):
            self._path(op)
        elif isinstance(op, Icon):
            self._draw_icon(op)
        elif isinstance(op, Picture):
            self._draw_picture(op)

    def _end_text(self) -> None:
        if self._pen is not None:
            self._out.append("ET")
            self._pen = None

    def _close_artifact(self) -> None:
        if self._artifact:
            self._out.append("EMC")
            self._artifact = False

    def _begin(self, kind: str, role: str, source_id: str | None, label: str, x: float, y: float) -> None:
        self._close_artifact()
        if kind:
            mcid = len(self._marks)
            self._marks.append(Mark(mcid, kind, role, source_id, label, x, y))
            self._out.append(f"/{kind} <</MCID {mcid}>> BDC")
        else:
            self._out.append("/Artifact BMC")
        self._inside = True
        self._lines, self._spanned, self._last = [], False, None

    def _end(self, kind: str) -> None:
        self._end_text()
        if kind and self._spanned:
            self._marks[-1] = replace(self._marks[-1], text=_joined(self._lines))
        self._out.append("EMC")
        self._inside = False

    def _group(self, group: Group, x: float, y: float) -> None:
        x, y = x + group.x, y + group.y
        if group.role:
            self._end_text()
        if group.role in PLACED:
            boxes = list(bounds(group.ops, x, y))
            if boxes:
                left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
                right, bottom = max(b[2] for b in boxes), max(b[3] for b in boxes)
                self._places.append(
                    Place(group.role, group.source_id, group.label, left, top, right - left, bottom - top)
                )
        element = not self._inside and bool(group.role)
        element = element and (group.role in WHOLE_ROLES or not holds_roles(group.ops))
        kind = kind_of(group) if element else ""
        if element:
            self._begin(kind, group.role, group.source_id, group.label, x, y)
        outer_source, outer_opacity = self._source, self._opacity
        self._source = group.source_id or self._source
        self._opacity *= group.opacity
        moved = bool(group.x or group.y)
        if moved:
            if not element and not self._inside:
                self._close_artifact()
            self._save()
            self._out.append(f"1 0 0 1 {N[group.x]} {N[-group.y]} cm")
        self._draw(group.ops, x, y)
        if moved:
            if not self._inside:
                self._close_artifact()
            self._restore()
        self._source, self._opacity = outer_source, outer_opacity
        if element:
            self._end(kind)

    def _clip(self, clip: Clip, x: float, y: float) -> None:
        if not self._inside:
            self._close_artifact()
        self._save()
        self._out.append(f"{N[clip.x]} {N[-clip.y - clip.h]} {N[clip.w]} {N[clip.h]} re W n")
        self._draw(clip.ops, x, y)
        if not self._inside:
            self._close_artifact()
        self._restore()

    def _save(self) -> None:
        self._end_text()
        self._out.append("q")
        self._stack.append(self._state.copy())

    def _restore(self) -> None:
        self._end_text()
        self._out.append("Q")
        self._state = self._stack.pop()

    # -- colours and lines --------------------------------------------------------------------------------------

    def _resolve(self, name: str) -> tuple[str, int]:
        """(operands of rg or RG, alpha 0..255) of a colour."""
        found = self._colors.get(name)
        if found is None:
            value = self.color(name).lstrip("#")
            channels = [int(value[at : at + 2], 16) for at in range(0, len(value), 2)]
            operands = " ".join(f"{c / 255:.3f}".rstrip("0").rstrip(".") for c in channels[:3])
            found = self._colors[name] = (operands, channels[3] if len(channels) > 3 else 255)
        return found

    def _alpha(self, alpha: int) -> None:
        if self._opacity != 1.0:
            alpha = round(alpha * self._opacity)
        if alpha != self._state.alpha:
            self._state.alpha = alpha
            self._alphas.add(alpha)
            self._out.append(f"/A{alpha} gs")

    def _fill_with(self, name: str) -> None:
        operands, alpha = self._resolve(name)
        self._alpha(alpha)
        if operands != self._state.fill:
            self._state.fill = operands
            self._out.append(operands + " rg")

    def _stroke_with(self, name: str, width: float, dash: tuple[float, ...], round_caps: bool) -> None:
        state = self._state
        operands, alpha = self._resolve(name)
        self._alpha(alpha)
        if operands != state.stroke:
            state.stroke = operands
            self._out.append(operands + " RG")
        if width != state.width:
            state.width = width
            self._out.append(N[width] + " w")
        if dash != state.dash:
            state.dash = dash
            self._out.append("[" + " ".join(N[d] for d in dash) + "] 0 d")
        if round_caps != state.round_caps:
            state.round_caps = round_caps
            self._out.append("1 J 1 j" if round_caps else "0 J 0 j")

    def _shape(self, outline: str, op: Rect | Path, even_odd: bool, round_caps: bool) -> None:
        """Fill and stroke one outline; in two steps where the two differ in opacity."""
        star = "*" if even_odd else ""
        if op.fill and op.stroke and op.width > 0:
            if self._resolve(op.fill)[1] == self._resolve(op.stroke)[1]:
                self._fill_with(op.fill)
                self._stroke_with(op.stroke, op.width, op.dash, round_caps)
                self._out.append(f"{outline} B{star}")
                return
            self._fill_with(op.fill)
            self._out.append(f"{outline} f{star}")
            self._stroke_with(op.stroke, op.width, op.dash, round_caps)
            self._out.append(f"{outline} S")
        elif op.fill:
            self._fill_with(op.fill)
            self._out.append(f"{outline} f{star}")
        elif op.stroke and op.width > 0:
            self._stroke_with(op.stroke, op.width, op.dash, round_caps)
            self._out.append(f"{outline} S")

    def _rect(self, op: Rect) -> None:
        n = N
        radius = min(op.radius, op.w / 2, op.h / 2)
        if radius <= 0:
            drawn = f"{n[op.x]} {n[-op.y - op.h]} {n[op.w]} {n[op.h]} re"
        else:
            drawn = outline(rounded(op.x, op.y, op.w, op.h, radius))
        self._shape(drawn, op, False, False)

    def _path(self, op: Path) -> None:
        if op.segments:
            self._shape(outline(op.segments), op, op.even_odd, op.round_caps)

    def _draw_icon(self, op: Icon) -> None:
        self._alpha(self._resolve(op.color)[1])
        key = (op.name, op.size, op.color)
        form = self._icons.get(key)
        if form is None:
            # From a state of which nothing is known but its opacity, which a form takes from where it is shown.
            shown, state = self._out, self._state
            self._out = []
            self._state = _State(width=-1.0, dash=(-1.0,), round_caps=None, alpha=state.alpha)
            for part in icon_ops(replace(op, x=0.0, y=0.0)):
                self._path(part)
            form = self._icons[key] = IconForm(f"{op.name}-{len(self._icons)}", "\n".join(self._out), op.size)
            self._out, self._state = shown, state
        self._out.append(f"q\n1 0 0 1 {N[op.x]} {N[-op.y]} cm\n/{form.name} Do\nQ")

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
        self._alpha(255)
        x, y, w, h = op.filled()
        n = N
        shape = f"{n[op.x]} {n[-op.y - op.h]} {n[op.w]} {n[op.h]} re"
        if op.round:
            shape = outline(ellipse(op.x + op.w / 2, op.y + op.h / 2, op.w / 2, op.h / 2))
        self._out.append(f"q\n{shape} W n\n{n[w]} 0 0 {n[h]} {n[x]} {n[-y - h]} cm\n/{name} Do\nQ")

    # -- text ---------------------------------------------------------------------------------------------------

    def _text(self, op: Text, x: float, y: float) -> None:
        line = op.line
        if not line.runs:
            return
        element = not self._inside
        if element:
            self._begin("P", "", self._source, "", x + op.x, y + op.y)
        if self._last is not None and self._lines and _parted(self._lines[-1], line):
            self._add_space(self._last)
        self._last = None
        self._lines.append(line)
        state, color = self._state, self._colors.get(op.color)
        if color is None or color[0] != state.fill or color[1] != state.alpha or self._opacity != 1.0:
            self._fill_with(op.color)
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
                out = self._out
                if self._pen is None:
                    out.append("BT")
                    move = f"{N[x]} {N[y]}"
                else:
                    move = f"{N[x - self._pen[0]]} {N[y - self._pen[1]]}"
                out.append(f"{move} Td {show(font, run, 0, len(run.glyphs))}")
                self._pen = (x, y)
                self._last = _Shown(len(out) - 1, line, font)
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
            self._last = _Shown(len(self._out), line)
        for runs, text in spans:
            if text:
                self._out.append(f"/Span <</ActualText {pdf_string(text)}>> BDC")
            self._out.append("BT")
            for index, run in enumerate(runs):
                font = self._select(run)
                left, base = op.x + run.xs[0], -op.y
                move = f"1 0 0 1 {N[left]} {N[base]} Tm" if index else f"{N[left]} {N[base]} Td"
                self._out.append(f"{move} {show(font, run, 0, len(run.glyphs))}")
            self._out.append("ET")
            if text:
                self._out.append("EMC")

    def _add_space(self, shown: _Shown) -> None:
        """End a line with a space, which the paper does not show: else its last word reads as one with the next."""
        if shown.font is None:
            self._out[shown.index] = f"/Span <</ActualText {pdf_string(shown.line.text + ' ')}>> BDC"
            return
        painted = self._out[shown.index]
        if painted.endswith(") Tj"):
            self._out[shown.index] = f"{painted[:-4]}{shown.font.space()}) Tj"
            return
        head, mark, tail = painted.rpartition(")")
        if mark:
            self._out[shown.index] = head + shown.font.space() + mark + tail

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
                    self._out.append(f"/Span <</ActualText {pdf_string(drawn)}>> BDC")
                self._out.append(f"BT {N[op.x + run.xs[start]]} {N[-op.y]} Td {show(font, run, start, end)} ET")
                if text:
                    self._out.append("EMC")

    def _font(self, run: GlyphRun) -> GlyphFont:
        font = self.fonts.font(run.font)
        font.use(run)
        return font

    def _select(self, run: GlyphRun) -> GlyphFont:
        font = self._font(run)
        self._set(font, run.size)
        return font

    def _set(self, font: GlyphFont, size: float) -> None:
        state = self._state
        if state.font != font.name or state.size != size:
            state.font, state.size = font.name, size
            self._out.append(f"/{font.name} {N[size]} Tf")

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
            self._rect(Rect(x, y, 0.8 * width, 0.7 * run.size, stroke=op.color, width=0.06 * run.size))


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
