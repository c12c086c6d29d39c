"""Data files: templates."""
