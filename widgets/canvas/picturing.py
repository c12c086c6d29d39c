"""Pictures that are pasted or dropped on the map: onto a card, or as cards of their own.

They are read beside the interface, checked and made small as :mod:`model.pictures` says; what was given at once becomes
one edit, and a file that is no picture does not keep the others away.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject

from model.changes import ChangeSet, Label, apply, squash
from model.commands.cards import add_cards
from model.commands.pictures import add_pictures
from model.commands.places import Cell, Listing, Target, item_kind_of
from model.document import Document
from model.i18n import QT_TRANSLATE_NOOP, translate
from model.plaintext import clean_text
from model.records import Asset
from model.values import dataclass
from widgets.canvas.stage import Stage

if TYPE_CHECKING:
    from widgets.picture_reader import Job, PictureReader

MOST_FILES = 100
"""More files at once are a mistake rather than pictures for a map."""
MOST_NAME = 120
"""Letters of a file's name that become the text of its card."""


def picture_files(mime: QMimeData) -> list[Path]:
    """The files of this computer in ``mime``, if all of them are called like pictures."""
    from model.pictures import SUFFIXES

    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return files if files and all(path.suffix.lower() in SUFFIXES for path in files) else []


def holds_picture(mime: QMimeData) -> bool:
    """Whether ``mime`` holds pictures and nothing that would rather be read: text, or files of other kinds."""
    if any(url.isLocalFile() for url in mime.urls()):
        return bool(picture_files(mime))
    if mime.hasText() and mime.text().strip() and not mime.hasUrls():
        return False  # spreadsheets and word processors give a picture of what was copied as well
    from widgets.picture_reader import holds_pictures

    return holds_pictures(mime)


@dataclass(frozen=True, slots=True)
class Given:
    """What was given at once: where it goes, and the texts of new cards, one for each picture."""

    target: Target | str
    texts: tuple[str, ...]
    left_out: int = 0


class Pictures(QObject):
    """Takes pictures for one map."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        self._given: dict[int, Given] = {}
        self._read: dict[int, dict[int, Asset]] = {}
        self._refused: dict[int, list[str]] = {}
        self._count = 0

    @cached_property
    def reader(self) -> PictureReader:
        """What reads them; made with the first."""
        from widgets.picture_reader import PictureReader

        reader = PictureReader(self)
        reader.done.connect(self._done)
        reader.refused.connect(self._refuse)
        reader.busy_changed.connect(self._rest)
        return reader

    def take(self, mime: QMimeData, target: Target | str) -> bool:
        """Read the pictures in ``mime`` for the card with the id ``target``, or for cards there; False without any."""
        from widgets.picture_reader import pictures_in

        if not holds_picture(mime) or not self._stage.bridge.may_edit():
            return False
        files = picture_files(mime)
        jobs: list[Job]
        if files:
            texts = tuple(clean_text(path.stem)[:MOST_NAME] for path in files[:MOST_FILES])
            jobs = [_reading(path) for path in files[:MOST_FILES]]
        else:
            texts, jobs = ("",), [pictures_in(mime)]
        self._count += 1
        self._given[self._count] = Given(target, texts, max(0, len(files) - MOST_FILES))
        for place, job in enumerate(jobs):
            self.reader.read(f"{self._count}:{place}", job)
        return True

    def _done(self, name: str, assets: list[Asset]) -> None:
        number, place = map(int, name.split(":"))
        if assets:
            self._read.setdefault(number, {})[place] = assets[0]

    def _refuse(self, name: str, sentence: str) -> None:
        self._refused.setdefault(int(name.partition(":")[0]), []).append(sentence)

    def _rest(self, busy: bool) -> None:
        if busy:
            return
        given, self._given = self._given, {}
        read, self._read = self._read, {}
        refused, self._refused = self._refused, {}
        for number, each in given.items():
            found = [(each.texts[place], asset) for place, asset in sorted(read.get(number, {}).items())]
            self._put(each, found, refused.get(number, []))

    def _put(self, given: Given, found: list[tuple[str, Asset]], refused: list[str]) -> None:
        stage = self._stage
        changes = stage.bridge.run(put_pictures, found, given.target) if found else ChangeSet()
        made = changes.added("items")
        if made:
            stage.selection.choose_cards(made, made[0])
        said = []
        if changes:
            said.append(translate("Canvas", "%n picture(s) added", n=len(found)))
        if len(refused) > 1:
            said.append(translate("Canvas", "%n file(s) could not be used:", n=len(refused)))
        said += dict.fromkeys(refused)
        if given.left_out:
            said.append(translate("Canvas", "%n picture(s) too many, left out", n=given.left_out))
        if said:
            stage.toast.emit(" ".join(said), bool(changes))


def _reading(path: Path) -> Job:
    from model.pictures import read_picture_file

    return lambda: [read_picture_file(path)]


def put_pictures(document: Document, found: list[tuple[str, Asset]], target: Target | str) -> ChangeSet:
    """Pictures on the card with the id ``target``; elsewhere each on a card of its own with its text.

    Where no card can stand, or the card is gone, they go to the inbox.
    """
    assets = [asset for _text, asset in found]
    if isinstance(target, str):
        if target in document.item_table:
            return add_pictures(document, target, assets)
        target = Listing("inbox")
    if isinstance(target, Cell):
        lane = document.lane_table.get(target.lane_id)
        if lane is None or item_kind_of(lane) is None or target.step_id not in document.step_table:
            target = Listing("inbox")
    done = [add_cards(document, "note", [text for text, _asset in found], target)]
    after = apply(done[0], document)
    for item_id, asset in zip(done[0].added("items"), assets, strict=True):
        done.append(add_pictures(after, item_id, [asset]))
        after = apply(done[-1], after)
    label = Label(QT_TRANSLATE_NOOP("Undo", "Add %n picture(s)"), len(assets))
    return ChangeSet(squash(done).changes, label)
