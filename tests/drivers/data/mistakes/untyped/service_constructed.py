from virtapi.host import Call


def wrong():
    return Call()  # D: call-unfit `Call` cannot be instantiated


def right(host):
    return host.background
