"""Everything that writes to the disk, as operations that harnesses kill, let fail, cut off and replay.

An operation has four parts.  ``scene`` makes what was there before, in the harness's process.  ``prepare`` and ``act``
run in an actor's process: the faults fall on ``act`` alone.  ``judge`` looks, in the harness's process again and with
the product's own readers, at what is left on the disk, and raises :class:`Broken` when work is lost or unreadable.

``act`` calls ``say(n)`` at the moment when the program would tell its user that the work is safe ("Saved", or that
edit ``n`` is in the journal); from then on less than that is a broken promise.
"""

from __future__ import annotations

import functools
import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from maps import full_map, large_map
from model.commands import cards
from model.commands.places import Listing
from model.document import Document
from model.files import native, reading
from model.files.atomic import ABSENT, read_file, write_atomic
from model.files.errors import FileError
from model.files.holder import own_holder
from model.files.migrations import Migration, migrate
from model.files.store import JsonStore, RecentFiles
from model.newmap import new_map

Say = Callable[[int], None]


class Broken(AssertionError):
    """What is on the disk is not what it may be."""


class Operation:
    """One way of writing; see the module."""

    name = ""
    listed = True
    """Whether it is one of those that every harness goes through."""

    def scene(self, folder: Path) -> None:
        """Make what was there before."""

    def prepare(self, folder: Path) -> None:
        """What happens before the faults begin."""

    def act(self, folder: Path, say: Say) -> None:
        """What the faults fall on."""

    def judge(self, folder: Path, said: int, returned: bool) -> str:
        """What is there: a word for the table.  ``returned`` says that ``act`` came to its end without an error.

        Raises Broken.
        """
        raise NotImplementedError

    def written(self, folder: Path) -> tuple[int, int]:
        """From which to which length files grew when ``act`` went through: the bytes to die at."""
        return 0, max(path.stat().st_size for path in folder.rglob("*") if path.is_file() and path.name != "new")


OPERATIONS: dict[str, Operation] = {}


def listed() -> list[str]:
    """The names of the operations that every harness goes through."""
    return [name for name, made in OPERATIONS.items() if made.listed]


def operation(made: type[Operation]) -> type[Operation]:
    """Add an operation to the table, under the name of its class in small letters."""
    made.name = "".join("_" * letter.isupper() + letter.lower() for letter in made.__name__).strip("_")
    OPERATIONS[made.name] = made()
    return made


# -- a map's file -----------------------------------------------------------------------------------------------------


@functools.cache
def old_map() -> Document:
    """What stands in the file before."""
    return full_map().document


@functools.cache
def map_to_save() -> Document:
    """What is saved: the old map and 60 cards more."""
    texts = [f"Kaart {i}: de klant belt de winkel over de levering, en nog eens" for i in range(60)]
    changes = cards.add_cards(old_map(), "note", texts, Listing("inbox"))
    return old_map().with_changes((change.table, change.id, change.new) for change in changes)


@functools.cache
def old_bytes() -> bytes:
    """The old map's file."""
    return native.dumps(old_map())


@functools.cache
def new_bytes() -> bytes:
    """The new map's file."""
    return native.dumps(map_to_save())


def content(path: Path) -> str:
    """What the product's own reader finds: "old", "new" or "none"; raises Broken on anything else."""
    if not path.exists():
        return "none"
    try:
        loaded = native.load(path)
    except FileError as error:
        raise Broken(f"unreadable: {error}") from error
    if loaded.report.damaged:
        raise Broken(f"damaged: {path.name}")
    for name, document in (("old", old_map()), ("new", map_to_save())):
        if loaded.document.same_content(document):
            return name
    raise Broken(f"{path.name} is neither the old nor the new map")


def expect(found: str, allowed: tuple[str, ...], said: int, returned: bool) -> str:
    """``found`` when it may be so."""
    if found not in allowed:
        raise Broken(f"found the {found} one, which may not be")
    if (said or returned) and found != "new":
        raise Broken(f"it was called saved, and the {found} one is there")
    return found


@operation
class Save(Operation):
    """Save over an older file, after a look at whether it is still the one that was loaded."""

    before = "old"
    data = b""

    def scene(self, folder: Path) -> None:
        (folder / "new").write_bytes(new_bytes())  # the actor's process would make other ids
        if self.before == "old":
            (folder / "map.journey").write_bytes(old_bytes())

    def prepare(self, folder: Path) -> None:
        self.data = (folder / "new").read_bytes()

    def act(self, folder: Path, say: Say) -> None:
        path = folder / "map.journey"
        _, stamp = read_file(path)
        if write_atomic(path, self.data, expected=stamp).confirmed:
            say(1)

    def judge(self, folder: Path, said: int, returned: bool) -> str:
        return expect(content(folder / "map.journey"), (self.before, "new"), said, returned)


@operation
class SaveAs(Save):
    """Save under a name that is free."""

    before = "none"

    def act(self, folder: Path, say: Say) -> None:
        if write_atomic(folder / "map.journey", self.data, expected=ABSENT).confirmed:
            say(1)


@operation
class SaveOver(Save):
    """Save over another file, which the user agreed to replace."""

    def act(self, folder: Path, say: Say) -> None:
        if write_atomic(folder / "map.journey", self.data).confirmed:
            say(1)


@operation
class SaveTwins(Save):
    """Save a file with two names (hard links), which is written in place."""

    def scene(self, folder: Path) -> None:
        super().scene(folder)
        os.link(folder / "map.journey", folder / "twin.journey")

    def judge(self, folder: Path, said: int, returned: bool) -> str:
        found = super().judge(folder, said, returned)
        if not (folder / "map.journey").samefile(folder / "twin.journey"):
            raise Broken("the twins were separated")
        return found


@operation
class SaveLink(Save):
    """Save over a symbolic link: the file behind it is meant, and the link stays."""

    def scene(self, folder: Path) -> None:
        super().scene(folder)
        (folder / "real").mkdir()
        (folder / "map.journey").rename(folder / "real" / "map.journey")
        (folder / "map.journey").symlink_to("real/map.journey")

    def judge(self, folder: Path, said: int, returned: bool) -> str:
        if not (folder / "map.journey").is_symlink():
            raise Broken("the link was replaced by a file")
        return super().judge(folder, said, returned)


# -- older files ------------------------------------------------------------------------------------------------------


def _phases_from_columns(data: dict[str, Any]) -> dict[str, Any]:
    data["phases"] = data.pop("columns")
    return data


_STEPS = {1: Migration(1, "columns become phases", _phases_from_columns)}


class NextFormat:
    """A program whose format is one version on, and in whose first version phases were called columns."""

    def __enter__(self) -> None:
        self._patch = pytest.MonkeyPatch()
        for module in (reading, native):
            self._patch.setattr(module, "FORMAT_VERSION", 2)
        self._patch.setattr(reading, "migrate", lambda data, version: migrate(data, version, 2, _STEPS))

    def __exit__(self, *_args: object) -> None:
        self._patch.undo()

    @staticmethod
    def old_file() -> bytes:
        """A map as the older program wrote it."""
        value = json.loads(old_bytes())
        value["columns"] = value.pop("phases")
        value.pop("integrity")
        return json.dumps(value).encode()


# -- small files of the program's own ---------------------------------------------------------------------------------


@operation
class Settings(Operation):
    """Write the settings."""

    old, new = {"language": "nl", "theme": "light"}, {"language": "nl", "theme": "dark", "links": "all"}

    def scene(self, folder: Path) -> None:
        JsonStore(folder / "settings.json").write(self.old)

    def act(self, folder: Path, say: Say) -> None:
        JsonStore(folder / "settings.json").write(self.new)

    def judge(self, folder: Path, said: int, returned: bool) -> str:
        store = JsonStore(folder / "settings.json")
        found = store.read()
        if store.problem or found not in (self.old, self.new):
            raise Broken(f"settings: {store.problem or found}")
        return expect("new" if found == self.new else "old", ("old", "new"), said, returned)


@operation
class Recent(Operation):
    """Put a file at the head of the list of recent files."""

    def scene(self, folder: Path) -> None:
        files = RecentFiles(JsonStore(folder / "recent.json"))
        for i in range(5):
            files.add(f"/kaarten/{i}.journey", f"Kaart {i}")

    def act(self, folder: Path, say: Say) -> None:
        RecentFiles(JsonStore(folder / "recent.json")).add("/kaarten/nieuw.journey", "Nieuw")

    def judge(self, folder: Path, said: int, returned: bool) -> str:
        store = JsonStore(folder / "recent.json")
        found = [Path(entry.path).stem for entry in RecentFiles(store).entries()]
        if store.problem or found not in (["4", "3", "2", "1", "0"], ["nieuw", "4", "3", "2", "1", "0"]):
            raise Broken(f"recent files: {store.problem or found}")
        return expect("new" if found[0] == "nieuw" else "old", ("old", "new"), said, returned)


# -- what must not be done: shows that a harness bites ----------------------------------------------------------------

NAIVE = ("naive_in_place", "naive_unsynced", "naive_swallowed")


@operation
class NaiveInPlace(Save):
    """Not ours: a plain ``open("wb").write``."""

    listed = False

    def act(self, folder: Path, say: Say) -> None:
        with (folder / "map.journey").open("wb") as file:
            file.write(self.data)
        say(1)


@operation
class NaiveUnsynced(Save):
    """Not ours: a temporary file and a rename, and no sync."""

    listed = False

    def act(self, folder: Path, say: Say) -> None:
        temp = folder / ".journeywall-naive.tmp"
        temp.write_bytes(self.data)
        temp.replace(folder / "map.journey")
        say(1)


@operation
class NaiveSwallowed(Save):
    """Not ours: a sync whose error nobody looks at."""

    listed = False

    def act(self, folder: Path, say: Say) -> None:
        temp = folder / ".journeywall-naive.tmp"
        with temp.open("wb") as file:
            file.write(self.data)
            file.flush()
            try:
                os.fsync(file.fileno())
            except OSError:
                pass  # the fault that is shown
        temp.replace(folder / "map.journey")
        fd = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(fd)
        except OSError:
            pass  # the fault that is shown
        finally:
            os.close(fd)
        say(1)


def start_map() -> Document:
    """The map that every session of an actor begins with."""
    return Document(new_map("Proef").tables, document_id="3f0c1f6e-6d1e-4b7e-9a53-2f6f3ad1c0de")


def warm_up() -> None:
    """Import and compute once what every actor needs, before actors are forked."""
    native.loads(native.dumps(large_map(3)))
    own_holder()  # Python loads what it needs for that only then, and a fault in that is not ours
    datetime.strptime("2026", "%Y").replace(tzinfo=UTC)
