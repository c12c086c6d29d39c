"""PySide6 must not lose references to None: 6.12 on Python 3.11 lost one at each void call, until the process died."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QApplication, QGraphicsRectItem, QGraphicsScene, QWidget
from pytestqt.qtbot import QtBot

CALLS = 100


def references_lost(call: Callable[[], object]) -> int:
    """How many references to None ``CALLS`` calls of ``call`` lose (about 0 when all is well)."""
    call()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    return before - sys.getrefcount(None)


def test_painting_keeps_references(qtbot: QtBot) -> None:
    image = QImage(64, 64, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    path, colour = QPainterPath(QPointF(1, 1)), QColor("#334455")
    calls: dict[str, Callable[[], object]] = {
        "setPen": lambda: painter.setPen(colour),
        "setBrush": lambda: painter.setBrush(colour),
        "save": painter.save,
        "restore": painter.restore,
        "translate": lambda: painter.translate(0.1, 0.1),
        "fillRect": lambda: painter.fillRect(QRectF(0, 0, 9, 9), colour),
        "drawPath": lambda: painter.drawPath(path),
        "lineTo": lambda: path.lineTo(2, 2),
        "fill": lambda: image.fill(Qt.GlobalColor.white),
    }
    try:
        lost = {name: references_lost(call) for name, call in calls.items()}
    finally:
        painter.end()
    assert {name: count for name, count in lost.items() if abs(count) > CALLS // 10} == {}


def test_widgets_and_scene_keep_references(qtbot: QtBot) -> None:
    widget, scene, item = QWidget(), QGraphicsScene(), QGraphicsRectItem(0, 0, 10, 10)
    qtbot.addWidget(widget)
    scene.addItem(item)
    calls: dict[str, Callable[[], object]] = {
        "QWidget.update": widget.update,
        "QWidget.setToolTip": lambda: widget.setToolTip("x"),
        "QGraphicsItem.setPos": lambda: item.setPos(1, 2),
        "QGraphicsItem.setVisible": lambda: item.setVisible(True),
        "QGraphicsScene.update": lambda: scene.update(QRectF(0, 0, 5, 5)),
        "processEvents": QApplication.processEvents,
    }
    lost = {name: references_lost(call) for name, call in calls.items()}
    assert {name: count for name, count in lost.items() if abs(count) > CALLS // 10} == {}


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on: nothing to lose")
def test_the_measure_sees_a_lost_reference() -> None:
    """The two tests above measure what they claim: references taken show up in the count."""
    kept: list[object] = []
    assert references_lost(lambda: kept.append(None)) == -CALLS
