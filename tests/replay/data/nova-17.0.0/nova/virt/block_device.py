"""A host that makes the three calls that the row speaks of."""


class Volume:
    """Only what the row is about."""

    def driver_detach(self, instance, virt_driver, info, place, secret):
        virt_driver.detach_volume(info, instance, place, encryption=secret)

    def _volume_attach(self, instance, virt_driver, info):
        virt_driver.detach_volume(info, instance, self["mount_device"], encryption=None)

    def _legacy_volume_attach(self, instance, virt_driver, info):
        virt_driver.detach_volume(info, instance, self["mount_device"], encryption=None)
