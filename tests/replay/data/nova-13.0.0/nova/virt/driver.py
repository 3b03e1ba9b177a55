"""As much of the interface of 13.0.0 as its rows speak of: it has neither of the two methods any more."""


class ComputeDriver:
    """Only what the rows are about."""

    def list_instances(self):
        raise NotImplementedError()
