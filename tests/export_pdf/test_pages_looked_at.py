"""Faults that were seen on pictures of pages, each held here so that it does not come back."""

from __future__ import annotations

import kit_maps
from maps import Builder
from model.commands import grid
from model.draw.displaylist import DisplayList, Group, Text, walk
from model.draw.poster import compose_poster
from model.newmap import new_map


def texts_in(role: str, made: DisplayList) -> list[Text]:
    """The lines of text in all groups of a role."""
    found: list[Text] = []
    for op, _, _ in walk(made):
        if isinstance(op, Group) and op.role == role:
            found += [inner for inner, _, _ in walk(op.ops) if isinstance(inner, Text)]
    return found


def test_the_legend_says_whose_every_outline_is_of_more_personas_than_there_are_outlines() -> None:
    """Twelve personas and four outlines: the legend told of the first four only, as if a circle were one of them."""
    poster = compose_poster(kit_maps.twelve_personas(), 841, 594, lang="en")
    words = " ".join(text.line.text for text in texts_in("legend", poster.ops))
    for name in (f"Persoon {i}" for i in range(12)):
        assert name in words
    assert "Round is Persoon 0, Persoon 4, Persoon 8" in words
    assert "stand in the order of the personas" in words
    few = " ".join(
        text.line.text for text in texts_in("legend", compose_poster(kit_maps.five_cards(), 841, 594, lang="en").ops)
    )
    assert "in the order of" not in few


def test_a_name_from_right_to_left_ends_where_its_role_ends() -> None:
    """Room for the sample of a line was left beside a persona that has no line."""
    builder = Builder(new_map("Proef", "nl", ("A",)))
    builder.card("touchpoint", "Belt", 0)
    builder.do(grid.add_persona(builder.document, kit_maps.HEBREW, role=kit_maps.ARABIC))
    poster = compose_poster(builder.document, 841, 594)
    lines = {text.line.text: text for text in texts_in("persona", poster.ops)}
    name, role = lines[kit_maps.HEBREW], lines[kit_maps.ARABIC]
    assert abs((name.x + name.line.width) - (role.x + role.line.width)) < 0.5
