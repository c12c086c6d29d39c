"""The rules of :mod:`model.check`, by what they look at."""
