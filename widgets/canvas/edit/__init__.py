"""Writing on the map itself: the text, its caret, and what becomes of it."""
