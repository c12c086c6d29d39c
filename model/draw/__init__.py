"""Display lists: what is drawn, independent of what draws it."""
