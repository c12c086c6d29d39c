"""What notes say below their text, in a PDF: in the tags and the reading order, behind the text of the note."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from model.export.pdf import PosterOptions, poster_pdf
from model.export.png import export_png
from said_maps import changed, said_map


def test_the_lines_are_read_right_after_the_text_of_their_note(tmp_path: Path) -> None:
    tool = shutil.which("pdfinfo")
    if tool is None:
        pytest.skip("pdfinfo is not installed")
    document = changed(said_map(), {"items": {"c1": {"goal": "Bestellen", "time": "Zaterdag"}}})
    path = tmp_path / "a.pdf"
    path.write_bytes(poster_pdf(document, PosterOptions(fields=("goal", "time"), lang="en"))[0])
    done = subprocess.run([tool, "-enc", "UTF-8", "-struct-text", str(path)], capture_output=True, check=True)
    said = " ".join(re.findall(r'"(.*?)"', done.stdout.decode("utf-8", "replace"), flags=re.DOTALL))
    assert "ZoektschoenConversiongoal:BestellenTime:Zaterdag" in "".join(said.split())


def test_words_of_every_script_are_found_as_they_were_written() -> None:
    document = changed(said_map(), {"items": {"c1": {"goal": "Bestellen 🙂 nu"}, "c3": {"goal": "להזמין תוך דקה"}}})
    pdf, report = poster_pdf(document, PosterOptions(fields=("goal",), lang="en"))
    assert report.missing == ()
    read = pypdfium2.PdfDocument(pdf)
    try:
        text = "".join(read[0].get_textpage().get_text_range().split())
    finally:
        read.close()
    assert "Conversiongoal:Bestellen🙂nu" in text
    assert "להזמיןתוךדקה" in text, "as it was written, not as it is drawn"


def test_a_picture_shows_them_too_and_nothing_is_lost(tmp_path: Path) -> None:
    document = changed(said_map(), {"items": {"c1": {"goal": "Kopen"}}})
    for name, fields in (("plain", ()), ("goal", ("goal",))):
        export_png(document, tmp_path / f"{name}.png", PosterOptions(paper="A4", fields=fields), 60)
    assert (tmp_path / "plain.png").read_bytes() != (tmp_path / "goal.png").read_bytes()
    pdf, _ = poster_pdf(document, PosterOptions(paper="A4", tile="A4", fields=("goal",), lang="en"))
    read = pypdfium2.PdfDocument(pdf)
    try:
        text = "".join(read[page].get_textpage().get_text_range() for page in range(len(read)))
    finally:
        read.close()
    assert "Conversiongoal:Kopen" in "".join(text.split()), "on a sheet of a poster in parts"
