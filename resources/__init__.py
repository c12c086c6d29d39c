"""Data files of the program: fonts, icons, templates, translations, tokens.  The only way in to them."""

from __future__ import annotations

from pathlib import Path

_ROOT = Path(__file__).parent


def resource_path(*parts: str) -> Path:
    """The path of a data file.  The wheel and the frozen program keep data as plain files."""
    return _ROOT.joinpath(*parts)


def read_bytes(*parts: str) -> bytes:
    """The content of a data file.  Raises FileNotFoundError."""
    return resource_path(*parts).read_bytes()


def read_text(*parts: str) -> str:
    """The text of a UTF-8 data file.  Raises FileNotFoundError."""
    return resource_path(*parts).read_text(encoding="utf-8")
