"""Texts of users that are markup, mnemonics and placeholders, and a walk that finds who took them so."""

from __future__ import annotations

import ctypes
import json
import os
import re
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QGroupBox,
    QLabel,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from mutants import STACKED, TURNED
from widgets.controls.texts import plain_tooltip

_INSIDE = re.compile(r"<\s*/?\s*([A-Za-z!?][\w-]*)")
_OPEN, _READ = 0x20, 0x01  # of Linux' inotify


def hostile_text(canary: Path) -> str:
    """What a facilitator would never write, in one line."""
    return f'<b>x</b><img src="file://{canary}"><a href="javascript:1">y</a> &Amp &&amp; [*] %n %1 {{name}} {{0}}'


def hostile_document(data: bytes, text: str) -> bytes:
    """A map's file with every text of a user replaced."""
    value = json.loads(data)
    enough = f"{text}\n{text}"
    fields = {
        *(
            "title",
            "subtitle",
            "scope",
            "name",
            "prompt",
            "role",
            "quote",
            "goals",
            "frustrations",
            "description",
            "text",
        ),
        *("cause", "goal", "time", "owner", "department", "system", "source", "word"),
    }
    number = 0
    for table, rows in value.items():
        for row in [rows] if table == "map" else rows if isinstance(rows, list) else []:
            if not isinstance(row, dict):
                continue
            for field in row.keys() & fields:
                number += 1
                row[field] = (enough if field in ("text", "description", "scope") else text) + f" {number}"
            if "tags" in row:
                row["tags"] = [text, TURNED, STACKED[:200]]
            if "emotion_words" in row:
                row["emotion_words"] = [text]
            if table == "items":
                row["mood"] = text
    value["map"]["title"] = text
    value["items"].append({"id": "item-later", "kind": text[:60], "number": 9_000, "text": text})
    value["map"]["next_number"] = 9_001
    value["moods"] = [text]
    return json.dumps(value).encode()


class Canary:
    """A file that nobody may open; asks the system itself, since what Qt opens Python does not see.  Linux only."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.write_bytes(b"GIF89a\1\0\1\0\x80\0\0\xff\0\0\xff\xff\xff,\0\0\0\0\1\0\1\0\0\2\2D\1\0;")
        self._fd = -1
        if sys.platform.startswith("linux"):
            libc = ctypes.CDLL(None, use_errno=True)
            self._fd = libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
            if libc.inotify_add_watch(self._fd, os.fsencode(path), _OPEN | _READ) < 0:
                raise OSError(ctypes.get_errno(), "inotify_add_watch")

    def touched(self) -> int:
        """How often the file was opened or read since the last question."""
        if self._fd < 0:
            return 0
        try:
            data = os.read(self._fd, 65_536)
        except BlockingIOError:
            return 0
        at = events = 0
        while at < len(data):
            _watch, _mask, _cookie, length = struct.unpack_from("iIII", data, at)
            at += 16 + length
            events += 1
        return events

    def close(self) -> None:
        """Look no more."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1


def _rich(tip: str) -> bool:
    """Whether Qt would show a tip with the user's markup in it; one that :func:`plain_tooltip` made is escaped."""
    return not set(_INSIDE.findall(tip)) <= {"span", "br"}


def _mnemonic(text: str) -> bool:
    """Whether Qt would take the user's & for a mnemonic and hide it."""
    return re.search(r"(?<!&)(?:&&)*&Amp", text) is not None


def _cells(model: QAbstractItemModel, parent: QModelIndex, most: int = 400) -> Iterator[QModelIndex]:
    deep = not isinstance(model, QAbstractListModel | QAbstractTableModel)
    columns = 1 if isinstance(model, QAbstractListModel) else min(model.columnCount(parent), 30)
    for row in range(min(model.rowCount(parent), most)):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield index
            if column == 0 and deep and model.hasChildren(index):
                yield from _cells(model, index, most)


def faults_of(widget: QWidget) -> Iterator[str]:
    """What is wrong with how a widget shows texts."""
    name = f"{type(widget).__name__} “{widget.objectName()}”"
    if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
        yield f"{name}: a label that would show markup"
    if isinstance(widget, QLabel) and widget.buddy() is not None and _mnemonic(widget.text()):
        yield f"{name}: & in {widget.text()!r}"
    if isinstance(widget, QMessageBox) and widget.textFormat() != Qt.TextFormat.PlainText:
        yield f"{name}: a message that would show markup"
    if isinstance(widget, QTextEdit):
        yield f"{name}: a field of rich text"
    for what, text in (
        ("tip", widget.toolTip()),
        ("what's this", widget.whatsThis()),
        ("status tip", widget.statusTip()),
    ):
        if _rich(text):
            yield f"{name}: {what} {text[:120]!r}"
    if isinstance(widget, QAbstractButton | QGroupBox):
        text = widget.text() if isinstance(widget, QAbstractButton) else widget.title()
        if _mnemonic(text) and not getattr(widget, "draws_itself", False):
            yield f"{name}: & in {text[:80]!r}"
    if isinstance(widget, QMenu) and _mnemonic(widget.title()):
        yield f"{name}: & in the menu {widget.title()[:80]!r}"
    if isinstance(widget, QTabBar):
        yield from (
            f"{name}: & in the tab {widget.tabText(i)!r}" for i in range(widget.count()) if _mnemonic(widget.tabText(i))
        )
        yield from (f"{name}: tip of a tab" for i in range(widget.count()) if _rich(widget.tabToolTip(i)))
    if widget.isWindow() and re.search(
        r"(?<!\[\*\])\[\*\](?!\[\*\])", widget.windowTitle().removesuffix("[*] · Journeywall")
    ):
        yield f"{name}: the title {widget.windowTitle()!r} loses its [*]"
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        for index in _cells(widget.model(), QModelIndex()):
            for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole, Qt.ItemDataRole.StatusTipRole):
                tip = index.data(role)
                if isinstance(tip, str) and _rich(tip):
                    yield f"{name}: tip of a cell {tip[:120]!r}"
    for action in widget.actions():
        yield from _of_action(action, name)


def _of_action(action: QAction, where: str) -> Iterator[str]:
    if _mnemonic(action.text()):
        yield f"{where}: & in the command {action.text()[:80]!r}"
    for tip in (action.toolTip(), action.statusTip(), action.whatsThis()):
        # Where a command has no tip of its own, Qt makes one of its text; menus show none.
        if _rich(tip) and not isinstance(action.parent(), QMenu):
            yield f"{where}: tip of a command {tip[:120]!r}"


def faults_everywhere() -> set[str]:
    """What is wrong in any window, dialog, panel and menu that there is now."""
    return {
        fault
        for widget in QApplication.allWidgets()
        if isValid(widget) and not isinstance(widget.window(), QFileDialog)
        for fault in faults_of(widget)
    }


def texts_seen(root: QWidget) -> str:
    """Every text of labels, buttons, tips and lists below ``root``, to see that the hostile one is there at all."""
    found: list[Any] = []
    for widget in (root, *root.findChildren(QWidget)):
        found += [widget.toolTip(), widget.accessibleName(), widget.windowTitle()]
        if isinstance(widget, QLabel | QAbstractButton):
            found.append(widget.text())
        elif isinstance(widget, QPlainTextEdit):
            found.append(widget.toPlainText())
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            found += [index.data() for index in _cells(widget.model(), QModelIndex())]
    return "\n".join(str(text) for text in found if text)


assert plain_tooltip("<b>") == "<span>&lt;b&gt;</span>"
