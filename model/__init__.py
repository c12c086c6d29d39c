"""The journey map and all that is done with it: records, commands, files, layout, drawing, exports. No Qt."""
