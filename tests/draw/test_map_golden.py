"""What a small map with every kind of card is drawn as, operation by operation."""

from __future__ import annotations

from golden import check
from model.draw.map_painter import paint_map
from model.draw.poster import compose_poster
from model.i18n import speaking
from model.layout.arrange import lay_out
from model.layout.maplayout import LayoutOptions
from small_maps import every_kind_map


def test_the_map_is_drawn_as_before() -> None:
    document = every_kind_map()
    check("map_every_kind", paint_map(lay_out(document, LayoutOptions(language="en")), document).ops)


def test_the_poster_is_drawn_as_before() -> None:
    poster = compose_poster(every_kind_map(), 297, 210, lang="en")
    check("poster_head_a4", [op for op in poster.ops if getattr(op, "role", "") != "map"])


def test_the_empty_form_is_drawn_as_before() -> None:
    with speaking("en"):
        poster = compose_poster(every_kind_map(), 420, 297, lang="en", blank=True)
    check("poster_blank_a3", poster.ops)
