"""The layouts that somebody still holds, because one of them saves the next one nearly all of its work.

The editor holds the layout of the map that it shows, the preview of a poster those of the poster: what is laid out for
paper begins with the cards of the screen (:func:`model.layout.arrange.lay_out`, ``previous``).  Layouts are remembered
weakly, so that nothing is kept longer for it.
"""

from __future__ import annotations

from weakref import ref

from model.document import Document
from model.kinds import ITEM_KINDS
from model.layout.maplayout import LayoutOptions, MapLayout

MOST = 8
"""Layouts that are looked through; the oldest are forgotten."""

_held: list[ref[MapLayout]] = []


def remember(layout: MapLayout) -> None:
    """Let layouts that come later find this one for as long as somebody holds it."""
    # Replaced in one go, since exports lay out in threads of their own.
    _held[:] = [*(each for each in tuple(_held) if each() is not None), ref(layout)][-MOST:]


def forget() -> None:
    """Begin anew, so that the next layout is made from scratch."""
    _held.clear()


def held_of(document: Document, options: LayoutOptions) -> MapLayout | None:
    """The newest held layout of the very cards of ``document``: one whose cards look as ``options`` want them, else one
    whose cards have the same size; None where there is none."""
    other = None
    for each in reversed(tuple(_held)):
        layout = each()
        if layout is None or layout.made is None or layout.made.kinds != tuple(ITEM_KINDS):
            continue
        made, shown = layout.made.document, layout.options
        if made.tables["items"] is not document.tables["items"]:
            continue
        if (shown.card_height, shown.card_strip) != (options.card_height, options.card_strip):
            continue
        if _looks(made, shown) == _looks(document, options):
            return layout
        other = other or layout
    return other


def _looks(document: Document, options: LayoutOptions) -> tuple[object, ...]:
    """What the looks of cards depend on besides their records (:func:`model.layout.follow.about_all`)."""
    return (
        options.language or document.info.language,
        document.info.language,
        options.persona_ids,
        options.evidence,
        options.blind_spots,
        options.borders,
        options.fields,
        options.blank,
    )
