"""What helps a wall poster that reads too near, worked out on the map itself (RD3 of :mod:`model.export.readable`).

RM1  "paper": the smallest of the usual papers and rolls on which the notes read from 2 m; where none does, the one on
     which they read farthest.
RM2  "sheets": so large that they read from 2 m, on sheets of the paper that is used for that, else A4.
RM3  "lanes": without the fewest lanes, those with the fewest notes first; touchpoints, channels and feelings stay, and
     half of the others at least.
RM4  "phases": on the fewest posters of neighbouring phases, each on the paper in use, else on the next larger one.
RM5  Where 2 m cannot be reached so, what comes nearest is offered; where it makes less than a tenth of difference,
     nothing is.
"""

from __future__ import annotations

from math import ceil
from typing import Literal

from model.document import Document
from model.draw.poster import Poster
from model.export.base import ExportOptions, poster_options
from model.export.errors import ExportError
from model.export.papers import NOTE, ROLLS
from model.export.part import part_of
from model.export.placing import MOST_PERCENT, compose_on_paper
from model.export.readable import WALL_M
from model.export.split import MOST_POSTERS, phase_groups, split_options
from model.layout import metrics as px
from model.progress import checkpoint, step
from model.records import Lane
from model.values import dataclass, replace

Kind = Literal["paper", "sheets", "lanes", "phases"]
KINDS: tuple[Kind, ...] = ("paper", "sheets", "lanes", "phases")

LARGER = ("A4", "A3", "A2", "A1", "A0")
"""The papers that are taken, the smallest first; after them the rolls."""
_STAY = frozenset(("touchpoints", "channels", "emotion"))
_WORTH = 1.1
"""RM5."""
_MORE = 1.01
"""What another poster must bring at least."""
_NEAR = 0.995
"""2 m, but for what a step of the search rounds away."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """Options that read farther: up to ``reading_m``; ``left_out`` are lanes by id, ``posters`` how many there are."""

    kind: Kind
    options: ExportOptions
    reading_m: float
    left_out: tuple[str, ...] = ()
    posters: int = 1


def remedy(kind: Kind, document: Document, options: ExportOptions, reading_m: float, mm_per_px: float) -> Remedy | None:
    """What helps in this way a poster that reads ``reading_m`` far at ``mm_per_px``; None where nothing does (RM5)."""
    per_mm = reading_m / mm_per_px  # how far it reads grows with its size
    finder = {"paper": _paper, "sheets": _sheets, "lanes": _lanes, "phases": _phases}[kind]
    found = finder(document, options, per_mm)
    return found if found is not None and found.reading_m >= reading_m * _WORTH else None


def _composed(document: Document, options: ExportOptions) -> Poster | None:
    """The poster, None where it cannot be."""
    checkpoint()
    wanted = replace(poster_options(options), tile=None, before=None)
    try:
        part = part_of(document, lanes=wanted.lanes, phases=wanted.phases, personas=wanted.personas, found=wanted.found)
        return compose_on_paper(part.drawn, wanted, wanted.lang or document.info.language, part=part)
    except ExportError:
        return None


def _reads(document: Document, options: ExportOptions, per_mm: float) -> float:
    poster = _composed(document, options)
    return 0.0 if poster is None else poster.px_to_mm * per_mm


def _fits_better(best: Remedy | None, new: Remedy) -> Remedy:
    return new if best is None or new.reading_m > best.reading_m else best


def _paper(document: Document, options: ExportOptions, per_mm: float) -> Remedy | None:
    """RM1."""
    plain = replace(options, paper=None, roll_mm=None, scale=None, note_mm=None)
    at = LARGER.index(options.paper) + 1 if options.paper in LARGER else 0
    wider = [] if options.tile else [width for width in ROLLS if width > (options.roll_mm or 0)]
    papers = [replace(plain, paper=name) for name in LARGER[at:]] if options.roll_mm is None else []
    best: Remedy | None = None
    tried = (*papers, *(replace(plain, roll_mm=width) for width in wider))
    for i, larger in enumerate(tried):
        step(i + 1, len(tried))
        found = Remedy("paper", larger, _reads(document, larger, per_mm))
        best = _fits_better(best, found)
        if found.reading_m >= WALL_M * _NEAR:
            return found
    return best


def _sheets(document: Document, options: ExportOptions, per_mm: float) -> Remedy | None:
    """RM2."""
    percent = min(MOST_PERCENT, ceil(WALL_M / per_mm * px.CARD_W / NOTE[0] * 100))
    larger = replace(
        options,
        paper=None,
        roll_mm=None,
        note_mm=None,
        scale=float(percent),
        tile=options.tile or "A4",
        fewer_sheets=None,
    )
    return Remedy("sheets", larger, _reads(document, larger, per_mm))


def _lanes(document: Document, options: ExportOptions, per_mm: float) -> Remedy | None:
    """RM3."""
    shown = list(part_of(document, lanes=options.lanes or ()).drawn.lanes)
    notes: dict[str, int] = {}
    for item in document.placed:
        notes[item.lane_id or ""] = notes.get(item.lane_id or "", 0) + 1

    def worth(place: tuple[int, Lane]) -> tuple[int, int]:
        return notes.get(place[1].id, 0), -place[0]

    others = [lane for _, lane in sorted(enumerate(shown), key=worth) if lane.kind not in _STAY]
    best: Remedy | None = None
    for count in range(1, len(others) // 2 + 1):
        step(count, len(others) // 2)
        gone = {lane.id for lane in others[:count]}
        fewer = replace(options, lanes=tuple(lane.id for lane in shown if lane.id not in gone))
        left_out = tuple(lane.id for lane in shown if lane.id in gone)
        found = Remedy("lanes", fewer, _reads(document, fewer, per_mm), left_out)
        best = _fits_better(best, found)
        if found.reading_m >= WALL_M * _NEAR:
            return found
    return best


def _phases(document: Document, options: ExportOptions, per_mm: float) -> Remedy | None:
    """RM4."""
    at = LARGER.index(options.paper) + 1 if options.paper in LARGER else len(LARGER)
    best: Remedy | None = None
    papers = (options, *(replace(options, paper=name) for name in LARGER[at:]))
    for i, paper in enumerate(papers):
        step(i + 1, len(papers))
        found = _on_posters(document, paper, per_mm)
        best = found if best is None or (found is not None and found.reading_m > best.reading_m) else best
        if best is not None and best.reading_m >= WALL_M * _NEAR:
            break
    return best


def _on_posters(document: Document, options: ExportOptions, per_mm: float) -> Remedy | None:
    """On the fewest posters with which the notes read from 2 m, else those with which they read farthest."""
    phases = options.phases or ()
    shown = len(part_of(document, phases=phases).drawn.phases)
    best: Remedy | None = None
    for posters in range(2, min(shown, MOST_POSTERS) + 1):
        groups = phase_groups(document, phases, posters)
        if len(groups) != posters:
            continue
        reach = WALL_M * 2
        for each in split_options(document, options, posters):
            reach = min(reach, _reads(document, each, per_mm))
            if best is not None and reach <= best.reading_m:
                break
        if best is not None and reach < best.reading_m * _MORE:
            break  # smaller posters are not drawn any larger
        best = Remedy("phases", options, reach, posters=posters)
        if reach >= WALL_M * _NEAR:
            break
    return best
