from virtapi.objects.power import InstanceInfo, PowerState


def wrong():
    return InstanceInfo(PowerState.RUNNING)  # D: call-unfit `InstanceInfo` is passed more arguments than it takes


def right():
    return InstanceInfo(state=PowerState.RUNNING)
