"""What is laid out for paper begins with the cards of a layout that somebody holds, and is the same as without it."""

from __future__ import annotations

import gc
from dataclasses import fields

import pytest

from model.changes import apply
from model.commands import cards
from model.draw.poster import compose_poster
from model.export.pdf import PosterOptions, poster_pdf
from model.layout import recent
from model.layout.arrange import lay_out, lay_out_again, relink
from model.layout.boxes import CardBody
from model.layout.maplayout import LayoutOptions, MapLayout
from model.layout.recent import held_of
from model.records import Language
from said_maps import said_map
from small_maps import every_kind_map

BODY = [each.name for each in fields(CardBody)]
OPTIONS = {
    "as on the screen": LayoutOptions(language="nl"),
    "in another language": LayoutOptions(language="en"),
    "with every sign": LayoutOptions(language="nl", evidence=True, aimed=True, blind_spots=True, borders=True),
    "with links": LayoutOptions(language="nl", links="all"),
    "with lines": LayoutOptions(language="nl", fields=("source", "owner", "severity")),
    "higher cards": LayoutOptions(language="nl", card_height=148.0),
    "with strips": LayoutOptions(language="nl", card_strip=14.0),
    "an empty form": LayoutOptions(language="nl", blank=True),
    "counted from three": LayoutOptions(language="nl", phase_numbers=(("p0", 3), ("p1", 4))),
    "lanes that hold something": LayoutOptions(language="nl", used_only=True, emotion_height=240.0),
}


@pytest.fixture(autouse=True)
def nothing_held() -> None:
    recent.forget()


def everything(layout: MapLayout) -> dict[str, object]:
    """All that a layout says, without what is for the next one only."""
    names = [each.name for each in fields(layout) if each.name not in ("made", "links_key")]
    found: dict[str, object] = {name: getattr(layout, name) for name in names}
    # Bodies are equal when their keys are; here all of them is asked for.
    found["bodies"] = [[getattr(card.body, name) for name in BODY] for card in layout.cards.values()]
    return found


@pytest.mark.parametrize("asked", OPTIONS)
def test_with_any_layout_held_the_outcome_is_that_of_none(asked: str) -> None:
    document = said_map()
    alone = everything(lay_out(document, OPTIONS[asked]))
    for shown, options in OPTIONS.items():
        recent.forget()
        held = lay_out(document, options)
        assert everything(lay_out_again(document, OPTIONS[asked])) == alone, shown
        assert held.options == options


def test_cards_are_those_of_the_editor_and_of_no_other_map() -> None:
    document = every_kind_map()
    editor = lay_out(document, LayoutOptions(language="en"))
    poster = compose_poster(document, 841, 594, lang="en")
    assert all(card.body is editor.cards[i].body for i, card in poster.layout.cards.items())
    other = compose_poster(every_kind_map(), 841, 594, lang="en")
    assert not any(card.body is editor.cards[i].body for i, card in other.layout.cards.items())
    assert other.ops == poster.ops


def test_a_text_that_was_changed_since_is_the_new_one_on_paper() -> None:
    before = every_kind_map()
    held = lay_out(before, LayoutOptions(language="en"))
    document = apply(cards.set_text(before, "c7", "Something else entirely"), before)
    words = [line.line.text for line in compose_poster(document, 841, 594, lang="en").layout.cards["c7"].body.lines]
    assert " ".join(words) == "Something else entirely"
    assert held.cards["c7"].body.key.text != "Something else entirely"


def test_nothing_is_held_longer_for_it() -> None:
    document = every_kind_map()
    options = LayoutOptions(language="en")
    layout: MapLayout | None = lay_out(document, options)
    assert held_of(document, options) is layout
    layout = None
    gc.collect()
    assert held_of(document, options) is None


def test_a_layout_with_other_links_is_found_too_and_few_are_looked_through() -> None:
    document = every_kind_map()
    options = LayoutOptions(language="en")
    linked = relink(lay_out(document, options), document, LayoutOptions(language="en", links="all"))
    gc.collect()
    assert held_of(document, options) is linked
    many = [lay_out(every_kind_map(), options) for _ in range(3 * recent.MOST)]
    assert many
    assert len(recent._held) == recent.MOST


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_poster_has_the_same_bytes_whatever_was_shown_before(lang: Language) -> None:
    document = said_map()
    options = PosterOptions(paper="A2", lang=lang)
    alone, report = poster_pdf(document, options)
    held = [lay_out(document, LayoutOptions(language=each)) for each in ("nl", "en")]
    held.append(compose_poster(document, 420, 297, lang="en", blank=True).layout)
    again, same = poster_pdf(document, options)
    assert held
    assert (again, same) == (alone, report)
