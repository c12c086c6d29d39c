"""The wall: a second window on the same map, for a projector."""
