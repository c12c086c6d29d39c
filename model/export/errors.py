"""What can go wrong with an export, as an exception whose text is one translated sentence that says what to do."""

from __future__ import annotations


class ExportError(Exception):
    """The export asked for cannot be made; nothing was written.  ``str()`` is the sentence for the user."""


class NothingChanged(ExportError):
    """No sheet differs from those of the earlier print."""
