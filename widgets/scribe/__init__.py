"""The scribe line: a note typed, and sent with Enter to the phase, step and lane that the line and the map show."""
