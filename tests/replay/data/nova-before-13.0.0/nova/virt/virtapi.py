"""What the host implements, of which no row speaks."""


class VirtAPI:
    """Nothing."""
