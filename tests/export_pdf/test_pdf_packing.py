"""Bytes packed in a thread beside other work are those that would be packed without one."""

from __future__ import annotations

import threading
import zlib

import pytest

from model.export import pdf_packing
from model.export.pdf import PosterOptions, poster_pdf
from model.export.pdf_packing import Packing
from posters import map_without_cards

LONG = b"1 0 0 1 12.5 -17 cm\n" * 40_000


@pytest.mark.parametrize("data", [b"", b"short", LONG])
def test_what_is_packed_is_what_zlib_packs(data: bytes) -> None:
    packing = Packing(data, 6)
    assert packing.packed() == zlib.compress(data, 6)
    assert packing.packed() == zlib.compress(data, 6), "asked for twice"


def test_much_is_packed_in_a_thread_which_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    used: list[str] = []

    def pack(data: bytes, level: int) -> bytes:
        used.append(threading.current_thread().name)
        return b"packed"

    monkeypatch.setattr(zlib, "compress", pack)
    Packing(b"short", 6).packed()
    assert Packing(LONG, 6).packed() == b"packed"
    assert used == [threading.current_thread().name, "packing"]
    assert not any(thread.name == "packing" for thread in threading.enumerate())


def test_without_a_thread_it_is_packed_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    document = map_without_cards()
    expected = poster_pdf(document, PosterOptions())[0]
    monkeypatch.setattr(pdf_packing, "_WORTH_IT", 0)
    monkeypatch.setattr(threading.Thread, "start", refuse)
    assert Packing(LONG, 6).packed() == zlib.compress(LONG, 6)
    assert poster_pdf(document, PosterOptions())[0] == expected


def test_what_goes_wrong_in_a_thread_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(data: bytes, level: int) -> bytes:
        raise MemoryError("no room")

    monkeypatch.setattr(zlib, "compress", fail)
    packing = Packing(LONG, 6)
    with pytest.raises(MemoryError, match="no room"):
        packing.packed()
