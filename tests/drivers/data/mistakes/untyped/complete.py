"""What every driver must do, without an annotation."""

from virtapi.driver import ComputeDriver
from virtapi.objects.power import InstanceInfo, PowerState


class Complete(ComputeDriver):
    def __init__(self, host, options):
        self._host = host

    def start(self, call):
        pass

    def stop(self, call):
        pass

    def list_nodes(self, call):
        return ()

    def get_resources(self, call, node):
        raise NotImplementedError

    def list_instances(self, call, node):
        return frozenset()

    def get_info(self, call, instance):
        return InstanceInfo(state=PowerState.RUNNING)

    def spawn(self, call, instance, plan, *, networks, disks, devices):
        pass

    def destroy(self, call, instance, disposal, *, networks, disks, devices):
        pass

    def power_on(self, call, instance, *, networks, disks, devices):
        pass

    def power_off(self, call, instance, shutdown):
        pass

    def reboot(self, call, instance, kind, *, networks, disks, devices, shutdown):
        pass
