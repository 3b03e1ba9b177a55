"""Does this driver fit? Finding its classes, and judging them beside releases."""
