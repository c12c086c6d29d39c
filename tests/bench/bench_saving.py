"""What saving, editing and recovering cost at 5,000 cards: without pictures, and with 20 of about 1 MB.

``python tests/bench/bench_saving.py [--quick] [--json]``, under the platform of ``QT_QPA_PLATFORM`` ("offscreen" unless
set).  Times in ms, and their ratio to the machine's loop (:func:`bench_canvas.calibration`), measured beside each.

Method: a save is what the writer's thread does (bytes, lock, version of what is replaced, verified file).  "Blocked" is
the longest time that the real window, with the map in it, did not answer a timer of 1 ms from the save's beginning
until its version and the journal's new base are written; beside it stands the same while nothing happens.  An edit is
``Session.apply`` with the journal's append in it, without a window; layout and paint are told apart.  Recovery is
listing what a crash left and opening it.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "bench")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

CASES = ("save", "save with pictures", "blocked", "blocked with pictures", "edit", "edit on screen", "recovery")


def big_map(cards: int, pictures: int) -> Any:
    """A map of so many cards; the first ones have pictures of about 1 MB each."""
    import hashlib
    import random
    import struct
    import zlib
    from base64 import b64encode

    from bench_canvas import make_map

    from model.records import Asset

    document = make_map(cards)
    dice = random.Random(5)
    rows: list[tuple[str, str, Any]] = []
    for number in range(pictures):
        side = 580
        raw = b"".join(b"\0" + dice.randbytes(3 * side) for _ in range(side))

        def chunk(kind: bytes, body: bytes) -> bytes:
            return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

        head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
        data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(raw, 1)) + chunk(b"IEND", b"")
        asset = Asset(
            id=hashlib.sha256(data).hexdigest(), mime="image/png", w=side, h=side, base64=b64encode(data).decode()
        )
        item = document.item_table[f"i{number}"]
        rows += [("assets", asset.id, asset), ("items", item.id, item.changed(asset_ids=(asset.id,)))]
    return document.with_changes(rows)


class Bench:
    """One case, in a process and a home of its own."""

    def __init__(self, cards: int, rounds: int, folder: Path, *, quick: bool = False) -> None:
        self.cards, self.rounds, self.folder = cards, rounds, folder
        self.records = 200 if quick else 5_000
        self.pause = 0.05 if quick else 1.0
        """What the waits are multiplied with."""
        self.figures: dict[str, float] = {}

    def put(self, name: str, values: list[float]) -> None:
        """The median of ``values`` (ms) and, where there are many, their p95."""
        ordered = sorted(values)
        self.figures[name] = statistics.median(ordered)
        if len(ordered) >= 20:
            self.figures[f"{name}, p95"] = ordered[int(len(ordered) * 0.95)]

    # -- cases -----------------------------------------------------------------------------------------------

    def save(self, pictures: int = 0) -> None:
        """The writer's part of a save, after an edit."""
        from app.documents import Documents
        from model.commands.cards import set_text
        from model.files import native

        path = self.folder / "groot.journey"
        native.save(big_map(self.cards, pictures), path)
        opened = Documents().open(path)
        whole, lines, spent = [], [], []
        for number in range(self.rounds):
            opened.session.run(set_text, f"i{number}", f"anders {number}")
            opened.journal.flush()
            job = opened.prepare_save()
            begin, used = time.perf_counter(), time.process_time()
            result = job.run()
            whole.append(ms(begin))
            spent.append((time.process_time() - used) * 1000)
            opened.saved(job, result)
            opened.journal.flush()
            begin = time.perf_counter()
            native.dumps(job.document)
            lines.append(ms(begin))
        opened.close()
        self.put("in the writer", whole)
        self.put("of it CPU time", spent)
        self.put("making its bytes", lines)
        self.figures["MB"] = path.stat().st_size / 1e6

    def blocked(self, pictures: int = 0) -> None:
        """The longest gap in the interface while a map is saved."""
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        from app.shell import Shell
        from model.commands.cards import set_text
        from model.files import native

        gc.disable()  # as in the editor: a thread that looked for circles would take widgets apart (app.memory)
        path = self.folder / "groot.journey"
        native.save(big_map(self.cards, pictures), path)
        existing = QApplication.instance()
        app = existing if isinstance(existing, QApplication) else QApplication([])
        shell = Shell(app)
        window = shell.new_window()
        shell.files.open_path(window, path)
        assert window.workspace is not None
        opened = window.workspace.open_document
        window.workspace._furnish()
        ticks: list[float] = []
        probe = QTimer()
        probe.setInterval(1)
        probe.timeout.connect(lambda: ticks.append(time.perf_counter()))

        def wait(until: Callable[[], bool], least: float) -> float:
            ticks.clear()
            probe.start()
            begin = time.perf_counter()
            while time.perf_counter() - begin < least * self.pause or len(ticks) < 50 or not until():
                app.processEvents()
                time.sleep(0.0002)
                if time.perf_counter() - begin > 60:
                    raise TimeoutError("the save did not end")
            probe.stop()
            return max((b - a) * 1000 for a, b in itertools.pairwise(ticks))

        wait(lambda: not opened.journal._base_wanted, 1.5)
        kept: list[object] = []
        shell.files.saver.kept.connect(lambda *_: kept.append(1))
        idle, busy = [], []
        for number in range(self.rounds // 2 or 1):
            window.workspace.bridge.run(set_text, f"i{number}", f"anders {number}")
            wait(lambda: True, 0.5)
            idle.append(wait(lambda: True, 0.7))
            kept.clear()
            shell.files.saver.save(opened)
            busy.append(wait(lambda: bool(kept) and not opened.journal._basing and not opened.modified, 0.3))
        self.put("gap while idle", idle)
        self.put("gap while saving", busy)
        self.figures["gap while saving, longest"] = max(busy)
        opened.session.mark_saved(opened.session.document, 1)
        window.close()
        shell.stop()

    def edit(self) -> None:
        """``Session.apply`` with the journal, and without."""
        from model.changes import apply
        from model.commands.cards import set_text
        from model.files.journal import Journal
        from model.session import Session

        gc.disable()  # as in the editor: there it is looked for circles between two events (app.memory)
        document = big_map(self.cards, 0)
        for name, journal in (("with the journal", Journal(document)), ("without", None)):
            if journal is not None:
                journal.flush()
            session = Session(document, saved=True, journal=journal)
            values, used = [], []
            for number in range(20 * self.rounds):
                changes = set_text(session.document, f"i{number % self.cards}", f"anders {number}")
                begin, spent = time.perf_counter(), time.thread_time()
                session.apply(changes)
                values.append(ms(begin))
                used.append((time.thread_time() - spent) * 1000)
                time.sleep(0.004)  # nobody edits without a pause; the journal's threads have the processor meanwhile
            self.put(name, values)
            self.put(f"{name}, CPU time", used)
            if journal is not None:
                journal.close(keep=False)
        changes = set_text(document, "i1", "anders")
        self.put("of it the document", [timed(lambda: apply(changes, document)) for _ in range(20 * self.rounds)])

    def edit_on_screen(self) -> None:
        """An edit with everything that follows: layout, and the paint of what is in sight."""
        from bench_canvas import Bench as Canvas

        from model.commands.cards import set_text

        canvas = Canvas(self.cards, True)
        whole = []
        for number in range(2 * self.rounds):
            changes = set_text(canvas.bridge.document, f"i{number}", f"anders {number}")
            whole.append(canvas.shown(lambda changes=changes: canvas.bridge.apply(changes)))  # type: ignore[misc]  # a default argument
        self.figures["layout and paint"] = statistics.median(whole)

    def recovery(self) -> None:
        """5,000 records (a few when it is to be quick), to the list and to the open map."""
        from model.changes import apply
        from model.commands.cards import set_text
        from model.files import journal as journal_module
        from model.files import recovery, sessions
        from model.files.journal import Journal

        journal_module.COMPACT_RECORDS = 10**9
        journal_module.COMPACT_BYTES = 10**12
        for name, cards in (("200 cards", 200), (f"{self.cards:,} cards", self.cards)):
            document = big_map(cards, 0)
            journal = Journal(document)
            journal.flush()
            for number in range(self.records):
                changes = set_text(document, f"i{number % cards}", f"anders {number}")
                document = apply(changes, document)
                journal.append(changes)
            journal.flush(60)
            left = self.folder / f"left{cards}"
            folder = left / journal.folder.name
            shutil.copytree(journal.folder, folder)
            info = sessions.read_info(folder)
            info.pid = 2**22 + 3
            sessions.write_info(folder, info)
            listed, opened = [], []
            (found,) = recovery.find_sessions(left)
            recovered = recovery.recover(found)
            for _ in range(self.rounds):
                begin = time.perf_counter()
                (found,) = recovery.find_sessions(left)
                listed.append(ms(begin))
                begin = time.perf_counter()
                recovered = recovery.recover(found)
                opened.append(ms(begin))
            if not recovered.document.same_content(document) or found.edits != self.records:
                raise AssertionError("the recovered map is not the one that was edited")
            self.put(f"{name}: to the list", listed)
            self.put(f"{name}: opened", opened)
            journal.close(keep=False)


def ms(begin: float) -> float:
    """Milliseconds since ``begin``."""
    return (time.perf_counter() - begin) * 1000


def timed(work: Callable[[], object]) -> float:
    """Milliseconds of ``work``."""
    begin = time.perf_counter()
    work()
    return ms(begin)


def child(case: str, cards: int, rounds: int, *, quick: bool) -> None:
    """Measure one case in this process; its figures as JSON, the loop's among them."""
    from bench_canvas import calibration

    loops = [calibration() for _ in range(1 if quick else 3)]
    with tempfile.TemporaryDirectory(prefix="journeywall-bench-") as folder:
        os.environ["JOURNEYWALL_HOME"] = str(Path(folder) / "home")
        bench = Bench(cards, rounds, Path(folder), quick=quick)
        name, _, pictures = case.partition(" with ")
        work = getattr(bench, name.replace(" ", "_"))
        work(2 if quick else 20) if pictures else work()
    loops += [calibration() for _ in range(0 if quick else 3)]
    print(json.dumps({**bench.figures, "loop": statistics.median(loops)}))


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--cards", type=int, default=0)
    parser.add_argument("--only", nargs="+", default=[], choices=CASES)
    parser.add_argument("--child", help=argparse.SUPPRESS)
    options = parser.parse_args()
    cards = options.cards or (60 if options.quick else 5_000)
    rounds = 1 if options.quick else 9
    if options.child:
        child(options.child, cards, rounds, quick=options.quick)
        return 0
    figures = {}
    for case in options.only or CASES:
        command = [sys.executable, __file__, "--child", case, "--cards", str(cards)]
        done = subprocess.run(
            [*command, *(["--quick"] if options.quick else [])], check=True, stdout=subprocess.PIPE, text=True
        )
        figures[case] = json.loads(done.stdout.splitlines()[-1])
    if options.json:
        print(json.dumps(figures, indent=1))
        return 0
    print(f"{cards:,} cards; ms, and the ratio to a loop\n")
    for case, values in figures.items():
        loop = values.pop("loop")
        print(f"saving bench: {case} (loop {loop:.1f} ms)")
        for name, value in values.items():
            print(f"    {name:34} {value:9.2f}" + ("" if name == "MB" else f"  {value / loop:7.2f}"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
