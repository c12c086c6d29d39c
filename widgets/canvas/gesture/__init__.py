"""What the hand does on the map, each gesture an object that begins, moves, and ends or is called off."""
