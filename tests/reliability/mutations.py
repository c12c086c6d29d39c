"""Wounded inputs for every reader there is: ``python tests/reliability/mutations.py [--count 100000] [--first 0]``.

A child process reads them, one seed after the other, with 1 GB of memory, a watch over files, sockets and processes,
and two seconds of the processor for each.  A child that dies or stands still is begun anew behind its seed, and the
seed counts as a fault.  What opens is laid out, painted, checked and traced; some of it is printed and put into a
workbook.  Ends with 1 when there was a fault; ``--keep FOLDER`` keeps the inputs of faults.

    --one SEED       one input again, its fault in full
    --readers a,b    only these readers
    --plant          a reader with a fault in it, which must be found
"""

from __future__ import annotations

import argparse
import json
import mmap
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]

SECONDS = 2.0
"""Of the processor, for one input."""
STANDING = 60.0
"""Seconds after which a child that is on the same input is ended: other programs may have the processor meanwhile."""
LOOKED_OVER, PRINTED = 8, 480
"""Every so manyth map that opens is laid out and painted; is printed and put into a workbook."""
WARMING = 240.0
"""Seconds that a child may take before its first input."""
_PLACE = struct.Struct("<qd")


@dataclass(slots=True)
class Tally:
    """What came of many inputs: outcomes, slowest and faults by reader."""

    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    slowest: dict[str, float] = field(default_factory=dict)
    faults: list[dict[str, Any]] = field(default_factory=list)
    looked_over: int = 0
    printed: int = 0
    memory: int = 0
    """The most resident memory of a child, in MB."""

    @property
    def inputs(self) -> int:
        """How many inputs were given to a reader."""
        return sum(self.outcomes.values())

    def as_json(self) -> dict[str, Any]:
        """Plain values, as a child prints them."""
        return {
            "outcomes": [[*key, count] for key, count in self.outcomes.items()],
            "slowest": self.slowest,
            "looked_over": self.looked_over,
            "printed": self.printed,
            "memory": self.memory,
        }

    def add(self, row: dict[str, Any]) -> None:
        """Add what a child printed."""
        for name, outcome, count in row["outcomes"]:
            self.outcomes[name, outcome] += count
        for name, seconds in row["slowest"].items():
            self.slowest[name] = max(seconds, self.slowest.get(name, 0.0))
        self.looked_over += row["looked_over"]
        self.printed += row["printed"]
        self.memory = max(self.memory, row["memory"])


# -- in the child ----------------------------------------------------------------------------------------------


def mutant(row: Any, seed: int) -> bytes:
    """The wounded input of a seed."""
    dice = Random(seed)
    samples = row.samples()
    data = samples[dice.choice(sorted(samples))]
    wounded: bytes = dice.choice(row.mutators)(data, dice)
    return wounded


def chosen(seed: int, rows: list[Any]) -> Any:
    """Which reader a seed is for: in turn by their weights, so that any count serves all of them."""
    turns = [row for place in range(max(row.weight for row in rows)) for row in rows if place < row.weight]
    return turns[seed % len(turns)]


def look_over(document: Any, seed: int, tally: Tally) -> str:
    """What opened is checked, told, traced, laid out and painted; some printed.  What is wrong with that, or ""."""
    import traceback

    from guard import Reached, watched

    begin = time.process_time()
    try:
        printed = seed % PRINTED == 0
        # The library of workbooks writes each sheet to a file of its own first, in the folder for such.
        with watched(Path(tempfile.gettempdir()) if printed else None, writes=printed) as touched:
            _use(document, printed=printed)
    except Reached as reached:
        return f"looking it over reached for {reached}"
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        text = str(error)[:200]
        return f"looking it over: {type(error).__name__} at {Path(where.filename).name}:{where.lineno}: {text}"
    tally.looked_over += 1
    tally.printed += seed % PRINTED == 0
    seconds = time.process_time() - begin
    tally.slowest["(looking over)"] = max(seconds, tally.slowest.get("(looking over)", 0.0))
    if touched:
        return f"looking it over reached for {touched[0]}"
    return f"looking it over took {seconds:.1f} s" if seconds > (30 if seed % PRINTED == 0 else 10) else ""


def _use(document: Any, *, printed: bool) -> None:
    from model.actionlist import action_lines
    from model.check import check_document
    from model.draw.map_painter import paint_map
    from model.export.mermaid import mermaid_text
    from model.export.pdf import PosterOptions, poster_pdf
    from model.export.xlsx import workbook_bytes
    from model.layout.arrange import lay_out
    from model.layout.maplayout import LayoutOptions
    from model.overview import overview, overview_lines
    from model.trace import trace_back, trace_forward

    for finding in check_document(document):
        assert finding.text
        assert "\n" not in finding.text.strip()
    json.dumps(overview(document, 1))
    overview_lines(document)
    for item in list(document.item_table)[:10]:
        assert sum(1 for _ in trace_back(document, item).walk()) < 20_000
        assert sum(1 for _ in trace_forward(document, item).walk()) < 20_000
    layout = lay_out(document, LayoutOptions(links="all", aimed=True, blind_spots=True))
    paint_map(layout, document)
    mermaid_text(document)
    action_lines(document)
    if printed:
        data, _ = poster_pdf(document, PosterOptions(paper="A1", links="all", aimed=True, blind_spots=True))
        assert data.startswith(b"%PDF")
        data, _ = workbook_bytes(document)
        assert data.startswith(b"PK")
        _no_formulas(data)


def _no_formulas(data: bytes) -> None:
    import io

    import openpyxl

    for sheet in openpyxl.load_workbook(io.BytesIO(data)):
        for cells in sheet.iter_rows():
            assert all(cell.data_type != "f" or sheet.sheet_state == "hidden" for cell in cells), sheet.title


def planted(rows: list[Any]) -> list[Any]:
    """The readers with faults of five kinds in the first: whoever looks for faults must find these."""
    import dataclasses

    first = rows[0]

    def stage(data: bytes, room: Path) -> Any:
        call = first.stage(data, room)

        def bad() -> Any:
            mark = sum(data) % 11
            if mark == 0:
                raise KeyError("a fault")
            if mark == 1:
                list(Path("/etc").iterdir())
            elif mark == 2:
                end = time.process_time() + SECONDS + 0.3
                while time.process_time() < end:
                    pass
            elif mark == 3:
                return bytearray(2 * 1024**3)
            elif mark == 4 and len(data) % 4 == 0:  # few: a new child is warm only after some seconds
                os._exit(7)
            return call()

        return bad

    return [dataclasses.replace(first, name="planted", stage=stage)]


def child(first: int, count: int, names: list[str], plant: bool, place: Path, keep: Path | None) -> None:
    """Read the inputs of some seeds; print a line of JSON for each fault, and the tally at the end."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    home = Path(tempfile.mkdtemp(prefix="journeywall-mutations-"))
    os.environ["JOURNEYWALL_HOME"] = str(home / "home")
    os.environ["OPENPYXL_LXML"] = "False"
    from PySide6.QtWidgets import QApplication

    from guard import limit_memory
    from readers import READERS, take

    application = QApplication([])
    rows = [row for row in READERS if not names or row.name in names]
    warm_up(rows, home)
    if plant:
        rows = planted(rows)
    limit_memory()
    tally, opened, parent = Tally(), 0, os.getppid()
    with place.open("r+b") as file, mmap.mmap(file.fileno(), _PLACE.size) as seen:
        for seed in range(first, first + count):
            seen[:] = _PLACE.pack(seed, time.monotonic())
            if os.getppid() != parent:
                os._exit(1)  # nobody listens any more
            row = chosen(seed, rows)
            room = home / "room"
            room.mkdir()
            data = mutant(row, seed)
            reading = take(row, data, room, seconds=SECONDS, language=("en", "nl", "xx")[seed % 3])
            shutil.rmtree(room)
            fault = reading.fault
            if not fault and reading.document is not None:
                opened += 1
                if opened % LOOKED_OVER == 0:
                    fault = look_over(reading.document, opened, tally)
            tally.outcomes[row.name, reading.outcome or "fault"] += 1
            tally.slowest[row.name] = max(reading.seconds, tally.slowest.get(row.name, 0.0))
            if fault:
                print(json.dumps({"seed": seed, "reader": row.name, "fault": fault}), flush=True)
                if keep is not None:
                    (keep / f"{seed}-{row.name.replace(' ', '-')}").write_bytes(data)
        seen[:] = _PLACE.pack(first + count, time.monotonic())
    tally.memory = resident()
    print(json.dumps(tally.as_json()), flush=True)
    shutil.rmtree(home, ignore_errors=True)
    assert application is not None
    sys.stdout.flush()
    os._exit(0)  # threads of decoders need no farewell


def warm_up(rows: list[Any], home: Path) -> None:
    """Load before anybody watches what is loaded at its first use: modules, fonts, translations, Pillow's parts."""
    from PIL import Image

    from model.i18n import catalogue
    from readers import take

    for code in ("en", "nl"):
        catalogue(code)
    Image.init()
    printed = 0
    for row in rows:
        for name, data in sorted(row.samples().items()):
            room = home / "room"
            room.mkdir(parents=True)
            reading = take(row, data, room, seconds=60)
            shutil.rmtree(room)
            if reading.fault:
                raise SystemExit(f"the sound sample “{name}” of “{row.name}”: {reading.fault}")
            if reading.document is not None and printed < 2:
                _use(reading.document, printed=True)
                printed += 1


def resident() -> int:
    """The most resident memory that this process had, in MB; 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


# -- in the parent ---------------------------------------------------------------------------------------------


def run(count: int, first: int = 0, names: list[str] | None = None, *, plant: bool = False, keep: Path | None = None,
        told: Any = None) -> Tally:  # fmt: skip
    """The tally of ``count`` seeds from ``first`` on."""
    tally = Tally()
    done, end = first, first + count
    while done < end:
        done = _run_child(tally, done, min(end - done, 10_000), names or [], plant, keep)
        if told is not None:
            told(done - first, tally)
    return tally


def _run_child(tally: Tally, first: int, count: int, names: list[str], plant: bool, keep: Path | None) -> int:
    """One child; the seed that the next one begins with."""
    with tempfile.TemporaryDirectory(prefix="journeywall-mutations-") as folder:
        place = Path(folder) / "place"
        place.write_bytes(_PLACE.pack(first, time.monotonic() + WARMING))
        said = Path(folder) / "said"
        command = [sys.executable, str(Path(__file__).resolve()), "--child", str(first), str(count), str(place)]
        command += ["--readers", ",".join(names)] if names else []
        command += ["--plant"] if plant else []
        command += ["--keep", str(keep)] if keep is not None else []
        with said.open("wb") as out:
            process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, cwd=ROOT)
            seed = first
            while process.poll() is None:
                time.sleep(0.05)
                seed, since = _PLACE.unpack(place.read_bytes())
                if time.monotonic() - since > STANDING and seed < first + count:
                    process.kill()
                    process.wait()
        seed, _ = _PLACE.unpack(place.read_bytes())
        finished = False
        rest = []
        for line in said.read_text("utf-8", "replace").splitlines():
            try:
                row = json.loads(line)
            except ValueError:
                rest.append(line)
                continue
            if "outcomes" in row:
                tally.add(row)
                finished = True
            else:
                tally.faults.append(row)
        if finished:
            return first + count
        if seed == first and rest and not tally.inputs:
            raise SystemExit("\n".join(rest))  # it did not even begin
        reason = f"{process.returncode}, {rest[-1] if rest else ''}"
        tally.faults.append({"seed": seed, "reader": "?", "fault": f"the process died or stood still: {reason}"[:300]})
        # The tally of this child is gone; its inputs were read all the same.
        tally.outcomes["(a child that died)", "unknown"] += seed - first + 1
        return int(seed) + 1


def report(tally: Tally) -> str:
    """The tally as a table."""
    names = sorted({name for name, _ in tally.outcomes})
    kinds = ("opened", "listed", "refused", "fault", "unknown")
    lines = [f"{'reader':28}" + "".join(f"{kind:>9}" for kind in kinds) + f"{'slowest':>10}"]
    for name in names:
        counts = "".join(f"{tally.outcomes[name, kind]:>9}" for kind in kinds)
        lines.append(f"{name:28}{counts}{tally.slowest.get(name, 0.0):>8.2f} s")
    lines.append(
        f"{tally.inputs} inputs, {len(tally.faults)} faults; {tally.looked_over} maps looked over "
        f"(slowest {tally.slowest.get('(looking over)', 0.0):.2f} s), {tally.printed} printed; {tally.memory} MB"
    )
    lines += [f"  seed {row['seed']}, {row['reader']}: {row['fault']}" for row in tally.faults[:60]]
    return "\n".join(lines)


def one(seed: int, names: list[str]) -> None:
    """One input again, in this process; the error in full."""
    from guard import watched
    from readers import READERS

    rows = [row for row in READERS if not names or row.name in names]
    row = chosen(seed, rows)
    home = Path(tempfile.mkdtemp(prefix="journeywall-mutations-"))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["JOURNEYWALL_HOME"] = str(home)
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    assert application is not None
    data = mutant(row, seed)
    print(row.name, len(data), data[:3000])
    call = row.stage(data, home)
    with watched(home, writes=True):
        begin = time.process_time()
        result = call()
    print(result.outcome, f"{time.process_time() - begin:.2f} s")
    if result.document is not None:
        _use(result.document, printed=True)
        print(f"looked over, {time.process_time() - begin:.2f} s")


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--readers", default="")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--plant", action="store_true")
    parser.add_argument("--one", type=int)
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    names = [name for name in options.readers.split(",") if name]
    if options.keep is not None:
        options.keep.mkdir(parents=True, exist_ok=True)
    if options.child:
        first, count, place = options.child
        child(int(first), int(count), names, options.plant, Path(place), options.keep)
    if options.one is not None:
        one(options.one, names)
        return 0
    begin, told_of = time.monotonic(), [0]

    def told(done: int, tally: Tally) -> None:
        print(f"{done} of {options.count}, {len(tally.faults)} faults, {time.monotonic() - begin:.0f} s", flush=True)
        for row in tally.faults[told_of[0] :]:
            print(f"  seed {row['seed']}, {row['reader']}: {row['fault']}", flush=True)
        told_of[0] = len(tally.faults)

    tally = run(options.count, options.first, names, plant=options.plant, keep=options.keep, told=told)
    print(report(tally))
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
