"""Bytes that are packed beside the work that goes on: zlib leaves the interpreter to others while it packs.

The outcome is that of ``zlib.compress``, whether a thread made it or not.
"""

from __future__ import annotations

import zlib
from threading import Thread

_WORTH_IT = 50_000
"""Bytes from which a thread of their own is sooner: it takes a tenth of a millisecond to begin."""


class Packing:
    """``data`` on its way to being packed at a ``level`` of zlib."""

    def __init__(self, data: bytes, level: int) -> None:
        self.data, self._level = data, level
        self._packed: bytes | None = None
        self._error: BaseException | None = None
        self._thread: Thread | None = None
        if len(data) >= _WORTH_IT:
            thread = Thread(target=self._pack, name="packing")
            try:
                thread.start()
            except RuntimeError:  # no thread is to be had: it is packed when it is asked for
                return
            self._thread = thread

    def _pack(self) -> None:
        try:
            self._packed = zlib.compress(self.data, self._level)
        except BaseException as error:  # whoever asks for the bytes is told
            self._error = error

    def packed(self) -> bytes:
        """The packed bytes, waited for.  Raises what packing raised."""
        if self._thread is not None:
            self._thread.join()
        if self._error is not None:
            raise self._error
        if self._packed is None:
            self._packed = zlib.compress(self.data, self._level)
        return self._packed
