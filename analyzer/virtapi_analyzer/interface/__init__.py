"""What does it say? Sources of an interface, and reading them into the model. Only this room knows griffe."""
