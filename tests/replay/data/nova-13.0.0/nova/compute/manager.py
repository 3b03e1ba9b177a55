"""A host that calls neither of the two methods."""


class Manager:
    """Only what the rows are about."""

    def names(self):
        return self.driver.list_instances()
