"""Names of files, as dialogs ask for them and users give them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from model.i18n import translate


def file_filter(text: str, *suffixes: str) -> str:
    """A filter of a file dialog: "Journey maps (*.journey *.json)"."""
    return f"{text} ({' '.join('*' + suffix for suffix in suffixes)})"


def with_suffix(path: str, suffixes: Sequence[str]) -> Path:
    """``path`` with the first of ``suffixes`` where the user gave none of them ("v1.2 draft" has none)."""
    chosen = Path(path)
    return chosen if chosen.suffix.lower() in suffixes else chosen.with_name(chosen.name + suffixes[0])


def file_name(title: str) -> str:
    """A title as the beginning of a file name that every system takes."""
    plain = "".join(c if c.isalnum() or c in " -_.,()&" else " " for c in title)
    return " ".join(plain.split())[:80].strip(" .") or translate("Shell", "map")
