"""Events, of which no row speaks."""
