"""What does mypy say? Builds of a driver beside one release, and what they found, as plain data. The only room that
knows mypy."""
