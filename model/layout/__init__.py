"""Places everything on the map, from the document and the text measures."""
