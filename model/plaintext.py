"""Text as every entry lets it in: file, keyboard, clipboard, import.  No control characters, no broken Unicode."""

from __future__ import annotations

import re

_NEWLINES = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_UNPRINTABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")
_SUSPECT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def clean_text(text: str) -> str:
    """``text`` as every entry (file, paste, import) lets it in.

    Lone surrogates and the two non-characters that XML forbids become U+FFFD, other line ends (also Word's and
    PowerPoint's soft ones) become ``\\n``, control characters except tab and newline go.
    """
    if _SUSPECT.search(text) is None:
        return text
    text = _NEWLINES.sub("\n", text)
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", _UNWANTED.sub("", text))
