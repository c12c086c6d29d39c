"""Text as every entry lets it in: file, keyboard, clipboard, import.  No control characters, no broken Unicode."""

from __future__ import annotations

import os
from pathlib import Path

from model.latepattern import late

_NEWLINES = late("\r\n?|[\v\f\x85\u2028\u2029]")
_UNWANTED = late("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_UNPRINTABLE = late("[\ud800-\udfff\ufffe\uffff]")
_SUSPECT = late("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def clean_text(text: str) -> str:
    """``text`` as every entry (file, paste, import) lets it in.

    Lone surrogates and the two non-characters that XML forbids become U+FFFD, other line ends (also Word's and
    PowerPoint's soft ones) become ``\\n``, control characters except tab and newline go.
    """
    # What can be printed is none of them; most texts are told by that alone.
    if text.isprintable() or _SUSPECT().search(text) is None:
        return text
    text = _NEWLINES().sub("\n", text)
    return _UNPRINTABLE().sub("\N{REPLACEMENT CHARACTER}", _UNWANTED().sub("", text))


LONGEST_NAME = 255
"""Characters: as long as names are on the file systems in use."""


def shown_name(path: str | os.PathLike[str]) -> str:
    """The last part of ``path`` for a sentence; what cannot be shown in one line becomes U+FFFD.

    What is longer than any disk's names, :data:`LONGEST_NAME`, is cut in its middle.
    """
    return _one_line(Path(path).name or os.fspath(path))


def shown_path(path: str | os.PathLike[str]) -> str:
    """The whole of ``path`` for a sentence, as :func:`shown_name` shows its last part."""
    return _one_line(os.fspath(path))


def _one_line(name: str) -> str:
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    if len(text) > LONGEST_NAME:
        text = f"{text[: LONGEST_NAME // 2]}…{text[-LONGEST_NAME // 2 :]}"
    return "".join(letter if letter.isprintable() or letter == " " else "\N{REPLACEMENT CHARACTER}" for letter in text)
