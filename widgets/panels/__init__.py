"""The panels beside the map: outline, lists and minimap at the left, the inspector at the right."""
