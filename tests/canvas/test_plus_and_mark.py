"""The round plus of a note stands at its corner and leaves the mark of evidence there in sight, at every zoom."""

from __future__ import annotations

from math import hypot

import pytest

from model.layout import metrics as px
from model.layout.arrange import lay_out
from model.layout.maplayout import LayoutOptions
from said_maps import said_map
from widgets.canvas.items import REACH, plus_center, plus_radius


@pytest.mark.parametrize("zoom", [0.1, 0.25, 0.5, 0.64, 0.76, 0.9, 1.0, 1.25, 2.0, 4.0])
def test_the_plus_and_the_mark_do_not_meet(zoom: float) -> None:
    layout = lay_out(said_map(), LayoutOptions(language="en"))
    marked = [card for card in layout.cards.values() if card.body.foot.evidence is not None]
    assert len(marked) > 4
    for card in layout.cards.values():
        center, radius = plus_center(card, zoom), plus_radius(zoom)
        assert hypot(center.x() - card.right, center.y() - card.bottom) < radius, "it still covers the corner"
        assert max(center.x() - card.right, center.y() - card.bottom) + radius + 1 <= REACH, "and is painted whole"
        if card.body.foot.evidence is None:
            continue
        x, y, _ = card.body.foot.evidence
        right, bottom = card.x + x + px.EVIDENCE_MARK, card.y + y + px.EVIDENCE_MARK
        away = hypot(max(0.0, center.x() - right), max(0.0, center.y() - bottom))
        assert away >= radius + 0.7, card.id
