"""Lists of what a map holds, as tables: the second view of a map, beside the canvas."""
