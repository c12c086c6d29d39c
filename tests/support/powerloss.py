"""Power loss: what an operation did to the disk is recorded, and every state that the disk may then be in is made.

The recorder is strace with the full data of each call.  The disk is a model with the least that a file system promises:

- what was written to a file is there for sure only after a successful sync of that file; until then any of its pages
  may be there or not, the file may be as long as it was meant to be and hold zeros, and a later write may be there
  without an earlier one;
- a name that was made, changed or removed is so for sure only after a successful sync of its folder; until then any
  of those changes may be there or not, in any combination, but a rename is done whole or not at all;
- after a sync of a file that failed, what it was to bring to the disk is never sure again, whatever a later sync says.

That is weaker than what the usual file systems do, which write their names in order.  A state is made in a folder and
judged by the operation's own judge with the product's own reader.
"""

from __future__ import annotations

import hashlib
import os
import random
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path

from fault_trials import Trials
from faults import log_of
from operations import Broken

SAID = "/said-to-be-safe/"
PREPARED = "prepared"
PAGE = 4096
RECORDED = (
    "openat,creat,write,pwrite64,writev,pwritev,pwritev2,fsync,fdatasync,sync,syncfs,rename,renameat,renameat2,link,"
    "linkat,symlink,symlinkat,unlink,unlinkat,rmdir,mkdir,mkdirat,truncate,ftruncate,fallocate,lseek,close,dup,dup2,"
    "dup3,sendfile,copy_file_range,splice,stat,newfstatat,access,faccessat2"
)
NOT_MODELLED = frozenset(
    {"writev", "pwritev", "pwritev2", "sync", "syncfs", "fallocate", "dup", "dup2", "dup3", "sendfile", "splice"}
    | {"copy_file_range", "truncate", "creat", "symlink", "symlinkat"}
)
OPTIONS = ["-xx", "-s", "100000000", "-e", f"trace={RECORDED}"]
"""For strace."""

_LINE = re.compile(r"^(\d+) +([a-z0-9_]+)\((.*)\) += (-?\d+)(?: ([A-Z]+) .*)?$")
_BEGUN = re.compile(r"^(\d+) +(.*) <unfinished \.\.\.>$")
_ENDED = re.compile(r"^(\d+) +<\.\.\. ([a-z0-9_]+) resumed>(.*)$")
_STRING = re.compile(r'^"((?:\\x[0-9a-f]{2})*)"$')


class Node:
    """A file, a folder or a link on the disk."""


@dataclass(eq=False, slots=True)
class Write:
    """Bytes at a place of a file, or its new length (``data`` None)."""

    at: int
    data: bytes | None
    sure: bool = False
    doubtful: bool = False
    """A sync that was to bring it to the disk failed."""


@dataclass(eq=False, slots=True)
class File(Node):
    """A file: what was in it at the beginning, and what was done to it."""

    begin: bytes = b""
    writes: list[Write] = field(default_factory=list)
    length: int = 0


@dataclass(eq=False, slots=True)
class Folder(Node):
    """A folder; ``names`` as they are for the running system."""

    names: dict[str, Node] = field(default_factory=dict)
    begin: dict[str, Node] = field(default_factory=dict)


@dataclass(eq=False, slots=True)
class Link(Node):
    """A symbolic link."""

    target: str = ""


@dataclass(eq=False, slots=True)
class Rename:
    """Changes of names that are done whole or not at all: folder, name, what it names then (None: nothing)."""

    changes: tuple[tuple[Folder, str, Node | None], ...]
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """What was so when the power may have gone: which changes were sure, which were only made, what was said."""

    top: Folder
    names: tuple[tuple[Rename, bool], ...]
    writes: tuple[tuple[File, tuple[tuple[Write, bool], ...]], ...]
    said: int
    judged: bool


class Disk:
    """A folder's disk, replayed from a recording."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._inodes: dict[int, Node] = {}
        self.top = self._taken_from(root)
        self.renames: list[Rename] = []
        self.files: list[File] = [node for node in self._inodes.values() if isinstance(node, File)]
        self.said = 0
        self.judged = False
        self._open: dict[int, tuple[Node, bool]] = {}
        self._place: dict[int, int] = {}

    def _taken_from(self, path: Path) -> Folder:
        folder = Folder()
        for entry in os.scandir(path):
            inode = entry.inode()
            if entry.is_symlink():
                folder.names[entry.name] = Link(str(Path(entry.path).readlink()))
            elif entry.is_dir():
                folder.names[entry.name] = self._taken_from(Path(entry.path))
            else:
                if inode not in self._inodes:
                    data = Path(entry.path).read_bytes()
                    self._inodes[inode] = File(data, length=len(data))
                folder.names[entry.name] = self._inodes[inode]
        folder.begin = dict(folder.names)
        return folder

    # -- names -------------------------------------------------------------------------------------------------

    def _at(self, path: str, follow: bool = True) -> tuple[Folder, str] | None:
        """The folder and name of ``path``; None outside the root."""
        for _ in range(10):
            if not Path(path).is_relative_to(self.root):
                return None
            parts = Path(path).relative_to(self.root).parts
            folder = self.top
            for i, part in enumerate(parts[:-1]):
                found = folder.names.get(part)
                if isinstance(found, Link):
                    path = str(self.root.joinpath(*parts[:i], found.target, *parts[i + 1 :]))
                    break
                if not isinstance(found, Folder):
                    return None
                folder = found
            else:
                name = parts[-1] if parts else ""
                found = folder.names.get(name)
                if not (follow and isinstance(found, Link)):
                    return folder, name
                path = str(self.root.joinpath(*parts[:-1], found.target))
        return None

    def _node(self, path: str) -> Node | None:
        place = self._at(path)
        if place is None:
            return None
        return place[0].names.get(place[1]) if place[1] else self.top

    def _change(self, *changes: tuple[Folder, str, Node | None]) -> None:
        for folder, name, node in changes:
            if node is None:
                folder.names.pop(name, None)
            else:
                folder.names[name] = node
        self.renames.append(Rename(changes))

    # -- calls -------------------------------------------------------------------------------------------------

    def call(self, name: str, arguments: list[str], result: int) -> bool:
        """Take one call; whether the power may go after it with another outcome than before."""
        if name in NOT_MODELLED and result >= 0:
            raise AssertionError(f"the model of the disk does not know {name}")
        if name in ("fsync", "fdatasync"):
            return self._sync(int(arguments[0]), result >= 0)
        if result < 0:
            return self._note(arguments)
        handler = getattr(self, f"_{name}", None)
        return bool(handler(arguments, result)) if handler is not None else False

    def _note(self, arguments: list[str]) -> bool:
        """A look at a path that is not there: what the actor says."""
        for argument in arguments[:2]:
            path = _text(argument)
            if path is not None and path.startswith(SAID):
                word = path.removeprefix(SAID)
                if word == PREPARED:
                    self.judged = True
                else:
                    self.said = max(self.said, int(word))
                return True
        return False

    def _path(self, folder: str, path: str) -> str:
        text = _text(path) or ""
        if text.startswith("/"):
            return text
        if folder == "AT_FDCWD":
            return str(Path.cwd() / text)
        node = self._open.get(int(folder), (None, False))[0]
        found = self._path_of(node, self.top, self.root) if isinstance(node, Folder) else None
        return str(found / text) if found is not None else f"/nowhere/{text}"

    def _path_of(self, node: Folder, folder: Folder, path: Path) -> Path | None:
        if node is folder:
            return path
        for name, inner in folder.names.items():
            if isinstance(inner, Folder):
                found = self._path_of(node, inner, path / name)
                if found is not None:
                    return found
        return None

    def _openat(self, arguments: list[str], fd: int) -> bool:
        path = self._path(arguments[0], arguments[1])
        place = self._at(path)
        self._open.pop(fd, None)
        if place is None:
            return False
        folder, name = place
        node = folder.names.get(name) if name else self.top
        changed = False
        flags = arguments[2]
        if node is None:
            node = File()
            self.files.append(node)
            self._change((folder, name, node))
            changed = True
        elif "O_TRUNC" in flags and isinstance(node, File) and node.length:
            self._write_to(node, Write(0, None))
            changed = True
        self._open[fd] = (node, "O_APPEND" in flags)
        self._place[fd] = 0
        return changed

    def _close(self, arguments: list[str], _result: int) -> bool:
        self._open.pop(int(arguments[0]), None)
        return False

    def _lseek(self, arguments: list[str], result: int) -> bool:
        self._place[int(arguments[0])] = result
        return False

    def _write(self, arguments: list[str], count: int) -> bool:
        fd = int(arguments[0])
        node, append = self._open.get(fd, (None, False))
        if not isinstance(node, File):
            return False
        at = node.length if append else self._place[fd]
        self._write_to(node, Write(at, _bytes(arguments[1])[:count]))
        self._place[fd] = at + count
        return True

    def _pwrite64(self, arguments: list[str], count: int) -> bool:
        node, _ = self._open.get(int(arguments[0]), (None, False))
        if not isinstance(node, File):
            return False
        self._write_to(node, Write(int(arguments[3]), _bytes(arguments[1])[:count]))
        return True

    def _ftruncate(self, arguments: list[str], _result: int) -> bool:
        node, _ = self._open.get(int(arguments[0]), (None, False))
        if not isinstance(node, File) or node.length == int(arguments[1]):
            return False
        self._write_to(node, Write(int(arguments[1]), None))
        return True

    @staticmethod
    def _write_to(node: File, write: Write) -> None:
        node.writes.append(write)
        node.length = write.at if write.data is None else max(node.length, write.at + len(write.data))

    def _sync(self, fd: int, good: bool) -> bool:
        node, _ = self._open.get(fd, (None, False))
        if node is None:
            return False
        if isinstance(node, File):
            for write in node.writes:
                write.doubtful = write.doubtful or not (good or write.sure)
                write.sure = write.sure or not write.doubtful
        elif good:
            for rename in self.renames:
                rename.sure = rename.sure or any(folder is node for folder, _, _ in rename.changes)
        return True

    def _rename(self, arguments: list[str], _result: int) -> bool:
        return self._renamed(_text(arguments[0]) or "", _text(arguments[1]) or "", exchange=False)

    def _renameat(self, arguments: list[str], _result: int) -> bool:
        old, new = self._path(arguments[0], arguments[1]), self._path(arguments[2], arguments[3])
        return self._renamed(old, new, exchange=False)

    def _renameat2(self, arguments: list[str], _result: int) -> bool:
        old, new = self._path(arguments[0], arguments[1]), self._path(arguments[2], arguments[3])
        return self._renamed(old, new, exchange="RENAME_EXCHANGE" in arguments[4])

    def _renamed(self, old: str, new: str, *, exchange: bool) -> bool:
        source, target = self._at(old, follow=False), self._at(new, follow=False)
        if source is None or target is None:
            return False
        moved, other = source[0].names[source[1]], target[0].names.get(target[1])
        self._change((*target, moved), (*source, other if exchange else None))
        return True

    def _link(self, arguments: list[str], _result: int) -> bool:
        return self._linked(_text(arguments[0]) or "", _text(arguments[1]) or "")

    def _linkat(self, arguments: list[str], _result: int) -> bool:
        return self._linked(self._path(arguments[0], arguments[1]), self._path(arguments[2], arguments[3]))

    def _linked(self, old: str, new: str) -> bool:
        node, target = self._node(old), self._at(new, follow=False)
        if node is None or target is None:
            return False
        self._change((*target, node))
        return True

    def _unlink(self, arguments: list[str], _result: int) -> bool:
        return self._removed(_text(arguments[0]) or "")

    _rmdir = _unlink

    def _unlinkat(self, arguments: list[str], _result: int) -> bool:
        return self._removed(self._path(arguments[0], arguments[1]))

    def _removed(self, path: str) -> bool:
        place = self._at(path, follow=False)
        if place is None:
            return False
        self._change((*place, None))
        return True

    def _mkdir(self, arguments: list[str], _result: int) -> bool:
        return self._made(_text(arguments[0]) or "")

    def _mkdirat(self, arguments: list[str], _result: int) -> bool:
        return self._made(self._path(arguments[0], arguments[1]))

    def _made(self, path: str) -> bool:
        place = self._at(path)
        if place is None:
            return False
        self._change((*place, Folder()))
        return True

    # -- moments -----------------------------------------------------------------------------------------------

    def moment(self) -> Moment:
        """This instant."""
        return Moment(
            self.top,
            tuple((rename, rename.sure) for rename in self.renames),
            tuple((file, tuple((write, write.sure) for write in file.writes)) for file in self.files if file.writes),
            self.said,
            self.judged,
        )


def moments(disk: Disk, log: Path) -> list[Moment]:
    """Every instant of a recording at which the power may go with another outcome than before."""
    found = [disk.moment()]
    for name, arguments, result in calls(log):
        if disk.call(name, arguments, result):
            found.append(disk.moment())
    return [moment for moment in found if moment.judged]


def calls(log: Path) -> Iterator[tuple[str, list[str], int]]:
    """The calls of a recording, in the order in which they ended."""
    begun: dict[str, str] = {}
    with log.open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if match := _BEGUN.match(line):
                begun[match.group(1)] = match.group(2)
                continue
            if match := _ENDED.match(line):
                line = f"{match.group(1)} {begun.pop(match.group(1))}{match.group(3)}"
            if match := _LINE.match(line):
                yield match.group(2), match.group(3).split(", "), int(match.group(4))


def _bytes(argument: str) -> bytes:
    match = _STRING.match(argument)
    if match is None:
        raise AssertionError(f"not the whole data: {argument[:80]}")
    return bytes.fromhex(match.group(1).replace("\\x", ""))


def _text(argument: str) -> str | None:
    match = _STRING.match(argument)
    return None if match is None else os.fsdecode(bytes.fromhex(match.group(1).replace("\\x", "")))


# -- the states that the disk may be in -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class State:
    """A disk after the power went: path -> content (a text: a link; None: a folder).  ``twins`` share a file."""

    entries: tuple[tuple[str, bytes | str | None], ...]
    said: int

    def make(self, root: Path) -> None:
        """Put it into the empty folder ``root``."""
        shared: dict[int, Path] = {}
        for name, value in self.entries:
            path = root / name
            if value is None:
                path.mkdir()
            elif isinstance(value, str):
                path.symlink_to(value)
            elif id(value) in shared and value:
                os.link(shared[id(value)], path)
            else:
                path.write_bytes(value)
                shared[id(value)] = path

    @property
    def key(self) -> bytes:
        """What tells two states apart."""
        digest = hashlib.sha256(str(self.said).encode())
        for name, value in self.entries:
            kind = b"d" if value is None else b"l" if isinstance(value, str) else b"f"
            content = value.encode() if isinstance(value, str) else value or b""
            digest.update(kind + name.encode() + b"\0" + hashlib.sha256(content).digest())
        return digest.digest()


FILE_WAYS = ("none", "all", "zeros", "torn", "last", "pages")
"""What became of writes that were not sure: nothing, all of it, only the length, a beginning, only the last one, some
pages."""


def states(moment: Moment, dice: random.Random, most: int) -> Iterator[State]:
    """States that the disk may be in when the power goes at ``moment``: all of them where there are few."""
    unsure = [i for i, (_, sure) in enumerate(moment.names) if not sure]
    for chosen in _subsets(unsure, dice, most):
        ways: list[tuple[str, ...]] = [(way,) * len(moment.writes) for way in FILE_WAYS]
        ways += [
            tuple(dice.choice(FILE_WAYS) for _ in moment.writes) for _ in range(3 if len(moment.writes) > 1 else 0)
        ]
        for way in ways:
            contents = {
                id(file): _content(file, writes, how, dice)
                for (file, writes), how in zip(moment.writes, way, strict=True)
            }
            yield State(tuple(_entries(moment, chosen, contents)), moment.said)


def _subsets(unsure: list[int], dice: random.Random, most: int) -> list[frozenset[int]]:
    if 2 ** len(unsure) <= most:
        return [frozenset(each for bit, each in enumerate(unsure) if n >> bit & 1) for n in range(2 ** len(unsure))]
    whole = frozenset(unsure)
    found = [frozenset(unsure[:n]) for n in range(len(unsure) + 1)]  # in their order, as file systems do it
    found += [whole - {each} for each in unsure] + [frozenset({each}) for each in unsure]
    while len(found) < most:
        found.append(frozenset(each for each in unsure if dice.random() < 0.5))
    return list(dict.fromkeys(found))[: max(most, len(unsure) + 1)]


def _content(file: File, writes: tuple[tuple[Write, bool], ...], way: str, dice: random.Random) -> bytes:
    data = bytearray(file.begin)
    unsure = [write for write, sure in writes if not sure]
    for write, sure in writes:
        here = "all" if sure else way
        if here == "none" or (here == "last" and write is not unsure[-1]):
            continue
        if write.data is None:
            _resize(data, write.at)
            continue
        length = len(write.data)
        if here == "torn":
            length = length // 2 if write is unsure[-1] else length
        end = write.at + length
        if end > len(data):
            _resize(data, end)
        if here == "zeros":
            continue
        if here == "pages":
            for start in range(0, length, PAGE):
                if dice.random() < 0.5:
                    data[write.at + start : write.at + start + PAGE] = write.data[start : start + PAGE]
            continue
        data[write.at : end] = write.data[:length]
    return bytes(data)


def _resize(data: bytearray, length: int) -> None:
    if length < len(data):
        del data[length:]
    else:
        data.extend(bytes(length - len(data)))


def _entries(
    moment: Moment, chosen: frozenset[int], contents: dict[int, bytes]
) -> Iterator[tuple[str, bytes | str | None]]:
    now: dict[int, dict[str, Node]] = {}
    for i, (rename, sure) in enumerate(moment.names):
        if sure or i in chosen:
            for folder, name, node in rename.changes:
                names = now.setdefault(id(folder), dict(folder.begin))
                if node is None:
                    names.pop(name, None)
                else:
                    names[name] = node
    yield from _listed(moment.top, "", now, contents)


def _listed(
    folder: Folder, prefix: str, now: dict[int, dict[str, Node]], contents: dict[int, bytes]
) -> Iterator[tuple[str, bytes | str | None]]:
    for name, node in sorted(now.get(id(folder), folder.begin).items()):
        path = prefix + name
        if isinstance(node, Folder):
            yield path, None
            yield from _listed(node, path + "/", now, contents)
        elif isinstance(node, Link):
            yield path, node.target
        elif isinstance(node, File):
            if id(node) not in contents:
                contents[id(node)] = node.begin
            yield path, contents[id(node)]


def syncs(trials: Trials) -> list[tuple[str, int]]:
    """The syncs of an operation and its preparing, as strace counts them: for each thread of its own."""
    with trials.folder() as folder:
        trials.stage.play(trials.operation.name, folder, OPTIONS, "record")
        seen = Counter(re.findall(r"^(\d+) +(fsync|fdatasync)\(", log_of(folder).read_text("ascii"), re.MULTILINE))
    most: Counter[str] = Counter()
    for (_, call), count in seen.items():
        most[call] = max(most[call], count)
    return [(call, k) for call, count in sorted(most.items()) for k in range(1, count + 1)]


@dataclass(slots=True)
class Loss:
    """What replaying came to; ``said`` counts the states after the work was called safe."""

    moments: int = 0
    states: int = 0
    said: int = 0
    found: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def line(self, name: str) -> str:
        """One row of a table."""
        found = ", ".join(f"{count} {state}" for state, count in sorted(self.found.items()))
        return f"{name:18} {self.moments:7} {self.states:6} {self.said:10} {len(self.faults):6}  {found}"


LOSS_HEAD = f"{'operation':18} {'moments':>7} {'states':>6} {'after said':>10} {'broken':>6}  found"


def replay(trials: Trials, most: int, *, inject: tuple[str, ...] = (), subsets: int = 32, seed: int = 2026) -> Loss:
    """Record an operation and judge up to ``most`` of the states that a power loss may leave.

    ``inject`` are options for strace that make calls fail meanwhile.  Where there are more states, ``most`` of them
    are taken by chance, spread over the moments.
    """
    dice, loss = random.Random(seed), Loss()
    with trials.folder() as folder:
        disk = Disk(folder)
        trials.stage.play(trials.operation.name, folder, [*OPTIONS, *inject], "record")
        found = moments(disk, log_of(folder))
    loss.moments = len(found)
    seen: set[bytes] = set()
    every: list[list[State]] = []
    for moment in found:
        fresh = []
        for state in states(moment, dice, subsets):
            if state.key not in seen:
                seen.add(state.key)
                fresh.append(state)
        dice.shuffle(fresh)
        every.append(fresh)
    # From each moment in turn, so that the rare ones have their share.
    turns = [state for turn in zip_longest(*every) for state in turn if state is not None]
    for i, state in enumerate(turns[:most]):
        place = trials.root / f"power-{i}"
        place.mkdir()
        state.make(place)
        loss.states += 1
        loss.said += state.said > 0
        try:
            loss.found[trials.judge(place, state.said, False)] += 1
        except Broken as error:
            loss.faults.append(f"{trials.operation.name}: said {state.said}: {error}")
        shutil.rmtree(place)
    return loss
