"""Does it matter here? Configuration, audiences, levels, lifecycle, acceptances."""
