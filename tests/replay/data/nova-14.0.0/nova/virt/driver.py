"""As much of the interface of 14.0.0 as its row speaks of."""


class ComputeDriver:
    """Only what the row is about."""

    def pre_live_migration(self, context, instance, block_device_info, network_info, disk_info, migrate_data):
        raise NotImplementedError()
