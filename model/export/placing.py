"""Puts a map on the paper that was asked for: a sheet, a roll, or a poster as large as it has to be.

PP1  "fit" is the largest size that the paper takes.  "true" makes notes as wide and at least as high as sticky notes
     are (76 x 76 mm, or ``note_mm``).  A percentage is of the width of these notes; their shape is kept only where
     ``note_mm`` was given.
PP2  On a roll the length comes from the content.  It lies along the roll or across it, whichever is larger, or at the
     same scale shorter; "landscape" and "portrait" leave no choice.
PP3  Without a paper a poster at a scale of its own is as large as its content.
PP4  What does not fit is refused, with the size that it needs and the scale that would fit.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from math import floor
from typing import TYPE_CHECKING, cast

from model.document import Document
from model.draw.mono import STRIP
from model.draw.poster import DoesNotFit, Poster, compose_poster
from model.export.errors import ExportError
from model.export.pages import PRINTER_MARGIN, plan_tiles, turned
from model.export.papers import LONGEST, NOTE, millimetres, note_size, roll_width, sheet, too_long
from model.i18n import number, translate
from model.layout import metrics as px
from model.layout.maplayout import LayoutOptions
from model.records import Language
from model.values import dataclass, replace

if TYPE_CHECKING:
    from model.export.part import Part
    from model.export.pdf import PosterOptions

LEAST_PERCENT, MOST_PERCENT = 1.0, 400.0
MOST_MARGIN = 100.0
LONGEST_TILED = 30_000.0
"""mm; a wall is no longer, and its sheets would be thousands."""
_SHRINK = 0.98

Sides = tuple[float | None, float | None]
"""Width and height of a sheet in mm; None is as long as the content."""


@dataclass(frozen=True, slots=True)
class Scale:
    """mm of paper per px of the map (None: what fits), and the least height of a note in px."""

    mm_per_px: float | None
    card_height: float = 0.0


def scale_of(options: PosterOptions) -> Scale:
    """The scale that was asked for (PP1).  Raises ExportError for one that makes no sense."""
    note = note_size(options.note_mm or NOTE)
    shape = note[1] / note[0] * px.CARD_W
    if options.scale == "fit":
        if options.note_mm is not None:
            raise ExportError(
                translate("Export", "The size of notes is for a poster at true size; ask for it: --scale true.")
            )
        return Scale(None)
    if options.scale == "true":
        return Scale(note[0] / px.CARD_W, shape)
    percent = float(options.scale)
    if not LEAST_PERCENT <= percent <= MOST_PERCENT:
        text = translate("Export", "A scale is between {low} and {high} %; {given} % is not.")
        words = text.format(low=number(LEAST_PERCENT), high=number(MOST_PERCENT), given=number(percent, 1))
        raise ExportError(words)
    return Scale(percent / 100 * note[0] / px.CARD_W, shape if options.note_mm is not None else 0.0)


def tile_margin(options: PosterOptions) -> float:
    """What the printer leaves white round each sheet, in mm."""
    return PRINTER_MARGIN if options.margin_mm is None else options.margin_mm


def check_paper(options: PosterOptions) -> None:
    """Raises ExportError for papers, margins and their combinations that cannot be."""
    scale_of(options)
    if options.paper:
        sheet(options.paper)
    if options.margin_mm is not None and not 0 <= options.margin_mm <= MOST_MARGIN:
        text = translate("Export", "A margin is between 0 and {most} mm; {given} mm is not.")
        raise ExportError(text.format(most=number(MOST_MARGIN), given=millimetres(options.margin_mm)))
    if options.tile is not None:
        plan_tiles(*_A1, sheet(options.tile).size, overlap=options.overlap_mm, margin=tile_margin(options))
    if options.roll_mm is None:
        return
    roll_width(options.roll_mm)
    if options.tile is not None:
        raise ExportError(translate("Export", "A roll is printed in one piece; leave the roll out, or the tiles."))


def compose_on_paper(
    document: Document,
    options: PosterOptions,
    lang: str,
    *,
    part: Part | None = None,
    like: Poster | None = None,
) -> Poster:
    """The poster on its paper; ``part`` says what of the map ``document`` is.  ``like`` is an earlier poster, whose
    scale and places are kept.

    Raises ExportError for what cannot be met, and DoesNotFit where it cannot be ``like`` the other.
    """
    scale = scale_of(options)
    shown = shown_on(options)
    persona_ids = None if part is None else part.persona_ids
    if part is not None and part.phase_numbers:
        shown = replace(shown, phase_numbers=part.phase_numbers)
    # Of a poster in tiles the margin is that of the printer, round every sheet.
    margin = None if options.tile is not None else options.margin_mm

    def composed(sides: Sides, mm_per_px: float | None = None) -> Poster:
        try:
            return compose_poster(
                document,
                *sides,
                lang=cast(Language, lang),
                margin_mm=margin,
                blank=options.blank,
                day=day_of(options),
                persona_ids=persona_ids,
                show=shown,
                scale=mm_per_px,
                title=options.title_block,
                legend=options.legend,
            )
        except DoesNotFit:
            raise
        except ValueError as error:
            text = translate("Export", "The margin of {margin} mm leaves nothing of this paper; make it smaller.")
            raise ExportError(text.format(margin=millimetres(margin or 0))) from error

    if like is not None:
        return compose_poster(
            document,
            like.width_px * like.px_to_mm,
            like.height_px * like.px_to_mm,
            lang=cast(Language, lang),
            margin_mm=margin,
            blank=options.blank,
            day=day_of(options),
            persona_ids=persona_ids,
            show=shown,
            like=like,
            title=options.title_block,
            legend=options.legend,
        )
    return _checked(_placed(options, scale, composed), options)


def day_of(options: PosterOptions) -> date | None:
    """The date at the foot, None for none."""
    return options.day or (options.created.date() if options.created else None)


def shown_on(options: PosterOptions) -> LayoutOptions:
    """What of the map is drawn."""
    return LayoutOptions(
        evidence=options.evidence,
        aimed=options.aimed,
        blind_spots=options.blind_spots,
        borders=options.borders,
        links=options.links,
        fields=options.fields,
        card_height=scale_of(options).card_height,
        card_numbers=options.numbers,
        card_strip=STRIP if options.bw else 0.0,
    )


_Compose = Callable[..., Poster]


def _placed(options: PosterOptions, scale: Scale, composed: _Compose) -> Poster:
    if options.roll_mm is not None:
        return _on_roll(options, scale, composed)
    if not options.paper:
        return composed((None, None), scale.mm_per_px) if scale.mm_per_px else composed(turned(_A1, "landscape"))
    size = sheet(options.paper).size
    both = [turned(size, "landscape"), turned(size, "portrait")]
    asked = {"landscape": both[:1], "portrait": both[1:]}.get(options.orientation, both)
    if scale.mm_per_px is None:
        posters = [composed(sides) for sides in asked]
        return max(posters, key=lambda poster: poster.px_to_mm)  # of equals the first, lying down
    found, needed = _tried(asked, scale.mm_per_px, composed)
    if not found:
        raise ExportError(_refusal(options, scale, needed, asked, composed))
    layout = found[0].layout
    return found[0] if layout.width >= layout.height else found[-1]


_A1 = (594.0, 841.0)


def _tried(
    asked: list[tuple[float, float]] | list[Sides], mm_per_px: float, composed: _Compose
) -> tuple[list[Poster], tuple[float, float]]:
    """The posters of those sheets that they fit, and what the first of the others would need."""
    found: list[Poster] = []
    needed: list[tuple[float, float]] = []
    for sides in asked:
        try:
            found.append(composed(sides, mm_per_px))
        except DoesNotFit as error:
            needed.append((error.width, error.height))
    return found, min(needed, key=lambda size: size[0] * size[1], default=(0.0, 0.0))


def _on_roll(options: PosterOptions, scale: Scale, composed: _Compose) -> Poster:
    """PP2."""
    width = roll_width(options.roll_mm or 0)
    ways: dict[str, tuple[Sides, tuple[float, float]]] = {
        "landscape": ((None, width), (LONGEST, width)),
        "portrait": ((width, None), (width, LONGEST)),
    }
    asked = [ways[options.orientation]] if options.orientation in ways else list(ways.values())
    found: list[Poster] = []
    if scale.mm_per_px is not None:
        found, needed = _tried([sides for sides, _ in asked], scale.mm_per_px, composed)
        if not found:
            raise ExportError(_refusal(options, scale, needed, [most for _, most in asked], composed))
        found = [poster for poster in found if _longer_side(poster) <= LONGEST + 0.5] or found
    for sides, most in asked if scale.mm_per_px is None else ():
        found.append(_as_long_as_the_map(sides, composed(most).px_to_mm, composed))
    return min(found, key=lambda poster: (-round(poster.px_to_mm, 6), _longer_side(poster)))


def _as_long_as_the_map(sides: Sides, mm_per_px: float, composed: _Compose) -> Poster:
    """The poster on a roll, at a scale or a little less: words above the map take more height once the paper is no
    longer than the map."""
    try:
        poster = composed(sides, mm_per_px)
    except DoesNotFit:
        return _as_long_as_the_map(sides, mm_per_px * _SHRINK, composed)
    if _longer_side(poster) > LONGEST + 0.5:
        return _as_long_as_the_map(sides, mm_per_px * _SHRINK, composed)
    return poster


def _longer_side(poster: Poster) -> float:
    return max(poster.width_px, poster.height_px) * poster.px_to_mm


def _refusal(
    options: PosterOptions,
    scale: Scale,
    needed: tuple[float, float],
    sheets: list[tuple[float, float]],
    composed: _Compose,
) -> str:
    """PP4: what is needed, on what it does not fit, and what would do."""
    per_cent = (options.note_mm or NOTE)[0] / px.CARD_W / 100
    most = max(composed(sides).px_to_mm for sides in sheets) / per_cent
    text = translate(
        "Export",
        "At this scale the map takes {width} by {height} mm, which does not fit on {paper}; take a larger paper, "
        "--scale {percent} at most, or tiles without --paper, for which the poster is as large as it has to be.",
    )
    if options.roll_mm is not None:
        paper = translate("Export", "a roll of {width} mm").format(width=millimetres(options.roll_mm))
    else:
        paper = sheet(options.paper).name
    width, height = number(round(needed[0])), number(round(needed[1]))
    return text.format(width=width, height=height, paper=paper, percent=number(floor(most)))


def _checked(poster: Poster, options: PosterOptions) -> Poster:
    """The poster, unless no page of a PDF, or no wall, is as long as it."""
    side = _longer_side(poster)
    if options.tile is None and side > LONGEST + 0.5:
        raise ExportError(too_long(side))
    if side > LONGEST_TILED + 0.5:
        text = translate(
            "Export",
            "On sheets a poster is {most} m long at most, and this one would be {length} m; make it smaller (--scale), "
            "or choose some of the phases (--phases).",
        )
        raise ExportError(text.format(most=number(LONGEST_TILED / 1000), length=number(side / 1000, 1)))
    return poster


def taller_notes(poster: Poster) -> tuple[int, ...]:
    """The numbers of the notes that hold more than fits the size of note that was asked for, and came out higher."""
    least = poster.layout.options.card_height
    cards = poster.layout.cards.values() if least else ()
    return tuple(sorted(card.body.key.number for card in cards if card.body.h > least + 0.5))
