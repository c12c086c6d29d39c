"""How far a long piece of work has come, for whoever waits for it, and its end before it is done.

Work calls :func:`step` or :func:`checkpoint` on its way; who waits listens with :func:`listening`, in the same context
(a thread that was handed ``contextvars.copy_context()`` has it).  Without a listener nothing happens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[int, int], None]
"""Is told (done, all of them); (0, 0) where nothing can be counted.  May raise :class:`Cancelled`."""

_listener: ContextVar[Listener | None] = ContextVar("progress", default=None)


class Cancelled(Exception):
    """The work is not wanted any more."""


def step(done: int, total: int) -> None:
    """So many of all pages are made.  Raises Cancelled when the rest is not wanted."""
    listener = _listener.get()
    if listener is not None:
        listener(done, total)


def checkpoint() -> None:
    """A place where the work may end early.  Raises Cancelled."""
    step(0, 0)


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Tell ``listener`` of every step that is taken within."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)
