"""Data files: fonts."""
