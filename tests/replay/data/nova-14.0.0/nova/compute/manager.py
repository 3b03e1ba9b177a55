"""A host that makes the one call that the row speaks of."""


class Manager:
    """Only what the row is about."""

    def prepare(self, context, instance, devices, networks, disk, data):
        return self.driver.pre_live_migration(context, instance, devices, networks, disk, data)
