"""Hours of work in one process: random edits, undo, redo, save, reload and recover, beside a second, plain model.

    python tests/reliability/soak.py --edits 200000               the full count
    python tests/reliability/soak.py --edits 4000 --editor        the same acts in the real editor, offscreen

The oracle is a dict of rows: each edit's rows are put into it, and undo takes them out again by a history of its own.
It never asks the session what undo did.  Every 250 edits, and after every save, reload and recovery, the document must
be what the oracle says.  A recovery reads a copy of the session's folder as a crash would leave it.

Memory is the process's resident set with the map as it was at the very beginning open: more notes take more memory, and
so does what can be undone, which is kept without limit.  What it is after the first tenth (20,000 of 200,000) is
compared with the end.
Ends with 1 when the two differ, when memory grew by 5 % or more, or when an exception came.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]

GROWTH = 1.05
WORDS = ("wachten", "balie", "één", "☺", "bestellen", "retour", "«maat»", "klant", "مرحبا", "regel\ntwee", "")

Rows = list[dict[str, Any]]


def resident() -> float:
    """MB of memory that this process has."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


class Oracle:
    """The map as tables of plain rows, with a history of its own."""

    def __init__(self, document: Any) -> None:
        self.tables: dict[str, dict[str, Any]] = {}
        self.done: list[Rows] = []
        self.undone: list[Rows] = []
        self.begin(document)

    def begin(self, document: Any) -> None:
        """A document as it was opened: nothing can be undone."""
        self.tables = rows_of(document)
        self.done.clear()
        self.undone.clear()

    def take(self, rows: Rows) -> None:
        """An edit."""
        for row in rows:
            self._put(row["table"], row["id"], row["old"], row["new"])
        self.done.append(rows)
        self.undone.clear()

    def undo(self) -> bool:
        """Take the last edit back; False where there is none."""
        if not self.done:
            return False
        rows = self.done.pop()
        for row in reversed(rows):
            self._put(row["table"], row["id"], row["new"], row["old"])
        self.undone.append(rows)
        return True

    def redo(self) -> bool:
        """Do it again; False where there is nothing."""
        if not self.undone:
            return False
        rows = self.undone.pop()
        for row in rows:
            self._put(row["table"], row["id"], row["old"], row["new"])
        self.done.append(rows)
        return True

    def _put(self, table: str, record: str, old: Any, new: Any) -> None:
        if self.tables[table].get(record) != old:
            raise AssertionError(f"{table}/{record} is not what the edit says it was")
        if new is None:
            del self.tables[table][record]
        else:
            self.tables[table][record] = new


def rows_of(document: Any) -> dict[str, dict[str, Any]]:
    """Every table of a document as plain rows."""
    from model.records import TABLES, record_to_row

    return {table: {key: record_to_row(record) for key, record in document.tables[table].items()} for table in TABLES}


@dataclass
class Soaked:
    """What came of it."""

    edits: int = 0
    acts: Counter[str] = field(default_factory=Counter)
    start: float = 0.0
    end: float = 0.0
    most: float = 0.0
    seconds: float = 0.0

    @property
    def growth(self) -> float:
        """Memory at the end, of what it was after the first tenth."""
        return self.end / self.start if self.start else 1.0

    def line(self) -> str:
        """The figures."""
        return (
            f"{self.edits} edits in {self.seconds:.0f} s ({dict(self.acts)}); memory {self.start:.1f} MB after the "
            f"first tenth, {self.end:.1f} MB at the end ({(self.growth - 1) * 100:+.1f} %), {self.most:.1f} MB at most"
        )


class Soak:
    """Work on one document, without a window: session, journal, file and recovery are the program's own."""

    def __init__(self, folder: Path, seed: int) -> None:
        from app.documents import Documents
        from maps import full_map
        from model.files import native

        self.dice = random.Random(seed)
        self.folder = folder
        self.path = folder / "duur.journey"
        self.first = folder / "eerst.journey"
        native.save(full_map().document, self.path)
        native.save(full_map().document, self.first)
        self.documents = Documents()
        self.open = self.documents.open(self.path)
        self.oracle = Oracle(self.open.session.document)
        self.soaked = Soaked()

    @property
    def document(self) -> Any:
        return self.open.session.document

    # -- acts ------------------------------------------------------------------------------------------------

    def edit(self) -> None:
        """One command with random arguments; it may change nothing, or be refused as the interface would refuse it."""
        from model.changes import changes_to_rows
        from model.invariants import BrokenDocument

        name, command = self.dice.choice(self._commands())
        try:
            changes = command()
            applied = self.open.session.apply(changes) if changes else changes
        except (BrokenDocument, ValueError, KeyError):
            self.soaked.acts["refused"] += 1
            return
        if applied:
            self.oracle.take(changes_to_rows(applied))
            self.soaked.edits += 1
            self.soaked.acts[name] += 1

    def _commands(self) -> list[tuple[str, Callable[[], Any]]]:
        from model.commands import cards, grid, links
        from model.commands.places import Cell, Listing
        from model.kinds import LINK_KINDS

        document, dice = self.document, self.dice
        items = list(document.item_table)
        text = " ".join(dice.choices(WORDS, k=dice.randint(1, 6)))
        step, lane = dice.choice(document.steps).id, dice.choice(document.lanes).id
        phase = dice.choice(document.phases).id
        target = dice.choice((Cell(lane, step), Cell(lane, step), Listing("inbox"), Listing("parking")))
        some = dice.sample(items, min(len(items), dice.randint(1, 3)))
        touchpoints = [item.id for item in document.touchpoints]
        kind = dice.choice(("note", "touchpoint", "insight"))
        made: list[tuple[str, Callable[[], Any]]] = [
            ("cards", lambda: cards.add_cards(document, "note", [text] * dice.randint(1, 2), target)),
            ("phases", lambda: grid.set_fields(document, "phases", phase, name=text.replace("\n", " "))),
            ("personas", lambda: grid.set_fields(document, "personas", document.personas[0].id, quote=text)),
        ]
        if len(document.phases) < 8:
            made.append(("phases", lambda: grid.add_phase(document, text.replace("\n", " "))))
            made.append(("steps", lambda: grid.add_step(document, phase, "stap")))
        else:
            made.append(("removals", lambda: grid.remove_phase(document, phase)))
            made.append(("removals", lambda: grid.remove_step(document, step)))
        if items:
            made += [
                ("texts", lambda: cards.set_text(document, some[0], text)),
                ("moves", lambda: cards.move_cards(document, some, target)),
                ("moves", lambda: cards.move_cards(document, some, target)),
                ("fields", lambda: cards.set_card(document, some, severity=dice.choice((None, 1, 5)))),
                ("copies", lambda: cards.duplicate_cards(document, some[:1])),
                (
                    "kinds",
                    lambda: cards.change_kind(document, some[:1], kind),
                ),
                ("actions", lambda: links.add_action(document, some[0], text)),
            ]
        if len(items) > 160:
            gone = dice.sample(items, 40)
            made += [("removals", lambda: cards.delete_cards(document, gone))] * 6
        elif items:
            made.append(("removals", lambda: cards.delete_cards(document, some)))
        if touchpoints:
            touchpoint, persona = dice.choice(touchpoints), dice.choice(document.personas).id
            made += [
                ("feelings", lambda: cards.set_emotion(document, touchpoint, persona, score=dice.randint(-2, 2))),
                ("links", lambda: cards.attach_cards(document, some, touchpoint)),
                ("links", lambda: links.link_cards(document, dice.choice(list(LINK_KINDS)), some, touchpoint)),
                ("links", lambda: cards.add_attached(document, "pain_point", text, touchpoint)),
            ]
        return made

    def travel(self) -> None:
        """Undo or redo a few times."""
        for _ in range(self.dice.randint(1, 6)):
            back = self.dice.random() < 0.6
            did = self.open.session.undo() if back else self.open.session.redo()
            expected = self.oracle.undo() if back else self.oracle.redo()
            if bool(did) != expected:
                raise AssertionError("undo and the oracle do not agree")
            if did:
                self.soaked.edits += 1
                self.soaked.acts["undo" if back else "redo"] += 1

    def save(self) -> None:
        """Save, and read the file."""
        from model.files import native

        self.open.save()
        self.check(native.load(self.path).document)
        self.soaked.acts["save"] += 1

    def reload(self) -> None:
        """Save, close, and open again: what could be undone cannot be undone any more."""
        self.save()
        self.close()
        self.show(self.path)
        self.check()
        self.oracle.begin(self.document)
        self.soaked.acts["reload"] += 1

    def close(self) -> None:
        """Close the map, which is saved."""
        if not self.documents.close(self.open):
            raise AssertionError("closing failed")

    def show(self, path: Path) -> None:
        """Open a map."""
        self.open = self.documents.open(path)

    def memory(self) -> float:
        """MB with the first map open, as it was at the beginning."""
        self.save()
        self.close()
        self.show(self.first)
        found = resident()
        self.close()
        self.show(self.path)
        self.check()
        self.oracle.begin(self.document)
        return found

    def recover(self) -> None:
        """What a crash would leave now is the whole map."""
        from model.files import recovery, sessions

        left = self.folder / "left"
        shutil.rmtree(left, ignore_errors=True)
        if not self.open.journal.flush(30):
            raise AssertionError("the journal is not written")
        copy = left / self.open.journal.folder.name
        shutil.copytree(self.open.journal.folder, copy)
        info = sessions.read_info(copy)
        info.pid = 2**22 + 3
        sessions.write_info(copy, info)
        found = recovery.find_sessions(left)
        if self.open.modified and not found:
            raise AssertionError("unsaved work is not found")
        for session in found:
            self.check(recovery.recover(session).document)
        self.soaked.acts["recover"] += 1

    def check(self, document: Any = None) -> None:
        """The document is what the oracle says."""
        rows = rows_of(document or self.document)
        if rows != self.oracle.tables:
            tables = [name for name in rows if rows[name] != self.oracle.tables[name]]
            raise AssertionError(f"the map and the oracle differ in {tables} after {self.soaked.edits} edits")

    def run(self, edits: int, talk: bool) -> Soaked:
        """Work until there were so many edits."""
        soaked, begin, checked, told = self.soaked, time.monotonic(), 0, 0
        while soaked.edits < edits:
            chance = self.dice.random()
            if chance < 0.997:
                self.edit()
            if chance < 0.12:
                self.travel()
            elif chance > 0.9997:
                self.reload()
            elif chance > 0.9985:
                self.recover()
            elif chance > 0.997:
                self.save()
            if soaked.edits - checked >= 250:
                checked = soaked.edits
                self.check()
            if soaked.edits - told >= max(100, edits // 40):
                told = soaked.edits
                if not soaked.start and soaked.edits >= edits / 10:
                    soaked.start = self.memory()
                soaked.end = resident()
                soaked.most = max(soaked.most, soaked.end)
                soaked.seconds = time.monotonic() - begin
                if talk:
                    print(soaked.line(), flush=True)
            if len(self.oracle.done) + len(self.oracle.undone) > 4_000:
                self.reload()
        soaked.end = self.memory()
        soaked.seconds = time.monotonic() - begin
        self.documents.close(self.open)
        return soaked


class EditorSoak(Soak):
    """The same work with the real editor looking on, and painting each edit."""

    def __init__(self, folder: Path, seed: int) -> None:
        from PySide6.QtWidgets import QApplication

        from app.shell import Shell

        super().__init__(folder, seed)
        self.documents.close(self.open)
        made = QApplication.instance() or QApplication([])
        if not isinstance(made, QApplication):
            raise TypeError("a QCoreApplication stands in the way")
        self.app = made
        self.app.setQuitOnLastWindowClosed(False)
        self.shell = Shell(self.app)
        self.window = self.shell.new_window()
        self.documents = self.shell.files.documents
        self.show(self.path)
        self.oracle.begin(self.document)

    def show(self, path: Path) -> None:
        self.shell.files.open_path(self.window, path)
        if self.window.workspace is None:
            raise AssertionError("the map was not opened")
        self.open = self.window.workspace.open_document
        for _ in range(5):
            self.app.processEvents()
        self.window.workspace._furnish()

    def edit(self) -> None:
        super().edit()
        self.rest()

    def travel(self) -> None:
        super().travel()
        self.rest()

    def rest(self) -> None:
        """What an event loop does between two edits; outside one, what is to be deleted later waits for ever."""
        from PySide6.QtCore import QCoreApplication, QEvent

        self.app.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def close(self) -> None:
        from PySide6.QtTest import QTest

        from app.memory import WAIT_MS

        self.window.refresh()
        self.window.close_map()
        self.rest()
        QTest.qWait(2 * WAIT_MS)  # as somebody does who looks for the next map: the memory goes back meanwhile


def soak(edits: int, seed: int, folder: Path, *, editor: bool = False, talk: bool = False) -> Soaked:
    """The whole run.  Raises AssertionError where the map and the oracle differ."""
    os.environ["JOURNEYWALL_HOME"] = str(folder / "home")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return (EditorSoak if editor else Soak)(folder, seed).run(edits, talk)


def main() -> int:
    """Run; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edits", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--editor", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="journeywall-soak-") as folder:
        soaked = soak(options.edits, options.seed, Path(folder), editor=options.editor, talk=True)
    print(soaked.line())
    return int(soaked.growth >= GROWTH)


if __name__ == "__main__":
    sys.exit(main())
