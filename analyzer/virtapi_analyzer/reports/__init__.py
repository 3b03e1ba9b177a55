"""How do we say it? One pure function a format, from a report to a text."""
