"""What is said of how far text reaches holds for the ink: a sheet that holds the foot of a letter is printed."""

from __future__ import annotations

import pytest

from model.draw.displaylist import Rect, Text
from model.export.extent import bounds
from model.text.breaking import shape_line
from model.text.shape import TextStyle
from posters import as_pdf, picture, poster

STYLE = TextStyle(100, 120)


@pytest.mark.parametrize("text", ["gjpqy", "عليّ يجيء في ميعاد", "ﷺ خِوَانِي", "Ngọc Ỡ ų", "הלקוח ץ", "😀🛒"])
def test_the_ink_of_a_line_is_inside_of_what_is_said_of_it(text: str) -> None:
    line = shape_line(text, STYLE)
    op = Text(200.0, 300.0, line, "ink.1")
    ((_, top, _, bottom, _),) = [box for box in bounds((op,)) if not isinstance(box[4], Rect)]
    page = picture(as_pdf(poster([op], 500.0, 250.0, 1000.0))[0], per_mm=2.0)  # a pixel for a px
    inked = [y for y, row in enumerate(page.rows) if min(row[150:]) < 128]
    assert inked, "it is drawn"
    assert top - 15 <= inked[0], "but for the accents of capitals"
    assert inked[-1] <= bottom + 1.5
