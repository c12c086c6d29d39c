"""The versions of a map as a dialog shows them: read when wanted, each with what changed since the one before."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from datetime import date

from model.difference import compare
from model.document import Document
from model.draw.far import FarMap, far_map
from model.fields import day_text
from model.files import versions
from model.files.errors import FileError
from model.files.thinning import Why
from model.files.versions import Version
from model.i18n import QT_TRANSLATE_NOOP, translate
from model.layout.arrange import lay_out
from model.layout.maplayout import LayoutOptions
from model.values import dataclass
from widgets.dialogs.maps.laid import LaidMap, lay

_KEPT = 4
"""How many documents stay in memory."""

_REASONS: dict[Why, str] = {
    "save": QT_TRANSLATE_NOOP("Versions", "Saved"),
    "work": QT_TRANSLATE_NOOP("Versions", "While working"),
    "before": QT_TRANSLATE_NOOP("Versions", "As the file was before saving"),
    "migration": QT_TRANSLATE_NOOP("Versions", "In the older format"),
    "restore": QT_TRANSLATE_NOOP("Versions", "Before going back"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """What a row says of a version: what changed since the one before, how it looked; a damaged one has no picture."""

    sentence: str
    far: FarMap | None


@dataclass(frozen=True, slots=True)
class Shown:
    """What the preview shows of a version, and what became different until today."""

    laid: LaidMap
    until_today: str


def reason(why: Why) -> str:
    """Why a version was kept, in the current language."""
    return translate("Versions", _REASONS[why])


def day_name(day: date, today: date) -> str:
    """A day as a heading: "Today", "Yesterday", "14 Mar 2026"."""
    days = (today - day).days
    if days == 0:
        return translate("Versions", "Today")
    return translate("Versions", "Yesterday") if days == 1 else day_text(day.isoformat())


def damaged() -> str:
    """What is said of a version that cannot be read."""
    return translate("Versions", "Damaged; cannot be opened")


class Shelf:
    """Reads versions, the newest first.  All of it is for one thread that may wait."""

    def __init__(self, found: Sequence[Version], today: Document, options: LayoutOptions | None = None) -> None:
        self._found = list(found)
        self._today = today
        self._options = options
        self._documents: OrderedDict[int, Document | None] = OrderedDict()

    def tell(self, row: int) -> Told:
        """What a row says."""
        document = self._document(row)
        if document is None:
            return Told(damaged(), None)
        far = far_map(lay_out(document, self._options))
        for older in range(row + 1, len(self._found)):
            before = self._document(older)
            if before is not None:
                return Told(compare(before, document).sentence(), far)
        count = translate("Versions", "%n note(s)", n=len(document.item_table))
        return Told(translate("Versions", "The oldest one that is kept: {count}").format(count=count), far)

    def show(self, row: int) -> Shown | None:
        """The map of a row; None for a damaged one."""
        document = self._document(row)
        if document is None:
            return None
        difference = compare(document, self._today)
        said = translate("Versions", "Until today: {what}").format(what=difference.sentence())
        return Shown(lay(document, self._options), said if difference else translate("Versions", "The same as today"))

    def _document(self, row: int) -> Document | None:
        if row in self._documents:
            self._documents.move_to_end(row)
            return self._documents[row]
        try:
            loaded = versions.load(self._found[row])
            document = None if loaded.report.damaged else loaded.document
        except FileError:
            document = None
        self._documents[row] = document
        while len(self._documents) > _KEPT:
            self._documents.popitem(last=False)
        return document
