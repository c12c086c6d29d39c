"""What can go wrong with an export, as an exception whose text is one translated sentence that says what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from model.export.pdf import ExportReport


class ExportError(Exception):
    """The export asked for cannot be made; nothing was written.  ``str()`` is the sentence for the user."""


class NothingChanged(ExportError):
    """No sheet differs from those of the earlier print; ``report`` tells of the poster of which nothing is printed."""

    def __init__(self, sentence: str, report: ExportReport) -> None:
        super().__init__(sentence)
        self.report = report
