"""Words that Qt's own translation lacks in its file dialog, which stands in where the desktop offers none."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

from model.i18n import QT_TRANSLATE_NOOP, translate

_LACKING: dict[tuple[str, str], str] = {
    ("QFileDialog", "&Look in:"): QT_TRANSLATE_NOOP("QtTexts", "&Look in:"),
    ("QFileDialog", "Files of &type:"): QT_TRANSLATE_NOOP("QtTexts", "Files of &type:"),
    ("QAbstractFileIconProvider", "File"): QT_TRANSLATE_NOOP("QtTexts", "File"),
    ("QAbstractFileIconProvider", "Folder"): QT_TRANSLATE_NOOP("QtTexts", "Folder"),
    ("QAbstractFileIconProvider", "Drive"): QT_TRANSLATE_NOOP("QtTexts", "Drive"),
    ("QAbstractFileIconProvider", "Shortcut"): QT_TRANSLATE_NOOP("QtTexts", "Shortcut"),
}
"""By context and words of Qt 6.11."""


class QtTexts(QTranslator):
    """Asked by Qt for what nobody else translates; it is to be installed before Qt's own translation."""

    def isEmpty(self) -> bool:
        """It has words, so Qt keeps it."""
        return False

    def translate(self, context: str, source: str, _disambiguation: str | None = None, _n: int = -1) -> str | None:
        """The words in the current language; None lets Qt ask on."""
        words = _LACKING.get((context, source))
        return None if words is None else translate("QtTexts", words)
