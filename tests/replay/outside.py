"""Findings of which the record has no row, each with its reason: every one was read by hand, and a new one fails."""

REASONS = {
    ("compute-hyperv", "8.0.0", "18.0.2", "HyperVDriver.extend_volume"): (
        "compute-hyperv 8.0.0 asks for `requested_size`, which Nova passes from 19.0.0 on; the record looked at the "
        "branch, not at this release of it"
    ),
    ("compute-hyperv", "11.0.0", "21.0.0", "HyperVDriver.unrescue"): (
        "compute-hyperv 11.0.0 takes `(context, instance)`, which Nova passes from 22.0.0 on; the record looked at the "
        "branch, not at this release of it"
    ),
    ("nova-lxd", "17.0.1", "17.0.7", "LXDDriver.detach_volume"): (
        "a patch of Nova 17 passes `context`, which this driver does not take; the record looked at 17.0.0, which the "
        "package index does not have"
    ),
    ("compute-hyperv", "13.0.0", "33.0.0", "HyperVClusterDriver.destroy"): (
        "the record looked at the other driver class alone; it is the same change as that of `HyperVDriver.destroy`"
    ),
}
"""By driver, its release, the release of Nova that was looked at, and the method with its class."""
