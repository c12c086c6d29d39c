"""Text set once for screen and paper: bundled fonts, shaping, line breaking."""
