from virtapi.objects.power import InstanceInfo, PowerState


def wrong() -> InstanceInfo:
    return InstanceInfo(state="running")  # D: call-unfit `InstanceInfo` takes `PowerState` as `state`, and is passed `str`


def right() -> InstanceInfo:
    return InstanceInfo(state=PowerState.RUNNING)
