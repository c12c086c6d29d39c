"""Stable record ids: a short prefix for the reader of the file, then 80 random bits."""

from __future__ import annotations

import secrets

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford base 32, lower case: no i, l, o, u


def new_id(prefix: str) -> str:
    """A new id such as ``"item-7k2m9q4x0b1c3d5e"``.  Lower case only, so that it may be a file name anywhere."""
    number = secrets.randbits(80)
    letters = []
    for _ in range(16):
        number, digit = divmod(number, 32)
        letters.append(_ALPHABET[digit])
    return f"{prefix}-{''.join(letters)}"


def new_document_id() -> str:
    """A new document id: a random UUID."""
    import uuid  # an opened map has its id

    return str(uuid.uuid4())
