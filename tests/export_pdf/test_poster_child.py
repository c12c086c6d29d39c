"""A PDF is read in a process of its own: whatever becomes of that process, here it is one sentence."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from model.export.pdf import PosterOptions, poster_pdf
from model.files.errors import ContentError
from model.i18n import speaking
from model.importers import pdfchild, posterfile
from model.importers.posterfile import child_command, read_poster
from small_maps import every_kind_map

ROOT = Path(__file__).resolve().parents[2]
HARM = "could not be looked through"


@pytest.fixture(scope="module")
def poster() -> bytes:
    return poster_pdf(every_kind_map(), PosterOptions(paper="A4"))[0]


def reading_with(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Let a few lines of Python stand where the reader is."""
    monkeypatch.setattr(posterfile, "child_command", lambda: [sys.executable, "-c", code])


def refused(data: bytes) -> str:
    with speaking("en"), pytest.raises(ContentError) as found:
        read_poster(data, "x.pdf")
    sentence = str(found.value)
    assert "x.pdf" in sentence and "\n" not in sentence
    return sentence


@pytest.mark.parametrize(
    "code",
    [
        "import ctypes; ctypes.string_at(0)",
        "import os; os.abort()",
        "raise MemoryError",
        "import sys; sys.stdin.buffer.read(); print('journeywall files 1')",
        "import sys; sys.stdout.write('journeywall files 1\\n\\0\\0\\0\\5end\\n')",
        "import sys; sys.stdin.close()",
        "pass",
    ],
)
def test_a_reader_that_dies_or_talks_rubbish_is_one_sentence(
    code: str, poster: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading_with(monkeypatch, code)
    assert HARM in refused(poster)


def test_a_reader_that_never_ends_is_ended(poster: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posterfile, "MOST_SECONDS", 0.2)
    reading_with(monkeypatch, "import time; time.sleep(3600)")
    assert HARM in refused(poster)


def test_a_reader_that_never_stops_talking_is_ended(poster: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posterfile, "MOST_UNPACKED", len(poster) + 2_000_000)
    reading_with(monkeypatch, "import sys\nwhile True: sys.stdout.buffer.write(b'x' * 65536)")
    assert HARM in refused(poster)


def test_a_reader_that_cannot_be_started_is_one_sentence(poster: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posterfile, "child_command", lambda: [str(ROOT / "no-such-python")])
    assert HARM in refused(poster)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux keeps all of these limits")
@pytest.mark.parametrize(
    "deed",
    [
        "held = bytearray(3 * 1024**3)",
        "open('left', 'wb', buffering=0).write(b'x')",
        "while True: pass",
    ],
)
def test_the_reader_has_its_limits(deed: str, tmp_path: Path) -> None:
    """Memory, files, time: what goes beyond ends the process."""
    code = (
        f"import runpy; child = runpy.run_path({pdfchild.__file__!r}); limit = child['limit']; "
        f"limit.__globals__['MOST_SECONDS'] = 1; limit()\n{deed}"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, cwd=tmp_path)
    assert done.returncode != 0
    assert all(path.stat().st_size == 0 for path in tmp_path.iterdir())


@pytest.mark.parametrize(
    "files", [(), (("a.journey", b"{}"),), (("", b""), ("é😀.json", b"end\n" * 3), ("b", bytes(range(256))))]
)
def test_the_answer_comes_back_as_it_was_given(files: Sequence[tuple[str, bytes]]) -> None:
    told = b"".join(pdfchild.answer(files))
    assert posterfile._carried(told) == list(files)
    if files:
        for end in range(len(told)):
            assert posterfile._carried(told[:end]) != list(files)


def test_pdfium_is_not_loaded_where_the_work_is(poster: bytes, tmp_path: Path) -> None:
    """In a fresh process a poster is opened, and PDFium never came in."""
    path = tmp_path / "poster.pdf"
    path.write_bytes(poster)
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from model.importers.base import import_file\n"
        f"document, _ = import_file({str(path)!r})\n"
        "print(len(document.item_table), sorted(name for name in sys.modules if 'pdfium' in name))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split(" ", 1) == [str(len(every_kind_map().item_table)), "['model.pdfium']\n"] or (
        done.stdout.split(" ", 1) == [str(len(every_kind_map().item_table)), "[]\n"]
    )


def test_the_reader_knows_nothing_of_the_program() -> None:
    """It starts without it, and quickly so."""
    done = subprocess.run([*child_command()], input=b"no pdf", capture_output=True, check=False)
    assert done.returncode == pdfchild.NO_PDF
    assert done.stdout == b""
