"""What stands at the edge of a card where the journey comes to another department (rule FL9): a bar and both names."""

from __future__ import annotations

from model.document import Document
from model.i18n import translate
from model.journey import borders
from model.layout import metrics as px
from model.layout.boxes import CardKey, PlacedLine
from model.text.breaking import layout_text
from model.text.shape import TextStyle

STYLE = TextStyle(px.META.size, px.META.line, 600)
ICON, ICON_GAP = 12.0, 4.0
BAR, BAR_GAP, BAR_INSET = 1.6, 1.4, 5.0
"""The two lines of the bar at the top of the card, like those of a hand-over: how thick, how far apart, how far in."""
BELOW = 3.0
"""px between the names and the text."""


def borders_of(document: Document) -> dict[str, tuple[str, str]]:
    """Touchpoint -> the departments before it and from it on, where these differ."""
    return {
        each.after.id: (" ".join(each.before.department.split()), " ".join(each.after.department.split()))
        for each in borders(document)
    }


def border_words(border: tuple[str, str]) -> str:
    """Both departments, in the current language: "Sales → Support"."""
    return translate("Map", "{one} → {other}").format(one=border[0], other=border[1])


def border_lines(key: CardKey, left: float, width: float, top: float) -> tuple[tuple[PlacedLine, ...], float]:
    """The names below ``top``, the first line beside its icon, and where they end; nothing without a border."""
    if not key.border:
        return (), top
    top += 2 * BAR + BAR_GAP
    indent = ICON + ICON_GAP
    broken = layout_text(border_words((key.border[0], key.border[1])), STYLE, width, lang=key.lang, first_indent=indent)
    lines = tuple(
        PlacedLine(left + (indent if i == 0 else 0.0), top + i * STYLE.line + px.baseline(STYLE), line)
        for i, line in enumerate(broken)
    )
    return lines, top + len(broken) * STYLE.line + BELOW
