"""Qt draws the same glyphs as wide as they were measured."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QGuiApplication, QRawFont

from model.text import FONTS, TextStyle, layout_text, shape_line

_BIG = 1000.0
_TEXTS = {
    "atkinson-400": "De klant belt, vraagt “waar blijft mijn pakket?” (97,5%)",
    "atkinson-400i": "Ik snap het niet meer",
    "atkinson-500": "Balie: wachten op een medewerker",
    "atkinson-600": "Oriënteren en vergelijken",
    "atkinson-700": "Klantreis 2024",
    "noto-400": "Привет Ελλάδα नमस्ते",
    "noto-400i": "Привет",
    "noto-500": "Привет",
    "noto-700": "Привет",
    "symbols": "→←↑",
    "symbols2": "★✓☐",
    "math": "⇒⟶",
    "emoji": "👩‍👩‍👧🇳🇱👍🏽😀",
    "arabic": "مرحبا بالعالم",
    "hebrew": "שלום עולם",
}


@pytest.fixture(scope="module", autouse=True)
def _application(qapp: QGuiApplication) -> Iterator[None]:
    yield


@pytest.mark.parametrize("key", list(_TEXTS))
def test_advances_of_joined_and_plain_glyphs(key: str) -> None:
    weight = FONTS[key].weight if key.startswith(("atkinson", "noto")) else 400
    style = TextStyle(_BIG, _BIG, weight, FONTS[key].italic)
    runs = [run for run in shape_line(_TEXTS[key], style).runs if run.font == key]
    assert runs
    for run in runs:
        raw = QRawFont(str(FONTS[key].path), run.size, QFont.HintingPreference.PreferNoHinting)
        assert raw.isValid()
        assert sum(run.advances) > 0
        # Marks have no width in either.  Arabic pairs that the font itself moves together are left out.
        drawn = raw.advancesForGlyphIndexes(list(run.glyphs))
        pairs = [(ours, qt.x()) for ours, qt in zip(run.advances, drawn, strict=True) if ours]
        if key == "arabic":
            pairs = [(ours, qt) for ours, qt in pairs if abs(ours - qt) < 0.05 * qt]
            assert len(pairs) >= len(run.glyphs) / 2
        assert sum(ours for ours, _ in pairs) == pytest.approx(sum(qt for _, qt in pairs), rel=0.001)


def test_a_line_ends_where_qt_ends_it() -> None:
    """At 1000 px and unhinted, the whole line agrees within 0.1 %, whatever its breaks at 14 px were."""
    text = "De klant belt over een arbeidsongeschiktheidsverzekering en wacht op antwoord"
    for line in layout_text(text, TextStyle(14, 17), 129):
        (run,) = line.runs
        raw = QRawFont(str(FONTS[run.font].path), _BIG, QFont.HintingPreference.PreferNoHinting)
        width = sum(advance.x() for advance in raw.advancesForGlyphIndexes(list(run.glyphs)))
        assert line.width == pytest.approx(width * run.size / _BIG, rel=0.001)
