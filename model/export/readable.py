"""What can be read of a poster: how small its text is, lane by lane, from how far it reads, and what cannot be drawn.

RD1  The size of a text is the height of its x in mm of the printed poster; it reads with comfort up to 0.4 m for each
     of them (rule LG1).
RD2  A lane reads as far as the smallest text of its notes; what stands round them (numbers, faces, names) is measured
     by itself, as the smallest text of the lane.
RD3  A poster of A2 and larger hangs on a wall: notes that read less than 2 m far are told.
RD4  Text below 1.4 mm, that of a footnote in a book, is told wherever it stands.
RD5  A character that no font here has is told with its note, before anything is written (:mod:`model.export.missing`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import floor, inf
from typing import TYPE_CHECKING

from model.document import Document
from model.draw.displaylist import Clip, DisplayList, Group, Op, Text
from model.draw.poster import Poster
from model.export.papers import millimetres
from model.export.placing import taller_notes
from model.i18n import number, translate
from model.kinds import LANE_KINDS
from model.layout import metrics as px
from model.legibility import fonts_of, metres_shown, reading_distance, x_of
from model.values import dataclass

if TYPE_CHECKING:
    from model.export.pdf import ExportReport, PosterOptions
    from model.layout.boxes import CardBody, CardBox, Fonts

WALL_M = 2.0
"""RD3."""
LEAST_MM = 1.4
"""RD4."""
WALL_SIDE_MM = 594.0


@dataclass(frozen=True, slots=True)
class LaneText:
    """The text of a lane, in mm of x-height: of its notes, None where it has none, and the smallest of all."""

    lane_id: str
    name: str
    notes_mm: float | None
    smallest_mm: float

    @property
    def reading_m(self) -> float:
        """How far it reads (RD2)."""
        return reading_distance(self.smallest_mm if self.notes_mm is None else self.notes_mm)


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a poster, in mm of x-height; ``taller`` are the numbers of notes that hold
    more than the size of note asked for."""

    lanes: tuple[LaneText, ...]
    notes_mm: float | None
    smallest_mm: float
    wall: bool
    taller: tuple[int, ...] = ()

    @property
    def reading_m(self) -> float:
        """How far the notes read; without notes the smallest text."""
        return reading_distance(self.smallest_mm if self.notes_mm is None else self.notes_mm)

    @property
    def too_near(self) -> tuple[LaneText, ...]:
        """The lanes of a wall poster whose notes do not read from 2 m (RD3)."""
        return tuple(t for t in self.lanes if t.notes_mm is not None and t.reading_m < WALL_M) if self.wall else ()

    @property
    def too_small(self) -> bool:
        """RD4."""
        return self.smallest_mm < LEAST_MM


def reading_of(document: Document, poster: Poster, scale: float = 1.0) -> Reading:
    """What can be read of a poster that is printed at ``scale`` of its size."""
    k = poster.px_to_mm * scale
    layout = poster.layout
    shown: dict[str, set[tuple[str, float]]] = {}
    for card in layout.cards.values():
        shown.setdefault(card.lane_id, set()).update(fonts_of(card.body))
    notes = {lane_id: min(x_of(*each) * k for each in found) for lane_id, found in shown.items() if found}
    sizes: dict[str, set[tuple[str, float]]] = {"": set()}
    _sizes(poster.ops, "", layout.cards, sizes)
    smallest = {lane_id: min(x_of(*each) * k for each in found) for lane_id, found in sizes.items() if found}
    least = min(smallest.values(), default=inf)
    lanes = tuple(
        LaneText(
            lane.id,
            _lane_name(document, lane.id),
            notes.get(lane.id),
            smallest.get(lane.id, least),
        )
        for lane in layout.lanes.values()
    )
    read = [text.notes_mm for text in lanes if text.notes_mm is not None]
    longest = max(poster.width_px, poster.height_px) * k
    return Reading(
        lanes,
        min(read, default=None),
        least if least < inf else 0.0,
        longest >= WALL_SIDE_MM - 1,
        taller_notes(poster),
    )


def _lane_name(document: Document, lane_id: str) -> str:
    lane = document.lane_table[lane_id]
    known = LANE_KINDS.get(lane.kind)
    return lane.name.strip() or (known.title if known is not None else lane.kind)


def _sizes(
    ops: Iterable[Op], lane_id: str, cards: Mapping[str, CardBox], found: dict[str, set[tuple[str, float]]]
) -> None:
    """Add the fonts of all text on paper with their sizes, by the id of the lane ("" outside of all)."""
    here = found.setdefault(lane_id, set())
    font, size = "", 0.0  # the one noted last, which most lines have as well
    for op in ops:
        if isinstance(op, Text):
            for run in op.line.runs:
                if run.font == font and run.size == size:
                    continue
                if (run.font, run.size) in here or any(cluster.strip() for cluster in run.clusters):
                    font, size = run.font, run.size
                    here.add((font, size))
        elif isinstance(op, Group):
            if not op.paper:
                continue
            card = cards.get(op.source_id or "")
            if card is not None and op.ops is getattr(card.body, "drawn", None):
                found.setdefault(card.lane_id, set()).update(_printed(card.body, op.ops))
                continue
            inside = lane_id if card is None else card.lane_id
            if op.role in ("lane", "channels", "curve"):
                inside = op.source_id or lane_id
            _sizes(op.ops, inside, cards, found)
        elif isinstance(op, Clip):
            _sizes(op.ops, lane_id, cards, found)


def _printed(body: CardBody, drawn: DisplayList) -> Fonts:
    """The fonts of all text on paper of a card, of which ``drawn`` is its drawing, with their sizes."""
    known: Fonts | None = getattr(body, "printed", None)
    if known is None:
        found: dict[str, set[tuple[str, float]]] = {}
        _sizes(drawn, "", {}, found)
        known = body.remember("printed", frozenset(found[""]))
    return known


def size_shown(mm: float) -> str:
    """The height of a text with one decimal, rounded down: 1.39 mm is not the 1.4 mm of RD4."""
    digits = 1 if mm >= 0.1 else 3
    return number(floor(mm * 10**digits + 1e-9) / 10**digits, digits)


# -- in words -------------------------------------------------------------------------------------------------------


def remarks(report: ExportReport, options: PosterOptions) -> tuple[str, ...]:
    """What is worth knowing of a poster that was made, in sentences: sheets saved, what reads badly (RD3, RD4)."""
    said: list[str] = []
    sheets = len(report.sheets)
    if report.tiling is not None:
        planned = report.tiling.columns * report.tiling.rows
        if report.changed is None and report.scale < 1 and sheets < report.unscaled_sheets:
            text = translate("Reading", "{sheets} instead of {unscaled}, at {percent} %.")
            counted = translate("Reading", "%n sheet(s)", n=sheets)
            percent = number(report.scale * 100, 1)
            said.append(text.format(sheets=counted, unscaled=number(report.unscaled_sheets), percent=percent))
        if report.changed is None and sheets < planned:
            said.append(translate("Reading", "%n sheet(s) with nothing on them left out.", n=planned - sheets))
    if report.changed is not None and report.tiling is not None:
        if report.kept:
            text = translate("Reading", "%n sheet(s) changed, of {all}: {names}.", n=sheets)
        else:
            text = translate(
                "Reading",
                "The notes do not fit the places of the earlier print any more, so the map is laid out anew: "
                "%n sheet(s) of {all} change.",
                n=sheets,
            )
        said.append(text.format(all=number(len(report.hung)), names=", ".join(report.changed)))
    reading = report.reading
    if reading is None:
        return tuple(said)
    if reading.taller:
        note = options.note_mm or (76.0, 76.0)
        text = translate(
            "Reading", "%n note(s) hold more than fits {size} mm, and came out higher: {notes}.", n=len(reading.taller)
        )
        size = f"{millimetres(note[0])} × {millimetres(note[1])}"
        said.append(text.format(size=size, notes=", ".join(f"N{one}" for one in reading.taller)))
    if report.changed is None:  # what hangs already was told of when it was printed
        said += reading_remarks([reading])
    return tuple(said)


def reading_remarks(readings: Sequence[Reading]) -> tuple[str, ...]:
    """What reads badly on a poster, or on the worst of several (RD3, RD4): a sentence of each at most."""
    said: list[str] = []
    near = {lane.lane_id: lane.name for reading in readings for lane in reading.too_near}
    if near:
        reach = metres_shown(min(reading.reading_m for reading in readings if reading.too_near))
        text = translate(
            "Reading",
            "The notes read up to {reach} m, on a wall it should be 2 m: take a larger --paper or --scale, fewer "
            "--lanes, or more --posters.",
        )
        if near.keys() != {lane.lane_id for each in readings for lane in each.lanes if lane.notes_mm is not None}:
            text = translate(
                "Reading",
                "The notes in {lanes} read up to {reach} m, on a wall it should be 2 m: take a larger --paper or "
                "--scale, fewer --lanes, or more --posters.",
            )
        said.append(text.format(reach=reach, lanes=", ".join(near.values())))
    if any(reading.too_small for reading in readings):
        text = translate(
            "Reading", "The smallest text is {size} mm high (its x), less than the {least} mm that can be read."
        )
        smallest = min(reading.smallest_mm for reading in readings)
        said.append(text.format(size=size_shown(smallest), least=size_shown(LEAST_MM)))
    return tuple(said)


def _rounded_down(mm: float) -> float:
    """Two decimals, and never 1.4 for what is less (RD4)."""
    return floor(mm * 100 + 1e-6) / 100


def as_json(report: ExportReport, said: Sequence[str] = ()) -> dict[str, object]:
    """The report as other programs read it; docs/command-line.md has its keys."""
    reading = report.reading
    tiling = report.tiling
    return {
        "pages": report.pages,
        "sheets": len(report.sheets),
        "sheet_names": list(report.sheets),
        "sheets_at_100_percent": report.unscaled_sheets if tiling is not None else 0,
        "changed_sheets": None if report.changed is None else list(report.changed),
        "scale_percent": round(report.scale * 100, 1),
        "width_mm": round(report.width_mm, 1),
        "height_mm": round(report.height_mm, 1),
        "paper_mm": [round(side, 1) for side in report.paper_mm],
        "paper_m2": round(report.paper_m2, 3),
        "note_width_mm": None if reading is None else round(report.mm_per_px * px.CARD_W, 1),
        "smallest_text_mm": None if reading is None else _rounded_down(reading.smallest_mm),
        "notes_text_mm": None if reading is None or reading.notes_mm is None else round(reading.notes_mm, 2),
        "reading_distance_m": None if reading is None else round(reading.reading_m, 2),
        "lanes": [
            {
                "lane": text.lane_id,
                "name": text.name,
                "notes_text_mm": None if text.notes_mm is None else round(text.notes_mm, 2),
                "smallest_text_mm": _rounded_down(text.smallest_mm),
                "reading_distance_m": round(text.reading_m, 2),
            }
            for text in (reading.lanes if reading is not None else ())
        ],
        "higher_notes": 0 if reading is None else len(reading.taller),
        "missing": [
            {"note": missing.number, "characters": [f"U+{ord(char):04X}" for char in missing.characters]}
            for missing in report.missing
        ],
        "attached_notes": report.attached,
        "remarks": list(said),
        "bytes": report.size,
    }
