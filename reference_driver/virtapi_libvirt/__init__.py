"""The reference driver for `virtapi`, on libvirt.

Nothing is here yet but the distribution: the driver is written once the interface is complete.
"""
