"""A bounded store of things made from immutable objects, found by the object's identity.

Comparing a display list costs more than painting it, so what was made from it is found by ``is``.  The store keeps
the object alive, so that its identity cannot be given to another one.
"""

from __future__ import annotations

from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class IdentityCache(Generic[K, V]):
    """What was made from an object.  Holds between ``limit`` and twice as many; the longest unused go."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._young: dict[int, tuple[K, V]] = {}
        self._old: dict[int, tuple[K, V]] = {}

    def get(self, key: K) -> V | None:
        """What was made from this very object, or None."""
        found = self._young.get(id(key))
        if found is not None:
            return found[1]
        found = self._old.pop(id(key), None)
        if found is None:
            return None
        self._put(found)
        return found[1]

    def put(self, key: K, value: V) -> V:
        """Keep ``value`` as what was made from ``key``; returns it."""
        self._put((key, value))
        return value

    def drop(self, key: K) -> None:
        """Forget what was made from this object; nothing happens where that is not known."""
        self._young.pop(id(key), None)
        self._old.pop(id(key), None)

    def clear(self) -> None:
        """Forget everything."""
        self._young.clear()
        self._old.clear()

    def __len__(self) -> int:
        return len(self._young) + len(self._old)

    def _put(self, entry: tuple[K, V]) -> None:
        if len(self._young) >= self._limit:
            self._old = self._young
            self._young = {}
        self._young[id(entry[0])] = entry
