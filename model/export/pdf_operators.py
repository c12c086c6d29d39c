"""The operators of a PDF's pages: numbers, strings, outlines, and glyphs at their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, repeat
from operator import mul, sub

from model.draw.displaylist import Segments, ellipse
from model.export.pdf_fonts import GlyphFont, clusters
from model.text.shape import GlyphRun

_KAPPA = 0.5522847498
_BEYOND_LATIN = {
    "•": 0x80, "…": 0x83, "—": 0x84, "–": 0x85, "−": 0x8A, "„": 0x8C, "“": 0x8D, "”": 0x8E,
    "‘": 0x8F, "’": 0x90, "™": 0x92, "€": 0xA0,
}  # fmt: skip
"""Characters of PDFDocEncoding outside Latin-1 (PDF 32000-1, D.2)."""

_ESCAPED = str.maketrans({char: "\\" + char for char in "()\\"})
_WRITTEN = {
    **{chr(code): chr(code).translate(_ESCAPED) for code in range(32, 127)},
    **{chr(code): f"\\{code:03o}" for code in range(0xA1, 0x100) if code != 0xAD},
    **{char: f"\\{code:03o}" for char, code in _BEYOND_LATIN.items()},
}
"""Characters of PDFDocEncoding as they stand in a literal string."""


class _Numbers(dict[float, str]):
    """Number -> its shortest text with two decimals; most numbers of a map come back many times."""

    def __missing__(self, value: float) -> str:
        text = f"{value:.2f}".rstrip("0").rstrip(".")
        text = "0" if text in {"-0", ""} else text
        self[value] = text
        return text


class _Rounded(dict[float, float]):
    """Number -> it with two decimals, from which the way to the next one is counted."""

    def __missing__(self, value: float) -> float:
        found = self[value] = round(value, 2)
        return found


N = _Numbers()
R = _Rounded()
_MOST_NUMBERS = 200_000  # a map of 1,000 cards has 10,000


def forget_numbers() -> None:
    """Drop the texts of numbers when there are very many; called between two lists, never inside one."""
    for known in (N, R):
        if len(known) > _MOST_NUMBERS:
            known.clear()


def pdf_string(text: str) -> str:
    """``text`` as a PDF string: a literal where PDFDocEncoding has it all, else UTF-16BE in hexadecimals."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPED)})"
    try:
        return f"({''.join(map(_WRITTEN.__getitem__, text))})"
    except KeyError:
        # Half a pair is no character, and two halves are one.
        text = text.encode("utf-16-be", "surrogatepass").decode("utf-16-be", "replace")
        return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def rounded(x: float, y: float, w: float, h: float, r: float) -> Segments:
    """A rectangle with corners of radius ``r`` px."""
    if abs(w - h) < 1e-9 and r >= w / 2:
        return ellipse(x + w / 2, y + h / 2, w / 2)
    k = r * (1 - _KAPPA)
    right, bottom = x + w, y + h
    return (
        ("M", (x + r, y)),
        ("L", (right - r, y)),
        ("C", (right - k, y, right, y + k, right, y + r)),
        ("L", (right, bottom - r)),
        ("C", (right, bottom - k, right - k, bottom, right - r, bottom)),
        ("L", (x + r, bottom)),
        ("C", (x + k, bottom, x, bottom - k, x, bottom - r)),
        ("L", (x, y + r)),
        ("C", (x, y + k, x + k, y, x + r, y)),
        ("Z", ()),
    )


def outline(segments: Segments) -> str:
    """The operators of a path, without the one that paints it."""
    n = N
    parts: list[str] = []
    for kind, v in segments:
        if kind == "L":
            parts.append(f"{n[v[0]]} {n[-v[1]]} l")
        elif kind == "C":
            parts.append(f"{n[v[0]]} {n[-v[1]]} {n[v[2]]} {n[-v[3]]} {n[v[4]]} {n[-v[5]]} c")
        elif kind == "M":
            parts.append(f"{n[v[0]]} {n[-v[1]]} m")
        else:
            parts.append("h")
    return "\n".join(parts)


def show(font: GlyphFont, run: GlyphRun, start: int, end: int) -> str:
    """The operators that show glyphs ``start`` to ``end`` of a run at their places, from the first one's place.

    Each kern is rounded to a thousandth of an em and the rounding carried on, so that no line drifts.  Raised glyphs
    (marks) come after those on the baseline: PDFium takes the direction of a word from what is shown first.
    """
    codes, advances, size = font.codes, font.advances, run.size
    glyphs, xs, ys = run.glyphs, run.xs, run.ys
    if end - start < len(glyphs):
        glyphs, xs, ys = glyphs[start:end], xs[start:end], ys[start:end]
    risen = any(ys)
    if not risen and 0 not in glyphs:
        # The usual line: every glyph where the advances of those before it put it.
        natural = accumulate(map(advances.__getitem__, glyphs), initial=xs[0] / size)
        drift = list(map(sub, xs, map(mul, natural, repeat(size))))
        if max(drift) < size / 2000 and min(drift) > -size / 2000:
            return f"({''.join(map(codes.__getitem__, glyphs))}) Tj"
    order: Sequence[int] = range(start, end)
    if risen:
        order = sorted(order, key=lambda i: run.ys[i] != 0)
    segments: list[str] = []
    items: list[str] = []
    shown: list[str] = []
    pen = run.xs[start]
    rise = 0.0
    for index in order:
        glyph, x, y = run.glyphs[index], run.xs[index], run.ys[index]
        if not glyph:
            continue
        kern = round((pen - x) / size * 1000)
        if (kern or y != rise) and shown:
            items.append("(" + "".join(shown) + ")")
            shown.clear()
        if y != rise:
            if items:
                segments.append("[" + "".join(items) + "] TJ")
                items.clear()
            rise = y
            segments.append(f"{N[-y]} Ts")
        if kern:
            items.append(str(kern))
            pen -= kern * size / 1000
        shown.append(codes[glyph])
        pen += advances[glyph] * size
    if shown:
        items.append("(" + "".join(shown) + ")")
    if items:
        segments.append("[" + "".join(items) + "] TJ")
    if rise:
        segments.append("0 Ts")
    return " ".join(segments)


def words(run: GlyphRun) -> Iterator[tuple[int, int, str]]:
    """(first glyph, end, text) of each word and each gap of a run, in drawing order; a gap's text is ""."""
    spans = list(clusters(run))
    at = 0
    while at < len(spans):
        gap = spans[at][2].isspace()
        end = at + 1
        while end < len(spans) and spans[end][2].isspace() == gap:
            end += 1
        texts = [text for _, _, text in spans[at:end]]
        text = "" if gap else "".join(reversed(texts) if run.rtl else texts)
        yield spans[at][0], spans[end - 1][1], text
        at = end
