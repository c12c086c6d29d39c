"""Power loss on a real file system: an ext4 image, copied while an editor saves and journals, mounted anew, looked at.

    python tests/reliability/disk_images.py                  200 copies (needs to be root, for mounting)
    python tests/reliability/disk_images.py --copies 20      fewer
    python tests/reliability/disk_images.py --naive          a rename without a sync: shows that this bites

The image is mounted so that a rename does not hurry the data along (noauto_da_alloc), which is the harder case.  The
editor is stopped for the moment of the copy.  Ends with 1 when a copy holds less than was called safe.
"""

from __future__ import annotations

import argparse
import ctypes
import mmap
import os
import random
import signal
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]

MEGABYTES = 24
OPTIONS = "loop,noauto_da_alloc,commit=1"


def edit(place: Path, told: mmap.mmap, naive: bool) -> None:
    """Edit and save until killed; ``told`` gets the last save and the last edit that were called safe."""
    from maps import Builder
    from model.commands import cards
    from model.commands.places import Listing
    from model.files import native
    from model.files.atomic import write_atomic
    from model.files.journal import Journal
    from operations import start_map

    builder = Builder(start_map())
    kept = Journal(builder.document, root=place / "sessions", unsaved_base=True)
    path, stamp = place / "map.journey", None
    for i in range(400):  # as much as the image holds
        changes = builder.do(cards.add_cards(builder.document, "note", [f"kaart {i}"], Listing("inbox")))
        kept.append(changes, "user")
        if i % 3 == 2 and kept.flush(5.0):
            told[8:16] = struct.pack("<q", i + 1)
        if i % 5 == 4:
            document = builder.document.saved_as(i + 1)
            if naive:
                temp = place / "map.tmp"
                temp.write_bytes(native.dumps(document))
                temp.replace(path)
                told[:8] = struct.pack("<q", i + 1)
            else:
                result = write_atomic(path, native.dumps(document), expected=stamp)
                stamp = result.stamp
                if result.confirmed:
                    told[:8] = struct.pack("<q", i + 1)


def look(place: Path, saved: int, edited: int) -> str:
    """What is wrong with the copy of a disk; "" when nothing is."""
    from model.files import native, recovery
    from model.files.errors import FileError
    from session_operations import texts_of

    path = place / "map.journey"
    try:
        count = len(texts_of(native.load(path).document)) if path.exists() else 0
        found = recovery.find_sessions(place / "sessions")
        journal = max((len(texts_of(recovery.recover(each).document)) for each in found), default=0)
    except (FileError, AssertionError) as error:
        return f"{error}"
    if count < saved:
        return f"{saved} cards were saved, {count} are in the file"
    if max(journal, count) < edited:
        return f"{edited} edits were safe, {journal} are in the journal"
    return ""


def run(*command: str) -> None:
    """Run a command of the system."""
    subprocess.run(command, check=True, capture_output=True)


def main() -> int:
    """Run; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=200, help="so many copies (200)")
    parser.add_argument("--naive", action="store_true", help="save by a rename without a sync")
    parser.add_argument("--seed", type=int, default=2026)
    options = parser.parse_args()
    dice, faults, copies, saves, begin = random.Random(options.seed), [], 0, 0, time.monotonic()
    with tempfile.TemporaryDirectory(prefix="journeywall-images-") as name:
        folder = Path(name)
        image, copy, place, other = (folder / each for each in ("image", "copy", "place", "other"))
        place.mkdir()
        other.mkdir()
        while copies < options.copies:
            image.write_bytes(bytes(MEGABYTES * 1024 * 1024))
            run("mkfs.ext4", "-q", str(image))
            run("mount", "-o", OPTIONS, str(image), str(place))
            shared = folder / "told"
            shared.write_bytes(bytes(16))
            with shared.open("r+b") as file:
                told = mmap.mmap(file.fileno(), 16)
            child = os.fork()
            if child == 0:
                ctypes.CDLL(None).prctl(1, signal.SIGKILL, 0, 0, 0)  # it ends with this process
                edit(place, told, options.naive)
                os._exit(0)
            for _ in range(4):
                time.sleep(dice.random() * 0.3)
                os.kill(child, signal.SIGSTOP)
                saved, edited = struct.unpack("<qq", told[:])
                copy.write_bytes(image.read_bytes())
                os.kill(child, signal.SIGCONT)
                run("mount", "-o", "loop", str(copy), str(other))
                # The editor lives, so that its session is not offered: what is looked at is what a new start would see.
                for info in other.glob("sessions/*/session.json"):
                    info.write_text(info.read_text("utf-8").replace('"process_started": "', '"process_started": "0'))
                problem = look(other, saved, edited)
                run("umount", str(other))
                copies += 1
                saves += saved > 0
                if problem:
                    faults.append(problem)
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            run("umount", str(place))
    for fault in faults[:10]:
        print(fault)
    print(f"{copies} copies, {saves} after a first save, {len(faults)} broken, {time.monotonic() - begin:.0f} s")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
