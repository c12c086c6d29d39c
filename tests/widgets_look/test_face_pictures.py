"""Faces on controls are painted from pictures, which cannot be told from the faces."""

from __future__ import annotations

from typing import Any, cast

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from widgets.canvas.stills import Stills
from widgets.look import marks
from widgets.look.theme import install, look


def painted(score: int, persona: int, opacity: float, at: tuple[float, float]) -> bytes:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    marks.paint_face(painter, QRectF(*at, 22, 22), score, persona, opacity)
    assert painter.opacity() == 1.0, "its state is as before"
    assert painter.worldTransform().isIdentity()
    painter.end()
    return bytes(cast("memoryview", image.constBits()))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_picture_looks_like_the_face(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, theme: Any) -> None:
    install(qapp, "light")
    look().choose(theme)
    kept = Stills()
    monkeypatch.setattr(marks, "_faces", kept)
    cases = [(score, persona, opacity) for score in (-2, 0, 2) for persona in range(4) for opacity in (1.0, 0.75, 0.35)]
    for at in ((9.0, 4.0), (3.0, 11.0), (8.5, 4.25)):
        for case in cases:
            painted(*case, at)
            again = painted(*case, at)
            monkeypatch.setattr(marks, "_faces", Stills())
            monkeypatch.setattr(Stills, "paint", direct)
            plain = painted(*case, at)
            monkeypatch.undo()
            monkeypatch.setattr(marks, "_faces", kept)
            assert max(abs(a - b) for a, b in zip(again, plain, strict=True)) <= 3, (case, at)
    assert len(kept) == len(cases)
    look().choose("light")


def direct(_self: Stills, painter: QPainter, _name: Any, _shown: Any, _bounds: Any, draw: Any, **_more: Any) -> None:
    """Paint without a picture."""
    draw(painter)
