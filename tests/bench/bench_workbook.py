"""How long the Excel workbook takes and how many bytes it is: 1,000 cards with feelings, channels and attachments.

    python tests/bench/bench_workbook.py [--quick] [--cards N] [--rounds N]

Rounds are interleaved, the best and the middle one are shown.  What was written is read back with openpyxl and must
hold every card, or the script fails: a quick workbook that lacks cards is no figure.  The first line is the machine's
own measure, a fixed loop of plain Python, to compare runs of different machines and busy minutes by.
"""

from __future__ import annotations

import argparse
import gc
import io
import os
import random
import statistics
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ["OPENPYXL_LXML"] = "False"  # the tests' tools bring lxml along, users do not have it

from model.document import Document
from model.export.xlsx import HEAD_ROW, workbook_bytes
from model.export.xlsx_plan import plan_workbook
from model.i18n import speaking
from model.invariants import violations
from model.kinds import LANE_KINDS
from model.newmap import new_map
from model.order import spread
from model.pictures import LONGEST_SIDE, read_picture
from model.records import Asset, Channel, Emotion, Item, Link, Persona, Record

TEXT = (
    "klant belt de winkel en vraagt naar een bestelling die nog niet klaar ligt want voorraad op de site klopt niet "
    "verzekering account aanmaken beoordelingen lezen schoen maat kopen ophalen wachten balie"
)
WORDS = TEXT.split()
ATTACHED = ("pain_point", "insight", "opportunity", "solution")
PHASES = 24


def big_map(count: int) -> Document:
    """A map of ``count`` cards: two of five are touchpoints, felt by two personas, with the others hanging on them."""
    base = new_map("Duizend kaartjes", "nl", [f"Fase {i + 1}" for i in range(PHASES)])
    dice = random.Random(20260521)
    lanes = {LANE_KINDS[lane.kind].item: lane.id for lane in base.lanes}
    rows: list[tuple[str, str, Record | None]] = []
    people = [base.personas[0], Persona(id="persona-b", name="Henk", role="loopt hard", order="x")]
    rows.append(("personas", people[1].id, people[1]))
    channels = [Channel(id=f"channel-{i}", name=f"Kanaal {i}", order=key) for i, key in enumerate(spread(6))]
    rows += [("channels", channel.id, channel) for channel in channels]
    points: list[Item] = []
    for i, key in enumerate(spread(count)):
        text = " ".join(dice.choice(WORDS) for _ in range(dice.randint(6, 20)))
        if i % 5 < 2:
            kind, step = "touchpoint", base.steps[i % PHASES].id
        else:
            kind, step = ATTACHED[i % 5 % 4], points[-1 - i % 2 * (len(points) > 1)].step_id or ""
        item = Item(
            id=f"i{i}",
            kind=kind,
            number=i + 1,
            text=text,
            place="map",
            lane_id=lanes[kind],
            step_id=step,
            order=key,
            severity=i % 5 + 1 if kind == "pain_point" else None,
            channel_ids=(channels[i % 6].id,) if kind == "touchpoint" else (),
        )
        rows.append(("items", item.id, item))
        if kind != "touchpoint":
            target = next(point for point in reversed(points) if point.step_id == step)
            link = Link(id=f"l{i}", source_id=item.id, target_id=target.id, order=key)
            rows.append(("links", link.id, link))
            continue
        points.append(item)
        for persona in people:
            feeling = Emotion(
                id=f"e{i}-{persona.id}",
                touchpoint_id=item.id,
                persona_id=persona.id,
                score=dice.randint(-2, 2),
                word="blij" if i % 2 else "",
            )
            rows.append(("emotions", feeling.id, feeling))
    rows.append(("map", "map", base.info.changed(next_number=count + 1)))
    document = base.with_changes(rows)
    if broken := violations(document):
        raise SystemExit(f"the map of this bench is not a sound one: {broken[0]}")
    return document


def photograph(number: int) -> Asset:
    """A picture as a camera gives it after it was read in: 2048 by 1536 px, a JPEG of soft colours with some grain."""
    from PIL import Image

    dice = random.Random(number)
    small = Image.frombytes("RGB", (64, 48), dice.randbytes(64 * 48 * 3))
    large = small.resize((LONGEST_SIDE, LONGEST_SIDE * 3 // 4), Image.Resampling.BICUBIC)
    out = io.BytesIO()
    large.save(out, "JPEG", quality=85)
    return read_picture(out.getvalue())


def with_photographs(document: Document, count: int) -> Document:
    """``document`` with a photograph of its own on ``count`` of its cards, and two portraits."""
    photos = [photograph(number) for number in range(count)]
    rows: list[tuple[str, str, Record | None]] = [("assets", photo.id, photo) for photo in photos]
    step = max(1, len(document.placed) // count)
    for item, photo in zip(document.placed[::step], photos, strict=False):
        rows.append(("items", item.id, item.changed(pictures=(photo.id,))))
    for persona, photo in zip(document.personas, photos, strict=False):
        rows.append(("personas", persona.id, persona.changed(portrait=photo.id)))
    return document.with_changes(rows)


def pictures_in(data: bytes) -> int:
    """How many pictures a workbook has."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return sum(name.startswith("xl/media/") for name in parts.namelist())


def calibrate() -> float:
    """Seconds of a fixed loop of plain Python."""
    start = time.perf_counter()
    total = 0
    for i in range(2_000_000):
        total += i % 7
    return time.perf_counter() - start


def timed(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def cards_in(data: bytes) -> int:
    """How many cards openpyxl finds in a workbook: rows of its sheet of cards that have an id."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data))
    sheet = next(sheet for sheet in book.worksheets if any(cell.value == "severity" for cell in sheet[1]))
    column = next(cell.column for cell in sheet[1] if cell.value == "id")
    return sum(1 for row in sheet.iter_rows(min_row=HEAD_ROW + 1) if row[column - 1].value)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="50 cards, one round: only whether it runs")
    parser.add_argument("--cards", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=9)
    asked = parser.parse_args()
    cards, rounds = (50, 1) if asked.quick else (asked.cards, asked.rounds)

    loop = min(calibrate() for _ in range(3))
    document = big_map(cards)
    first = timed(lambda: workbook_bytes(document))
    full, report = workbook_bytes(document)
    blank, _ = workbook_bytes(document, blank=True)
    photos = min(100, cards // 5)
    pictured = with_photographs(document, photos)
    shown, _ = workbook_bytes(pictured)
    if pictures_in(shown) != photos + 2:
        raise SystemExit(f"of {photos} photographs and 2 portraits the workbook holds {pictures_in(shown)}")
    kept = sum(len(asset.base64) * 3 // 4 for asset in pictured.asset_table.values())
    if report.cards != cards or cards_in(full) != cards:
        raise SystemExit(f"of {cards} cards the workbook says {report.cards} and holds {cards_in(full)}")

    def plan() -> object:
        with speaking("nl"):
            return plan_workbook(document, blank=False)

    rows: dict[str, tuple[Callable[[], object], int | None]] = {
        "workbook, filled": (lambda: workbook_bytes(document), len(full)),
        f"workbook, with {photos} photographs": (lambda: workbook_bytes(pictured), len(shown)),
        "  what goes into it, alone": (plan, None),
        "workbook, empty template": (lambda: workbook_bytes(document, blank=True), len(blank)),
        "read back by openpyxl": (lambda: cards_in(full), None),
    }
    times: dict[str, list[float]] = {name: [] for name in rows}
    for _ in range(rounds):
        for name, (work, _size) in rows.items():
            times[name].append(timed(work))

    print(f"{sys.platform}, Python {sys.version.split()[0]}; calibration loop {loop * 1000:.0f} ms")
    print(f"{cards} cards, {len(document.emotions)} feelings, {len(document.link_table)} attachments;", end=" ")
    print(f"{', '.join(report.sheets)}; all {cards} cards read back; {rounds} rounds")
    print(f"the photographs are {kept / 1000:.0f} kB in the map, 2 of them portraits too")
    print(f"first workbook of the process, openpyxl's import included: {first * 1000:.0f} ms")
    print()
    print(f"{'':34} {'best':>8} {'middle':>8} {'loops':>7} {'kB':>7}")
    for name, (_work, size) in rows.items():
        best, middle = min(times[name]), statistics.median(times[name])
        kb = "" if size is None else f"{size / 1000:.0f}"
        print(f"{name:34} {best * 1000:5.0f} ms {middle * 1000:5.0f} ms {middle / loop:7.2f} {kb:>7}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
