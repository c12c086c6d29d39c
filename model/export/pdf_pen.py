"""The graphics state of a PDF's stream: colours, lines and opacity, said only when they change, and shapes drawn in it.

The space is that of the display list turned upside down: x as given, y negated.  Every entry of the stream ends its
own line.
"""

from __future__ import annotations

from collections.abc import Callable

from model.draw.displaylist import Path, Rect, Segments
from model.export.pdf_operators import N, outline, rounded

Ink = tuple[str, str, int]
"""A colour: the operators that fill and stroke with it, and its opacity 0..255."""


class _Inks(dict[str, Ink]):
    """Name of a colour -> its ink; ``color`` answers "#RRGGBB" or "#RRGGBBAA"."""

    def __init__(self, color: Callable[[str], str]) -> None:
        super().__init__()
        self._color = color

    def __missing__(self, name: str) -> Ink:
        value = self._color(name).lstrip("#")
        channels = [int(value[at : at + 2], 16) for at in range(0, len(value), 2)]
        operands = " ".join(f"{c / 255:.3f}".rstrip("0").rstrip(".") for c in channels[:3])
        found = self[name] = (f"{operands} rg\n", f"{operands} RG\n", channels[3] if len(channels) > 3 else 255)
        return found


class State:
    """What the graphics state of the PDF is now."""

    __slots__ = ("alpha", "dash", "fill", "font", "round_caps", "size", "stroke", "width")

    def __init__(self) -> None:
        self.fill = self.stroke = self.font = ""
        self.width, self.size = 1.0, 0.0
        self.dash: tuple[float, ...] = ()
        self.round_caps: bool | None = False
        self.alpha = 255

    @classmethod
    def unknown(cls, alpha: int) -> State:
        """A state of which nothing is known but its opacity, 0..255."""
        state = cls()
        state.width, state.dash, state.round_caps, state.alpha = -1.0, (-1.0,), None, alpha
        return state

    def copy(self) -> State:
        """The same, to be changed by itself."""
        made = State.__new__(State)
        made.fill, made.stroke, made.font = self.fill, self.stroke, self.font
        made.width, made.size, made.dash = self.width, self.size, self.dash
        made.round_caps, made.alpha = self.round_caps, self.alpha
        return made


class Pen:
    """Writes shapes into ``out``, a stream in the making.  ``opacity`` 0..1 is that of everything drawn now.

    ``alphas`` are the opacities in use, in 1/255.
    """

    __slots__ = ("_outlines", "_stack", "alphas", "inks", "opacity", "out", "state")

    def __init__(self, color: Callable[[str], str]) -> None:
        self.inks = _Inks(color)
        self.start()

    def start(self) -> None:
        """Begin a stream."""
        self.out: list[str] = []
        self.state = State()
        self.opacity = 1.0
        self.alphas: set[int] = set()
        self._stack: list[State] = []
        self._outlines: dict[int, tuple[Segments, str]] = {}

    def code(self) -> str:
        """The stream."""
        return "".join(self.out)[:-1]

    def save(self) -> None:
        """Keep the state, until :meth:`restore`."""
        self.out.append("q\n")
        self._stack.append(self.state.copy())

    def restore(self) -> None:
        """Go back to the state that was kept last."""
        self.out.append("Q\n")
        self.state = self._stack.pop()

    def see_through(self, alpha: int) -> None:
        """Draw with an opacity of 0..255 from here on, times that of everything."""
        if self.opacity != 1.0:
            alpha = round(alpha * self.opacity)
        if alpha != self.state.alpha:
            self.state.alpha = alpha
            self.alphas.add(alpha)
            self.out.append(f"/A{alpha} gs\n")

    def fill_with(self, ink: Ink) -> None:
        """Fill and write in a colour from here on."""
        state = self.state
        if ink[2] != state.alpha or self.opacity != 1.0:
            self.see_through(ink[2])
        if ink[0] != state.fill:
            state.fill = ink[0]
            self.out.append(ink[0])

    def _stroke_with(self, ink: Ink, op: Rect | Path, round_caps: bool) -> None:
        state, out = self.state, self.out
        if ink[2] != state.alpha or self.opacity != 1.0:
            self.see_through(ink[2])
        if ink[1] != state.stroke:
            state.stroke = ink[1]
            out.append(ink[1])
        if op.width != state.width:
            state.width = op.width
            out.append(N[op.width] + " w\n")
        if op.dash != state.dash:
            state.dash = op.dash
            out.append("[" + " ".join(N[d] for d in op.dash) + "] 0 d\n")
        if round_caps != state.round_caps:
            state.round_caps = round_caps
            out.append("1 J 1 j\n" if round_caps else "0 J 0 j\n")

    def _shape(self, drawn: str, op: Rect | Path, star: str, round_caps: bool) -> None:
        """Fill and stroke one outline; in two steps where the two differ in opacity."""
        ink = self.inks[op.fill] if op.fill else None
        line = self.inks[op.stroke] if op.stroke and op.width > 0 else None
        if ink is not None:
            self.fill_with(ink)
            if line is not None and ink[2] == line[2]:
                self._stroke_with(line, op, round_caps)
                self.out.append(f"{drawn} B{star}\n")
                return
            self.out.append(f"{drawn} f{star}\n")
        if line is not None:
            self._stroke_with(line, op, round_caps)
            self.out.append(f"{drawn} S\n")

    def rect(self, op: Rect) -> None:
        """Draw a rectangle."""
        n = N
        radius = min(op.radius, op.w / 2, op.h / 2)
        if radius <= 0:
            drawn = f"{n[op.x]} {n[-op.y - op.h]} {n[op.w]} {n[op.h]} re"
        else:
            drawn = outline(rounded(op.x, op.y, op.w, op.h, radius))
        self._shape(drawn, op, "", False)

    def path(self, op: Path) -> None:
        """Draw an outline."""
        segments = op.segments
        if segments:
            known = self._outlines.get(id(segments))  # cards of one size share theirs
            if known is None:
                known = self._outlines[id(segments)] = (segments, outline(segments))
            self._shape(known[1], op, "*" if op.even_odd else "", op.round_caps)
