"""What is it? The frozen data that travels between the rooms. Imports the standard library only."""
