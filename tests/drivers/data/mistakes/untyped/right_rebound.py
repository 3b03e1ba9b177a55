from complete import Complete

from virtapi.objects.power import InstanceInfo, PowerState


class Right(Complete):
    def __init__(self, host, options):
        super().__init__(host, options)
        self._info = None
        self._state = PowerState.RUNNING

    def power_on(self, call, instance, *, networks, disks, devices):
        networks = list(networks.vifs)
        disks = {}
        self._info = InstanceInfo(state=self._state)
        self._state = None
        info = InstanceInfo(state=PowerState.RUNNING)
        info = None
        for disk in networks:
            disk = None
