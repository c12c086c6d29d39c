"""The map on the screen: painting, looking around, and working on it by mouse and keyboard."""
