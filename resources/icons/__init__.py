"""Data files: icons."""
