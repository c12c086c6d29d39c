"""The running editor is killed (kill -9) at random moments while somebody works in it by mouse and keys.

    python tests/reliability/editor_kills.py --kills 1000       the full count; two editors at a time
    python tests/reliability/editor_kills.py --seed 7 --kills 1 --keep FOLDER
    python tests/reliability/editor_kills.py --silent           the journal's writing is switched off: it bites

Each trial starts the program as a user does (its own start, offscreen, a home of its own) on a saved map, works in it
(:mod:`editor_driver`), kills it, and looks in a fresh process with the product's own recovery:

- the map found is the one of the last acknowledged edit, or a later one: no acknowledged edit is lost;
- of the text being typed at most a second is lost;
- the file itself opens, and holds what was saved last or what was being saved;
- looking and recovering change no file.

One trial in three goes on: the next start offers the work, it is opened by a click on "Open", somebody works on in it,
and it is killed again, at any moment from the start on: the second kill during a recovery.

Ends with 1 when anything was lost.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import os
import pkgutil
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]

LONGEST = 120
"""Seconds after which an editor is ended in any case."""
WORK = 130
"""How many things happen at most, or a few more, before an editor is killed: letters, drags, saves."""
TYPING = 1.0
"""Seconds of typing that may be lost."""


# -- in the stage: a process that has loaded the program and forks editors and judges --------------------------------


def stage() -> None:
    """Serve until standard input ends: each line is a job, played in a forked process.

    Forked before there is a QApplication or a thread, so an editor begins as it does from the command line, without
    the half second that loading takes.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for folder in ("app", "widgets", "model"):  # all of it, once, for every editor
        for found in pkgutil.walk_packages([str(ROOT / folder)], f"{folder}."):
            if not found.name.endswith("__main__"):
                importlib.import_module(found.name)
    importlib.import_module("editor_driver")
    print("ready", flush=True)
    for line in sys.stdin:
        job = json.loads(line)
        child = os.fork()
        if child == 0:
            os._exit(play(job))
        print(child, flush=True)
        _, status, used = os.wait4(child, 0)
        print(os.waitstatus_to_exitcode(status), f"{used.ru_utime + used.ru_stime:.3f}", flush=True)


def play(job: dict[str, Any]) -> int:
    """One job; the exit status."""
    os.environ["JOURNEYWALL_HOME"] = job["home"]
    signal.alarm(LONGEST)  # it would work for ever where the harness itself is ended
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 1)
    if job["do"] == "judge":
        judge(job)
        return 0
    import app.gui
    import editor_driver
    from model.files import generation

    if job["silent"]:
        generation.Generation.write = lambda self, record: None  # type: ignore[method-assign]  # what must not be
    editor_driver.drive(Path(job["report"]), job["seed"])
    sys.argv = ["journeywall"]
    return app.gui.run(Path(job["path"]) if job["path"] else None)


def judge(job: dict[str, Any]) -> None:
    """What the product finds after the kill, as JSON in the job's "verdict" file."""
    from editor_driver import digest
    from model.files import recovery
    from model.files.errors import FileError
    from model.files.native import load

    before = tree(Path(job["home"]))
    found = recovery.find_sessions()
    verdict: dict[str, Any] = {"sessions": len(found), "damaged": [each.damaged for each in found]}
    try:
        verdict["file"] = digest(load(job["file"]).document)
    except FileError as error:
        verdict["broken"] = str(error)
    if found:
        begin = time.perf_counter()
        whole = recovery.recover(found[0])
        verdict["seconds"] = time.perf_counter() - begin
        verdict["recovered"] = digest(whole.document)
        verdict["words"] = sorted(item.text for item in whole.document.item_table.values())
        verdict["problems"] = [problem.code for problem in whole.report.problems if problem.code != "draft"]
        verdict["typed"] = [
            text
            for record in whole.drafts
            for table in ("items", "phases", "steps", "lanes", "map")
            if record in whole.document.tables[table]
            for text in [str(getattr(whole.document.tables[table][record], TEXTS[table]))]
        ]
        # What was committed, without the text that was being typed.
        setattr(recovery, "_open_drafts", lambda records: {})  # noqa: B010  # a test's stand-in
        verdict["committed"] = digest(recovery.recover(found[0]).document)
    verdict["written"] = tree(Path(job["home"])) != before
    Path(job["verdict"]).write_text(json.dumps(verdict), encoding="utf-8")


TEXTS = {"items": "text", "phases": "name", "steps": "name", "lanes": "name", "map": "title"}


def tree(folder: Path) -> dict[str, str]:
    """Every file below ``folder`` with its content's hash, locks and sockets left out."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            found[str(path.relative_to(folder))] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


# -- in the harness --------------------------------------------------------------------------------------------------


@dataclass
class Said:
    """What the report of one editor says."""

    ready: bool = False
    states: list[str] = field(default_factory=list)
    shown: int = -1
    saved: list[str] = field(default_factory=list)
    typed: list[tuple[float, str]] = field(default_factory=list)
    """(when, text) of the text in work when the report ends."""
    edited: int = 0
    letters: int = 0


def read_report(path: Path) -> Said:
    """The whole lines of a report; the editor may have died in the middle of one."""
    said = Said()
    data = path.read_bytes() if path.exists() else b""
    for line in data[: data.rfind(b"\n") + 1].decode("utf-8").splitlines():
        word, _, rest = line.partition(" ")
        if word == "ready":
            said.ready = True
        elif word == "state":
            said.states.append(rest.split()[1])
            said.edited += len(said.states) > 1
        elif word == "shown":
            said.shown = int(rest)
        elif word == "saved":
            said.saved.append(rest)
        elif word == "typed":
            moment, _, text = rest.partition(" ")
            said.typed.append((float(moment), json.loads(text)))
            said.letters += 1
        elif word == "idle":
            said.typed.clear()
    return said


class Editors:
    """A stage, and what is played on it."""

    def __init__(self) -> None:
        self._stage = subprocess.Popen(
            [sys.executable, str(Path(__file__).resolve()), "--stage"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONHASHSEED": "0"},
        )
        assert self._line() == "ready"

    def _line(self) -> str:
        assert self._stage.stdout is not None
        return self._stage.stdout.readline().strip()

    def start(self, **job: Any) -> int:
        """Begin a job; its process."""
        assert self._stage.stdin is not None
        self._stage.stdin.write(json.dumps(job) + "\n")
        self._stage.stdin.flush()
        return int(self._line())

    def end(self) -> tuple[int, float]:
        """Wait for its end; the exit status and the seconds of CPU time."""
        status, seconds = self._line().split()
        return int(status), float(seconds)

    def judge(self, home: Path, file: Path) -> dict[str, Any]:
        """What a fresh process finds."""
        verdict = home.with_suffix(".verdict")
        verdict.unlink(missing_ok=True)
        self.start(do="judge", home=str(home), file=str(file), verdict=str(verdict))
        status, _ = self.end()
        if status or not verdict.exists():
            return {"sessions": 0, "fault": f"the judge ended with {status}"}
        found: dict[str, Any] = json.loads(verdict.read_text(encoding="utf-8"))
        return found

    def close(self) -> None:
        """End the stage."""
        assert self._stage.stdin is not None
        self._stage.stdin.close()
        if self._stage.stdout is not None:
            self._stage.stdout.close()
        self._stage.wait(20)


@dataclass
class Tally:
    """What came of the trials."""

    kills: int = 0
    edits: int = 0
    letters: int = 0
    saves: int = 0
    again: int = 0
    cpu: float = 0.0
    typing: list[float] = field(default_factory=list)
    """Seconds of typing that were lost, where something was being typed."""
    seconds: list[float] = field(default_factory=list)
    ends: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def line(self) -> str:
        """The figures."""
        lost = sorted(self.typing)
        typing = f"{lost[-1]:.2f} s at most, {lost[len(lost) // 2]:.2f} s in the middle" if lost else "none"
        return (
            f"kills {self.kills}, of them {self.again} of a session that was recovered; edits {self.edits}, letters "
            f"{self.letters}, saves {self.saves}; typing lost: {typing} ({len(lost)} times in work); "
            f"found in: {dict(self.ends)}; {self.cpu / max(1, self.kills):.2f} s of CPU time each; "
            f"faults {len(self.faults)}"
        )


def trial(
    editors: Editors, folder: Path, seed: int, tally: Tally, *, silent: bool = False, longest: int = WORK
) -> None:
    """One map, killed up to three times."""
    from editor_driver import digest
    from maps import full_map
    from model.files.native import save
    from model.newmap import new_map

    dice = random.Random(seed)
    home, file = folder / f"home{seed}", folder / f"map{seed}" / "reis.journey"
    home.mkdir()
    file.parent.mkdir()
    (home / "config").mkdir()
    (home / "config" / "settings.json").write_text('{"language": "en", "window": [1200, 800], "maximized": false}')
    start = full_map().document if seed % 2 else new_map("Reis", "nl", ("Een", "Twee", "Drie"))
    save(start, file)
    known = {digest(start)}
    on_file, path, best = {digest(start)}, str(file), digest(start)
    words: list[str] | None = None
    for round_ in range(3):
        report = folder / f"report{seed}-{round_}"
        pid = editors.start(
            do="edit", home=str(home), path=path, report=str(report), seed=seed * 10 + round_, silent=silent
        )
        # After so many lines of the report, or at a moment of the start where left work is offered and opened.
        events = int(3 + dice.random() ** 2 * longest) if round_ == 0 or dice.random() < 0.6 else 0
        moment = kill(pid, report, events, dice.random() * (0.03 if events else 1.5))
        status, used = editors.end()
        if status != -signal.SIGKILL:
            tally.faults.append(f"seed {seed} round {round_}: the editor ended by itself, {status}")
            return
        said, verdict = read_report(report), editors.judge(home, file)
        tally.kills += 1
        tally.again += round_ > 0
        tally.cpu += used
        tally.edits += said.edited
        tally.letters += said.letters
        tally.saves += len(said.saved)
        faults = weigh(said, verdict, known, on_file, best, words, moment, tally)
        tally.faults += [f"seed {seed} round {round_}: {fault}" for fault in faults]
        best, words = str(verdict.get("recovered") or verdict.get("file")), verdict.get("words")
        if faults or "committed" not in verdict or dice.random() > 0.5:
            return
        path = ""  # the next start begins with the start screen, which offers the work


def kill(pid: int, report: Path, events: int, later: float) -> float:
    """Kill ``later`` seconds after so many things happened, or after the start where that is 0; the moment."""
    end = time.monotonic() + 60
    while events and time.monotonic() < end:
        if report.exists() and report.read_bytes().count(b"\n") >= events + 3:
            break
        time.sleep(0.004)
    time.sleep(later)
    moment = time.monotonic()
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass  # it ended by itself, which its exit status tells
    return moment


def weigh(
    said: Said,
    verdict: dict[str, Any],
    known: set[str],
    on_file: set[str],
    best: str,
    words: list[str] | None,
    moment: float,
    tally: Tally,
) -> list[str]:
    """What was lost, in words."""
    faults = []
    if "fault" in verdict:
        return [str(verdict["fault"])]
    before = set(known)
    known.update(said.states)
    # A state may come back later (undo): its last place counts.
    place = {content: number for number, content in enumerate(said.states)}
    for content in said.saved:
        on_file.clear()  # what was there before "saved" was said must not be there any more
        on_file.add(content)
    if "broken" in verdict:
        faults.append(f"the file does not open: {verdict['broken']}")
    elif verdict["file"] not in on_file | set(said.states):
        faults.append("the file holds neither what was saved nor what was being saved")
    if verdict.get("written"):
        faults.append("looking or recovering changed a file")
    if any(verdict.get("damaged", ())) or verdict.get("problems"):
        faults.append(f"damage was found: {verdict.get('problems')}")
    found = verdict.get("committed", verdict.get("file"))
    tally.ends["a session" if "committed" in verdict else "the file"] += 1
    if said.shown < 0:
        # Killed before there was a map: what was found before is found again.
        # A text that was being typed gets a note, with another id each time; so the words are compared as well.
        same = found in before | {best} or verdict.get("recovered") == best or verdict.get("words") == words
        if not same:
            faults.append("what was offered before is not offered any more")
    elif place.get(str(found), -1) < said.shown and found not in said.states[said.shown :]:
        faults.append(f"acknowledged {said.shown} of {len(said.states) - 1}, found {place.get(str(found))}")
    on_file.add(str(verdict.get("file")))
    faults += typing(said, verdict, str(found), moment, tally)
    return faults


def typing(said: Said, verdict: dict[str, Any], found: str, moment: float, tally: Tally) -> list[str]:
    """Whether more than a second of the text in work is lost."""
    # Where the last edit came after the last letter, the text may be in it.
    if (
        not said.typed
        or moment - said.typed[0][0] < TYPING
        or found != (said.states[said.shown] if said.states else "")
    ):
        return []
    texts = {text: when for when, text in said.typed}
    kept = max((texts.get(text.rstrip(), texts.get(text, -1.0)) for text in verdict.get("typed", [])), default=-1.0)
    # What was typed after the text that was kept is lost; its oldest letter tells for how long.
    after = [when for when, _ in said.typed if when > kept]
    lost = moment - after[0] if after else 0.0
    tally.typing.append(lost)
    return [f"{lost:.2f} s of typing lost"] if lost > TYPING else []


def run(
    kills: int,
    seed: int,
    folder: Path,
    *,
    jobs: int = 1,
    silent: bool = False,
    talk: bool = False,
    longest: int = WORK,
) -> Tally:
    """Trials until there were so many kills, each after at most some ``longest`` things that happened."""
    tally, turn = Tally(), threading.Lock()
    seeds = iter(range(seed, seed + 10 * kills))

    def work() -> None:
        editors = Editors()
        try:
            while True:
                with turn:
                    if tally.kills >= kills:
                        return
                    mine = next(seeds)
                part = Tally()
                trial(editors, folder, mine, part, silent=silent, longest=longest)
                with turn:
                    add(tally, part)
                    if talk and (tally.kills // 25 != (tally.kills - part.kills) // 25 or part.faults):
                        print(tally.line(), *part.faults, sep="\n    ", flush=True)
        finally:
            editors.close()

    workers = [threading.Thread(target=work) for _ in range(jobs)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return tally


def add(tally: Tally, part: Tally) -> None:
    """Put the figures of one trial to the rest."""
    for name in ("kills", "edits", "letters", "saves", "again", "cpu"):
        setattr(tally, name, getattr(tally, name) + getattr(part, name))
    tally.typing += part.typing
    tally.seconds += part.seconds
    tally.ends += part.ends
    tally.faults += part.faults


def main() -> int:
    """Run; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2, help="editors at a time")
    parser.add_argument("--silent", action="store_true", help="switch the journal's writing off")
    parser.add_argument("--keep", type=Path, help="work in this folder and leave it")
    parser.add_argument("--stage", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.stage:
        stage()
        return 0
    begin = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="journeywall-editors-") as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        tally = run(options.kills, options.seed, folder, jobs=options.jobs, silent=options.silent, talk=True)
    for fault in tally.faults:
        print(f"    {fault}")
    print(f"{tally.line()}\n{time.monotonic() - begin:.0f} s")
    return int(bool(tally.faults))


if __name__ == "__main__":
    sys.exit(main())
