from virtapi.objects.power import InstanceInfo, PowerState


def wrong():
    return InstanceInfo(state="running")  # D: call-unfit `InstanceInfo` takes `PowerState` as `state`, and is passed `str`


def right():
    return InstanceInfo(state=PowerState.RUNNING)
