"""Where the texts of a language cannot be read, English stands in: no sentence is lost, and the log says why."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from model import i18n
from model.i18n import speaking, translate


@pytest.fixture(autouse=True)
def _read_anew() -> Iterator[None]:
    forget()
    yield
    forget()


def forget() -> None:
    for kept in (i18n.catalogue, i18n._contexts, i18n._texts):
        kept.cache_clear()


@pytest.mark.parametrize("error", [OSError(5, "Input/output error"), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad")])
def test_english_stands_in(error: Exception, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    with speaking("nl"):
        assert translate("Undo", "Move phase") != "Move phase"
    forget()

    def broken(*_names: str) -> str:
        raise error

    monkeypatch.setattr(i18n, "read_text", broken)
    with caplog.at_level(logging.ERROR), speaking("nl"):
        assert translate("Undo", "Move phase") == "Move phase"
        assert translate("Undo", "Move %n note(s)", n=3) == "Move 3 note(s)"
    assert [record.message for record in caplog.records if "texts of nl" in record.message]
    assert len(caplog.records) == 1, "told once"
