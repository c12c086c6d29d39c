"""Finding notes on the map: what does not fit fades, what fits can be walked through."""
