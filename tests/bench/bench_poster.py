"""How long a poster takes and how many bytes it is: 1,000 cards of about 130 characters on A0.

    python tests/bench/bench_poster.py [--quick]

Rounds are interleaved and the best and the middle one are shown, since other work on the machine only ever adds time.
The first line is the machine's own measure, a fixed loop of plain Python, to compare runs of different machines by.
"""

from __future__ import annotations

import argparse
import gc
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from model.commands.cards import add_cards
from model.commands.places import Cell, lane_for
from model.document import Document
from model.draw.map_painter import paint_map
from model.export.pdf import PosterOptions, _compose, poster_pdf, render
from model.export.png import png_of_pdf
from model.i18n import speaking
from model.layout import recent
from model.layout.arrange import lay_out
from model.newmap import new_map
from model.session import Session
from model.text.breaking import forget_texts

LANES = ("touchpoints", "thoughts", "emotion", "pain_points", "insights", "opportunities", "solutions")
KINDS = ("touchpoint", "thought", "pain_point", "insight", "opportunity", "solution")
TEXT = (
    "zoekt schoen voor zere knie op de site en belt daarna met winkel over maat 39 bestelling ligt niet klaar bij "
    "balie medewerker vindt doos achter in het magazijn klant wacht twintig minuten ‘vandaag’ beloofd mail komt later"
)
PHASES = 24


def big_map(cards: int) -> Document:
    """A map of ``cards`` notes of about 130 characters, the same at every run; every tenth holds an emoji."""
    session = Session(new_map("Duizend kaartjes", "nl", [f"Fase {i + 1}" for i in range(PHASES)], LANES))
    vocabulary = TEXT.split()
    dice = random.Random(20260521)
    texts: dict[tuple[str, int], list[str]] = {}
    for index in range(cards):
        words: list[str] = []
        while sum(map(len, words)) + len(words) < 124:
            words.append(dice.choice(vocabulary))
        text = " ".join(words) + (" 😀" if index % 10 == 0 else "")
        texts.setdefault((KINDS[index % len(KINDS)], index // len(KINDS) % PHASES), []).append(text)
    for (kind, phase), group in texts.items():
        lane = lane_for(session.document, kind)
        if lane is None:
            raise RuntimeError(f"no lane for {kind}")
        session.run(add_cards, kind, group, Cell(lane.id, session.document.steps[phase].id))
    return session.document


def calibrate() -> float:
    """Seconds of a fixed loop of plain Python."""
    start = time.perf_counter()
    total = 0
    for i in range(2_000_000):
        total += i % 7
    return time.perf_counter() - start


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock and of the processor."""
    gc.collect()
    gc.disable()  # as it is in the program, and on its command line
    start, before = time.perf_counter(), time.process_time()
    work()
    taken = time.perf_counter() - start, time.process_time() - before
    gc.enable()
    return taken


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="50 cards, one round: only whether it runs")
    parser.add_argument("--cards", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=9)
    asked = parser.parse_args()
    cards, rounds = (50, 1) if asked.quick else (asked.cards, asked.rounds)

    loop = min(calibrate() for _ in range(3))
    document = big_map(cards)
    characters = sum(len(item.text) for item in document.placed)
    options = PosterOptions(paper="A0", orientation="landscape")
    # Twenty-eight sheets with something on them, as many as the aim speaks of.
    tiles = PosterOptions(paper="A0", orientation="landscape", tile="A5", overlap_mm=10.0, margin_mm=16.0)

    first, _ = timed(lambda: poster_pdf(document, options))
    with speaking("nl"):
        composed = _compose(document, options, "nl")
        # What the editor holds: its map laid out, and painted when all of it was in sight.
        screen = lay_out(document)
        paint_map(screen, document)
        pdf, report = render(document, composed, options)
        tiled_pdf, tiled_report = render(document, composed, tiles)

    def fresh() -> object:
        forget_texts()
        recent.forget()
        return poster_pdf(document, options)

    def editor() -> object:
        recent.remember(screen)
        return poster_pdf(document, options)

    def paint() -> object:
        with speaking("nl"):
            return render(document, composed, options)

    def editor_tiles() -> object:
        recent.remember(screen)
        return poster_pdf(document, tiles)

    def paint_tiles() -> object:
        with speaking("nl"):
            return render(document, composed, tiles)

    sheets = f"{tiled_report.pages - 1} A5 sheets"
    whole, painted = "poster, as from the editor", "  painting and writing alone"
    rows: dict[str, tuple[Callable[[], object], int]] = {
        "poster, texts broken anew": (fresh, len(pdf)),
        whole: (editor, len(pdf)),
        f"  the same on {sheets}": (editor_tiles, len(tiled_pdf)),
        painted: (paint, len(pdf)),
        f"  painting and writing on {sheets}": (paint_tiles, len(tiled_pdf)),
        "picture of it, 96 dpi": (lambda: png_of_pdf(pdf, 96), len(png_of_pdf(pdf, 96))),
    }
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in rows}
    for _ in range(rounds):
        for name, (work, _size) in rows.items():
            times[name].append(timed(work))

    print(f"{sys.platform}, Python {sys.version.split()[0]}; calibration loop {loop * 1000:.0f} ms")
    print(
        f"{len(document.placed)} cards, {characters / len(document.placed):.0f} characters each, A0, tagged PDF/A-3b,"
    )
    print(f"with the map's own document inside; 1 px is {report.mm_per_px:.3f} mm; {rounds} rounds")
    print(f"first export of the process, reportlab's import included: {first * 1000:.0f} ms")
    print()
    print(f"{'':34} {'best':>8} {'middle':>8} {'loops':>7} {'processor':>10} {'kB':>7}")
    for name, (_work, size) in rows.items():
        clock, used = zip(*times[name], strict=True)
        best, middle = min(clock), statistics.median(clock)
        print(f"{name:34} {best * 1000:5.0f} ms {middle * 1000:5.0f} ms {middle / loop:7.2f}", end=" ")
        print(f"{statistics.median(used) * 1000:7.0f} ms {size / 1000:7.0f}")
    print()
    for said, one, many in (
        ("sheets : one page, whole exports", whole, f"  the same on {sheets}"),
        ("sheets : one page, painting and writing alone", painted, f"  painting and writing on {sheets}"),
    ):
        by_clock, by_processor = (
            statistics.median(each[which] for each in times[many])
            / statistics.median(each[which] for each in times[one])
            for which in (0, 1)
        )
        aim = " (aim 1.5)" if one is whole else ""
        print(f"{said} = {by_clock:.2f} in time, {by_processor:.2f} of the processor{aim}")
    print(f"sheets : one page = {len(tiled_pdf) / len(pdf):.2f} in bytes (aim 1.3)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
