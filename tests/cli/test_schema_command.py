"""``journeywall schema``: the published schema, on standard output or in a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cli import main
from model.files.schema import schema_text


def test_it_is_printed(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["schema", "--lang", "nl"]) == 0
    assert capfdbinary.readouterr().out.decode("utf-8") == schema_text()


def test_it_is_written_and_replaces_nothing_unasked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "schema.json"
    assert main(["schema", "--out", str(out)]) == 0
    assert out.read_text(encoding="utf-8") == schema_text()
    out.write_text("mine", encoding="utf-8")
    assert main(["schema", "--out", str(out), "--lang", "en"]) == 2
    assert "schema.json" in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == "mine"
    assert main(["schema", "--out", str(out), "--force"]) == 0
    assert out.read_text(encoding="utf-8") == schema_text()
