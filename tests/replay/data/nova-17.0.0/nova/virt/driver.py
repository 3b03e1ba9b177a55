"""As much of the interface of 17.0.0 as its row speaks of: a patch of it took the context in."""


class ComputeDriver:
    """Only what the row is about."""

    def detach_volume(self, connection_info, instance, mountpoint, encryption=None):
        raise NotImplementedError()
