"""The colours keep their rules: contrast of text (WCAG 2) and difference of notes (CIEDE2000), for every kind of sight.

Colour blindness is simulated with the matrices of Machado, Oliveira and Fernandes (2009), severity 1.0, in linear RGB.
"""

from __future__ import annotations

import itertools
import math
from typing import Any

import pytest

from model.draw.theme import tokens
from model.kinds import ITEM_KINDS

Lab = tuple[float, float, float]

SIGHT: dict[str, tuple[tuple[float, float, float], ...]] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
NEED: dict[str, float] = tokens()["required"]
THEMES = ("light", "dark")


def linear(color: str) -> list[float]:
    """Linear RGB, 0..1."""
    values = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values]


def contrast(a: str, b: str) -> float:
    """The contrast of WCAG 2, 1..21."""

    def luminance(color: str) -> float:
        red, green, blue = linear(color)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def lab(color: str, sight: str) -> Lab:
    """CIE L*a*b* (D65) as one kind of sight sees it."""
    rgb = linear(color)
    red, green, blue = (max(0.0, min(1.0, sum(m * v for m, v in zip(row, rgb, strict=True)))) for row in SIGHT[sight])
    xyz = (
        (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047,
        0.2126729 * red + 0.7151522 * green + 0.0721750 * blue,
        (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883,
    )
    x, y, z = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def ciede2000(one: Lab, two: Lab) -> float:
    """The colour difference of CIE 142-2001, as Sharma, Wu and Dalal (2005) write it out."""
    l1, a1, b1 = one
    l2, a2, b2 = two
    mean_c = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = 0.5 * (1 - math.sqrt(mean_c**7 / (mean_c**7 + 25**7)))
    a1, a2 = (1 + g) * a1, (1 + g) * a2
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1 = math.degrees(math.atan2(b1, a1)) % 360 if c1 else 0.0
    h2 = math.degrees(math.atan2(b2, a2)) % 360 if c2 else 0.0
    dh = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    d_h = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(dh / 2))
    lm, cm = (l1 + l2) / 2, (c1 + c2) / 2
    if c1 * c2 == 0:
        hm = h1 + h2
    elif abs(h1 - h2) <= 180:
        hm = (h1 + h2) / 2
    else:
        hm = (h1 + h2 + (360 if h1 + h2 < 360 else -360)) / 2

    def cos(degrees: float) -> float:
        return math.cos(math.radians(degrees))

    t = 1 - 0.17 * cos(hm - 30) + 0.24 * cos(2 * hm) + 0.32 * cos(3 * hm + 6) - 0.20 * cos(4 * hm - 63)
    sl = 1 + 0.015 * (lm - 50) ** 2 / math.sqrt(20 + (lm - 50) ** 2)
    sc, sh = 1 + 0.045 * cm, 1 + 0.015 * cm * t
    rt = -math.sin(math.radians(60 * math.exp(-(((hm - 275) / 25) ** 2)))) * 2 * math.sqrt(cm**7 / (cm**7 + 25**7))
    dl, dc = l2 - l1, c2 - c1
    return math.sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (d_h / sh) ** 2 + rt * (dc / sc) * (d_h / sh))


def apart(a: str, b: str) -> tuple[float, str]:
    """The smallest difference over all kinds of sight, and the sight it is found in."""
    return min((ciede2000(lab(a, sight), lab(b, sight)), sight) for sight in SIGHT)


@pytest.mark.parametrize(
    ("one", "two", "difference"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ],
)
def test_the_measure_agrees_with_published_pairs(one: Lab, two: Lab, difference: float) -> None:
    assert ciede2000(one, two) == pytest.approx(difference, abs=1e-4)


@pytest.mark.parametrize("name", THEMES)
def test_text_and_icons_on_notes_can_be_read(name: str) -> None:
    for kind, colors in tokens()[name]["note"].items():
        assert contrast(colors["ink"], colors["fill"]) >= NEED["text_contrast"], kind
        assert contrast(colors["edge"], colors["fill"]) >= NEED["text_contrast"], kind


@pytest.mark.parametrize("name", THEMES)
def test_any_two_notes_can_be_told_apart(name: str) -> None:
    notes = tokens()[name]["note"]
    beside = {frozenset(pair) for pair in tokens()["side_by_side"]}
    for a, b in itertools.combinations(notes, 2):
        need = NEED["side_by_side_de2000" if frozenset((a, b)) in beside else "any_pair_de2000"]
        difference, sight = apart(notes[a]["fill"], notes[b]["fill"])
        assert difference >= need, f"{a}/{b} ({sight})"


@pytest.mark.parametrize("name", THEMES)
def test_feelings_can_be_told_apart_and_faces_seen(name: str) -> None:
    scale = [tokens()[name]["emotion"][key] for key in ("-2", "-1", "0", "1", "2")]
    for place, colors in enumerate(scale):
        need = NEED["text_contrast"] if place in (0, 4) else NEED["icon_contrast"]
        assert contrast(colors["ink"], colors["fill"]) >= need, place - 2
    for a, b in itertools.combinations(scale, 2):
        assert apart(a["fill"], b["fill"])[0] >= NEED["emotion_neighbours_de2000"]


@pytest.mark.parametrize("name", THEMES)
def test_personas_stand_out(name: str) -> None:
    theme = tokens()[name]
    for place, color in enumerate(theme["persona"]):
        for ground in ("base", "emotion"):
            assert contrast(color, theme["wall"][ground]) >= 3.0, f"persona {place + 1} on {ground}"
    for a, b in itertools.combinations(theme["persona"][:3], 2):
        assert apart(a, b)[0] >= NEED["persona_first_three_de2000"]


@pytest.mark.parametrize("name", THEMES)
def test_ink_lines_and_focus_on_every_surface(name: str) -> None:
    theme = tokens()[name]
    surface, ink = theme["surface"], theme["ink"]
    grounds = [surface[key] for key in ("window", "panel", "raised", "field", "hover", "selected")]
    grounds += [theme["wall"]["base"], theme["wall"]["lane_alt"]]
    for ground in grounds:
        for key in ("1", "2"):
            assert contrast(ink[key], ground) >= NEED["text_contrast"], f"ink {key} on {ground}"
    for ground in (surface[key] for key in ("window", "panel", "raised", "field")):
        assert contrast(ink["3"], ground) >= NEED["text_contrast"], f"ink 3 on {ground}"
        assert contrast(theme["line"]["field"], ground) >= NEED["icon_contrast"], f"field line on {ground}"
        assert contrast(theme["focus"]["ring"], ground) >= NEED["focus_contrast"], f"focus on {ground}"


@pytest.mark.parametrize("name", THEMES)
def test_accent_states_and_phases_carry_their_text(name: str) -> None:
    theme: dict[str, Any] = tokens()[name]
    need = NEED["text_contrast"]
    for key in ("base", "hover", "pressed"):
        assert contrast(theme["ink"]["on_accent"], theme["accent"][key]) >= need, key
    assert contrast(theme["accent"]["ink"], theme["accent"]["soft"]) >= need
    assert contrast(theme["accent"]["ink"], theme["surface"]["panel"]) >= need
    for key in ("ok", "warn", "danger", "info"):
        assert contrast(theme["state"][key], theme["state"][f"{key}_bg"]) >= need, key
        assert contrast(theme["state"][key], theme["surface"]["panel"]) >= need, key
    for color in theme["phase"]["palette"]:
        assert contrast(theme["phase"]["ink"], color) >= need, color
    assert contrast(theme["phase"]["number_ink"], theme["phase"]["number_fill"]) >= need


def test_both_themes_have_the_same_tokens() -> None:
    def paths(value: Any, prefix: str = "") -> set[str]:
        if isinstance(value, dict):
            return set().union(*(paths(inner, f"{prefix}.{key}") for key, inner in value.items()))
        if isinstance(value, list) and value and isinstance(value[0], str):
            return {f"{prefix}[{len(value)}]"}
        return {prefix}

    assert paths(tokens()["light"]) == paths(tokens()["dark"])


def test_every_kind_of_card_has_its_colours() -> None:
    for kind in ITEM_KINDS.values():
        for name in THEMES:
            assert set(tokens()[name]["note"][kind.token]) == {"fill", "edge", "ink", "outline"}
