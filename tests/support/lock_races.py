"""Processes that lock one map at the same instant, take it over from each other, and are killed while they do."""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import signal
import tempfile
import time
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from model.files.holder import Holder, own_holder
from model.files.locks import Lock, acquire, lock_path, read_lock, take_over
from model.values import replace

PROCESSES = 4
DEAD = 2**22 + 1
"""A process number that no process has."""


def naive(path: Path) -> Lock | Holder:
    """What many programs do: look whether there is a lock, then write one."""
    place = lock_path(path)
    if place.exists() and place.stat().st_size:
        found = read_lock(path)
        if found is not None and found.pid != DEAD:
            return found
    mine = own_holder()
    place.write_text(json.dumps(mine.as_json()), encoding="utf-8")
    return Lock(path, mine)


def work(pipe: Connection, path: Path, plain: bool) -> None:
    """One process: at each wish it locks, takes over, counts or lets go, and says what came of it."""
    lock: Lock | None = None
    while True:
        wish, at = pipe.recv()
        while time.monotonic() < at:
            pass  # all begin at one instant
        if wish == "end":
            return
        if wish == "lock":
            got = naive(path) if plain else acquire(path)
            lock = got if isinstance(got, Lock) and got.held else None
            pipe.send(lock is not None)
        elif wish == "take":
            seen = read_lock(path)
            got = take_over(path, seen) if seen is not None else acquire(path)
            lock = got if isinstance(got, Lock) and got.held else lock
            pipe.send(True)
        elif wish == "count":
            for _ in range(20):
                if lock is not None and lock.refresh() is not None:
                    lock = None
            pipe.send(lock is not None)
        elif wish == "free":
            if lock is not None:
                lock.release()
            lock = None
            pipe.send(True)


class Crowd:
    """The processes."""

    def __init__(self, path: Path, plain: bool) -> None:
        self._path, self._plain = path, plain
        self.members: list[tuple[Any, Connection]] = []
        for _ in range(PROCESSES):
            self.join()

    def join(self) -> None:
        here, there = multiprocessing.Pipe()
        member = multiprocessing.get_context("fork").Process(target=work, args=(there, self._path, self._plain))
        member.start()
        self.members.append((member, here))

    def all(self, wish: str) -> list[bool]:
        """Every process does ``wish`` at one instant."""
        return self.each([wish] * len(self.members))

    def each(self, wishes: list[str]) -> list[bool]:
        at = time.monotonic() + 0.002
        for (_, pipe), wish in zip(self.members, wishes, strict=True):
            pipe.send((wish, at))
        return [bool(pipe.recv()) for _, pipe in self.members]

    def kill_one(self, wish: str, after: float) -> None:
        """One process is killed while it does ``wish``, and another one joins."""
        member, pipe = self.members.pop(0)
        pipe.send((wish, 0.0))
        time.sleep(after)
        os.kill(member.pid, signal.SIGKILL)
        member.join()
        pipe.close()
        self.join()

    def end(self) -> None:
        for member, pipe in self.members:
            pipe.send(("end", 0.0))
            member.join()


def race(rounds: int, *, plain: bool = False, seed: int = 1) -> Counter[str]:
    """Play; the counts by what happened.  "two owners", "nobody" and "stuck" are failures."""
    count: Counter[str] = Counter()
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "map.journey"
        path.write_bytes(b"{}")
        crowd = Crowd(path, plain)
        left = replace(own_holder(), pid=DEAD, session_id="left")
        for _ in range(rounds):
            lock_path(path).unlink(missing_ok=True)
            if chance.random() < 0.5:
                lock_path(path).write_text(json.dumps(left.as_json()), encoding="utf-8")
                count["a lock was left"] += 1
            owners = sum(crowd.all("lock"))
            count["one owner" if owners == 1 else "two owners" if owners else "nobody"] += 1
            if plain:
                crowd.all("free")
                continue
            # Two take over while the others count on: whoever the file names in the end is the only one who has it.
            wishes = ["take", "take", "count", "count"]
            chance.shuffle(wishes)
            crowd.each(wishes)
            owners = sum(crowd.all("count"))
            count["one after a take-over" if owners == 1 else "two owners" if owners else "nobody"] += 1
            crowd.all("free")
            if chance.random() < 0.2:
                crowd.kill_one(chance.choice(("lock", "take")), chance.random() * 0.002)
                got = acquire(path)
                if isinstance(got, Lock):
                    got.release()
                    count["a killed process held nothing"] += 1
                else:
                    # It died between making the file and writing into it: somebody's, and the user is asked.
                    count["stuck" if got.known else "asked after a kill"] += 1
        crowd.end()
    return count


def failures(count: Counter[str]) -> int:
    """How many of the rounds went wrong."""
    return count["two owners"] + count["nobody"] + count["stuck"]
