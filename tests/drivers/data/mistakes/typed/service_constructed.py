from virtapi.host import Call, HostServices


def wrong() -> Call:
    return Call()  # D: call-unfit `Call` cannot be instantiated


def right(host: HostServices) -> Call:
    return host.background
