"""The quick patterns for line ends give what uniseg's UAX #14 gives."""

from __future__ import annotations

import pyphen
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from uniseg.graphemecluster import grapheme_clusters as by_uniseg
from uniseg.linebreak import line_break_boundaries

from model.kinds import LANE_KINDS
from model.layout.arrange import lay_out
from model.layout.maplayout import LayoutOptions
from model.newmap import new_map
from model.records import Language
from model.text import hyphens
from model.text.breaking import forget_texts
from model.text.clusters import grapheme_clusters
from model.text.hyphens import hyphen_points
from model.text.opportunities import SOFT_HYPHEN, breaks_at_space, inner_breaks, plain_words

_TYPED = "abzéßøĳΩяأبאת059\"'‘’“”(),.:;!?…%-/&+=€"
_EAST = "漢字かなカナ「」、。一"


def _uax14(text: str) -> list[int]:
    return [at for at in line_break_boundaries(text) if 0 < at < len(text)]


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet=_TYPED, min_size=1, max_size=12))
def test_inside_a_typed_word(word: str) -> None:
    assert list(inner_breaks(word)) == _uax14(word)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=_EAST, min_size=1, max_size=12))
def test_between_ideographs(word: str) -> None:
    assert list(inner_breaks(word)) == _uax14(word)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab1-/\u00ad\u00adב", min_size=1, max_size=10))
def test_soft_hyphens(word: str) -> None:
    """A soft hyphen ends a line like any break after (class BA), whatever stands around it."""
    found = inner_breaks(word)
    for at in range(1, len(word)):
        if word[at - 1] == SOFT_HYPHEN and word[at] not in (SOFT_HYPHEN, "-", "/"):
            assert at in found
        if word[at] == SOFT_HYPHEN:
            assert at not in found


@settings(max_examples=250, deadline=None)
@given(st.text(alphabet=_TYPED, min_size=1, max_size=5), st.text(alphabet=_TYPED, min_size=1, max_size=5))
def test_at_the_space_between_two_words(before: str, after: str) -> None:
    assert breaks_at_space(before, after) == (len(before) + 1 in line_break_boundaries(f"{before} {after}"))


@settings(max_examples=250, deadline=None)
@given(st.lists(st.text(alphabet=_TYPED, min_size=1, max_size=6), min_size=1, max_size=5).map(" ".join))
def test_a_plain_paragraph_as_a_whole(text: str) -> None:
    words = plain_words(text)
    if words is not None:
        assert [begin for end, begin in words if end < len(text)] == _uax14(text)


def test_what_people_type_is_plain() -> None:
    assert plain_words("De klant belt (weer): “waar blijft mijn e-mail en/of brief?”") is not None
    assert plain_words("97,5% om 12:30, en ’s avonds 'nog' 3 keer…") is not None
    assert plain_words("twee  spaties") is None
    assert plain_words("spatie aan het eind ") is None
    assert plain_words("漢字") is None


@settings(max_examples=250, deadline=None)
@given(
    st.one_of(
        st.text(max_size=12),
        st.text(alphabet="ae\u0300\u0327\u200d\u200c\ufe0f👩🏽👧🇳🇱각ᄀ각नि्षبَى\r\n☎1\u20e3", max_size=12),
    )
)
def test_clusters_are_those_of_uax29(text: str) -> None:
    assert list(grapheme_clusters(text)) == list(by_uniseg(text))


def test_dutch_and_english_hyphenation() -> None:
    word = "Arbeidsongeschiktheidsverzekeringsvragen"
    parts = [
        word[a:b] for a, b in zip((0, *hyphen_points(word, "nl")), (*hyphen_points(word, "nl"), None), strict=True)
    ]
    assert "-".join(parts) == "Ar-beids-on-ge-schikt-heids-ver-ze-ke-rings-vra-gen"
    assert hyphen_points("colour", "en") == hyphen_points("colour", "en-GB")
    assert hyphen_points("table", "en") == ()
    assert hyphen_points(word, "xx") == ()


def test_no_hyphen_where_it_would_change_what_is_written() -> None:
    assert 3 not in hyphen_points("reëel", "nl")  # re-eel, without the diaeresis
    assert hyphen_points("www.verzekeraar.nl", "nl") == ()
    assert hyphen_points("klantenservice@verzekeraar", "nl") == ()
    assert hyphen_points("formulier_betaling", "nl") == ()
    assert hyphen_points("de", "nl") == ()


def test_words_of_the_field_part_where_they_are_put_together() -> None:
    assert hyphen_points("Contactmomenten", "nl") == hyphen_points("contactmoment", "nl-NL") == (7,)
    assert hyphen_points("contactpersonen", "nl") != (7,)
    assert hyphen_points("Opportunities", "en") == (9,), "opportuni-ties"


@pytest.mark.parametrize(("lang", "name"), [("nl", "nl_NL"), ("en", "en_GB"), ("de", "de_DE"), ("hu", "hu_HU")])
def test_the_points_are_those_of_pyphen(lang: str, name: str) -> None:
    whole = pyphen.Pyphen(lang=name, left=2, right=3)
    words = ["contactpersoon", "Medewerker", "ONDERZOEK", "klantvriendelijkheid", "kassza", "rosszul", "satisfaction"]
    for word in [*words, "measurement", "Kundenzufriedenheit", "arbeidsongeschiktheidsverzekering", "yoghurtijsje"]:
        plain = [int(point) for point in whole.positions(word) if point.data is None]
        assert list(hyphen_points(word, lang)) == plain, word


@pytest.mark.parametrize(("lang", "name"), [("nl", "nl_NL"), ("en", "en_GB")])
def test_a_new_map_needs_no_dictionary_and_parts_its_words_as_with_one(
    monkeypatch: pytest.MonkeyPatch, lang: Language, name: str
) -> None:
    whole = pyphen.Pyphen(lang=name, left=2, right=3)
    for word, points in hyphens._KNOWN[lang].items():
        assert [*points] == whole.positions(word), word

    def read(_lang: str) -> None:
        raise AssertionError("a dictionary is read")

    monkeypatch.setattr(hyphens, "_hyphenator", read)
    hyphen_points.cache_clear()
    forget_texts()
    assert lay_out(new_map("Nieuw", lang, ["Fase"], tuple(LANE_KINDS)), LayoutOptions(language=lang)).lanes
