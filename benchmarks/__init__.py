"""What a check costs, beside griffe's own check of the same two versions."""
