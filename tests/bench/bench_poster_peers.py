"""A poster of 1,000 cards beside others that draw it: pycairo the same display list, Chromium the same map as HTML.

    python tests/bench/bench_poster_peers.py [--quick] [--cards N] [--rounds N]

pycairo and Chromium are no part of this project: where one is not there it is left out, in one sentence.  pycairo may
stand anywhere on PYTHONPATH (``pip install --target FOLDER pycairo``).  Cases take turns in one run.  Processor time is
compared, which other work on the machine lengthens less than time by the clock; Chromium is compared by both, since it
uses several cores.

pycairo gets what our own painter gets: lines broken and placed already.  It draws every shape and every line of text
with one of its own fonts, and writes no tags, no alternative texts, no bookmarks, no document inside, no PDF/A.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import html
import io
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench_poster import big_map, calibrate

from model.document import Document
from model.draw.displaylist import Clip, Group, Icon, Op, Rect, Text
from model.draw.displaylist import Path as Outline
from model.draw.icons import icon_ops
from model.draw.theme import Theme, load_theme
from model.export.cutting import Drawing
from model.export.extent import bounds
from model.export.pdf import PosterOptions, _compose, poster_pdf, render
from model.export.pdf_operators import rounded
from model.i18n import speaking
from model.layout.cards import token_of

if TYPE_CHECKING:
    from model.draw.displaylist import Segments

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
    "--no-pdf-header-footer",
)  # fmt: skip
PT = 72 / 25.4


def rgba(theme: Theme, name: str) -> tuple[float, float, float, float]:
    """A colour of the list as cairo wants it."""
    value = theme.color(name).lstrip("#")
    parts = [int(value[at : at + 2], 16) / 255 for at in range(0, len(value), 2)]
    return parts[0], parts[1], parts[2], parts[3] if len(parts) > 3 else 1.0


class Cairo:
    """Draws a display list with pycairo; ``texts`` and ``shapes`` count what it drew."""

    def __init__(self, cairo: Any, theme: Theme, *, icons: bool = True) -> None:
        self._cairo, self._theme, self._icons = cairo, theme, icons
        self._colors: dict[str, tuple[float, float, float, float]] = {}
        self._outlines: dict[tuple[str, float, str], tuple[Outline, ...]] = {}
        self.texts = self.shapes = 0

    def pdf(self, made: Drawing) -> bytes:
        """The poster as a PDF of one page."""
        out = io.BytesIO()
        k = made.px_to_mm * PT
        surface = self._cairo.PDFSurface(out, made.width_px * k, made.height_px * k)
        context = self._cairo.Context(surface)
        context.scale(k, k)
        context.select_font_face("sans-serif")
        self.texts = self.shapes = 0
        self._draw(context, made.ops)
        surface.finish()
        return out.getvalue()

    def _draw(self, context: Any, ops: Iterable[Op]) -> None:
        for op in ops:
            if isinstance(op, Group):
                if not op.paper:
                    continue
                if op.x or op.y:
                    context.save()
                    context.translate(op.x, op.y)
                    self._draw(context, op.ops)
                    context.restore()
                else:
                    self._draw(context, op.ops)
            elif isinstance(op, Clip):
                context.save()
                context.rectangle(op.x, op.y, op.w, op.h)
                context.clip()
                self._draw(context, op.ops)
                context.restore()
            elif isinstance(op, Text):
                self._color(context, op.color)
                context.set_font_size(op.line.runs[0].size if op.line.runs else 1)
                context.move_to(op.x, op.y)
                context.show_text(op.line.text)
                self.texts += 1
            elif isinstance(op, Rect):
                if op.radius:
                    self._path(context, rounded(op.x, op.y, op.w, op.h, min(op.radius, op.w / 2, op.h / 2)))
                else:
                    context.rectangle(op.x, op.y, op.w, op.h)
                self._paint(context, op)
            elif isinstance(op, Outline):
                self._path(context, op.segments)
                self._paint(context, op)
            elif isinstance(op, Icon) and self._icons:
                for part in icon_ops(op):
                    self._path(context, part.segments)
                    self._paint(context, part)

    def _path(self, context: Any, segments: Segments) -> None:
        for kind, v in segments:
            if kind == "L":
                context.line_to(*v)
            elif kind == "C":
                context.curve_to(*v)
            elif kind == "M":
                context.move_to(*v)
            else:
                context.close_path()

    def _paint(self, context: Any, op: Rect | Outline) -> None:
        self.shapes += 1
        if op.fill:
            self._color(context, op.fill)
            if op.stroke:
                context.fill_preserve()
            else:
                context.fill()
        if op.stroke:
            self._color(context, op.stroke)
            context.set_line_width(op.width)
            context.set_dash(op.dash)
            context.stroke()

    def _color(self, context: Any, name: str) -> None:
        found = self._colors.get(name)
        if found is None:
            found = self._colors[name] = rgba(self._theme, name)
        context.set_source_rgba(*found)


def page(document: Document, made: Drawing) -> str:
    """The map as HTML: each note where it stands, its text left to the browser, lines and headers beside them."""
    theme = load_theme("poster")
    boxes: list[str] = []
    rest: list[str] = []

    def walk(ops: Iterable[Op], x: float, y: float) -> None:
        for op in ops:
            if isinstance(op, Group) and op.paper:
                item = document.item_table.get(op.source_id or "")
                if op.role == "card" and item is not None:
                    edges = list(bounds(op.ops, x + op.x, y + op.y))
                    left, top = min(edge[0] for edge in edges), min(edge[1] for edge in edges)
                    right, bottom = max(edge[2] for edge in edges), max(edge[3] for edge in edges)
                    fill = theme.color(f"note.{token_of(item.kind)}.fill")[:7]
                    boxes.append(
                        f'<div class="c" style="left:{left:.1f}px;top:{top:.1f}px;width:{right - left:.1f}px;'
                        f'height:{bottom - top:.1f}px;background:{fill}">{html.escape(item.text)} '
                        f"<b>N{item.number}</b></div>"
                    )
                    continue
                walk(op.ops, x + op.x, y + op.y)
            elif isinstance(op, Clip):
                walk(op.ops, x, y)
            elif isinstance(op, Text):
                size = op.line.runs[0].size if op.line.runs else 10
                rest.append(
                    f'<div class="t" style="left:{x + op.x:.1f}px;top:{y + op.y - size:.1f}px;font-size:{size:.1f}px">'
                    f"{html.escape(op.line.text)}</div>"
                )

    walk(made.ops, 0.0, 0.0)
    k = made.px_to_mm / (25.4 / 96)
    width, height = made.width_px * made.px_to_mm, made.height_px * made.px_to_mm
    style = (
        f"@page{{size:{width:.1f}mm {height:.1f}mm;margin:0}}body{{margin:0}}"
        f"#m{{position:relative;transform-origin:0 0;transform:scale({k:.5f});font:14px/17px sans-serif;"
        f"width:{made.width_px:.0f}px;height:{made.height_px - 1:.0f}px}}"
        ".c{position:absolute;box-sizing:border-box;padding:8px;border:1px solid #888;border-radius:3px;"
        "overflow:hidden}.t{position:absolute;white-space:nowrap}"
    )
    content = "".join(boxes) + "".join(rest)
    return f'<!doctype html><meta charset="utf-8"><style>{style}</style><div id="m">{content}</div>'


def printed(program: str, source: Path, out: Path, profile: Path) -> None:
    """Let Chromium print a page."""
    shutil.rmtree(profile, ignore_errors=True)
    command = [program, *FLAGS, f"--user-data-dir={profile}", f"--print-to-pdf={out}", source.as_uri()]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=240)
    wait_for_all()


def adopt() -> None:
    """Let orphans of a browser's processes become children of this one, so that their processor time counts (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER


def wait_for_all() -> None:
    """Wait for every child that is left."""
    while hasattr(os, "waitpid"):
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            return


def processor() -> float:
    """Seconds of processor time of this process and of those it has waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="50 cards, one round: only whether it runs")
    parser.add_argument("--cards", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=7)
    asked = parser.parse_args()
    cards, rounds = (50, 1) if asked.quick else (asked.cards, asked.rounds)

    adopt()
    document = big_map(cards)
    options = PosterOptions(paper="A0", orientation="landscape")
    with speaking("nl"):
        made = _compose(document, options, "nl")
    sizes: dict[str, int] = {}

    def keep(name: str, data: bytes) -> None:
        sizes[name] = len(data)

    def paint() -> None:
        with speaking("nl"):
            keep(OURS, render(document, made, options)[0])

    OURS, WHOLE = "ours, painted and written", "ours, as from the editor"
    cases: dict[str, Callable[[], object]] = {
        OURS: paint,
        # The editor holds the layout of its map; here ``made`` does, which stays.
        WHOLE: lambda: keep(WHOLE, poster_pdf(document, options)[0]),
    }
    left_out: list[str] = []
    full: Cairo | None = None
    CAIRO, FLOOR = "pycairo, the same display list", "pycairo, without the icons"
    try:
        import cairo  # type: ignore[import-not-found,unused-ignore]  # no part of this project
    except ImportError:
        left_out.append("pycairo is left out: it is not installed (pip install --target FOLDER pycairo).")
    else:
        theme = load_theme("poster")
        full, floor = Cairo(cairo, theme), Cairo(cairo, theme, icons=False)
        cases[CAIRO] = lambda: keep(CAIRO, full.pdf(made))
        cases[FLOOR] = lambda: keep(FLOOR, floor.pdf(made))
    PRINTS, STARTS = "Chromium, the map as HTML", "Chromium, an empty page"
    program = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    with tempfile.TemporaryDirectory(prefix="journeywall-peers-") as name:
        folder = Path(name)
        if program is None:
            left_out.append("Chromium is left out: it is not installed.")
        else:
            (folder / "map.html").write_text(page(document, made), "utf-8")
            (folder / "empty.html").write_text("<!doctype html><title>-</title>", "utf-8")
            for case, source in ((PRINTS, "map"), (STARTS, "empty")):

                def run(case: str = case, source: str = source, program: str = program) -> None:
                    out = folder / f"{source}.pdf"
                    printed(program, folder / f"{source}.html", out, folder / "profile")
                    keep(case, out.read_bytes())

                cases[case] = run
        for work in cases.values():
            work()
        clock: dict[str, list[float]] = {case: [] for case in cases}
        used: dict[str, list[float]] = {case: [] for case in cases}
        loop = min(calibrate() for _ in range(3))
        for _ in range(rounds):
            for case, work in cases.items():
                gc.collect()
                gc.disable()  # as it is in the program, and on its command line
                start, before = time.perf_counter(), processor()
                work()
                clock[case].append(time.perf_counter() - start)
                used[case].append(processor() - before)
                gc.enable()

    print(f"poster_peers: {len(document.placed)} cards on A0, {rounds} rounds; calibration loop {loop * 1000:.0f} ms")
    for sentence in left_out:
        print(sentence)
    print(f"{'':34} {'processor':>10} {'clock':>9} {'kB':>7}")
    middle = {case: (statistics.median(used[case]), statistics.median(clock[case])) for case in cases}
    for case, (busy, elapsed) in middle.items():
        print(f"{case:34} {busy * 1000:7.0f} ms {elapsed * 1000:6.0f} ms {sizes[case] / 1000:7.0f}")
    if full is not None:
        print(f"drawn: {full.texts} lines of text, {full.shapes} shapes")
        for ours in (OURS, WHOLE):
            print(f"{ours} : pycairo = {middle[ours][0] / middle[CAIRO][0]:.2f} (required 2 at most)", end="; ")
            print(f"without the icons {middle[ours][0] / middle[FLOOR][0]:.2f}")
    if program is not None:
        for index, how in enumerate(("processor", "clock")):
            bare = middle[PRINTS][index] - middle[STARTS][index]
            print(f"Chromium : ours, {how} = {middle[PRINTS][index] / middle[WHOLE][index]:.1f} (aim 7)", end="; ")
            print(f"less what it takes to start {bare / middle[WHOLE][index]:.1f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
